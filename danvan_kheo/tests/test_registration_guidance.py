"""The panel beside the form: examples of the sector, and the campaign's guide."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import DanvanCase

STEPS = ["what_where", "who_when", "results"]


@tagged("post_install", "-at_install")
class TestRegistrationGuidance(DanvanCase):
    """Two examples a step, by sector, and what the campaign says itself."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.draft = cls._register(cls.campaign)

    def _guidance(self, user=None, **vals):
        if vals:
            self.draft.write(vals)
        self.draft.invalidate_recordset(["guidance"])
        return self.draft.with_user(user or self.officer).guidance

    def _names(self, guidance, step):
        steps = {one["name"]: one for one in guidance["steps"]}
        return [example["name"] for example in steps[step]["examples"]]

    def _paper(self, state):
        # A wording whose issued papers the units below read.
        template = self.env.ref("danvan_kheo.template_criteria_guide")
        return self.env["danvan.document"]._create_owned(
            [
                {
                    "unit_id": self.commission.id,
                    "subject": f"hướng dẫn {state}",
                    "title": "HƯỚNG DẪN",
                    "template_id": template.id,
                    "res_model": "danvan.campaign",
                    "res_id": self.campaign.id,
                    "state": state,
                }
            ]
        )

    def test_every_sector_has_two_examples_for_each_step(self):
        examples = self.env["danvan.example"].search([])
        sectors = self.env["danvan.sector"].search([])
        self.assertEqual(len(sectors), 4)
        for sector in sectors:
            for step in STEPS:
                found = examples.filtered_domain(
                    [("sector_id", "=", sector.id), ("step", "=", step)]
                )
                self.assertEqual(len(found), 2, f"{sector.name} {step}")

    def test_the_examples_are_those_of_the_chosen_sector(self):
        guidance = self._guidance()
        self.assertEqual([one["name"] for one in guidance["steps"]], STEPS)
        for step in STEPS:
            names = self._names(guidance, step)
            self.assertEqual(len(names), 2)
            self.assertIn("Thắp sáng đường quê thôn 10", names)

    def test_without_a_sector_there_are_examples_of_two_sectors(self):
        guidance = self._guidance(sector_id=False)
        self.assertEqual(len(self._names(guidance, "results")), 2)

    def test_the_panel_follows_a_sector_that_is_just_chosen(self):
        model = self.env["danvan.registration"].with_user(self.officer)
        form = model.new({"campaign_id": self.campaign.id})
        form.sector_id = self.env.ref("danvan_kheo.sector_kt")
        names = self._names(form.guidance, "what_where")
        self.assertIn("Vườn chung trồng rau sạch thôn Đồi Chè", names)

    def test_an_example_that_has_ended_is_shown_no_more(self):
        self.env.ref("danvan_kheo.example_vhxh_results_1").date_to = "2020-01-01"
        names = self._names(self._guidance(), "results")
        self.assertNotIn("Thắp sáng đường quê thôn 10", names)

    def test_what_has_left_its_desk_needs_no_guidance(self):
        self.act(self.draft, self.officer, "submit")
        self.assertFalse(self._guidance())

    def test_issued_guides_are_linked_and_drafts_are_not(self):
        for state in ("draft", "replaced"):
            self._paper(state)
        self.assertEqual(self._guidance()["papers"], [])
        paper = self._paper("issued")
        self.assertEqual([p["id"] for p in self._guidance()["papers"]], [paper.id])

    def test_the_text_on_the_campaign_is_a_guide(self):
        self.assertFalse(self._guidance()["has_guide"])
        self.campaign._write_owned({"guide": "<p>Ghi rõ nơi thực hiện.</p>"})
        guidance = self._guidance()
        self.assertTrue(guidance["has_guide"])
        self.assertEqual(guidance["campaign"], self.campaign.id)

    def test_examples_are_edited_by_administrators_only(self):
        example = self.env.ref("danvan_kheo.example_vhxh_results_1")
        for user in (self.officer, self.province_officer, self.appraiser):
            self.assertTrue(example.with_user(user).has_access("read"))
            with self.assertRaises(AccessError):
                example.with_user(user).text = "Khác"
        example.with_user(self.administrator).text = "Khác"
