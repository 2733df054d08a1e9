"""Criteria sets: made, issued, used by a campaign, closed with it."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from ..models.campaign.campaign import DATES
from .common import YEAR, DanvanCase


@tagged("post_install", "-at_install")
class TestCriteriaSet(DanvanCase):
    """What may be issued, who may write what, and when a set freezes."""

    def _draft(self, **vals):
        model = self.env["danvan.criteria.set"].with_user(self.province_officer)
        return model.create(self._criteria_set_vals(**vals))

    def _issue(self, criteria_set):
        self.act(criteria_set, self.province_leader, "issue")

    def _refused(self, pattern, criteria_set):
        with self.assertRaisesRegex(UserError, pattern):
            self._issue(criteria_set)
        self.assertEqual(criteria_set.state, "draft")

    def test_the_sum_is_said_when_it_is_not_100(self):
        draft = self._draft()
        draft.criterion_ids[0].max_score = 12.5
        self._refused("92,5", draft)
        draft.criterion_ids[0].max_score = 20
        self._issue(draft)
        self.assertEqual(draft.state, "issued")

    def test_a_set_without_criteria_is_not_issued(self):
        self._refused("criterion|tiêu chí", self._draft(criterion_ids=False))

    def test_grades_stand_in_order_and_begin_at_0(self):
        draft = self._draft()
        draft.grade_ids[0].sequence = 99
        self._refused("highest", draft)
        draft = self._draft()
        draft.grade_ids[-1].minimum = 10
        self._refused("0 points", draft)
        draft = self._draft()
        draft.grade_ids[-1].permits_recognition = True
        self._refused("cannot permit", draft)

    def test_points_are_whole_or_half(self):
        draft = self._draft()
        for wrong in (10.3, 0, -5):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                draft.criterion_ids[0].max_score = wrong
                draft.flush_recordset()

    def test_only_the_leader_of_the_unit_issues(self):
        draft = self._draft()
        for user in (self.province_officer, self.leader, self.appraiser):
            with self.assertRaises(UserError):
                self.act(draft, user, "issue")
        self.assertEqual(draft.state, "draft")

    def test_lines_lock_with_their_set(self):
        criteria_set = self._criteria_set()
        criterion = criteria_set.criterion_ids[0].with_user(self.province_officer)
        for attack in (
            lambda: criterion.write({"max_score": 1}),
            criterion.unlink,
            lambda: (
                criteria_set.grade_ids[0]
                .with_user(self.province_officer)
                .write({"minimum": 5})
            ),
            lambda: (
                self.env["danvan.criterion"]
                .with_user(self.province_officer)
                .create({"set_id": criteria_set.id, "name": "Thêm", "max_score": 1})
            ),
        ):
            with self.assertRaises(AccessError):
                attack()

    def test_lines_do_not_move_to_another_set(self):
        one, other = self._draft(), self._draft()
        with self.assertRaises(AccessError):
            one.criterion_ids[0].set_id = other

    def test_a_criterion_takes_no_group_of_another_set(self):
        groups = [Command.create({"name": "Nhóm", "number": "I"})]
        one, other = self._draft(), self._draft(group_ids=groups)
        with self.assertRaises(ValidationError):
            one.criterion_ids[0].group_id = other.group_ids

    def test_samples_are_copied_with_their_groups(self):
        sample = self.env.ref("danvan_kheo.criteria_set_model")
        self.assertTrue(sample.is_sample)
        action = sample.with_user(self.officer).action_copy_to_own_unit()
        own = self.env["danvan.criteria.set"].browse(action["res_id"])
        self.assertEqual(own.unit_id, self.commune)
        self.assertEqual(own.total, 100)
        self.assertEqual(own.group_ids.mapped("max_score"), [20, 25, 35, 15, 5])
        self.assertEqual(own.criterion_ids.group_id, own.group_ids)
        self.assertEqual(len(own.knockout_ids), 7)
        self.act(own, self.leader, "issue")
        self.assertEqual(own.state, "issued")

    def test_all_samples_can_be_issued_once_copied(self):
        for code in ("model", "collective", "individual"):
            sample = self.env.ref(f"danvan_kheo.criteria_set_{code}")
            self.assertFalse(sample._faults(), sample.name)

    def test_nobody_writes_or_issues_a_sample(self):
        sample = self.env.ref("danvan_kheo.criteria_set_model")
        for user in (self.officer, self.province_officer, self.administrator):
            with self.assertRaises(AccessError):
                sample.with_user(user).write({"name": "Khác"})
        with self.assertRaises(UserError):
            self.act(sample, self.province_leader, "issue")

    def test_nobody_without_a_unit_copies(self):
        sample = self.env.ref("danvan_kheo.criteria_set_model")
        with self.assertRaises(UserError):
            sample.with_user(self.viewer).action_copy_to_own_unit()

    def test_drafts_are_not_seen_below_issued_sets_are(self):
        draft, issued = self._draft(), self._criteria_set()
        seen = self.env["danvan.criteria.set"].with_user(self.officer).search([])
        self.assertIn(issued.id, seen.ids)
        self.assertNotIn(draft.id, seen.ids)
        criteria = self.env["danvan.criterion"].with_user(self.officer).search([])
        self.assertLessEqual(issued.criterion_ids, criteria.with_env(self.env))
        self.assertFalse(draft.criterion_ids & criteria)

    def test_a_campaign_is_not_launched_without_an_issued_set_for_models(self):
        for sets in (False, self._draft().ids, self._criteria_set(kind="exemplar").ids):
            with self.assertRaises(UserError) as refusal:
                self._campaign(criteria_set_ids=sets)
            self.assertRegex(str(refusal.exception), "[Cc]riteria")

    def test_launching_freezes_and_closing_closes(self):
        campaign = self._campaign()
        sets = campaign.criteria_set_ids
        self.assertEqual(set(sets.mapped("state")), {"frozen"})
        with self.assertRaises(UserError):
            self.act(sets[0], self.province_leader, "reopen", "Sửa lại")
        self.act(campaign, self.province_officer, "evaluate")
        self.act(campaign, self.province_officer, "close")
        self.assertEqual(set(sets.mapped("state")), {"closed"})

    def test_a_campaign_below_scores_by_the_sets_of_the_one_above(self):
        above = self._campaign()
        model = self.env["danvan.campaign"].with_user(self.officer)
        dates = {name: above[name] for name in DATES}
        below = model.create({"year": YEAR, "parent_id": above.id, **dates})
        self.act(below, self.officer, "submit")
        self.act(below, self.leader, "approve")
        self.act(below, self.officer, "launch")
        registration = self._run(self._register(below))
        used = registration._criteria_set_of_campaign()
        self.assertIn(used, above.criteria_set_ids)
        for act in ("evaluate", "close"):
            self.act(above, self.province_officer, act)
        self.assertEqual(used.state, "frozen")

    def test_a_set_that_the_next_year_uses_stays_in_use(self):
        campaign = self._campaign()
        self.act(campaign, self.province_officer, "evaluate")
        action = campaign.with_user(self.province_officer).action_next_year()
        following = self.env["danvan.campaign"].browse(action["res_id"])
        self.assertEqual(following.criteria_set_ids, campaign.criteria_set_ids)
        self.act(campaign, self.province_officer, "close")
        self.assertEqual(set(campaign.criteria_set_ids.mapped("state")), {"frozen"})

    def test_a_set_does_not_slip_into_a_launched_campaign(self):
        campaign, draft = self._campaign(), self._draft()
        with self.assertRaises(AccessError):
            draft.write({"campaign_ids": [Command.link(campaign.id)]})
        with self.assertRaises(AccessError):
            campaign.with_user(self.province_officer).criteria_set_ids = draft

    def test_units_below_see_and_find_the_campaign_of_the_commission(self):
        campaign = self._campaign()
        model = self.env["danvan.campaign"].with_user(self.officer)
        self.assertEqual(model.search([]), campaign)
        self.assertEqual(model._open_for(self.commune), campaign)

    def test_a_campaign_takes_no_set_that_its_officer_cannot_read(self):
        hidden = self._draft()
        model = self.env["danvan.campaign"].with_user(self.other_officer)
        with self.assertRaises(AccessError):
            model.create({"year": YEAR, "criteria_set_ids": hidden.ids})

    def test_a_set_is_typed_in_through_its_form(self):
        model = self.env["danvan.criteria.set"].with_user(self.officer)
        with Form(model) as form:
            form.name = "Bộ tiêu chí của xã"
            with form.criterion_ids.new() as line:
                line.name = "Kết quả"
                line.max_score = 100
            with form.grade_ids.new() as line:
                line.name = "Không đạt"
        own = form.record
        self.assertEqual(own.unit_id, self.commune)
        self.assertEqual(own.total, 100)
        self.act(own, self.leader, "issue")
        self.assertEqual(own.state, "issued")
