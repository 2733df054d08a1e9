"""The thread through the years: shown side by side, joined, split."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import YEAR, DanvanCase


@tagged("post_install", "-at_install")
class TestRegistrationYears(DanvanCase):
    """One model of two years, and the same thing registered as new by mistake."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.last_year = cls._campaign(year=YEAR - 1)
        cls.campaign = cls._campaign()
        cls.first = cls._run(cls._register(cls.last_year))
        cls.second = cls._run(cls._register(cls.campaign))
        cls.threads = cls.first.model_id | cls.second.model_id

    def _join(self, user, kept=None, models=None, reason="Cùng một tuyến đường"):
        models = models or self.threads
        dialog = self.env["danvan.model.join"].with_user(user)
        return dialog.create(
            {
                "model_ids": models.ids,
                "kept_id": (kept or self.first.model_id).id,
                "reason": reason,
            }
        ).action_confirm()

    def _split(self, user, registrations, reason="Là hai việc khác nhau"):
        dialog = self.env["danvan.model.split"].with_user(user)
        return dialog.create(
            {
                "model_id": registrations.model_id.id,
                "registration_ids": registrations.ids,
                "reason": reason,
            }
        ).action_confirm()

    def _years(self, user, model):
        model.invalidate_recordset()
        return str(model.with_user(user).read(["years"])[0]["years"])

    def test_joining_leaves_one_model_with_both_years(self):
        self.assertEqual(self.second.continuity, "new")
        kept, other = self.first.model_id, self.second.model_id
        action = self._join(self.officer)
        self.assertEqual(action["res_id"], kept.id)
        self.assertFalse(other.exists())
        self.assertEqual(self.second.model_id, kept)
        self.assertEqual(kept.registration_count, 2)
        shown = self._years(self.officer, kept)
        self.assertIn(str(YEAR), shown)
        self.assertIn(str(YEAR - 1), shown)

    def test_what_was_called_new_counts_as_continued_once_joined(self):
        self._join(self.leader)
        self.assertEqual(self.second.previous_id, self.first)
        self.assertEqual(self.second.continuity, "continued")

    def test_the_trail_says_who_joined_what_and_why(self):
        self._join(self.officer)
        line = self.second.trail_ids.sorted("id")[-1:]
        self.assertEqual(line.transition, "join_models")
        self.assertEqual(line.user_id, self.officer)
        self.assertEqual(line.acting_unit_name, self.commune.name)
        self.assertIn("Cùng một tuyến đường", line.reason)
        self.assertEqual(self.second.state, "running")

    def test_splitting_undoes_a_wrong_continuation(self):
        self._join(self.officer)
        kept = self.first.model_id
        action = self._split(self.officer, self.second)
        self.assertEqual(self.second.model_id.id, action["res_id"])
        self.assertNotEqual(self.second.model_id, kept)
        self.assertFalse(self.second.previous_id)
        self.assertEqual(self.second.continuity, "new")
        self.assertEqual(self.first.model_id, kept)

    def test_a_middle_year_split_off_leaves_the_others_continued(self):
        third = self._run(self._register(self._campaign(year=YEAR + 1)))
        self._join(self.officer, models=self.threads | third.model_id)
        self.assertEqual(third.previous_id, self.second)
        self._split(self.officer, self.second)
        self.assertEqual(third.previous_id, self.first)

    def test_an_appraiser_of_the_area_joins_models_of_two_communes(self):
        theirs = self._register(
            self.campaign, self.other_commune, user=self.other_officer
        )
        self.act(theirs, self.other_officer, "submit")
        self.act(theirs, self.other_leader, "accept")
        both = self.first.model_id | theirs.model_id
        for stranger in (self.officer, self.other_officer, self.viewer):
            with self.assertRaises(UserError):
                self._join(stranger, models=both)
        self._join(self.appraiser, models=both)
        self.assertEqual(theirs.model_id, self.first.model_id)

    def test_who_only_follows_joins_and_splits_nothing(self):
        with self.assertRaises(UserError):
            self._join(self.viewer)
        self._join(self.officer)
        for stranger in (self.viewer, self.other_officer):
            with self.assertRaises(UserError):
                self._split(stranger, self.second)

    def test_nothing_happens_without_a_reason_or_a_choice(self):
        with self.assertRaises(UserError):
            self._join(self.officer, reason="  ")
        with self.assertRaises(UserError):
            self._join(self.officer, models=self.first.model_id)
        with self.assertRaises(UserError):
            self._split(self.officer, self.second)

    def test_a_model_without_registrations_is_nobodys_to_join(self):
        empty = self.env["danvan.model"]._create_owned([self.first._thread_vals()])
        with self.assertRaises(UserError):
            self._join(self.viewer, models=self.first.model_id | empty)
        self.assertTrue(empty.exists())

    def test_years_tell_results_grade_and_nothing_of_what_is_not_read(self):
        self._join(self.officer)
        self.first.with_user(self.officer).write(
            {
                "result_ids": [
                    (0, 0, {"name": "Đường có đèn", "measure": "km", "value_from": 2.5})
                ]
            }
        )
        kept = self.first.model_id
        self.assertIn("Đường có đèn: 2,5 km", self._years(self.officer, kept))
        self.first.result_ids.with_user(self.officer).is_estimated = True
        told = self._years(self.officer, kept.with_context(lang="vi_VN"))
        self.assertIn("Đường có đèn: 2,5 km (ước tính)", told)
        with self.assertRaises(AccessError):
            self._years(self.other_officer, kept)

    def test_markup_in_a_name_is_shown_as_text(self):
        named = self._register(self.campaign, name="<img src=x onerror=alert(1)> đèn")
        model = self._run(named).model_id
        self.assertNotIn("<img", self._years(self.officer, model))

    def test_the_next_year_begins_where_this_one_came_to_and_is_planned_anew(self):
        self._campaign(year=YEAR + 1)
        (indicator,) = self.second.indicator_ids
        self.second.with_user(self.officer).write(
            {"result_ids": [(0, 0, {"indicator_id": indicator.id, "value_from": 1.8})]}
        )
        action = self.second.with_user(self.officer).action_continue()
        following = self.env["danvan.registration"].browse(action["res_id"])
        self.assertEqual(following.indicator_ids.baseline, "1,8")
        self.assertEqual(following.indicator_ids.target, indicator.target)
        self.assertFalse(following.activity_plan_ids.date)
        codes = {line["code"] for line in following.readiness}
        self.assertIn("activity", codes, "the panel asks for the months anew")
        self.assertTrue(following.copied_notice, "and for what is as last year")
