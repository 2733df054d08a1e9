"""Plain lists as a workbook: a heading row, then texts."""

import io

import xlsxwriter

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 8, 60
FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
HEADING = {"bold": True, "bg_color": "#E7E6E6", "border": 1, "text_wrap": True}


def write(sheets):
    """Return an XLSX file; every cell is a text, also what begins with “=”.

    :param sheets: `[(name, headings, rows)]`, rows of texts
    """
    buffer = io.BytesIO()
    # Text cells of Excel keep what is typed below: codes with leading zeros.
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        heading = book.add_format({**FONT, **HEADING})
        text = book.add_format({**FONT, "num_format": "@"})
        for name, headings, rows in sheets:
            page = book.add_worksheet(name)
            page.freeze_panes(1, 0)
            for column, width in enumerate(_widths([headings, *rows])):
                page.set_column(column, column, width, text)
            for number, cells in enumerate([headings, *rows]):
                for column, cell in enumerate(cells):
                    style = text if number else heading
                    page.write_string(number, column, str(cell or ""), style)
    return buffer.getvalue()


def _widths(rows):
    """Return the width of each column: that of its longest text, within bounds."""
    longest = [0] * max(map(len, rows))
    for cells in rows:
        for column, cell in enumerate(cells):
            longest[column] = max(longest[column], len(str(cell or "")))
    return [min(max(width + 2, NARROWEST), WIDEST) for width in longest]
