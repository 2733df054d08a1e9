"""Questions about the guidance: asked by units, answered once for all."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import DanvanCase
from .hostile import HostileCase

QUESTION = "danvan.question"
ASKED = "Một mô hình làm ở hai thôn thì ghi nơi thực hiện thế nào?"
ANSWER = "Chọn “Nhiều thôn, nhiều xã” và ghi tên từng thôn."


class QuestionFixture:
    """How people ask and answer in the launched campaign."""

    @classmethod
    def _draft(cls, user=None, unit=None, **vals):
        model = cls.env[QUESTION].with_user(user or cls.officer)
        return model.create(
            {
                "campaign_id": cls.campaign.id,
                "unit_id": (unit or cls.commune).id,
                "topic": "what_where",
                "question": ASKED,
                **vals,
            }
        ).with_env(cls.env)

    @classmethod
    def _asked(cls, **vals):
        question = cls._draft(**vals)
        cls.act(question, cls.officer, "ask")
        return question

    @classmethod
    def _answered(cls, answer=ANSWER, **vals):
        question = cls._asked(**vals)
        cls.act(question, cls.province_officer, "answer", answer)
        return question

    def _answer_of(self, question):
        return self.env["danvan.answer"].search([("question_id", "=", question.id)])


@tagged("post_install", "-at_install")
class TestCampaignQuestions(QuestionFixture, DanvanCase):
    """From the unit's question to the answer that everybody reads."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()

    def test_a_question_waits_in_the_inbox_of_the_commission(self):
        question = self._asked()
        step = self.env["danvan.approval.step"].search(
            [("res_model", "=", QUESTION), ("res_id", "=", question.id)]
        )
        self.assertEqual(step.for_unit_id, self.commission)
        self.assertEqual((step.role, step.transition), ("officer", "answer"))

    def test_the_answer_is_read_by_all_units_of_the_campaign(self):
        answer = self._answer_of(self._answered())
        self.assertEqual(answer.answer, ANSWER)
        self.assertEqual(answer.answered_by, self.commission.name)
        for user in (self.officer, self.other_officer, self.viewer, self.appraiser):
            self.assertTrue(answer.with_user(user).has_access("read"), user.login)
            self.assertEqual(answer.with_user(user).answer, ANSWER)

    def test_who_asked_is_told_to_the_unit_itself_and_those_above_only(self):
        question = self._answered()
        answer = self._answer_of(question)
        for user in (self.officer, self.province_officer):
            answer.invalidate_recordset()
            self.assertEqual(answer.with_user(user).asked_by, self.commune.name)
        answer.invalidate_recordset()
        told = answer.with_user(self.other_officer).asked_by
        self.assertNotIn(self.commune.name, told)
        self.assertFalse(question.with_user(self.other_officer).has_access("read"))

    def test_an_open_question_is_not_read_by_neighbours(self):
        question = self._asked()
        self.assertTrue(question.with_user(self.viewer).has_access("read"))
        self.assertTrue(question.with_user(self.province_leader).has_access("read"))
        self.assertFalse(question.with_user(self.other_officer).has_access("read"))
        self.assertFalse(self._answer_of(question))

    def test_leaders_of_the_commission_answer_too_but_nobody_else(self):
        question = self._asked()
        for user in (self.officer, self.leader, self.appraiser, self.viewer):
            with self.assertRaises(UserError):
                self.act(question, user, "answer", ANSWER)
        self.act(question, self.province_leader, "answer", ANSWER)
        self.assertEqual(question.state, "answered")

    def test_without_words_there_is_a_dialog_and_no_answer(self):
        question = self._asked()
        opened = self.act(question, self.province_officer, "answer")
        self.assertEqual(opened["res_model"], "danvan.question.answer")
        dialog = (
            self.env["danvan.question.answer"]
            .with_user(self.province_officer)
            .with_context(**opened["context"])
            .create({"answer": ANSWER})
        )
        self.assertEqual(dialog.question, ASKED)
        dialog.action_confirm()
        self.assertEqual(question.answer, ANSWER)

    def _waiting(self, question):
        step = self.env["danvan.approval.step"]
        return step._of(question, "pending").mapped(lambda s: (s.transition, s.unit_id))

    def test_who_asked_is_told_in_the_inbox_and_again_when_it_is_corrected(self):
        question = self._answered()
        self.assertEqual(self._waiting(question), [("note_answer", self.commune)])
        inbox = self.env["danvan.approval.step"].with_user(self.officer)
        step = inbox.search([("is_mine", "=", True), ("res_id", "=", question.id)])
        self.assertEqual(step.with_context(lang="vi_VN").act_label, "Ghi nhận trả lời")
        step.action_approve_selected()
        self.assertTrue(question.noted_on)
        self.assertFalse(self._waiting(question))
        self.act(question, self.province_officer, "correct_answer", "Ghi tên hai thôn.")
        self.assertFalse(question.noted_on)
        self.assertEqual(self._waiting(question), [("note_answer", self.commune)])
        told = question.with_user(self.officer).last_reason
        self.assertIn("Ghi tên hai thôn.", told)

    def test_an_answer_not_noted_ends_with_the_unit_and_waits_for_no_successor(self):
        question = self._answered()
        step = self.env["danvan.approval.step"]._of(question, "pending")
        reorganisation = self.env["danvan.reorganisation"]
        reorganisation._move_steps({self.commune: self.other_commune})
        self.assertEqual(step.state, "withdrawn")

    def test_the_inbox_cannot_answer_without_words(self):
        question = self._asked()
        step = self.env["danvan.approval.step"].search(
            [("res_model", "=", QUESTION), ("res_id", "=", question.id)]
        )
        step.with_user(self.province_officer).action_approve_selected()
        self.assertEqual(question.state, "asked")

    def test_several_questions_get_one_answer(self):
        questions = self._asked() | self._asked(question=f"Xin hỏi: {ASKED}")
        self.act(questions, self.province_officer, "answer", ANSWER)
        self.assertEqual(set(questions.mapped("answer")), {ANSWER})

    def test_a_corrected_answer_stays_in_the_trail(self):
        question = self._answered()
        self.act(question, self.province_officer, "correct_answer", "Ghi tên hai thôn.")
        answer = self._answer_of(question)
        self.assertEqual(len(answer), 1)
        self.assertEqual(answer.answer, "Ghi tên hai thôn.")
        self.assertEqual(
            question.trail_ids.sorted("id").mapped("reason"),
            [False, ANSWER, "Ghi tên hai thôn."],
        )

    def test_the_dialog_of_a_correction_begins_with_what_stands(self):
        question = self._answered()
        opened = self.act(question, self.province_officer, "correct_answer")
        dialog = self.env["danvan.question.answer"].with_user(self.province_officer)
        shown = dialog.with_context(**opened["context"]).default_get(["answer"])
        self.assertEqual(shown["answer"], ANSWER)

    def test_a_withdrawn_question_is_answered_no_more(self):
        question = self._asked()
        self.act(question, self.officer, "withdraw")
        with self.assertRaises(UserError):
            self.act(question, self.province_officer, "answer", ANSWER)

    def test_what_was_answered_shows_before_asking_again(self):
        self._answered()
        other = self._answered(question="Điện thoại của văn phòng là số nào?")
        again = self.env[QUESTION].with_user(self.other_officer)
        draft = again.new(
            {
                "campaign_id": self.campaign.id,
                "unit_id": self.other_commune.id,
                "question": "Mo hinh lam o hai thon ghi noi thuc hien the nao",
            }
        )
        self.assertEqual([line["answer"] for line in draft.alike], [ANSWER])
        self.assertNotIn(other.question, str(draft.alike))

    def test_answers_are_found_without_accents(self):
        answer = self._answer_of(self._answered())
        found = self.env["danvan.answer"].with_user(self.other_officer)
        self.assertIn(answer, found.search([("display_name", "ilike", "nhieu thon")]))

    def test_a_campaign_that_has_ended_takes_no_questions(self):
        question = self._draft()
        self.campaign._write_owned({"state": "closed"})
        with self.assertRaises(UserError):
            self.act(question, self.officer, "ask")

    def test_a_question_needs_a_campaign_that_covers_the_unit(self):
        vals = {"unit_id": self.commune.id, "year": 2026, "state": "launched"}
        campaign = self.env["danvan.campaign"]._create_owned([vals])
        with self.assertRaises(ValidationError):
            self._draft(self.other_officer, self.other_commune, campaign_id=campaign.id)
        self.assertFalse(campaign.with_user(self.other_officer).has_access("read"))

    def test_asking_from_the_campaign_opens_the_dialog(self):
        action = self.campaign.with_user(self.officer).action_ask()
        self.assertEqual(action["context"]["default_campaign_id"], self.campaign.id)

    def test_how_often_a_topic_is_asked_is_counted(self):
        (self._asked() | self._asked() | self._asked(topic="dates"))
        model = self.env[QUESTION].with_user(self.province_officer)
        counted = dict(model._read_group([], ["topic"], ["__count"]))
        self.assertEqual(counted, {"what_where": 2, "dates": 1})


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileQuestions(QuestionFixture, HostileCase):
    """Nobody answers, corrects or publishes past the transition."""

    def test_an_answer_is_written_by_no_client(self):
        question, answered = self._asked(), self._answered()
        answer = self._answer_of(answered)
        for user in (self.officer, self.other_officer, self.province_officer):
            for name in ("answer", "answered_by", "state"):
                for record in (question, answered):
                    self.assert_refused(
                        user, QUESTION, "write", record.ids, vals={name: "answered"}
                    )
            self.assert_refused(
                user, "danvan.answer", "write", answer.ids, vals={"answer": "Khác"}
            )
            self.assert_refused(user, "danvan.answer", "unlink", answer.ids)
        self.assertEqual(answer.answer, ANSWER)
        self.assertFalse(question.answer)

    def test_an_answered_question_is_not_made(self):
        vals = {
            "campaign_id": self.campaign.id,
            "unit_id": self.commune.id,
            "question": "x",
            "answer": "y",
        }
        self.assert_refused(self.officer, QUESTION, "create", vals_list=[vals])
        del vals["answer"]
        self.assert_refused(self.other_officer, QUESTION, "create", vals_list=[vals])
        self.assert_refused(self.viewer, QUESTION, "create", vals_list=[vals])

    def test_a_sent_question_is_not_changed(self):
        question = self._asked()
        for user in (self.officer, self.province_officer):
            self.assert_refused(
                user, QUESTION, "write", question.ids, vals={"question": "Khác"}
            )

    def test_a_neighbour_neither_answers_nor_opens_the_dialog(self):
        question = self._asked()
        context = {
            "danvan_model": QUESTION,
            "danvan_ids": question.ids,
            "danvan_transition": "answer",
        }
        self.assert_refused(
            self.other_officer,
            QUESTION,
            "action_transition",
            question.ids,
            name="answer",
            reason="Khác",
        )
        self.assert_refused(
            self.other_officer,
            "danvan.question.answer",
            "default_get",
            fields=["question", "answer"],
            context=context,
        )
        self.assertEqual(question.state, "asked")
