"""An act on 200 records costs about as many queries as on 20."""

from odoo.tests import tagged

from .common import DanvanCase

ALLOWED_DIFFERENCE = 10


@tagged("post_install", "-at_install")
class TestWorkflowQueries(DanvanCase):
    """Submitted and accepted in one press each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()

    def _many(self, count):
        model = self.env["danvan.registration"].with_user(self.officer)
        vals = self._registration_vals(self.campaign, self.commune)
        return model.create([dict(vals) for _number in range(count)])

    def _queries(self, records, user, transition):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        records.with_user(user).action_transition(transition)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_submitting_and_accepting_scale(self):
        acts = ((self.officer, "submit"), (self.leader, "accept"))
        warm, few, many = self._many(2), self._many(20), self._many(200)
        for user, transition in acts:
            self._queries(warm, user, transition)
            small = self._queries(few, user, transition)
            large = self._queries(many, user, transition)
            self.assertLessEqual(large - small, ALLOWED_DIFFERENCE, transition)
        self.assertEqual(set(many.mapped("state")), {"running"})
        self.assertEqual(len(many.model_id), 200)

    def test_the_inbox_approves_200_in_one_go(self):
        few, many = self._many(20), self._many(200)
        step = self.env["danvan.approval.step"].with_user(self.leader)
        counts = []
        for records in (few, many):
            records.action_transition("submit")
            steps = step.search([("is_mine", "=", True)])
            self.assertEqual(len(steps), len(records))
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            steps.action_approve_selected()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1] - counts[0], ALLOWED_DIFFERENCE)
