"""“Có địa chỉ cụ thể, người thật, việc thật”: each thing missing is named."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from .common import YEAR, DanvanCase


@tagged("post_install", "-at_install")
class TestRegistrationReadiness(DanvanCase):
    """A draft may be incomplete; what leaves the desk is not."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("danvan_kheo.readiness_name").level = "block"
        cls.campaign = cls._campaign()

    def test_a_complete_one_lacks_nothing(self):
        self.assertFalse(self._register(self.campaign).missing)

    def test_each_gap_is_one_line_and_stops_the_sending(self):
        for gap in (
            {"name": False},
            {"name": "Mô hình “Dân vận khéo” thôn 10, xã Suối Trong"},
            {"sector_id": False},
            {"territory_id": False},
            {"place_kind": "several", "hamlet": False},
            {"place_kind": "institution", "hamlet": False},
            {"person_ids": False},
            {"person_ids": [Command.create({"name": "Lê Thị Thử"})]},
            {"activity_plan_ids": False},
            {"activity_plan_ids": [Command.create({"name": "Họp dân"})]},
            {"indicator_ids": False},
        ):
            draft = self._register(self.campaign, **gap)
            self.assertEqual(len((draft.missing or "").splitlines()), 1, gap)
            with self.assertRaises(UserError):
                self.act(draft, self.officer, "submit")
            self.assertEqual(draft.state, "draft")

    def test_an_empty_draft_is_saved_with_everything_named(self):
        draft = self.env["danvan.registration"].with_user(self.officer).create({})
        self.assertEqual(draft.campaign_id, self.campaign)
        self.assertEqual(draft.unit_id, self.commune)
        self.assertEqual(draft.territory_id, self.territory)
        self.assertEqual(len(draft.missing.splitlines()), 5)

    def test_a_draft_needs_nothing_but_its_campaign_lines_half_written(self):
        draft = self._register(
            self.campaign, indicator_ids=[Command.create({"name": "Đường"})]
        )
        self.assertFalse(draft.indicator_ids.measure)

    def test_late_ones_are_marked_and_say_why(self):
        with self.local_time(f"{YEAR + 1}-01-01 00:30:00"):
            draft = self._register(self.campaign)
            with self.assertRaises(UserError):
                self.act(draft, self.officer, "submit")
            draft.with_user(self.officer).late_reason = "Bão lụt cuối năm"
            self.act(draft, self.officer, "submit")
        self.assertTrue(draft.is_late)
        with self.local_time(f"{YEAR}-12-31 23:30:00"):
            timely = self._register(self.campaign)
            self.act(timely, self.officer, "submit")
        self.assertFalse(timely.is_late)

    def test_a_campaign_not_launched_takes_none(self):
        plan = self.campaign.with_user(self.province_officer).create({"year": 2039})
        draft = self._register(plan, self.commission, self.province_officer)
        with self.assertRaises(UserError):
            self.act(draft, self.province_officer, "submit")

    def test_a_campaign_of_another_commune_is_refused(self):
        theirs = self.campaign.with_user(self.other_officer).create({"year": YEAR})
        vals = self._registration_vals(theirs, self.commune)
        with self.assertRaises(ValidationError):
            self.env["danvan.registration"].create(vals)

    def test_a_level_where_nobody_decides_is_named(self):
        district = self.env.ref("danvan_kheo.level_district")
        draft = self._register(self.campaign, registered_level_id=district.id)
        self.assertFalse(draft.deciding_unit_id)
        with self.assertRaises(UserError):
            self.act(draft, self.officer, "submit")

    def test_results_are_entered_while_it_runs(self):
        running = self._run(self._register(self.campaign))
        results = self.env["danvan.registration.result"].with_user(self.officer)
        vals = {
            "registration_id": running.id,
            "indicator_id": running.indicator_ids.id,
            "value_from": 2.5,
        }
        line = results.create(vals)
        self.assertEqual((line.name, line.measure), ("Đường có đèn", "km"))
        other = self._register(self.campaign)
        with self.assertRaises(AccessError):
            results.create({"registration_id": other.id, "name": "Sớm quá"})
        with self.assertRaises(ValidationError):
            line.indicator_id = other.indicator_ids

    def test_put_up_to_the_province_once(self):
        running = self._run(self._register(self.campaign))
        self.act(running, self.leader, "put_up", "Tiêu biểu")
        self.assertEqual(running.higher_unit_id, self.commission)
        self.assertEqual(running.state, "running")
        with self.assertRaises(UserError):
            self.act(running, self.leader, "put_up", "Tiêu biểu")

    def test_continued_next_year_it_stays_one_model(self):
        running = self._run(self._register(self.campaign))
        end = f"{YEAR + 1}-12-31"
        following = self._campaign(
            year=YEAR + 1,
            registration_to=end,
            evaluation_to=end,
            ceremony_date=end,
            date_end=end,
        )
        action = running.with_user(self.officer).action_continue()
        again = self.env["danvan.registration"].browse(action["res_id"])
        self.assertEqual((again.state, again.campaign_id), ("draft", following))
        self.assertEqual(again.continuity, "continued")
        self.assertEqual(len(again.person_ids), 1)
        again.activity_plan_ids.date = following.date_start  # planned anew
        self._run(again)
        self.assertEqual(again.model_id, running.model_id)
        self.assertEqual(again.model_id.registration_ids, running | again)

    def test_two_that_continue_the_same_stay_in_one_thread(self):
        first = self._run(self._register(self.campaign))
        second = self._register(self.campaign, previous_id=first.id)
        third = self._register(self.campaign)
        self.act(second | third, self.officer, "submit")
        self.act(second | third, self.leader, "accept")
        self.assertEqual(second.model_id, first.model_id)
        self.assertNotEqual(third.model_id, first.model_id)

    def test_an_abandoned_draft_leaves_no_model(self):
        before = self.env["danvan.model"].search_count([])
        draft = self._register(self.campaign)
        self.act(draft, self.officer, "submit")
        self.act(draft, self.officer, "withdraw", "Trùng với mô hình khác")
        self.assertEqual(self.env["danvan.model"].search_count([]), before)
