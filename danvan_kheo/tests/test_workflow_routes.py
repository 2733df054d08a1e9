"""Routes: through whose hands a document goes before it leaves its unit."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, tagged

from .common import YEAR
from .routes_common import RouteCase


@tagged("post_install", "-at_install")
class TestRoutes(RouteCase):
    """Who is asked, in which order, and back."""

    # What ships

    def test_committee_confirms_before_it_leaves_a_peoples_committee(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        own, committee = self.commune_government, self.commune
        self.assertEqual(
            self._steps(registration), [(own, "pending"), (committee, "waiting")]
        )
        self.act(registration, self.ub_leader, "approve")
        self.assertEqual(registration.state, "to_approve")
        self.assertEqual(
            self._steps(registration), [(own, "approved"), (committee, "pending")]
        )
        self.act(registration, self.leader, "confirm")
        self.assertEqual(registration.state, "sent")
        self.assertEqual(
            [s for _u, s in self._steps(registration)[:2]], ["approved", "approved"]
        )

    def test_committee_that_decides_is_not_asked_to_confirm(self):
        registration = self._register(
            self.campaign, self.commune_government, self.ub_officer
        )
        self.act(registration, self.ub_officer, "submit")
        self.assertEqual(registration.deciding_unit_id, self.commune)
        self.assertEqual(
            self._steps(registration), [(self.commune_government, "pending")]
        )
        self.act(registration, self.ub_leader, "approve")
        self.assertEqual(registration.state, "sent")

    def test_committee_confirms_the_campaign_of_a_peoples_committee(self):
        campaign = (
            self.env["danvan.campaign"]
            .with_user(self.ub_officer)
            .create(
                {
                    "year": YEAR,
                    "parent_id": self.campaign.id,
                    **{
                        name: f"{YEAR}-12-0{day}"
                        for day, name in enumerate(
                            (
                                "date_start",
                                "registration_to",
                                "evaluation_to",
                                "ceremony_date",
                                "date_end",
                            ),
                            1,
                        )
                    },
                }
            )
        )
        self.act(campaign, self.ub_officer, "submit")
        self.act(campaign, self.ub_leader, "approve")
        self.assertEqual(campaign.state, "submitted")
        self.act(campaign, self.leader, "confirm")
        self.assertEqual(campaign.state, "approved")

    def test_committee_itself_needs_nobody_elses_confirmation(self):
        registration = self._draft(self.commune, self.officer)
        self.act(registration, self.officer, "submit")
        self.act(registration, self.leader, "approve")
        self.assertEqual(registration.state, "sent")

    # Who acts at a step

    def test_only_the_holder_of_the_present_step_acts(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        for user in (self.ub_officer, self.ub_registrar, self.leader):
            for name in ("approve", "confirm"):
                with self.assertRaises(UserError):
                    self.act(registration, user, name)
        self.act(registration, self.ub_leader, "approve")
        for name in ("approve", "confirm"):
            with self.assertRaises(UserError):
                self.act(registration, self.ub_leader, name)

    def test_steps_wait_in_the_inbox_of_their_turn(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        step = self.env["danvan.approval.step"]

        def mine(user):
            found = step.with_user(user).search([("is_mine", "=", True)])
            return registration.id in found.mapped("res_id")

        self.assertEqual((mine(self.ub_leader), mine(self.leader)), (True, False))
        self.act(registration, self.ub_leader, "approve")
        self.assertEqual((mine(self.ub_leader), mine(self.leader)), (False, True))

    def test_four_eyes_the_submitter_does_not_agree(self):
        self._route({"same_person": "other"})
        self._also("approver", self.ub_officer)
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        with self.assertRaisesRegex(UserError, "another person"):
            self.act(registration, self.ub_officer, "approve")
        step = registration.step_ids.with_user(self.ub_officer)
        self.assertFalse(step.is_mine)
        self.act(registration, self.ub_leader, "approve")
        self.assertEqual(registration.state, "sent")

    def test_step_of_the_same_person_is_skipped_where_the_route_says_so(self):
        self._route({"same_person": "skip"}, {"target": "committee"})
        self._also("approver", self.ub_officer)
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self.assertEqual(
            [state for _unit, state in self._steps(registration)],
            ["skipped", "pending"],
        )
        self.act(registration, self.leader, "confirm")
        self.assertEqual(registration.state, "sent")

    def test_route_skipped_to_its_end_sends_in_the_same_act(self):
        self._route({"same_person": "skip"})
        self._also("approver", self.ub_officer)
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self.assertEqual(registration.state, "sent")
        acts = registration.trail_ids.sorted("id").mapped("transition")
        self.assertEqual(acts, ["submit", "approve"])

    def test_same_person_may_act_twice_where_the_route_says_so(self):
        self._route({"same_person": "allow"})
        self._also("approver", self.ub_officer)
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self.act(registration, self.ub_officer, "approve")
        self.assertEqual(registration.state, "sent")

    def _also(self, role, user, unit=None):
        self.env["danvan.assignment"].create(
            {
                "user_id": user.id,
                "role": role,
                "unit_id": (unit or self.commune_government).id,
            }
        )

    # Which unit

    def test_step_of_the_body_that_advises_the_committee_of_a_level(self):
        self._route(
            {"same_person": "skip"},
            {
                "target": "body",
                "kind_id": self.env.ref("danvan_kheo.kind_party_commission").id,
                "level_id": self.province_level.id,
            },
            model="danvan.campaign",
        )
        steps = (
            self.env["danvan.approval.route"]
            ._for_units("danvan.campaign", self.commune_government)[
                self.commune_government.id
            ]
            .step_ids
        )
        self.assertEqual(steps[1]._units_for(self.commune_government), self.commission)

    def test_step_of_the_vertical_superior(self):
        women = self.env.ref("danvan_kheo.line_women")
        vals = {"line_id": women.id}
        union = self._unit(
            "T.PN1", "Hội LHPN xã", "mass_organisation", "commune", self.commune, **vals
        )
        self._unit(
            "T.PN2",
            "Hội LHPN xã khác",
            "mass_organisation",
            "commune",
            self.other_commune,
            **vals,
        )
        superior = self._unit(
            "T.PN",
            "Hội LHPN tỉnh",
            "mass_organisation",
            "province",
            self.province,
            **vals,
        )
        route = self._route({"target": "superior"})
        self.assertEqual(route.step_ids._units_for(union), superior)
        self.assertFalse(route.step_ids._units_for(self.commune))

    def test_named_unit_decides_alone_and_opinions_may_be_many(self):
        units = self.department | self.commission
        with self.assertRaises(ValidationError):
            self._route({"target": "named", "unit_ids": units.ids})
        self._route({"target": "named", "unit_ids": units.ids, "is_opinion": True})

    def test_routes_are_chosen_by_kind_level_and_date(self):
        government = self.commune_government
        model = self.env["danvan.approval.route"]

        def found():
            return model._for_units("danvan.registration", government)[government.id]

        shipped = found()
        self._route({}, level_ids=self.province_level.ids)
        self._route({}, kind_ids=self.department.kind_id.ids)
        self._route({}, date_to="2020-12-31")
        self.assertEqual(found(), shipped)
        ours = self._route({}, kind_ids=government.kind_id.ids)
        self.assertEqual(found(), ours)

    def test_submitted_document_keeps_the_route_of_then(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self.env.ref("danvan_kheo.route_registration_committee").unlink()
        self.assertEqual(len(registration.step_ids), 2)
        self.act(registration, self.ub_leader, "approve")
        self.act(registration, self.leader, "confirm")
        self.assertEqual(registration.state, "sent")

    # Back, and no

    def test_return_to_a_chosen_earlier_step(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self.act(registration, self.ub_leader, "approve")
        own = registration.step_ids.filtered(lambda s: s.state == "approved")
        dialog = self._return_dialog(registration, self.leader)
        self.assertEqual(dialog.earlier_step_ids[:], own)
        dialog.reason = "Bổ sung ý kiến lãnh đạo UBND"
        dialog.back_to_id = own
        dialog.save().action_confirm()
        self.assertEqual(registration.state, "to_approve")
        self.assertEqual(
            [state for _unit, state in self._steps(registration)],
            ["approved", "returned", "pending", "waiting"],
        )
        self.act(registration, self.ub_leader, "approve")
        self.act(registration, self.leader, "confirm")
        self.assertEqual(registration.state, "sent")

    def test_return_without_a_step_goes_to_the_officer(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self.act(registration, self.ub_leader, "approve")
        self.act(registration, self.leader, "return_to_officer", "Thiếu chỉ tiêu")
        self.assertEqual(registration.state, "returned")
        self.act(registration, self.ub_officer, "submit")
        self.assertEqual(registration.sudo().current_step_id.lap, 2)
        dialog = self._return_dialog(registration, self.ub_leader)
        self.assertFalse(dialog.earlier_step_ids[:])

    def test_foreign_step_is_no_place_to_go_back_to(self):
        other = self._draft(name="Tuyến đường hoa thôn 3")
        registration = self._draft()
        for one in (other, registration):
            self.act(one, self.ub_officer, "submit")
            self.act(one, self.ub_leader, "approve")
        foreign = other.step_ids.filtered(lambda s: s.state == "approved")
        acting = registration.with_user(self.leader)
        with self.assertRaisesRegex(UserError, "Choose a step"):
            acting.action_transition("return_to_officer", "Sai", back_to=foreign.id)
        with self.assertRaises(UserError):
            registration.with_user(self.ub_officer).action_transition(
                "return_to_officer", "Sai", back_to=foreign.id
            )

    def _return_dialog(self, registration, user):
        action = self.act(registration, user, "return_to_officer")
        return Form(
            self.env[action["res_model"]]
            .with_user(user)
            .with_context(**action["context"])
        )

    # Nobody there

    def test_submitter_is_told_whom_to_ask_where_no_leader_is_assigned(self):
        parameter = self.env["ir.config_parameter"].sudo()
        parameter.set_param("danvan_kheo.contact_name", "Trần Thị Thử")
        parameter.set_param("danvan_kheo.contact_phone", "0912 000 000")
        self._end_assignments(self.ub_leader)
        registration = self._draft()
        warning = registration.with_user(self.ub_officer).route_warning
        self.assertIn(self.commune_government.name, warning)
        self.assertIn("Trần Thị Thử, 0912 000 000", warning)

    def test_nothing_is_submitted_to_nobody_where_paper_does_not_help(self):
        self.env.ref("danvan_kheo.route_registration_own").allows_paper = False
        self._end_assignments(self.ub_leader)
        registration = self._draft()
        with self.assertRaisesRegex(UserError, "No approver is assigned"):
            self.act(registration, self.ub_officer, "submit")
        self.assertEqual(registration.state, "draft")

    def _end_assignments(self, user):
        self.env["danvan.assignment"].search([("user_id", "=", user.id)]).write(
            {"date_from": "2020-01-01", "date_to": "2020-12-31"}
        )
        self.env.invalidate_all()
