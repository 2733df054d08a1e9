"""An act on 200 records costs about as many queries as on 20."""

import logging

from odoo.tests import tagged

from .common import DanvanCase

ALLOWED_DIFFERENCE = 10
ALLOWED_FOR_1000 = 50
MANY = 1000

_logger = logging.getLogger(__name__)


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

    def test_the_inbox_agrees_to_1000_steps_in_50_queries(self):
        """At a step of a route: the steps end, the trail is written and the next
        ones open in one act."""
        level = self.env.ref("danvan_kheo.level_province").id
        vals = self._registration_vals(
            self.campaign, self.commune, registered_level_id=level
        )
        model = self.env["danvan.registration"].with_user(self.officer)
        warm = model.create(dict(vals))
        self._queries(warm, self.officer, "submit")
        self._queries(warm, self.leader, "approve")
        records = model.create([dict(vals) for _number in range(MANY)])
        records.action_transition("submit")
        step = self.env["danvan.approval.step"].with_user(self.leader)
        steps = step.search([("is_mine", "=", True)])
        self.assertEqual(len(steps), MANY)
        lines = self.env["danvan.trail"].search_count([])
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        steps.action_approve_selected("Đồng ý")
        self.env.flush_all()
        queries = self.env.cr.sql_log_count - before
        _logger.info("%s steps agreed to in %s queries", MANY, queries)
        self.assertLessEqual(queries, ALLOWED_FOR_1000)
        self.env.invalidate_all()
        self.assertEqual(set(records.mapped("state")), {"sent"})
        self.assertEqual(self.env["danvan.trail"].search_count([]) - lines, MANY)
