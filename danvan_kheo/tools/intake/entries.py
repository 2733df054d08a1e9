"""The rows of a table as entries: one for each registration, with the rows that go on.

A group row (“I. Lĩnh vực kinh tế”) says something for the rows below it; a row without
number and name goes on with the entry above it; totals and what stands under the table
are left out.
"""

from dataclasses import dataclass, field

from .table import is_group_number, is_long, is_ordinal, is_total, shown
from .targets import IGNORED, LINES, NAME, NUMBER


@dataclass
class Entry:
    """One registration as it stands in the table.

    :param row: its row in the sheet, from 1
    :param group: `{target: text}` said by the group rows above
    :param cells: `[(row, place, target, slot, value)]`; slot numbers the lines
    """

    row: int
    group: dict
    cells: list = field(default_factory=list)


class Reader:
    """Parts a table into entries.

    :param columns: `[(place, target)]`
    :param meaning: function that returns `{target: text}` for the text of a group row,
        empty where it means nothing
    """

    def __init__(self, columns, meaning):
        self.columns = _slots(columns)
        self.meaning = meaning
        self.number = next(
            (p for p, target, _s in self.columns if target == NUMBER), None
        )
        self.name = next((p for p, target, _s in self.columns if target == NAME), None)
        self.entries, self.group = [], {}
        self.ended = self.totalled = False

    def entries_of(self, rows):
        """Return the entries of `[(row, values)]`."""
        before = None
        for number, row in rows:
            self.ended = self.ended or self._is_apart(before, number, row)
            if not self.ended:
                self._read(number, row)
            before = number
        return self.entries

    def _is_apart(self, before, number, row):
        """Tell whether a row stands under the table: after a gap or the total, without
        a number, as signatures do."""
        gap = before is not None and number > before + 1
        return (
            (gap or self.totalled) and self.number is not None and not self._mark(row)
        )

    def _read(self, number, row):
        filled = [
            place
            for place, value in enumerate(row)
            if value is not None and place != self.number
        ]
        mark = self._mark(row)
        if is_total(mark) or (filled and is_total(shown(row, filled[0]))):
            self.totalled = True
        elif mark and not is_ordinal(mark) and (not filled or is_long(mark)):
            # Merged over the table, the text of a group stands in its first cell.
            self._begin_group(self.meaning(mark))
        elif len(filled) != 1 or not self._is_group(row, filled[0]):
            self._take(number, row)

    def _begin_group(self, meaning):
        self.totalled = False
        self.group = {**self.group, **meaning}

    def _is_group(self, row, place):
        """Take a row with a single text as a group where it is one."""
        text, mark = shown(row, place), self._mark(row)
        meaning = self.meaning(text)
        numbered = is_ordinal(mark) and place == self.name
        if numbered or (
            not meaning and not is_group_number(mark) and place == self.name
        ):
            return False
        goes_on = any(p == place and target in LINES for p, target, _s in self.columns)
        if goes_on and not meaning and not mark:
            return False
        self._begin_group(meaning)
        return True

    def _mark(self, row):
        return "" if self.number is None else shown(row, self.number)

    def _take(self, number, row):
        cells = [
            (number, place, target, slot, row[place])
            for place, target, slot in self.columns
            if target not in (IGNORED, NUMBER) and place < len(row)
            if row[place] is not None
        ]
        if not cells:
            return
        lines = all(target in LINES for _r, _p, target, _s, _v in cells)
        if lines and self.entries and not is_ordinal(self._mark(row)):
            self._go_on(cells)
        else:
            self.entries.append(Entry(number, dict(self.group), cells))

    def _go_on(self, cells):
        """Add the lines of a row to the entry above it."""
        entry = self.entries[-1]
        first = max(slot for _r, _p, _t, slot, _v in entry.cells) + 1
        entry.cells += [(r, p, t, slot + first, v) for r, p, t, slot, v in cells]


def _slots(columns):
    """Return `[(place, target, slot)]`: which of the columns of its target each is."""
    seen, result = {}, []
    for place, target in columns:
        slot = seen.get(target, 0)
        seen[target] = slot + 1
        result.append((place, target, slot))
    return result
