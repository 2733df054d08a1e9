"""Two approval chains, end to end."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestRegistrationWorkflow(DanvanCase):
    """A model of commune level, and one registered at the province."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()

    def _steps(self, user):
        step = self.env["danvan.approval.step"].with_user(user)
        step.env.invalidate_all()
        return step.search([("is_mine", "=", True)])

    def test_commune_chain_ends_in_the_list_of_the_year(self):
        registration = self._register(self.campaign)
        self.assertEqual(registration.deciding_unit_id, self.commune)
        self.act(registration, self.officer, "submit")
        self.assertEqual(self._steps(self.leader).subject, registration.name)
        self.act(registration, self.leader, "accept")
        self.assertEqual(registration.state, "running")
        self.assertFalse(self._steps(self.leader))
        self.assertTrue(registration.model_id)

    def test_province_chain_passes_the_commission_a_sibling_of_the_commune(self):
        level = self.env.ref("danvan_kheo.level_province")
        registration = self._register(self.campaign, registered_level_id=level.id)
        self.assertEqual(registration.deciding_unit_id, self.commission)
        self.act(registration, self.officer, "submit")
        with self.assertRaises(UserError):
            self.act(registration, self.leader, "accept")
        self.act(registration, self.leader, "approve")
        self.act(registration, self.province_officer, "receive")
        self.act(registration, self.province_leader, "accept")
        self.assertEqual(registration.state, "running")
        acts = registration.trail_ids.sorted("id").mapped("transition")
        self.assertEqual(acts, ["submit", "approve", "receive", "accept"])

    def test_a_return_shows_its_reason_to_the_one_who_must_act(self):
        registration = self._register(self.campaign)
        self.act(registration, self.officer, "submit")
        dialog = self.act(registration, self.leader, "return_to_officer")
        self.assertEqual(dialog["res_model"], "danvan.transition.reason")
        self.act(registration, self.leader, "return_to_officer", "Ghi rõ tuyến đường")
        self.assertEqual(registration.state, "returned")
        self.assertIn("Ghi rõ tuyến đường", registration.last_reason)
        self.assertEqual(self._steps(self.officer).res_id, registration.id)

    def test_what_is_missing_is_said_before_sending(self):
        registration = self._register(self.campaign, sector_id=False, person_ids=False)
        with self.assertRaisesRegex(UserError, "(?s)(Sector|Lĩnh).*(Person|phụ trách)"):
            self.act(registration, self.officer, "submit")
        self.assertEqual(registration.state, "draft")
