"""The sheet of a Word file: page, styles, page number, lists, properties."""

import contextlib
from datetime import UTC, datetime

from .html import HEADINGS, plain

with contextlib.suppress(ImportError):  # optional: see paper.missing
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Length, Mm, Pt

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
A4 = (210, 297)  # millimetres
HEADER_DISTANCE = 10  # millimetres from the edge, as in static/src/document/paper.css
PAGE_NUMBER_SIZE = 13
# Times New Roman sets its lines that much apart; Word multiplies that, CSS the size.
NATURAL_LINE = 1.15
TABLE_SIZE = 0.9  # of the body, as in the PDF
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


def new_document(content):
    """Return an empty document with page and styles of a paper.

    :param content: values of `danvan.document._paper`
    """
    document = docx.Document()
    style = content["style"]
    _drop_unused(document)
    _set_page(document.sections[0], style, content["landscape"])
    _set_settings(document)
    _set_styles(document, style)
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


def _set_styles(document, style):
    """Leave the few styles that a paper needs, all in one typeface."""
    for old in list(document.styles):
        if old.name not in KEPT_STYLES:
            old.delete()
    _set_defaults(document.styles.element)
    body = points(style["sizes"]["body"])
    line = style["line_height"]
    centred, justified = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
    indent = Mm(style["first_line_indent"])
    _set_style(document.styles["Normal"], size=body, line=line)
    _add_style(document, "Header", size=PAGE_NUMBER_SIZE, align=centred, line=1)
    text = {"align": justified, "indent": indent, "after": style["paragraph_spacing"]}
    _add_style(document, "Body Text", **text)
    _add_style(document, "Kept Text", **text).paragraph_format.keep_with_next = True
    form = {**text, "after": 2, "line": NATURAL_LINE}
    _add_style(document, "Form Text", **form)
    _add_style(document, "Table Text", size=body * TABLE_SIZE, line=NATURAL_LINE)
    _add_style(document, "List Paragraph", align=justified, after=2)
    for tag in HEADINGS:
        _add_heading(document, int(tag[1]))


def _add_heading(document, level):
    heading = _add_style(document, f"Heading {level}", bold=True, before=6, after=3)
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
    style, size=None, bold=None, align=None, indent=None, before=0, after=0, line=None
):
    """Set font and paragraph of a style.

    :param size, before, after: points
    :param indent: length of the first line's indent
    :param line: height of a line, of the type size
    """
    _set_fonts(style.element.get_or_add_rPr())
    if size:
        style.font.size = Pt(size)
    style.font.bold = bold
    paragraph = style.paragraph_format
    paragraph.alignment, paragraph.first_line_indent = align, indent
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
