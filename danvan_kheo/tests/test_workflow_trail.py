"""The trail: complete, chained, and a change behind Odoo's back is found."""

import hashlib
import json

from lxml import etree

from odoo.tests import tagged

from odoo.addons.danvan_kheo.models.workflow.trail import HASHED

from .common import DanvanCase

SHOWN = {"date", "act_label", "state_label", "user_name", "capacity_label", "reason"}


@tagged("post_install", "-at_install")
class TestWorkflowTrail(DanvanCase):
    """Two registrations, each with a chain of its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The database of a developer may hold lines; a broken one there is not ours.
        cls.env.cr.execute("DELETE FROM danvan_trail")
        campaign = cls._campaign()
        cls.first = cls._register(campaign)
        cls.second = cls._register(campaign, name="Tổ tự quản an ninh")
        cls.act(cls.first | cls.second, cls.officer, "submit")
        cls.act(cls.first, cls.leader, "return_to_officer", "Ghi rõ tuyến đường")
        cls.act(cls.second, cls.leader, "accept")
        cls.act(cls.first, cls.officer, "submit")
        cls.trail = cls.env["danvan.trail"]

    def _tamper(self, query, *parameters):
        self.env.flush_all()
        self.env.cr.execute(query, parameters)
        self.env.invalidate_all()

    def test_an_untouched_trail_is_whole(self):
        self.assertFalse(self.trail._first_broken())

    def test_a_line_says_who_for_whom_what_and_why(self):
        line = self.first.trail_ids.sorted("id")[1]
        self.assertEqual(line.user_id, self.leader)
        self.assertEqual(line.user_name, self.leader.name)
        self.assertEqual(line.role, "approver")
        self.assertEqual(line.acting_unit_name, self.commune.name)
        self.assertEqual(line.unit_id, self.commune)
        self.assertEqual(line.unit_name, self.commune.name)
        self.assertEqual((line.from_state, line.to_state), ("to_approve", "returned"))
        self.assertEqual(line.reason, "Ghi rõ tuyến đường")

    def test_each_line_carries_the_hash_of_the_one_before(self):
        lines = self.first.trail_ids.sorted("id")
        self.assertEqual(len(lines), 3)
        self.assertFalse(lines[0].previous_hash)
        self.assertEqual(lines[1].previous_hash, lines[0].hash)
        self.assertEqual(lines[2].previous_hash, lines[1].hash)

    def test_the_name_of_then_stays_and_the_chain_holds(self):
        name = self.commune.name
        self.commune.name = "Đảng ủy xã Tên Mới"
        self.leader.name = "Nguyễn Văn Đổi Tên"
        self.env.invalidate_all()
        self.assertEqual(self.first.trail_ids[0].unit_name, name)
        self.assertFalse(self.trail._first_broken())

    def test_every_changed_column_is_found(self):
        line = self.first.trail_ids.sorted("id")[1]
        for column, value in {
            "on_behalf": "Người ủy quyền khác",
            "is_entered_for": True,
            "paper_ref": "12/CV",
            "reason": "Khác",
            "user_name": "Người Khác",
            "user_id": self.officer.id,
            "role": "officer",
            "acting_unit_name": "Đơn vị khác",
            "unit_name": "Đơn vị khác",
            "date": "2020-01-01",
            "transition": "accept",
            "from_state": "draft",
            "to_state": "running",
            "res_id": self.second.id,
            "unit_id": self.other_commune.id,
            "hash": "0" * 64,
            "previous_hash": "0" * 64,
        }.items():
            with self.subTest(column=column), self.env.cr.savepoint() as savepoint:
                self._tamper(
                    f"UPDATE danvan_trail SET {column} = %s WHERE id = %s",
                    value,
                    line.id,
                )
                self.assertTrue(self.trail._first_broken(), column)
                savepoint.rollback()
                self.env.invalidate_all()
        self.assertFalse(self.trail._first_broken())

    def test_a_deleted_line_is_found(self):
        first, second = self.first.trail_ids.sorted("id")[:2]
        self._tamper("DELETE FROM danvan_trail WHERE id = %s", first.id)
        self.assertEqual(self.trail._first_broken(), second)

    def test_a_rewritten_hash_breaks_the_next_line(self):
        first, second = self.first.trail_ids.sorted("id")[:2]
        vals = {"reason": "Khác", "hash": "f" * 64}
        self._tamper(
            "UPDATE danvan_trail SET reason = %s, hash = %s WHERE id = %s",
            vals["reason"],
            vals["hash"],
            first.id,
        )
        self.assertEqual(self.trail._first_broken(), first)
        self.assertEqual(second.previous_hash != vals["hash"], True)

    def test_a_line_without_marks_keeps_the_hash_it_always_had(self):
        line = self.first.trail_ids.sorted("id")[1]
        said = [str(line[name] or "") for name in HASHED]
        said[HASHED.index("unit_id")] = str(line.unit_id.id)
        said[HASHED.index("user_id")] = str(line.user_id.id)
        text = json.dumps([*said, line.previous_hash], ensure_ascii=False)
        self.assertEqual(line.hash, hashlib.sha256(text.encode()).hexdigest())

    def _marked(self, **marks):
        """Return a new line of the first registration with marks on it."""
        vals = self.first.trail_ids.sorted("id")[1].copy_data()[0]
        line = self.env["danvan.trail"]._create_owned([{**vals, **marks}])
        self.first.invalidate_recordset(["trail_ids"])
        return line

    def test_the_capacity_reads_like_a_sentence(self):
        line = self.first.trail_ids.sorted("id")[1]
        self.assertEqual(line.capacity_label, f"Approver, {self.commune.name}")
        nothing = {"on_behalf": False, "is_entered_for": False, "paper_ref": False}
        for marks, words in (
            ({"on_behalf": "Nguyễn Văn A"}, "by delegation of Nguyễn Văn A"),
            ({"is_entered_for": True}, f"entered for {self.commune.name}"),
            ({"paper_ref": "12/CV-ĐU"}, "by paper no. 12/CV-ĐU"),
        ):
            label = (
                self._marked(**{**nothing, **marks})
                .with_context(lang="en_US")
                .capacity_label
            )
            self.assertEqual(label, f"Approver, {self.commune.name}, {words}")
        self.assertFalse(self.trail._first_broken())

    def test_marks_are_part_of_the_hash(self):
        line = self._marked(on_behalf="Nguyễn Văn A", paper_ref="12/CV-ĐU")
        self.assertFalse(self.trail._first_broken())
        for column, value in {"on_behalf": None, "paper_ref": "13/CV-ĐU"}.items():
            with self.env.cr.savepoint() as savepoint:
                query = f"UPDATE danvan_trail SET {column} = %s WHERE id = %s"
                self._tamper(query, value, line.id)
                self.assertEqual(self.trail._first_broken(), line, column)
                savepoint.rollback()

    def test_the_line_names_its_document_to_who_may_read_it(self):
        line = self.first.trail_ids[:1]
        self.assertEqual(line.document_name, self.first.name)
        self.assertEqual(line.with_user(self.viewer).document_name, self.first.name)

    def test_every_form_of_a_moving_document_shows_the_trail(self):
        workflow = self.env.registry["danvan.workflow"]
        models = [
            name
            for name, model in self.env.registry.items()
            if issubclass(model, workflow) and not model._abstract
        ]
        self.assertGreater(len(models), 8)
        for name in models:
            with self.subTest(model=name):
                arch = etree.fromstring(
                    self.env[name].get_view(view_type="form")["arch"]
                )
                [trail] = arch.findall(".//page//field[@name='trail_ids']")
                self.assertEqual({view.tag for view in trail}, {"list", "kanban"})
                for view in trail:
                    shown = {node.get("name") for node in view.iter("field")}
                    self.assertLessEqual(SHOWN, shown, view.tag)
                self.assertEqual(trail.getprevious().get("name"), "action_export_trail")

    def test_a_form_without_a_place_for_the_trail_gets_one(self):
        for body in ("<sheet><notebook/></sheet>", "<sheet/>", ""):
            view = self.env["ir.ui.view"].create(
                {
                    "name": "bare",
                    "model": "danvan.registration",
                    "arch": f"<form>{body}</form>",
                }
            )
            arch = etree.fromstring(self.first.get_view(view.id, "form")["arch"])
            self.assertEqual(len(arch.findall(".//page//field[@name='trail_ids']")), 1)
