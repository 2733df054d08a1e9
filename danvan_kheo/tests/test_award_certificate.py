"""Certificates measured: places, sizes, sheets, what is printed and what is not."""

import base64
import io
import unicodedata
from unittest.mock import patch

import pypdf
from PIL import Image

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, tagged

from ..models.award.verification import ON_PARAMETER
from ..tools import paper_pdf
from .certificate_common import (
    POINTS,
    CertificateCase,
    baseline,
    chars_of,
    expected_baseline,
    opened,
)

NAME = "Tổ tự quản thôn 10"
LONG = ("Tập thể cán bộ, đảng viên và Nhân dân thôn Mười, xã Suối Trong " * 3)[:138]


def picture(kind="PNG", size=(40, 30)):
    """Return a picture as a client uploads it."""
    content = io.BytesIO()
    Image.new("RGB", size, "#ff00ff").save(content, kind)
    return base64.b64encode(content.getvalue())


@tagged("post_install", "-at_install")
class TestAwardCertificate(CertificateCase):
    """What is read back from the PDF."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._awarded(NAME)

    def test_fields_stand_where_the_layout_says(self):
        layout = self._layout(
            {"value": "name", "x": 31, "y": 47, "width": 180, "size": 20}
            | {"align": "left", "height": 12},
            {"value": "signer", "x": 150, "y": 160, "width": 100, "size": 14}
            | {"align": "right"},
            {"value": "gives", "x": 50, "y": 90, "width": 100, "size": 16}
            | {"align": "center", "height": 20, "valign": "middle"},
        )
        for printer, dx, dy in ((None, 0, 0), (self.printer, 2.5, -1.5)):
            content = self._printed(
                self.award,
                layout_id=layout,
                printer_id=printer or self.printer.browse(),
                **({"reason": "Phôi hỏng"} if self.award.print_count else {}),
            )
            with opened(content) as pdf, self.subTest(printer=printer):
                page = pdf.pages[0]
                name = chars_of(page, NAME)
                self.assertAlmostEqual(name[0]["x0"] / POINTS, 31 + dx, delta=0.3)
                self.assertAlmostEqual(
                    baseline(page, name[0]), expected_baseline(47 + dy, 20), delta=0.3
                )
                self.assertAlmostEqual(name[0]["size"], 20, delta=0.1)
                signer = chars_of(page, "Trần Văn Mẫu")
                self.assertAlmostEqual(signer[-1]["x1"] / POINTS, 250 + dx, delta=0.3)
                gives = chars_of(page, "TẶNG")
                middle = (gives[0]["x0"] + gives[-1]["x1"]) / 2 / POINTS
                self.assertAlmostEqual(middle, 100 + dx, delta=0.3)
                top = 90 + dy + (20 - 16 * 1.2 / POINTS) / 2
                self.assertAlmostEqual(
                    baseline(page, gives[0]), expected_baseline(top, 16), delta=0.3
                )

    def test_a_long_name_is_smaller_and_stays_in_its_box(self):
        award = self._awarded(LONG)
        self.assertEqual(len(LONG), 138)
        for layout in (self.a4, self.a3, self.blank):
            box = layout.field_ids.filtered(lambda f: f.value == "name")
            content = self._printed(award, act="action_test", layout_id=layout)
            with opened(content) as pdf, self.subTest(layout=layout.name):
                self.assertEqual(len(pdf.pages), 1)
                page = pdf.pages[0]
                inside = [
                    char
                    for char in page.chars
                    if box.y < baseline(page, char) < box.y + box.height
                ]
                said = "".join(char["text"] for char in inside).replace(" ", "")
                self.assertEqual(said, LONG.replace(" ", ""))
                self.assertGreaterEqual(min(c["size"] for c in inside), box.smallest)
                self.assertLess(inside[0]["size"], box.size)
                left, right = box.x, box.x + box.width
                self.assertGreaterEqual(min(c["x0"] for c in inside) / POINTS, left)
                self.assertLessEqual(max(c["x1"] for c in inside) / POINTS, right)

    def test_the_code_to_verify_by_stands_at_its_place(self):
        parameters = self.env["ir.config_parameter"]
        parameters.set_param(ON_PARAMETER, True)
        parameters.set_param("web.base.url", "https://danvan.example.vn")
        box = self.a4.field_ids.filtered(lambda f: f.value == "qr")
        with opened(self._printed(self.award, act="action_test")) as pdf:
            page = pdf.pages[0]
            self.assertEqual(len(page.images), 1)
            code = page.images[0]
            self.assertAlmostEqual(code["x0"] / POINTS, box.x, delta=0.3)
            self.assertAlmostEqual(code["top"] / POINTS, box.y, delta=0.3)
            self.assertAlmostEqual(code["width"] / POINTS, box.width, delta=0.3)
            typed = self.award._certificate_code()
            self.assertTrue(typed)
            self.assertIn(typed, page.extract_text())

    def test_a_code_of_letters_that_are_kerned_is_copied_in_one_piece(self):
        self.env["ir.config_parameter"].set_param(ON_PARAMETER, True)
        code = "AVAT-PAVA-TAYA-VAT1"
        awards = type(self.award)
        with patch.object(awards, "_certificate_code", lambda award: code):
            content = self._printed(self.award, act="action_test")
        with opened(content) as pdf:
            self.assertIn(code, pdf.pages[0].extract_text())

    def test_what_cannot_fit_is_refused_in_words_not_cut(self):
        layout = self._layout(
            {"value": "name", "x": 10, "y": 10, "width": 20, "height": 5, "size": 20}
        )
        with self.assertRaisesRegex(UserError, "does not fit|không vừa"):
            self._printed(self.award, layout_id=layout)
        self.assertEqual(self.award.print_count, 0)

    def test_a_blank_prints_neither_background_nor_frame(self):
        self.blank.background = picture()
        self.assertIn("/background", str(self.blank.preview))
        content = self._printed(self.award, layout_id=self.blank)
        with opened(content) as pdf:
            page = pdf.pages[0]
            pictures = [one for one in page.images if one["width"] > 200]
            self.assertFalse(pictures)
            self.assertFalse(page.rects + page.lines + page.curves)
            self.assertNotIn("GIẤY KHEN", page.extract_text())
            self.assertIn(NAME, page.extract_text())

    def test_a_background_is_a_picture_by_its_content(self):
        self.blank.background = picture("JPEG")
        for wrong in (
            base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            base64.b64encode(b"%PDF-1.4 nothing"),
            base64.b64encode(base64.b64decode(picture()) + b"0" * 5 * 1024 * 1024),
        ):
            with self.assertRaisesRegex(ValidationError, "PNG or JPEG"):
                self.blank.background = wrong

    def test_designs_have_their_sheet_and_embedded_composed_letters(self):
        for layout, size in ((self.a4, (297, 210)), (self.a3, (420, 297))):
            content = self._printed(self.award, act="action_test", layout_id=layout)
            with opened(content) as pdf, self.subTest(layout=layout.name):
                page = pdf.pages[0]
                self.assertEqual(len(pdf.pages), 1)
                self.assertAlmostEqual(float(page.width) / POINTS, size[0], delta=0.2)
                self.assertAlmostEqual(float(page.height) / POINTS, size[1], delta=0.2)
                text = page.extract_text()
                self.assertEqual(text, unicodedata.normalize("NFC", text))
                self.assertTrue(page.rects + page.curves + page.lines)
                # Room for the seal between post and name of the signer.
                signer = chars_of(page, "Trần Văn")
                above = [
                    baseline(page, char)
                    for char in page.chars
                    if char["x0"] > signer[0]["x0"]
                    and baseline(page, char) < baseline(page, signer[0]) - 2
                ]
                self.assertGreater(baseline(page, signer[0]) - max(above), 25)
            for page in pypdf.PdfReader(io.BytesIO(content)).pages:
                for font in page["/Resources"]["/Font"].values():
                    inner = font["/DescendantFonts"][0]["/FontDescriptor"]
                    self.assertTrue({"/FontFile2", "/FontFile3"} & set(inner))

    def test_the_grid_has_exact_lines_and_the_fields_with_the_offset(self):
        content = self._printed(
            self.award,
            act="action_test_sheet",
            layout_id=self.blank,
            printer_id=self.printer,
        )
        with opened(content) as pdf:
            page = pdf.pages[0]
            rects = page.rects
            upright = {
                round((r["x0"] + r["x1"]) / 2 / POINTS, 2)
                for r in rects
                if r["height"] > 500 and r["width"] < 1
            }
            level = {
                round((r["top"] + r["bottom"]) / 2 / POINTS, 2)
                for r in rects
                if r["width"] > 800 and r["height"] < 1
            }
            for found, length in ((upright, 297), (level, 210)):
                self.assertEqual(len(found), len(range(5, length, 5)))
                for at, meant in zip(sorted(found), range(5, length, 5), strict=True):
                    self.assertAlmostEqual(at, meant, delta=0.05)
            text = page.extract_text()
            for said in ("150", "200", "lệch phải 2,5 mm"):
                self.assertIn(said, text)
            name = self.blank.field_ids.filtered(lambda f: f.value == "name")
            labels = {
                name.with_context(lang=lang)._label() for lang in ("en_US", "vi_VN")
            }
            self.assertTrue([label for label in labels if label in text])
            corner = [
                r
                for r in rects + page.curves + page.lines
                if abs(r["x0"] / POINTS - (name.x + 2.5)) < 0.3
                and abs(r["top"] / POINTS - (name.y - 1.5)) < 0.3
            ]
            self.assertTrue(corner, "the outline stands at its place with the offset")

    def test_five_awards_in_one_file_in_the_order_of_the_decision(self):
        names = [f"Tổ số {number}" for number in (5, 3, 1, 4, 2)]
        awards = self._eligible(*names)
        decision = self._decide(awards)
        self._issue(decision, "2026-10-16", 30)
        shuffled = awards[3] | awards[0] | awards[4] | awards[1] | awards[2]
        with opened(self._printed(shuffled)) as pdf:
            texts = [page.extract_text() for page in pdf.pages]
        self.assertEqual(len(texts), 5)
        ordered = decision._ordered_awards()
        for text, award in zip(texts, ordered, strict=True):
            self.assertIn(award.printed_name, text)
            self.assertIn(f"số: {award.register_number}", text)

    def test_what_is_not_awarded_prints_as_a_draft_and_is_not_counted(self):
        proposal = self._eligible("Tổ chờ quyết định")
        with opened(self._printed(proposal)) as pdf:
            self.assertIn("DỰ THẢO", pdf.pages[0].extract_text())
        self.assertEqual(proposal.print_count, 0)

    def test_the_older_engine_loses_no_text(self):
        with opened(self._printed(self.award, act="action_test")) as pdf:
            said = pdf.pages[0].extract_text()
        with patch.object(paper_pdf, "HTML", None):
            content = self._printed(self.award, act="action_test")
        with opened(content) as pdf:
            self.assertEqual(len(pdf.pages), 1)
            older = "".join(pdf.pages[0].extract_text().split())
            page = pdf.pages[0]
            self.assertGreater(page.width, page.height)
        for line in said.splitlines():
            self.assertIn("".join(line.split()), older)

    def test_a_blank_is_not_printed_by_an_engine_that_moves_its_fields(self):
        blank = self._layout(mode="blank")
        with (
            patch.object(paper_pdf, "HTML", None),
            self.assertRaisesRegex(UserError, "WeasyPrint"),
        ):
            self._printed(self.award, act="action_test", layout_id=blank)

    def test_a_deputy_signs_under_the_line_of_who_gives(self):
        decision = self.award.decision_id.sudo()
        paper = decision.paper_ids[:1]
        paper._write_owned({"deputy_for": "Chủ tịch", "signer_post": "Phó Chủ tịch"})
        decision._write_owned(decision._issued_values(paper))
        with opened(self._printed(self.award, act="action_test")) as pdf:
            said = pdf.pages[0].extract_text()
        self.assertIn("KT. CHỦ TỊCH", said)
        self.assertIn("PHÓ CHỦ TỊCH", said)
        self.assertNotIn("TM. ", said)

    def test_the_most_specific_layout_in_force_is_proposed(self):
        self.assertEqual(self._dialog(self.award).layout_id, self.a4)
        by_form = self._layout(form_ids=[(4, self.form.id)])
        self.assertEqual(self._dialog(self.award).layout_id, by_form)
        own = self._layout(owner_unit_id=self.commune_government.id)
        self.assertEqual(self._dialog(self.award).layout_id, own)
        own.date_to = "2026-01-01"
        self.assertEqual(self._dialog(self.award).layout_id, by_form)
        foreign = self._layout(owner_unit_id=self.other_government.id)
        self.assertNotIn(foreign, self._dialog(self.award).offered_ids)

    def test_the_printer_chosen_last_is_proposed(self):
        self.assertFalse(self._dialog(self.award).printer_id)
        self._printed(self.award, act="action_test", printer_id=self.printer)
        self.assertEqual(self._dialog(self.award).printer_id, self.printer)

    def test_the_preview_follows_what_is_typed_before_it_is_saved(self):
        with Form(self.blank) as form:
            self.assertIn("Tổ tự quản thôn Mẫu", str(form.preview))
            with form.field_ids.new() as line:
                line.value = "text"
                line.text = "Chữ tự do <b>"
                line.x, line.y = 20, 20
            self.assertIn("Chữ tự do &lt;b&gt;", str(form.preview))

    def test_a_field_stands_on_the_sheet(self):
        with self.assertRaisesRegex(ValidationError, "outside the sheet"):
            self._layout({"value": "name", "x": 250, "y": 10, "width": 60})
        with self.assertRaisesRegex(ValidationError, "outside the sheet"):
            self.a3.page_format = "A4"

    def test_the_space_for_seal_and_signature_stays_free(self):
        for layout in (self.a4, self.a3):
            seal = layout.field_ids.filtered(lambda f: f.value == "seal")
            self.assertEqual(len(seal), 1)
            content = self._printed(self.award, act="action_test", layout_id=layout)
            with opened(content) as pdf, self.subTest(layout=layout.name):
                inside = [
                    char["text"]
                    for char in pdf.pages[0].chars
                    if seal.x < char["x0"] / POINTS < seal.x + seal.width
                    and seal.y < baseline(pdf.pages[0], char) < seal.y + seal.height
                ]
                self.assertFalse("".join(inside).strip())
            with self.assertRaisesRegex(ValidationError, "seal"):
                layout.field_ids.filtered(lambda f: f.value == "signer").y = seal.y
        self.assertIn("dashed", str(self.a4.preview))
