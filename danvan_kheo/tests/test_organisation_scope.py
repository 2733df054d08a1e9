"""Assignments: who may do what where, from the day they begin to the day they end."""

from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .common import DanvanCase

RIGHTS = ("user_can_read", "user_can_edit", "user_can_appraise", "user_is_below")


@tagged("post_install", "-at_install")
class TestOrganisationScope(DanvanCase):
    """One place says who is who; search and read give the same answer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = cls.env["danvan.period"]._today()
        cls.nobody = new_test_user(cls.env, "danvan_nobody", "danvan_kheo.group_user")

    def _granted(self, user, right):
        self.env.invalidate_all()
        return self.env["danvan.unit"].with_user(user).search([(right, "=", True)])

    def _assignment(self, user):
        return self.env["danvan.assignment"].search([("user_id", "=", user.id)])

    def test_search_and_read_agree_for_every_person_and_unit(self):
        units = self.env["danvan.unit"].search([])
        people = self.env["danvan.assignment"].search([]).user_id
        for user in people | self.administrator | self.nobody:
            for right in RIGHTS:
                searched = self._granted(user, right)
                self.env.invalidate_all()
                read = units.with_user(user).filtered(right)
                self.assertEqual(searched, read, f"{user.login} {right}")

    def test_the_opposite_question_gives_the_rest(self):
        everything = self.env["danvan.unit"].search([])
        for right in RIGHTS:
            granted = self._granted(self.officer, right)
            units = everything.with_user(self.officer)
            for domain in ([(right, "=", False)], [(right, "!=", True)]):
                self.assertEqual(units.search(domain), everything - granted)

    def test_what_is_not_in_force_is_found_as_such(self):
        ended = self.hamlet
        ended.write({"date_from": "2020-01-01", "date_to": "2025-06-30"})
        unit = self.env["danvan.unit"]
        in_force = unit.search([("is_in_force", "=", True)])
        self.assertEqual(unit.search([("is_in_force", "=", False)]), ended)
        self.assertEqual(in_force, unit.search([]) - ended)

    def test_a_person_without_assignment_has_no_right_anywhere(self):
        for right in RIGHTS:
            self.assertFalse(self._granted(self.nobody, right))
            self.assertFalse(self._granted(self.administrator, right))

    def test_rights_of_the_communes_officer(self):
        own = self.commune | self.commune_government | self.hamlet
        self.assertEqual(self._granted(self.officer, "user_can_read"), own)
        self.assertEqual(self._granted(self.officer, "user_can_edit"), own)
        self.assertFalse(self._granted(self.officer, "user_can_appraise"))
        above = self._granted(self.officer, "user_is_below")
        self.assertEqual(above, self.province | self.commission | self.commune)

    def test_rights_of_viewer_and_appraiser(self):
        own = self.commune | self.commune_government | self.hamlet
        self.assertEqual(self._granted(self.viewer, "user_can_read"), own)
        self.assertFalse(self._granted(self.viewer, "user_can_edit"))
        self.assertEqual(
            self._granted(self.commune_appraiser, "user_can_appraise"), own
        )

    def test_the_commission_covers_the_committee_that_it_advises(self):
        assignment = self._assignment(self.province_officer)
        self.assertEqual(assignment.unit_id, self.commission)
        self.assertEqual(assignment.area_id, self.province)
        readable = self._granted(self.province_officer, "user_can_read")
        for unit in (self.province, self.commission, self.commune, self.hamlet):
            self.assertIn(unit, readable)
        editable = self._granted(self.province_officer, "user_can_edit")
        self.assertIn(self.commission, editable)
        self.assertNotIn(self.commune, editable)

    def test_acting_on_behalf_ends_when_the_unit_gets_an_officer(self):
        self.assertIn(self.hamlet, self._granted(self.officer, "user_can_edit"))
        self._person("hamlet_officer", "officer", self.hamlet)
        self.assertNotIn(self.hamlet, self._granted(self.officer, "user_can_edit"))
        self.assertIn(self.hamlet, self._granted(self.officer, "user_can_read"))

    def test_one_line_narrows_the_area(self):
        women = self.env.ref("danvan_kheo.line_women")
        union = self._unit(
            "T.PN",
            "Hội Phụ nữ xã Suối Trong",
            "mass_organisation",
            "commune",
            self.commune,
            line_id=women.id,
        )
        self._assignment(self.viewer).line_id = women
        self.assertEqual(self._granted(self.viewer, "user_can_read"), union)

    def test_beginning_and_ending_take_effect_in_an_open_session(self):
        campaign = self._campaign()
        registration = self._register(campaign)
        session = registration.with_user(self.officer)
        self.assertEqual(session.read(["name"])[0]["id"], registration.id)
        assignment = self._assignment(self.officer)
        assignment.date_to = self.today - timedelta(days=1)
        self._assert_powerless(session)
        assignment.write(
            {"date_from": self.today + timedelta(days=1), "date_to": False}
        )
        self._assert_powerless(session)
        assignment.date_from = self.today
        self.env.invalidate_all()
        session.action_transition("submit")
        self.assertEqual(registration.state, "to_approve")

    def _assert_powerless(self, session):
        self.env.invalidate_all()
        self.assertFalse(session.search([("id", "=", session.id)]))
        with self.assertRaises(AccessError):
            session.read(["name"])
        with self.assertRaises(UserError):
            session.action_transition("submit")
        with self.assertRaises(AccessError):
            session.write({"hamlet": "Thôn 11"})
        self.env.invalidate_all()

    def test_a_leader_whose_term_ended_does_not_decide(self):
        registration = self._register(self._campaign())
        self.act(registration, self.officer, "submit")
        self._assignment(self.leader).date_to = self.today - timedelta(days=1)
        with self.assertRaises(UserError):
            self.act(registration, self.leader, "accept")
        self.assertEqual(registration.state, "to_approve")

    def test_state_of_an_assignment(self):
        assignment = self._assignment(self.officer)
        self.assertEqual(assignment.state, "active")
        assignment.date_from = self.today + timedelta(days=1)
        self.assertEqual(assignment.state, "planned")
        assignment.write(
            {
                "date_from": self.today - timedelta(days=2),
                "date_to": self.today - timedelta(days=1),
            }
        )
        self.assertEqual(assignment.state, "ended")

    def test_a_portal_account_is_refused(self):
        portal = new_test_user(self.env, "danvan_portal", "base.group_portal")
        vals = {"user_id": portal.id, "role": "viewer", "unit_id": self.commune.id}
        with self.assertRaises(ValidationError):
            self.env["danvan.assignment"].create(vals)
        self.assertFalse(portal.has_group("base.group_user"))

    def test_an_assignment_opens_the_menus_of_its_role_and_no_more(self):
        self.assertTrue(self.officer.has_group("danvan_kheo.group_officer"))
        self.assertTrue(self.officer.has_group("danvan_kheo.group_user"))
        for role in ("approver", "registrar", "appraiser", "administrator"):
            self.assertFalse(self.officer.has_group(f"danvan_kheo.group_{role}"))

    def test_a_group_without_assignment_gives_nothing(self):
        group = self.env.ref("danvan_kheo.group_approver")
        self.nobody.write({"group_ids": [(4, group.id)]})
        registration = self._register(self._campaign())
        self.act(registration, self.officer, "submit")
        with self.assertRaises(UserError):
            self.act(registration, self.nobody, "accept")
        self.assertFalse(registration.with_user(self.nobody).search([]))

    def test_an_assignment_is_ended_not_moved(self):
        assignment = self._assignment(self.officer).with_user(self.administrator)
        for vals in (
            {"user_id": self.viewer.id},
            {"unit_id": self.other_commune.id},
            {"role": "approver"},
        ):
            with self.assertRaises(AccessError):
                assignment.write(vals)
        with self.assertRaises(AccessError):
            assignment.unlink()
        assignment.date_to = self.today
        self.assertEqual(assignment.state, "active")

    def test_what_one_holds_is_read_once_and_anew_after_any_change(self):
        held = self.env["danvan.assignment"].with_user(self.nobody)
        granted = self.env["danvan.assignment"].sudo()
        self.assertFalse(held._mine())
        with self.assertQueryCount(0):
            held._mine()
        given = granted.create(
            {"user_id": self.nobody.id, "role": "officer", "unit_id": self.hamlet.id}
        )
        self.assertEqual(held._mine(), given, "made in this transaction")
        given.date_to = self.today - timedelta(days=1)
        self.assertFalse(held._mine(), "ended in this transaction")
        given.date_to = False
        self.assertEqual(held._mine(), given)
        given.unlink()
        self.assertFalse(held._mine(), "deleted in this transaction")

    def test_what_a_savepoint_takes_back_is_not_held(self):
        held = self.env["danvan.assignment"].with_user(self.nobody)
        seat = {"user_id": self.nobody.id, "role": "officer", "unit_id": self.hamlet.id}
        with self.assertRaises(LookupError), self.env.cr.savepoint():
            given = self.env["danvan.assignment"].create(seat)
            self.assertEqual(held._mine(), given)
            raise LookupError("taken back")
        self.assertFalse(held._mine())
