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
    "right": {"italic": True, "align": "right"},
    "heading": {"bold": True, "align": "center", "text_wrap": True, "border": 1},
    "number": {"align": "center", "border": 1},
    "name": {"text_wrap": True, "border": 1},
    "figure": {"align": "center", "border": 1, "num_format": "#,##0"},
    "total_name": {"bold": True, "align": "center", "border": 1},
    "total": {"bold": True, "align": "center", "border": 1, "num_format": "#,##0"},
    "signer": {"bold": True, "align": "center", "text_wrap": True},
}
WIDTH_OF_NUMBER, WIDTH_OF_NAME, WIDTH_OF_FIGURE = 5, 38, 9


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

    Rows go to disk as they are written (constant memory), so each is written once,
    from the top; merges are declared at the end, when they can only add themselves.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
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
        self.merges = []

    def write(self):
        self._set_up_page()
        self._write_title()
        self._write_headings()
        self._write_rows()
        self._write_signatures()
        for area in self.merges:
            self.page.merge_range(*area, "")

    def _set_up_page(self):
        page = self.page
        page.set_landscape()
        page.set_paper(A4)
        page.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.set_footer("&R&P/&N")
        page.hide_gridlines(2)
        page.set_column(0, 0, WIDTH_OF_NUMBER)
        page.set_column(1, 1, WIDTH_OF_NAME)
        page.set_column(2, self.width - 1, WIDTH_OF_FIGURE)

    def _text(self, column, text, style):
        """Write a text as a text: what begins with “=” is no formula."""
        self.page.write_string(self.row, column, text or "", self.styles[style])

    def _line(self, text, style, first=0, last=None, height=None):
        """Write one line of text across columns."""
        if height:
            self.page.set_row(self.row, height)
        self._text(first, text, style)
        self._merge(self.row, first, self.row, self.width - 1 if last is None else last)
        self.row += 1

    def _merge(self, *area):
        if area[:2] != area[2:]:
            self.merges.append(area)

    def _write_title(self):
        self._line(self.sheet.unit, "unit", last=1, height=32)
        for line in self.sheet.title:
            self._line(line, "title", height=20)
        self._line(self.sheet.counted_at, "note")
        self.row += 1

    def _write_headings(self):
        top = self.row
        groups = [("TT", []), ("Đơn vị", []), *self.sheet.headings]
        self._write_heading_row([_padded(text, below) for text, below in groups], 20)
        self._write_heading_row([below or [""] for _text, below in groups], 64)
        column = 0
        for _text, below in groups:
            last = column + (len(below) or 1) - 1
            self._merge(top, column, top if below else top + 1, last)
            column = last + 1
        self.page.repeat_rows(top, top + 1)
        self.page.freeze_panes(top + 2, 2)

    def _write_heading_row(self, cells, height):
        self.page.set_row(self.row, height)
        for column, text in enumerate(text for group in cells for text in group):
            self._text(column, text, "heading")
        self.row += 1

    def _write_rows(self):
        for number, (name, figures) in enumerate(self.sheet.rows, start=1):
            self._text(0, str(number), "number")
            self._text(1, name, "name")
            self._write_figures(figures, "figure")
        self._text(0, "", "total_name")
        self._text(1, self.sheet.total[0], "total_name")
        self._write_figures(self.sheet.total[1], "total")

    def _write_figures(self, figures, style):
        for column, figure in enumerate(figures, start=2):
            self.page.write_number(self.row, column, figure, self.styles[style])
        self.row += 1

    def _write_signatures(self):
        middle = self.width // 2
        self.row += 1
        self._line(self.sheet.place_and_date, "right", first=middle)
        for part, style, gap in ((0, "signer", 0), (1, "note", 4), (2, "signer", 0)):
            self._pair([signer[part] for signer in self.sheet.signers], style)
            self.row += gap

    def _pair(self, texts, style):
        middle = self.width // 2
        for text, first, last in zip(
            texts, (0, middle), (1, self.width - 1), strict=True
        ):
            self._text(first, text, style)
            self._merge(self.row, first, self.row, last)
        self.row += 1


def _padded(text, below):
    """Return the cells of a shared heading: its text, then empty ones."""
    return [text, *[""] * (len(below) - 1)]
