"""What a user pastes into a paper fetches nothing, runs nothing, opens no file."""

from unittest.mock import patch

from odoo.tests import BaseCase, tagged
from odoo.tools import mute_logger

from ..tools import paper_pdf, rich_text
from .document_common import DocumentCase, pdf_texts

PIXEL = "data:image/png;base64,iVBORw0KGgo="
HOSTILE = (
    '<img src="http://127.0.0.1/a.png">',
    '<img src="//127.0.0.1/a.png">',
    '<img src="file:///etc/passwd">',
    '<img src="/web/image/1">',
    '<img src="\\\\127.0.0.1\\share\\a.png">',
    '<img srcset="http://127.0.0.1/a.png 2x">',
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
    '<img src="data:text/html;base64,PHN2Zz4=">',
    '<svg><image href="http://127.0.0.1/a.png"/></svg>',
    '<iframe src="http://127.0.0.1/"></iframe>',
    '<object data="file:///etc/passwd"></object>',
    '<embed src="http://127.0.0.1/">',
    '<link rel="stylesheet" href="http://127.0.0.1/a.css">',
    "<style>@import url(http://127.0.0.1/a.css)</style>",
    '<p style="background: url(http://127.0.0.1/b)">x</p>',
    '<p style="background: u\\72l(http://127.0.0.1/b)">x</p>',
    '<p style="width: expression(alert(1))">x</p>',
    '<table background="http://127.0.0.1/c"><tr><td>x</td></tr></table>',
    '<video poster="http://127.0.0.1/p" src="http://127.0.0.1/v"></video>',
    "<script>fetch('http://127.0.0.1')</script>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href=" jav&#9;ascript:alert(1)">x</a>',
    '<p onclick="alert(1)">x</p>',
    "<!--[if IE]><img src=http://127.0.0.1/><![endif]-->",
    '<base href="http://127.0.0.1/">',
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">',
)
TRACES = ("127.0.0.1", "/etc/passwd", "javascript", "alert", "<script", "expression")


class TestRichText(BaseCase):
    """The cleaner by itself."""

    def test_what_reaches_out_goes_and_the_text_stays(self):
        for payload in HOSTILE:
            with self.subTest(payload):
                cleaned = rich_text.clean(f"<p>Trước</p>{payload}<p>Sau</p>")
                self.assertIn("Trước", cleaned)
                self.assertIn("Sau", cleaned)
                for trace in set(TRACES) - {"alert"}:
                    self.assertNotIn(trace, cleaned)

    def test_what_an_officer_writes_stays(self):
        for html in (
            '<p style="text-align: center"><b>Điều 1.</b> a &lt; b</p>',
            "<ul><li>một</li><li>hai</li></ul>",
            '<table><tbody><tr><td style="width: 20%">x</td></tr></tbody></table>',
            f'<p><img src="{PIXEL}"></p>',
            '<p><a href="https://example.org/">x</a></p>',
        ):
            self.assertEqual(rich_text.clean(html), html)
        for value in (False, None, "chữ thường", ""):
            self.assertEqual(rich_text.clean(value), value)


@tagged("post_install", "-at_install")
class TestDocumentRichText(DocumentCase):
    """Through the fields of a paper, to the screen and to the page."""

    @mute_logger("weasyprint")
    def test_nothing_of_it_is_stored_fetched_or_printed(self):
        body = "<p>Trước</p>" + "".join(HOSTILE) + "<p>Sau</p>"
        paper = self._paper_of(user=self.officer, body=body, annex=body)
        paper.write({"body": body})
        for stored in (paper.body, paper.annex):
            for trace in TRACES:
                self.assertNotIn(trace, stored)
        opened = []
        with patch("socket.socket.connect", lambda *args: opened.append(args)):
            report = self.env["ir.actions.report"]
            content = report._paper_pdf("danvan_kheo.document_report", paper.ids)
            with patch.object(paper_pdf, "HTML", None):
                other = report._paper_pdf("danvan_kheo.document_report", paper.ids)
        self.assertFalse(opened)
        for text in (" ".join(pdf_texts(content)), " ".join(pdf_texts(other))):
            self.assertIn("Trước", text)
            self.assertIn("Sau", text)
            self.assertNotIn("root:", text)

    def test_templates_and_guidance_are_cleaned_too(self):
        template = self.env["danvan.document.template"]._for_code("plan")
        template.body = "<p>a</p>" + "".join(HOSTILE)
        campaign = self.env["danvan.campaign"].new()
        cleaned = campaign._composed({"guide": "<p>a</p>" + "".join(HOSTILE)})
        for stored in (template.body, cleaned["guide"]):
            for trace in TRACES[:2]:
                self.assertNotIn(trace, stored)
