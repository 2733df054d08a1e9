"""What others put into a text opens, fetches and runs nothing in a Word file."""

import builtins
import io
import os
import re
import socket
import time
import urllib.request
from unittest.mock import patch

from odoo.tests import tagged

from ..tools import paper_docx
from ..tools.paper_docx import html as word_html
from .test_document_word_text import picture
from .word_common import W, Word, WordCase

SVG = (
    "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="
)
PAYLOADS = (
    '<img src="file:///etc/passwd">',
    '<img src="/etc/passwd">',
    '<img src="../../../../etc/passwd">',
    '<img src="http://127.0.0.1/a.png">',
    '<img src="//127.0.0.1/a.png">',
    '<img src="\\\\127.0.0.1\\share\\a.png">',
    f'<img src="{SVG}">',
    '<img src="data:image/png;base64,PHNjcmlwdD4=">',
    '<img src="data:text/html;base64,PHNjcmlwdD4=">',
    '<img src="data:image/png,x">',
    "<img>",
    '<svg><image href="http://127.0.0.1/a.png"/><text>ẩn</text></svg>',
    '<iframe src="http://127.0.0.1/">ẩn</iframe>',
    '<object data="file:///etc/passwd">ẩn</object>',
    '<embed src="http://127.0.0.1/">',
    '<link rel="stylesheet" href="http://127.0.0.1/a.css">',
    '<link rel="stylesheet" href="/etc/passwd">',
    "<style>@import url(http://127.0.0.1/a.css); p { color: red }</style>",
    "<script>fetch('http://127.0.0.1')</script>",
    '<p style="background: url(http://127.0.0.1/b)">x</p>',
    '<p style="background-color: url(file:///etc/passwd)">x</p>',
    "<p style=\"font-family: '127.0.0.1'\">x</p>",
    '<table background="http://127.0.0.1/c"><tr><td>x</td></tr></table>',
    '<table><tr><td style="background: url(http://127.0.0.1/d)">x</td></tr></table>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="\\\\127.0.0.1\\share">x</a>',
    '<a href="ms-word:ofe|u|http://127.0.0.1/x.docm">x</a>',
    '<a href="mhtml:http://127.0.0.1/x">x</a>',
    '<a href=" jav&#9;ascript:alert(1)">x</a>',
    '<a href="#127.0.0.1">x</a>',
    '<p id="127.0.0.1" title="127.0.0.1" onclick="alert(1)">x</p>',
    "<!--[if IE]><img src=http://127.0.0.1/><![endif]-->",
    '<base href="http://127.0.0.1/">',
    "<?xml-stylesheet href='http://127.0.0.1/'?>",
    "<p><math><mi>127.0.0.1</mi></math>x</p>",
)
TRACES = ("127.0.0.1", "etc/passwd", "javascript", "alert", "ẩn", "fetch", "url(")
# What a Word file could reach outside by, or run.
REACHING = ("instrText", "object", "altChunk", "subDoc", "attachedTemplate", "control")
SECONDS = 30  # of the processor; measured: 3 to 12


@tagged("post_install", "-at_install", "danvan_long")
class TestDocumentWordHostile(WordCase):
    """Payloads straight into the tool: what is kept is not all that cleans."""

    def _built(self, body, **changes):
        content = {**self.party._paper(), "body": body, **changes}
        return Word(paper_docx.build(content, "Tên"))

    def _assert_harmless(self, word):
        for name, root in word.parts().items():
            said = word.package.read(name).decode()
            for trace in TRACES:
                self.assertNotIn(trace, said, name)
            for tag in REACHING:
                self.assertFalse(list(root.iter(f"{W}{tag}")), tag)
            outside = [r for r in root if r.get("TargetMode") == "External"]
            self.assertFalse(outside, name)
        fields = [f for r in word.parts().values() for f in r.iter(f"{W}fldSimple")]
        self.assertEqual([f.get(f"{W}instr") for f in fields], ["PAGE"])
        self.assertFalse(
            re.findall(r"word/(?:embeddings|media|activeX)", self._names(word))
        )

    @staticmethod
    def _names(word):
        return " ".join(word.package.namelist())

    def test_nothing_is_opened_or_connected(self):
        self._built("<p>x</p>")  # what python-docx itself reads is read by now
        reached = []

        def refuse(kind):
            def refusing(*args, **_kwargs):
                reached.append((kind, args[:2]))
                raise OSError(kind)

            return refusing

        own = os.path.dirname(paper_docx.PACKAGES["python-docx"].__file__)
        opened = builtins.open

        def opening(path, *args, **kwargs):
            if not str(path).startswith(own):
                return refuse("open")(path)
            return opened(path, *args, **kwargs)

        with (
            patch.object(socket.socket, "connect", refuse("connect")),
            patch.object(socket, "getaddrinfo", refuse("getaddrinfo")),
            patch.object(urllib.request, "urlopen", refuse("urlopen")),
            patch.object(builtins, "open", opening),
            patch.object(io, "open", opening),
        ):
            for payload in PAYLOADS:
                with self.subTest(payload):
                    word = self._built(f"<p>Trước</p>{payload}<p>Sau</p>")
                    self.assertEqual(reached, [])
                    self._assert_harmless(word)
                    text = word.text()
                    self.assertIn("Trước", text)
                    self.assertIn("Sau", text)

    def test_payloads_in_cells_items_and_the_annex(self):
        for payload in PAYLOADS:
            with self.subTest(payload):
                body = (
                    f"<table><tr><td>Trước{payload}Sau</td></tr></table>"
                    f"<ul><li>Mục{payload}</li></ul>"
                )
                annex = {"title": "PHỤ LỤC", "line": "(Kèm theo)", "body": body}
                word = self._built(body, annex=annex)
                self._assert_harmless(word)
                self.assertEqual(word.text().count("Trước"), 2)
                self.assertEqual(word.text().count("Mục"), 2)

    def test_plain_texts_stay_texts(self):
        evil = (
            '<w:fldSimple w:instr="DDEAUTO c:\\\\windows"/> {{ 7*7 }} \x0b\ud800&amp;'
        )
        word = self._built("<p>x</p>", title=evil, subject=evil, bases=[evil])
        self._assert_harmless(word)
        self.assertIn("{{ 7*7 }}", word.text())
        self.assertIn("&amp;", word.text(), "shown as it was typed")

    def test_a_picture_is_drawn_anew(self):
        hidden = "data:image/png;base64," + picture().split(",")[1].rstrip("=")
        polyglot = picture("JPEG")
        word = self._built(f'<img src="{polyglot}"><img src="{hidden}">')
        for name in word.package.namelist():
            if name.startswith("word/media/"):
                self.assertNotIn(b"<script", word.package.read(name))
        many = f'<img src="{picture()}">' * 50
        names = self._built(many).package.namelist()
        self.assertLessEqual(sum(n.startswith("word/media") for n in names), 20)
        huge = picture(size=(4000, 1100))
        self.assertNotIn("word/media", self._names(self._built(f'<img src="{huge}">')))

    def test_deep_nesting_loses_no_text(self):
        for opening, closing in (
            ("<table><tr><td>", "</td></tr></table>"),
            ("<ul><li>", "</li></ul>"),
            ("<div>", "</div>"),
            ("<b><i>", "</i></b>"),
            ("<span style='color: #f00'>", "</span>"),
            ("<blockquote><p>", "</p></blockquote>"),
        ):
            with self.subTest(opening):
                body = opening * 30 + "ở sâu" + closing * 30 + "<p>Sau</p>"
                word = self._built(body)
                self.assertEqual(word.text().count("ở sâu"), 1)
                self.assertIn("Sau", word.text())
                levels = word.values(word.body, "//w:numPr/w:ilvl")
                self.assertLessEqual(max(map(int, levels), default=0), 8)

    def test_broken_markup_is_no_error(self):
        for body in (
            "", None, False, "<", "<p", "</td></tr>", "<td>a", "<tr><li>a<th>b",
            "<table></table>", "<table><tr></tr></table>", "<ul></ul>", "<li>a</li>",
            "<table><tr><td colspan='0' rowspan='-1'>a</td></tr></table>",
            "<table><tr><td colspan='999' rowspan='999'>a</td></tr></table>",
            "<table>a<tr>b<td>c</td>d</tr>e</table>",
            "<block>a</block><list>b</list><root>c</root>",
            "<p class='paper-fill'></p><p class='paper-fill'><br></p>",
            "<ol type='x' start='-5'><li>a</li></ol>", "a\x00b\x0bc\ud800d",
            "<table>" + "<tr>" + "<td>x</td>" * 100 + "</tr></table>",
        ):  # fmt: skip
            with self.subTest(str(body)[:60]):
                word = self._built(body)
                self.assertIn("TỜ TRÌNH", word.text())
                for letter in "abcde":
                    if body and f">{letter}<" in body:
                        self.assertIn(letter, word.text())

    def test_large_texts_take_bounded_time(self):
        most = word_html.MOST_ELEMENTS
        cells = "<tr>" + "<td>Thôn 1</td>" * 8 + "</tr>"
        for name, body in {
            "two megabytes of paragraphs": "<p>" + "lời văn " * 12 * 30 + "</p>",
            "one paragraph of runs": "<b>a</b> " * (most - 10),
            "one paragraph of colours": "<span style='color: #f00'>a</span> " * 15_000,
            "as many rows as are taken": f"<table>{cells * (most // 9 - 60)}</table>",
            "links": "<a href='http://a.b/'>x</a> " * 15_000,
            "lists": "<ol><li>a</li></ol>" * (most // 2 - 10),
            "one word": "a" * 2_000_000,
        }.items():
            if name.startswith("two"):
                body *= 2_000_000 // len(body.encode())
            with self.subTest(name):
                began = time.process_time()
                self._built(body)
                self.assertLess(time.process_time() - began, SECONDS)

    def test_longer_ones_are_refused_in_words(self):
        long = "<p>x</p>" * (word_html.MOST_ELEMENTS // 2 + 1)
        annex = {"title": "", "line": "(Kèm theo)", "body": long}
        with self.assertRaises(paper_docx.TooLongError):
            self._built(long, annex=annex)
