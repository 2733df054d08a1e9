"""Finding the table in a sheet: its heading under titles, its rows, its groups."""

import datetime
import re
from dataclasses import dataclass, field

from ..text import search_key
from .opening import Odd, Refused
from .targets import IGNORED, LINES, NAME

HEADING_WITHIN = 40
FEWEST_COLUMNS = 2
LONGEST_HEADING = 200
TOTAL = re.compile(
    r"(?:tong cong|tong so|tong|cong)(?: \d+)?(?: (?:mo hinh|dien hinh).*)?"
)
ROMAN = re.compile(r"(?:[ivxlc]+|[a-z])")
ORDINAL = re.compile(r"\d{1,5}")
TRAILING = re.compile(r" \d{1,2}$")


@dataclass(frozen=True)
class Column:
    """One column of a table.

    :param place: its position in the sheet, from 0
    :param heading: its heading, of two rows where there are two
    :param target: what it holds
    :param sample: what stands in its first filled cell
    """

    place: int
    heading: str
    target: str
    sample: str = ""


@dataclass
class Table:
    """A table found in a sheet.

    :param sheet: name of the sheet
    :param heading_row: its (last) heading row, from 1
    :param columns: `Column`s, the first one first
    :param rows: `[(row from 1, values)]` of what stands below the heading
    """

    sheet: str
    heading_row: int
    columns: list = field(default_factory=list)
    rows: list = field(default_factory=list)


def key(text):
    """Return a heading as it is compared: no accents, no signs, single spaces."""
    words = "".join(c if c.isalnum() else " " for c in search_key(str(text or "")))
    return " ".join(words.split())[:LONGEST_HEADING]


class Finder:
    """Finds the table of a workbook.

    :param terms: `{key of a heading: target}`
    """

    def __init__(self, terms):
        self.terms = terms
        self.phrases = sorted((t for t in terms if len(t) > 3), key=len, reverse=True)

    def target(self, heading, own=""):
        """Return what a heading means, None for what is not known.

        :param own: of a heading of two rows what stands in the lower one
        """
        words = key(heading)
        for known in (key(own), words, TRAILING.sub("", words)):
            if known in self.terms:
                return self.terms[known]
        padded = f" {words} "
        found = next((p for p in self.phrases if f" {p} " in padded), None)
        return self.terms.get(found)

    def find(self, sheets):
        """Return the table of the sheet whose heading says most.

        :raise Refused: where no sheet has a row that looks like a heading
        """
        best, most = None, 0
        for sheet in sheets:
            for top in range(min(len(sheet.rows), HEADING_WITHIN)):
                for count in (1, 2):
                    headings = _headings(sheet.rows[top : top + count], count)
                    score = self._score(headings) - 0.5 * (count - 1)
                    if score > most:
                        best, most = (sheet, top + count, headings), score
        if best is None:
            raise Refused("table")
        return self._table(*best)

    def _score(self, headings):
        """Return how well texts do as headings: each target known counts once."""
        targets = {self.target(text, own) for text, own in headings if text}
        known = len(targets - {None, IGNORED})
        named = 2 * (NAME in targets)
        filled = sum(bool(text) for text, _own in headings)
        return (known + named) if filled >= FEWEST_COLUMNS and known > 1 else 0

    def _table(self, sheet, first, headings):
        rows = [
            (number, row)
            for number, row in enumerate(sheet.rows[first:], first + 1)
            if any(value is not None for value in row)
        ]
        rows = [(number, row) for number, row in rows if not _counts_columns(row)]
        return Table(sheet.name, first, self._columns(headings, rows), rows)

    def _columns(self, headings, rows):
        columns = []
        for place, (heading, own) in enumerate(headings):
            sample = next((s for _n, row in rows if (s := shown(row, place))), "")
            if heading or sample:
                target = self.target(heading, own) if heading else None
                text = " ".join(heading.split())[:LONGEST_HEADING]
                columns.append(Column(place, text, target or IGNORED, sample[:80]))
        return _without_repetitions(columns)


def _without_repetitions(columns):
    """Keep what is said once in its first column; lines may have several."""
    seen, kept = set(), []
    for column in columns:
        target = column.target
        if target in seen and target not in LINES:
            target = IGNORED
        seen.add(target)
        kept.append(Column(column.place, column.heading, target, column.sample))
    return kept


def _headings(rows, count):
    """Return `(heading, its lower part)` for each column of one or two rows.

    The upper row of two may be merged over several columns: then only its first cell
    has the text, and it goes for the empty ones after it that say something below.
    """
    if len(rows) < count or not all(any(map(_is_text, row)) for row in rows):
        return []
    if any(isinstance(v, int | float | datetime.date) for row in rows for v in row):
        return []
    if count == 1:
        return [(_text(value), "") for value in rows[0]]
    return _of_two(*rows)


def _of_two(upper, lower):
    headings, group = [], ""
    for place in range(max(len(upper), len(lower))):
        above = _text(upper[place]) if place < len(upper) else ""
        below = _text(lower[place]) if place < len(lower) else ""
        group = above or (group if below else "")
        headings.append((f"{group} {below}".strip() if below else above, below))
    return headings


def _is_text(value):
    return isinstance(value, str)


def _text(value):
    return value if isinstance(value, str) else ""


def _counts_columns(row):
    """Tell whether a row numbers the columns: (1) (2) (3) or A B 1 2."""
    said = [key(v) for v in row if v is not None and not isinstance(v, Odd)]
    figures = [text for text in said if text.isdecimal()]
    rising = [int(text) for text in figures] == list(range(1, len(figures) + 1))
    rest = len(said) - len(figures)
    return len(figures) > 2 and rising and rest <= 2 and all(len(t) < 3 for t in said)


def shown(row, place):
    """Return what a cell shows, as text."""
    value = row[place] if place < len(row) else None
    if value is None:
        return ""
    if isinstance(value, Odd):
        return value.text
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    return str(value)


def is_total(text):
    """Tell whether a text begins a row of totals."""
    return bool(TOTAL.fullmatch(key(text)))


def is_ordinal(value):
    """Tell whether a running number is that of an item: 1, 2. or 03, not II or A."""
    return bool(ORDINAL.fullmatch(key(value)))


def is_group_number(value):
    """Tell whether a running number is that of a group: I, II, A."""
    return bool(ROMAN.fullmatch(key(value)))


def is_long(mark):
    """Tell whether what stands in the column of running numbers is no number at all."""
    return len(key(mark)) > 5


def letter(place):
    """Return the name of a column: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
