"""Handover: what is in one person's hands passes to another, from a day."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .assignment_common import AssignmentActs
from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestWorkflowHandover(AssignmentActs, DanvanCase):
    """The commune's officer leaves; a newcomer takes over."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.draft = cls._register(cls.campaign)
        cls.running = cls._run(cls._register(cls.campaign, name="Nhà sạch, vườn đẹp"))
        cls.refused = cls._register(cls.campaign, name="Không còn mở")
        cls.act(cls.refused, cls.officer, "submit")
        cls.act(cls.refused, cls.leader, "refuse", "Trùng nội dung")
        cls.returned = cls._register(cls.campaign, name="Trả lại")
        cls.act(cls.returned, cls.officer, "submit")
        cls.act(cls.returned, cls.leader, "return_to_officer", "Ghi rõ địa chỉ")
        cls.newcomer = new_test_user(
            cls.env, "danvan_newcomer", "base.group_user", name="Trần Thị Mới"
        )

    def _prepare(self, user=None, **vals):
        handover = self.env["danvan.handover"].with_user(user or self.officer)
        return handover.create(
            {
                "unit_id": self.commune.id,
                "from_user_id": self.officer.id,
                "to_user_id": self.newcomer.id,
                "reason": "Chuyển công tác",
                **vals,
            }
        )

    def _do(self, handover, user):
        handover.with_user(user).action_hand_over()
        self.env.invalidate_all()

    def test_who_makes_a_document_is_in_charge(self):
        self.assertEqual(self.draft.officer_id, self.officer)
        copied = self.draft.with_user(self.other_officer.browse(self.officer.id)).copy()
        self.assertEqual(copied.officer_id, self.officer)

    def test_nobody_types_in_who_is_in_charge(self):
        for user in (self.officer, self.leader, self.administrator):
            with self.assertRaises(AccessError):
                self.draft.with_user(user).write({"officer_id": self.viewer.id})
        with self.assertRaises(AccessError):
            self._register(self.campaign, officer_id=self.viewer.id)
        keeping = self.env["danvan.registration"].with_user(self.officer)
        with self.assertRaises(AccessError):
            keeping.with_context(default_officer_id=self.viewer.id).create(
                self._registration_vals(self.campaign, self.commune)
            )

    def test_the_list_shows_what_is_open_and_only_that(self):
        lines = self._prepare().line_ids
        charge = lines.filtered(lambda line: line.what == "officer")
        documents = self.draft | self.running | self.returned
        self.assertEqual(set(charge.mapped("res_id")), set(documents.ids))
        step = lines - charge
        self.assertEqual(step.mapped("res_id"), self.returned.ids)
        self.assertEqual(step.role, "officer")
        self.assertTrue(all(lines.mapped("is_chosen")))

    def test_what_was_entered_for_a_hamlet_is_listed_too(self):
        entered = self._register(self.campaign, self.hamlet)
        elsewhere = self._register(
            self.campaign, self.other_commune, self.other_officer
        )
        elsewhere._write_owned({"officer_id": self.officer.id})
        listed = self._prepare().line_ids.mapped("res_id")
        self.assertIn(entered.id, listed)
        self.assertNotIn(elsewhere.id, listed)

    def test_a_step_that_a_colleague_shares_is_not_in_ones_hands_alone(self):
        self._assign(self.viewer, "officer", self.commune)
        lines = self._prepare().line_ids
        self.assertEqual(set(lines.mapped("what")), {"officer"})

    def test_the_administrator_hands_over_in_one_act(self):
        handover = self._prepare()
        authors = (self.running | self.draft).mapped("create_uid")
        trail = self.running.trail_ids
        self._do(handover, self.administrator)
        self.assertEqual(handover.state, "done")
        for document in self.draft | self.running | self.returned:
            self.assertEqual(document.officer_id, self.newcomer)
        self.assertEqual(self.refused.officer_id, self.officer)
        held = self._held(self.newcomer)
        self.assertEqual((held.role, held.unit_id), ("officer", self.commune))
        self.assertEqual(held.date_from, self._day())
        self.assertEqual(self._held(self.officer).state, "ended")
        self.assertFalse(self._granted(self.officer))
        self.assertEqual(self._steps_of(self.newcomer).res_id, self.returned.id)
        # What was done keeps its author.
        self.assertEqual((self.running | self.draft).mapped("create_uid"), authors)
        self.assertLessEqual(trail, self.running.trail_ids)
        self.assertFalse(self.env["danvan.trail"]._first_broken())

    def test_the_trail_tells_from_whom_to_whom(self):
        self._do(self._prepare(), self.administrator)
        line = self.running.trail_ids.sorted("id")[-1:]
        self.assertEqual(line.transition, "hand_over")
        self.assertTrue(line.act_label)
        self.assertEqual(line.user_id, self.administrator)
        self.assertEqual(line.from_state, line.to_state)
        for word in (self.officer.name, self.newcomer.name, "Chuyển công tác"):
            self.assertIn(word, line.reason)

    def test_the_reason_of_a_return_stays_on_the_page(self):
        self._do(self._prepare(), self.administrator)
        self.assertIn("Ghi rõ địa chỉ", self.returned.last_reason)

    def test_a_draft_handed_over_can_still_be_deleted(self):
        self._do(self._prepare(), self.administrator)
        self.draft.with_user(self.newcomer).unlink()

    def test_some_of_it_only(self):
        handover = self._prepare(ends_assignments=False)
        self._assign(self.newcomer, "officer", self.commune)
        handover.line_ids.filtered(
            lambda line: line.res_id != self.running.id
        ).is_chosen = False
        self._do(handover, self.leader)
        self.assertEqual(self.running.officer_id, self.newcomer)
        self.assertEqual(self.draft.officer_id, self.officer)
        self.assertEqual(self._held(self.officer).state, "active")

    def test_a_leader_hands_over_to_who_holds_the_role(self):
        handover = self._prepare()
        with self.assertRaises(UserError):
            self._do(handover, self.leader)
        self._assign(self.newcomer, "officer", self.commune)
        self._do(handover, self.leader)
        self.assertEqual(self.draft.officer_id, self.newcomer)
        self.assertEqual(self._held(self.officer).state, "ended")

    def test_a_leaders_office_is_ended_by_the_administrator(self):
        second = self._person("second", "approver", self.commune)
        self._assign(self.newcomer, "approver", self.commune)
        handover = self._prepare(second, from_user_id=self.leader.id)
        with self.assertRaises(UserError):
            self._do(handover, second)
        self._do(handover, self.administrator)
        self.assertEqual(self._held(self.leader).state, "ended")

    def test_preparing_is_for_the_person_and_the_leader_carrying_out_is_not(self):
        for user in (self.viewer, self.other_leader, self.province_leader):
            with self.assertRaises(AccessError):
                self._prepare(user)
        handover = self._prepare()
        with self.assertRaises(UserError):
            self._do(handover, self.officer)
        for user in (self.viewer, self.other_leader, self.province_leader):
            with self.assertRaises(AccessError):
                handover.with_user(user).action_hand_over()
        seen = handover.with_user(self.newcomer)
        self._assign(self.newcomer, "viewer", self.commune)
        self.assertEqual(seen.search([]), handover)
        with self.assertRaises(AccessError):
            seen.write({"reason": "Khác"})

    def test_who_leads_for_one_sector_does_not_hand_over_all(self):
        sector = self.env.ref("danvan_kheo.sector_kt")
        limited = new_test_user(self.env, "danvan_limited", "base.group_user")
        self._assign(limited, "approver", self.commune, sector_ids=[(6, 0, sector.ids)])
        handover = self._prepare()
        with self.assertRaises(AccessError):
            self._do(handover, limited)
        with self.assertRaises(UserError):
            handover.with_user(limited)._check_may_hand_over()

    def test_from_a_later_day(self):
        handover = self._prepare(date=self._day(5))
        self._do(handover, self.administrator)
        self.assertEqual(handover.state, "agreed")
        self.assertEqual(self.draft.officer_id, self.officer)
        self.assertEqual(self._held(self.officer).date_to, self._day(4))
        self.assertEqual(self._held(self.newcomer).state, "planned")
        with self.local_time(f"{self._day(5)} 00:10:00"):
            self.env.invalidate_all()
            self.env["danvan.assignment"]._cron_settle()
            self.assertEqual(handover.state, "done")
            self.assertEqual(self.draft.officer_id, self.newcomer)
            self.assertTrue(self._granted(self.newcomer))
            self.assertFalse(self._granted(self.officer))

    def test_after_the_person_has_gone(self):
        self._end(self._held(self.officer))
        handover = self._prepare(self.leader)
        self._do(handover, self.administrator)
        self.assertEqual(self.draft.officer_id, self.newcomer)
        self.assertEqual(self._held(self.newcomer).role, "officer")

    def test_what_is_missing_is_said(self):
        for vals in (
            {"to_user_id": False},
            {"reason": False},
        ):
            with self.assertRaises(UserError):
                self._do(self._prepare(**vals), self.administrator)
        for vals in (
            {"to_user_id": self.officer.id},
            {"from_user_id": self.other_officer.id},
        ):
            with self.assertRaises(ValidationError):
                self._prepare(self.administrator, **vals)

    def test_once_is_enough(self):
        handover = self._prepare()
        self._do(handover, self.administrator)
        with self.assertRaises(UserError):
            handover.with_user(self.administrator).action_hand_over()
        for user in (self.administrator, self.leader):
            with self.assertRaises(AccessError):
                handover.line_ids.with_user(user).write({"is_chosen": False})
            with self.assertRaises(AccessError):
                handover.with_user(user).action_list()

    def test_a_leader_gives_a_document_to_another_person(self):
        self._assign(self.newcomer, "officer", self.commune)
        action = self.draft.with_user(self.leader).action_reassign()
        dialog = self.env[action["res_model"]].with_user(self.leader)
        dialog = dialog.with_context(**action["context"])
        made = dialog.create({"user_id": self.newcomer.id, "reason": "Chia việc"})
        made.action_confirm()
        self.assertEqual(self.draft.officer_id, self.newcomer)
        line = self.draft.trail_ids.sorted("id")[-1:]
        self.assertEqual((line.transition, line.reason), ("reassign", "Chia việc"))
        for user in (self.officer, self.viewer, self.province_leader):
            with self.assertRaises(UserError):
                self.draft.with_user(user).action_reassign()
        stranger = dialog.create({"user_id": self.other_officer.id, "reason": "Sai"})
        with self.assertRaises(UserError):
            stranger.action_confirm()

    def test_two_hundred_cost_about_as_much_as_twenty(self):
        model = self.env["danvan.registration"].with_user(self.officer)
        vals = self._registration_vals(self.campaign, self.commune)
        counts = []
        for number in (20, 180):
            model.create([dict(vals) for _number in range(number)])
            handover = self._prepare()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            handover.with_user(self.administrator).action_list()
            handover._carry_out()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
            self.assertGreater(len(handover.line_ids.filtered("is_done")), number)
        self.assertLess(counts[1] - counts[0], 40)
