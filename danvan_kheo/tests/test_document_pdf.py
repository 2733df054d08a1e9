"""The page itself: measured, not believed."""

import base64
import io
import unicodedata
from unittest.mock import patch

import pypdf

from odoo.tests import tagged
from odoo.tools import mute_logger

from ..tools import paper_pdf, placeholders
from .document_common import DocumentCase, pdf_texts

MM = 72 / 25.4
LETTERS = "ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỵỷỹđ ĂÂĐÊÔƠƯ"


@tagged("post_install", "-at_install")
class TestDocumentPdf(DocumentCase):
    """Papers by both engines, of both families."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rows = [[str(i), f"Thôn {i}", "1.518.000"] for i in range(1, 61)]
        table = placeholders.table(["TT", "Tập thể", "Số tiền"], rows)
        cls.party = cls._paper_of(body=f"<p>Đầu {LETTERS}</p>{table}<p>Hết bài./.</p>")
        cls.state = cls._paper_of(cls.state_body, "decision", subject="về việc khen")

    def _pdf(self, papers):
        report = self.env["ir.actions.report"]
        return report._paper_pdf("danvan_kheo.document_report", papers.ids)

    def _layout_needed(self):
        if not paper_pdf.is_available():
            self.skipTest("WeasyPrint is not on this server")

    def test_page_size_margins_and_page_number(self):
        self._layout_needed()
        pages = pypdf.PdfReader(io.BytesIO(self._pdf(self.party))).pages
        self.assertGreater(len(pages), 1)
        for page in pages:
            self.assertAlmostEqual(float(page.mediabox.width), 210 * MM, delta=1)
            self.assertAlmostEqual(float(page.mediabox.height), 297 * MM, delta=1)
        first, second = (self._placed(page) for page in pages[:2])
        self.assertGreaterEqual(min(x for x, y, text in first), 30 * MM - 1)
        self.assertLessEqual(max(y for x, y, text in first), (297 - 20) * MM)
        above = [text.strip() for x, y, text in second if y > (297 - 20) * MM]
        self.assertEqual(above, ["2"])
        x = next(x for x, y, text in second if text.strip() == "2" and y > 277 * MM)
        self.assertAlmostEqual(x, (30 + 165 / 2) * MM, delta=8)

    def _placed(self, page):
        """Return `[(x, y, text)]` of what is printed on a page."""
        placed = []

        def visit(text, matrix, text_matrix, font, size):
            if text.strip():
                x = text_matrix[4] * matrix[0] + matrix[4]
                y = text_matrix[5] * matrix[3] + matrix[5]
                placed.append((x, y, text))

        page.extract_text(visitor_text=visit)
        return placed

    def test_fonts_are_embedded_and_one_typeface(self):
        self._layout_needed()
        reader = pypdf.PdfReader(io.BytesIO(self._pdf(self.party)))
        names = set()
        for page in reader.pages:
            for font in page["/Resources"]["/Font"].values():
                font = font.get_object()
                inner = font["/DescendantFonts"][0].get_object()
                descriptor = inner["/FontDescriptor"].get_object()
                self.assertTrue({"/FontFile2", "/FontFile3"} & set(descriptor))
                names.add(font["/BaseFont"].split("+")[-1].split("-")[0])
        self.assertLessEqual(names, {"/Tinos", "Tinos", "Times", "TimesNewRoman"})

    def test_vietnamese_reads_back_composed(self):
        text = "\n".join(pdf_texts(self._pdf(self.party)))
        self.assertEqual(text, unicodedata.normalize("NFC", text))
        for letter in LETTERS.replace(" ", ""):
            self.assertIn(letter, text)

    def test_headings_of_both_families(self):
        party = pdf_texts(self._pdf(self.party))[0]
        self.assertIn("ĐẢNG CỘNG SẢN VIỆT NAM", party)
        self.assertIn("TỈNH ỦY SÔNG MÂY", party)
        self.assertIn("-TTr/BDVTU", party)
        self.assertIn("DỰ THẢO", party)
        state = pdf_texts(self._pdf(self.state))[0]
        self.assertIn("Độc lập - Tự do - Hạnh phúc", state)
        self.assertIn("Số:", state)
        self.assertIn("/QĐ-UBND", state)
        self.assertNotIn("ĐẢNG", state, "no Party organ above a State body")

    def test_superior_of_a_commune_committee(self):
        heading = self.commune._paper_heading()
        self.assertEqual(heading["issuers"][0]["superior"], ["ĐẢNG BỘ TỈNH SÔNG MÂY"])

    def test_issued_paper_is_no_draft(self):
        paper = self._issued(subject="về việc khen thưởng")
        text = pdf_texts(base64.b64decode(paper.pdf_file))[0]
        self.assertNotIn("DỰ THẢO", text)
        self.assertIn("Số 07-TTr/BDVTU", text)
        self.assertIn("Sông Mây, ngày 05 tháng 02 năm 2026", text)

    def test_heading_row_repeats_and_rows_stay_whole(self):
        self._layout_needed()
        pages = pdf_texts(self._pdf(self.party))
        with_rows = [page for page in pages if "1.518.000" in page]
        self.assertGreater(len(with_rows), 1)
        for page in with_rows:
            self.assertIn("Số tiền", page)

    def test_signature_is_not_left_alone(self):
        self._layout_needed()
        last = pdf_texts(self._pdf(self.party))[-1]
        self.assertIn("TRƯỞNG BAN", last)
        self.assertIn("Nguyễn Văn Mẫu", last)
        self.assertIn("Hết bài", last)

    def test_many_records_in_one_job(self):
        text = "\n".join(pdf_texts(self._pdf(self.party | self.state)))
        self.assertIn("TỜ TRÌNH", text)
        self.assertIn("QUYẾT ĐỊNH", text)

    def test_issued_and_draft_in_one_job(self):
        issued = self._issued(subject="về việc đã ban hành")
        for html in (paper_pdf.HTML, None):
            with self.subTest(html), patch.object(paper_pdf, "HTML", html):
                text = "\n".join(pdf_texts(self._pdf(self.state | issued)))
                self.assertIn("về việc đã ban hành", text)
                self.assertIn("QUYẾT ĐỊNH", text)
                self.assertEqual(text.count("DỰ THẢO"), 1)

    def test_landscape(self):
        self.party.template_id.page_format = "landscape"
        for html in (paper_pdf.HTML, None):
            with self.subTest(html), patch.object(paper_pdf, "HTML", html):
                page = pypdf.PdfReader(io.BytesIO(self._pdf(self.party))).pages[0]
                self.assertGreater(page.mediabox.width, page.mediabox.height)

    def test_other_engine_loses_no_text(self):
        papers = self.party | self.state
        words = set(" ".join(pdf_texts(self._pdf(papers))).split())
        with patch.object(paper_pdf, "HTML", None):
            content = self._pdf(papers)
            again = set(" ".join(pdf_texts(content)).split())
        producer = pypdf.PdfReader(io.BytesIO(content)).metadata.creator
        self.assertIn("wkhtmltopdf", producer, "by the other engine indeed")
        page_numbers = {"2", "3", "4"}
        self.assertFalse(words - again - page_numbers)

    def test_language_of_the_reader_does_not_matter(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        french = self.party.with_context(lang="fr_FR")
        self.assertIn("TỜ TRÌNH", pdf_texts(self._pdf(french))[0])

    @mute_logger("weasyprint")
    def test_nothing_is_fetched_from_outside(self):
        self._layout_needed()
        body = (
            '<p>Trước</p><img src="file:///etc/passwd"/><img src="http://127.0.0.1/a"/>'
            '<img src="/danvan_kheo/static/../__manifest__.py"/>'
            '<p style="background:url(http://127.0.0.1/b)">Sau</p>'
        )
        opened = []
        with patch("socket.socket.connect", lambda *args: opened.append(args)):
            page = f"<html><body>{body}</body></html>"
            texts = pdf_texts(paper_pdf.render([page]))
        self.assertFalse(opened)
        self.assertIn("Trước", texts[0])
        self.assertIn("Sau", texts[0])

    def test_own_files_only(self):
        icon = "/danvan_kheo/static/description/icon.png"
        self.assertTrue(paper_pdf.own_file(icon))
        for url in (
            "/danvan_kheo/static/../__manifest__.py",
            "/danvan_kheo/static/%2e%2e/__manifest__.py",
            "/web/static/img/favicon.ico",
            "file:///etc/passwd",
            "/danvan_kheo/models/document/layout.py",
        ):
            with self.subTest(url), self.assertRaises(ValueError):
                paper_pdf.own_file(url)
