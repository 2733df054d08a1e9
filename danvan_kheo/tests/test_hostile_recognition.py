"""Recognition comes with the decision that the registrar issues, and with nothing
else: no client types it in, imports, copies or defaults it."""

from odoo.fields import Command
from odoo.tests import tagged

from .common import YEAR
from .test_hostile_appraisal import LIST, RECOGNITION, HostileAppraisalCase


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileRecognition(HostileAppraisalCase):
    """Officer, appraiser and registrar of the commune with a list drawn up."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registrar_here = cls._person("registrar_here", "registrar", cls.commune)
        cls.registration = cls._measured("Đã thẩm định")
        cls._self_concluded()
        cls.evaluation = cls._appraised()
        lists = cls.env[LIST].with_user(cls.commune_appraiser)
        cls.list = lists.create({"campaign_id": cls.campaign.id}).with_env(cls.env)
        cls.list.with_user(cls.commune_appraiser).action_draw_up()
        cls.recognition = cls.list.recognition_ids

    def _people(self):
        return (self.commune_appraiser, self.officer, self.registrar_here)

    def _vals(self, **vals):
        return {
            "list_id": self.list.id,
            "registration_id": self.registration.id,
            "evaluation_id": self.evaluation.id,
            **vals,
        }

    def _assert_only_proposed(self):
        self.assertEqual(self.env[RECOGNITION].search([]), self.recognition)
        self.assertEqual(self.recognition.state, "proposed")
        for record in (self.recognition, *self.env[LIST].search([])):
            self.assertFalse(record.decision_number)
            self.assertFalse(record.decision_date)

    def test_what_the_decision_brings_is_not_written(self):
        decision = {
            "decision_number": "1-QĐ/ĐU",
            "decision_date": f"{YEAR}-01-01",
            "state": "recognised",
        }
        for user in self._people():
            self._refused_vals(
                user, self.recognition, {**decision, "total": 100, "grade_name": "X"}
            )
            self._refused_vals(user, self.list, {**decision, "left_out": "x"})
            changed = Command.update(self.recognition.id, decision)
            self._refused_commands(user, self.list, "recognition_ids", [changed])
        self._assert_only_proposed()

    def test_where_it_stands_is_not_written(self):
        other = self._measured("Chưa thẩm định")
        self._refused_vals(
            self.commune_appraiser,
            self.recognition,
            {
                "list_id": self.list.with_user(self.commune_appraiser).copy().id,
                "registration_id": other.id,
                "evaluation_id": False,
                "deciding_unit_id": self.commission.id,
            },
        )

    def test_nothing_is_recognised_by_creating(self):
        for user in self._people():
            for vals in (self._vals(), self._vals(state="recognised")):
                self.assert_refused(user, RECOGNITION, "create", vals_list=[vals])
                self.assert_refused(
                    user, RECOGNITION, "web_save", [], vals=vals, specification={}
                )
            self._refused_commands(
                user,
                self.list,
                "recognition_ids",
                [Command.create(self._vals(state="recognised"))],
            )
            for default in ({}, {"state": "recognised", "decision_number": "1"}):
                self.assert_refused(
                    user, RECOGNITION, "copy", self.recognition.ids, default=default
                )
            fields = ["list_id/.id", "registration_id/.id", "evaluation_id/.id"]
            row = [str(r.id) for r in (self.list, self.registration, self.evaluation)]
            for answer in self.tried(
                user,
                RECOGNITION,
                "load",
                fields=[*fields, "state"],
                data=[[*row, "recognised"]],
            ):
                self.assertTrue(answer.refusal or not answer.value["ids"])
        self._assert_only_proposed()

    def test_no_list_is_created_decided(self):
        for vals in (
            {"state": "recognised"},
            {"decision_number": "1"},
            {"decision_date": f"{YEAR}-01-01"},
        ):
            vals = {"campaign_id": self.campaign.id, "unit_id": self.commune.id, **vals}
            user = self.commune_appraiser
            self.assert_refused(user, LIST, "create", vals_list=[vals])
            self.assert_refused(user, LIST, "web_save", [], vals=vals, specification={})
            self.assert_refused(user, LIST, "copy", self.list.ids, default=vals)
        self._assert_only_proposed()

    def test_drawing_up_brings_no_later_state(self):
        """Neither by the context of the call nor by a planted default."""
        later = self._measured("Xong sau")
        self._self_concluded(later)
        self._appraised(later)
        values = {
            "state": "recognised",
            "decision_number": "1-QĐ/ĐU",
            "decision_date": f"{YEAR}-01-01",
            "is_public_below": True,
        }
        user = self.commune_appraiser
        for model in (RECOGNITION, LIST):
            self._plant_defaults(user, model, values)
        context = {f"default_{name}": value for name, value in values.items()}
        list(self.tried(user, LIST, "action_draw_up", self.list.ids, context=context))
        self.list.with_user(user).action_draw_up()
        self.assertEqual(len(self.list.recognition_ids), 2)
        for line in self.list.recognition_ids:
            self.assertEqual(line.state, "proposed")
            self.assertFalse(line.decision_number or line.decision_date)
            self.assertFalse(line.is_public_below)
        for answer in self.tried(
            user,
            LIST,
            "create",
            vals_list=[{"campaign_id": self.campaign.id}],
            context=context,
        ):
            made = self.env[LIST].browse(answer.value or [])
            self.assertIn(made.mapped("state"), ([], ["draft"]))
            self.assertFalse(any(made.mapped("decision_number")))

    def test_nobody_recognises_by_an_act(self):
        self.act(self.list, self.commune_appraiser, "submit")
        self.act(self.list, self.leader, "approve")
        for user in (*self._people(), self.leader):
            for record, acts in (
                (self.list, ("recognise",)),
                (self.recognition, ("follow_recognise", "follow_submit")),
            ):
                for act in acts:
                    self.assert_refused(
                        user, record._name, "action_transition", record.ids, name=act
                    )
        self.assertEqual(self.list.state, "approved")
        self.assertEqual(self.recognition.state, "submitted")

    def test_another_commune_reads_no_list(self):
        for user in (self.other_officer, self.other_leader):
            for record in (self.list, self.recognition):
                self.assert_refused(
                    user, record._name, "read", record.ids, fields=["state"]
                )
                self.assert_answers(
                    [], user, record._name, "search", domain=[("id", "=", record.id)]
                )
