"""The trail: complete, chained, and a change behind Odoo's back is found."""

from odoo.tests import tagged

from .common import DanvanCase


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
