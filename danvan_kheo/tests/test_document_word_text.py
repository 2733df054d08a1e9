"""Body and annex in the Word file: paragraphs, lists, tables, forms."""

import base64
import io

from PIL import Image

from odoo.tests import tagged

from ..tools import paper_docx
from .word_common import HEADINGS, ROWS, SPACES, W, Word, WordCase

TWIPS = 20  # to the point
MM = 1440 / 25.4


def picture(kind="PNG", size=(40, 20)):
    """Return the address of a small picture that stands in the address itself."""
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind)
    encoded = base64.b64encode(out.getvalue()).decode()
    return f"data:image/{kind.lower()};base64,{encoded}"


@tagged("post_install", "-at_install")
class TestDocumentWordText(WordCase):
    """What an officer writes stays as it is, and can be edited."""

    def _style(self, word, paragraph):
        """Return the properties of the style of a paragraph."""
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        styles = word.part("word/styles.xml")
        [found] = styles.xpath(f"w:style[@w:styleId='{style}']", namespaces=SPACES)
        return found.find(f"{W}pPr")

    def test_paragraphs_have_indent_spacing_and_line_of_the_layout(self):
        for paper in (self.party, self.state):
            word, layout = self._word(paper), paper.layout_id
            style = self._style(word, word.paragraph("Thực hiện kế hoạch"))
            indent = int(style.find(f"{W}ind").get(f"{W}firstLine"))
            self.assertAlmostEqual(indent, layout.first_line_indent * MM, delta=1)
            spacing = style.find(f"{W}spacing")
            after = int(spacing.get(f"{W}after"))
            self.assertEqual(after, layout.paragraph_spacing * TWIPS)
            self.assertEqual(style.find(f"{W}jc").get(f"{W}val"), "both")
            # Word multiplies the natural line of the typeface, 1.15 of its size.
            line = int(spacing.get(f"{W}line")) / 240 * 1.15
            self.assertAlmostEqual(line, layout.line_height, delta=0.01)

    def test_runs_keep_bold_italic_and_underline(self):
        word = self._word(self.party)
        paragraph = word.paragraph("Thực hiện kế hoạch")
        for text, tag in (
            ("công nhận", "b"),
            ("có hiệu quả rõ nét", "i"),
            ("có địa chỉ cụ thể", "u"),
        ):
            runs = paragraph.xpath(f"w:r[w:rPr/w:{tag}]", namespaces=SPACES)
            self.assertEqual(["".join(run.itertext()) for run in runs], [text])

    def test_a_centred_paragraph_has_no_indent(self):
        centred = self._word(self.party).paragraph("NỘI DUNG:").find(f"{W}pPr")
        self.assertEqual(centred.find(f"{W}jc").get(f"{W}val"), "center")
        self.assertEqual(centred.find(f"{W}ind").get(f"{W}firstLine"), "0")

    def _numbering(self, word, text):
        """Return id of the list, level, format of the item with `text`."""
        found = word.paragraph(text).find(f"{W}pPr/{W}numPr")
        number, level = (
            found.find(f"{W}{name}").get(f"{W}val") for name in ("numId", "ilvl")
        )
        root = word.part("word/numbering.xml")
        [num] = root.xpath(f"w:num[@w:numId='{number}']", namespaces=SPACES)
        [abstract] = root.xpath(
            f"w:abstractNum[@w:abstractNumId='{num.find(f'{W}abstractNumId').get(f'{W}val')}']",
            namespaces=SPACES,
        )
        path = f"w:lvl[@w:ilvl='{level}']/w:numFmt"
        return number, int(level), word.values(abstract, path)[0]

    def test_lists_are_words_own(self):
        word = self._word(self.party)
        first = self._numbering(word, "Việc thứ nhất")
        self.assertEqual(first[1:], (0, "decimal"))
        inner = self._numbering(word, "phần trước;")
        self.assertEqual(inner[1:], (1, "decimal"))
        self.assertEqual(self._numbering(word, "phần sau."), inner)
        second = self._numbering(word, "Việc thứ hai.")
        self.assertEqual(second, first, "goes on after the list within")
        self.assertEqual(self._numbering(word, "Thôn 1;")[1:], (0, "bullet"))

    def test_each_list_counts_anew_and_in_its_own_letters(self):
        body = (
            "<ol><li>một</li></ol><p>giữa</p><ol><li>hai</li></ol>"
            '<ol type="a" start="3"><li>ba</li></ol>'
        )
        word = self._word(self._paper_of(body=body))
        one, two, three = (self._numbering(word, t) for t in ("một", "hai", "ba"))
        self.assertEqual(len({one[0], two[0], three[0]}), 3)
        root = word.part("word/numbering.xml")
        starts = [
            word.values(
                root, f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride"
            )
            for number, _level, _kind in (one, two)
        ]
        self.assertEqual(starts, [["1"], ["1"]])

    def test_heading_row_repeats_and_no_row_is_cut(self):
        for paper in (self.party, self.state, self.landscape):
            table = self._word(paper).table_with("Chi hội Phụ nữ thôn 1")
            rows = table.findall(f"{W}tr")
            self.assertEqual(len(rows), ROWS + 1)
            heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            self.assertEqual(heads, [True] + [False] * ROWS)
            for row in rows:
                self.assertIsNotNone(row.find(f"{W}trPr/{W}cantSplit"))

    def test_tables_have_borders_and_fill_the_width(self):
        word = self._word(self.party)
        table = word.table_with("Chi hội Phụ nữ thôn 1")
        lines = set(word.values(table, "w:tblPr/w:tblBorders/*"))
        self.assertEqual(lines, {"single"})
        widths = [int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")]
        self.assertEqual(len(widths), len(HEADINGS))
        self.assertAlmostEqual(sum(widths), 165 * MM, delta=5)
        self.assertLess(widths[0], widths[1], "numbers need less than names")

    def test_given_widths_of_columns_stay(self):
        body = (
            '<table><thead><tr><th style="width: 10%">TT</th><th>Tên</th>'
            '<th style="width: 25%">Ghi chú</th></tr></thead>'
            "<tbody><tr><td>1</td><td>Thôn 1</td><td></td></tr></tbody></table>"
        )
        word = self._word(self._paper_of(body=body))
        table = word.table_with("Thôn 1")
        widths = [int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")]
        shares = [round(100 * width / sum(widths)) for width in widths]
        self.assertEqual(shares, [10, 65, 25])

    def test_cells_keep_their_sides_and_spans(self):
        word = self._word(self.party)
        for text, side in (("1.518.000", "right"), ("Tiền thưởng", "center")):
            aligned = word.paragraph(text).find(f"{W}pPr/{W}jc")
            self.assertEqual(aligned.get(f"{W}val"), side)
        body = (
            '<table><tr><th colspan="2">Cả hai</th><th rowspan="2">Xuống</th></tr>'
            "<tr><td>a</td><td>b</td></tr></table>"
        )
        word = self._word(self._paper_of(body=body))
        table = word.table_with("Cả hai")
        self.assertEqual(word.values(table, "w:tr/w:tc/w:tcPr/w:gridSpan"), ["2"])
        merges = word.values(table, "w:tr/w:tc/w:tcPr/w:vMerge")
        self.assertEqual(merges, ["restart", None], "none: it goes on")

    def test_a_table_without_lines_stays_without(self):
        body = (
            '<table class="paper-columns"><tbody><tr><td>BÊN GIAO</td>'
            "<td>BÊN NHẬN</td></tr></tbody></table>"
        )
        word = self._word(self._paper_of(body=body))
        table = word.table_with("BÊN GIAO")
        self.assertEqual(set(word.values(table, "w:tblPr/w:tblBorders/*")), {"nil"})
        one, two = (int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol"))
        self.assertAlmostEqual(one, two, delta=1)

    def test_annex_begins_a_page_after_the_signature(self):
        word = self._word(self.state)
        title = word.paragraph("DANH SÁCH TẬP THỂ")
        self.assertIsNotNone(title.find(f"{W}pPr/{W}pageBreakBefore"))
        text = word.text()
        self.assertLess(text.index("Trần Thị Mẫu"), text.index("DANH SÁCH TẬP THỂ"))
        self.assertIn("(Kèm theo Quyết định số", text)
        self.state.annex_title = False
        line = self._word(self.state).paragraph("(Kèm theo Quyết định số")
        self.assertIsNotNone(line.find(f"{W}pPr/{W}pageBreakBefore"))

    def test_pictures_and_links_that_lead_to_the_web_stay(self):
        content = self.party._paper()
        content["body"] = (
            f'<p><img src="{picture()}"><img src="{picture("JPEG")}"></p>'
            '<p><a href="https://example.org/a">trang</a> '
            '<a href="mailto:a@example.org">thư</a></p>'
        )
        built = paper_docx.build(content, "Tên")
        word = Word(built)
        names = [n for n in word.package.namelist() if n.startswith("word/media/")]
        self.assertEqual(len(names), 2)
        relations = word.part("word/_rels/document.xml.rels")
        targets = {
            r.get("Target") for r in relations if r.get("TargetMode") == "External"
        }
        self.assertEqual(targets, {"https://example.org/a", "mailto:a@example.org"})
        self.assertEqual(len(list(word.body.iter(f"{W}hyperlink"))), 2)

    def test_blank_lines_stay_and_spaces_do_not_pile_up(self):
        body = "<p>một<br></p><p><br></p><p>  hai\n <b>ba</b>\n bốn </p><div>năm</div>"
        content = {**self.party._paper(), "body": body}
        word = Word(paper_docx.build(content, "Tên"))
        first = word.paragraph("một")
        self.assertFalse(list(first.iter(f"{W}br")), "an end needs no line break")
        paragraphs = (first, *first.itersiblings(f"{W}p"))
        texts = ["".join(paragraph.itertext()) for paragraph in paragraphs]
        self.assertEqual(texts[:4], ["một", "", "hai ba bốn", "năm"])


@tagged("post_install", "-at_install")
class TestDocumentWordForms(WordCase):
    """Forms: close lines, dots to write on, rows to write in."""

    def test_forms_are_set_small(self):
        word = self._word(self._form("registration_form"))
        style = word.document.styles["Body Text"]
        self.assertEqual(style.font.size.pt, 12.5)
        self.assertEqual(word.size("TM. ỦY BAN NHÂN DÂN"), {14})
        self.assertIn("XÁC NHẬN CỦA CẤP ỦY", word.text())

    def test_dots_lead_to_the_margin(self):
        word = self._word(self._form("registration_form_blank"))
        line = word.paragraph("Thôn, khu phố:")
        self.assertNotIn("…", "".join(line.itertext()))
        self.assertEqual(len(list(line.iter(f"{W}tab"))), 1)
        style = line.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        [tab] = word.part("word/styles.xml").xpath(
            f"w:style[@w:styleId='{style}']/w:pPr/w:tabs/w:tab", namespaces=SPACES
        )
        self.assertEqual(tab.get(f"{W}leader"), "dot")
        self.assertAlmostEqual(int(tab.get(f"{W}pos")), 165 * MM, delta=5)

    def test_words_on_a_line_to_write_on_stay_as_they_were_written(self):
        content = {**self.party._paper(), "body": '<p class="paper-fill">thôn 1.</p>'}
        word = Word(paper_docx.build(content, "Tên"))
        line = word.paragraph("thôn 1.")
        self.assertEqual("".join(line.itertext()).strip(), "thôn 1.")
        self.assertEqual(len(list(line.iter(f"{W}tab"))), 1)

    def test_empty_rows_have_room_for_a_hand(self):
        word = self._word(self._form("registration_form_blank"))
        table = word.table_with("Điện thoại")
        heights = [int(h) for h in word.values(table, "w:tr/w:trPr/w:trHeight")]
        self.assertGreater(len(heights), 1)
        self.assertGreaterEqual(min(heights), 6.5 * MM)
