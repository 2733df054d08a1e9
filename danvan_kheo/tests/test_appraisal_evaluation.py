"""Evaluations: the unit's own, then each level's, through the doors users use."""

from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .appraisal_common import AppraisalActs
from .common import DanvanCase


class EvaluationCase(AppraisalActs, DanvanCase):
    """A campaign with one running model of the commune."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.registration = cls._run(cls._register(cls.campaign))


@tagged("post_install", "-at_install")
class TestEvaluation(EvaluationCase):
    """The path of one registration, and what stands against each step."""

    def test_from_self_evaluation_to_the_end(self):
        own = self._opened(self.registration, self.officer)
        self.assertEqual(own.evaluator_unit_id, self.commune)
        self.assertEqual(len(own.score_ids), 4)
        self._score(own, self.officer, 20, 22.5, 30, 15)
        self.assertEqual((own.total, own.grade_id.name), (87.5, "Tốt"))
        self.act(own, self.officer, "submit")
        self.assertEqual(self.registration.state, "running")
        self.act(own, self.leader, "conclude")
        self.assertEqual(self.registration.state, "self_assessed")
        self.assertEqual(self.registration.self_total_score, 87.5)
        self.assertFalse(self.registration.grade_id)

        appraisal = self._appraisal()
        self.assertEqual(appraisal.score_ids.mapped("self_score"), [20, 22.5, 30, 15])
        appraisal.with_user(self.commune_appraiser).action_copy_self_score()
        self.assertEqual(appraisal.total, 87.5)
        self.act(appraisal, self.commune_appraiser, "submit_appraisal")
        self.act(appraisal, self.leader, "conclude")
        self.assertEqual(self.registration.state, "done")
        self.assertEqual(self.registration.grade_id.name, "Tốt")
        self.assertEqual(self.registration.total_score, 87.5)
        acts = self.registration.trail_ids.sorted("id").mapped("transition")
        self.assertEqual(acts[-2:], ["self_assess", "end"])

    def test_a_registration_put_up_is_appraised_again_by_the_province(self):
        self._self_concluded()
        appraisal = self._appraised()
        self.assertEqual(self._appraisal(user=self.appraiser), appraisal)
        self.act(self.registration, self.leader, "put_up", "Tiêu biểu")
        higher = self._appraisal(user=self.appraiser)
        self.assertEqual(higher.evaluator_unit_id, self.commission)
        self._score(higher, self.appraiser, 20, 25, 35, 15, reason="Kiểm tra thực tế")
        self.act(higher, self.appraiser, "submit_appraisal")
        self.act(higher, self.province_leader, "conclude")
        self.assertEqual(higher.grade_id.name, "Xuất sắc")
        self.assertEqual(self.registration.grade_id.name, "Tốt")

    def test_the_button_opens_what_there_is_instead_of_a_second_one(self):
        first = self._opened(self.registration, self.officer)
        self.assertEqual(self._opened(self.registration, self.officer), first)

    def test_the_database_refuses_a_second_one(self):
        own = self._opened(self.registration, self.officer)
        criteria = {self.registration.id: own.criteria_set_id}
        units = {self.registration.id: self.commune}
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaisesRegex(UniqueViolation, "once_unique"),
            self.env.cr.savepoint(),
        ):
            self.env["danvan.evaluation"]._open(
                self.registration, "self", units, criteria
            )

    def test_self_evaluation_only_while_running(self):
        draft = self._register(self.campaign, name="Chưa gửi")
        with self.assertRaisesRegex(UserError, "running|đang thực hiện"):
            self._opened(draft, self.officer)

    def test_appraisal_waits_for_the_own_evaluation(self):
        own = self._opened(self.registration, self.officer)
        self.act(own, self.officer, "submit")
        with self.assertRaisesRegex(UserError, "concluded|kết luận"):
            self._appraisal()

    def test_nobody_scores_after_the_year_is_closed(self):
        self.act(self.campaign, self.province_officer, "evaluate")
        self.act(self.campaign, self.province_officer, "close")
        with self.assertRaisesRegex(UserError, "closed|tổng kết"):
            self._opened(self.registration, self.officer)

    def test_the_set_made_for_just_that_subject_goes_first(self):
        registration = self.registration
        general = registration._criteria_set_of_campaign()
        special = self._criteria_set(subject_type="household")
        self.campaign._write_owned({"criteria_set_ids": [Command.link(special.id)]})
        special._follow("freeze")
        self.assertEqual(registration._criteria_set_of_campaign(), general)
        household = self._run(
            self._register(self.campaign, subject_type="household", name="Hộ mẫu")
        )
        self.assertEqual(self._opened(household, self.officer).criteria_set_id, special)

    def test_without_a_fitting_set_the_sort_is_named(self):
        exemplars = self.campaign.criteria_set_ids.filtered(
            lambda s: s.kind == "exemplar"
        )
        self.campaign._write_owned({"criteria_set_ids": [Command.unlink(exemplars.id)]})
        exemplar = self._run(
            self._register(self.campaign, kind="exemplar", name="Người tốt")
        )
        with self.assertRaisesRegex(UserError, "Exemplar|[Đđ]iển hình"):
            self._opened(exemplar, self.officer)

    def test_scores_stay_within_their_maximum_in_half_points(self):
        own = self._opened(self.registration, self.officer).with_user(self.officer)
        for wrong in (20.5, -1, 10.2):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                own.score_ids[0].write({"score": wrong})
                own.flush_recordset()
        own.score_ids[0].score = 19.5

    def test_a_difference_needs_its_reason_criterion_by_criterion(self):
        self._self_concluded()
        appraisal = self._appraisal()
        self._score(appraisal, self.commune_appraiser, 20, 10, 30, 5)
        with self.assertRaises(UserError) as refusal:
            self.act(appraisal, self.commune_appraiser, "submit_appraisal")
        message = str(refusal.exception)
        self.assertIn("Cách làm", message)
        self.assertIn("Lan tỏa", message)
        self.assertNotIn("Kết quả", message)
        appraisal.score_ids.with_user(self.commune_appraiser).write(
            {"reason": "Chưa có minh chứng"}
        )
        self.act(appraisal, self.commune_appraiser, "submit_appraisal")
        self.assertEqual(appraisal.state, "submitted")

    def test_copying_leaves_what_was_scored(self):
        self._self_concluded()
        appraisal = self._appraisal()
        lines = appraisal.score_ids.with_user(self.commune_appraiser)
        lines[0].write({"score": 10, "reason": "Thiếu hồ sơ"})
        lines[1].write({"score": 0, "reason": "Không có"})
        appraisal.with_user(self.commune_appraiser).action_copy_self_score()
        self.assertEqual(appraisal.score_ids.mapped("score"), [10, 0, 30, 15])

    def test_a_condition_that_excludes_beats_any_points(self):
        own = self._opened(self.registration, self.officer).with_user(self.officer)
        self._score(own, self.officer, 20, 25, 35, 20)
        self.assertEqual(own.grade_id.name, "Xuất sắc")
        own.knockout_ids = own.criteria_set_id.knockout_ids[0]
        self.assertEqual(own.grade_id.name, "Không đạt")
        self.assertFalse(own.permits_recognition)

    def test_conditions_come_from_the_set_of_the_evaluation(self):
        own = self._opened(self.registration, self.officer).with_user(self.officer)
        foreign = self.env.ref("danvan_kheo.criteria_knockout_model_1")
        with self.assertRaises(ValidationError):
            own.knockout_ids = foreign

    def test_a_return_opens_the_sheet_again_with_its_reason(self):
        own = self._opened(self.registration, self.officer)
        self.act(own, self.officer, "submit")
        with self.assertRaises(AccessError):
            own.score_ids[0].with_user(self.officer).score = 1
        self.act(own, self.leader, "return", "Chấm lại mục 2")
        own.score_ids[0].with_user(self.officer).score = 1
        self.assertIn("Chấm lại mục 2", own.with_user(self.officer).last_reason)
        step = self.env["danvan.approval.step"].with_user(self.officer)
        waiting = step.search([("is_mine", "=", True)])
        evaluations = waiting.filtered(lambda s: s.res_model == own._name)
        self.assertEqual(evaluations.mapped("res_id"), own.ids)

    def test_the_sheet_is_filled_in_through_its_form(self):
        own = self._opened(self.registration, self.officer)
        form = Form(own.with_user(self.officer))
        with form.score_ids.edit(1) as line:
            line.score = 24.5
            line.evidence = "Biên bản họp thôn"
        form.save()
        self.assertEqual(own.total, 24.5)

    def test_groups_stand_beside_their_first_criterion(self):
        sample = self.env.ref("danvan_kheo.criteria_set_model")
        own = self._opened(self.registration, self.officer)
        own.score_ids.unlink()
        own._write_owned({"criteria_set_id": sample.id})
        self.env["danvan.evaluation.score"]._open(own)
        labels = own.score_ids.mapped("group_label")
        self.assertEqual(labels[0], "I. Công tác lãnh đạo, đăng ký, kế hoạch")
        self.assertEqual([bool(label) for label in labels].count(True), 5)
        self.assertFalse(labels[1])


@tagged("post_install", "-at_install")
class TestEvaluationRights(EvaluationCase):
    """Who may read and write which scores."""

    def test_other_communes_read_nothing(self):
        own = self._opened(self.registration, self.officer)
        for state in ("draft", "concluded"):
            for record in (own, own.score_ids):
                self.assertFalse(
                    record.with_user(self.other_officer)._filtered_access("read"), state
                )
            if state == "draft":
                self.act(own, self.officer, "submit")
                self.act(own, self.leader, "conclude")

    def test_the_unit_reads_an_appraisal_of_above_only_once_concluded(self):
        level = self.env.ref("danvan_kheo.level_province")
        registration = self._register(
            self.campaign, registered_level_id=level.id, name="Mô hình cấp tỉnh"
        )
        for user, act in (
            (self.officer, "submit"),
            (self.leader, "approve"),
            (self.province_officer, "receive"),
            (self.province_leader, "accept"),
        ):
            self.act(registration, user, act)
        self._self_concluded(registration)
        appraisal = self._appraisal(registration, self.appraiser)
        unit_view = appraisal.with_user(self.officer)
        self.assertFalse(unit_view._filtered_access("read"))
        self.assertFalse(unit_view.sudo(False).score_ids._filtered_access("read"))
        appraisal.with_user(self.appraiser).action_copy_self_score()
        self.act(appraisal, self.appraiser, "submit_appraisal")
        self.act(appraisal, self.province_leader, "conclude")
        self.env.invalidate_all()
        self.assertTrue(unit_view._filtered_access("read"))
        self.assertEqual(len(unit_view.score_ids.mapped("score")), 4)
        self.assertEqual(registration.state, "done")

    def test_the_unit_does_not_write_the_scores_of_its_appraiser(self):
        self._self_concluded()
        appraisal = self._appraisal()
        for user in (self.officer, self.leader, self.viewer, self.other_officer):
            with self.assertRaises(AccessError):
                appraisal.score_ids[0].with_user(user).write({"score": 20})
            with self.assertRaises(AccessError):
                appraisal.with_user(user).write({"conclusion": "Tốt"})
        with self.assertRaises(UserError):
            self.act(appraisal, self.officer, "submit_appraisal")
        with self.assertRaises(UserError):
            self.act(appraisal, self.officer, "submit")

    def test_the_appraiser_does_not_write_the_own_scores_of_the_unit(self):
        own = self._opened(self.registration, self.officer)
        for user in (self.commune_appraiser, self.appraiser, self.leader):
            with self.assertRaises(AccessError):
                own.score_ids[0].with_user(user).write({"score": 20})

    def test_total_grade_and_own_scores_are_not_typed_in(self):
        self._self_concluded()
        appraisal = self._appraisal()
        for record in (appraisal.with_user(self.commune_appraiser), appraisal.sudo()):
            for vals in (
                {"total": 100},
                {"self_total": 0},
                {"grade_id": appraisal.criteria_set_id.grade_ids[0].id},
                {"state": "concluded"},
                {"is_public_below": True},
                {"stage": "self"},
                {"evaluator_unit_id": self.commission.id},
            ):
                with self.assertRaises(AccessError):
                    record.write(vals)
            with self.assertRaises(AccessError):
                record.score_ids[0].write({"self_score": 1})
        with self.assertRaises(AccessError):
            self.registration.sudo().write({"total_score": 100})

    def test_scores_do_not_move_and_are_not_added_or_removed(self):
        second = self._run(self._register(self.campaign, name="Mô hình khác"))
        own = self._opened(self.registration, self.officer)
        other = self._opened(second, self.officer)
        line = own.score_ids[0].with_user(self.officer)
        for attack in (
            lambda: line.write({"evaluation_id": other.id}),
            lambda: line.write({"criterion_id": own.score_ids[1].criterion_id.id}),
            line.unlink,
            lambda: line.copy(),
            lambda: own.with_user(self.officer).write(
                {"score_ids": [Command.delete(line.id)]}
            ),
        ):
            with self.assertRaises(AccessError):
                attack()

    def test_evaluations_are_not_created_past_the_button(self):
        own = self._opened(self.registration, self.officer)
        vals = {
            "registration_id": self.registration.id,
            "stage": "level",
            "evaluator_unit_id": self.commune.id,
            "criteria_set_id": own.criteria_set_id.id,
        }
        for user in (self.officer, self.commune_appraiser, self.administrator):
            with self.assertRaises(AccessError):
                self.env["danvan.evaluation"].with_user(user).create(vals)

    def test_only_who_acts_for_the_unit_opens_sheets(self):
        for user in (self.other_officer, self.leader, self.viewer):
            with self.assertRaises(UserError):
                self._opened(self.registration, user)
        self._self_concluded()
        for user in (self.officer, self.appraiser):
            with self.assertRaises(UserError):
                self._appraisal(user=user)

    def test_a_hamlet_without_accounts_is_scored_by_its_commune(self):
        registration = self._run(self._register(self.campaign, self.hamlet))
        own = self._opened(registration, self.officer)
        self.assertEqual(own.evaluator_unit_id, self.hamlet)
        self._score(own, self.officer, 20, 20, 20, 20)
        self.act(own, self.officer, "submit")
        self.act(own, self.leader, "conclude")
        self.assertEqual(registration.state, "self_assessed")
