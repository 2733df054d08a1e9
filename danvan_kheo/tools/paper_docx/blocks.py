"""What stands around the text of a paper in a Word file: heading, title, addressees,
signatures; the same as in reports/document/paper_blocks.xml."""

import contextlib

from .. import text_widths
from . import tables
from .flow import gap
from .html import plain
from .sheet import NATURAL_LINE, points, text_width

with contextlib.suppress(ImportError):  # optional: see paper.missing
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Pt

HEADING_LINE = 1.2  # height of a line in the heading, of the type size
SHORT_RULE = 0.4  # of the text above it
SLACK = 4  # points: Word's own widths differ by a little from those measured here
MARK_ROOM = "\N{NO-BREAK SPACE}" * 2
_SIDES = {"left": "LEFT", "center": "CENTER", "justify": "JUSTIFY"}
_ORDER = ("w:jc", "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr")


class Column:
    """Adds lines to a cell or to the document, one below the other."""

    def __init__(self, container, width, line_height=None):
        """Write into `container`.

        :param width: of the room, in points
        :param line_height: of its lines, of the type size; by default the style's
        """
        self._container, self._width = container, width
        self._line_height = line_height
        self._is_empty_cell = hasattr(container, "_tc")
        self._before = 0

    def paragraph(self, align="center"):
        """Return a new paragraph."""
        if self._is_empty_cell:
            paragraph = self._container.paragraphs[0]
            self._is_empty_cell = False
        else:
            paragraph = self._container.add_paragraph()
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, _SIDES[align])
        if self._line_height:
            factor = round(self._line_height / NATURAL_LINE, 3)
            paragraph.paragraph_format.line_spacing = factor
        if self._before:
            paragraph.paragraph_format.space_before = Pt(self._before)
            self._before = 0
        return paragraph

    def leave(self, space):
        """Leave some points before the next line."""
        self._before = space

    def line(self, text, size, align="center", after=0, **font):
        """Add a line of text, which breaks where it is too long.

        :param size: of the type, in points
        :param font: bold, italic, underline
        """
        paragraph = self.paragraph(align)
        paragraph.paragraph_format.space_after = Pt(after)
        run = paragraph.add_run(plain(text))
        run.font.size = Pt(size)
        for name, value in font.items():
            setattr(run.font, name, value)
        return paragraph

    def whole_line(self, text, size, bold=False, italic=False):
        """Add a line that does not break: a longer one reaches beyond the column."""
        paragraph = self.line(text, size, bold=bold, italic=italic)
        over = text_widths.width(text, size, bold, italic) + SLACK - self._width
        if over > 0:
            style = paragraph.paragraph_format
            style.left_indent = style.right_indent = Pt(-over / 2)

    def rule(self, width):
        """Add a line drawn in the middle, `width` points long."""
        paragraph = self.paragraph()
        style = paragraph.paragraph_format
        style.line_spacing, style.space_before = Pt(2), Pt(2)
        style.left_indent = style.right_indent = Pt((self._width - width) / 2)
        border = parse_xml(
            f"<w:pBdr {nsdecls('w')}><w:top w:val='single' w:sz='6' w:space='0' "
            "w:color='000000'/></w:pBdr>"
        )
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(border, "w:spacing", "w:ind", *_ORDER)

    def separator(self, kind, width, size, share=1):
        """Add what separates: a rule, a star, dashes or nothing.

        :param width: of the text above, in points
        :param size: of the type, in points
        :param share: how much of the text's width a rule takes
        """
        if kind == "rule" and width:
            self.rule(min(width, self._width) * share)
        elif kind in ("star", "dashes"):
            self.line("*" if kind == "star" else "-----", size)


def add_heading(document, heading, is_draft):
    """Add issuers and motto, numbers, place and date.

    :param heading: values of `danvan.unit._paper_heading`
    :param is_draft: whether it carries the mark DỰ THẢO
    """
    style, whole = heading["style"], text_width(document)
    left = whole * style["left_width"] / 100
    widths = (left, whole - left)
    cells = tables.frame(document, widths, rows=2)
    (issuers, motto), (number, place) = (
        [Column(cell, w, HEADING_LINE) for cell, w in zip(row, widths, strict=True)]
        for row in cells
    )
    _add_issuers(issuers, heading)
    _add_motto(motto, style)
    for column in (number, place):
        column.leave(4)
    _add_under_issuers(number, heading, is_draft)
    if heading["place_date"]:
        size = points(style["sizes"]["place_date"])
        place.whole_line(heading["place_date"], size, italic=True)
    gap(document, 12)


def _add_issuers(column, heading):
    style = heading["style"]
    sizes = {name: points(size) for name, size in style["sizes"].items()}
    for number, issuer in enumerate(heading["issuers"]):
        if number:
            column.leave(6)
        for line in issuer["superior"]:
            column.line(line, sizes["superior"])
        for line in issuer["issuer"]:
            column.line(line, sizes["issuer"], bold=True)
        width = text_widths.widest(issuer["issuer"], sizes["issuer"], bold=True)
        column.separator(style["issuer_separator"], width, sizes["body"], SHORT_RULE)
        if len(heading["issuers"]) > 1 and issuer["number"]:
            column.whole_line(issuer["number"], sizes["number"])


def _add_motto(column, style):
    sizes = {name: points(size) for name, size in style["sizes"].items()}
    last, size = style["motto"], sizes["motto"]
    if style["submotto"]:
        column.whole_line(last, size, bold=True)
        last, size = style["submotto"], sizes["submotto"]
    column.whole_line(last, size, bold=True)
    width = text_widths.width(last, size, bold=True)
    column.separator(style["motto_separator"], width, sizes["body"])


def _add_under_issuers(column, heading, is_draft):
    """Add the number of a single issuer, the subject of a letter, a draft's mark."""
    style, sizes = heading["style"], heading["style"]["sizes"]
    number = heading["issuers"][0]["number"]
    if number and len(heading["issuers"]) == 1:
        column.whole_line(number, points(sizes["number"]))
    if heading["letter_subject"]:
        italic = style["letter_subject_style"] == "italic"
        size = points(sizes["letter_subject"])
        column.line(heading["letter_subject"], size, italic=italic)
    if is_draft:
        column.leave(4)
        _add_draft_mark(column, points(sizes["body"]))


def _add_draft_mark(column, size):
    mark = column.line(f"{MARK_ROOM}DỰ THẢO{MARK_ROOM}", size, bold=True)
    frame = f"<w:bdr {nsdecls('w')} w:val='single' w:sz='8' w:space='0'/>"
    properties = mark.runs[0]._r.get_or_add_rPr()
    properties.append(parse_xml(frame))


def add_title(document, content):
    """Add title and subject, where the paper has a title."""
    if not content["title"]:
        return
    style = content["style"]
    sizes = {name: points(size) for name, size in style["sizes"].items()}
    column = Column(document, text_width(document))
    column.leave(6)
    column.line(content["title"], sizes["title"], bold=True)
    width = 0
    if content["subject"]:
        column.line(content["subject"], sizes["subject"], bold=True)
        width = text_widths.width(content["subject"], sizes["subject"], bold=True)
    column.separator(style["title_separator"], width, sizes["body"], SHORT_RULE)
    gap(document, 12)
    _keep_with_next(document.paragraphs)


def add_authority(document, content):
    """Add who decides, and the legal bases."""
    size = points(content["style"]["sizes"]["body"])
    if content["authority"]:
        column = Column(document, text_width(document))
        column.line(content["authority"], size, bold=True, after=12)
    for basis in content["bases"]:
        paragraph = document.add_paragraph(style="Body Text")
        run = paragraph.add_run(plain(basis))
        run.font.italic = bool(content["style"]["bases_italic"]) or None


def add_addressees(document, content):
    """Add “Kính gửi” and those whom a letter or a proposal addresses."""
    if not content["addressees"]:
        return
    size, room = points(content["style"]["sizes"]["body"]), 4
    label = "Kính gửi:"
    first = text_widths.width(label, size) + 2 * room + SLACK
    second = text_widths.widest(content["addressees"], size) + 2 * room + SLACK
    second = min(second, text_width(document) - first)
    (left, right) = tables.frame(document, (first, second), align="center")[0]
    _indented(Column(left, first).line(label, size, "left"), room)
    column = Column(right, second)
    for line in content["addressees"]:
        _indented(column.line(line, size, "left"), room)
    gap(document, 12)


def _indented(paragraph, room):
    style = paragraph.paragraph_format
    style.left_indent = style.right_indent = Pt(room)


def add_signature(document, signature, look):
    """Add recipients and signatures, kept together with the text before them.

    :param signature: values of `danvan.unit._paper_signature`
    :param look: `sheet.TextLook` of the text
    """
    _keep_last(document)
    gap(document, look.signature_gap).paragraph_format.keep_with_next = True
    blocks, left = signature["blocks"], signature["left"]
    if len(blocks) > 1:
        _add_signed(document, blocks, signature, look)
    elif left:
        second = {"capacities": [left], "name": ""}
        _add_signed(document, [second, *blocks], signature, look)
    else:
        recipients = {"capacities": [], "name": ""}
        cell = _add_signed(document, [recipients, *blocks], signature, look, True)
        _add_recipients(cell, signature)
    for paragraph in document.tables[-1]._tbl.iter(qn("w:p")):
        paragraph.get_or_add_pPr().keepNext_val = True
    if len(blocks) > 1 or left:
        below = Column(document, text_width(document))
        below.leave(8)
        _add_recipients(below, signature)


def _add_signed(document, blocks, signature, look, is_first_whole=False):
    """Add signatures side by side; lines, space and names are rows, so that the names
    stand level.

    :param is_first_whole: whether the first column is one cell
    :return: the first column
    """
    width = text_width(document) / len(blocks)
    widths = [width] * len(blocks)
    table = tables.new_table(document, widths)
    whole = ("restart", "continue", "continue") if is_first_whole else (None,) * 3
    lines, _space, names = (
        tables.frame_row(table, widths, height, [merge])
        for height, merge in zip((None, look.signature_space, None), whole, strict=True)
    )
    size = points(signature["style"]["sizes"]["signature"])
    columns = [Column(cell, width) for cell in lines]
    for column, cell, block in zip(columns, names, blocks, strict=True):
        for line in block["capacities"]:
            column.line(line, size, bold=True)
        if block["name"]:
            Column(cell, width).line(block["name"], size, bold=True)
    return columns[0]


def _add_recipients(column, signature):
    if not signature["recipients"]:
        return
    style, sizes = signature["style"], signature["style"]["sizes"]
    underlined = style["recipients_style"] == "underlined"
    font = {"underline": True} if underlined else {"bold": True, "italic": True}
    size = points(sizes["recipients_title"])
    column.line(style["recipients_title"], size, "left", **font)
    for line in signature["recipients"]:
        column.line(line, points(sizes["recipients"]), "left")


def add_annex_title(document, annex, size):
    """Add title and reference of the annex, on a new page."""
    column = Column(document, text_width(document))
    lines = []
    if annex["title"]:
        lines.append(column.line(annex["title"], size, bold=True))
    lines.append(column.line(annex["line"], size, italic=True, after=8))
    lines[0].paragraph_format.page_break_before = True
    _keep_with_next(lines)


def _keep_with_next(paragraphs):
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _keep_last(document):
    """Keep the last lines of the text on the page of the signature."""
    last = document.element.body.xpath("./*[not(self::w:sectPr)][last()]")
    for element in last:
        paragraphs = element.xpath("self::w:p | (.//w:tr)[last()]//w:p")
        for paragraph in paragraphs:
            paragraph.get_or_add_pPr().keepNext_val = True
