"""The sheet of a Word file: page, styles, page number, lists, properties."""

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime

from .html import HEADINGS, plain

with contextlib.suppress(ImportError):  # optional: see paper.missing
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Length, Mm, Pt

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
MM = 72 / 25.4  # points
A4 = (210, 297)  # millimetres
HEADER_DISTANCE = 10  # millimetres from the edge, as in static/src/document/paper.css
PAGE_NUMBER_SIZE = 13
# Times New Roman sets its lines that much apart; Word multiplies that, CSS the size.
NATURAL_LINE = 1.15
# As in static/src/document/paper.css, whose classes are named.
FORM_SIZE = 12.5  # .paper-form
TABLE_SIZE = 0.9  # .paper-body table, of the text's size
FILL_LINE = 1.5  # .paper-fill
KEPT_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
# Of the package that python-docx begins with: pictures of it, other fonts' names.
UNUSED_PARTS = (
    "stylesWithEffects",
    "customXml",
    "webSettings",
    "fontTable",
    "theme",
    "thumbnail",
)
LIST_STEP = 30  # points by which each level of a list stands further in
NUMBERS = {
    "": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
BULLETS = "•◦▪"
LEVELS = 9


def points(size):
    """Return a size of a layout, for example `14pt`, as a number of points."""
    return float(size.removesuffix("pt"))


@dataclass(frozen=True)
class TextLook:
    """How body and annex look; lengths in points, lines in parts of the type size."""

    size: float
    line: float
    after: float
    indent: float = 0
    align: str = "JUSTIFY"
    table_line: float = 1.15
    table_gap: float = 6
    cell_padding: float = 2
    heading: tuple = (6, 3)  # before and after
    signature_gap: float = 12
    signature_space: float = 26 * MM

    @property
    def table_size(self):
        """Size of the text in tables."""
        return self.size * TABLE_SIZE


# Forms are one page as long as what is written is short.
FORM_LOOK = TextLook(
    size=FORM_SIZE,
    line=1.12,
    after=1.5,
    align="LEFT",
    table_line=1.1,
    table_gap=3,
    cell_padding=1,
    heading=(4, 1),
    signature_gap=6,
    signature_space=15 * MM,
)


def text_look(content):
    """Return how the text of a paper looks.

    :param content: values of `danvan.document._paper`
    """
    if content.get("is_form"):
        return FORM_LOOK
    style = content["style"]
    return TextLook(
        size=points(style["sizes"]["body"]),
        line=style["line_height"],
        after=style["paragraph_spacing"],
        indent=style["first_line_indent"] * MM,
    )


def new_document(content):
    """Return an empty document with page and styles of a paper.

    :param content: values of `danvan.document._paper`
    """
    document = docx.Document()
    _drop_unused(document)
    _set_page(document.sections[0], content["style"], content["landscape"])
    _set_settings(document)
    _set_styles(document, content)
    _number_pages(document.sections[0])
    return document


def text_width(document):
    """Return the width between the margins in points."""
    page = document.sections[0]
    return Length(page.page_width - page.left_margin - page.right_margin).pt


def _drop_unused(document):
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(UNUSED_PARTS):
                del relations[key]


def _set_page(page, style, landscape):
    """Set size and margins; the layout gives them as `top right bottom left`."""
    margins = [float(part.removesuffix("mm")) for part in style["margins"].split()]
    sides = ("top_margin", "right_margin", "bottom_margin", "left_margin")
    for side, millimetres in zip(sides, margins, strict=True):
        setattr(page, side, Mm(millimetres))
    width, height = reversed(A4) if landscape else A4
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.header_distance = page.footer_distance = Mm(HEADER_DISTANCE)


def _set_settings(document):
    """Let Word treat the file as of today, not as one of an old version."""
    settings = document.settings.element
    for name in ("w:useFELayout", "w:savePreviewPicture", "w:zoom", "w:rsids"):
        for element in list(settings.iter(qn(name))):
            element.getparent().remove(element)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    language = settings.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), LANGUAGE)
    language.set(qn("w:eastAsia"), LANGUAGE)


def _set_styles(document, content):
    """Leave the few styles that a paper needs, all in one typeface."""
    for old in list(document.styles):
        if old.name not in KEPT_STYLES:
            old.delete()
    _set_defaults(document.styles.element)
    body, line = (
        points(content["style"]["sizes"]["body"]),
        content["style"]["line_height"],
    )
    _set_style(document.styles["Normal"], size=body, line=line)
    _add_style(document, "Header", size=PAGE_NUMBER_SIZE, align="CENTER", line=1)
    look = text_look(content)
    font = {"size": look.size, "line": look.line}
    text = {**font, "after": look.after, "align": look.align, "indent": look.indent}
    _add_style(document, "Body Text", **text)
    _add_style(document, "Kept Text", **text).paragraph_format.keep_with_next = True
    fill = _add_style(document, "Fill Text", **{**text, "line": FILL_LINE})
    edge = Pt(text_width(document))
    fill.paragraph_format.tab_stops.add_tab_stop(
        edge, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )
    _add_style(document, "Table Text", size=look.table_size, line=look.table_line)
    _add_list_style(document, {**text, "indent": 0, "before": look.after})
    for tag in HEADINGS:
        _add_heading(document, int(tag[1]), look)


def _add_list_style(document, values):
    """Let items stand close together, and a list apart from the text around it."""
    properties = _add_style(document, "List Paragraph", **values).element.pPr
    properties.insert_element_before(OxmlElement("w:contextualSpacing"), "w:jc")


def _add_heading(document, level, look):
    before, after = look.heading
    name, font = f"Heading {level}", {"size": look.size, "line": look.line}
    heading = _add_style(document, name, bold=True, before=before, after=after, **font)
    heading.paragraph_format.keep_with_next = True
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    heading.element.get_or_add_pPr().append(outline)


def _add_style(document, name, **values):
    added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    added.base_style = document.styles["Normal"]
    added.quick_style = added.unhide_when_used = True
    added.hidden = False
    _set_style(added, **values)
    return added


def _set_style(
    style, size=None, bold=None, align=None, indent=0, before=0, after=0, line=None
):
    """Set font and paragraph of a style.

    :param size, before, after: points
    :param indent: of the first line, in points
    :param align: name of a member of WD_ALIGN_PARAGRAPH
    :param line: height of a line, of the type size
    """
    _set_fonts(style.element.get_or_add_rPr())
    if size:
        style.font.size = Pt(size)
    style.font.bold = bold
    paragraph = style.paragraph_format
    if align:
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
    if indent:
        paragraph.first_line_indent = Pt(indent)
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    if line:
        paragraph.line_spacing = round(line / NATURAL_LINE, 3)


def _set_fonts(properties):
    """Name the one typeface for every script that Word tells apart."""
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _set_defaults(styles):
    properties = styles.find(".//" + qn("w:rPrDefault")).find(qn("w:rPr"))
    _set_fonts(properties)
    language = properties.find(qn("w:lang"))
    for name in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{name}"), LANGUAGE)
    spacing = styles.find(".//" + qn("w:pPrDefault")).find(".//" + qn("w:spacing"))
    spacing.attrib.clear()
    spacing.set(qn("w:after"), "0")


def _number_pages(page):
    """Number the pages at the top, in the middle, the first one not."""
    page.different_first_page_header_footer = True
    page.first_page_header.is_linked_to_previous = False
    number = (
        f"<w:fldSimple {nsdecls('w')} w:instr='PAGE'><w:r><w:t>2</w:t></w:r>"
        "</w:fldSimple>"
    )
    for header in (page.header, page.first_page_header):
        header.paragraphs[0].style = "Header"
    page.header.paragraphs[0]._p.append(parse_xml(number))


def set_properties(document, title, author):
    """Say what the file is and of whom; nothing of the computer or the person.

    :param title: name of the paper
    :param author: name of the unit
    """
    properties = document.core_properties
    properties.title, properties.author = plain(title)[:250], plain(author)[:250]
    properties.last_modified_by = properties.author
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = LANGUAGE
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = now
    for part in document.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _APPLICATION.encode()


_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Microsoft Office Word</Application>'
    "</Properties>"
)


class Numbering:
    """The lists of one document, as Word's own lists."""

    def __init__(self, document):
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._kinds = {kind: place for place, kind in enumerate(("bullet", *NUMBERS))}
        self._root.append(_abstract(0, "bullet"))
        for place, number in enumerate(NUMBERS.values(), start=1):
            self._root.append(_abstract(place, number))
        self._count = 0
        self._bullet = self._add("bullet")

    def begin(self, tag, kind, start, level):
        """Return the id of the list that begins.

        :param tag: `ul` or `ol`
        :param kind: type of an ordered list, a key of NUMBERS
        :param start: its first number
        :param level: how deep it stands in other lists, from 0
        """
        if tag == "ul":
            return self._bullet
        override = (
            f"<w:lvlOverride w:ilvl='{level}'><w:startOverride w:val='{start}'/>"
            "</w:lvlOverride>"
        )
        return self._add(kind, override)

    def _add(self, kind, override=""):
        self._count += 1
        number = (
            f"<w:num {nsdecls('w')} w:numId='{self._count}'>"
            f"<w:abstractNumId w:val='{self._kinds[kind]}'/>{override}</w:num>"
        )
        self._root.append(parse_xml(number))
        return self._count


def _abstract(place, kind):
    levels = "".join(_level(level, kind) for level in range(LEVELS))
    return parse_xml(
        f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{place}'>"
        f"<w:multiLevelType w:val='hybridMultilevel'/>{levels}</w:abstractNum>"
    )


def _level(level, kind):
    text = BULLETS[min(level, 2)] if kind == "bullet" else f"%{level + 1}."
    left = (level + 1) * LIST_STEP * 20
    return (
        f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{kind}'/>"
        f"<w:lvlText w:val='{text}'/><w:lvlJc w:val='left'/>"
        f"<w:pPr><w:ind w:left='{left}' w:hanging='{LIST_STEP * 10}'/></w:pPr>"
        f"<w:rPr><w:rFonts w:ascii='{FONT}' w:hAnsi='{FONT}' w:eastAsia='{FONT}' "
        f"w:cs='{FONT}'/></w:rPr></w:lvl>"
    )
