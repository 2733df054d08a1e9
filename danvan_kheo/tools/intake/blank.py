"""The workbook that a unit fills in: headings under protection, lists to choose from.

Its words are Vietnamese whatever the language of the screen, as those of papers.
"""

import io
from dataclasses import dataclass, field

import xlsxwriter

from .table import letter

ROWS = 1000
SHEET = "Đăng ký"
GUIDE = "Hướng dẫn"
LISTS = "Danh mục"
FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
HEADING = {
    "bold": True,
    "bg_color": "#E7E6E6",
    "border": 1,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
}
WIDE = {"name": 40, "activity": 36, "indicator": 30, "person": 24}
NARROW, USUAL = 6, 20
STEPS = (
    "Ghi mỗi mô hình, điển hình một dòng ở trang “Đăng ký”. Dòng tiêu đề được khóa; "
    "các ô bên dưới đều ghi được.",
    "Ô có mũi tên thì chọn trong danh sách. Chưa biết thì để trống; riêng tên mô hình, "
    "điển hình phải có.",
    "Mô hình có nhiều người phụ trách, nhiều việc làm hoặc nhiều chỉ tiêu: ghi tiếp ở "
    "dòng dưới, để trống cột TT và cột tên.",
    "Thời gian ghi 15/3/2026 hoặc 03/2026. Số ghi 1.200 hoặc 1,5 triệu.",
    "Không dùng công thức. Không đổi tên, không xóa dòng tiêu đề.",
    "Ghi xong, lưu tệp rồi vào Đăng ký › Nhập từ Excel, bấm “Mới”, chọn tệp và bấm "
    "“Kiểm tra”. Phần mềm báo từng ô cần sửa trước khi nhập.",
)


@dataclass
class Blank:
    """What the workbook is made of.

    :param unit: name of the unit
    :param campaign: name of the campaign
    :param columns: `[(target, heading)]`
    :param lists: `{target: texts to choose from}`
    :param open_lists: targets whose lists are proposals only
    """

    unit: str
    campaign: str
    columns: list
    lists: dict = field(default_factory=dict)
    open_lists: tuple = ()

    def content(self):
        """Return the content of the workbook."""
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
            page, guide = book.add_worksheet(SHEET), book.add_worksheet(GUIDE)
            places = self._write_lists(book)
            self._write_table(book, page, places)
            self._write_guide(book, guide)
        return buffer.getvalue()

    def _write_lists(self, book):
        """Write what can be chosen into a hidden sheet; return `{target: range}`."""
        page = book.add_worksheet(LISTS)
        page.hide()
        page.protect()
        places = {}
        for column, (target, texts) in enumerate(self.lists.items()):
            for row, text in enumerate(texts):
                page.write_string(row, column, text)
            if texts:
                at = letter(column)
                places[target] = f"='{LISTS}'!${at}$1:${at}${len(texts)}"
        return places

    def _write_table(self, book, page, places):
        heading = book.add_format({**FONT, **HEADING})
        # Text cells keep what is typed: 03/2026 stays that and becomes no date.
        cell = {**FONT, "num_format": "@", "locked": False, "text_wrap": True}
        style = book.add_format({**cell, "border": 1, "border_color": "#BFBFBF"})
        for column, (target, text) in enumerate(self.columns):
            width = NARROW if target == "number" else WIDE.get(target, USUAL)
            page.set_column(column, column, width, style)
            page.write_string(0, column, text, heading)
            if target in places:
                self._offer(page, column, target, places[target])
        page.set_row(0, 48)
        page.freeze_panes(1, 2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.protect(
            options={"format_columns": True, "format_rows": True, "sort": True}
        )

    def _offer(self, page, column, target, source):
        closed = target not in self.open_lists
        page.data_validation(
            *(1, column, ROWS, column),
            {
                "validate": "list",
                "source": source,
                "show_error": closed,
                "error_title": "Không có trong danh sách",
                "error_message": "Chọn một mục trong danh sách, hoặc để trống.",
            },
        )

    def _write_guide(self, book, page):
        plain = book.add_format({**FONT, "text_wrap": True})
        title = book.add_format({**FONT, "bold": True, "text_wrap": True})
        page.set_column(0, 0, 5, plain)
        page.set_column(1, 1, 95, plain)
        page.write_string(0, 1, "HƯỚNG DẪN GHI BIỂU ĐĂNG KÝ", title)
        page.write_string(1, 1, f"Đơn vị: {self.unit}", plain)
        page.write_string(2, 1, f"Phong trào: {self.campaign}", plain)
        for number, text in enumerate(STEPS, 1):
            page.write_string(number + 3, 0, f"{number}.", plain)
            page.write_string(number + 3, 1, text, plain)
        page.protect()
