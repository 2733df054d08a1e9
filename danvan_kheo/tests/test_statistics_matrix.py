"""The table in plain Python: no database is asked."""

import io
from datetime import datetime

import openpyxl

from odoo.tests import BaseCase, tagged

from ..models.statistics.matrix import Column, Fact, Matrix, row_of
from ..reports.statistics import form01, workbook

TOTAL = Column(key="total", word="total")
MODEL = Column(
    key="model_collective",
    group="model",
    word="collective",
    terms=(("kind", "model"), ("subject_type", "collective")),
)
EXEMPLAR = Column(
    key="exemplar_individual",
    group="exemplar",
    word="individual",
    terms=(("kind", "exemplar"), ("subject_type", "individual")),
)
THEME = Column(key="theme_A", group="theme", name="=1+1", terms=(("theme_ids", 7),))


def _fact(row, kind, subject, count):
    return Fact(row, {"kind": kind, "subject_type": subject}, count)


@tagged("post_install", "-at_install")
class TestStatisticsMatrix(BaseCase):
    """Counting, totals, headings and the workbook."""

    def _matrix(self, rows=None):
        matrix = Matrix([TOTAL, MODEL, EXEMPLAR, THEME], rows or {1: "Xã A", 2: "Xã B"})
        facts = [
            _fact(1, "model", "collective", 3),
            _fact(1, "exemplar", "individual", 2),
            _fact(2, "model", "collective", 4),
        ]
        matrix.count(facts, [TOTAL, MODEL, EXEMPLAR])
        themes = [Fact(1, {"theme_ids": 7}, 2), Fact(1, {"theme_ids": 8}, 5)]
        matrix.count(themes, [THEME])
        return matrix

    def test_figures_and_totals(self):
        matrix = self._matrix()
        self.assertEqual(matrix.figures(1), [5, 3, 2, 2])
        self.assertEqual(matrix.figures(2), [4, 4, 0, 0])
        self.assertEqual(matrix.totals(), [9, 7, 2, 2])
        self.assertEqual(matrix.total("total"), 9)

    def test_a_table_without_rows_has_totals_of_nothing(self):
        self.assertEqual(Matrix([TOTAL], {}).totals(), [0])

    def test_no_registration_is_lost_silently(self):
        with self.assertRaises(KeyError):
            self._matrix(rows={1: "Xã A"})

    def test_columns_without_a_group_stand_alone(self):
        headings = [
            (heading, [c.key for c in columns])
            for heading, columns in self._matrix().headings()
        ]
        self.assertEqual(
            headings,
            [
                ("total", ["total"]),
                ("model", ["model_collective"]),
                ("exemplar", ["exemplar_individual"]),
                ("theme", ["theme_A"]),
            ],
        )

    def test_the_condition_of_a_column_is_a_domain_too(self):
        self.assertEqual(
            MODEL.domain(),
            [("kind", "=", "model"), ("subject_type", "=", "collective")],
        )

    def test_the_row_of_a_unit_is_the_one_directly_below_the_tables(self):
        self.assertEqual(row_of("1/7/30/", 1), 7)
        self.assertEqual(row_of("1/7/30/", 7), 30)
        self.assertEqual(row_of("1/7/30/", 30), 30)
        with self.assertRaises(ValueError):
            row_of("1/7/30/", 8)

    def _sheet(self, matrix):
        unit = {
            "name": "=HYPERLINK(1)",
            "table": "@SUM(A1)",
            "place": "",
            "post": "",
            "leader": "=cmd",
        }
        moment = datetime(2026, 11, 5, 7, 9)
        return form01.sheet(matrix, 2026, unit, "+84", moment)

    def _read(self, matrix):
        content = workbook.write(self._sheet(matrix))
        return openpyxl.load_workbook(io.BytesIO(content)).active

    def test_texts_never_become_formulas(self):
        page = self._read(self._matrix(rows={1: '=cmd|"/C calc"!A0', 2: "=2+3"}))
        cells = [cell for row in page.iter_rows() for cell in row]
        self.assertFalse([cell.value for cell in cells if cell.data_type == "f"])
        texts = {cell.value for cell in cells}
        for text in ('=cmd|"/C calc"!A0', "=2+3", "=1+1", "=HYPERLINK(1)", "=cmd"):
            self.assertIn(text, texts)

    def test_the_page_prints_as_officers_expect(self):
        page = self._read(self._matrix())
        self.assertEqual(page.page_setup.orientation, "landscape")
        self.assertEqual(int(page.page_setup.paperSize), 9)
        self.assertEqual(page.page_setup.fitToHeight, 0)
        self.assertTrue(page.sheet_properties.pageSetUpPr.fitToPage)
        top = next(row[0].row for row in page.iter_rows() if row[0].value == "TT")
        self.assertEqual(page.print_title_rows, f"${top}:${top + 1}")
        self.assertIn(f"A{top}:A{top + 1}", {str(r) for r in page.merged_cells.ranges})
        fonts = {c.font.name for row in page.iter_rows() for c in row if c.value}
        self.assertEqual(fonts, {"Times New Roman"})

    def test_the_words_of_the_paper(self):
        page = self._read(self._matrix())
        texts = [c.value for row in page.iter_rows() for c in row if c.value]
        self.assertIn("Số liệu tính đến 07:09 ngày 05/11/2026", texts)
        self.assertIn("Người lập biểu", texts)
        self.assertIn("THỦ TRƯỞNG ĐƠN VỊ", texts)
        self.assertTrue(
            any(str(t).startswith("Biểu 01. TỔNG HỢP ĐĂNG KÝ") for t in texts)
        )
