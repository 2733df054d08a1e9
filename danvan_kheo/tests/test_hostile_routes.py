"""Routes, their steps, and the dialogs beside them, in the wrong hands."""

from odoo.fields import Command
from odoo.tests import tagged

from .common import YEAR
from .hostile_routes import (
    ODD_IDS,
    REASON_DIALOG,
    REGISTRATION,
    ROUTE,
    ROUTE_STEP,
    STEP,
    HostileRoutesCase,
)


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileRoutes(HostileRoutesCase):
    """Routes are the administrator's, steps are nobody's."""

    def test_routes_are_changed_by_administrators_only(self):
        route = self.env.ref("danvan_kheo.route_registration")
        step = self.env.ref("danvan_kheo.route_registration_committee")
        names = route.mapped("name"), step.target
        new = {"name": "Tuyến riêng", "res_model": REGISTRATION, "sequence": 1}
        for user in (self.ub_officer, self.ub_leader, self.leader, self.registrar):
            self.assert_refused(user, ROUTE, "create", vals_list=[new])
            self.assert_refused(user, ROUTE, "write", route.ids, vals={"sequence": 99})
            command = [Command.delete(step.id)]
            self.assert_refused(
                user, ROUTE, "write", route.ids, vals={"step_ids": command}
            )
            self.assert_refused(user, ROUTE, "unlink", route.ids)
            self.assert_refused(user, ROUTE, "copy", route.ids)
            vals = {"name": "Bước riêng", "route_id": route.id}
            self.assert_refused(user, ROUTE_STEP, "create", vals_list=[vals])
            for vals in ({"target": "own"}, {"same_person": "allow"}, {"days": 0}):
                self.assert_refused(user, ROUTE_STEP, "write", step.ids, vals=vals)
            self.assert_refused(user, ROUTE_STEP, "unlink", step.ids)
        self.env.invalidate_all()
        self.assertEqual((route.mapped("name"), step.target), names)
        self._assert_untouched()

    def test_a_step_of_a_route_stays_in_its_route(self):
        step = self.env.ref("danvan_kheo.route_registration_committee")
        other = self.env.ref("danvan_kheo.route_campaign")
        self.assert_refused(
            self.administrator,
            ROUTE_STEP,
            "write",
            step.ids,
            vals={"route_id": other.id},
        )

    def test_odd_routes_are_refused_in_words(self):
        model = {"name": "Tuyến lạ", "res_model": REGISTRATION}
        body = self.env.ref("danvan_kheo.kind_party_commission")
        for vals in (
            {**model, "step_ids": [Command.create({"name": "A", "target": "named"})]},
            {
                **model,
                "step_ids": [
                    Command.create({"name": "A", "target": "body", "kind_id": body.id})
                ],
            },
            {**model, "step_ids": [Command.create({"name": "A", "days": -1})]},
        ):
            self.assert_refused(self.administrator, ROUTE, "create", vals_list=[vals])

    def test_nobody_makes_changes_or_deletes_a_step(self):
        step = self.own.current_step_id
        new = {
            "res_model": REGISTRATION,
            "res_id": self.own.id,
            "subject": "Giả",
            "for_unit_id": self.commune_government.id,
            "unit_id": self.commune_government.id,
            "role": "officer",
            "transition": "approve",
            "since": f"{YEAR}-01-01 00:00:00",
        }
        forged = {
            "state": "approved",
            "unit_id": self.other_commune.id,
            "for_unit_id": self.other_commune.id,
            "role": "officer",
            "submitter_id": self.leader.id,
            "same_person": "allow",
            "transition": "accept",
            "res_id": self.foreign.id,
            "allows_paper": False,
            "is_opinion": True,
            "sequence": 99,
            "lap": 7,
            "answer": "Nhất trí",
            "is_by_letter": True,
            "paper_number": "99",
            "paper_date": f"{YEAR}-01-01",
            "paper_signer": "Ai đó",
            "contest_reason": "Không phải",
            "due_date": f"{YEAR}-12-31",
            "done_user_id": self.leader.id,
        }
        for user in (self.ub_officer, self.ub_leader, self.leader, self.administrator):
            self.assert_refused(user, STEP, "create", vals_list=[new])
            self.assert_refused(user, STEP, "copy", step.ids)
            self.assert_refused(user, STEP, "unlink", step.ids)
            for name, value in forged.items():
                self.assert_refused(user, STEP, "write", step.ids, vals={name: value})
        self._assert_untouched()

    def test_no_step_is_reached_through_a_document(self):
        draft = self._register(self.campaign, self.commune_government, self.ub_officer)
        step, foreign = self.own.current_step_id, self.foreign.current_step_id
        commands = (
            Command.create({"subject": "Giả", "role": "officer", "state": "approved"}),
            Command.update(step.id, {"state": "approved"}),
            Command.delete(step.id),
            Command.unlink(step.id),
            Command.link(foreign.id),
            Command.set([foreign.id]),
            Command.set([]),
        )
        for command in commands:
            for document in (draft, self.own):
                self._assert_ineffective(document, {"step_ids": [command]})
        for name in ("current_step_id", "recordable_step_id", "route_warning"):
            self._assert_ineffective(draft, {name: foreign.id})
        vals = self._registration_vals(self.campaign, self.commune_government)
        for name, value in (
            ("step_ids", [Command.link(foreign.id)]),
            ("step_ids", [Command.create({"subject": "Giả", "state": "approved"})]),
        ):
            for answer in self.tried(
                self.ub_officer,
                REGISTRATION,
                "create",
                vals_list=[{**vals, name: value}],
            ):
                self.assertFalse(answer.value)
        self._assert_untouched()

    def _assert_ineffective(self, document, vals):
        """Written or not, it changes no step; and it is no crash."""
        for _answer in self.tried(
            self.ub_officer, REGISTRATION, "write", document.ids, vals=vals
        ):
            self._assert_untouched()

    def test_settling_is_private(self):
        for model, method in (
            (STEP, "_freeze"),
            (STEP, "_progress"),
            (STEP, "_begin"),
            (STEP, "_end"),
            (STEP, "_go_back"),
            (STEP, "_resettle"),
            (STEP, "_keep_copies"),
            (REGISTRATION, "_record_paper"),
            (REGISTRATION, "_begin_route"),
            (REGISTRATION, "_move_back"),
        ):
            self.assert_refused(self.administrator, model, method, [])

    # Return to an earlier step

    def test_nobody_goes_back_to_what_is_no_earlier_step(self):
        own = self.confirming.step_ids.filtered(lambda s: s.state == "approved")
        others = (
            self.foreign.current_step_id.id,
            self.own.current_step_id.id,
            self.paper_step.id,
            self.confirming.current_step_id.id,
            2**30,
            -1,
            True,
            str(own.id),
            [own.id],
            {"id": own.id},
            own.id + 0.5,
            "x",
        )
        for back_to in others:
            self._press(self.leader, self.confirming.ids, back_to=back_to)
        # Nor the right step by who does not hold the present one.
        for user in (self.ub_leader, self.officer, self.viewer, self.province_leader):
            self._press(user, self.confirming.ids, back_to=own.id)
        for ids in ([], (self.confirming | self.recorded).ids, [2**30]):
            self._press(self.leader, ids, back_to=own.id)
        # An act that goes back nowhere, and one that is no act.
        for name in ("confirm", "approve", "accept", "withdraw", "no_such"):
            self._press(self.leader, self.confirming.ids, name=name, back_to=own.id)
        self._assert_untouched()

    def _press(self, user, ids, name="return_to_officer", **kwargs):
        self.assert_refused(
            user,
            REGISTRATION,
            "action_transition",
            ids,
            name=name,
            reason="Thử",
            **kwargs,
        )

    def test_documents_without_a_route_have_nowhere_to_go_back_to(self):
        step = self.own.current_step_id
        sets = self.campaign.criteria_set_ids[:1]
        unit = self.commission
        template = self.env["danvan.document.template"]._for_code("submission")
        taken = {"unit_id": unit.id, "state": "to_sign", "template_id": template.id}
        paper = self.env["danvan.document"]._create_owned([taken])
        issued = self.env["danvan.criteria.set"]._create_owned(
            [self._criteria_set_vals(unit_id=unit.id, state="issued")]
        )
        historical = self.env[REGISTRATION]._create_owned(
            [self._registration_vals(self.campaign, self.commune, state="to_approve")]
        )
        self.before = self._traces()
        for user, record, name in (
            (self.province_leader, paper, "return"),
            (self.province_leader, issued, "reopen"),
            (self.province_leader, sets, "reopen"),
            (self.leader, historical, "return_to_officer"),
        ):
            for back_to in (step.id, 2**30, "x"):
                self.assert_refused(
                    user,
                    record._name,
                    "action_transition",
                    record.ids,
                    name=name,
                    reason="Thử",
                    back_to=back_to,
                )
        self._assert_untouched()

    def test_the_reason_dialog_goes_back_to_nothing_foreign(self):
        own = self.confirming.step_ids.filtered(lambda s: s.state == "approved")
        context = {
            **self._paper_context(self.confirming),
            "danvan_transition": "return_to_officer",
        }
        for user, back_to in (
            (self.leader, self.foreign.current_step_id.id),
            (self.leader, self.confirming.current_step_id.id),
            (self.leader, self.own.current_step_id.id),
            (self.ub_leader, own.id),
            (self.viewer, own.id),
            (self.other_leader, own.id),
        ):
            vals = {"reason": "Thử", "back_to_id": back_to}
            self._assert_dialog_refused(user, REASON_DIALOG, vals, context)
        for ids in ODD_IDS:
            odd = {**context, "danvan_ids": ids}
            vals = {"reason": "Thử"}
            self._assert_dialog_refused(self.leader, REASON_DIALOG, vals, odd)
        self._assert_untouched()

    def test_the_reason_dialog_tells_no_foreign_steps(self):
        context = {
            **self._paper_context(self.confirming),
            "danvan_transition": "return_to_officer",
        }
        for user in (self.other_leader, self.other_officer):
            for answer in self.tried(
                user,
                REASON_DIALOG,
                "onchange",
                [],
                values={},
                field_names=[],
                fields_spec={"earlier_step_ids": {}},
                context=context,
            ):
                self.assertFalse(answer.value)
        for ids in ODD_IDS:
            for answer in self.tried(
                self.leader,
                REASON_DIALOG,
                "onchange",
                [],
                values={},
                field_names=[],
                fields_spec={"earlier_step_ids": {}},
                context={**context, "danvan_ids": ids},
            ):
                self.assertFalse(answer.value)

    # Many at once

    def test_the_inbox_gives_no_further_right(self):
        waiting = self.confirming.step_ids.filtered(lambda s: s.state == "approved")
        steps = (
            self.own.current_step_id,
            self.confirming.current_step_id,
            self.own.step_ids.filtered(lambda s: s.state == "waiting"),
            waiting,
            self.paper_step,
        )
        for user in (self.officer, self.viewer, self.province_leader, self.ub_officer):
            for step in steps:
                for answer in self.tried(
                    user, STEP, "action_approve_selected", step.ids
                ):
                    done = (answer.value or {}).get("params", {}).get("type")
                    self.assertIn(done, (None, "warning"))
        for comment in ([], {}, 7, True):
            self.assert_refused(
                self.other_leader,
                STEP,
                "action_approve_selected",
                self.own.current_step_id.ids,
                comment=comment,
            )
        vals = {"step_ids": [Command.set(self.own.current_step_id.ids)]}
        for user in (self.other_leader, self.other_officer):
            self._assert_dialog_refused(user, "danvan.step.approval", vals)
        self._assert_untouched()
