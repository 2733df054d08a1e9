"""Dates as papers write them."""

BLANK = "\N{NO-BREAK SPACE}" * 5


def long_date(date):
    """Return “ngày 05 tháng 02 năm 2026”.

    Days under 10 and the months 1 and 2 take a leading zero, other months none
    (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II).
    """
    month = f"{date.month:02}" if date.month < 3 else date.month
    return f"ngày {date.day:02} tháng {month} năm {date.year}"


def figure_date(date):
    """Return “ngày 03/6/2013”, as papers of the Party cite others; zeros as above."""
    month = f"{date.month:02}" if date.month < 3 else date.month
    return f"ngày {date.day:02}/{month}/{date.year}"


def blank_date(year):
    """Return the line of a paper that has no date yet, to be filled by hand."""
    return f"ngày{BLANK}tháng{BLANK}năm {year}"


def short_date(date):
    """Return the date as tables have it: 15/10/2026, nothing without a date."""
    return date.strftime("%d/%m/%Y") if date else ""


def month(date):
    """Return the month as tables have it: 03/2026, nothing without a date."""
    return date.strftime("%m/%Y") if date else ""
