"""After its acceptance a registration is paused, stopped, removed or moved."""

from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .change_common import LESSONS, RESULT, WHY, ChangeCase
from .common import YEAR


@tagged("post_install", "-at_install")
class TestRegistrationPaused(ChangeCase):
    """The officer asks, the unit's leader agrees."""

    def test_asked_by_the_officer_and_agreed_by_the_leader(self):
        self.act(self.registration, self.officer, "ask_pause", WHY)
        self.assertEqual(self.registration.state, "running")
        self.assertEqual(self.registration.change_asked_reason, WHY)
        self.assertEqual(self._mine(self.leader), ["pause"])
        self.assertFalse(self._mine(self.officer))
        self.act(self.registration, self.leader, "pause")
        self.assertEqual(self.registration.state, "paused")
        self.assertFalse(self.registration.change_asked)
        self.assertEqual(self.registration.halt_reason, WHY)
        self.assertTrue(self.registration.halted_on)
        self.assertFalse(self._mine(self.leader))

    def test_paused_stays_in_the_list_and_takes_no_results(self):
        self._pause()
        self.assertTrue(self.registration.is_accepted)
        self.assertFalse(self.registration.results_open)

    def test_resumed_it_takes_results_again(self):
        self._pause()
        self.act(self.registration, self.officer, "ask_resume", "Nắng lại rồi")
        self.act(self.registration, self.leader, "resume")
        self.assertEqual(self.registration.state, "running")
        self.assertTrue(self.registration.results_open)
        self.assertFalse(self.registration.halted_on)
        self.assertFalse(self.registration.halt_reason)

    def test_a_leader_pauses_and_resumes_alone(self):
        self._pause()
        self.act(self.registration, self.leader, "resume_at_once", "Nắng lại rồi")
        self.assertEqual(self.registration.state, "running")

    def test_a_pause_asked_is_agreed_not_done_beside_it(self):
        self.act(self.registration, self.officer, "ask_pause", WHY)
        for name in ("pause_at_once", "put_up"):
            with self.subTest(name), self.assertRaises(UserError):
                self.act(self.registration, self.leader, name, WHY)

    def test_declined_with_a_reason_it_goes_on(self):
        self.act(self.registration, self.officer, "ask_pause", WHY)
        self.act(self.registration, self.leader, "decline_change", "Vẫn làm được")
        self.assertEqual(self.registration.state, "running")
        self.assertFalse(self.registration.change_asked)
        self.assertFalse(self._mine(self.leader))
        step = self.env["danvan.approval.step"].search(
            [("transition", "=", "pause")], order="id desc", limit=1
        )
        self.assertEqual(step.state, "refused")

    def test_taken_back_by_the_officer(self):
        self.act(self.registration, self.officer, "ask_pause", WHY)
        with self.assertRaises(UserError):
            self.act(self.registration, self.leader, "take_back_change")
        self.act(self.registration, self.officer, "take_back_change")
        self.assertFalse(self.registration.change_asked)
        self.assertFalse(self._mine(self.leader))

    def test_nobody_else_pauses(self):
        for user in (self.viewer, self.officer, self.other_leader):
            with self.subTest(user.login), self.assertRaises(UserError):
                self.act(self.registration, user, "pause_at_once", WHY)
        self.assertEqual(self.registration.state, "running")

    def test_one_thing_is_asked_at_a_time(self):
        self.act(self.registration, self.officer, "ask_pause", WHY)
        with self.assertRaises(UserError):
            self.act(self.registration, self.officer, "ask_pause", WHY)
        with self.assertRaises(UserError):
            self._ask_stop()

    def test_of_three_two_are_asked_and_one_is_explained(self):
        others = [
            self._run(self._register(self.campaign, name=f"Mô hình {number}"))
            for number in range(2)
        ]
        self.act(others[0], self.officer, "ask_pause", WHY)
        several = self.registration | others[0] | others[1]
        params = self.act(several, self.officer, "ask_pause", "Thiếu vật tư")["params"]
        self.assertEqual(params["type"], "warning")
        self.assertIn("Mô hình 0: ", params["message"])
        self.assertEqual(others[1].change_asked_reason, "Thiếu vật tư")
        self.assertEqual(others[0].change_asked_reason, WHY)
        self.act(several, self.leader, "pause")
        self.assertEqual(set(several.mapped("state")), {"paused"})
        self.assertEqual(others[0].halt_reason, WHY)
        self.assertEqual(others[1].halt_reason, "Thiếu vật tư")

    def test_what_is_asked_lapses_when_the_registration_moves_on(self):
        self.act(self.registration, self.officer, "ask_pause", WHY)
        self.registration._follow("self_assess")
        self.assertEqual(self.registration.state, "self_assessed")
        self.assertFalse(self.registration.change_asked)
        self.assertNotIn("pause", self._mine(self.leader))

    def test_nobody_writes_what_the_acts_own(self):
        values = {
            "state": "paused",
            "change_asked": "stop",
            "change_asked_reason": WHY,
            "halted_on": f"{YEAR}-05-01",
            "halt_reason": WHY,
            "stop_result": RESULT,
            "stop_lessons": LESSONS,
            "move_to_unit_id": self.other_commune.id,
            "moved_from": "Xã khác",
            "moved_on": f"{YEAR}-05-01",
        }
        draft = self._register(self.campaign, name="Bản nháp")
        for name, value in values.items():
            for user in (self.officer, self.leader, self.administrator):
                for record in (self.registration, draft):
                    acting = record.with_user(user)
                    told = self.subTest(name=name, login=user.login)
                    with told, self.assertRaises(AccessError):
                        acting.write({name: value})


@tagged("post_install", "-at_install")
class TestRegistrationStopped(ChangeCase):
    """The officer tells what became of it, the accepting level agrees."""

    def test_stopped_it_stays_registered_and_is_accepted_no_more(self):
        self._stop()
        self.assertEqual(self.registration.state, "stopped")
        self.assertFalse(self.registration.is_accepted)
        self.assertEqual(self.registration.stop_result, RESULT)
        self.assertEqual(self.registration.stop_lessons, LESSONS)
        self.assertEqual(self.registration.halt_reason, WHY)
        counted = self.env["danvan.registration"]._registered_domain(self.campaign)
        self.assertIn(
            self.registration, self.env["danvan.registration"].search(counted)
        )

    def test_a_paused_one_is_stopped_as_well(self):
        self._pause()
        self._stop()
        self.assertEqual(self.registration.state, "stopped")

    def test_without_what_became_of_it_nothing_is_asked(self):
        acting = self.registration.with_user(self.officer)
        with self.assertRaises(UserError):
            acting.action_transition("ask_stop", WHY)
        for texts in ((RESULT, " "), (None, LESSONS), ([RESULT], LESSONS)):
            with self.subTest(texts), self.assertRaises(UserError):
                acting.action_ask_stop(WHY, *texts)
        told = {"danvan_stop_told": {"result": RESULT, "lessons": LESSONS}}
        with self.assertRaises(UserError):
            acting.with_context(**told).action_transition("ask_stop", WHY)
        self.assertFalse(self.registration.change_asked)

    def test_by_the_dialog_of_the_button(self):
        action = self.act(self.registration, self.officer, "ask_stop")
        dialog = (
            self.env[action["res_model"]]
            .with_user(self.officer)
            .with_context(**action["context"])
            .create({"reason": WHY, "stop_result": RESULT, "stop_lessons": LESSONS})
        )
        self.assertTrue(dialog.asks_result)
        self.assertFalse(dialog.asks_unit)
        dialog.action_confirm()
        self.assertEqual(self.registration.change_asked, "stop")

    def test_the_accepting_level_agrees_where_it_is_another(self):
        province = self.env.ref("danvan_kheo.level_province")
        registration = self._register(self.campaign, registered_level_id=province.id)
        self.act(registration, self.officer, "submit")
        self.act(registration, self.leader, "approve")
        self.act(registration, self.province_officer, "receive")
        self.act(registration, self.province_leader, "accept")
        self._ask_stop(registration)
        self.assertNotIn("stop", self._mine(self.leader))
        self.assertEqual(self._mine(self.province_leader), ["stop"])
        with self.assertRaises(UserError):
            self.act(registration, self.leader, "stop")
        with self.assertRaises(UserError):
            self.act(registration, self.leader, "decline_change", WHY)
        self.act(registration, self.province_leader, "stop")
        self.assertEqual(registration.state, "stopped")

    def test_withdrawn_for_a_selection_before_its_reception(self):
        drafts = self.env["danvan.registration"].union(
            *(self._register(self.campaign, name=f"Mô hình {n}") for n in range(2))
        )
        self.act(drafts, self.officer, "submit")
        several = drafts | self.registration
        dialog = self.act(several, self.officer, "withdraw")
        self.assertEqual(dialog["res_model"], "danvan.transition.reason")
        result = self.act(several, self.officer, "withdraw", WHY)
        self.assertEqual(result["params"]["type"], "warning")
        self.assertEqual(set(drafts.mapped("state")), {"withdrawn"})
        self.assertEqual(self.registration.state, "running")


@tagged("post_install", "-at_install")
class TestRegistrationRemoved(ChangeCase):
    """The level that accepted takes it off the list."""

    def test_removed_with_a_reason_that_the_unit_reads(self):
        self.act(self.registration, self.leader, "remove", "Không làm như đã đăng ký")
        self.assertEqual(self.registration.state, "removed")
        self.assertFalse(self.registration.is_accepted)
        seen = self.registration.with_user(self.officer)
        self.assertEqual(seen.halt_reason, "Không làm như đã đăng ký")
        line = seen.trail_ids.sorted("id")[-1:]
        self.assertEqual(line.reason, "Không làm như đã đăng ký")

    def test_nobody_but_the_accepting_leader_removes(self):
        for user in (self.officer, self.viewer, self.province_leader):
            with self.subTest(user.login), self.assertRaises(UserError):
                self.act(self.registration, user, "remove", WHY)

    def test_what_was_asked_lapses_and_the_reason_is_that_of_the_removal(self):
        self.act(self.registration, self.officer, "ask_pause", WHY)
        self.act(self.registration, self.leader, "remove", "Trùng mô hình khác")
        self.assertEqual(self.registration.halt_reason, "Trùng mô hình khác")
        self.assertFalse(self.registration.change_asked)
        self.assertNotIn("pause", self._mine(self.leader))

    def test_the_list_paper_names_both_sorts(self):
        removed = self._run(self._register(self.campaign, name="Đàn gà 10 hộ"))
        self.act(removed, self.leader, "remove", "Không còn phù hợp")
        self._stop()
        halted = self.campaign.with_user(self.leader)._halted_table
        issuer = self.commune
        campaign = self.env.registry["danvan.campaign"]
        with self.patched_issuer(campaign, issuer):
            columns, rows = halted()
        self.assertEqual(columns[0], "TT")
        self.assertEqual(len(rows), 2)
        self.assertIn("Đàn gà 10 hộ", rows[0] + rows[1])
        self.assertIn(RESULT, rows[0] + rows[1])

    def patched_issuer(self, campaign, unit):
        """Let a paper of the campaign be the one of `unit`."""
        return patch.object(campaign, "_paper_unit", lambda self: unit)


@tagged("post_install", "-at_install")
class TestRegistrationHaltedEvaluation(ChangeCase):
    """What stands still is neither evaluated nor recognised."""

    def _own_evaluation(self):
        acting = self.registration.with_user(self.officer)
        action = acting.action_self_evaluate()
        return self.env["danvan.evaluation"].browse(action["res_id"])

    def test_no_self_evaluation_begins(self):
        for name in ("pause_at_once", "remove"):
            self.act(self.registration, self.leader, name, WHY)
            with self.subTest(name), self.assertRaisesRegex(UserError, "recognised"):
                self._own_evaluation()

    def test_one_begun_before_is_not_sent(self):
        evaluation = self._own_evaluation()
        self._pause()
        with self.assertRaisesRegex(UserError, "Paused"):
            self.act(evaluation, self.officer, "submit")
        self.act(self.registration, self.leader, "resume_at_once", WHY)
        self.act(evaluation, self.officer, "submit")
        self.assertEqual(evaluation.state, "submitted")

    def test_one_removed_is_no_candidate_for_recognition(self):
        evaluation = self._own_evaluation()
        self.assertNotIn("Removed", str(evaluation._reasons_against_recognition()))
        self.act(self.registration, self.leader, "remove", WHY)
        reasons = evaluation._reasons_against_recognition()
        self.assertIn("Removed from List", reasons[evaluation.id])
