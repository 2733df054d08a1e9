"""Every role × area × relation × kind × state × transition, over real HTTP calls."""

import base64
import logging

from odoo.tests import tagged

from .matrix_case import MatrixCase
from .matrix_documents import (
    CAMPAIGN_PUBLIC,
    CRITERIA_PUBLIC,
    PAPER_ISSUED,
    RECOGNITION_LIST_OUT,
    RECOGNITION_OUT,
)

_logger = logging.getLogger(__name__)

REASON = "Lý do kiểm thử"
# An act with a file: pressed on several it does nothing, so it is tried by its own
# public method, one paper at a time. So are acts that tell more than a reason.
SCAN = base64.b64encode(b"%PDF-1.4 signed page").decode()
OWN_ACTS = {
    "attach_signed": (
        "action_attach_signed",
        {"content": SCAN, "file_name": "a.pdf"},
    ),
    "ask_stop": (
        "action_ask_stop",
        {"reason": REASON, "result": "Đã làm 1 km", "lessons": "Bàn kỹ với dân"},
    ),
    # The unit is known when the province is made.
    "ask_move": ("action_ask_move", {"reason": REASON}),
}
# Named for an officer, done by a leader as well.
BY_LEADERS_TOO = ("answer", "correct_answer")
# Fewer would mean that a kind, a unit or a role fell out of the table.
AT_LEAST = {
    "danvan.campaign": 30_000,
    "danvan.registration": 80_000,
    "danvan.criteria.set": 6_000,
    "danvan.evaluation": 21_000,
    "danvan.recognition.list": 11_000,
    "danvan.recognition": 6_000,
    "danvan.award": 20_000,
    "danvan.award.decision": 7_000,
    "danvan.document": 23_000,
    "danvan.handover": 100,
    "danvan.question": 10_000,
    "danvan.registration.change": 20_000,
}
# At most so many are named when the table and the server differ.
NAMED = 15


@tagged("post_install", "-at_install", "danvan_long")
class TestMatrixTransitions(MatrixCase):
    """One call for each person and transition on all that he or she reads, one on all
    that he or she does not; what moved is compared with the table."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.foreign_hamlet = cls._unit(
            "B.foreign2",
            "Thôn 2, Tỉnh ủy Khác",
            "grassroots",
            "grassroots",
            cls.places["foreign"],
        )

    # Who reads what, in words of the test: down in one's area, up what was published,
    # and wherever it comes from what one's unit is asked about.

    def _reads(self, person, kind, row):
        if person.is_administrator:
            return True
        if row.step and self.province_rules.is_asked(person, row.step[0]):
            return True
        sees = self.province_rules.sees
        below = self.province_rules.stands_under
        unit = row.unit
        decider = row.units.get("deciding_unit_id")
        scorer = row.units.get("evaluator_unit_id")
        state = row.state
        return {
            "danvan.campaign": lambda: (
                sees(person, unit) or (below(person, unit) and state in CAMPAIGN_PUBLIC)
            ),
            "danvan.registration": lambda: (
                sees(person, unit) or self._reads_as_place(person, row)
            ),
            "danvan.criteria.set": lambda: (
                sees(person, unit) or (below(person, unit) and state in CRITERIA_PUBLIC)
            ),
            "danvan.evaluation": lambda: (
                sees(person, scorer) or (sees(person, unit) and state == "concluded")
            ),
            "danvan.recognition.list": lambda: (
                sees(person, unit)
                or (below(person, unit) and state in RECOGNITION_LIST_OUT)
            ),
            "danvan.recognition": lambda: (
                sees(person, decider)
                or (sees(person, unit) and state in RECOGNITION_OUT)
            ),
            "danvan.award": lambda: (
                sees(person, unit) or (sees(person, decider) and state != "draft")
            ),
            "danvan.award.decision": lambda: sees(person, unit),
            "danvan.handover": lambda: (
                person.login in row.note.split(" → ")
                or self.province_rules.leads(person, unit)
            ),
            "danvan.question": lambda: (
                sees(person, unit)
                or (sees(person, row.units["answering_unit_id"]) and state != "draft")
            ),
            "danvan.registration.change": lambda: (
                sees(person, unit)
                or (sees(person, row.units["agreeing_unit_id"]) and state != "draft")
            ),
            "danvan.document": lambda: (
                sees(person, unit)
                or (below(person, unit) and state in PAPER_ISSUED and bool(row.note))
            ),
        }[kind]()

    @staticmethod
    def _reads_as_place(person, row):
        """What has left its desk is read by who works in the committee of the place."""
        left = row.state not in ("draft", "to_approve", "returned")
        works = any(
            role != "viewer" and seat.unit == row.units.get("place_unit_id")
            for role, seat in person.seats
        )
        return left and works

    # Who moves what

    def _fitting_ids(self, kind, rows, transition):
        """Return the ids of the rows in a state and of a sort for `transition`, with
        nothing standing against it, whoever asks."""
        records = self.env[kind].browse(row.id for row in rows)
        fitting = records._fitting(transition)
        against = {}
        if transition.guard and fitting:
            against = getattr(fitting, transition.guard)()
        if transition.starts_route:
            against |= fitting._blocked(against)
        return set(fitting.ids) - set(against)

    def _moves(self, person, row, transition):
        """Tell whether the person holds the role that the transition asks for."""
        holds = self.province_rules.holds
        if transition.is_automatic:
            return False
        if transition.by_step and row.step:
            place, role = row.step
            return holds(person, role, place)
        place = row.units[transition.unit]
        if transition.name in BY_LEADERS_TOO and holds(person, "approver", place):
            return True
        if transition.name == "screen_as_appraiser" and holds(person, "officer", place):
            return False
        return holds(person, transition.role, place)

    def _assert_table(self, kind):
        """Try everybody's hand at every transition of `kind`."""
        if kind not in self._kinds():
            return
        rows = getattr(self, self.BUILDERS[kind])()
        self.env.flush_all()
        self.env.invalidate_all()
        transitions = self.env[kind]._transitions()
        fitting = {t.name: self._fitting_ids(kind, rows, t) for t in transitions}
        self._assert_rows_as_told(kind, rows)
        # What the superuser computed is no part of what the calls find.
        self.env.invalidate_all()
        self._mark = self._last_trail()
        self._before = self._states_of(kind)
        self._count = 0
        differences = []
        for number, person in enumerate(self.people):
            self._become(person, by_key=number % 2)
            differences += self._assert_read(person, kind, rows)
            for transition in transitions:
                differences += self._tried(
                    person, kind, rows, transition, fitting[transition.name]
                )
        _logger.info("%s: %s combinations tried", kind, self._count)
        self.assertGreaterEqual(self._count, AT_LEAST[kind])
        if differences:
            rest = f"{len(differences)} differences, the first of them:"
            self.fail("\n".join([rest, *differences[:NAMED]]))

    def _assert_rows_as_told(self, kind, rows):
        """The documents stand where their rows say."""
        for row in rows:
            record = self.env[kind].browse(row.id)
            self.assertEqual(record.state, row.state, row)
            for name, place in row.units.items():
                self.assertEqual(record[name], self.places[place], f"{row} {name}")
            step = record.current_step_id
            told = (step.for_unit_id, step.role) if step else None
            expected = row.step and (self.places[row.step[0]], row.step[1])
            self.assertEqual(told, expected, row)

    def _assert_read(self, person, kind, rows):
        """Yield how what is found differs from what the person is to see."""
        ids = [row.id for row in rows]
        answer = self._call(kind, "search", domain=[("id", "in", ids)])
        found = set(answer.value or ())
        for row in rows:
            expected = self._reads(person, kind, row)
            if expected != (row.id in found):
                yield f"{person.login} {'reads' if expected else 'must not read'} {row}"

    def _tried(self, person, kind, rows, transition, fitting):
        """Yield how what one person moved differs from what the table says."""
        readable = [row for row in rows if self._reads(person, kind, row)]
        hidden = [row for row in rows if row not in readable]
        expected = {
            row.id
            for row in readable
            if row.id in fitting and self._moves(person, row, transition)
        }
        if transition.name in OWN_ACTS:
            for row in readable:
                if row.id in fitting:
                    one = expected & {row.id}
                    yield from self._pressed(person, kind, [row], transition, one)
        else:
            yield from self._pressed(person, kind, readable, transition, expected)
        if not transition.is_automatic:
            yield from self._pressed(person, kind, hidden, transition, set())

    def _pressed(self, person, kind, rows, transition, expected):
        """Press once on all of `rows`, look at what became of them, and undo it."""
        if not rows:
            return
        self._count += len(rows)
        method, arguments = self._way(transition, rows)
        with self._undone():
            ids = [row.id for row in rows]
            answer = self._call(kind, method, ids, **arguments)
            lines = self._trail_after(self._mark, kind)
            states = self._states_of(kind)
        who = f"{person.login} {transition.name}"
        if answer.crash:
            yield f"{who}: crash {answer.crash}"
        if bool(answer.refusal) == bool(expected):
            yield f"{who}: answered {answer}, to be moved: {len(expected)}"
        uid = self.users[person.login].id
        moved = [id_ for id_, name, by in lines if (name, by) == (transition.name, uid)]
        if len(moved) != len(set(moved)):
            yield f"{who}: two lines of one act"
        for row in rows:
            if (row.id in moved) != (row.id in expected):
                yield f"{who}: {row} {'moved' if row.id in moved else 'did not move'}"
        beside = {id_ for id_, _name, _by in lines} - expected
        changed = {id_ for id_ in states if states[id_] != self._before.get(id_)}
        if beside or changed - expected:
            yield f"{who}: beside it changed {beside | changed - expected}"
        yield from self._landed(who, kind, transition, states, changed)

    def _way(self, transition, rows):
        """Return method and arguments by which `transition` is pressed."""
        if transition.name in OWN_ACTS and len(rows) == 1:
            method, arguments = OWN_ACTS[transition.name]
            if transition.name == "ask_move":
                arguments = arguments | {"unit_id": self._other_place(rows[0]).id}
            return method, arguments
        reason = {"reason": REASON} if transition.reason else {}
        return "action_transition", {"name": transition.name, **reason}

    def _other_place(self, row):
        """Return a unit to which the registration of `row` can go: of its campaign,
        and another than its own."""
        if row.unit == "foreign":
            return self.foreign_hamlet
        return self.places["commune" if row.unit == "sibling" else "sibling"]

    def _landed(self, who, kind, transition, states, changed):
        """Yield which of the changed stand elsewhere than the transition leads."""
        targets = {transition.target}
        if transition.starts_route:
            # All steps of its route were skipped.
            targets.add(self._agreed_state(kind))
        for id_ in changed:
            if states[id_] not in targets:
                yield f"{who}: {id_} stands in {states[id_]}"

    def _agreed_state(self, kind):
        return next(t.target for t in self.env[kind]._transitions() if t.agrees)

    # The kinds

    def test_every_kind_of_document_has_its_rows(self):
        workflow = self.env.registry["danvan.workflow"]
        kinds = {
            name
            for name, model in self.env.registry.items()
            if issubclass(model, workflow) and not model._abstract
        }
        self.assertEqual(kinds, self._kinds())
        self.assertEqual(set(AT_LEAST), set(self.BUILDERS))
        tests = {name for name in dir(self) if name.startswith("test_danvan_")}
        named = {f"test_{kind.replace('.', '_')}" for kind in self.BUILDERS}
        self.assertEqual(tests, named)

    def test_danvan_campaign(self):
        self._assert_table("danvan.campaign")

    def test_danvan_registration(self):
        self._assert_table("danvan.registration")

    def test_danvan_criteria_set(self):
        self._assert_table("danvan.criteria.set")

    def test_danvan_evaluation(self):
        self._assert_table("danvan.evaluation")

    def test_danvan_recognition_list(self):
        self._assert_table("danvan.recognition.list")

    def test_danvan_recognition(self):
        self._assert_table("danvan.recognition")

    def test_danvan_award(self):
        self._assert_table("danvan.award")

    def test_danvan_award_decision(self):
        self._assert_table("danvan.award.decision")

    def test_danvan_document(self):
        self._assert_table("danvan.document")

    def test_danvan_question(self):
        self._assert_table("danvan.question")

    def test_danvan_registration_change(self):
        self._assert_table("danvan.registration.change")

    def test_danvan_handover(self):
        self._assert_table("danvan.handover")
