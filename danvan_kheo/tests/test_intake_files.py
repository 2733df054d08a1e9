"""Files that are refused in one line, and the workbooks that are handed out."""

import base64
import io
import zipfile

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..tools.intake import opening
from .intake_common import HEADINGS, INTAKE, IntakeCase, opened, row_of, workbook

OLE = opening.OLE + b"\0" * 600


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    """Return a zip archive of `{name: content}`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_part(content, name, text):
    """Return a workbook with one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return zipped({**parts, name: text})


@tagged("post_install", "-at_install")
class TestIntakeFiles(IntakeCase):
    """What is no table is told in a line, and nothing of it is kept."""

    def _refused(self, content):
        """Return the one line in which a file is refused."""
        with self.assertRaises(UserError) as refused:
            self._send(content)
        text = refused.exception.args[0]
        self.assertNotIn("\n", text)
        self.assertFalse(self.env[INTAKE].search([]))
        return text

    def test_each_kind_of_file_is_refused_with_its_own_reason(self):
        table = self._table(row_of(1))
        bomb = {"[Content_Types].xml": "", "xl/workbook.xml": b"0" * 20_000_000}
        entities = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
        reasons = [
            self._refused(content)
            for content in (
                b"%PDF-1.7 no workbook",
                OLE,
                OLE + opening.ENCRYPTED,
                zipped(bomb),
                table[: len(table) // 2],
                with_part(table, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>"),
                workbook([["Kính gửi"], ["Cảm ơn"]]),
            )
        ]
        self.assertEqual(len({*reasons[:4], *reasons[5:]}), 6)
        self.assertEqual(reasons[0], reasons[4])
        words = self.env[INTAKE].with_user(self.officer)._words_of
        for name in ("xl/workbook.xml", "xl/sharedStrings.xml"):
            self.assertEqual(
                self._refused(with_part(table, name, entities)), words("bomb")
            )

    def test_two_hundred_megabytes_are_refused_before_they_are_decoded(self):
        words = self.env[INTAKE].with_user(self.officer)._words_of
        with self.assertRaises(UserError) as refused:
            self.env[INTAKE].with_user(self.officer)._content("A" * 200_000_000)
        self.assertEqual(refused.exception.args[0], words("large"))

    def test_too_many_rows_are_refused(self):
        self.patch(opening, "MOST_ROWS", 3)
        self._refused(self._table(*map(row_of, range(1, 6))))

    def test_what_a_client_sends_instead_of_a_file(self):
        for sent in (None, False, "", 5, [1], "không phải base64", {"a": 1}):
            with self.assertRaises(UserError):
                self.env[INTAKE].with_user(self.officer).create(
                    {"unit_id": self.commune.id, "file": sent, "file_name": sent}
                )

    def test_the_marked_file_is_ones_own_with_the_bad_cells_in_colour(self):
        rows = [row_of(1, lĩnh_vực="Thể thao"), row_of(2)]
        intake = self._checked(workbook([["Biểu của xã"], *self._lines(rows)]))
        book = self._handed_out(intake.action_marked())
        page = book.worksheets[0]
        last = page.max_column
        self.assertEqual(page["A1"].value, "Biểu của xã")
        self.assertEqual(page.cell(2, last).value, "Lỗi cần sửa")
        self.assertIn("C3", page.cell(3, last).value)
        self.assertIsNone(page.cell(4, last).value)
        self.assertEqual(page["C3"].fill.start_color.rgb, "FFFFC7CE")

    @staticmethod
    def _lines(rows):
        return [HEADINGS, *rows]

    def test_no_formula_leaves_in_the_marked_file(self):
        book = openpyxl.load_workbook(
            io.BytesIO(self._table(row_of(1, lĩnh_vực="Thể thao")))
        )
        book.worksheets[0]["E2"] = "=cmd|' /C calc'!A0"
        buffer = io.BytesIO()
        book.save(buffer)
        marked = self._handed_out(self._checked(buffer.getvalue()).action_marked())
        cells = [cell for row in marked.worksheets[0].iter_rows() for cell in row]
        self.assertNotIn("f", {cell.data_type for cell in cells})
        self.assertIn("=cmd|' /C calc'!A0", [cell.value for cell in cells])

    def _handed_out(self, action):
        self.assertEqual(action["tag"], "danvan_save_file")
        content = base64.b64decode(action["params"]["content"])
        return openpyxl.load_workbook(io.BytesIO(content))

    def test_the_units_own_workbook(self):
        self._register(self.campaign, hamlet="Thôn 7")
        wizard = self.env["danvan.intake.workbook"].with_user(self.officer).create({})
        self.assertEqual(wizard.unit_id, self.commune)
        book = self._handed_out(wizard.action_hand_out())
        page, guide, lists = book.worksheets
        self.assertTrue(page.protection.sheet)
        self.assertTrue(page["B1"].protection.locked)
        self.assertFalse(page.column_dimensions["B"].protection.locked)
        self.assertEqual(lists.sheet_state, "hidden")
        offered = {cell.value for row in lists.iter_rows() for cell in row}
        self.assertLessEqual(
            {"Thôn 7", "Thôn 10", "Lê Thị Thử", "Kinh tế", "Mô hình"}, offered
        )
        self.assertIn(self.commune.name, str([c.value for c in guide["B"]]))
        self.assertGreater(len(page.data_validations.dataValidation), 5)

    def test_a_foreign_unit_gives_no_workbook(self):
        dialogs = self.env["danvan.intake.workbook"].with_user(self.officer)
        wizard = dialogs.create({"unit_id": self.other_commune.id})
        with self.assertRaises(UserError):
            wizard.action_hand_out()

    def test_hidden_sheets_are_not_read(self):
        _page, book = opened(self._table(row_of(1)))
        hidden = book.create_sheet("Ẩn", 0)
        hidden.sheet_state = "hidden"
        hidden.append(["Tên mô hình", "Lĩnh vực", "Thôn", "Việc làm", "Chức vụ"])
        buffer = io.BytesIO()
        book.save(buffer)
        self.assertEqual(self._send(buffer.getvalue()).sheet_name, "Biểu 1")
