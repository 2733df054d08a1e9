"""A registration goes to another unit in the middle of the year."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .change_common import WHY, ChangeCase


@tagged("post_install", "-at_install")
class TestRegistrationMoved(ChangeCase):
    """The accepting level asks, both units confirm."""

    def _ask_move(self, unit=None, user=None):
        acting = self.registration.with_user(user or self.officer)
        acting.invalidate_recordset()
        unit = unit or self.other_commune
        return acting.action_ask_move(unit.id, "Thôn chuyển về xã Đồi Xanh")

    def _move(self):
        self._ask_move()
        self.act(self.registration, self.leader, "move_out")
        self.act(self.registration, self.other_leader, "move_in")

    def test_both_units_confirm_one_after_the_other(self):
        self._ask_move()
        self.assertEqual(self._mine(self.leader), ["move_out"])
        self.assertFalse(self._mine(self.other_leader))
        self.act(self.registration, self.leader, "move_out")
        self.assertEqual(self.registration.unit_id, self.commune)
        self.assertEqual(self._mine(self.other_leader), ["move_in"])
        self.act(self.registration, self.other_leader, "move_in")
        self.assertEqual(self.registration.unit_id, self.other_commune)
        self.assertEqual(self.registration.state, "running")
        self.assertEqual(self.registration.moved_from, self.commune.name)
        self.assertTrue(self.registration.moved_on)
        self.assertFalse(self.registration.move_to_unit_id)
        self.assertEqual(self.registration.officer_id, self.other_officer)
        self.assertEqual(self.registration.model_id.unit_id, self.other_commune)
        self.assertEqual(self.registration.person_ids.unit_id, self.other_commune)

    def test_the_new_leader_reads_it_only_when_asked(self):
        seen = self.env["danvan.registration"].with_user(self.other_leader)
        self._ask_move()
        self.assertNotIn(self.registration, seen.search([]))
        self.act(self.registration, self.leader, "move_out")
        self.env.invalidate_all()
        self.assertIn(self.registration, seen.search([]))
        self.assertTrue(
            self.registration.with_user(self.other_leader).person_ids.mapped("name")
        )
        self.act(self.registration, self.other_leader, "decline_change", "Không nhận")
        self.env.invalidate_all()
        self.assertNotIn(self.registration, seen.search([]))
        self.assertEqual(self.registration.unit_id, self.commune)

    def test_the_trail_names_both_units(self):
        self._move()
        lines = self.registration.sudo().trail_ids.sorted("id")
        asked = lines.filtered(lambda line: line.transition == "ask_move")
        self.assertIn(self.other_commune.name, asked.reason)
        self.assertEqual(asked.unit_name, self.commune.name)
        self.assertEqual(lines[-1:].unit_name, self.other_commune.name)

    def test_the_new_unit_reads_what_was_done_before_and_nobody_else_begins_to(self):
        trail = self.env["danvan.trail"]
        beside = self._run(self._register(self.campaign, name="Hũ gạo nghĩa tình"))
        stranger = self._person("stranger", "officer", self.department)
        # Nobody was asked who only follows; he reads it because it is his unit's now.
        viewer = self._person("other_viewer", "viewer", self.other_commune)
        self._move()
        lines = self.registration.sudo().trail_ids
        for user, expected in (
            (self.other_officer, lines),
            (viewer, lines),
            (self.province_officer, lines),
            (stranger, trail),
        ):
            with self.subTest(user.login):
                self.env.invalidate_all()
                seen = trail.with_user(user).search(
                    [("res_id", "in", lines.mapped("res_id"))]
                )
                self.assertEqual(seen & lines, expected.with_user(user))
                readable = lines.with_user(user).filtered(
                    lambda line: line.has_access("read")
                )
                self.assertEqual(readable, expected.with_user(user))
        self.env.invalidate_all()
        seen = trail.with_user(self.other_officer)
        self.assertFalse(
            seen.search([("res_id", "=", beside.id)]) & beside.sudo().trail_ids
        )

    def test_counted_for_the_new_unit(self):
        self._move()
        registrations = self.env["danvan.registration"]
        counted = registrations.search(registrations._registered_domain(self.campaign))
        self.assertEqual(counted.unit_id, self.other_commune)

    def test_the_old_officer_has_no_hand_in_it_any_more(self):
        self.other_commune.territory_id = self.territory.copy({"name": "Xã Đồi Xanh"})
        self._move()
        self.env.invalidate_all()
        seen = self.env["danvan.registration"].with_user(self.officer)
        self.assertNotIn(self.registration, seen.search([]))

    def test_where_it_is_still_carried_out_in_the_old_commune_that_only_reads_it(self):
        self._move()
        self.env.invalidate_all()
        self.assertEqual(self.registration.place_unit_id, self.commune)
        old = self.registration.with_user(self.officer)
        self.assertTrue(old.read(["name"]))
        with self.assertRaises(AccessError):
            old.write({"name": "Khác"})
        with self.assertRaises(UserError):
            self.act(self.registration, self.officer, "ask_pause", WHY)

    def test_a_unit_outside_of_the_campaign_is_refused(self):
        foreign = self._unit("X.1", "Tỉnh ủy Khác", "party_committee", "province")
        with self.assertRaisesRegex(UserError, "Tỉnh ủy Khác"):
            self._ask_move(foreign)

    def test_its_own_unit_and_none_are_refused(self):
        with self.assertRaises(UserError):
            self._ask_move(self.commune)
        acting = self.registration.with_user(self.officer)
        for unit_id in (0, False, None, "1", 2**40, [self.other_commune.id], True):
            with self.subTest(unit_id), self.assertRaises(UserError):
                acting.action_ask_move(unit_id, WHY)
        with self.assertRaises(UserError):
            acting.action_transition("ask_move", WHY)
        forged = {"danvan_move_to": {"unit_id": self.other_commune.id}}
        with self.assertRaises(UserError):
            acting.with_context(**forged).action_transition("ask_move", WHY)

    def test_nobody_but_the_accepting_officer_asks(self):
        for user in (self.leader, self.viewer, self.province_officer):
            with self.subTest(user.login), self.assertRaises(UserError):
                self._ask_move(user=user)

    def test_by_the_dialog_for_a_selection(self):
        other = self._run(self._register(self.campaign, name="Đàn gà 10 hộ"))
        both = self.registration | other
        action = self.act(both, self.officer, "ask_move")
        dialog = (
            self.env[action["res_model"]]
            .with_user(self.officer)
            .with_context(**action["context"])
            .create({"reason": WHY, "unit_id": self.other_commune.id})
        )
        dialog.action_confirm()
        self.assertEqual(set(both.mapped("change_asked")), {"move"})
        self.act(both, self.leader, "move_out")
        self.act(both, self.other_leader, "move_in")
        self.assertEqual(both.unit_id, self.other_commune)

    def test_a_paused_one_moves_and_stays_paused(self):
        self._pause()
        self._move()
        self.assertEqual(self.registration.state, "paused")
        self.assertEqual(self.registration.halt_reason, WHY)
