"""Placeholders of paper templates: `{unit}` and `{list:name}`, never expressions."""

import re

from markupsafe import Markup, escape

_ANY = re.compile(r"\{([^{}<>]*)\}")
_TAG = re.compile(r"<[^<>]*>")
_LIST = re.compile(r"(?:<p[^>]*>\s*)?\{list:([a-z0-9_]+)\}(?:\s*</p>)?")
_AMOUNT = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
_FIGURE = re.compile(r"\d{1,6}(,\d+)?|(\d\d/){1,2}\d{4}")
# What a paper shows where the value is not known yet: to be filled by hand.
UNKNOWN = "……"
# A value that has nothing to say here: the paragraph or line around it is left out.
LEFT_OUT = object()
_PARAGRAPH = re.compile(r"<p\b[^>]*>(?:(?!</?p\b).)*</p>", re.DOTALL)


class Heading(tuple):
    """A row that heads the rows below it: printed bold; a single cell spans the
    table."""

    __slots__ = ()


class Column(str):
    """The text of a heading, with what the column below it needs.

    :param width_percent: share of the width of the table; None lets the text decide
    :param align: left, center or right for the cells below; None decides by each cell
    """

    __slots__ = ("align", "width_percent")

    def __new__(cls, text, width_percent=None, align=None):
        """Return the text as a column."""
        column = super().__new__(cls, text)
        column.width_percent = width_percent
        column.align = align
        return column


def found(text):
    """Return the names between braces in `text`, as written."""
    return set(_ANY.findall(str(text or "")))


def has_stray_braces(text):
    """Tell whether braces stand in plain `text` or HTML around no name: it would be
    printed with them, as where formatting has split `{unit}`."""
    return bool({"{", "}"} & set(_TAG.sub("", _ANY.sub("", str(text or "")))))


def fill_text(text, values):
    """Fill plain `text` by `values`, once: what a value contains is not read again."""
    lines = str(text or "").split("\n")
    kept = (line for line in lines if not _is_left_out(line, values))
    return _ANY.sub(lambda match: _value(values, match), "\n".join(kept))


def fill_html(html, values, lists):
    """Fill `html`: values are escaped, lists become tables.

    :param html: body of a template
    :param values: `{name: plain text}`, or functions without arguments that return it
    :param lists: `{name: (headings, rows)}`, or functions that return them; cells are
        plain text
    """
    html = _PARAGRAPH.sub(
        lambda match: "" if _is_left_out(match[0], values) else match[0],
        str(html or ""),
    )
    pieces, position = [], 0
    for match in _LIST.finditer(html):
        pieces += [html[position : match.start()], match]
        position = match.end()
    pieces.append(html[position:])
    return Markup("").join(_filled_piece(piece, values, lists) for piece in pieces)


def _is_left_out(text, values):
    return any(values.get(name) is LEFT_OUT for name in _ANY.findall(text))


def _filled_piece(piece, values, lists):
    if isinstance(piece, re.Match):
        return table(*_asked(lists.get(piece[1], ((), ()))))
    # The piece is the template's own sanitised HTML; what goes into it is escaped.
    return Markup(_ANY.sub(lambda match: str(escape(_value(values, match))), piece))


def _value(values, match):
    if match[1].startswith("list:"):
        return ""
    value = _asked(values.get(match[1]))
    if value is LEFT_OUT:
        return ""
    return UNKNOWN if value in (None, False, "") else str(value)


def _asked(given):
    """Return what was given, or what the given function returns."""
    return given() if callable(given) else given


def table(headings, rows):
    """Return an HTML table of plain texts; its heading row repeats on every page, and
    without rows there is one to be filled by hand.

    :param headings: texts of the heading row, some of them a `Column`; where none has
        a text, as in a table of names and values, there is no heading row
    :param rows: rows of texts, some of them a `Heading`
    """
    rows = rows or [[UNKNOWN] * len(headings)]
    body = Markup("").join(_row(row, headings) for row in rows)
    return Markup("<table>%s<tbody>%s</tbody></table>") % (_head(headings), body)


def _head(headings):
    if not any(headings):
        return ""
    cells = Markup("").join(
        Markup("<th%s>%s</th>") % (_width(heading), heading) for heading in headings
    )
    return Markup("<thead><tr>%s</tr></thead>") % cells


def _width(heading):
    share = getattr(heading, "width_percent", None)
    return Markup(' style="width: %s%%"') % f"{share:g}" if share else ""


def _row(cells, headings):
    heads = isinstance(cells, Heading)
    span = len(headings) if heads and len(cells) == 1 else 1
    columns = headings if span == 1 else ()
    styles = [*map(_style_below, columns), *[""] * len(cells)]
    # The class keeps it on the page of what it heads.
    row = Markup('<tr class="paper-keep">%s</tr>' if heads else "<tr>%s</tr>")
    return row % Markup("").join(
        _cell("" if cell in (None, False) else cell, heads, span, style)
        for cell, style in zip(cells, styles, strict=False)
    )


def _style_below(heading):
    """Return what the cells below a heading take over from it: how they stand, and
    their width where no heading row has it."""
    share = None if heading else getattr(heading, "width_percent", None)
    align = getattr(heading, "align", None)
    parts = (share and f"width: {share:g}%", align and f"text-align: {align}")
    return "; ".join(part for part in parts if part)


def _cell(text, is_bold, span, style):
    said = Markup("<b>%s</b>") % text if is_bold and text != "" else text
    across = Markup(' colspan="%s"') % span if span > 1 else ""
    style = style if "text-align" in style else f"text-align: {_side(text)}"
    return Markup('<td%s style="%s">%s</td>') % (across, style, said)


def _side(cell):
    """Return where a cell stands: amounts to the right, short figures and dates
    centred."""
    if _AMOUNT.fullmatch(str(cell)):
        return "right"
    return "center" if _FIGURE.fullmatch(str(cell)) else "left"
