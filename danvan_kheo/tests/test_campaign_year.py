"""A year's campaign: its dates, its place under another, its way through the year."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import YEAR, DanvanCase


@tagged("post_install", "-at_install")
class TestCampaignYear(DanvanCase):
    """The commission plans, its leader approves, the communes see the launch."""

    def _draft(self, user=None, **vals):
        model = self.env["danvan.campaign"].with_user(user or self.province_officer)
        return model.create({"year": YEAR, **vals})

    def test_dates_out_of_order_are_refused(self):
        with self.assertRaises(ValidationError):
            self._draft(date_start=f"{YEAR}-05-01", registration_to=f"{YEAR}-04-30")
        with self.assertRaises(ValidationError):
            self._draft(date_start=f"{YEAR}-05-01", date_end=f"{YEAR}-04-30")

    def test_missing_dates_are_named_before_submitting(self):
        draft = self._draft(date_start=f"{YEAR}-01-05")
        with self.assertRaises(UserError) as caught:
            self.act(draft, self.province_officer, "submit")
        missing = str(caught.exception)
        for name in ("registration_to", "evaluation_to", "ceremony_date", "date_end"):
            label = draft._fields[name]._description_string(draft.env(context={}))
            lang = draft.env(context={"lang": "vi_VN"})
            translated = draft._fields[name]._description_string(lang)
            self.assertTrue(label in missing or translated in missing, name)
        self.assertEqual(draft.state, "draft")

    def test_one_campaign_a_year_and_unit_unless_cancelled(self):
        first = self._draft()
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self._draft()
        self.act(first, self.province_leader, "cancel", "Đổi kế hoạch")
        self.env.flush_all()
        self.assertEqual(self._draft().state, "draft")

    def test_a_campaign_below_ends_not_later(self):
        above = self._campaign()
        vals = {"year": YEAR, "parent_id": above.id}
        below = self._draft(self.officer, **vals, date_end=f"{YEAR}-12-31")
        self.assertEqual(below.unit_id, self.commune)
        with self.assertRaises(ValidationError):
            below.date_end = f"{YEAR + 1}-01-01"

    def test_a_campaign_stands_under_one_that_covers_its_unit(self):
        communes = self._draft(self.officer)
        with self.assertRaises(ValidationError):
            self.env["danvan.campaign"].create(
                {
                    "year": YEAR,
                    "unit_id": self.other_commune.id,
                    "parent_id": communes.id,
                }
            )

    def test_nobody_skips_a_step(self):
        draft = self._draft()
        for user, transition in (
            (self.province_leader, "approve"),
            (self.province_officer, "launch"),
            (self.province_officer, "evaluate"),
            (self.province_officer, "close"),
            (self.province_leader, "submit"),
            (self.officer, "submit"),
        ):
            with self.assertRaises(UserError):
                self.act(draft, user, transition)
        self.assertEqual(draft.state, "draft")

    def test_the_launch_fixes_its_date_and_shows_it_below(self):
        with self.local_time(f"{YEAR}-01-06 00:30:00"):
            campaign = self._campaign()
        self.assertEqual(campaign.launch_date.isoformat(), f"{YEAR}-01-06")
        self.assertTrue(campaign.is_public_below)
        with self.assertRaises(AccessError):
            campaign.with_user(self.province_officer).write({"topic": "Đổi"})

    def test_the_campaign_open_for_a_unit_is_the_nearest(self):
        model = self.env["danvan.campaign"]
        above = self._campaign()
        self.assertEqual(model._open_for(self.hamlet), above)
        self.assertEqual(model._open_for(self.other_commune), above)
        dates = above.copy_data()[0]
        vals = {name: dates[name] for name in ("date_start", "registration_to")}
        vals |= {name: dates[name] for name in ("evaluation_to", "date_end")}
        vals["criteria_set_ids"] = above.criteria_set_ids.ids
        below = self._draft(self.officer, **vals, ceremony_date=dates["ceremony_date"])
        self.act(below, self.officer, "submit")
        self.act(below, self.leader, "approve")
        self.act(below, self.officer, "launch")
        self.assertEqual(model._open_for(self.hamlet), below)
        self.assertEqual(model._open_for(self.other_commune), above)

    def test_next_year_begins_as_a_draft_with_moved_dates(self):
        campaign = self._campaign(guide="<p>Hướng dẫn</p>")
        action = campaign.with_user(self.province_officer).action_next_year()
        following = self.env["danvan.campaign"].browse(action["res_id"])
        self.assertEqual((following.year, following.state), (YEAR + 1, "draft"))
        self.assertEqual(following.previous_id, campaign)
        self.assertEqual(following.date_end.year, YEAR + 1)
        self.assertEqual(following.guide, campaign.guide)
        self.assertFalse(following.launch_date)
        following.with_user(self.province_officer).unlink()
        with self.assertRaises(AccessError):
            campaign.with_user(self.officer).action_next_year()
