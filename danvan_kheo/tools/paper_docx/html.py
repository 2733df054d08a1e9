"""Text of many hands, before a Word file is made of it: made harmless and plain.

What comes out is built anew and holds paragraphs, headings, lists and tables and
within them runs, links and small pictures; nothing that could fetch, run or open
anything is taken over.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from .css import declarations
from .looks import Look
from .pictures import Pictures
from .runs import SPACES, Runs

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol")
HOLDERS = ("root", "td", "th", "li", *LISTS)
GROUPS = frozenset(
    (
        *("div", "p", "section", "article", "header", "footer", "main", "aside", "nav"),
        *("address", "blockquote", "pre", "center", "figure", "figcaption", "form"),
        *("fieldset", "legend", "details", "summary", "dl", "dt", "dd", "caption"),
    )
)
# Left out with all that is in them. Not `embed`, `source`, `track`, which have no end:
# the parser takes the text after them for theirs; no attribute of them is looked at.
ACTIVE = frozenset(
    (
        *("script", "style", "iframe", "frame", "frameset", "noframes", "object"),
        *("applet", "svg", "math", "template", "noscript", "head", "title", "meta"),
        *("link", "base", "audio", "video", "canvas", "map", "area", "param"),
        *("button", "input", "select", "option", "textarea"),
    )
)
# Parts of tables and lists, and what they stand in; elsewhere they are mere groups.
PARTS = {
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("table",)),
    "tr": ("table", "thead", "tbody", "tfoot"),
    "td": ("tr",),
    "th": ("tr",),
    "li": LISTS,
}
# Tables of the module's own papers: without lines, with empty rows to write in.
COLUMNS, BLANK = TABLE_CLASSES = ("paper-columns", "paper-blank")
SCHEMES = ("http", "https", "mailto")

# Of body and annex together. A list of two thousand rows and eight columns has fewer;
# these take ten seconds of a processor.
MOST_ELEMENTS = 20_000
MOST_LINKS = 300
MOST_TABLES_DEEP = 2  # a table in a table

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class TooLongError(ValueError):
    """More than a Word file can be made of in reasonable time."""


def plain(text):
    """Return `text` in the normal form NFC, without characters no file may hold."""
    return unicodedata.normalize("NFC", _NOT_IN_XML.sub("", str(text or "")))


def clean(html, used=0):
    """Return `html` as a tree of plain paragraphs, lists and tables.

    :param html: text of whatever origin
    :param used: how many elements other texts of the same paper have
    :return: element whose children are `p`, `h1`…, `ul`, `ol`, `hr` and `table`, and
        how many elements were used so far
    :raise TooLongError: when there is too much of it
    """
    parser = lxml.html.HTMLParser(
        remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    text = plain(html)
    given = lxml.html.fragment_fromstring(text, create_parent=True, parser=parser)
    used += sum(1 for _ in given.iter())
    if used > MOST_ELEMENTS:
        raise TooLongError
    return _Builder().built(given), used


def address(text):
    """Return the address of a link, empty where it leads to anything but the web or
    a mailbox."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    known = parts.scheme in SCHEMES and (parts.netloc or parts.scheme == "mailto")
    return text if known and len(text) < 2000 and not re.search(r"\s", text) else ""


@dataclass
class _Frame:
    """An element that the walk is in."""

    tag: str  # as it is taken: a part out of its place is a group
    look: Look
    element: etree._Element | None = None  # where its blocks go, if it holds any
    item: etree._Element | None = None  # of a list's item: its paragraph, once begun
    begun: bool = False
    tables: int = 0  # how many it is in
    is_listed: bool = False  # whether it is in an item of a list
    holder: "_Frame | None" = None  # the innermost in which paragraphs may stand
    block: str = "p"  # what its paragraphs are

    def inherit(self, outer):
        """Take over what holds within `outer` too."""
        self.tables = outer.tables + (self.tag == "table")
        self.is_listed = outer.is_listed or self.tag == "li"
        self.holder = self if self.tag in HOLDERS else outer.holder
        if self.tag in HEADINGS:
            self.block = self.tag
        elif self.tag not in HOLDERS:
            self.block = outer.block


class _Builder:
    """Walks through a text once and builds the plain one."""

    def __init__(self):
        self._root = etree.Element("div")
        self._frames = []
        self._block = None  # the paragraph that is being written
        self._runs = Runs()
        self._active = 0
        self._pictures = Pictures()
        self._links = 0
        self._begins = {
            "ul": self._begin_list,
            "ol": self._begin_list,
            "li": self._begin_item,
            "hr": self._begin_rule,
            "table": self._begin_table,
            "col": self._begin_column,
            "tr": self._begin_row,
            "td": self._begin_cell,
            "th": self._begin_cell,
        }

    def built(self, given):
        """Return the plain tree of a parsed text."""
        root = _Frame("root", Look(), self._root)
        root.holder = root
        self._frames.append(root)
        self._text(given.text)
        for event, element in etree.iterwalk(given, events=("start", "end")):
            if element is given:
                continue
            if event == "start":
                self._enter(element)
                self._text(element.text)
            else:
                self._leave(element)
                self._text(element.tail)
        self._end_block()
        return self._root

    def _enter(self, element):
        tag = element.tag
        if tag in ACTIVE or self._active:
            self._active += 1
            return
        if tag == "br":
            self._begin_block()
            self._runs.break_line()
        elif tag == "img":
            self._picture(element)
        self._frames.append(self._frame(tag, element))

    def _frame(self, tag, element):
        """Return the frame of an element, with what it begins in the plain tree."""
        within = self._frames[-1]
        look = within.look.within(
            tag, declarations(element.attrib), element.get("class", "").split()
        )
        if tag in PARTS and within.tag not in PARTS[tag]:
            tag = "div"
        deep = within.is_listed or within.tables >= MOST_TABLES_DEEP
        if tag == "table" and deep:
            tag = "div"
        if tag == "a":
            look = self._linked(look, element)
        begins = self._begins.get(tag)
        if begins or tag in GROUPS or tag in HEADINGS or tag in PARTS:
            self._end_block()
        frame = _Frame(tag, look)
        frame.inherit(within)
        if begins:
            begins(frame, element)
        return frame

    def _leave(self, element):
        if self._active:
            self._active -= 1
            return
        frame = self._frames.pop()
        if frame.tag in GROUPS or frame.tag in HEADINGS or frame.tag in PARTS:
            self._end_block()
        if frame.tag in (*LISTS, "table"):
            self._end_block()
        if frame.tag == "li" and not frame.begun:
            etree.SubElement(self._frames[-1].element, "li")

    def _linked(self, look, element):
        self._links += 1
        link = address(element.get("href", "")) if self._links <= MOST_LINKS else ""
        return replace(look, link=link)

    def _begin_rule(self, _frame, _element):
        etree.SubElement(self._frames[-1].holder.element, "hr")

    def _begin_list(self, frame, element):
        holder = self._frames[-1].holder
        holder.begun = True
        holder.item = None
        frame.element = etree.SubElement(holder.element, frame.tag)
        for name, pattern in (("type", "[aAiI]"), ("start", r"\d{1,4}")):
            if re.fullmatch(pattern, element.get(name, "")):
                frame.element.set(name, element.get(name))

    def _begin_item(self, frame, _element):
        frame.element = self._frames[-1].element

    def _begin_table(self, frame, element):
        # It stands in the text when its first row begins: a caption comes before it.
        frame.element = etree.Element("table")
        for name in TABLE_CLASSES:
            if name in element.get("class", "").split():
                frame.element.set("class", name)

    def _begin_column(self, _frame, element):
        table = next((f for f in reversed(self._frames[-3:]) if f.tag == "table"), None)
        if table:
            column = etree.SubElement(table.element, "col")
            column.set("width", declarations(element.attrib).get("width", ""))

    def _begin_row(self, frame, _element):
        table = next(one for one in reversed(self._frames) if one.tag == "table")
        if table.element.getparent() is None:
            self._frames[-1].holder.element.append(table.element)
        frame.element = etree.SubElement(table.element, "tr")
        if self._frames[-1].tag == "thead":
            frame.element.set("class", "head")

    def _begin_cell(self, frame, element):
        row = self._frames[-1].element
        frame.element = etree.SubElement(row, frame.tag)
        values = declarations(element.attrib)
        for name in ("width", "vertical-align", "border", "border-style"):
            if name in values:
                frame.element.set(name, values[name])
        for name in ("colspan", "rowspan"):
            if re.fullmatch(r"\d{1,3}", element.get(name, "")):
                frame.element.set(name, element.get(name))
        frame.look = self._cell_look(frame, element, values)

    def _cell_look(self, frame, element, values):
        heading = frame.tag == "th"
        centred = heading or "paper-center" in element.get("class", "").split()
        align = values.get("text-align", "center" if centred else "left")
        look = frame.look.without_block(bold=frame.look.bold or heading)
        # To the left is how the text of a table stands anyway.
        return look if align == "left" else look.within("", {"text-align": align})

    def _text(self, text):
        if not text or self._active:
            return
        if self._block is None and not SPACES.sub("", text):
            return
        self._begin_block()
        self._runs.add(text, self._frames[-1].look)

    def _picture(self, element):
        source, width = self._pictures.harmless(element.get("src", ""))
        if source:
            self._begin_block()
            self._runs.add_picture(source, width)

    def _begin_block(self):
        if self._block is not None:
            return
        frame = self._frames[-1]
        holder, tag = frame.holder, frame.block
        if holder.tag == "li" and holder.item is not None:
            self._block = holder.item
            self._runs.go_on(self._block)
            return
        if holder.tag in LISTS or (holder.tag == "li" and not holder.begun):
            tag = "li"
        attributes = frame.look.block_attributes()
        self._block = etree.SubElement(holder.element, tag, attributes)
        if tag == "li":
            holder.begun, holder.item = True, self._block
        self._runs.begin(self._block)

    def _end_block(self):
        if self._block is not None:
            self._runs.end()
            self._block = None
