"""What waits, handled in the browser by the people for whom it waits."""

from odoo.fields import Command
from odoo.tests import tagged

from .common import DanvanHttpCase


@tagged("post_install", "-at_install", "danvan_http")
class TestTourInbox(DanvanHttpCase):
    """The buttons of the inbox and of a route's steps."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        government = cls.commune_government
        cls.ub_officer = cls._person("ub_officer", "officer", government)
        cls.ub_leader = cls._person("ub_leader", "approver", government)
        cls.campaign = cls._campaign()

    def _submitted(self, **vals):
        registration = self._register(
            self.campaign,
            self.commune_government,
            self.ub_officer,
            registered_level_id=self.env.ref("danvan_kheo.level_province").id,
            **vals,
        )
        self.act(registration, self.ub_officer, "submit")
        return registration

    def _tour(self, user, name):
        self.env.flush_all()
        self.start_tour("/odoo", f"danvan_inbox_{name}", login=user.login)
        self.env.invalidate_all()

    def test_leader_agrees_to_all_that_waits_with_one_comment(self):
        registrations = self._submitted() | self._submitted(name="Chợ văn minh")
        self._tour(self.ub_leader, "approve_selected")
        waiting = registrations.sudo().current_step_id.for_unit_id
        self.assertEqual(waiting, self.commune)
        lines = registrations.trail_ids.filtered(lambda t: t.transition == "approve")
        self.assertEqual(lines.mapped("reason"), ["Đồng ý, đúng kế hoạch"] * 2)

    def test_officer_records_the_signed_paper(self):
        registration = self._submitted()
        self._tour(self.ub_officer, "record_paper")
        step = registration.step_ids.filtered(lambda s: s.state == "paper")
        self.assertEqual(step.attachment_ids.name, "cong-van.pdf")

    def test_committee_sends_it_back_to_the_leader_and_confirms_later(self):
        registration = self._submitted()
        self.act(registration, self.ub_leader, "approve")
        self._tour(self.leader, "back_to_a_step")
        present = registration.sudo().current_step_id
        self.assertEqual(present.for_unit_id, self.commune_government)
        self.act(registration, self.ub_leader, "approve")
        self._tour(self.leader, "confirm")
        self.assertEqual(registration.state, "sent")

    def test_unit_that_is_asked_gives_its_opinion(self):
        route = self.env.ref("danvan_kheo.route_registration")
        route.step_ids = [
            Command.create(
                {
                    "sequence": 15,
                    "name": "Góp ý",
                    "is_opinion": True,
                    "target": "named",
                    "unit_ids": self.other_commune.ids,
                }
            )
        ]
        registration = self._submitted()
        self.act(registration, self.ub_leader, "approve")
        self._tour(self.other_leader, "give_opinion")
        opinion = registration.step_ids.filtered("is_opinion")
        self.assertEqual(opinion.answer, "Nhất trí, nên làm ngay")
