"""Two leaders press at once: one act, one clear message."""

from threading import Barrier, Thread

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.modules.registry import DummyRLock, Registry
from odoo.service.model import retrying
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL, mute_logger

from .common import DanvanFixture

ROUNDS = 20


class _Province(DanvanFixture):
    """The small province in a transaction of its own, which is committed."""

    @classmethod
    def make(cls, env):
        """Make the units, the people and one registration for each round."""
        quiet = {"tracking_disable": True, "no_reset_password": True}
        cls.env = env(context=quiet)
        cls._make_units()
        cls._make_people()
        cls.sector = env.ref("danvan_kheo.sector_vhxh")
        cls.second_leader = cls._person("second_leader", "approver", cls.commune)
        campaign = cls._campaign()
        cls.registrations = cls.env["danvan.registration"].union(
            *(cls._register(campaign, name=f"Mô hình {n}") for n in range(ROUNDS + 1))
        )
        cls.act(cls.registrations, cls.officer, "submit")


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
            _Province.make(api.Environment(cr, SUPERUSER_ID, {}))
        cls.people = (_Province.leader.id, _Province.second_leader.id)
        cls.registration_ids = _Province.registrations.ids

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

    def _press_at_once(self, registration_id):
        """Return what two leaders, in threads of their own, were answered."""
        barrier, answers = Barrier(len(self.people), timeout=20), []
        threads = [
            Thread(target=self._press, args=(uid, registration_id, barrier, answers))
            for uid in self.people
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        return answers

    def _press(self, uid, registration_id, barrier, answers):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, uid, {})
            registration = env["danvan.registration"].browse(registration_id)
            # Both have the page open before either presses.
            registration.read(["state"])
            barrier.wait()
            try:
                self._accept(registration)
                answers.append("done")
            except UserError as error:
                cr.rollback()
                answers.append(str(error))

    def test_two_at_once_yield_one_act_and_one_message(self):
        for id_ in self.registration_ids[1:]:
            with mute_logger("odoo.sql_db", "odoo.service.model"):
                answers = self._press_at_once(id_)
            self.assertEqual(len(answers), 2)
            self.assertEqual(answers.count("done"), 1, answers)
            self._assert_accepted_once(id_)

    def test_a_page_opened_before_the_other_acted_is_no_second_act(self):
        """The late one's transaction is older than the first act: PostgreSQL refuses
        it, Odoo repeats it, and it is told who acted first."""
        id_ = self.registration_ids[0]
        first, second = self.people
        with self.registry.cursor() as early, self.registry.cursor() as late:
            documents = [
                api.Environment(cr, uid, {})["danvan.registration"].browse(id_)
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
        self._assert_accepted_once(id_)

    @staticmethod
    def _accept(document):
        retrying(lambda: document.action_transition("accept"), document.env)

    def _assert_accepted_once(self, registration_id):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            registration = env["danvan.registration"].browse(registration_id)
            self.assertEqual(registration.state, "running")
            acts = registration.trail_ids.sorted("id").mapped("transition")
            self.assertEqual(acts, ["submit", "accept"])
            threads = env["danvan.model"].search([("name", "=", registration.name)])
            self.assertEqual(threads, registration.model_id)
            steps = env["danvan.approval.step"].search(
                [
                    ("res_model", "=", registration._name),
                    ("res_id", "=", registration_id),
                ]
            )
            self.assertEqual(steps.mapped("state"), ["approved"])
            self.assertFalse(env["danvan.trail"]._first_broken())
