"""Who is asked at a step, wherever it sits, reads the document and acts on it."""

from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import YEAR
from .hostile import HostileCase

REGISTRATION = "danvan.registration"
LINES = ("person", "activity", "indicator", "result")


@tagged("post_install", "-at_install", "danvan_http")
class TestAsked(HostileCase):
    """A neighbouring commune is named in the route of a People's Committee: it has no
    area over the sender."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ub_officer = cls._person("ub_officer", "officer", cls.commune_government)
        cls.ub_leader = cls._person("ub_leader", "approver", cls.commune_government)
        cls.neighbour = cls.other_commune
        cls.stranger = cls._person("stranger", "approver", cls.department)
        cls.neighbour_registrar = cls._person(
            "neighbour_registrar", "registrar", cls.neighbour
        )
        cls._route({}, {"target": "named", "unit_ids": cls.neighbour.ids})

    @classmethod
    def _route(cls, *steps, model=REGISTRATION):
        return cls.env["danvan.approval.route"].create(
            {
                "name": "Tuyến thử",
                "sequence": 1,
                "res_model": model,
                "step_ids": [
                    Command.create({"name": f"Bước {n}", "sequence": n, **step})
                    for n, step in enumerate(steps, 1)
                ],
            }
        )

    def _sent(self):
        registration = self._register(
            self.campaign,
            self.commune_government,
            self.ub_officer,
            registered_level_id=self.env.ref("danvan_kheo.level_province").id,
        )
        self.act(registration, self.ub_officer, "submit")
        return registration

    def _asked(self):
        registration = self._sent()
        self.act(registration, self.ub_leader, "approve")
        self.assertEqual(registration.sudo().current_step_id.unit_id, self.neighbour)
        return registration

    def _assert_reads(self, user, registration, *, reads):
        count = int(reads)
        domain = [("id", "=", registration.id)]
        self.assert_answers(count, user, REGISTRATION, "search_count", domain=domain)
        if not reads:
            self.assert_refused(
                user, REGISTRATION, "read", registration.ids, fields=["name"]
            )
        for line in LINES[:3]:
            self.assert_answers(
                count,
                user,
                f"{REGISTRATION}.{line}",
                "search_count",
                domain=[("registration_id", "=", registration.id)],
            )

    def test_reading_begins_with_the_turn_and_stays_with_who_agreed(self):
        registration = self._sent()
        self._assert_reads(self.other_leader, registration, reads=False)
        self.act(registration, self.ub_leader, "approve")
        self._assert_reads(self.other_leader, registration, reads=True)
        self._assert_reads(self.stranger, registration, reads=False)
        self.act(registration, self.other_leader, "confirm")
        self.assertEqual(registration.state, "sent")
        self._assert_reads(self.other_leader, registration, reads=True)

    def test_the_form_opens_with_names_steps_and_trail(self):
        registration = self._asked()
        form = Form(registration.with_user(self.other_leader))
        self.assertEqual(form.campaign_id, self.campaign)
        self.assertEqual(form.unit_id, self.commune_government)
        acting = registration.with_user(self.other_leader)
        self.assertEqual(len(acting.step_ids), 2)
        self.assertTrue(acting.trail_ids)
        self.assertIn("confirm", acting.allowed_transitions)

    def test_who_is_asked_changes_nothing_but_the_step(self):
        registration = self._asked()
        for user in (self.other_leader, self.other_officer):
            self.assert_refused(
                user, REGISTRATION, "write", registration.ids, vals={"name": "Khác"}
            )
            self.assert_refused(user, REGISTRATION, "unlink", registration.ids)
            self.assert_refused(
                user,
                f"{REGISTRATION}.person",
                "write",
                registration.person_ids.ids,
                vals={"name": "Khác"},
            )
            self.assert_refused(
                user,
                "ir.attachment",
                "create",
                vals_list=[
                    {
                        "name": "x.txt",
                        "raw": "x",
                        "res_model": REGISTRATION,
                        "res_id": registration.id,
                    }
                ],
            )

    def test_the_registrar_of_the_unit_asked_records_the_signed_paper(self):
        registration = self._asked()
        self._assert_reads(self.neighbour_registrar, registration, reads=True)
        acting = registration.with_user(self.neighbour_registrar)
        self.assertTrue(acting.recordable_step_id)

    def test_what_was_sent_back_is_the_senders_again(self):
        registration = self._asked()
        self.act(registration, self.other_leader, "return_to_officer", "Thiếu số hộ")
        self._assert_reads(self.other_leader, registration, reads=False)

    def test_the_end_of_an_assignment_ends_reading(self):
        registration = self._asked()
        mine = self.env["danvan.assignment"].search(
            [("user_id", "=", self.other_leader.id)]
        )
        mine.write({"date_from": f"{YEAR - 2}-01-01", "date_to": f"{YEAR - 1}-01-01"})
        self._assert_reads(self.other_leader, registration, reads=False)

    def test_a_unit_asked_for_its_opinion_reads_the_document(self):
        self._route(
            {
                "target": "named",
                "unit_ids": self.department.ids,
                "is_opinion": True,
            },
            {},
        ).sequence = 0
        registration = self._sent()
        self._assert_reads(self.stranger, registration, reads=True)
        step = registration.sudo().step_ids.filtered("is_opinion")
        step.with_user(self.stranger).action_answer("Nhất trí với nội dung")
        self._assert_reads(self.stranger, registration, reads=True)

    def test_a_campaign_is_read_by_who_is_asked(self):
        named = {"target": "named", "unit_ids": self.department.ids}
        self._route({}, named, model="danvan.campaign")
        model = self.env["danvan.campaign"].with_user(self.officer)
        dates = ("date_start", "registration_to", "evaluation_to")
        dates += ("ceremony_date", "date_end")
        vals = {name: f"{YEAR}-12-0{n}" for n, name in enumerate(dates, 1)}
        campaign = model.create({"year": YEAR, "parent_id": self.campaign.id, **vals})
        self.act(campaign, self.officer, "submit")
        domain = [("id", "=", campaign.id)]
        stranger = campaign.with_user(self.stranger)
        self.assertFalse(stranger.search_count(domain))
        self.act(campaign, self.leader, "approve")
        self.assertTrue(stranger.search_count(domain))
        self.act(campaign, self.stranger, "confirm")
        self.assertEqual(campaign.state, "approved")
