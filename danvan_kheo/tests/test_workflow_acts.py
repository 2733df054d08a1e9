"""One act on many records, twice the same act, and what cannot be undone."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import DanvanCase

REGISTRATION = "danvan.registration"


@tagged("post_install", "-at_install")
class TestWorkflowActs(DanvanCase):
    """What can be done is done, the rest is explained."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()

    def _several(self, count, **vals):
        return self.env[REGISTRATION].union(
            *(
                self._register(self.campaign, name=f"Mô hình {number}", **vals)
                for number in range(count)
            )
        )

    def _steps(self, user):
        return (
            self.env["danvan.approval.step"]
            .with_user(user)
            .search([("is_mine", "=", True)])
        )

    def test_three_of_five_move_and_two_are_explained(self):
        ready = self._several(3)
        unready = self._register(self.campaign, name="Thiếu người", person_ids=False)
        moved = self._register(self.campaign, name="Đã trình rồi")
        self.act(moved, self.officer, "submit")
        result = self.act(ready | unready | moved, self.officer, "submit")
        self.assertEqual(set(ready.mapped("state")), {"to_approve"})
        self.assertEqual(unready.state, "draft")
        self.assertEqual(len(moved.trail_ids), 1)
        params = result["params"]
        self.assertEqual(params["type"], "warning")
        head, *lines = params["message"].split("\n")
        self.assertIn("3", head)
        self.assertIn("5", head)
        self.assertEqual(len([ln for ln in lines if "Thiếu người: " in ln]), 1)
        self.assertEqual(len([ln for ln in lines if "Đã trình rồi: " in ln]), 1)
        self.assertNotIn("Mô hình 1", params["message"])

    def test_when_none_can_move_all_reasons_are_said(self):
        first = self._register(self.campaign, name="Một", activity_plan_ids=False)
        second = self._register(self.campaign, name="Hai", sector_id=False)
        with self.assertRaises(UserError) as caught:
            self.act(first | second, self.officer, "submit")
        self.assertIn("Một: ", str(caught.exception))
        self.assertIn("Hai: ", str(caught.exception))

    def test_all_moved_gives_a_short_success(self):
        result = self.act(self._several(2), self.officer, "submit")
        self.assertEqual(result["params"]["type"], "success")
        self.assertNotIn("\n", result["params"]["message"])

    def test_the_second_presser_is_told_who_acted_first(self):
        registration = self._register(self.campaign)
        self.act(registration, self.officer, "submit")
        with self.local_time("2026-11-02 08:05:00"):
            self.act(registration, self.leader, "accept")
        second = self._person("second_leader", "approver", self.commune)
        with self.assertRaises(UserError) as caught:
            self.act(registration, second, "accept")
        self.assertIn(self.leader.name, str(caught.exception))
        self.assertIn("08:05 02/11/2026", str(caught.exception))
        self.assertEqual(len(registration.trail_ids), 2)
        self.assertEqual(len(registration.model_id.registration_ids), 1)

    def test_the_reason_is_asked_only_where_the_act_is_possible(self):
        draft = self._register(self.campaign)
        with self.assertRaises(UserError):
            self.act(draft, self.leader, "return_to_officer")
        self.act(draft, self.officer, "submit")
        with self.assertRaises(UserError):
            self.act(draft, self.officer, "return_to_officer")
        dialog = self.act(draft, self.leader, "return_to_officer")
        self.assertEqual(dialog["context"]["danvan_ids"], draft.ids)

    def test_the_dialog_acts_with_the_reason(self):
        draft = self._register(self.campaign)
        self.act(draft, self.officer, "submit")
        action = self.act(draft, self.leader, "return_to_officer")
        dialog = self.env[action["res_model"]].with_user(self.leader)
        dialog = dialog.with_context(**action["context"])
        dialog.create({"reason": "Ghi rõ tuyến đường"}).action_confirm()
        draft.invalidate_recordset()
        self.assertEqual(draft.state, "returned")
        self.assertEqual(draft.trail_ids[0].reason, "Ghi rõ tuyến đường")

    def test_the_inbox_approves_what_it_may_and_explains_the_rest(self):
        registrations = self._several(3)
        self.act(registrations, self.officer, "submit")
        steps = self._steps(self.leader)
        self.assertEqual(len(steps), 3)
        self.act(registrations[0], self.officer, "withdraw", "Trùng với mô hình khác")
        self.env.invalidate_all()
        params = steps.action_approve_selected()["params"]
        self.assertEqual(
            registrations.mapped("state"), ["withdrawn", "running", "running"]
        )
        self.assertEqual(params["type"], "warning")
        self.assertEqual(len(params["message"].split("\n")), 2)
        self.assertIn("Mô hình 0", params["message"])
        self.assertFalse(self._steps(self.leader))

    def test_buttons_shown_are_the_acts_allowed(self):
        draft = self._register(self.campaign)
        expected = {
            "draft": {self.officer: ["submit"], self.leader: [], self.viewer: []},
            "to_approve": {
                self.officer: ["withdraw"],
                self.leader: ["return_to_officer", "accept", "refuse"],
                self.province_leader: [],
                self.other_leader: [],
            },
            "running": {
                self.officer: ["ask_pause", "ask_stop", "ask_move"],
                self.leader: ["put_up", "pause_at_once", "remove"],
                self.viewer: [],
            },
        }
        presses = {"draft": (), "to_approve": (self.officer, "submit")}
        presses["running"] = (self.leader, "accept")
        for state, shown in expected.items():
            if presses[state]:
                self.act(draft, *presses[state])
            self.assertEqual(draft.state, state)
            for user, names in shown.items():
                self.env.invalidate_all()
                # sudo: whether a person may read it is not asked here.
                allowed = draft.with_user(user).sudo().allowed_transitions or []
                self.assertEqual(allowed, names, f"{state} {user.login}")

    def test_what_has_left_draft_is_not_deleted(self):
        draft = self._register(self.campaign)
        self.act(draft, self.officer, "submit")
        self.act(draft, self.leader, "return_to_officer", "Ghi rõ tuyến đường")
        with self.assertRaises(UserError):
            draft.with_user(self.officer).unlink()
        with self.assertRaises(UserError):
            (draft | self._register(self.campaign)).sudo().unlink()
        self.assertTrue(draft.exists())

    def test_every_transition_is_complete(self):
        for model in self.env.registry.descendants(["danvan.workflow"], "_inherit"):
            if self.env[model]._abstract:
                continue
            with self.subTest(model=model):
                self._assert_complete(self.env[model])

    def _assert_complete(self, model):
        states = set(dict(model._fields["state"].selection))
        roles = dict(self.env["danvan.assignment"]._fields["role"].selection)
        outcomes = dict(self.env["danvan.approval.step"]._fields["state"].selection)
        transitions = model._transitions()
        names = [transition.name for transition in transitions]
        self.assertEqual(len(names), len(set(names)))
        for transition in transitions:
            self.assertLessEqual(set(transition.sources), states)
            self.assertIn(transition.target, states | {None})
            self.assertIn(transition.role, roles)
            self.assertIn(transition.outcome, outcomes)
            self.assertEqual(model._fields[transition.unit].comodel_name, "danvan.unit")
            for method in ("condition", "guard", "values", "effect"):
                name = getattr(transition, method)
                self.assertTrue(name is None or hasattr(model, name), name)
