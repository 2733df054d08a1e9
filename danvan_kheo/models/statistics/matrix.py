"""A statistical table, computed once in plain Python.

Screen, workbook and paper only render it, so they cannot differ; it is tested
without a database. Habit: OCA `mis_builder`, `kpimatrix.py`.
"""

from collections import Counter
from dataclasses import dataclass

from odoo.tools.misc import groupby


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of figures.

    :param key: technical name, the same for every renderer
    :param group: key of the heading that it shares with its neighbours, or None
    :param name: text of the catalogue for a sector or theme; None where every
        renderer has a word of its own
    :param word: key of that word
    :param terms: pairs (field, value) which a counted registration meets
    :param share_of: keys of two columns, of the second of which the first is so many
        per cent; such a column is worked out and counts nothing
    """

    key: str
    group: str | None = None
    name: str | None = None
    word: str | None = None
    terms: tuple = ()
    share_of: tuple = ()

    def counts(self, values):
        """Tell whether registrations with these `values` belong into the column."""
        return all(values[field] == value for field, value in self.terms)

    def domain(self):
        """Return the same condition as a search domain."""
        return [(field, "=", value) for field, value in self.terms]


@dataclass(frozen=True)
class Fact:
    """So many registrations, in one row, share these values."""

    row: int
    values: dict
    count: int


class Matrix:
    """Rows × columns of figures, with totals."""

    def __init__(self, columns, rows):
        """Begin an empty table.

        :param columns: list of `Column`
        :param rows: `{key: name}` in the order of the table
        """
        self.columns = list(columns)
        self.rows = dict(rows)
        self._cells = Counter()

    def count(self, facts, columns):
        """Add `facts` to those of the `columns` in which they count.

        :raise KeyError: for a fact without a row; no registration may be lost
        """
        for fact in facts:
            if fact.row not in self.rows:
                raise KeyError(fact.row)
            for column in columns:
                if column.counts(fact.values):
                    self._cells[fact.row, column.key] += fact.count

    def figures(self, row):
        """Return the figures of one row, in the order of the columns."""
        return self._figures(lambda key: self._cells[row, key])

    def totals(self):
        """Return the figures of the total row."""
        return self._figures(self.total)

    def _figures(self, value_of):
        """Return the figures of all columns; a share of nothing is 0.

        :param value_of: function of a column's key
        """
        return [
            _percent(*map(value_of, column.share_of))
            if column.share_of
            else value_of(column.key)
            for column in self.columns
        ]

    def total(self, key):
        """Return the total of the column `key`."""
        return sum(self._cells[row, key] for row in self.rows)

    def headings(self):
        """Return `[(group, [columns])]`: what stands under one shared heading."""
        alone = ((column.group or column.key, column) for column in self.columns)
        return [
            (heading, [column for _key, column in pairs])
            for heading, pairs in groupby(alone, lambda pair: pair[0])
        ]


def row_of(parent_path, root):
    """Return the id of the unit directly below `root` on a path; `root` for itself.

    :param parent_path: such as `1/7/30/`, as Odoo stores it
    :param root: id of the unit whose table it is
    :raise ValueError: when the path does not pass `root`
    """
    chain = [int(part) for part in parent_path.split("/") if part]
    below = chain[chain.index(root) + 1 :]
    return below[0] if below else root


def _percent(part, whole):
    return round(100 * part / whole) if whole else 0
