"""Acts that are not one's own, and the doors beside them."""

from odoo.tests import tagged

from .hostile import HostileCase

REGISTRATION = "danvan.registration"
STEP = "danvan.approval.step"
TRAIL = "danvan.trail"
DIALOG = "danvan.transition.reason"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileActs(HostileCase):
    """Everybody presses everybody else's buttons."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration = cls._register(cls.campaign)
        cls.act(cls.registration, cls.officer, "submit")
        cls.step = cls._step_of(cls.registration)
        cls.trail = cls.registration.trail_ids

    @classmethod
    def _step_of(cls, registration):
        return cls.env[STEP].search(
            [
                ("res_model", "=", REGISTRATION),
                ("res_id", "=", registration.id),
                ("state", "=", "pending"),
            ]
        )

    def _assert_untouched(self):
        self.assertEqual(self.registration.state, "to_approve")
        self.assertEqual(self.registration.trail_ids, self.trail)
        self.assertEqual(self.step.state, "pending")

    def _press(self, user, name, **kwargs):
        self.assert_refused(
            user,
            REGISTRATION,
            "action_transition",
            self.registration.ids,
            name=name,
            **kwargs,
        )

    def test_nobody_accepts_but_the_deciding_leader(self):
        for user in (
            self.officer,
            self.viewer,
            self.commune_appraiser,
            self.other_leader,
            self.province_officer,
            self.province_leader,
            self.administrator,
        ):
            self._press(user, "accept")
            self._press(user, "refuse", reason="Không cần")
            self._press(user, "return_to_officer", reason="Không cần")
            self._press(user, "return_to_officer")
        self._assert_untouched()

    def test_nobody_withdraws_but_the_units_officer(self):
        for user in (
            self.leader,
            self.viewer,
            self.other_officer,
            self.province_officer,
        ):
            self._press(user, "withdraw", reason="Phá")
        self._assert_untouched()

    def test_acts_of_another_state_automatic_and_unknown_ones(self):
        for user in (self.officer, self.leader):
            for name in (
                "submit",
                "receive",
                "put_up",
                "resubmit",
                "self_assess",
                "end",
                "take_over",
                "state",
                "__init__",
                "",
                0,
                ["accept"],
                {"name": "accept"},
            ):
                self._press(user, name, reason="Thử")
        self._assert_untouched()

    def test_an_odd_reason_is_no_reason(self):
        for reason in ("   ", "\n\t", [], {}, 0, ["Lý do"], {"a": 1}, 7):
            for answer in self.tried(
                self.leader,
                REGISTRATION,
                "action_transition",
                self.registration.ids,
                name="return_to_officer",
                reason=reason,
            ):
                self.assertEqual((answer.value or {}).get("res_model"), DIALOG)
        self._assert_untouched()

    def test_ids_that_do_not_exist(self):
        self.assert_refused(
            self.leader, REGISTRATION, "action_transition", [2**30], name="accept"
        )

    def test_no_document_at_all_asks_for_no_reason(self):
        self.assert_refused(
            self.leader, REGISTRATION, "action_transition", [], name="return_to_officer"
        )

    def test_private_methods_stay_private(self):
        for model, method in (
            (REGISTRATION, "_write_owned"),
            (REGISTRATION, "_create_owned"),
            (REGISTRATION, "_take_over"),
            (REGISTRATION, "_move"),
            (REGISTRATION, "_apply"),
            (REGISTRATION, "_follow"),
            (REGISTRATION, "_log"),
            (STEP, "_settle"),
            (STEP, "_open_for"),
            (TRAIL, "_create_owned"),
            ("danvan.assignment", "_open_menus"),
            ("danvan.territory", "_load_province"),
            ("danvan.setup.import", "_load_units"),
        ):
            self.assert_refused(self.administrator, model, method, [])

    def test_trail_and_steps_are_untouchable(self):
        line = {
            "res_model": REGISTRATION,
            "res_id": self.registration.id,
            "user_id": self.officer.id,
            "date": "2026-01-01 00:00:00",
            "transition": "accept",
            "hash": "0",
        }
        step = {
            "res_model": REGISTRATION,
            "res_id": self.registration.id,
            "subject": "Giả",
            "unit_id": self.commune.id,
            "role": "officer",
            "transition": "accept",
            "since": "2026-01-01 00:00:00",
        }
        for user in (self.officer, self.leader, self.administrator):
            self.assert_refused(user, TRAIL, "create", vals_list=[line])
            self.assert_refused(
                user, TRAIL, "write", self.trail.ids, vals={"reason": "Khác"}
            )
            self.assert_refused(user, TRAIL, "unlink", self.trail.ids)
            self.assert_refused(user, STEP, "create", vals_list=[step])
            self.assert_refused(
                user, STEP, "write", self.step.ids, vals={"state": "approved"}
            )
            self.assert_refused(user, STEP, "unlink", self.step.ids)
        self._assert_untouched()

    def test_the_trail_is_untouchable_through_its_document(self):
        draft = self._register(self.campaign)
        self.act(draft, self.officer, "submit")
        self.act(draft, self.leader, "return_to_officer", "Ghi rõ")
        trail = draft.trail_ids
        for command in ((2, trail[0].id), (1, trail[0].id, {"reason": "Khác"}), (5,)):
            self.assert_refused(
                self.officer,
                REGISTRATION,
                "write",
                draft.ids,
                vals={"trail_ids": [command]},
            )
        self.assertEqual(draft.trail_ids, trail)
        self.assertIn("Ghi rõ", draft.last_reason)

    def test_batch_approval_gives_no_further_right(self):
        for user in (self.officer, self.viewer, self.province_leader):
            for answer in self.tried(
                user, STEP, "action_approve_selected", self.step.ids
            ):
                self.assertEqual(answer.value["params"]["type"], "warning")
        self.assert_refused(
            self.other_leader, STEP, "action_approve_selected", self.step.ids
        )
        self._assert_untouched()

    def test_batch_approval_runs_no_automatic_act(self):
        self.act(self.registration, self.leader, "return_to_officer", "Ghi rõ")
        trail = self.registration.trail_ids
        step = self._step_of(self.registration)
        self.assertEqual(step.transition, "resubmit")
        for answer in self.tried(
            self.officer, STEP, "action_approve_selected", step.ids
        ):
            self.assertEqual(answer.value["params"]["type"], "warning")
        self.assertEqual(self.registration.trail_ids, trail)
        self.assertEqual(step.state, "pending")

    def test_the_reason_dialog_opens_nothing_foreign(self):
        foreign = self._register(self.campaign, self.other_commune, self.other_officer)
        dialog = self.env[DIALOG].with_user(self.leader).create({"reason": "Thử"})
        for model, ids, act in (
            ("res.users", self.officer.ids, "withdraw"),
            ("ir.config_parameter", [1], "accept"),
            (TRAIL, self.trail.ids, "accept"),
            ("danvan.workflow", [1], "accept"),
            ("no.such.model", [1], "accept"),
            (["danvan.registration"], [1], "accept"),
            (False, False, False),
            (REGISTRATION, foreign.ids, "submit"),
            (REGISTRATION, self.registration.ids, "withdraw"),
            (REGISTRATION, self.registration.ids, "end"),
            (REGISTRATION, ["x"], "accept"),
            (REGISTRATION, "abc", "accept"),
            (REGISTRATION, {"a": 1}, "accept"),
        ):
            context = {
                "danvan_model": model,
                "danvan_ids": ids,
                "danvan_transition": act,
            }
            self.assert_refused(
                self.leader, DIALOG, "action_confirm", dialog.ids, context=context
            )
        self._assert_untouched()
        self.assertEqual(foreign.state, "draft")

    def test_nobody_gives_himself_an_assignment_or_a_group(self):
        system = self.env.ref("base.group_system")
        administrators = self.env.ref("danvan_kheo.group_administrator")
        own = self.env["danvan.assignment"].search([("user_id", "=", self.officer.id)])
        vals = {
            "user_id": self.officer.id,
            "role": "approver",
            "unit_id": self.commune.id,
        }
        user = self.officer
        self.assert_refused(user, "danvan.assignment", "create", vals_list=[vals])
        for vals in ({"role": "approver"}, {"area_id": self.province.id}):
            self.assert_refused(user, "danvan.assignment", "write", own.ids, vals=vals)
        for group in system | administrators:
            link = [(4, group.id)]
            self.assert_refused(
                user, "res.users", "write", user.ids, vals={"group_ids": link}
            )
            link = [(4, user.id)]
            self.assert_refused(
                user, "res.groups", "write", group.ids, vals={"user_ids": link}
            )
        self.assert_refused(
            user,
            "danvan.unit",
            "write",
            self.commune.ids,
            vals={"assignment_ids": [(1, own.id, {"area_id": self.province.id})]},
        )
        self.assertEqual(own.area_id, self.commune)
        self.assertFalse(user.has_group("base.group_system"))
        self.assertFalse(user.has_group("danvan_kheo.group_administrator"))

    def test_settings_are_closed_to_officers(self):
        for model in (
            "danvan.unit",
            "danvan.level",
            "danvan.sector",
            "danvan.territory",
        ):
            record = self.env[model].search([], limit=1)
            self.assert_refused(
                self.officer, model, "write", record.ids, vals={"name": "Khác"}
            )
            self.assert_refused(self.officer, model, "unlink", record.ids)
        self.assert_refused(
            self.officer,
            "danvan.setup.import",
            "create",
            vals_list=[{"province": "68"}],
        )
