"""The unit's own workbook back, with what is to be corrected marked in it.

Formulas go back as texts, for whoever opens it; what Excel had worked out is kept.
"""

import io

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from .opening import BROKEN, Refused

HEADING = "Lỗi cần sửa"
FILL = PatternFill("solid", start_color="FFFFC7CE", end_color="FFFFC7CE")
AUTHOR = "Dân vận khéo"


def mark(content, sheet, heading_row, problems):
    """Return the content of the marked workbook.

    :param content: the workbook as it was sent
    :param sheet: name of the sheet with the table
    :param heading_row: row of its headings, from 1
    :param problems: `[(row from 1, column from 0, cell, what is wrong)]`
    :raise Refused: where the workbook cannot be written again
    """
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
        if any(_has_formula(page) for page in book.worksheets):
            shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
            for page in book.worksheets:
                _neutralise(page, shown[page.title])
        _mark(book[sheet], heading_row, problems)
        buffer = io.BytesIO()
        book.save(buffer)
    except BROKEN as error:
        raise Refused("broken") from error
    return buffer.getvalue()


def _has_formula(page):
    return any(cell.data_type == "f" for row in page.iter_rows() for cell in row)


def _neutralise(page, shown):
    """Put what Excel had worked out in the place of formulas, else their text."""
    for row in page.iter_rows():
        for cell in row:
            if cell.data_type != "f":
                continue
            worked_out = shown[cell.coordinate].value
            text = str(getattr(cell.value, "text", None) or cell.value)
            if worked_out is None or shown[cell.coordinate].data_type in "fe":
                cell.value = text
                cell.data_type = "s"
                cell.quotePrefix = True
            else:
                cell.value = worked_out
                if isinstance(worked_out, str):
                    cell.data_type = "s"


def _mark(page, heading_row, problems):
    page.protection.sheet = False
    last = page.max_column + 1
    heading = page.cell(heading_row, last, HEADING)
    heading.font = Font(name="Times New Roman", bold=True, color="FFC00000")
    page.column_dimensions[heading.column_letter].width = 60
    by_row = {}
    for row, column, cell, wrong in problems:
        by_row.setdefault(row, []).append(f"{cell}: {wrong}")
        target = page.cell(row, column + 1)
        if not isinstance(target, openpyxl.cell.MergedCell):
            target.fill = FILL
            target.comment = Comment(wrong, AUTHOR)
    for row, texts in by_row.items():
        cell = page.cell(row, last)
        cell.value = "\n".join(texts)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
