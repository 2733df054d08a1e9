"""Recognition: drawn up as a list, agreed, in force when its decision is issued."""

import base64

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import YEAR
from .document_common import pdf_texts
from .test_appraisal_evaluation import EvaluationCase


class RecognitionCase(EvaluationCase):
    """A registration with results, appraised as “Tốt” by its commune."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        registrar = cls._person("commune_registrar", "registrar", cls.commune)
        cls.people = {
            cls.commune: (cls.officer, cls.leader, registrar),
            cls.commission: (
                cls.province_officer,
                cls.province_leader,
                cls.registrar,
            ),
        }
        for unit, symbol in ((cls.commune, "ĐU"), (cls.commission, "BTGDVTU")):
            unit.write(
                {
                    "leader_name": "Nguyễn Văn Mẫu",
                    "leader_post": "Phó Bí thư",
                    "paper_symbol": symbol,
                }
            )
        cls._give_result(cls.registration)
        cls._self_concluded()
        cls._appraised()

    @classmethod
    def _give_result(cls, registration):
        registration.with_user(cls.officer).write(
            {
                "result_ids": [
                    Command.create(
                        {"name": "Đường có đèn", "measure": "km", "value_from": 2.1}
                    )
                ]
            }
        )

    @classmethod
    def _another(cls, name, scores, result=True):
        registration = cls._run(cls._register(cls.campaign, name=name))
        if result:
            cls._give_result(registration)
        cls._self_concluded(registration, scores)
        cls._appraised(registration, scores)
        return registration

    @classmethod
    def _list(cls, user=None):
        model = cls.env["danvan.recognition.list"].with_user(
            user or cls.commune_appraiser
        )
        record = model.create({"campaign_id": cls.campaign.id})
        record.action_draw_up()
        return record.with_env(cls.env)

    @classmethod
    def _submitted(cls):
        record = cls._list()
        cls.act(record, cls.commune_appraiser, "submit")
        return record

    @classmethod
    def _decision(cls, record):
        """Return the decision drafted for `record`."""
        cls.env.invalidate_all()
        return record._decisions()

    @classmethod
    def _issue(cls, record, number=12):
        """Let officer, leader and registrar of the unit bring out the decision."""
        officer, leader, registrar = cls.people[record.unit_id]
        decision = cls._decision(record)
        cls.act(decision, officer, "submit")
        cls.act(decision, leader, "approve")
        decision.with_user(registrar).action_issue(number, f"{YEAR}-10-10")


@tagged("post_install", "-at_install")
class TestRecognition(RecognitionCase):
    """From the list to the decision, and what stands against it."""

    def test_from_list_to_recognised(self):
        record = self._submitted()
        recognition = record.recognition_ids
        self.assertEqual(recognition.registration_id, self.registration)
        self.assertEqual((recognition.grade_name, recognition.total), ("Tốt", 85))
        self.assertEqual(self.registration.recognition_state, "submitted")
        self.act(record, self.leader, "approve")
        self.assertEqual(record.state, "approved")
        self.assertEqual(recognition.state, "submitted")
        self._issue(record)
        self.assertEqual((record.state, recognition.state), ("recognised",) * 2)
        self.assertEqual(recognition.decision_number, "12-QĐ/ĐU")
        pdf = base64.b64decode(record.paper_ids.pdf_file)
        pages = [" ".join(page.split()) for page in pdf_texts(pdf)]
        self.assertIn("Thắp sáng đường quê thôn 10", pages[-1])
        self.assertNotIn("Thắp sáng đường quê thôn 10", pages[0])
        self.assertIn("Nguyễn Văn Mẫu", pages[0])
        self.assertEqual(str(recognition.decision_date), f"{YEAR}-10-10")
        self.assertEqual(self.registration.recognition_state, "recognised")
        self.assertEqual(self.registration.recognised_level_id, self.commune.level_id)

    def test_who_is_left_out_and_why(self):
        self._another("Chưa đạt", (10, 10, 10, 10))
        self._another("Không số liệu", (20, 25, 35, 20), result=False)
        record = self._list()
        self.assertEqual(record.recognition_ids.registration_id, self.registration)
        lines = record.left_out.split("\n")
        self.assertEqual(len(lines), 2)
        self.assertIn("Không số liệu", lines[0])
        self.assertIn("Chưa đạt", lines[1])
        self.assertIn("Không đạt", lines[1])

    def test_drawing_up_again_adds_what_is_new_and_nothing_twice(self):
        record = self._list()
        later = self._another("Xong sau", (20, 25, 35, 15))
        record.with_user(self.commune_appraiser).action_draw_up()
        self.assertEqual(
            record.recognition_ids.registration_id, self.registration | later
        )
        second = self._list()
        self.assertFalse(second.recognition_ids)

    def test_an_empty_list_is_not_submitted(self):
        self._list()
        empty = self._list()
        with self.assertRaisesRegex(UserError, "Draw Up|Lập danh sách"):
            self.act(empty, self.commune_appraiser, "submit")

    def test_a_returned_list_opens_again(self):
        record = self._submitted()
        self.act(record, self.leader, "return", "Thiếu một mô hình")
        self.assertEqual(record.state, "draft")
        self.assertEqual(record.recognition_ids.state, "proposed")
        record.recognition_ids.with_user(self.commune_appraiser).is_outstanding = True
        self.act(record, self.commune_appraiser, "submit")
        self.assertEqual(record.recognition_ids.state, "submitted")

    def test_a_refused_list_refuses_all_with_its_reason(self):
        record = self._submitted()
        self.act(record, self.leader, "refuse", "Chưa kiểm tra thực tế")
        recognition = record.recognition_ids
        self.assertEqual(recognition.state, "refused")
        self.assertIn("Chưa kiểm tra thực tế", recognition.last_reason)
        self.assertEqual(self.registration.recognition_state, "refused")

    def test_the_leader_takes_one_out(self):
        other = self._another("Còn tranh chấp", (20, 25, 35, 15))
        record = self._submitted()
        taken = record.recognition_ids.filtered(lambda r: r.registration_id == other)
        self.act(taken, self.leader, "refuse", "Còn khiếu nại")
        self.act(record, self.leader, "approve")
        with self.assertRaises(UserError):
            self.act(record.recognition_ids - taken, self.leader, "refuse", "Muộn")
        self._issue(record)
        self.assertEqual(taken.state, "refused")
        self.assertFalse(taken.decision_number)
        self.assertEqual(self.registration.recognition_state, "recognised")

    def test_a_list_with_all_taken_out_is_not_agreed(self):
        record = self._submitted()
        self.act(record.recognition_ids, self.leader, "refuse", "Còn khiếu nại")
        with self.assertRaises(UserError):
            self.act(record, self.leader, "approve")

    def test_the_draft_of_the_decision_says_what_is_recognised(self):
        record = self._submitted()
        self.act(record, self.leader, "approve")
        decision = self._decision(record).with_user(self.officer)
        self.assertEqual(decision.state, "draft")
        self.assertEqual(decision.title, "QUYẾT ĐỊNH")
        self.assertIn(f"“Dân vận khéo” năm {YEAR}", decision.subject)
        self.assertIn("Công nhận 01 mô hình", decision.body)
        self.assertIn(">Thắp sáng đường quê thôn 10</td>", decision.annex)
        self.assertIn(">Tốt (85 điểm)</td>", decision.annex)

    def test_a_list_taken_back_and_agreed_again_fills_the_same_decision(self):
        record = self._submitted()
        self.act(record, self.leader, "approve")
        self.act(record, self.leader, "return", "Thiếu một mô hình")
        self._another("Xong sau", (20, 25, 35, 15))
        record.with_user(self.commune_appraiser).action_draw_up()
        self.act(record, self.commune_appraiser, "submit")
        self.act(record, self.leader, "approve")
        decision = self._decision(record)
        self.assertEqual(len(decision), 1)
        self.assertIn("Công nhận 02 mô hình", decision.body)
        self.assertIn("Xong sau", decision.annex)

    def test_no_decision_for_a_list_that_was_taken_back(self):
        record = self._submitted()
        self.act(record, self.leader, "approve")
        self.act(record, self.leader, "return", "Sửa tên")
        with self.assertRaisesRegex(UserError, "taken back|rút lại"):
            self._issue(record)
        self.assertEqual(record.recognition_ids.state, "proposed")

    def test_a_list_is_not_taken_back_while_its_decision_is_signed(self):
        record = self._submitted()
        self.act(record, self.leader, "approve")
        decision = self._decision(record)
        self.act(decision, self.officer, "submit")
        with self.assertRaises(UserError):
            self.act(record, self.leader, "return", "Sửa tên")
        self.act(decision, self.leader, "return", "Sửa danh sách")
        self.act(record, self.leader, "return", "Sửa tên")
        self.assertEqual(record.state, "draft")

    def test_another_paper_about_the_list_recognises_nothing(self):
        record = self._submitted()
        self.act(record, self.leader, "approve")
        paper = record.with_user(self.officer)._draft_document("decision")
        record._document_issued(paper)
        self.assertEqual(record.state, "approved")

    def test_the_province_recognises_as_well(self):
        record = self._submitted()
        self.act(record, self.leader, "approve")
        self._issue(record)
        self.act(self.registration, self.leader, "put_up", "Tiêu biểu")
        higher = self._appraisal(user=self.appraiser)
        self._score(higher, self.appraiser, 20, 25, 35, 20, reason="Kiểm tra")
        self.act(higher, self.appraiser, "submit_appraisal")
        self.act(higher, self.province_leader, "conclude")
        above = self._list(self.appraiser)
        self.assertEqual(above.unit_id, self.commission)
        self.act(above, self.appraiser, "submit")
        self.act(above, self.province_leader, "approve")
        self._issue(above, 34)
        self.assertEqual(len(self.registration.recognition_ids), 2)
        self.assertEqual(
            self.registration.recognised_level_id, self.commission.level_id
        )

    def test_the_annex_of_the_decision(self):
        record = self._submitted()
        headings, rows = record._paper_lists()["recognised"]
        self.assertEqual(len(headings), len(rows[0]))
        self.assertEqual(
            rows[0],
            [
                "1",
                "Thắp sáng đường quê thôn 10",
                "Đảng ủy xã Suối Trong",
                "Thôn 10, Xã Suối Trong",
                "Văn hóa – xã hội",
                "Tốt (85 điểm)",
            ],
        )

    def test_outstanding_is_ticked_in_the_form(self):
        record = self._list()
        form = Form(record.with_user(self.commune_appraiser))
        with form.recognition_ids.edit(0) as line:
            line.is_outstanding = True
        form.save()
        self.assertTrue(record.recognition_ids.is_outstanding)

    def test_a_new_list_stands_for_the_unit_of_the_appraiser(self):
        model = self.env["danvan.recognition.list"].with_user(self.commune_appraiser)
        with Form(model) as form:
            self.assertEqual(form.unit_id, self.commune)
            self.assertEqual(form.campaign_id, self.campaign)
            self.assertIn(str(YEAR), form.name)


@tagged("post_install", "-at_install")
class TestRecognitionRights(RecognitionCase):
    """Who may read, write and decide."""

    def test_only_the_appraiser_draws_up_and_only_while_open(self):
        record = self._submitted()
        for user in (self.officer, self.leader, self.other_officer):
            with self.assertRaises(AccessError):
                record.with_user(user).action_draw_up()
        with self.assertRaises(AccessError):
            record.with_user(self.commune_appraiser).action_draw_up()
        with self.assertRaises(AccessError):
            record.recognition_ids.with_user(self.commune_appraiser).unlink()

    def test_only_the_leader_of_the_unit_decides(self):
        record = self._submitted()
        for user in (
            self.officer,
            self.commune_appraiser,
            self.province_leader,
        ):
            with self.assertRaises(UserError):
                self.act(record, user, "approve")
        with self.assertRaises(AccessError):
            self.act(record, self.other_leader, "approve")
        self.assertEqual(record.state, "submitted")

    def test_what_the_decision_brings_is_not_typed_in(self):
        record = self._list()
        recognition = record.recognition_ids
        for target, vals in (
            (record, {"state": "recognised"}),
            (record, {"decision_number": "1"}),
            (record, {"left_out": ""}),
            (record, {"unit_id": self.commission.id}),
            (recognition, {"state": "recognised"}),
            (recognition, {"total": 100}),
            (recognition, {"grade_name": "Xuất sắc"}),
            (recognition, {"decision_date": f"{YEAR}-01-01"}),
            (recognition, {"registration_id": self.registration.id}),
            (self.registration, {"recognition_state": "recognised"}),
        ):
            for acting in (target.with_user(self.commune_appraiser), target.sudo()):
                with self.assertRaises(AccessError):
                    acting.write(vals)

    def test_recognitions_are_not_created_past_the_list(self):
        record = self._list()
        vals = {
            "list_id": record.id,
            "registration_id": self.registration.id,
            "evaluation_id": record.recognition_ids.evaluation_id.id,
        }
        with self.assertRaises(AccessError):
            record.with_user(self.commune_appraiser).write(
                {"recognition_ids": [Command.create(vals)]}
            )
        with self.assertRaises(UserError):
            record.with_user(self.leader).action_transition("recognise")

    def test_other_communes_do_not_read_it(self):
        record = self._submitted()
        for document in (record, record.recognition_ids):
            self.assertFalse(
                document.with_user(self.other_officer)._filtered_access("read")
            )
            self.assertTrue(document.with_user(self.officer)._filtered_access("read"))
