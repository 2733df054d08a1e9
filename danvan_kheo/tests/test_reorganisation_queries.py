"""A reorganisation of 100 units costs about as many queries as one of 20."""

from odoo.fields import Command
from odoo.tests import tagged

from .reorganisation_common import ReorganisationCase

ALLOWED_DIFFERENCE = 12


@tagged("post_install", "-at_install", "danvan_long")
class TestReorganisationQueries(ReorganisationCase):
    """Counted for units below, for open documents, and for assignments."""

    def _many(self, commune, count):
        """Give `commune` that many hamlets, each with a running model and a viewer."""
        officer, leader = self.people[commune]
        for number in range(count):
            code = f"Q.{commune.id}.{number}"
            hamlet = self._unit(
                code, f"Ấp {number}", "grassroots", "grassroots", commune
            )
            self._person(code.lower(), "viewer", hamlet)
            self._register(
                self.this_year, hamlet, officer, late_reason="Nhập sau", name=code
            )
        models = self.env["danvan.registration"].search([("name", "=like", "Q.%")])
        drafts = models.filtered(lambda r: r.state == "draft")
        self.act(drafts, officer, "submit")
        self.act(drafts[: count // 2], leader, "accept")

    def _queries(self, commune):
        act = self._reorganisation(
            kind="rename", predecessor_ids=[Command.set(commune.ids)]
        )
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        act.action_carry_out()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_carrying_out_scales(self):
        warm, few, many = self.communes
        for commune, count in ((warm, 2), (few, 20), (many, 100)):
            self._many(commune, count)
        self._queries(warm)
        small, large = self._queries(few), self._queries(many)
        self.assertLessEqual(large - small, ALLOWED_DIFFERENCE, (small, large))
        below = self.env["danvan.unit"].search([("id", "child_of", many.heir_ids.ids)])
        self.assertEqual(len(below), 104)
        moved = self.env["danvan.registration"].search([("unit_id", "in", below.ids)])
        self.assertEqual(len(moved), 101)

    def test_drawing_up_the_plan_scales(self):
        counts = []
        for commune, count in zip(self.communes, (2, 20, 100), strict=True):
            for number in range(count):
                code = f"Q.{commune.id}.{number}"
                self._unit(code, f"Ấp {number}", "grassroots", "grassroots", commune)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            act = self._reorganisation(
                kind="rename", predecessor_ids=[Command.set(commune.ids)]
            )
            self.assertTrue(act.preview)
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[2] - counts[1], ALLOWED_DIFFERENCE, counts)
