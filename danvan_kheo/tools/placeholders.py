"""Placeholders of paper templates: `{unit}` and `{list:name}`, never expressions."""

import re

from markupsafe import Markup, escape

_ANY = re.compile(r"\{([^{}<>]*)\}")
_LIST = re.compile(r"(?:<p[^>]*>\s*)?\{list:([a-z0-9_]+)\}(?:\s*</p>)?")
# What a paper shows where the value is not known yet: to be filled by hand.
UNKNOWN = "……"


def found(text):
    """Return the names between braces in `text`, as written."""
    return set(_ANY.findall(str(text or "")))


def fill_text(text, values):
    """Fill plain `text` by `values`, once: what a value contains is not read again."""
    return _ANY.sub(lambda match: _value(values, match), str(text or ""))


def fill_html(html, values, lists):
    """Fill `html`: values are escaped, lists become tables.

    :param html: body of a template
    :param values: `{name: plain text}`
    :param lists: `{name: (headings, rows)}`, cells are plain text
    """
    html = str(html or "")
    pieces, position = [], 0
    for match in _LIST.finditer(html):
        pieces += [html[position : match.start()], match]
        position = match.end()
    pieces.append(html[position:])
    return Markup("").join(_filled_piece(piece, values, lists) for piece in pieces)


def _filled_piece(piece, values, lists):
    if isinstance(piece, re.Match):
        return table(*lists.get(piece[1], ((), ())))
    # The piece is the template's own sanitised HTML; what goes into it is escaped.
    return Markup(_ANY.sub(lambda match: str(escape(_value(values, match))), piece))


def _value(values, match):
    if match[1].startswith("list:"):
        return ""
    value = values.get(match[1])
    return UNKNOWN if value in (None, False, "") else str(value)


def table(headings, rows):
    """Return an HTML table of plain texts; its heading row repeats on every page."""
    head = Markup("").join(Markup("<th>%s</th>") % cell for cell in headings)
    body = Markup("").join(_row(row) for row in rows)
    return Markup("<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>") % (
        head,
        body,
    )


def _row(cells):
    said = ("" if cell in (None, False) else cell for cell in cells)
    return Markup("<tr>%s</tr>") % Markup("").join(
        Markup("<td>%s</td>") % cell for cell in said
    )
