"""More time for chosen units; and a year that begins in the autumn before."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import YEAR
from .test_campaign_papers import CampaignPapersCase

# The campaign registers until 31/03.
AFTER, LATER = f"{YEAR}-04-10 08:00:00", f"{YEAR}-04-21 08:00:00"
LAST_DAY, REASON = f"{YEAR}-04-20", "Khắc phục hậu quả bão số 3"


@tagged("post_install", "-at_install")
class TestExtension(CampaignPapersCase):
    """The commune suffers from a storm, its neighbour does not."""

    def _extend(self, user=None, units=None, day=LAST_DAY, reason=REASON):
        dialog = Form(
            self.env["danvan.campaign.extend"]
            .with_user(user or self.province_officer)
            .with_context(default_campaign_id=self.campaign.id)
        )
        for unit in units or self.commune:
            dialog.unit_ids.add(unit)
        dialog.date_to, dialog.reason = day, reason
        dialog.save().action_confirm()
        self.env.invalidate_all()

    def _late_rows(self):
        acting = self.campaign.with_user(self.province_officer)
        acting.env.invalidate_all()
        return {late.unit: late.days for late in acting._late_units()}

    def _submitted(self, unit, officer):
        registration = self._register(self.campaign, unit, officer)
        registration.late_reason = "Bổ sung"
        self.act(registration, officer, "submit")
        return registration

    def test_the_unit_and_those_below_have_time_until_the_new_day(self):
        with self.local_time(AFTER):
            self._extend()
            for unit, officer, is_late in (
                (self.commune, self.officer, False),
                (self.hamlet, self.officer, False),
                (self.other_commune, self.other_officer, True),
            ):
                registration = self._submitted(unit, officer)
                self.assertEqual(registration.is_late, is_late, unit.name)
        with self.local_time(LATER):
            registration = self._submitted(self.hamlet, self.officer)
            self.assertTrue(registration.is_late)

    def test_no_reason_for_being_late_is_asked_until_the_new_day(self):
        with self.local_time(AFTER):
            draft = self._register(self.campaign)
            self.assertIn("late_reason", [line["field"] for line in draft.readiness])
            self._extend()
            self.assertNotIn("late_reason", [line["field"] for line in draft.readiness])
        with self.local_time(LATER):
            draft.invalidate_recordset()
            [line] = [x for x in draft.readiness if x["field"] == "late_reason"]
            self.assertIn(f"20/04/{YEAR}", line["sentence"])

    def test_what_was_late_is_late_no_more(self):
        with self.local_time(AFTER):
            registration = self._submitted(self.commune, self.officer)
            self.assertTrue(registration.is_late)
            self._extend()
            self.assertFalse(registration.is_late)

    def test_who_has_more_time_is_reminded_after_it(self):
        with self.local_time(AFTER):
            self._extend()
            rows = self._late_rows()
            self.assertNotIn(self.commune, rows)
            self.assertEqual(rows[self.other_commune], 10)
        with self.local_time(LATER):
            rows = self._late_rows()
            self.assertEqual(rows[self.commune], 1)
            self.assertEqual(rows[self.other_commune], 21)

    def test_the_newest_act_counts(self):
        with self.local_time(AFTER):
            self._extend(day=f"{YEAR}-05-31")
            self._extend()
        with self.local_time(LATER):
            self.assertEqual(self._late_rows()[self.commune], 1)

    def test_it_is_an_act_in_the_trail(self):
        with self.local_time(AFTER):
            self._extend(self.province_leader)
        line = self.campaign.trail_ids.sorted("id")[-1:]
        self.assertEqual(line.transition, "extend_for_units")
        self.assertEqual(line.user_id, self.province_leader)
        for word in (self.commune.name, f"20/04/{YEAR}", REASON):
            self.assertIn(word, line.reason)

    def test_what_is_refused(self):
        for user in (self.officer, self.leader, self.appraiser):
            with self.assertRaises(UserError):
                self._extend(user)
        for day in (f"{YEAR}-03-31", f"{YEAR + 3}-01-01"):
            with self.assertRaises(UserError):
                self._extend(day=day)
        with self.assertRaises(UserError):
            self._extend(reason="  ")
        self.assertFalse(self.campaign.extension_ids)

    def test_no_client_writes_one(self):
        with self.local_time(AFTER):
            self._extend()
        extension = self.campaign.extension_ids.with_user(self.province_officer)
        with self.assertRaises(AccessError):
            extension.date_to = f"{YEAR}-06-30"
        with self.assertRaises(AccessError):
            extension.unlink()

    def test_a_unit_sees_its_own(self):
        with self.local_time(AFTER):
            self._extend()
        model = self.env["danvan.campaign.extension"]
        self.assertEqual(model.with_user(self.officer).search([]).unit_id, self.commune)
        self.assertFalse(model.with_user(self.other_officer).search([]))

    def test_the_window_of_a_year_opens_in_the_autumn_before(self):
        with self.local_time(f"{YEAR}-10-15 08:00:00"):
            following = self._campaign(
                year=YEAR + 1,
                date_start=f"{YEAR}-10-15",
                registration_to=f"{YEAR}-12-15",
                evaluation_to=f"{YEAR + 1}-08-31",
                ceremony_date=f"{YEAR + 1}-10-15",
                date_end=f"{YEAR + 1}-12-31",
            )
            model = self.env["danvan.registration"].with_user(self.officer)
            self.assertEqual(Form(model).campaign_id, following)
            registration = self._run(self._register(following))
            self.assertEqual(registration.year, YEAR + 1)
            self.assertEqual(registration.accepted_date.year, YEAR)
            self.assertFalse(registration.is_late)
