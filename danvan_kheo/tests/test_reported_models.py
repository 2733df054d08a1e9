"""The file of reported models: how it is read, and what it is good for."""

from odoo.tests import TransactionCase, tagged

from .reported_models import (
    ROWS,
    UNKNOWN_PERSON,
    UNKNOWN_POST,
    from_to,
    grade_of,
    is_measured,
    name_and_post,
    reported_rows,
)


@tagged("post_install", "-at_install")
class TestReportedFile(TransactionCase):
    """How the file is read."""

    def test_a_range_has_two_ends(self):
        self.assertEqual(from_to("2–3"), (2, 3))
        self.assertEqual(from_to("5-7"), (5, 7))
        self.assertEqual(from_to("1.2"), (1.2, 1.2))

    def test_a_name_of_one_word_stays_whole(self):
        self.assertEqual(name_and_post("Yôl, Trưởng làng"), ("Yôl", "Trưởng làng"))
        self.assertEqual(
            name_and_post("A Dắt Ha Jê My"), ("A Dắt Ha Jê My", UNKNOWN_POST)
        )
        self.assertEqual(name_and_post(""), (UNKNOWN_PERSON, UNKNOWN_POST))

    def test_there_are_sixty_rows_of_every_sector_and_kind(self):
        rows = reported_rows()
        self.assertEqual(len(rows), ROWS)
        self.assertEqual({r["sector"] for r in rows}, {"KT", "VHXH", "QPAN", "HTCT"})
        self.assertEqual({r["kind"] for r in rows}, {"model", "exemplar"})

    def test_half_of_the_rows_tell_a_figure_of_every_grade(self):
        told = [row for row in reported_rows() if is_measured(row)]
        self.assertEqual(len(told), 30)
        self.assertEqual(set(map(grade_of, told)), {"Khá", "Tốt", "Xuất sắc"})
