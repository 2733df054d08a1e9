"""A statistical form as a workbook: one sheet, ready to print on A4, landscape.

Knows neither Odoo nor a form: it gets a `Sheet` of plain texts and figures.
"""

import io
from dataclasses import dataclass

import xlsxwriter

A4 = 9
FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
STYLES = {
    "plain": {},
    "unit": {"bold": True, "align": "center", "text_wrap": True},
    "title": {"bold": True, "font_size": 14, "align": "center", "text_wrap": True},
    "note": {"italic": True, "align": "center"},
    "heading": {"bold": True, "align": "center", "text_wrap": True, "border": 1},
    "number": {"align": "center", "border": 1},
    "name": {"text_wrap": True, "border": 1},
    "figure": {"align": "center", "border": 1, "num_format": "#,##0"},
    "total_name": {"bold": True, "align": "center", "border": 1},
    "total": {"bold": True, "align": "center", "border": 1, "num_format": "#,##0"},
    "signer": {"bold": True, "align": "center", "text_wrap": True},
}
WIDTH_OF_NUMBER, WIDTH_OF_NAME, WIDTH_OF_FIGURE = 5, 36, 7.3


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The content of a form.

    :param name: of the sheet
    :param unit: name of the unit that makes it, above on the left
    :param title: lines of the title
    :param counted_at: “Số liệu tính đến …”
    :param headings: `[(text, [texts below])]`; without texts below it stands alone
    :param rows: `[(text, [figures])]`
    :param total: `(text, [figures])`
    :param place_and_date: line above the right signature
    :param signers: `[(post, what to do, name)]`, left and right
    """

    name: str
    unit: str
    title: tuple
    counted_at: str
    headings: list
    rows: list
    total: tuple
    place_and_date: str
    signers: tuple


def write(sheet):
    """Return `sheet` as the content of an XLSX file.

    A form has as many rows as there are units directly below one. Constant memory
    is for lists without end, and cannot merge headings over two rows.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        _Writer(book, sheet).write()
    return buffer.getvalue()


class _Writer:
    """Writes one sheet from the top to the bottom."""

    def __init__(self, book, sheet):
        self.sheet = sheet
        self.page = book.add_worksheet(sheet.name)
        self.styles = {
            name: book.add_format({**FONT, **style}) for name, style in STYLES.items()
        }
        self.width = 2 + sum(len(below) or 1 for _text, below in sheet.headings)
        self.row = 0

    def write(self):
        self._set_up_page()
        self._write_title()
        self._write_headings()
        self._write_rows()
        self._write_signatures()

    def _set_up_page(self):
        page = self.page
        page.set_landscape()
        page.set_paper(A4)
        page.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.set_footer('&R&"Times New Roman"&P/&N')
        page.hide_gridlines(2)
        page.set_column(0, 0, WIDTH_OF_NUMBER)
        page.set_column(1, 1, WIDTH_OF_NAME)
        page.set_column(2, self.width - 1, WIDTH_OF_FIGURE)

    def _text(self, text, style, first, last=None, rows=1):
        """Write a text as a text: what begins with “=” is no formula.

        :param first: first column; :param last: last one when cells are merged
        :param rows: over how many rows they are merged
        """
        last = first if last is None else last
        area = (self.row, first, self.row + rows - 1, last)
        if area[:2] != area[2:]:
            self.page.merge_range(*area, "", self.styles[style])
        self.page.write_string(self.row, first, text or "", self.styles[style])

    def _line(self, text, style, height=None, first=0, last=None):
        """Write a line of text across columns, to the right edge by default."""
        if height:
            self.page.set_row(self.row, height)
        self._text(text, style, first, self.width - 1 if last is None else last)
        self.row += 1

    def _write_title(self):
        self._line(self.sheet.unit, "unit", height=32, last=1)
        for line in self.sheet.title:
            self._line(line, "title", height=20)
        self._line(self.sheet.counted_at, "note")
        self.row += 1

    def _write_headings(self):
        top, column = self.row, 0
        self.page.set_row(top, 20)
        self.page.set_row(top + 1, 78)
        for text, below in [("TT", []), ("Đơn vị", []), *self.sheet.headings]:
            self._write_heading(text, below, column)
            column += len(below) or 1
        self.row = top + 2
        self.page.repeat_rows(top, top + 1)
        self.page.freeze_panes(top + 2, 2)

    def _write_heading(self, text, below, first):
        """Write a heading over the ones `below` it, or over both rows."""
        if not below:
            self._text(text, "heading", first, rows=2)
            return
        self._text(text, "heading", first, first + len(below) - 1)
        self.row += 1
        for column, part in enumerate(below, start=first):
            self._text(part, "heading", column)
        self.row -= 1

    def _write_rows(self):
        for number, (name, figures) in enumerate(self.sheet.rows, start=1):
            self._text(str(number), "number", 0)
            self._text(name, "name", 1)
            self._write_figures(figures, "figure")
        self._text("", "total_name", 0)
        self._text(self.sheet.total[0], "total_name", 1)
        self._write_figures(self.sheet.total[1], "total")

    def _write_figures(self, figures, style):
        for column, figure in enumerate(figures, start=2):
            self.page.write_number(self.row, column, figure, self.styles[style])
        self.row += 1

    def _write_signatures(self):
        self.row += 1
        self._line(self.sheet.place_and_date, "note", first=self.width // 2)
        for part, style, gap in ((0, "signer", 0), (1, "note", 4), (2, "signer", 0)):
            self._pair([signer[part] for signer in self.sheet.signers], style)
            self.row += gap

    def _pair(self, texts, style):
        left, right = texts
        self._text(left, style, 0, 1)
        self._text(right, style, self.width // 2, self.width - 1)
        self.row += 1
