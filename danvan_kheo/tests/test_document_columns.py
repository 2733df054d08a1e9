"""Lists whose columns say how wide they are and where their cells stand."""

from odoo.tests import tagged

from ..tools.placeholders import Column, Heading, fill_html, table
from .document_common import DocumentCase

HEADINGS = (Column("TT", 6), "Tên", Column("Ghi chú", 20.5, "center"))


@tagged("post_install", "-at_install")
class TestDocumentColumns(DocumentCase):
    """Plain texts stay allowed beside them."""

    def test_widths_stand_in_the_heading_and_sides_in_the_cells(self):
        html = table(HEADINGS, [("1", "Tổ một", "x"), ("2", "Tổ hai")])
        self.assertIn('<th style="width: 6%">TT</th><th>Tên</th>', html)
        self.assertIn('<th style="width: 20.5%">Ghi chú</th>', html)
        self.assertIn('<td style="text-align: center">x</td>', html)
        self.assertIn('<td style="text-align: left">Tổ một</td>', html)
        self.assertIn('<td style="text-align: center">1</td>', html)
        self.assertIn('<td style="text-align: left">Tổ hai</td></tr>', html)

    def test_a_column_reads_as_its_text(self):
        self.assertEqual(HEADINGS[0], "TT")
        self.assertIn("&lt;b&gt;", table((Column("<b>", 5),), [("",)]))

    def test_names_and_values_need_no_heading_row(self):
        html = table((Column("", 35, "left"), Column("", 65)), [("Ngày sinh", "1")])
        self.assertNotIn("thead", html)
        self.assertIn('<td style="width: 35%; text-align: left">Ngày sinh</td>', html)
        self.assertIn('<td style="text-align: center">1</td>', html)

    def test_a_row_that_heads_others_spans_the_columns(self):
        html = table(HEADINGS, [Heading(("Nhóm",)), Heading(("", "Cộng", "2"))])
        self.assertIn('<td colspan="3" style="text-align: left"><b>Nhóm</b></td>', html)
        self.assertIn('<td style="text-align: center"><b>2</b></td>', html)

    def test_a_document_keeps_widths_and_sides(self):
        body = fill_html("<p>{list:x}</p>", {}, {"x": (HEADINGS, [("1", "A", "b")])})
        paper = self._paper_of(user=self.officer, body=body)
        self.assertIn("width: 6%", paper.body)
        self.assertIn("width: 20.5%", paper.body)
        self.assertRegex(paper.body, r'<td style="text-align: center;?">b</td>')
