"""Ending an assignment: at once, or by itself after its last day."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .assignment_common import AssignmentActs
from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestOrganisationEnding(AssignmentActs, DanvanCase):
    """The commune's officer and leader go."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.registration = cls._register(cls.campaign)

    def test_today_or_earlier_ends_at_once(self):
        for day, began in ((0, None), (-3, -10), (0, 0), (-3, 0)):
            with self.subTest(day=day, began=began):
                made = self._assign(
                    self.viewer,
                    "officer",
                    self.commune,
                    date_from=began is not None and self._day(began),
                )
                self.assertTrue(self._granted(self.viewer, "user_can_edit"))
                self._end(made, day)
                self.assertEqual(made.state, "ended")
                self.assertFalse(self._granted(self.viewer, "user_can_edit"))
                self.assertTrue(made.ended_at)

    def test_a_later_day_is_served_in_full(self):
        own = self._held(self.officer)
        self._end(own, 2)
        self.assertEqual((own.state, own.ended_at), ("active", False))
        with self.local_time(f"{self._day(2)} 23:30:00"):
            self.assertTrue(own.with_user(self.officer)._mine())
        with self.local_time(f"{self._day(3)} 00:30:00"):
            self.assertFalse(own.with_user(self.officer)._mine())

    def test_ending_never_lengthens(self):
        own = self._held(self.officer)
        own.date_to = self._day(2)
        self._end(own, 9)
        self.assertEqual(own.date_to, self._day(2))

    def test_one_to_come_never_begins(self):
        made = self._assign(
            self.viewer, "officer", self.commune, date_from=self._day(5)
        )
        self._end(made)
        self.assertEqual(made.state, "ended")
        with self.local_time(f"{self._day(5)} 12:00:00"):
            self.assertFalse(made.with_user(self.viewer)._mine(["officer"]))

    def test_what_was_ended_is_not_brought_back(self):
        own = self._held(self.officer)
        self._end(own)
        for vals in ({"date_to": False}, {"date_to": self._day(9)}):
            with self.assertRaises(UserError):
                own.with_user(self.administrator).write(vals)
        with self.assertRaises(AccessError):
            own.with_user(self.administrator).write({"ended_at": False})

    def test_only_administrators_end(self):
        own = self._held(self.officer)
        for user in (self.officer, self.leader, self.province_leader):
            with self.assertRaises(AccessError):
                own.with_user(user).action_end()
            with self.assertRaises(AccessError):
                self._end(own, user=user)
        self.assertEqual(own.state, "active")

    def test_menus_close_with_the_last_assignment_of_a_role(self):
        second = self._assign(self.officer, "officer", self.other_commune)
        coming = self._assign(
            self.officer, "appraiser", self.commune, date_from=self._day(3)
        )
        first = self._held(self.officer) - second - coming
        for ended, groups in (
            (first, {"officer", "appraiser"}),
            (second, {"appraiser"}),
            (coming, set()),
        ):
            self._end(ended)
            held = {
                role
                for role in ("officer", "appraiser", "approver")
                if self.officer.has_group(f"danvan_kheo.group_{role}")
            }
            self.assertEqual(held, groups)
        self.assertTrue(self.officer.has_group("base.group_user"))

    def test_groups_from_elsewhere_stay(self):
        administrators = self.env.ref("danvan_kheo.group_administrator")
        export = self.env.ref("base.group_allow_export")
        self.officer.write({"group_ids": [(4, administrators.id), (4, export.id)]})
        self._end(self._held(self.officer))
        self.assertLessEqual(administrators | export, self.officer.group_ids)

    def test_the_daily_job_draws_what_follows_from_dates(self):
        own = self._held(self.officer)
        self.registration.message_subscribe(self.officer.partner_id.ids)
        self._end(own, 1)
        later = self._assign(
            self.viewer, "officer", self.commune, date_from=self._day(2)
        )
        self.assertTrue(self.officer.has_group("danvan_kheo.group_officer"))
        with self.local_time(f"{self._day(2)} 00:10:00"):
            self.env["danvan.assignment"]._cron_settle()
            self.assertFalse(self.officer.has_group("danvan_kheo.group_officer"))
            self.assertFalse(self.registration.message_partner_ids)
            self.assertEqual((own | later).mapped("was_in_force"), [False, True])
            queries = self.env.cr.sql_log_count
            self.env["danvan.assignment"]._cron_settle()
            self.assertLess(self.env.cr.sql_log_count - queries, 30)

    def test_nobody_who_lost_the_right_follows(self):
        other = self._register(self.campaign, self.other_commune, self.other_officer)
        both = self.registration | other
        both.message_subscribe((self.officer | self.province_officer).partner_id.ids)
        other.message_subscribe(self.other_officer.partner_id.ids)
        self._assign(self.officer, "viewer", self.other_commune)
        self._end(self._held(self.officer).filtered(lambda a: a.role == "officer"))
        self.assertNotIn(self.officer.partner_id, self.registration.message_partner_ids)
        self.assertIn(self.officer.partner_id, other.message_partner_ids)
        self.assertIn(
            self.province_officer.partner_id, self.registration.message_partner_ids
        )

    def test_a_smaller_area_ends_what_one_follows_too(self):
        self.registration.message_subscribe(self.province_officer.partner_id.ids)
        self._held(self.province_officer).write({"scope": "subtree"})
        self.assertFalse(self.registration.message_partner_ids)

    def test_steps_find_the_next_person(self):
        self.act(self.registration, self.officer, "submit")
        step = self._steps_of(self.leader)
        self.assertEqual(step.unit_id, self.commune)
        second = self._person("second_leader", "approver", self.commune)
        self._end(self._held(self.leader))
        self.assertFalse(self._steps_of(self.leader))
        self.assertEqual(self._steps_of(second), step)
        everyone = self.env["danvan.assignment"].search(
            [("unit_id", "=", self.commune.id)]
        )
        self._end(everyone)
        self.assertEqual(step.with_env(self.env).unit_id, self.province)

    def test_steps_of_a_unit_that_gets_people_wait_there(self):
        registration = self._register(self.campaign, self.hamlet)
        self.act(registration, self.officer, "submit")
        self.act(registration, self.leader, "return_to_officer", "Ghi rõ tuyến đường")
        step = self._steps_of(self.officer)
        self.assertEqual(step.unit_id, self.commune)
        person = self._person("hamlet_officer", "officer", self.hamlet)
        self.assertFalse(self._steps_of(self.officer))
        self.assertEqual(self._steps_of(person), step)
