"""Two people press at once: one act, one clear message."""

import time
from dataclasses import dataclass
from threading import Barrier, Thread
from types import SimpleNamespace

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.modules.registry import DummyRLock, Registry
from odoo.service import model as service
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL, mute_logger

from .common import DanvanFixture

# How often two press at once, in each of the cases; together the rounds promised.
ROUNDS = {"same_act": 80, "two_acts": 40, "inbox": 40, "step": 40}
PROMISED = 200
REGISTRATION = "danvan.registration"
STEP = "danvan.approval.step"
# Who came second is told who acted, or that somebody is acting just now.
TOLD = "did “.+” at |acting on it at this moment"
# State, acts and steps of what was accepted once.
ACCEPTED = ("running", ["submit", "accept"], ["approved"])


@dataclass
class Answer:
    """What one of the two was told: that it is done, a refusal, or a crash."""

    done: bool = False
    refusal: str = ""
    crash: str = ""


class _Province(DanvanFixture):
    """The small province in a transaction of its own, which is committed."""

    @classmethod
    def make(cls, env):
        """Make the units, the people and one registration for each round.

        :return: `{case: ids of registrations}`
        """
        quiet = {"tracking_disable": True, "no_reset_password": True}
        cls.env = env(context=quiet)
        cls._make_units()
        cls._make_people()
        cls.sector = env.ref("danvan_kheo.sector_vhxh")
        person, government = cls._person, cls.commune_government
        cls.second_leader = person("second_leader", "approver", cls.commune)
        cls.ub_officer = person("ub_officer", "officer", government)
        cls.ub_leader = person("ub_leader", "approver", government)
        cls.ub_deputy = person("ub_deputy", "approver", government)
        campaign = cls._campaign()
        made = {
            case: cls._submitted(campaign, case, rounds + 1)
            for case, rounds in ROUNDS.items()
        }
        return {case: registrations.ids for case, registrations in made.items()}

    @classmethod
    def _submitted(cls, campaign, case, count):
        """Return registrations that wait for a leader: of the commune, or at the
        first step of the route of its People's Committee."""
        unit, officer, level = cls.commune, cls.officer, {}
        if case == "step":
            unit, officer = cls.commune_government, cls.ub_officer
            province = cls.env.ref("danvan_kheo.level_province")
            level = {"registered_level_id": province.id}
        model = cls.env[REGISTRATION].with_user(officer)
        registrations = model.create(
            [
                cls._registration_vals(
                    campaign, unit, name=f"Thắp sáng đường quê {case} {n}", **level
                )
                for n in range(count)
            ]
        )
        cls.act(registrations, officer, "submit")
        return registrations


@tagged("post_install", "-at_install")
class TestWorkflowConcurrency(TransactionCase):
    """Real cursors, real commits; what was committed is removed by SQL at the end."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The process that runs tests holds this lock; the threads would wait for it.
        cls.classPatch(Registry, "_lock", DummyRLock())
        with cls.registry.cursor() as cr:
            cls.marks = cls._marks(cr)
            cls.addClassCleanup(cls._wipe)
            cls.ids = _Province.make(api.Environment(cr, SUPERUSER_ID, {}))
        cls.leaders = (_Province.leader.id, _Province.second_leader.id)
        cls.ub_leaders = (_Province.ub_leader.id, _Province.ub_deputy.id)
        # Who comes second and is let try again need not wait a second for it.
        briefly = SimpleNamespace(sleep=lambda _seconds: time.sleep(0.005))
        cls.classPatch(service, "time", briefly)

    @classmethod
    def _marks(cls, cr):
        """Return `{table: highest id}` of every table."""
        cr.execute(
            """
            SELECT c.table_name FROM information_schema.columns c
              JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE c.column_name = 'id' AND t.table_type = 'BASE TABLE'
               AND c.table_schema = 'public' AND c.data_type = 'integer'
            """
        )
        marks = {}
        for (table,) in cr.fetchall():
            cr.execute(SQL("SELECT max(id) FROM %s", SQL.identifier(table)))
            marks[table] = cr.fetchone()[0] or 0
        return marks

    @classmethod
    def _wipe(cls):
        """Delete the rows added, table by table until no link holds one back."""
        with cls.registry.cursor() as cr, mute_logger("odoo.sql_db"):
            waiting = list(cls.marks)
            while waiting:
                left = [table for table in waiting if not cls._emptied(cr, table)]
                if left == waiting:
                    raise AssertionError(f"rows were left in {left}")
                waiting = left
        cls.registry.clear_cache()

    @classmethod
    def _emptied(cls, cr, table):
        query = SQL(
            "DELETE FROM %s WHERE id > %s", SQL.identifier(table), cls.marks[table]
        )
        try:
            with cr.savepoint():
                cr.execute(query)
        except Exception:
            return False
        return True

    # What is pressed

    @staticmethod
    def _press(name, reason=None):
        """Return the act of pressing the button `name` on the document itself."""

        def act(registration, _step):
            registration.action_transition(name, reason)
            return Answer(done=True)

        return act

    @staticmethod
    def _approve_in_inbox(_registration, step):
        """Approve from the inbox: it tells what was not done, and never raises."""
        params = step.action_approve_selected()["params"]
        if params["type"] == "success":
            return Answer(done=True)
        return Answer(refusal=params["message"])

    # Two at once

    def _race(self, case, presses):
        """Let two people press at once on each registration of `case`.

        :param presses: `[(user id, act)]` of the two
        :return: `{id: answers}`
        """
        answers = {}
        with mute_logger("odoo.sql_db", "odoo.service.model"):
            for id_ in self.ids[case][1:]:
                answers[id_] = self._press_at_once(id_, presses)
        self.assertEqual(len(answers), ROUNDS[case])
        for id_, told in answers.items():
            self._assert_one_act_one_message(id_, told)
        return answers

    def _press_at_once(self, registration_id, presses):
        """Return what two people, in threads and transactions of their own, are
        told."""
        barrier = Barrier(len(presses), timeout=20)
        answers = [Answer(crash="no answer") for _press in presses]

        def press(number):
            answers[number] = self._told(registration_id, *presses[number], barrier)

        threads = [Thread(target=press, args=(n,)) for n in range(len(presses))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        return answers

    def _told(self, registration_id, uid, act, barrier):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, uid, {})
            registration = env[REGISTRATION].browse(registration_id)
            # Both have the page, or the inbox, open before either presses.
            registration.read(["state"])
            step = env[STEP].search(
                [
                    ("res_model", "=", REGISTRATION),
                    ("res_id", "=", registration_id),
                    ("state", "=", "pending"),
                ]
            )
            barrier.wait()
            try:
                return service.retrying(lambda: act(registration, step), env)
            except UserError as error:
                cr.rollback()
                return Answer(refusal=str(error))
            except Exception as error:
                cr.rollback()
                return Answer(crash=repr(error))

    def _assert_one_act_one_message(self, id_, answers):
        self.assertFalse([a.crash for a in answers if a.crash], id_)
        self.assertEqual([a.done for a in answers].count(True), 1, answers)
        (refused,) = (answer for answer in answers if not answer.done)
        self.assertRegex(refused.refusal, TOLD)
        self.assertNotIn("Traceback", refused.refusal)

    # What is left behind

    def _assert_left(self, ids, expected):
        """Check states, trails and steps of the registrations that were pressed.

        :param expected: function that returns state, acts and states of the steps
            for one registration
        """
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            registrations = env[REGISTRATION].browse(ids)
            steps = (
                env[STEP]
                .search(
                    [
                        ("res_model", "=", REGISTRATION),
                        ("res_id", "in", registrations.ids),
                    ],
                    order="id",
                )
                .grouped("res_id")
            )
            for registration in registrations:
                left = (
                    registration.state,
                    registration.trail_ids.sorted("id").mapped("transition"),
                    steps[registration.id].mapped("state"),
                )
                self.assertEqual(left, expected(registration))
            names = registrations.filtered("is_accepted").mapped("name")
            threads = env["danvan.model"].search([("name", "in", names)])
            self.assertEqual(sorted(threads.mapped("name")), sorted(names))
            self.assertFalse(env["danvan.trail"]._first_broken())

    def test_rounds_are_as_many_as_promised(self):
        self.assertEqual(sum(ROUNDS.values()), PROMISED)
        for case, rounds in ROUNDS.items():
            self.assertEqual(len(self.ids[case]) - 1, rounds)

    def test_two_leaders_accept_at_once(self):
        self._race("same_act", [(uid, self._press("accept")) for uid in self.leaders])
        self._assert_left(self.ids["same_act"][1:], lambda _registration: ACCEPTED)

    def test_one_accepts_while_the_other_returns(self):
        first, second = self.leaders
        back = self._press("return_to_officer", "Ghi rõ nơi làm")
        answers = self._race(
            "two_acts", [(first, self._press("accept")), (second, back)]
        )

        def expected(registration):
            if answers[registration.id][0].done:
                return ACCEPTED
            acts = ["submit", "return_to_officer"]
            return ("returned", acts, ["returned", "pending"])

        self._assert_left(self.ids["two_acts"][1:], expected)

    def test_one_approves_in_the_inbox_while_the_other_has_it_open(self):
        first, second = self.leaders
        self._race(
            "inbox", [(first, self._approve_in_inbox), (second, self._press("accept"))]
        )
        self._assert_left(self.ids["inbox"][1:], lambda _registration: ACCEPTED)

    def test_two_leaders_take_the_same_step_of_a_route(self):
        """The second act must not fall on the next step, which is another's."""
        self._race("step", [(uid, self._press("approve")) for uid in self.ub_leaders])
        confirming = ("to_approve", ["submit", "approve"], ["approved", "pending"])
        self._assert_left(self.ids["step"][1:], lambda _registration: confirming)

    def test_a_page_opened_before_the_other_acted_is_no_second_act(self):
        """The late one's transaction is older than the first act: PostgreSQL refuses
        it, Odoo repeats it, and it is told who acted first."""
        id_ = self.ids["same_act"][0]
        first, second = self.leaders
        with self.registry.cursor() as early, self.registry.cursor() as late:
            documents = [
                api.Environment(cr, uid, {})[REGISTRATION].browse(id_)
                for cr, uid in ((early, first), (late, second))
            ]
            for document in documents:
                self.assertEqual(document.state, "to_approve")
            self._accept(documents[0])
            name = documents[0].env.user.name
            quiet = mute_logger("odoo.sql_db", "odoo.service.model")
            with quiet, self.assertRaises(UserError) as caught:
                self._accept(documents[1])
            self.assertIn(name, str(caught.exception))
            late.rollback()
        self._assert_left([id_], lambda _registration: ACCEPTED)

    @staticmethod
    def _accept(document):
        service.retrying(lambda: document.action_transition("accept"), document.env)
