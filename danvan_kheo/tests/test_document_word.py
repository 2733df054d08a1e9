"""The editable Word file of a paper, read by its XML."""

import unicodedata

from odoo.tests import tagged

from .paper_measure import Measured
from .word_common import SPACES, W, Word, WordCase

MM = 1440 / 25.4  # twentieths of a point
FONT = "Times New Roman"
# The order that the format asks for; Word takes another for damage.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs strike color sz szCs u bdr shd vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
}


@tagged("post_install", "-at_install")
class TestDocumentWordSheet(WordCase):
    """Page, typeface, sizes, page numbers, properties."""

    def test_margins_and_orientation_are_the_layouts(self):
        for paper in (self.party, self.state, self.landscape):
            wide = paper == self.landscape
            layout = paper.layout_id
            page = self._word(paper).body.find(f"{W}sectPr")
            size, margins = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
            expected = {"w": 297 if wide else 210, "h": 210 if wide else 297}
            for name, length in expected.items():
                self.assertAlmostEqual(
                    int(size.get(f"{W}{name}")), length * MM, delta=2
                )
            orient = size.get(f"{W}orient", "portrait")
            self.assertEqual(orient, "landscape" if wide else "portrait")
            for side in ("top", "bottom", "left", "right"):
                given = int(margins.get(f"{W}{side}"))
                self.assertAlmostEqual(given, layout[f"margin_{side}"] * MM, delta=2)

    def test_one_typeface_for_every_script(self):
        for paper in (self.party, self.state):
            for name, root in self._word(paper).parts().items():
                for fonts in root.iter(f"{W}rFonts"):
                    said = {key.removeprefix(W): v for key, v in fonts.items()}
                    scripts = ("ascii", "hAnsi", "eastAsia", "cs")
                    self.assertEqual(said, dict.fromkeys(scripts, FONT), name)
            styles = self._word(paper).part("word/styles.xml")
            defaults = f".//{W}rPrDefault/{W}rPr/{W}rFonts"
            self.assertIsNotNone(styles.find(defaults), "for what names no font")

    def test_sizes_are_the_layouts(self):
        for paper in (self.party, self.state):
            word, layout = self._word(paper), paper.layout_id
            texts = {
                "motto": layout.motto,
                "issuer": paper._paper()["headings"][0]["issuers"][0]["issuer"][0],
                "place_date": "ngày",
                "title": paper.title,
                "subject": paper.subject,
                "signature": paper.signer_name,
                "recipients_title": "Nơi nhận:",
                "recipients": "- Như trên;",
            }
            for name, text in texts.items():
                with self.subTest(f"{layout.name}: {name}"):
                    self.assertEqual(word.size(text), {layout[f"size_{name}"]})

    def test_pages_are_numbered_from_the_second_on(self):
        word = self._word(self.party)
        section = word.document.sections[0]
        self.assertTrue(section.different_first_page_header_footer)
        header = section.header.paragraphs[0]
        fields = [f.get(f"{W}instr") for f in header._p.iter(f"{W}fldSimple")]
        self.assertEqual(fields, ["PAGE"])
        self.assertEqual(header.style.paragraph_format.alignment, 1, "in the middle")
        first = section.first_page_header
        self.assertFalse(first.is_linked_to_previous)
        self.assertFalse(list(first._element.iter(f"{W}fldSimple", f"{W}t")))

    def test_properties_name_the_unit_and_nobody_else(self):
        name, content = self.party.with_user(self.officer)._word()
        self.assertEqual(name, f"{self.party._file_name()}.docx")
        word = Word(content)
        properties = word.document.core_properties
        self.assertEqual(properties.author, "BAN DÂN VẬN TỈNH ỦY")
        self.assertEqual(properties.last_modified_by, properties.author)
        self.assertEqual((properties.comments, properties.language), ("", "vi-VN"))
        for part in word.parts():
            if not part.startswith("docProps"):
                continue
            said = word.package.read(part).decode()
            for stranger in (self.officer.name, self.officer.login, "python"):
                self.assertNotIn(stranger, said)

    def test_text_is_composed_vietnamese(self):
        decomposed = unicodedata.normalize("NFD", "<p>Suối Đá, “ế ộ ữ”</p>")
        paper = self._paper_of(body=decomposed, subject="về việc ế")
        text = self._word(paper).text()
        self.assertEqual(text, unicodedata.normalize("NFC", text))
        self.assertIn("“ế ộ ữ”", text)

    def test_elements_stand_in_the_order_of_the_format(self):
        for paper in (self.party, self.state, self.letter, self.joint):
            for name, root in self._word(paper).parts().items():
                for kind, order in ORDERS.items():
                    places = {f"{W}{tag}": n for n, tag in enumerate(order.split())}
                    for element in root.iter(f"{W}{kind}"):
                        found = [places.get(child.tag, -1) for child in element]
                        tags = [child.tag for child in element]
                        self.assertNotIn(-1, found, f"{name}: {tags}")
                        self.assertEqual(found, sorted(found), f"{name}: {tags}")

    def test_every_cell_ends_with_a_paragraph(self):
        nested = "<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>"
        word = self._word(self._paper_of(body=nested))
        for cell in word.body.iter(f"{W}tc"):
            self.assertEqual(cell[-1].tag, f"{W}p", "else Word finds it damaged")


@tagged("post_install", "-at_install")
class TestDocumentWordBlocks(WordCase):
    """Heading, title, addressees, signature."""

    def test_heading_is_a_table_without_lines_in_the_layouts_proportions(self):
        for paper in (self.party, self.state):
            word, layout = self._word(paper), paper.layout_id
            table = word.table_with(layout.motto)
            lines = set(word.values(table, "w:tblPr/w:tblBorders/*"))
            self.assertEqual(lines, {"nil"})
            widths = [int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")]
            self.assertEqual(len(widths), 2)
            share = 100 * widths[0] / sum(widths)
            self.assertAlmostEqual(share, layout.left_width, delta=0.2)
            first = table.findall(f"{W}tr")[0].findall(f"{W}tc")
            self.assertNotIn(layout.motto, "".join(first[0].itertext()))
            self.assertIn(layout.motto, "".join(first[1].itertext()))

    def _rules(self, word, text):
        """Return the lengths in points of the rules drawn in the cell of `text`."""
        cell = next(word.paragraph(text).iterancestors(f"{W}tc"))
        room = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
        lengths = []
        for paragraph in cell.xpath("w:p[w:pPr/w:pBdr]", namespaces=SPACES):
            indent = paragraph.find(f"{W}pPr/{W}ind")
            sides = int(indent.get(f"{W}left")) + int(indent.get(f"{W}right"))
            lengths.append((room - sides) / 20)
        return lengths

    def test_rules_are_as_long_as_in_the_pdf(self):
        report = self.env["ir.actions.report"]
        for paper, last in (
            (self.party, self.party.layout_id.motto),
            (self.state, self.state.layout_id.submotto),
        ):
            pdf = report._paper_pdf("danvan_kheo.document_report", paper.ids)
            measured = Measured(pdf)
            line = measured.line(0, last, border=90)
            drawn = measured.rule_below(0, line) * 72 / 25.4
            [length] = self._rules(self._word(paper), last)
            self.assertAlmostEqual(length, drawn, delta=4, msg=last)

    def test_what_separates_is_what_the_layout_says(self):
        party, state = self._word(self.party), self._word(self.state)
        self.assertIn("BAN DÂN VẬN TỈNH ỦY * ĐẢNG", party.text())
        self.assertIn("“Dân vận khéo” ----- ", party.text())
        self.assertEqual(len(self._rules(state, "ỦY BAN NHÂN DÂN XÃ")), 1)
        self.assertNotIn("*", state.text())
        self.assertNotIn("-----", state.text())
        self.state.layout_id.issuer_separator = "none"
        self.assertFalse(self._rules(self._word(self.state), "ỦY BAN NHÂN DÂN XÃ"))

    def test_several_issuers_have_numbers_and_signatures_of_their_own(self):
        text = self._word(self.joint).text()
        for said in ("-KH/BDVTU", "-KH/ĐU", "/KH-MTTQ"):
            self.assertEqual(text.count(said), 1, said)
        self.assertEqual(text.count("ĐẢNG CỘNG SẢN VIỆT NAM"), 1)
        self.assertEqual(text.count("CỘNG HÒA XÃ HỘI"), 1)
        self.assertLess(text.index("ĐẢNG CỘNG SẢN"), text.index("CỘNG HÒA XÃ HỘI"))
        self.assertEqual(text.count("tháng"), 1, "place and date stand once")
        word = self._word(self.joint)
        signed = word.table_with("Nguyễn Văn Mẫu")
        self.assertEqual(len(signed.findall(f"{W}tblGrid/{W}gridCol")), 3)
        self.assertIs(signed, word.table_with("Trần Thị Mẫu"))
        recipients = word.paragraph("Nơi nhận:")
        self.assertFalse(list(recipients.iterancestors(f"{W}tbl")), "below them")

    def test_draft_mark_until_the_number_is_given(self):
        mark = self._word(self.party).paragraph("DỰ THẢO")
        self.assertEqual(Word.values(mark, "w:r/w:rPr/w:bdr"), ["single"])
        issued = self._issued(subject="về việc khen thưởng")
        text = self._word(issued).text()
        self.assertNotIn("DỰ THẢO", text)
        self.assertIn("Số 07-TTr/BDVTU", text)
        self.assertIn("Sông Mây, ngày 05 tháng 02 năm 2026", text)

    def test_letters_have_their_subject_under_the_number(self):
        for paper, italic in ((self.letter, True), (self.state_letter, False)):
            word, layout = self._word(paper), paper.layout_id
            self.assertEqual(word.size("V/v đính chính"), {layout.size_letter_subject})
            subject = word.paragraph("V/v đính chính")
            italics = subject.xpath("w:r/w:rPr/w:i[not(@w:val)]", namespaces=SPACES)
            self.assertEqual(bool(italics), italic)
            self.assertIs(
                word.table_with("V/v đính chính"), word.table_with(layout.motto)
            )
            self.assertEqual(word.text().count("V/v đính chính"), 1, "no title")

    def test_addressees_bases_and_authority(self):
        word = self._word(self.letter)
        table = word.table_with("Kính gửi:")
        self.assertIn("Ban Tổ chức Tỉnh ủy", "".join(table.itertext()))
        self.state.write(
            {"legal_bases": "Căn cứ A;\nCăn cứ B.", "authority": "chủ tịch"}
        )
        word = self._word(self.state)
        self.assertIn("CHỦ TỊCH Căn cứ A; Căn cứ B.", word.text())
        basis = word.paragraph("Căn cứ A;")
        self.assertTrue(basis.xpath("w:r/w:rPr/w:i[not(@w:val)]", namespaces=SPACES))
        self.state.layout_id.bases_italic = False
        basis = self._word(self.state).paragraph("Căn cứ A;")
        self.assertFalse(basis.xpath("w:r/w:rPr/w:i", namespaces=SPACES))

    def test_signature_stays_with_the_last_lines(self):
        word = self._word(self.state)
        last = word.paragraph("Kính đề nghị xem xét, quyết định./.")
        self.assertIsNotNone(last.find(f"{W}pPr/{W}keepNext"))
        table = word.table_with("Trần Thị Mẫu")
        for paragraph in table.iter(f"{W}p"):
            self.assertIsNotNone(paragraph.find(f"{W}pPr/{W}keepNext"))
        between = last.getnext()
        self.assertIsNotNone(between.find(f"{W}pPr/{W}keepNext"))
        self.assertIs(between.getnext(), table)
        self.assertIs(word.table_with("Nơi nhận:"), table)

    def test_a_second_signature_takes_the_place_of_the_recipients(self):
        self.state.left_signature = "XÁC NHẬN CỦA CẤP ỦY"
        word = self._word(self.state)
        table = word.table_with("XÁC NHẬN CỦA CẤP ỦY")
        self.assertIs(table, word.table_with("Trần Thị Mẫu"))
        self.assertNotIn("Nơi nhận", "".join(table.itertext()))
        self.assertIn("Nơi nhận:", word.text())

    def test_recipients_in_the_layouts_style(self):
        party, state = self._word(self.party), self._word(self.state)
        title = party.paragraph("Nơi nhận:")
        self.assertEqual(party.values(title, "w:r/w:rPr/w:u"), ["single"])
        title = state.paragraph("Nơi nhận:")
        for tag in ("b", "i"):
            self.assertIsNotNone(title.find(f"{W}r/{W}rPr/{W}{tag}"))
