"""Who takes part besides the lead: cooperating units, the place, those who support."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import YEAR, DanvanCase


@tagged("post_install", "-at_install")
class TestRegistrationPartners(DanvanCase):
    """A department's model, carried out in a commune with another commune's help."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.dept_officer = cls._person("dept", "officer", cls.department)
        cls.dept_leader = cls._person("dept_lead", "approver", cls.department)
        cls.model = cls._register(
            cls.campaign,
            cls.department,
            cls.dept_officer,
            partner_ids=[
                (0, 0, {"partner_id": cls.other_commune.id, "part": "Góp ngày công"})
            ],
        )
        cls.partner = cls.model.partner_ids

    def _accept(self):
        self.act(self.model, self.dept_officer, "submit")
        self.act(self.model, self.dept_leader, "approve")
        self.act(self.model, self.province_officer, "receive")
        self.act(self.model, self.province_leader, "accept")
        self.assertEqual(self.model.state, "running")

    def _can_read(self, user):
        self.env.invalidate_all()
        found = self.model.with_user(user).search([("id", "=", self.model.id)])
        # Both ways of asking give one answer.
        self.assertEqual(bool(found), self.model.with_user(user).has_access("read"))
        return bool(found)

    def test_a_partner_and_the_place_read_it_once_it_has_left_its_desk(self):
        for user in (self.other_leader, self.leader):
            self.assertFalse(self._can_read(user))
        self._accept()
        self.assertEqual(self.model.place_unit_id, self.commune)
        for user in (self.other_leader, self.leader):
            self.assertTrue(self._can_read(user))
            persons = self.model.with_user(user).person_ids
            self.assertEqual(persons.mapped("name"), ["Lê Thị Thử"])
            with self.assertRaises(AccessError):
                self.model.with_user(user).write({"name": "Khác"})

    def test_what_hangs_on_it_besides_its_lines_is_not_theirs(self):
        self._accept()
        evaluation = self.env["danvan.evaluation"]._open(
            self.model,
            "self",
            {self.model.id: self.department},
            self.model.sudo()._criteria_sets(),
        )
        self.env.invalidate_all()
        seen = evaluation.with_user(self.other_leader).search([])
        self.assertNotIn(evaluation, seen)

    def test_the_leader_of_the_partner_confirms_its_part_once(self):
        with self.assertRaises(UserError):
            self.partner.with_user(self.other_leader).action_confirm_part()
        self._accept()
        for stranger in (self.other_officer, self.leader, self.dept_leader):
            with self.assertRaises(UserError):
                self.partner.with_user(stranger).action_confirm_part()
        self.partner.with_user(self.other_leader).action_confirm_part()
        self.assertTrue(self.partner.confirmed_on)
        line = self.model.trail_ids.sorted("id")[-1:]
        self.assertEqual(line.transition, "confirm_part")
        self.assertEqual(line.acting_unit_name, self.other_commune.name)
        self.assertIn("Góp ngày công", line.reason)
        with self.assertRaises(UserError):
            self.partner.with_user(self.other_leader).action_confirm_part()

    def test_no_client_writes_a_confirmation_or_gives_the_part_to_another(self):
        line = self.partner.with_user(self.dept_officer)
        for vals in (
            {"confirmed_on": f"{YEAR}-05-01"},
            {"confirmed_by_id": self.other_leader.id},
            {"partner_id": self.commune.id},
        ):
            with self.assertRaises(AccessError):
                line.write(vals)
        self._accept()
        with self.assertRaises(AccessError):
            line.write({"part": "Việc khác"})

    def test_a_unit_is_named_once_and_never_as_its_own_partner(self):
        lines = self.env["danvan.registration.partner"].with_user(self.dept_officer)
        with self.assertRaises(ValidationError):
            lines.create(
                {"registration_id": self.model.id, "partner_id": self.department.id}
            )

    def test_the_committee_of_the_place_confirms_with_a_note(self):
        self._accept()
        asked = self.act(self.model, self.leader, "confirm_locally")
        dialog = self.env[asked["res_model"]].with_user(self.leader)
        dialog = dialog.with_context(**asked["context"], lang="vi_VN").new({})
        told = "Ghi nhận xét: có đúng thực tế ở địa phương không."
        self.assertEqual(dialog.hint, told)
        for stranger in (self.officer, self.other_leader, self.dept_leader):
            with self.assertRaises(UserError):
                self.act(self.model, stranger, "confirm_locally", "Đúng")
        self.act(self.model, self.leader, "confirm_locally", "Đúng thực tế tại thôn 10")
        self.assertTrue(self.model.local_confirmed_on)
        self.assertEqual(self.model.state, "running")
        with self.assertRaises(UserError):
            self.act(self.model, self.leader, "confirm_locally", "Lần nữa")

    def _steps(self, *states):
        return self.env["danvan.approval.step"]._of(self.model, *states)

    def _place_inbox(self):
        inbox = self.env["danvan.approval.step"].with_user(self.leader)
        return inbox.search([("is_mine", "=", True), ("res_id", "=", self.model.id)])

    def test_the_place_is_asked_in_its_inbox_from_the_sending_on(self):
        self.act(self.model, self.dept_officer, "submit")
        self.assertFalse(self._place_inbox())
        self.act(self.model, self.dept_leader, "approve")
        asked = self._place_inbox()
        self.assertEqual(asked.transition, "confirm_locally")
        waited = {step: step.due_date for step in self._steps("pending")}
        self.assertEqual(len(waited), 2)
        asked.action_approve_selected()
        self.assertFalse(self.model.local_confirmed_on)
        asked.action_approve_selected("Đúng thực tế tại thôn 10")
        self.assertTrue(self.model.local_confirmed_on)
        self.assertEqual(asked.state, "approved")
        # Whoever receives it was not served by that, and has no more time.
        rest = self._steps("pending")
        self.assertEqual(rest.transition, "receive")
        self.assertEqual(rest.due_date, waited[rest])

    def test_what_the_place_is_asked_waits_on_through_the_acts_of_others(self):
        self._accept()
        asked = self._place_inbox()
        self.assertEqual(len(self._steps("pending", "approved")), 4)
        self.assertEqual(asked.state, "pending")
        self.act(self.model, self.province_leader, "remove", "Ghi nhầm")
        self.assertFalse(self._place_inbox())
        # Nobody has agreed: it was never confirmed.
        self.assertEqual(asked.state, "withdrawn")

    def test_what_moves_to_the_place_itself_is_confirmed_by_nobody(self):
        self._accept()
        asked = self._place_inbox()
        moving = self.model.with_user(self.province_officer)
        moving.action_ask_move(self.commune.id, "Giao xã thực hiện tiếp")
        self.act(self.model, self.dept_leader, "move_out")
        self.assertEqual(asked.state, "pending")
        self.act(self.model, self.leader, "move_in")
        self.assertFalse(self.model.place_unit_id)
        self.assertEqual(asked.state, "withdrawn")

    def test_the_place_is_not_asked_about_what_came_back(self):
        self.act(self.model, self.dept_officer, "submit")
        self.act(self.model, self.dept_leader, "approve")
        self.act(self.model, self.province_officer, "return_to_unit", "Thiếu chỉ tiêu")
        self.assertFalse(self._place_inbox())

    def test_a_unit_under_the_committee_of_the_place_needs_none(self):
        self.assertFalse(self._register(self.campaign).place_unit_id)
        self.assertFalse(self._register(self.campaign, self.hamlet).place_unit_id)

    def test_it_counts_for_the_lead_alone(self):
        self._accept()
        domain = self.env["danvan.registration"]._registered_domain(self.campaign)
        groups = self.env["danvan.registration"]._read_group(
            domain, ["unit_id"], ["__count"]
        )
        self.assertEqual(groups, [(self.department, 1)])

    def test_support_is_entered_while_the_model_runs_and_adds_up(self):
        money = {"kind": "money", "giver": "Hội Nông dân", "amount": 5000000}
        loan = {"kind": "loan", "giver": "Ngân hàng CSXH", "amount": 20000000}
        course = {"kind": "training", "giver": "Trạm Khuyến nông", "quantity": "2 lớp"}
        mine = self.model.with_user(self.dept_officer)
        self._accept()
        mine.invalidate_recordset()
        mine.write({"support_ids": [(0, 0, vals) for vals in (money, loan, course)]})
        self.assertEqual(self.model.support_total, 25000000)
        for stranger in (self.leader, self.other_leader, self.viewer):
            with self.assertRaises(AccessError):
                self.model.support_ids[:1].with_user(stranger).write({"amount": 1})
        self.model._write_owned({"state": "done"})
        with self.assertRaises(AccessError):
            self.model.support_ids[:1].with_user(self.dept_officer).write({"amount": 1})
