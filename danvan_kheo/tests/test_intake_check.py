"""What is wrong in a file is said by cell, corrected on the screen, entered once."""

import datetime
import io

import xlsxwriter

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from ..models.intake import intake_check
from .common import YEAR
from .intake_common import HEADINGS, INTAKE, IntakeCase, row_of, workbook


def _by_row(line):
    return line.registration_id.id


@tagged("post_install", "-at_install")
class TestIntakeCheck(IntakeCase):
    """An officer of the commune sends in tables with faults."""

    def test_each_problem_names_cell_what_was_found_and_what_is_wanted(self):
        intake = self._checked(
            self._table(
                row_of(1),
                row_of(2, lĩnh_vực="Thể thao", thời_gian="31/2/2026"),
                row_of(3, phấn_đấu="nhiều", đvt=None),
                row_of(4, tên_mô_hình_điển_hình=None),
            )
        )
        said = {cell: (found, wanted) for cell, found, wanted in self._said(intake)}
        self.assertEqual(set(said), {"C3", "H3", "K4", "J4", "B5"})
        self.assertEqual(said["C3"][0], "Thể thao")
        self.assertIn("Văn hóa – xã hội", said["C3"][1])
        self.assertEqual(said["H3"][0], "31/2/2026")
        self.assertEqual(intake.sheet_name, "Biểu 1")
        counts = (intake.entry_count, intake.good_count, intake.bad_count)
        self.assertEqual(counts, (4, 1, 3))

    def test_a_correction_on_the_screen_is_checked_and_entered(self):
        intake = self._checked(self._table(row_of(1, lĩnh_vực="Thể thao"), row_of(2)))
        with self.assertRaises(UserError):
            intake.action_import_all()
        with Form(intake) as form, form.problem_ids.edit(0) as problem:
            problem.correction = "van hoa xa hoi"
        with self.assertRaisesRegex(UserError, "kiểm tra|check"):
            intake.action_import_good()
        intake.action_check()
        self.assertEqual((intake.bad_count, intake.good_count), (0, 2))
        self.assertFalse(intake.problem_ids.is_bad)
        intake.action_import_all()
        self.assertEqual(intake.state, "done")
        first = self._made(intake)[0]
        self.assertEqual(first.sector_id, self.sector)
        self.assertEqual(first.create_uid, self.officer)
        self.assertEqual(first.state, "draft")

    def test_an_empty_name_is_filled_in_on_the_screen(self):
        intake = self._checked(self._table(row_of(1, tên_mô_hình_điển_hình=None)))
        intake.problem_ids.correction = "Tiếng loa an ninh"
        intake.action_check()
        intake.action_import_all()
        self.assertEqual(self._made(intake).name, "Tiếng loa an ninh")

    def test_only_the_good_rows_then_the_corrected_file_without_doubles(self):
        intake = self._checked(self._table(row_of(1), row_of(2, lĩnh_vực="Thể thao")))
        intake.action_import_good()
        self.assertEqual(self._made(intake).mapped("name"), ["Thắp sáng đường quê 1"])
        corrected = self._checked(self._table(row_of(1), row_of(2)))
        self.assertEqual((corrected.known_count, corrected.good_count), (1, 1))
        corrected.action_import_all()
        self.assertEqual(
            self._made(corrected).mapped("name"), ["Thắp sáng đường quê 2"]
        )
        # Found again under another spelling of name and place, too.
        spelt = {"tên_mô_hình_điển_hình": "THẮP SÁNG  đường quê 1"}
        again = self._checked(self._table(row_of(1, thôn_khu_phố="thon 10", **spelt)))
        self.assertEqual(again.known_count, 1)

    def test_the_same_file_again_changes_nothing_and_says_what_it_did(self):
        content = self._table(row_of(1))
        self._entered(content)
        count = self.env["danvan.registration"].search_count([])
        with self.assertRaises(UserError) as refused:
            self._send(content)
        self.assertIn(" 1 ", refused.exception.args[0])
        self.assertEqual(self.env["danvan.registration"].search_count([]), count)
        self.assertEqual(self.env[INTAKE].search_count([]), 1)

    def test_the_same_row_twice_in_a_file_is_said(self):
        intake = self._checked(self._table(row_of(1), row_of(1)))
        [(cell, found, wanted)] = self._said(intake)
        self.assertEqual((cell, found), ("B3", "Thắp sáng đường quê 1"))
        self.assertIn("2", wanted)

    def test_columns_are_confirmed_once_for_the_unit(self):
        headings = ["STT", "Cái tên thân thương", "Lĩnh vực", "Thôn"]
        table = workbook([headings, [1, "Hũ gạo tình thương", "Kinh tế", "Thôn 1"]])
        intake = self._send(table)
        self.assertFalse(intake.is_known_table)
        with self.assertRaises(UserError):
            intake.action_check()
        with Form(intake) as form, form.column_ids.edit(1) as column:
            column.target = "name"
        intake.action_check()
        self.assertEqual(intake.good_count, 1)
        later = self._send(
            workbook([headings, [1, "Tổ tự quản", "KT", "Thôn 1"]], "Trang 2")
        )
        self.assertTrue(later.is_known_table)
        self.assertEqual(later.column_ids[1].target, "name")

    def test_a_formula_counts_by_what_excel_had_worked_out(self):
        content = self._with_formulas(worked_out=4.5)
        self.assertEqual(self._entered(content).indicator_ids.target, 4.5)

    def test_a_formula_that_was_not_worked_out_is_said(self):
        intake = self._checked(self._with_formulas(worked_out=""))
        self.assertEqual([cell for cell, *_rest in self._said(intake)], ["K2"])

    @staticmethod
    def _with_formulas(worked_out):
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
            page = book.add_worksheet()
            page.write_row(0, 0, HEADINGS)
            page.write_row(1, 0, row_of(1))
            page.write_formula("K2", "=3*1.5", None, worked_out)
        return buffer.getvalue()

    def test_a_time_without_a_column_for_the_work_is_the_models_own(self):
        book = xlsxwriter.Workbook(buffer := io.BytesIO(), {"in_memory": True})
        page = book.add_worksheet()
        page.write_row(0, 0, ["STT", "Tên mô hình", "Thời gian thực hiện"])
        page.write_row(1, 0, [1, "Vườn rau sạch thôn 3", "15/3/2026"])
        page.write_row(2, 0, [2, "Tiếng loa an ninh thôn 5", "33/2026"])
        book.close()
        intake = self._checked(buffer.getvalue())
        self.assertEqual(
            [(c, f) for c, f, _w in self._said(intake)], [("C3", "33/2026")]
        )
        intake.action_import_good()
        activity = self._made(intake).activity_plan_ids
        self.assertEqual(activity.name, "Vườn rau sạch thôn 3")
        self.assertEqual(activity.date, datetime.date(YEAR, 3, 15))

    def test_ways_of_writing_dates_and_numbers(self):
        rows = [
            row_of(1, thời_gian="03/2026", phấn_đấu="1.200"),
            row_of(2, thời_gian="15/3/2026", phấn_đấu="1,5 triệu"),
            row_of(3, thời_gian=46096, phấn_đấu=2.5),
            row_of(4, thời_gian="Tháng 3 năm 2026", phấn_đấu="2 - 3"),
        ]
        made = self._entered(self._table(*rows))
        dates = made.activity_plan_ids.sorted(_by_row).mapped("date")
        first, fifteenth = datetime.date(YEAR, 3, 1), datetime.date(YEAR, 3, 15)
        self.assertEqual(dates, [first, fifteenth, fifteenth, first])
        targets = made.indicator_ids.sorted(_by_row).mapped("target")
        self.assertEqual(targets, [1200, 1500000, 2.5, 3])

    def test_the_window_pauses_and_goes_on_and_stops_without_a_trace(self):
        self.patch(intake_check, "SLICE", 2)
        intake = self._send(self._table(*map(row_of, range(1, 6))))
        action = intake.action_check()
        self.assertEqual(action["tag"], "danvan_intake_job")
        self.assertEqual(intake.action_next()["done"], 2)
        stopped = intake.action_stop()
        self.assertFalse(stopped["is_unfinished"])
        self.assertEqual((intake.state, len(intake.problem_ids)), ("uploaded", 0))
        self._finish(intake, intake.action_check())
        self.assertEqual((intake.state, intake.good_count), ("checked", 5))
        intake.action_import_all()
        self.assertEqual(intake.state, "importing")
        intake.action_stop()
        self.assertEqual((intake.state, len(self._made(intake))), ("checked", 0))
        self._finish(intake, intake.action_import_all())
        self.assertEqual(len(self._made(intake)), 5)

    def test_what_fails_while_entering_enters_nothing(self):
        intake = self._checked(self._table(row_of(1), row_of(2)))
        part = self.env["danvan.intake.part"].search([("prepared", "!=", False)])
        prepared = part.prepared
        prepared[1][2]["state"] = "running"
        part._write_owned({"prepared": prepared})
        intake.action_import_all()
        self.assertEqual(intake.state, "failed")
        self.assertTrue(intake.failure)
        self.assertFalse(self._made(intake))
        name = [("name", "like", "Thắp sáng đường quê")]
        self.assertFalse(self.env["danvan.registration"].search(name))

    def test_given_up_leaves_nothing_behind(self):
        intake = self._checked(self._table(row_of(1, lĩnh_vực="Thể thao")))
        intake.action_give_up()
        self.assertEqual(intake.state, "cancelled")
        self.assertFalse(intake.problem_ids | intake.problem_ids)
        self.assertFalse(intake.column_ids)
        self.assertFalse(intake.file)
        self.assertFalse(self.env["danvan.intake.part"].search([]))

    def test_queries_grow_with_batches_and_not_with_rows(self):
        counts = []
        for first, count in ((100, 20), (200, 80)):
            rows = [row_of(number) for number in range(first, first + count)]
            content = self._table(*rows)
            before = self.env.cr.sql_log_count
            self._entered(content)
            counts.append(self.env.cr.sql_log_count - before)
        few, many = counts
        self.assertLess(many - few, 20)

    def test_a_foreign_officer_neither_sends_in_nor_enters(self):
        with self.assertRaises(AccessError):
            self._send(self._table(row_of(1)), user=self.other_officer)
        intake = self._checked(self._table(row_of(1)))
        foreign = intake.with_user(self.other_officer)
        for act in ("action_check", "action_import_all", "action_give_up"):
            with self.assertRaises(AccessError):
                getattr(foreign, act)()
        for act in ("action_check", "action_import_good", "action_give_up"):
            with self.assertRaises(UserError):
                getattr(intake.with_user(self.viewer), act)()
