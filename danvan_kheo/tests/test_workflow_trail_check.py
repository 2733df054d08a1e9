"""The command that follows the trail: what tampering it finds, and what it says."""

import io
from contextlib import redirect_stdout
from unittest.mock import patch

from odoo.cli.command import find_command
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import config

from odoo.addons.danvan_kheo.models.workflow import trail_check
from odoo.addons.danvan_kheo.models.workflow.trail import (
    HASHED,
    HASHED_WHEN_SET,
    line_hash,
)

from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestWorkflowTrailCheck(DanvanCase):
    """Somebody with the database in hand changes lines by SQL."""

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
        cls.act(cls.first, cls.officer, "submit")
        cls.lines = cls.first.trail_ids.sorted("id")
        cls.trail = cls.env["danvan.trail"]

    def _tamper(self, query, *parameters):
        self.env.flush_all()
        self.env.cr.execute(query, parameters)
        self.env.invalidate_all()

    def _insert_after(self, line, **vals):
        """Put in a line with a right hash of its own, as one who knows how."""
        names = (*HASHED, *HASHED_WHEN_SET)
        row = {name: line[name] or None for name in names}
        row |= {"unit_id": line.unit_id.id, "user_id": line.user_id.id, **vals}
        row["previous_hash"] = line.hash
        row["hash"] = line_hash(row)
        columns, marks = ", ".join(row), ", ".join(["%s"] * len(row))
        self._tamper(
            f"INSERT INTO danvan_trail ({columns}) VALUES ({marks})", *row.values()
        )

    def _said(self, seal=None):
        status, sentences = self.trail._statement(self.trail._newest_committed(), seal)
        return status, "\n".join(sentences)

    def test_a_whole_trail(self):
        status, said = self._said()
        lines = self.trail.search([])
        documents = {(line.res_model, line.res_id) for line in lines}
        self.assertEqual(status, 0, said)
        self.assertIn(f"{len(lines)} lines of {len(documents)} documents", said)

    def test_no_trail_at_all(self):
        self._tamper("DELETE FROM danvan_trail")
        self.assertEqual(self.trail._check().lines, 0)

    def test_a_changed_line(self):
        line = self.lines[1]
        self._tamper("UPDATE danvan_trail SET reason = 'Khác' WHERE id = %s", line.id)
        status, said = self._said()
        self.assertEqual(status, 1)
        self.assertIn(f"no. {line.id} ", said)
        self.assertIn("was changed after it was written", said)
        self.assertIn(self.first.name, said)

    def test_a_line_deleted_in_the_middle(self):
        self._tamper("DELETE FROM danvan_trail WHERE id = %s", self.lines[1].id)
        found = self.trail._check().first
        self.assertEqual((found.line_id, found.kind), (self.lines[2].id, "missing"))
        self.assertEqual(self._said()[0], 1)

    def test_a_line_written_anew_with_a_right_hash(self):
        line = self.lines[1]
        row = {name: line[name] or None for name in (*HASHED, *HASHED_WHEN_SET)}
        row |= {"unit_id": line.unit_id.id, "user_id": line.user_id.id}
        row |= {"reason": "Khác", "previous_hash": line.previous_hash}
        self._tamper(
            "UPDATE danvan_trail SET reason = 'Khác', hash = %s WHERE id = %s",
            line_hash(row),
            line.id,
        )
        found = self.trail._check().first
        self.assertEqual((found.line_id, found.kind), (self.lines[2].id, "missing"))

    def test_a_line_put_in_between(self):
        """By its id it comes last, so the chain forks at it."""
        self._insert_after(self.lines[1], reason="Chen vào")
        found = self.trail._check().first
        self.assertEqual(found.kind, "inserted")
        self.assertEqual(found.document, ("danvan.registration", self.first.id))

    def test_lines_changed_places(self):
        a, b = self.lines[1:3].ids
        swap = "UPDATE danvan_trail SET id = %s WHERE id = %s"
        for new, old in ((-1, a), (a, b), (b, -1)):
            self._tamper(swap, new, old)
        self.assertEqual(self.trail._check().broken, 1)

    def test_the_first_of_several_is_told_and_all_are_counted(self):
        for line in (self.second.trail_ids[0], self.lines[2]):
            self._tamper("UPDATE danvan_trail SET role = NULL WHERE id = %s", line.id)
        check = self.trail._check()
        self.assertEqual(check.broken, 2)
        self.assertEqual(check.first.line_id, self.second.trail_ids[0].id)

    def test_a_batch_ends_within_a_document(self):
        with patch.object(trail_check, "BATCH", 2):
            self.assertEqual(self._said()[0], 0)
            self._tamper("DELETE FROM danvan_trail WHERE id = %s", self.lines[1].id)
            self.assertEqual(self.trail._first_broken(), self.lines[2])

    def test_the_newest_line_deleted(self):
        """No hash tells it, but the document's state does."""
        self._tamper("DELETE FROM danvan_trail WHERE id = %s", self.lines[2].id)
        status, said = self._said()
        self.assertEqual(status, 2)
        self.assertIn("Waiting for the Leader", said)
        self.assertIn("Returned to Complete", said)

    def test_all_lines_of_a_document_deleted(self):
        self._tamper("DELETE FROM danvan_trail WHERE id = ANY(%s)", self.lines.ids)
        status, said = self._said()
        self.assertEqual(status, 2)
        self.assertIn(self.first.name, said)

    def test_a_state_changed_by_hand(self):
        self._tamper(
            "UPDATE danvan_registration SET state = 'running' WHERE id = %s",
            self.second.id,
        )
        status, said = self._said()
        self.assertEqual(status, 2)
        self.assertIn(self.second.name, said)

    def test_a_document_deleted_behind_its_trail(self):
        self._tamper("DELETE FROM danvan_registration WHERE id = %s", self.second.id)
        status, said = self._said()
        self.assertEqual(status, 2)
        self.assertIn("does not exist any more", said)

    def test_a_seal_finds_what_was_computed_anew(self):
        """Whoever knows the code can make a trail that follows; the seal cannot."""
        seal = self._said()[1].rsplit(" ", 1)[1]
        self.assertEqual(self._said(seal)[0], 0)
        self._tamper("DELETE FROM danvan_trail WHERE id = ANY(%s)", self.lines.ids)
        self._tamper(
            "UPDATE danvan_registration SET state = 'draft' WHERE id = %s",
            self.first.id,
        )
        self.assertEqual(self._said()[0], 0)
        status, said = self._said(seal)
        self.assertEqual(status, 2)
        self.assertIn("not those of the seal", said)

    def test_a_seal_stands_when_work_goes_on(self):
        seal = self._said()[1].rsplit(" ", 1)[1]
        self.act(self.first, self.leader, "accept")
        self.assertEqual(self._said(seal)[0], 0)

    def test_what_is_no_seal(self):
        for seal in ("12", "12:abc", "x:" + "0" * 64):
            with self.assertRaises(UserError):
                self._said(seal)

    def _command(self, *words):
        """Run the command as the console does; return its status and what it said."""
        out = io.StringIO()
        with (
            self.enter_registry_test_mode(),
            patch.object(config, "parse_config"),
            redirect_stdout(out),
            self.assertRaises(SystemExit) as ended,
        ):
            find_command("danvan_trail")().run(["-d", self.env.cr.dbname, *words])
        return ended.exception.code, out.getvalue()

    def test_the_command_says_it_in_vietnamese_and_ends_with_the_status(self):
        status, said = self._command()
        self.assertEqual(status, 0)
        self.assertRegex(said, r"\d+:[0-9a-f]{64}\n$")
        self._tamper("DELETE FROM danvan_trail WHERE id = %s", self.lines[1].id)
        status, said = self._command()
        self.assertEqual(status, 1)
        self.assertIn(str(self.lines[2].id), said)
        self.assertEqual(self._command("--seal", "x")[0], 3)
