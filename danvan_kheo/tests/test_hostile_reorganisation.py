"""Nobody but administrators reorganises, and they only by the act itself."""

from odoo.fields import Command
from odoo.tests import tagged

from .hostile import HostileCase
from .reorganisation_common import BASIS, DATE

ACT = "danvan.reorganisation"
TARGET = "danvan.reorganisation.target"
LINE = "danvan.reorganisation.line"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileReorganisation(HostileCase):
    """A leader, an officer and a system user try; an administrator tries too much."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        model = cls.env[ACT].with_user(cls.administrator)
        cls.draft = model.create(
            {
                "date": DATE,
                "basis": BASIS,
                "kind": "rename",
                "predecessor_ids": [Command.set(cls.commune.ids)],
            }
        )
        cls.draft.action_prepare()
        cls.draft.target_ids.name = "Đảng ủy phường Suối Trong"
        cls.others = (cls.province_leader, cls.officer, cls.leader)

    def test_nobody_else_reads_or_writes_an_act(self):
        for user in self.others:
            for model, records in (
                (ACT, self.draft),
                (TARGET, self.draft.target_ids),
                (LINE, self.draft.line_ids),
            ):
                self.assert_refused(user, model, "read", records.ids, fields=["id"])
                self.assert_refused(user, model, "write", records.ids, vals={})
                self.assert_refused(user, model, "unlink", records.ids)
            vals = [{"kind": "end", "date": DATE, "basis": BASIS}]
            self.assert_refused(user, ACT, "create", vals_list=vals)
        self.assertEqual(self.draft.state, "draft")

    def test_nobody_else_presses_its_buttons(self):
        for user in self.others:
            for method in ("action_prepare", "action_carry_out"):
                self.assert_refused(user, ACT, method, self.draft.ids)
        self.assertFalse(self.commune.date_to)

    def test_the_private_methods_are_not_reached(self):
        for method in ("_replace_units", "_move_assignments", "_end"):
            self.assert_refused(self.administrator, ACT, method, self.draft.ids)

    def test_what_the_act_owns_is_not_typed_in(self):
        for vals in (
            {"state": "done"},
            {"report": "Đã xong"},
            {"done_user_id": self.officer.id},
        ):
            self.assert_refused(
                self.administrator, ACT, "write", self.draft.ids, vals=vals
            )
            full = [{"kind": "end", "date": DATE, **vals}]
            self.assert_refused(self.administrator, ACT, "create", vals_list=full)
        line = self.draft.line_ids[:1]
        for vals in ({"base_id": self.province.id}, {"unit_id": self.province.id}):
            self.assert_refused(self.administrator, LINE, "write", line.ids, vals=vals)
        made = {"unit_id": self.province.id}
        self.assert_refused(
            self.administrator, TARGET, "write", self.draft.target_ids.ids, vals=made
        )

    def test_heirs_are_computed_not_typed_in(self):
        vals = {"heir_ids": [Command.link(self.other_commune.id)]}
        self.assert_refused(
            self.administrator, "danvan.unit", "write", self.commune.ids, vals=vals
        )
        for user in self.others:
            vals = {"successor_ids": [Command.link(self.other_commune.id)]}
            self.assert_refused(
                user, "danvan.unit", "write", self.commune.ids, vals=vals
            )

    def test_what_was_carried_out_is_not_changed(self):
        self.draft.action_carry_out()
        self.env.flush_all()
        self.assert_refused(self.administrator, ACT, "action_carry_out", self.draft.ids)
        self.assert_refused(self.administrator, ACT, "action_prepare", self.draft.ids)
        self.assert_refused(self.administrator, ACT, "unlink", self.draft.ids)
        self.assert_refused(
            self.administrator, ACT, "write", self.draft.ids, vals={"basis": "Khác"}
        )

    def test_a_stranger_does_not_continue_what_has_ended(self):
        registration = self._run(self._register(self.campaign))
        registration._follow("end")
        self.draft.action_carry_out()
        self.env.flush_all()
        self.assert_refused(
            self.other_officer,
            "danvan.registration",
            "action_continue",
            registration.ids,
        )
