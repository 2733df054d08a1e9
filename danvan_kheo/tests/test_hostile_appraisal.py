"""Scores, criteria and recognitions: nobody gives himself what others decide."""

from odoo.fields import Command
from odoo.tests import tagged

from .appraisal_common import AppraisalActs
from .hostile import HostileCase

REGISTRATION = "danvan.registration"
EVALUATION = "danvan.evaluation"
SCORE = "danvan.evaluation.score"
RECOGNITION = "danvan.recognition"
LIST = "danvan.recognition.list"


class HostileAppraisalCase(AppraisalActs, HostileCase):
    """A commune in the midst of scoring, beside another one."""

    @classmethod
    def _running(cls, name):
        return cls._run(cls._register(cls.campaign, name=name))

    @classmethod
    def _measured(cls, name):
        """Return a running model of the commune with a result."""
        registration = cls._running(name)
        result = {"name": "Đường có đèn", "measure": "km", "value_from": 2.1}
        registration.with_user(cls.officer).write(
            {"result_ids": [Command.create(result)]}
        )
        return registration

    def _plant_defaults(self, user, model, values):
        """Let `user` plant defaults for himself, if he is let."""
        for name, value in values.items():
            list(
                self.tried(
                    user,
                    "ir.default",
                    "set",
                    model_name=model,
                    field_name=name,
                    value=value,
                    user_id=True,
                )
            )

    def _refused_vals(self, user, records, forbidden):
        """Fail unless every value is refused, by both ways of writing."""
        before = records.read(list(forbidden))
        for name, value in forbidden.items():
            vals = {name: value}
            self.assert_refused(user, records._name, "write", records.ids, vals=vals)
            self.assert_refused(
                user,
                records._name,
                "web_save",
                records.ids,
                vals=vals,
                specification={},
            )
        self.assertEqual(records.read(list(forbidden)), before)

    def _refused_commands(self, user, records, field, commands):
        for command in commands:
            self.assert_refused(
                user, records._name, "write", records.ids, vals={field: [command]}
            )


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileAppraisal(HostileAppraisalCase):
    """The commune's officer scores his own model, and wants more."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls._opened(cls._running("Đang tự chấm"), cls.officer)
        cls.second = cls._opened(cls._running("Đang tự chấm nữa"), cls.officer)
        cls.registration = cls._measured("Đang thẩm định")
        cls._self_concluded()
        cls.appraisal = cls._appraisal()
        theirs = cls._register(cls.campaign, cls.other_commune, cls.other_officer)
        cls.act(theirs, cls.other_officer, "submit")
        cls.act(theirs, cls.other_leader, "accept")
        cls.foreign = cls._opened(theirs, cls.other_officer)

    def _vals(self, registration=None, **vals):
        return {
            "registration_id": (registration or self.own.registration_id).id,
            "stage": "level",
            "evaluator_unit_id": self.commune.id,
            "criteria_set_id": self.own.criteria_set_id.id,
            **vals,
        }

    def test_what_a_sheet_comes_to_and_where_it_stands(self):
        self._refused_vals(
            self.officer,
            self.own,
            {
                "total": 100,
                "self_total": 100,
                "grade_id": self.own.criteria_set_id.grade_ids[0].id,
                "state": "concluded",
                "is_open": False,
                "is_public_below": True,
                "is_historical": True,
                "stage": "level",
                "evaluator_unit_id": self.commission.id,
                "registration_id": self.second.registration_id.id,
                "criteria_set_id": self._criteria_set().id,
                "unit_id": self.other_commune.id,
                "level_id": self.commission.level_id.id,
            },
        )

    def test_a_score_line_stays_in_its_sheet(self):
        line, other = self.own.score_ids[0], self.second.score_ids[0]
        self._refused_vals(
            self.officer,
            line,
            {
                "evaluation_id": self.second.id,
                "criterion_id": self.own.score_ids[1].criterion_id.id,
                "self_score": 20,
                "max_score": 1000,
                "unit_id": self.other_commune.id,
                "evaluator_unit_id": self.commission.id,
            },
        )
        self._refused_commands(
            self.officer,
            self.own,
            "score_ids",
            [
                Command.link(other.id),
                Command.set(other.ids),
                Command.update(line.id, {"evaluation_id": self.second.id}),
                Command.create({"criterion_id": line.criterion_id.id, "score": 20}),
                Command.delete(line.id),
                Command.unlink(line.id),
                Command.clear(),
            ],
        )
        for sheet in (self.own, self.second):
            self.assertEqual(len(sheet.score_ids), 4)

    def test_the_unit_does_not_write_its_appraisers_sheet(self):
        line = self.appraisal.score_ids[0]
        user = self.officer
        self._refused_vals(user, line, {"score": 20, "reason": "Tự sửa"})
        self._refused_vals(user, self.appraisal, {"conclusion": "Tự kết luận"})
        better = Command.update(line.id, {"score": 20})
        self._refused_commands(user, self.appraisal, "score_ids", [better])
        nested = Command.update(self.appraisal.id, {"score_ids": [better]})
        registration = self.appraisal.registration_id
        self._refused_commands(user, registration, "evaluation_ids", [nested])
        self.assert_refused(
            user, EVALUATION, "action_copy_self_score", self.appraisal.ids
        )
        self.assertEqual(self.appraisal.total, 0)

    def test_no_sheet_is_made_past_the_button(self):
        before = self.env[EVALUATION].search([])
        for user in (self.officer, self.commune_appraiser):
            for vals in (self._vals(), self._vals(state="concluded", total=100)):
                self.assert_refused(user, EVALUATION, "create", vals_list=[vals])
                self.assert_refused(
                    user, EVALUATION, "web_save", [], vals=vals, specification={}
                )
            for default in ({}, {"state": "concluded"}, self._vals()):
                self.assert_refused(
                    user, EVALUATION, "copy", self.own.ids, default=default
                )
            fields = ["registration_id/.id", "stage", "evaluator_unit_id/.id", "state"]
            row = [str(self.own.registration_id.id), "level"]
            data = [[*row, str(self.commune.id), "concluded"]]
            for answer in self.tried(
                user, EVALUATION, "load", fields=fields, data=data
            ):
                self.assertTrue(answer.refusal or not answer.value["ids"])
            self._refused_commands(
                user,
                self.own.registration_id,
                "evaluation_ids",
                [Command.create(self._vals(state="concluded"))],
            )
        self.assertEqual(self.env[EVALUATION].search([]), before)

    def test_no_line_is_made_past_the_button(self):
        vals = {
            "evaluation_id": self.own.id,
            "criterion_id": self.own.score_ids[0].criterion_id.id,
            "score": 20,
        }
        self.assert_refused(self.officer, SCORE, "create", vals_list=[vals])
        self.assert_refused(self.officer, SCORE, "copy", self.own.score_ids[0].ids)
        self.assert_refused(self.officer, SCORE, "unlink", self.own.score_ids.ids)
        self.assertEqual(len(self.own.score_ids), 4)

    def test_the_button_opens_nothing_in_a_later_state(self):
        """Neither by the context of the call nor by a planted default."""
        values = {"state": "concluded", "is_public_below": True, "total": 100}
        context = {f"default_{name}": value for name, value in values.items()}
        self._plant_defaults(self.officer, EVALUATION, values)
        self._plant_defaults(self.officer, SCORE, {"self_score": 20, "max_score": 99})
        fresh = self._running("Chưa chấm")
        list(
            self.tried(
                self.officer,
                REGISTRATION,
                "action_self_evaluate",
                fresh.ids,
                context={**context, "default_score": 20, "default_self_score": 20},
            )
        )
        sheet = self._opened(fresh, self.officer)
        self.assertEqual((sheet.state, sheet.is_public_below), ("draft", False))
        self.assertEqual(set(sheet.score_ids.mapped("self_score")), {0})
        self.assertEqual(
            sheet.score_ids.mapped("max_score"),
            sheet.score_ids.criterion_id.mapped("max_score"),
        )
        self.assertEqual(fresh.state, "running")
        self.assertFalse(fresh.self_total_score)

    def test_nobody_concludes_his_own_scores(self):
        self.act(self.own, self.officer, "submit")
        for user in (self.officer, self.commune_appraiser, self.viewer):
            for act in ("conclude", "return"):
                self.assert_refused(
                    user,
                    EVALUATION,
                    "action_transition",
                    self.own.ids,
                    name=act,
                    reason="Tự làm",
                )
        registration = self.own.registration_id
        for user in (self.officer, self.leader):
            for act in ("self_assess", "end"):
                self.assert_refused(
                    user, REGISTRATION, "action_transition", registration.ids, name=act
                )
        self.assertEqual(self.own.state, "submitted")
        self.assertEqual(registration.state, "running")

    def test_the_officer_does_not_appraise(self):
        self.assert_refused(
            self.officer,
            EVALUATION,
            "action_transition",
            self.appraisal.ids,
            name="submit_appraisal",
        )
        done = self._measured("Chờ thẩm định")
        self._self_concluded(done)
        self.assert_refused(self.officer, REGISTRATION, "action_appraise", done.ids)
        self.assertEqual(self.appraisal.state, "draft")
        self.assertFalse(done.evaluation_ids.filtered(lambda e: e.stage == "level"))

    def test_another_communes_open_sheet_is_not_read(self):
        lines = self.foreign.score_ids
        for user in (self.officer, self.leader, self.commune_appraiser, self.viewer):
            self.assert_refused(
                user, EVALUATION, "read", self.foreign.ids, fields=["total"]
            )
            self.assert_refused(user, SCORE, "read", lines.ids, fields=["score"])
        name = {"display_name": {}}
        for model, ids in ((EVALUATION, self.foreign.ids), (SCORE, lines.ids)):
            domain = [("id", "in", ids)]
            user = self.officer
            self.assert_answers([], user, model, "search", domain=domain)
            self.assert_answers(0, user, model, "search_count", domain=domain)
            self.assert_answers([], user, model, "name_search", name="", domain=domain)
            self.assert_refused(user, model, "web_read", ids, specification=name)
        scored = [("score_ids.evaluation_id", "in", self.foreign.ids)]
        self.assert_answers([], self.officer, EVALUATION, "search", domain=scored)

    def test_what_is_in_another_communes_sheet_is_not_written(self):
        line = self.foreign.score_ids[0]
        self._refused_vals(self.officer, line, {"score": 0.5, "evidence": "x"})
        self._refused_vals(self.officer, self.foreign, {"conclusion": "x"})
        self.assert_refused(self.officer, EVALUATION, "unlink", self.foreign.ids)
        for method in ("action_self_evaluate", "action_appraise"):
            registration = self.foreign.registration_id
            self.assert_refused(self.officer, REGISTRATION, method, registration.ids)


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileCriteria(HostileAppraisalCase):
    """Who owns the criteria set changes it no more once it is issued or in use."""

    def _locked(self, criteria_set):
        sets = {"name": "Khác", "kind": "exemplar", "year": 2030, "state": "draft"}
        self._refused_vals(self.province_officer, criteria_set, sets)
        for field, vals in (
            ("criterion_ids", {"max_score": 5}),
            ("grade_ids", {"minimum": 1, "permits_recognition": True}),
            ("knockout_ids", {"name": "Khác"}),
        ):
            line = criteria_set[field][0]
            count = len(criteria_set[field])
            for user in (self.province_officer, self.officer):
                self._refused_vals(user, line, vals)
                self._refused_commands(
                    user,
                    criteria_set,
                    field,
                    [
                        Command.update(line.id, vals),
                        Command.create({"name": "Thêm", **vals}),
                        Command.delete(line.id),
                        Command.clear(),
                    ],
                )
                added = {"name": "Thêm", "set_id": criteria_set.id, **vals}
                self.assert_refused(user, line._name, "create", vals_list=[added])
                self.assert_refused(user, line._name, "unlink", line.ids)
            self.assertEqual(len(criteria_set[field]), count)
        self.assert_refused(
            self.province_officer, criteria_set._name, "unlink", criteria_set.ids
        )

    def test_an_issued_set_is_locked(self):
        criteria_set = self._criteria_set()
        self.assertEqual(criteria_set.state, "issued")
        self._locked(criteria_set)

    def test_a_set_in_use_is_locked(self):
        criteria_set = self.campaign.criteria_set_ids[0]
        self.assertEqual(criteria_set.state, "frozen")
        self._locked(criteria_set)
        for user in (self.province_officer, self.province_leader):
            for act in ("reopen", "freeze", "close"):
                self.assert_refused(
                    user,
                    criteria_set._name,
                    "action_transition",
                    criteria_set.ids,
                    name=act,
                    reason="Sửa điểm",
                )
        self.assertEqual(criteria_set.state, "frozen")

    def test_a_line_of_a_draft_does_not_slip_into_a_set_in_use(self):
        used = self.campaign.criteria_set_ids[0]
        draft = (
            self.env["danvan.criteria.set"]
            .with_user(self.province_officer)
            .create(self._criteria_set_vals())
        )
        line = draft.criterion_ids[0]
        self._refused_vals(self.province_officer, line, {"set_id": used.id})
        moved = [Command.link(line.id), Command.set(line.ids)]
        self._refused_commands(self.province_officer, used, "criterion_ids", moved)
        self.assertEqual(len(used.criterion_ids), 4)
