"""Random workbooks and random files: no traceback, and never half an import."""

import datetime
import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.exceptions import UserError
from odoo.tests import BaseCase, tagged

from ..models.intake import intake_check
from ..tools.intake import entries, opening, table, targets, values
from .intake_common import HEADINGS, IntakeCase, workbook

PURE = settings(
    max_examples=500,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
SLOW = settings(PURE, max_examples=60)
WORDS = (
    *HEADINGS,
    *("Tổng cộng", "Cộng", "I", "II.", "A", "1", "(1)", "Kinh tế", "thể thao"),
    *("15/3/2026", "31/2/2026", "tháng 13", "1.200", "1,5 triệu", "2–3 km", "=1+1"),
    *("#REF!", "\u0301\u0323", "\ufeff", "Mo\u0302 hi\u0300nh", "x" * 6000, " \xa0 "),
)
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(max_size=30))
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=True, allow_infinity=True),
    st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)),
    TEXTS,
)
ROWS = st.lists(st.lists(CELLS, max_size=14), max_size=14)
TERMS = {
    table.key(heading): target
    for heading, target in zip(
        HEADINGS,
        (
            *(
                "number",
                "name",
                "sector",
                "hamlet",
                "person",
                "person_post",
                "activity",
            ),
            *("activity_date", "indicator", "indicator_measure", "indicator_target"),
        ),
        strict=True,
    )
}


def cleaned(rows):
    """Return rows as they come out of a workbook."""
    return [
        [None if isinstance(v, bool) else opening.clean(v) for v in row] for row in rows
    ]


@tagged("post_install", "-at_install")
class TestIntakeRandomParser(BaseCase):
    """The parts that know no database."""

    @PURE
    @given(CELLS, st.one_of(st.none(), st.integers(1990, 2100)), TEXTS)
    def test_a_cell_says_a_date_and_a_number_or_is_unclear(self, cell, year, measure):
        value = opening.clean(cell)
        if value is None:
            return
        try:
            day = values.date(value, year)
            self.assertLessEqual(1990, day.year)
            self.assertLessEqual(day.year, 2100)
        except values.Unclear:
            self.assertIsNotNone(value)
        try:
            number, rest = values.figure(value, measure)
            self.assertTrue(0 <= number < values.LARGEST)
            self.assertIsInstance(rest, str)
        except values.Unclear:
            self.assertIsNotNone(value)

    @PURE
    @given(ROWS)
    def test_a_table_is_found_or_refused(self, rows):
        self._read([opening.Sheet("a", cleaned(rows))])

    @PURE
    @given(ROWS)
    def test_rows_under_headings_become_entries(self, rows):
        self._read([opening.Sheet("a", [list(HEADINGS), *cleaned(rows)])], found=True)

    def _read(self, sheets, found=False):
        try:
            told = table.Finder(TERMS).find(sheets)
        except opening.Refused as refused:
            self.assertFalse(found)
            self.assertEqual(refused.reason, "table")
            return
        columns = [(column.place, column.target) for column in told.columns]
        self.assertLessEqual({target for _p, target in columns}, set(targets.TARGETS))
        read = entries.Reader(columns, lambda text: {}).entries_of(told.rows)
        rows = [row for row, _values in told.rows]
        self.assertLessEqual({entry.row for entry in read}, set(rows))

    @PURE
    @given(st.binary(max_size=400), st.integers(0, 10**6), st.integers(1, 60))
    def test_a_damaged_workbook_is_read_or_refused(self, junk, at, length):
        whole = WHOLE
        at %= len(whole)
        content = whole[:at] + junk + whole[at + length :]
        try:
            opening.read(content)
        except opening.Refused as refused:
            self.assertTrue(refused.reason)

    @PURE
    @given(
        st.text(max_size=300), st.sampled_from(("sheet1", "sharedStrings", "styles"))
    )
    def test_damaged_parts_are_read_or_refused(self, text, part):
        buffer = io.BytesIO()
        old = zipfile.ZipFile(io.BytesIO(WHOLE))
        with old, zipfile.ZipFile(buffer, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if part in name:
                    middle = len(content) // 2
                    content = content[:middle] + text.encode() + content[middle:]
                new.writestr(name, content)
        try:
            opening.read(buffer.getvalue())
        except opening.Refused as refused:
            self.assertTrue(refused.reason)


WHOLE = workbook([HEADINGS, ["1", "Tên", "Kinh tế", "Thôn 1", "A", "B", "C", "3/2026"]])


@tagged("post_install", "-at_install")
class TestIntakeRandom(IntakeCase):
    """From the file to the drafts."""

    @SLOW
    @given(ROWS)
    def test_all_good_rows_are_entered_or_none(self, rows):
        self.patch(intake_check, "SLICE", 3)
        rows = [[None if _is_odd(v) else v for v in row] for row in rows]
        registrations = self.env["danvan.registration"]
        with self.env.cr.savepoint() as savepoint:
            before = registrations.search_count([])
            try:
                intake = self._checked(workbook([HEADINGS, *rows]))
                good = intake.good_count
                self._finish(intake, intake.action_import_good())
                self.assertEqual(intake.state, "done", intake.failure)
                self.assertEqual(registrations.search_count([]), before + good)
            except UserError as refused:
                self.assertTrue(refused.args[0])
                self.assertEqual(registrations.search_count([]), before)
            savepoint.rollback()
        self.env.invalidate_all()


def _is_odd(value):
    """Tell what the writer of the test cannot put into a cell."""
    is_date = isinstance(value, datetime.date)
    return is_date or (isinstance(value, str) and len(value) > 30000)
