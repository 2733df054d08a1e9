"""Every kind of paper, printed and measured against the layout of its family."""

from unittest.mock import patch

from markupsafe import Markup

from odoo.tests import tagged

from ..tools import paper_pdf, placeholders
from .document_common import DocumentCase, pdf_texts
from .paper_measure import SLACK, Measured

# Enough for three pages of the narrowest and two of the widest paper.
ROWS = 24
HEADINGS = ("TT", "Tên gọi", "Khác")
LAST_TWO = "Đây là hai dòng sau cùng của văn bản. " * 5


@tagged("post_install", "-at_install")
class TestDocumentMeasures(DocumentCase):
    """Long papers of each template, by a Party, a State and a Front body."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.front = cls._unit("TMT", "Ủy ban MTTQ tỉnh Sông Mây", "front")
        cls.front.write({"paper_symbol": "MTTQ", "place_name": "Sông Mây"})
        for unit in (cls.state_body, cls.front):
            unit.write({"leader_name": "Trần Thị Mẫu", "leader_post": "Chủ tịch"})
        cls.issuers = {
            "party": cls.commission,
            "state": cls.state_body,
            "front": cls.front,
        }
        cls.templates = cls.env["danvan.document.template"].search(
            cls.env["danvan.document.template"]._in_force()
        )

    def setUp(self):
        super().setUp()
        self.assertTrue(paper_pdf.is_available(), "WeasyPrint is in the environment")

    # Making long papers

    @classmethod
    def _long_body(cls, paragraphs=6):
        rows = [
            (number, f"Đầu{number} " + "chữ " * 15 + f"Cuối{number}", "")
            for number in range(1, ROWS + 1)
        ]
        text = Markup("<p>Nội dung của văn bản được viết đủ dài để sang trang.</p>")
        return (
            text * paragraphs
            + placeholders.table(HEADINGS, rows)
            + Markup("<p>%s</p>") % LAST_TWO
        )

    def _paper_by(self, template, unit, body=None):
        texts = template._sample_texts()
        texts["body"] = (texts["body"] or "") + (body or self._long_body())
        return self.env["danvan.document"].create(
            {
                **texts,
                "unit_id": unit.id,
                "template_id": template.id,
                "title": template.title,
                "left_signature": template.left_signature,
            }
        )

    def _printed(self, papers):
        report = self.env["ir.actions.report"]
        return report._paper_pdf("danvan_kheo.document_report", papers.ids)

    def _families_of(self, template):
        family = "family" in template._fields and template.family
        return [family] if family else ["party", "state"]

    # Measures

    def test_every_template_by_the_layout_of_its_family(self):
        self.assertGreater(len(self.templates), 10)
        for template in self.templates:
            for family in self._families_of(template):
                with self.subTest(f"{template.code}, {family}"):
                    paper = self._paper_by(template, self.issuers[family])
                    measured = Measured(self._printed(paper))
                    self._assert_sheet(measured, paper)
                    self._assert_heading(measured, paper)
                    self._assert_page_numbers(measured, paper)
                    self._assert_tables(measured)
                    self._assert_signature(measured, paper)
                    self._assert_letters(measured)

    def test_the_fronts_layout(self):
        template = self.templates.filtered(lambda t: t.code == "plan")
        paper = self._paper_by(template, self.front)
        measured = Measured(self._printed(paper))
        self._assert_sheet(measured, paper)
        self._assert_heading(measured, paper)

    def _assert_sheet(self, measured, paper):
        layout = paper.layout_id
        size = (210, 297)
        if paper.template_id.page_format == "landscape":
            size = size[::-1]
        self.assertEqual(measured.sizes(), {size})
        self.assertGreater(len(measured.pages), 1)
        for number in range(len(measured.pages)):
            left, top, right, bottom = measured.box(number)
            self.assertGreaterEqual(left, layout.margin_left - SLACK)
            self.assertLessEqual(right, size[0] - layout.margin_right + SLACK)
            self.assertLessEqual(bottom, size[1] - layout.margin_bottom + SLACK)
            self.assertGreaterEqual(top, layout.margin_top - SLACK)

    @staticmethod
    def _border(measured, layout):
        """Return where the right column of the heading begins, in millimetres."""
        width = measured.pages[0].width / 72 * 25.4
        text = width - layout.margin_left - layout.margin_right
        return layout.margin_left + text * layout.left_width / 100

    def _assert_heading(self, measured, paper):
        layout = paper.layout_id
        border = self._border(measured, layout)
        motto = measured.line(0, layout.motto, border)
        self._assert_type(motto, layout.size_motto, "Bold")
        self._assert_column(motto, measured, layout, right=True)
        last = motto
        if layout.submotto:
            last = measured.line(0, layout.submotto, border)
            self._assert_type(last, layout.size_submotto, "Bold")
        for block in paper._paper()["headings"][0]["issuers"]:
            for text in block["superior"]:
                superior = measured.line(0, text.split()[0], border)
                self._assert_type(superior, layout.size_superior, "Regular")
            name = measured.line(0, block["issuer"][0].split()[1], border)
        self._assert_type(name, layout.size_issuer, "Bold")
        self._assert_column(name, measured, layout, right=False)
        self._assert_rules(measured, layout, last)
        self._assert_number_and_date(measured, paper, border)
        self._assert_title(measured, paper)

    def _assert_column(self, line, measured, layout, *, right):
        """The line is centred in its column."""
        border = self._border(measured, layout)
        width = measured.pages[0].width / 72 * 25.4
        ends = (border, width - layout.margin_right)
        ends = ends if right else (layout.margin_left, border)
        self.assertAlmostEqual(line.middle, sum(ends) / 2, delta=1, msg=line.text)

    def _assert_title(self, measured, paper):
        if not paper._paper()["title"]:
            return
        layout = paper.layout_id
        title = measured.line(0, paper.title.splitlines()[0][:20])
        self._assert_type(title, layout.size_title, "Bold")
        width = measured.pages[0].width / 72 * 25.4
        middle = (layout.margin_left + width - layout.margin_right) / 2
        self.assertAlmostEqual(title.middle, middle, delta=1)

    def _assert_type(self, line, size, face):
        self.assertAlmostEqual(line.size, size, delta=0.1, msg=line.text)
        self.assertTrue(line.is_face(face), f"{line.text}: {set(line.faces)}")

    def _assert_rules(self, measured, layout, motto):
        """The rule under the motto is as long as the motto; the one under the name a
        third to a half of it (Nghị định 30/2020/NĐ-CP, Phụ lục I); the Party has a
        star there (Hướng dẫn 36-HD/VPTW)."""
        whole = measured.rule_below(0, motto)
        border = self._border(measured, layout)
        self.assertAlmostEqual(whole, motto.x1 - motto.x0, delta=2)
        if layout.issuer_separator == "star":
            star = measured.line(0, "*", border)
            self._assert_column(star, measured, layout, right=False)

    def _assert_number_and_date(self, measured, paper, border):
        layout = paper.layout_id
        date = measured.line(0, f"{paper.unit_id.place_name},", border)
        self._assert_type(date, layout.size_place_date, "Italic")
        self._assert_column(date, measured, layout, right=True)
        if paper.template_id.is_form:
            return
        symbol = layout._symbol(0, paper.type_symbol, paper.unit_id.paper_symbol)
        number = measured.line(0, symbol.split("\N{NO-BREAK SPACE}")[-1], border)
        self.assertTrue(number.text.startswith(layout.number_label), number.text)
        self._assert_type(number, layout.size_number, "Regular")
        self.assertAlmostEqual(number.bottom, date.bottom, delta=2)

    def _assert_page_numbers(self, measured, paper):
        self.assertIsNone(measured.page_number(0))
        left, right = paper.layout_id.margin_left, paper.layout_id.margin_right
        width = measured.pages[0].width / 72 * 25.4
        for number in range(1, len(measured.pages)):
            line = measured.page_number(number)
            self.assertEqual(line.text, str(number + 1))
            self.assertAlmostEqual(line.middle, (left + width - right) / 2, delta=1)

    def _assert_tables(self, measured):
        """Heading rows are repeated, no row is cut, none is lost."""
        seen = set()
        for page in measured.pages:
            text = page.extract_text()
            begun = {n for n in range(1, ROWS + 1) if f"Đầu{n} " in text}
            ended = {n for n in range(1, ROWS + 1) if f"Cuối{n}" in _words_of(text)}
            self.assertEqual(begun, ended, "a row is cut")
            if begun:
                self.assertIn("Khác", text)
            seen |= begun
        self.assertEqual(len(seen), ROWS)

    def _assert_signature(self, measured, paper):
        pages = [page.extract_text() for page in measured.pages]
        signed = [n for n, text in enumerate(pages) if paper.signer_name in text]
        self.assertTrue(any("sau cùng của văn bản" in pages[n] for n in signed))

    def _assert_letters(self, measured):
        self.assertFalse(measured.loose_fonts())
        self.assertEqual(len(measured.families()), 1, measured.families())
        self.assertFalse(measured.decomposed())

    def test_rule_under_the_name_of_a_state_body(self):
        self.state_body.heading_name = "Ủy ban nhân dân\nxã Suối Đá"
        template = self.templates.filtered(lambda t: t.code == "decision")
        paper = self._paper_by(template, self.state_body)
        measured = Measured(self._printed(paper))
        border = self._border(measured, paper.layout_id)
        name = measured.line(0, "ỦY BAN NHÂN DÂN", border)
        below = measured.line(0, "XÃ SUỐI ĐÁ", border)
        share = measured.rule_below(0, below) / (name.x1 - name.x0)
        self.assertGreaterEqual(share, 1 / 3)
        self.assertLessEqual(share, 1 / 2)

    def test_the_signature_takes_two_lines_along_wherever_the_page_ends(self):
        self._assert_two_lines_kept(Markup("<p>%s</p>") % LAST_TWO)

    def test_two_lines_are_kept_where_the_last_paragraph_has_one(self):
        self._assert_two_lines_kept(Markup("<p>Hết văn bản./.</p>"))

    def _assert_two_lines_kept(self, ending):
        template = self.templates.filtered(lambda t: t.code == "plan")
        line = Markup("<p>Một dòng của văn bản.</p>")
        papers = self.env["danvan.document"]
        for count in range(2, 16):
            body = line * count + ending
            papers |= self._paper_by(template, self.commission, body)
        split = 0
        for paper in papers:
            measured = Measured(self._printed(paper))
            last = measured.pages[-1].extract_text()
            self.assertIn(paper.signer_name, last)
            lines = measured.lines(len(measured.pages) - 1)
            above = [n for n in lines if "dòng sau" in n.text or "văn bản" in n.text]
            self.assertGreaterEqual(len(above), 2)
            split += len(measured.pages) > 1
        self.assertTrue(0 < split < len(papers), "the bound lies among them")

    def test_without_the_engine_no_word_is_lost(self):
        papers = self.env["danvan.document"]
        for template in self.templates:
            family = self._families_of(template)[0]
            body = Markup("<p>Thân bài.</p>")
            papers |= self._paper_by(template, self.issuers[family], body)
        said = set(" ".join(pdf_texts(self._printed(papers))).split())
        with patch.object(paper_pdf, "HTML", None):
            again = "".join(" ".join(pdf_texts(self._printed(papers))).split())
        numbers = {str(number) for number in range(2, 10)}
        # Without spaces: where a line breaks or letters are kerned differs.
        self.assertFalse({word for word in said if word not in again} - numbers)


def _words_of(text):
    return set(text.split())
