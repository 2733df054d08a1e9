"""The sensitive acts one by one, each by the person, on the document, over HTTP."""

import base64
import re

from odoo.tests import tagged

from .common import YEAR
from .matrix_case import MatrixCase
from .matrix_outcomes import DONE, HIDDEN, RIGHT
from .matrix_sensitive import SENSITIVE

REASON = "Lý do kiểm thử"
AT_LEAST = 220
SCAN = base64.b64encode(b"%PDF-1.4 signed page").decode()
# What the public acts of papers are told.
ARGUMENTS = {
    "action_issue": {"number": 900, "date": f"{YEAR}-03-05"},
    "action_attach_signed": {"content": SCAN, "file_name": "ban-ky.pdf"},
}


@tagged("post_install", "-at_install", "danvan_http")
class TestMatrixSensitive(MatrixCase):
    """Literal rows: what they say is not computed from anything."""

    def _assert_table(self, kind):
        """Let each person of the list of `kind` try his or her hand."""
        if kind not in self._kinds():
            return
        rows = {str(row): row for row in getattr(self, self.BUILDERS[kind])()}
        self.env.flush_all()
        self._mark = self._last_trail()
        before = self._states_of(kind)
        people = {person.login: person for person in self.people}
        reasons = {t.name: t.reason for t in self.env[kind]._transitions()}
        for number, (login, key, act, outcome) in enumerate(SENSITIVE[kind]):
            with self.subTest(kind=kind, who=login, document=key, act=act):
                self._become(people[login], by_key=number % 2)
                if act in ARGUMENTS:
                    method, arguments = act, ARGUMENTS[act]
                else:
                    reason = {"reason": REASON} if reasons[act] else {}
                    method, arguments = "action_transition", {"name": act, **reason}
                with self._undone():
                    answer = self._call(kind, method, [rows[key].id], **arguments)
                    trail = self._trail_after(self._mark, kind)
                    changed = self._states_of(kind).items() - before.items()
                self._assert_outcome(outcome, answer, trail, changed)

    def _assert_outcome(self, outcome, answer, trail, changed):
        self.assertFalse(answer.crash)
        if outcome == DONE:
            self.assertFalse(answer.refusal)
            self.assertTrue(trail)
            return
        self.assertFalse(trail)
        self.assertFalse(changed)
        self.assertTrue(answer.refusal, f"was let: {answer.value}")
        self.assertNotIn("Traceback", answer.refusal)
        self.assertTrue(re.search(outcome, answer.refusal), answer.refusal)

    def test_the_sensitive_list_is_long_enough(self):
        self.assertEqual(set(SENSITIVE), set(self.BUILDERS))
        self.assertGreaterEqual(sum(map(len, SENSITIVE.values())), AT_LEAST)
        for kind, rows in SENSITIVE.items():
            self.assertEqual(len(rows), len(set(rows)), f"{kind}: a row twice")

    def test_sensitive_registrations(self):
        self._assert_table("danvan.registration")

    def test_sensitive_campaigns(self):
        self._assert_table("danvan.campaign")

    def test_sensitive_criteria_sets(self):
        self._assert_table("danvan.criteria.set")

    def test_sensitive_evaluations(self):
        self._assert_table("danvan.evaluation")

    def test_sensitive_recognition_lists(self):
        self._assert_table("danvan.recognition.list")

    def test_sensitive_recognitions(self):
        self._assert_table("danvan.recognition")

    def test_sensitive_awards(self):
        self._assert_table("danvan.award")

    def test_sensitive_decisions(self):
        self._assert_table("danvan.award.decision")

    def test_sensitive_papers(self):
        self._assert_table("danvan.document")

    def test_sensitive_handovers(self):
        self._assert_table("danvan.handover")

    def test_sensitive_questions(self):
        self._assert_table("danvan.question")

    def test_sensitive_adjustments(self):
        self._assert_table("danvan.registration.change")

    def test_who_submitted_does_not_take_a_step_that_asks_for_another(self):
        self.env.ref("danvan_kheo.route_registration_own").same_person = "other"
        officer = next(p for p in self.people if p.login == "government.officer")
        leader = next(p for p in self.people if p.login == "government.approver")
        both = self.users[officer.login]
        self.env["danvan.assignment"].create(
            {
                "user_id": both.id,
                "role": "approver",
                "unit_id": self.places["government"].id,
            }
        )
        vals = self._registration_of("government", "Bốn mắt")
        registration = self.env["danvan.registration"].create(vals)
        self.act(registration, both, "submit")
        self.env.flush_all()
        mark = self._last_trail()
        for by_key in (False, True):
            self._become(officer, by_key)
            answer = self._press(registration, "approve")
            self.assertIn(self.places["government"].name, answer.refusal)
            self.assertFalse(self._trail_after(mark, registration._name))
        self._become(leader, by_key=False)
        self.assertFalse(self._press(registration, "approve").refusal)
        self.assertEqual(len(self._trail_after(mark, registration._name)), 1)

    def test_a_refusal_names_the_act_and_the_unit(self):
        registration = self.env["danvan.registration"].create(
            self._registration_of("commune", "Nêu tên")
        )
        viewer = next(p for p in self.people if p.login == "commune.viewer")
        self._become(viewer, by_key=False)
        answer = self._press(registration, "submit")
        self.assertRegex(answer.refusal, RIGHT)
        self.assertIn("Trình lãnh đạo", answer.refusal)
        self.assertIn(self.places["commune"].name, answer.refusal)
        neighbour = next(p for p in self.people if p.login == "sibling.officer")
        self._become(neighbour, by_key=False)
        hidden = self._press(registration, "submit")
        self.assertRegex(hidden.refusal, HIDDEN)
        self.assertNotIn(registration.name, hidden.refusal)

    def _press(self, registration, name):
        return self._call(
            registration._name, "action_transition", registration.ids, name=name
        )
