"""The trail as a workbook: a list without end, written row by row in constant memory.

Knows nothing of Odoo: it gets plain texts and moments.
"""

import tempfile

import xlsxwriter

A4 = 9
FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
COLUMNS = (
    ("Dòng số", 9),
    ("Thời gian", 17),
    ("Loại", 18),
    ("Tên", 40),
    ("Đơn vị", 30),
    ("Việc đã làm", 24),
    ("Trạng thái sau", 20),
    ("Người thực hiện", 24),
    ("Với tư cách", 40),
    ("Lý do", 50),
    ("Mã của dòng", 20),
)
# Of these columns the first is a number and the second a moment; the rest is text.
TITLE_ROWS = 3
LONGEST = 32_000  # characters that a cell of a workbook can hold


def write(title, counted_at, rows):
    """Return an open temporary file with the workbook, to be closed by the caller.

    :param title: heading of the sheet
    :param counted_at: “Số liệu tính đến …”
    :param rows: iterable of rows with a value for each of `COLUMNS`
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        _fill(book, title, counted_at, rows)
    file.seek(0)
    return file


def _fill(book, title, counted_at, rows):
    bold = book.add_format({**FONT, "bold": True, "font_size": 14})
    note = book.add_format({**FONT, "italic": True})
    heading = book.add_format({**FONT, "bold": True, "border": 1, "text_wrap": True})
    text = book.add_format({**FONT, "border": 1, "text_wrap": True})
    moment = book.add_format({**FONT, "border": 1, "num_format": "dd/mm/yyyy hh:mm"})
    page = book.add_worksheet("Nhật ký")
    _set_up(page)
    page.write_string(0, 0, title, bold)
    page.write_string(1, 0, counted_at, note)
    for column, (name, _width) in enumerate(COLUMNS):
        page.write_string(TITLE_ROWS - 1, column, name, heading)
    for number, (line, date, *texts) in enumerate(rows, start=TITLE_ROWS):
        page.write_number(number, 0, line, text)
        page.write_datetime(number, 1, date, moment)
        for column, value in enumerate(texts, start=2):
            # As a text: what begins with “=” is no formula.
            page.write_string(number, column, (value or "")[:LONGEST], text)


def _set_up(page):
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(TITLE_ROWS - 1)
    page.freeze_panes(TITLE_ROWS, 0)
    for column, (_name, width) in enumerate(COLUMNS):
        page.set_column(column, column, width)
