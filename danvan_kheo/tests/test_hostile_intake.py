"""What a client may not do with files that were sent in."""

from odoo.tests import tagged

from .hostile import HostileCase
from .intake_common import INTAKE, IntakeFixture, row_of

PROBLEM, COLUMN = "danvan.intake.problem", "danvan.intake.column"
PART, LAYOUT = "danvan.intake.part", "danvan.intake.layout"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileIntake(IntakeFixture, HostileCase):
    """The commune's officer, one of another commune, and a viewer."""

    def setUp(self):
        super().setUp()
        content = self._table(row_of(1, lĩnh_vực="Thể thao"), row_of(2))
        self.intake = self._checked(content)
        self.env.flush_all()
        for user in (self.officer, self.other_officer, self.viewer):
            user.password = user.login

    def test_odd_files_and_places(self):
        for vals in (
            {"file": 5},
            {"file": {"a": [1]}},
            {"file": "x" * 50, "file_name": 7},
            {"unit_id": self.other_commune.id, "file": "UEsDBA=="},
            {"state": "done", "file": "UEsDBA=="},
            {"phase": "import"},
            {},
        ):
            self.assert_refused(self.officer, INTAKE, "create", vals_list=[vals])

    def test_state_counts_and_rows_are_nobodys_to_write(self):
        for model, record, vals in (
            (INTAKE, self.intake, {"state": "done"}),
            (INTAKE, self.intake, {"bad_count": 0}),
            (INTAKE, self.intake, {"unit_id": self.other_commune.id}),
            (INTAKE, self.intake, {"file": "UEsDBA=="}),
            (PROBLEM, self.intake.problem_ids, {"is_bad": False}),
            (PROBLEM, self.intake.problem_ids, {"row": 7}),
            (COLUMN, self.intake.column_ids[:1], {"place": 7}),
            (COLUMN, self.intake.column_ids[:1], {"intake_id": 7}),
        ):
            self.assert_refused(self.officer, model, "write", record.ids, vals=vals)
        parts = self.env[PART].search([])
        for method, more in (("read", {}), ("write", {"vals": {"prepared": []}})):
            self.assert_refused(self.officer, PART, method, parts.ids, **more)
        self.assert_refused(self.officer, PART, "create", vals_list=[{"number": 1}])
        self.assert_refused(self.officer, LAYOUT, "create", vals_list=[{"holds": []}])

    def test_acts_of_strangers_and_on_several(self):
        acts = ["action_check", "action_import_all", "action_import_good"]
        acts += ["action_give_up", "action_next", "action_stop", "action_continue"]
        for act in acts:
            for user in (self.other_officer, self.viewer):
                self.assert_refused(user, INTAKE, act, self.intake.ids)
            self.assert_refused(self.officer, INTAKE, act, [])
            self.assert_refused(self.officer, INTAKE, act, [2**31 - 1])
        for act in ("action_marked", "action_registrations"):
            self.assert_refused(self.other_officer, INTAKE, act, self.intake.ids)
            self.assert_refused(self.officer, INTAKE, act, [])
        self.assertEqual(self.intake.state, "checked")

    def test_a_column_holds_what_the_list_offers(self):
        column = self.intake.column_ids[:1]
        for target in ("secret", 7, {"a": 1}, False):
            self.assert_refused(
                self.officer, COLUMN, "write", column.ids, vals={"target": target}
            )

    def test_corrections_are_texts_whatever_they_say(self):
        problem = self.intake.problem_ids
        for text in ("=1+1", "x" * 20_000, "<script>", "\u0301"):
            for answer in self.tried(
                self.officer, PROBLEM, "write", problem.ids, vals={"correction": text}
            ):
                self.assertTrue(answer.value or answer.refusal)
            for answer in self.tried(
                self.officer, INTAKE, "action_check", self.intake.ids
            ):
                self.assertFalse(answer.crash)
        self.assertEqual(self.intake.bad_count, 1)

    def test_what_was_entered_is_changed_no_more(self):
        self._finish(self.intake, self.intake.action_import_good())
        self.assertEqual(self.intake.state, "done")
        problem, column = self.intake.problem_ids, self.intake.column_ids[:1]
        for model, record, vals in (
            (PROBLEM, problem, {"correction": "Kinh tế"}),
            (COLUMN, column, {"target": "name"}),
            (INTAKE, self.intake, {"file_name": "khác.xlsx"}),
        ):
            self.assert_refused(self.officer, model, "write", record.ids, vals=vals)
            self.assert_refused(self.officer, model, "unlink", record.ids)
        for act in ("action_check", "action_import_all", "action_import_good"):
            self.assert_refused(self.officer, INTAKE, act, self.intake.ids)
        self.assertEqual(len(self._made(self.intake)), 1)
