"""Writes a text into a Word file: paragraphs and lists by html-for-docx, tables here.

The library would fetch pictures and styles from any address or file, so it gets
nothing but the plain tree of `html.clean`, and not the options that fetch.
"""

import re

from lxml import etree

from . import tables
from .html import BLANK, COLUMNS, HEADINGS, LISTS, clean
from .looks import FILL, KEPT
from .sheet import LEVELS, Numbering, text_width

try:  # optional: see paper.missing
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.oxml.table import CT_Tc
    from docx.shared import Mm, Pt, RGBColor
    from html4docx import HtmlToDocx
except ImportError:
    HtmlToDocx = object

# What of the library's own could reach outside, or is done better here.
OPTIONS = {"fix-html": False, "styles": False, "tables": False}
BLANK_ROW = 6.5  # millimetres: room for a hand
DOTS = re.compile(r"\s*(…|\.\.)[….\s]*$")
LINK_COLOUR = "0000EE"


class TextWriter(HtmlToDocx):
    """html-for-docx with Word's own lists, and links to the web and to mailboxes."""

    def __init__(self, document):
        """Prepare to write into `document` and its cells."""
        super().__init__(
            style_map={KEPT: "Kept Text", FILL: "Fill Text"},
            tag_style_overrides={tag: f"Heading {tag[1]}" for tag in HEADINGS},
            default_paragraph_style="Body Text",
        )
        self.options.update(OPTIONS)
        self._numbering = Numbering(document)
        self._levels = []
        self._style_ids = {one.name: one.style_id for one in document.styles}

    def add(self, html, container, style="Body Text"):
        """Add paragraphs and lists at the end of a document or a cell.

        :param html: plain, see `html.clean`
        :param style: name of the style of its paragraphs
        """
        self.default_paragraph_style = style
        self.set_initial_attrs(container)
        self.run_process(html)

    def handle_starttag(self, tag, attrs):
        """Begin an element; a line break belongs to the paragraph it stands in."""
        if tag in ("br", "p", "li", *HEADINGS):
            self.run = None
        if tag in LISTS:
            self._begin_list(tag, dict(attrs))
        return super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        """End an element."""
        if tag in LISTS:
            self._levels.pop()
        if tag == "p" and self.tags.get("p", {}).get("class") == FILL:
            self._lead_to_margin()
        return super().handle_endtag(tag)

    def _lead_to_margin(self):
        """Let dots lead from the words to the margin, in place of those typed: a line
        to write on is as long as the page is wide, as on the printed form."""
        for last in self.paragraph.runs[-1:]:
            text = DOTS.sub("", last.text)
            if text != last.text:
                last.text = text
        self.paragraph.add_run("\t")

    def _begin_list(self, tag, given):
        level = min(len(self._levels), LEVELS - 1)
        kind, start = given.get("type", ""), given.get("start", "1")
        self._levels.append(self._numbering.begin(tag, kind, start, level))

    def apply_styles_to_paragraph(self, paragraph, style, is_custom=False):
        """Give a paragraph a style of the document by its name, or declarations.

        The name is not looked up each time: that took half of the time of long lists.
        """
        if is_custom:
            return self.set_style(paragraph, style)
        return super().apply_styles_to_paragraph(paragraph, style)

    def set_style(self, paragraph, name):
        """Give a paragraph the style `name` of the document."""
        paragraph._p.style = self._style_ids[name]

    def handle_li(self):
        """Begin an item, numbered by Word itself."""
        self.paragraph = self.doc.add_paragraph()
        self.set_style(self.paragraph, "List Paragraph")
        self.in_li = True
        numbered = self.paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbered.get_or_add_ilvl().val = min(len(self._levels), LEVELS) - 1
        numbered.get_or_add_numId().val = self._levels[-1]

    def handle_link(self, href, text, tooltip=None):
        """Add a link to the web or to a mailbox."""
        part = self.paragraph.part
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, True))
        run = self.paragraph.add_run(text)
        run.font.underline = True
        run.font.color.rgb = RGBColor.from_string(LINK_COLOUR)
        link.append(run._r)
        self.paragraph._p.append(link)


class Flow:
    """Writes whole texts, with their tables."""

    def __init__(self, document, look):
        """Prepare to write into `document`.

        :param look: the `sheet.TextLook` of the paper
        """
        self._document, self._used = document, 0
        self._writer = TextWriter(document)
        self._look = look

    def add(self, html):
        """Add a text of whatever origin at the end of the document.

        :raise TooLongError: when there is too much of it
        """
        text, self._used = clean(html, self._used)
        # In a room of its own: in the document each paragraph would be put before its
        # last element, which takes a walk along all the others.
        element = CT_Tc.new()
        self._document.element.body.sectPr.addprevious(element)
        room = tables.room(element, self._document)
        self._add(room, text, text_width(self._document), "Body Text")
        for block in element.xpath("./*[not(self::w:tcPr)][position() > 1]"):
            element.addprevious(block)
        element.getparent().remove(element)

    def _add(self, container, element, width, style):
        """Add the blocks of `element`, tables between the rest."""
        pieces = []
        for block in element:
            if block.tag != "table":
                pieces.append(etree.tostring(block, encoding="unicode", method="html"))
                continue
            self._add_text(container, pieces, style)
            self._add_table(container, block, width)
        self._add_text(container, pieces, style)

    def _add_text(self, container, pieces, style):
        if pieces:
            self._writer.add("".join(pieces), container, style)
            pieces.clear()

    def _add_table(self, container, element, width):
        rows, count = tables.grid(element)
        if not 0 < count <= tables.MOST_COLUMNS:
            for cell in element.iter("td", "th"):
                self._add(container, cell, width, "Body Text")
            return
        widths = self._widths(element, rows, count, width)
        padding = None if element.get("class") == COLUMNS else self._look.cell_padding
        table = tables.new_table(container, widths, padding)
        heads = _heading_rows(element)
        for number, places in enumerate(rows):
            row = tables.add_row(table, number < heads)
            if element.get("class") == BLANK and number >= heads:
                row.trHeight_val = Mm(BLANK_ROW) + Pt(2 * self._look.cell_padding)
            self._fill_row(table, row, places, widths)
        gap(container, self._look.table_gap)

    def _widths(self, element, rows, count, width):
        if element.get("class") == COLUMNS:
            return [width / count] * count
        return tables.column_widths(element, rows, count, width, self._look.table_size)

    def _fill_row(self, table, row, places, widths):
        column = 0
        for element, _start, span, merge in places:
            width = sum(widths[column : column + span])
            cell = tables.add_cell(table, row, width, span, merge)
            column += span
            self._fill(cell, element, width)
        for rest in widths[column:]:
            self._fill(tables.add_cell(table, row, rest), None, rest)

    def _fill(self, cell, element, width):
        """Write into a cell what its element holds, nothing where it has none."""
        first = cell.paragraphs[0]
        if element is not None:
            _set_look(cell, element)
            self._add(cell, element, width - 2 * tables.PADDING, "Table Text")
        following = first._p.getnext()
        if following is None or following.tag != qn("w:p"):
            # A cell begins with a paragraph, else Word takes the file for damaged.
            self._writer.set_style(first, "Table Text")
        else:
            cell._tc.remove(first._p)


def _heading_rows(table):
    """Return how many rows at the top are headings."""
    count = 0
    for row in table.iterchildren("tr"):
        cells = list(row)
        if row.get("class") != "head" and not all(c.tag == "th" for c in cells):
            break
        count += 1
    return count


def _set_look(cell, element):
    if element.get("border") or element.get("border-style"):
        tables.hide_lines(cell)
    middle = "middle" if element.tag == "th" else "top"
    tables.set_vertical(cell, element.get("vertical-align", middle))


def gap(container, height):
    """Add an empty line of a height in points, and return its paragraph."""
    paragraph = container.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(height)
    return paragraph
