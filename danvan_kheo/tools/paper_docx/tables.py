"""Tables of a Word file: the frames that arrange a paper, and those in its text."""

import contextlib
from itertools import zip_longest

from .. import text_widths
from .css import points

with contextlib.suppress(ImportError):  # optional: see paper.missing
    from docx.blkcntnr import BlockItemContainer
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt
    from docx.table import _Cell

MOST_COLUMNS = 60  # Word takes 63
LEAST_WIDTH = 14  # points of a column
MEASURED = 1000  # characters of a cell that are looked at for its width
PADDING = 4  # points at each side of a cell, as in static/src/document/paper.css
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_UPRIGHT = {"middle": "CENTER", "bottom": "BOTTOM", "top": "TOP"}


def room(element, parent):
    """Return a cell that html-for-docx can write into with the document's styles."""
    cell = _Cell(element, parent)
    cell.styles = cell.part.styles
    return cell


def frame(container, widths, rows=1, align="left"):
    """Return the cells of a table without lines, `[[cell of a row]]`.

    :param container: document or cell
    :param widths: of the columns, in points
    :param align: where it stands between the margins: left or center
    """
    table = new_table(container, widths, align=align)
    return [frame_row(table, widths) for _ in range(rows)]


def frame_row(table, widths, height=None, merges=()):
    """Return the cells of a new row of a frame.

    :param height: in points, by default as its text needs
    :param merges: of each cell, see `add_cell`
    """
    row = add_row(table)
    if height:
        row.trHeight_val = Pt(height)
    pairs = zip_longest(widths, merges)
    return [add_cell(table, row, width, merge=merge) for width, merge in pairs]


def new_table(container, widths, padding=None, align="left"):
    """Return an empty table.

    :param widths: of its columns, in points
    :param padding: points above and below the text of cells with lines around them;
        None for a table without lines
    """
    # Not by the method of a cell, which adds an empty line below.
    holder = getattr(container, "_body", container)
    width = Pt(sum(widths))
    table = BlockItemContainer.add_table(holder, 0, len(widths), width)
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Pt(width)
    table._tbl.replace(table._tbl.tblPr, _properties(widths, padding, align))
    return table


def _properties(widths, padding, align):
    has_lines = padding is not None
    line, room = ("single", _twips(PADDING)) if has_lines else ("nil", 0)
    above = _twips(padding or 0)
    edges = "".join(
        f"<w:{edge} w:val='{line}' w:sz='6' w:space='0' w:color='000000'/>"
        for edge in _EDGES
    )
    return parse_xml(
        f"<w:tblPr {nsdecls('w')}><w:tblW w:w='{sum(map(_twips, widths))}' "
        f"w:type='dxa'/><w:jc w:val='{align}'/><w:tblBorders>{edges}</w:tblBorders>"
        "<w:tblLayout w:type='fixed'/><w:tblCellMar>"
        f"<w:top w:w='{above}' w:type='dxa'/><w:left w:w='{room}' w:type='dxa'/>"
        f"<w:bottom w:w='{above}' w:type='dxa'/><w:right w:w='{room}' w:type='dxa'/>"
        "</w:tblCellMar></w:tblPr>"
    )


def _twips(width):
    return round(width * 20)


def add_row(table, is_heading=False):
    """Return a new row that no page end cuts; a heading row stands on every page."""
    row = table._tbl.add_tr()
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_heading:
        properties.append(OxmlElement("w:tblHeader"))
    return row


def add_cell(table, row, width, span=1, merge=None):
    """Return a new cell of a row.

    :param width: in points
    :param span: columns that it takes
    :param merge: `restart` where it reaches into the rows below, `continue` below
    """
    cell = row.add_tc()
    cell.width = Pt(width)
    if span > 1:
        cell.grid_span = span
    if merge:
        cell.vMerge = merge
    return room(cell, table)


def set_vertical(cell, name):
    """Say where the text of a cell stands: top, middle or bottom."""
    cell.vertical_alignment = getattr(WD_CELL_VERTICAL_ALIGNMENT, _UPRIGHT[name])


def hide_lines(cell):
    """Leave out the borders of one cell."""
    edges = "".join(f"<w:{edge} w:val='nil'/>" for edge in _EDGES[:4])
    borders = parse_xml(f"<w:tcBorders {nsdecls('w')}>{edges}</w:tcBorders>")
    cell._tc.get_or_add_tcPr().append(borders)


def grid(table):
    """Return the rows of a plain table as lists of places, and how many columns.

    A place is `(cell element or None, first column, columns, merge)`; without an
    element it continues a cell of the row above. Of a table with more columns than
    Word takes there are no rows.

    :param table: element of `html.clean`
    """
    rows, open_cells = [], {}
    for row in table.iterchildren("tr"):
        places, column = _continued(open_cells, 0, [])
        for cell in row:
            span = _count(cell, "colspan")
            down = _count(cell, "rowspan")
            places.append((cell, column, span, "restart" if down > 1 else None))
            if down > 1:
                open_cells[column] = [down - 1, span]
            places, column = _continued(open_cells, column + span, places)
        rows.append(places)
        if column > MOST_COLUMNS:
            return [], column
        _close(open_cells, places)
    return rows, max((place[1] + place[2] for row in rows for place in row), default=0)


def _continued(open_cells, column, places):
    """Add the places at `column` that cells of rows above reach into."""
    while column in open_cells:
        span = open_cells[column][1]
        places.append((None, column, span, "continue"))
        column += span
    return places, column


def _close(open_cells, places):
    for element, column, _span, _merge in places:
        if element is None:
            open_cells[column][0] -= 1
    for column in [c for c, (left, _s) in open_cells.items() if left <= 0]:
        del open_cells[column]


def _count(cell, name):
    return min(max(int(cell.get(name, 1)), 1), 500 if name == "rowspan" else 30)


def column_widths(table, rows, count, total, size):
    """Return the widths of the columns in points, as a browser finds them: given
    ones, then between what the longest word and the longest line need.

    :param rows, count: of `grid`
    :param total: width of the table in points
    :param size: type size of its text in points
    """
    least, most = [LEAST_WIDTH] * count, [LEAST_WIDTH] * count
    given = _given_widths(table, rows, count, total)
    for cell, column, span, _merge in (place for row in rows for place in row):
        if cell is not None and span == 1 and not given[column]:
            words, line = _needed(cell, size)
            least[column] = max(least[column], words)
            most[column] = max(most[column], line)
    return _shared(least, most, given, total)


def _given_widths(table, rows, count, total):
    given = [0] * count
    stated = [column.get("width") for column in table.iterchildren("col")]
    for place, text in enumerate(stated[:count]):
        given[place] = points(text, total) if text else 0
    for cell, column, span, _merge in (place for row in rows for place in row):
        if cell is not None and span == 1 and cell.get("width") and not given[column]:
            given[column] = points(cell.get("width"), total)
    return given


def _needed(cell, size):
    """Return the widths of the longest word and of the longest line of a cell."""
    words = line = 0
    bold = cell.tag == "th"
    for block in cell:
        text = "".join(block.itertext())[:MEASURED]
        parts = text.split(" ")
        words = max(words, text_widths.widest(parts, size, bold))
        line = max(line, text_widths.width(text, size, bold))
    room = 2 * PADDING + 1
    return words + room, line + room


def _shared(least, most, given, total):
    """Share `total` among the columns."""
    fixed = sum(given)
    if fixed and (all(given) or fixed > total - sum(least)):
        least = most = [width or LEAST_WIDTH for width in given]
    else:
        least = [g or w for g, w in zip(given, least, strict=True)]
        most = [g or w for g, w in zip(given, most, strict=True)]
    narrow, wide = sum(least), sum(most)
    if narrow >= total or wide == narrow:
        return [width * total / narrow for width in least]
    if wide <= total:
        whole = all(given)
        free = [w if whole or not g else 0 for g, w in zip(given, most, strict=True)]
        rest = (total - wide) / sum(free)
        return [w + rest * part for w, part in zip(most, free, strict=True)]
    part = (total - narrow) / (wide - narrow)
    return [low + (high - low) * part for low, high in zip(least, most, strict=True)]
