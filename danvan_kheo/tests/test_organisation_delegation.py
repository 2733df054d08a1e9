"""Delegation: a leader hands the power to act to another, for a period."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .assignment_common import AssignmentActs
from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestOrganisationDelegation(AssignmentActs, DanvanCase):
    """The commune's leader delegates to a deputy who held nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = new_test_user(
            cls.env, "danvan_deputy", "base.group_user", name="Phó Bí thư Mẫu"
        )
        cls.campaign = cls._campaign()

    def _submitted(self):
        registration = self._register(self.campaign)
        self.act(registration, self.officer, "submit")
        return registration

    def test_who_received_it_acts_and_the_giver_still_does(self):
        first, second = self._submitted(), self._submitted()
        self._delegate(self.leader, self.deputy)
        self.assertEqual(len(self._steps_of(self.deputy)), 2)
        self.act(first, self.deputy, "accept")
        self.act(second, self.leader, "accept")
        self.assertEqual({first.state, second.state}, {"running"})
        for registration, given_by in ((first, self.leader.name), (second, False)):
            line = registration.trail_ids.sorted("id")[-1:]
            if "on_behalf" in line._fields:
                self.assertEqual(line.on_behalf or False, given_by)
            self.assertEqual(line.acting_unit_name, self.commune.name)

    def test_who_gave_it_is_told(self):
        given = self._delegate(self.leader, self.deputy)
        self.assertEqual(given._on_behalf(), self.leader.name)
        self.assertFalse(self._held(self.leader)._on_behalf())

    def test_it_covers_what_the_giver_covers_and_no_longer(self):
        given = self._delegate(self.leader, self.deputy, days=3)
        self.assertEqual(given.role, "approver")
        self.assertEqual(self._granted(self.deputy), self._granted(self.leader))
        self.assertFalse(self._granted(self.deputy, "user_can_edit"))
        for day, there in ((-1, False), (0, True), (3, True), (4, False)):
            with self.local_time(f"{self._day(day)} 12:00:00"):
                mine = given.with_user(self.deputy)._mine(["approver"])
                self.assertEqual(bool(mine), there, day)

    def test_a_later_change_of_the_givers_area_reaches_it(self):
        given = self._delegate(self.leader, self.deputy)
        own = self._held(self.leader)
        own.write(
            {"scope": "list", "listed_unit_ids": [(6, 0, self.other_commune.ids)]}
        )
        self.assertEqual(self._granted(self.deputy), self._granted(self.leader))
        self.assertIn(self.other_commune, self._granted(self.deputy))
        with self.assertRaises(ValidationError):
            given.with_user(self.administrator).write({"scope": "subtree"})

    def test_it_ends_with_the_givers_own(self):
        registration = self._submitted()
        given = self._delegate(self.leader, self.deputy)
        self._end(self._held(self.leader))
        self.assertEqual(given.state, "ended")
        self.assertFalse(self._granted(self.deputy))
        self.assertFalse(self.deputy.has_group("danvan_kheo.group_approver"))
        with self.assertRaises(UserError):
            self.act(registration, self.deputy, "accept")

    def test_the_giver_takes_it_back_at_once(self):
        registration = self._submitted()
        given = self._delegate(self.leader, self.deputy)
        given.with_user(self.leader).action_take_back()
        self.assertEqual(given.state, "ended")
        with self.assertRaises(UserError):
            self.act(registration, self.deputy, "accept")
        self.assertFalse(self._steps_of(self.deputy))
        self.act(registration, self.leader, "accept")

    def test_the_administrator_takes_it_back_others_do_not(self):
        given = self._delegate(self.leader, self.deputy)
        for user in (self.deputy, self.officer, self.viewer):
            with self.assertRaises(UserError):
                given.with_user(user).action_take_back()
        with self.assertRaises(AccessError):
            given.with_user(self.other_leader).action_take_back()
        given.with_user(self.administrator).action_take_back()
        self.assertEqual(given.state, "ended")

    def test_one_to_come_is_seen_and_taken_back_by_both(self):
        given = self._delegate(self.leader, self.deputy, begins=5, days=9)
        self.assertEqual(given.state, "planned")
        for user in (self.leader, self.deputy):
            own = given.with_user(user).search([("is_own", "=", True)])
            self.assertIn(given, own)
        self.assertFalse(self._granted(self.deputy))
        given.with_user(self.leader).action_take_back()
        self.assertEqual(given.state, "ended")

    def test_ones_own_role_comes_before_a_delegated_one(self):
        self._delegate(self.leader, self.deputy)
        own = self._assign(self.deputy, "approver", self.commune)
        registration = self._submitted()
        held = registration.with_user(self.deputy)._holding(
            registration._transition("accept")
        )
        self.assertEqual(held[registration.id], own)

    def test_it_is_not_handed_on(self):
        given = self._delegate(self.leader, self.deputy)
        with self.assertRaises(UserError):
            given.with_user(self.deputy).action_delegate()
        with self.assertRaises(UserError):
            given.with_user(self.deputy)._delegate(
                self.viewer, self._day(), self._day(1), "Chuyển tiếp"
            )

    def test_only_a_leaders_role_of_ones_own_in_effect_is_delegated(self):
        for user, assignment in (
            (self.officer, self._held(self.officer)),
            (self.officer, self._held(self.leader)),
            (self.administrator, self._held(self.leader)),
        ):
            with self.assertRaises(UserError):
                assignment.with_user(user).action_delegate()
        self._held(self.leader).date_from = self._day(1)
        with self.assertRaises(UserError):
            self._held(self.leader).with_user(self.leader).action_delegate()

    def test_to_whom_and_for_which_period(self):
        portal = new_test_user(self.env, "danvan_portal", "base.group_portal")
        closed = new_test_user(self.env, "danvan_closed", "base.group_user")
        closed.active = False
        self._held(self.leader).date_to = self._day(10)
        own = self._held(self.leader).with_user(self.leader)
        for user, begins, ends in (
            (self.leader, 0, 5),
            (portal, 0, 5),
            (closed, 0, 5),
            (self.deputy, -1, 5),
            (self.deputy, 5, 4),
            (self.deputy, 0, 11),
        ):
            days = (self._day(begins), self._day(ends))
            case = self.subTest(user=user.login, begins=begins, ends=ends)
            with case, self.assertRaises(ValidationError):
                own._delegate(user, *days, "Đi công tác")
        self.assertTrue(own._delegate(self.deputy, self._day(), self._day(10), "Nghỉ"))

    def test_a_delegation_always_ends(self):
        own = self._held(self.leader).with_user(self.leader)
        with self.assertRaises(ValidationError):
            own._delegate(self.deputy, self._day(), False, "Mãi mãi")
        given = self._delegate(self.leader, self.deputy)
        with self.assertRaises(ValidationError):
            given.with_user(self.administrator).write({"date_to": False})
