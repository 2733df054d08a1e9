"""The pending step is the task: what it says, when it is late, who counts it."""

from datetime import date

from odoo.tests import tagged

from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestWorkflowInbox(DanvanCase):
    """Submitted on a Thursday, due on the Tuesday after."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        level = cls.env.ref("danvan_kheo.level_province")
        cls.upward = cls._register(cls.campaign, registered_level_id=level.id)

    def _submit(self):
        with self.local_time("2026-11-05 00:30:00"):
            self.act(self.upward, self.officer, "submit")
        return self._steps()

    def _steps(self):
        domain = [
            ("res_model", "=", self.upward._name),
            ("res_id", "=", self.upward.id),
        ]
        return self.env["danvan.approval.step"].search(domain, order="id")

    def _clock(self, user):
        """Return the clock menu's entry of the pending steps, if it shows one."""
        self.env.invalidate_all()
        groups = self.env["res.users"].with_user(user)._get_activity_groups()
        ours = [g for g in groups if g["model"] == "danvan.approval.step"]
        self.assertLessEqual(len(ours), 1)
        return ours[0] if ours else None

    def test_what_a_step_says(self):
        step = self._submit()
        self.assertEqual(step.subject, self.upward.name)
        self.assertEqual(step.owner_unit_id, self.commune)
        self.assertEqual(step.unit_id, self.commune)
        self.assertEqual((step.role, step.transition), ("approver", "approve"))
        self.assertEqual(step.state, "pending")
        self.assertEqual(step.due_date, date(2026, 11, 10))
        self.assertTrue(step.kind_label)
        self.assertTrue(step.act_label)
        self.assertEqual(step.action_open()["res_id"], self.upward.id)

    def test_weekends_are_not_counted(self):
        step = self.env["danvan.approval.step"]
        for today, days, due in (
            ("2026-11-06 10:00:00", 1, date(2026, 11, 9)),
            ("2026-11-07 10:00:00", 1, date(2026, 11, 9)),
            ("2026-11-02 10:00:00", 5, date(2026, 11, 9)),
            ("2026-11-02 10:00:00", 0, date(2026, 11, 2)),
        ):
            with self.local_time(today):
                self.assertEqual(step._due_dates([days]), {days: due})

    def test_days_off_and_made_up_days_are_counted_by_the_table(self):
        holiday = self.env["danvan.holiday"]
        holiday.create({"date": "2030-03-11", "name": "Nghỉ thử"})
        made_up = {"date": "2030-03-09", "name": "Làm bù", "day_type": "working"}
        holiday.create(made_up)
        friday = date(2030, 3, 8)
        self.assertEqual(
            holiday._days_after(friday, [1, 2]),
            {1: date(2030, 3, 9), 2: date(2030, 3, 12)},
        )

    def test_lunar_new_year_of_2026_is_off(self):
        counted = self.env["danvan.holiday"]._days_after(date(2026, 2, 13), [1])
        self.assertEqual(counted, {1: date(2026, 2, 23)})

    def test_it_is_late_from_the_day_after(self):
        step = self._submit()
        for now, late in (
            ("2026-11-10 23:30:00", False),
            ("2026-11-11 00:30:00", True),
        ):
            with self.local_time(now):
                step.invalidate_recordset()
                self.assertEqual(step.is_overdue, late, now)

    def test_a_settled_step_is_never_late(self):
        step = self._submit()
        self.act(self.upward, self.leader, "approve")
        with self.local_time("2027-01-01 10:00:00"):
            self.env.invalidate_all()
            self.assertFalse(step.is_overdue)
        self.assertEqual((step.state, step.done_user_id), ("approved", self.leader))
        self.assertTrue(step.done_date)

    def test_the_next_step_waits_at_the_commission(self):
        self._submit()
        self.act(self.upward, self.leader, "approve")
        step = self._steps()[-1]
        self.assertEqual((step.unit_id, step.role), (self.commission, "officer"))
        self.assertEqual(step.owner_unit_id, self.commune)

    def test_each_way_out_ends_the_step_in_its_own_word(self):
        for transition, user, outcome in (
            ("return_to_officer", self.leader, "returned"),
            ("withdraw", self.officer, "withdrawn"),
        ):
            registration = self._register(self.campaign)
            self.act(registration, self.officer, "submit")
            step = self.env["danvan.approval.step"].search(
                [("res_id", "=", registration.id), ("state", "=", "pending")]
            )
            self.act(registration, user, transition, "Ghi rõ tuyến đường")
            self.assertEqual(step.state, outcome)

    def test_it_is_mine_for_the_one_who_must_act_only(self):
        self._submit()
        step = self.env["danvan.approval.step"]
        for user, count in (
            (self.leader, 1),
            (self.officer, 0),
            (self.viewer, 0),
            (self.other_leader, 0),
            (self.province_leader, 0),
            (self.administrator, 0),
        ):
            self.env.invalidate_all()
            found = step.with_user(user).search([("is_mine", "=", True)])
            found = found.filtered(lambda s: s.res_id == self.upward.id)
            self.assertEqual(len(found), count, user.login)
            readable = step.with_user(user).search([("res_id", "=", self.upward.id)])
            self.assertEqual(readable.filtered("is_mine"), found, user.login)

    def test_the_clock_menu_counts_late_today_and_later(self):
        self._submit()
        for now, counted in (
            ("2026-11-06 10:00:00", "planned_count"),
            ("2026-11-10 00:30:00", "today_count"),
            ("2026-11-10 23:30:00", "today_count"),
            ("2026-11-11 00:30:00", "overdue_count"),
        ):
            with self.local_time(now):
                entry = self._clock(self.leader)
                self.assertEqual(entry["total_count"], 1)
                self.assertEqual(entry[counted], 1, now)

    def test_the_clock_menu_is_silent_for_everyone_else(self):
        self._submit()
        for user in (self.officer, self.viewer, self.other_leader, self.administrator):
            self.assertIsNone(self._clock(user), user.login)

    def test_what_the_clock_menu_counts_is_what_its_list_shows(self):
        self._submit()
        entry = self._clock(self.leader)
        listed = self.env[entry["model"]].with_user(self.leader)
        self.assertEqual(listed.search_count(entry["domain"]), entry["total_count"])

    def test_what_a_hamlet_without_account_waits_for_waits_at_its_commune(self):
        registration = self._register(self.campaign, self.hamlet)
        self.act(registration, self.officer, "submit")
        step = self.env["danvan.approval.step"].search(
            [("res_id", "=", registration.id), ("state", "=", "pending")]
        )
        self.assertEqual(step.unit_id, self.commune)
        self.assertEqual(step.owner_unit_id, self.hamlet)
