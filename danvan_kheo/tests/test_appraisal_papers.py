"""The papers of evaluation and recognition, read back from their PDF."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import YEAR
from .paper_reading import PaperReading
from .papers_common import PaperActs
from .test_appraisal_recognition import RecognitionCase

SELF_SHEET = "danvan_kheo.self_score_report"
SHEET = "danvan_kheo.appraisal_report"
MODEL = "Thắp sáng đường quê thôn 10"


@tagged("post_install", "-at_install")
class TestScoreSheets(PaperReading, RecognitionCase):
    """Printed at once, from the evaluation."""

    def _evaluation(self, stage):
        return self.registration.evaluation_ids.filtered(lambda e: e.stage == stage)

    def test_the_units_own_sheet(self):
        pages = self._pages(self._evaluation("self"), self.officer, SELF_SHEET)
        self._assert_filled(
            pages,
            "PHIẾU TỰ CHẤM ĐIỂM",
            f"mô hình “Dân vận khéo” năm {YEAR}",
            MODEL,
            "Thôn 10, Xã Suối Trong",
            "Bộ tiêu chí thử",
            "Tổng cộng",
            "85/100 điểm",
            "Tự xếp loại: Tốt",
            "Điều kiện loại (nếu có): không",
            "NGƯỜI CHẤM ĐIỂM",
            "Nguyễn Văn Mẫu",
        )
        self.assertNotIn("DỰ THẢO", " ".join(pages))

    def test_the_sheet_of_the_level_has_both_scores_and_the_reasons(self):
        appraisal = self._evaluation("level")
        appraisal.score_ids[0]._write_owned({"score": 18.5, "reason": "Thiếu kế hoạch"})
        appraisal._write_owned(
            {"knockout_ids": appraisal.criteria_set_id.knockout_ids.ids}
        )
        content = self._content(appraisal, self.commune_appraiser, SHEET)
        ((table,),) = self._tables(content)
        self.assertEqual(len(table), 1 + 4 + 1)
        self.assertEqual(
            [" ".join(cell.split()) for cell in table[1][1:6]],
            ["Lãnh đạo", "20", "20", "18,5", "Thiếu kế hoạch"],
        )
        self.assertEqual(table[-1][1:5], ["Tổng cộng", "100", "85", "83,5"])
        pages = self._pages(appraisal, self.commune_appraiser, SHEET)
        self._assert_filled(
            pages, "PHIẾU THẨM ĐỊNH", "83,5/100", "Báo cáo sai sự thật", "Không đạt"
        )

    def test_groups_stand_above_their_criteria(self):
        criteria_set = self._evaluation("level").criteria_set_id
        group = self.env["danvan.criteria.group"]._create_owned(
            [{"set_id": criteria_set.id, "number": "I", "name": "Tổ chức thực hiện"}]
        )
        criteria_set.criterion_ids[:2]._write_owned({"group_id": group.id})
        self.env.invalidate_all()
        _heads, rows = self._evaluation("level")._paper_lists()["scores"]
        self.assertEqual(rows[0], ("I", "Tổ chức thực hiện", "45", "40", "40", "", ""))
        self.assertEqual(rows[1][1], "Lãnh đạo")

    def test_many_registrations_in_one_file(self):
        other = self._another("Cổng trường xanh", (20, 25, 35, 15))
        sheets = self._evaluation("level") | other.evaluation_ids.filtered(
            lambda e: e.stage == "level"
        )
        pages = self._pages(sheets, self.commune_appraiser, SHEET)
        self.assertEqual(len(pages), 2)
        self.assertIn("Cổng trường xanh", pages[1])

    def test_what_is_still_scored_prints_as_a_draft(self):
        fresh = self._run(self._register(self.campaign, name="Đang chấm"))
        evaluation = self._opened(fresh, self.officer)
        self.assertIn("DỰ THẢO", self._pages(evaluation, self.officer, SELF_SHEET)[0])

    def test_each_stage_has_its_own_sheet_in_the_menu_and_on_the_server(self):
        own, level = self._evaluation("self"), self._evaluation("level")
        reports = self.env.ref(SELF_SHEET) | self.env.ref(SHEET)
        for evaluation, report in ((own, SELF_SHEET), (level, SHEET)):
            offered = reports.get_valid_action_reports(evaluation._name, evaluation.ids)
            self.assertEqual(offered, self.env.ref(report).ids)
        with self.assertRaises(UserError):
            own.with_user(self.officer)._paper_form("appraisal_sheet")
        with self.assertRaises(UserError):
            level.with_user(self.officer)._paper_form("self_score_sheet")

    def test_the_neighbour_prints_nothing(self):
        for stage, report in (("self", SELF_SHEET), ("level", SHEET)):
            with self.assertRaises(AccessError):
                self._pages(self._evaluation(stage), self.other_officer, report)


@tagged("post_install", "-at_install")
class TestRecognitionPapers(PaperReading, RecognitionCase):
    """Drafted from the list of what is to be recognised."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.exemplar = cls._another("Bác Ba vận động", (20, 25, 35, 15))
        cls.exemplar._write_owned({"kind": "exemplar"})
        cls.failed = cls._another("Chưa đạt", (10, 10, 10, 10))
        cls.disputed = cls._another("Còn tranh chấp", (20, 20, 30, 12))
        cls.list = cls._list()
        outstanding = cls.list.recognition_ids.filtered(
            lambda r: r.registration_id == cls.exemplar
        )
        outstanding.with_user(cls.commune_appraiser).is_outstanding = True
        cls.act(cls.list, cls.commune_appraiser, "submit")

    def _drafted(self, code, user=None, record=None):
        record = (record or self.list).with_user(user or self.officer)
        record.invalidate_recordset()
        return record._draft_document(code)

    def _refuse(self):
        taken = self.list.recognition_ids.filtered(
            lambda r: r.registration_id == self.disputed
        )
        self.act(taken, self.leader, "refuse", "còn khiếu nại chưa giải quyết")

    def test_the_submission_counts_by_kind_sector_and_grade(self):
        paper = self._drafted("recognition_submission")
        self.assertEqual(paper.unit_id, self.commune)
        pages = self._pages(paper, self.officer)
        self._assert_filled(
            pages,
            "TỜ TRÌNH về việc công nhận mô hình",
            "Lãnh đạo Đảng ủy xã Suối Trong",
            "kết luận 04 mô hình, điển hình",
            "Đề nghị công nhận 03 mô hình, điển hình",
            "02 mô hình, 01 điển hình",
            "mô hình, điển hình tiêu biểu: 01",
            "Không đủ điều kiện đề nghị công nhận: 01 mô hình, điển hình",
        )
        content = self._content(paper, self.officer)
        tables = [table for page in self._tables(content) for table in page]
        self.assertIn(["Văn hóa – xã hội", "2", "1", "3"], tables[0])
        self.assertEqual(tables[0][-1], ["Cộng", "2", "1", "3"])
        self.assertIn(["Xuất sắc", "1", "1"], tables[1])
        self.assertIn(["Tốt", "2", "0"], tables[1])

    def test_what_there_is_none_of_is_not_mentioned(self):
        self.failed.evaluation_ids._write_owned({"state": "submitted"})
        self.list.recognition_ids._write_owned({"is_outstanding": False})
        paper = self._drafted("recognition_submission")
        text = " ".join(self._pages(paper, self.officer))
        self.assertIn("gồm: 02 mô hình, 01 điển hình.", text)
        self.assertNotIn("Không đủ điều kiện", text)
        self.assertNotIn("tiêu biểu:", text)
        self.assertLess(text.index("Kính gửi"), text.index("Căn cứ"))

    def test_the_annex_is_whole_best_first_with_the_outstanding(self):
        paper = self._drafted("recognition_submission")
        tables = self._tables(self._content(paper, self.officer))
        annex = [[" ".join(c.split()) for c in row] for row in tables[-1][0]]
        self.assertEqual(
            [row[1] for row in annex[1:]],
            [
                "Bác Ba vận động",
                MODEL,
                "Còn tranh chấp",
            ],
        )
        self.assertEqual(annex[1][-1], "Xuất sắc (95 điểm), tiêu biểu")

    def test_a_long_annex_repeats_its_heading_and_cuts_no_row(self):
        paper = self._drafted("recognition_submission")
        rows = [
            (
                str(number),
                f"Mô hình số {number} " + "dài " * 20,
                "Đơn vị",
                "Thôn",
                "",
                "",
            )
            for number in range(1, 61)
        ]
        headings = self.list._paper_lists()["recognised"][0]
        self.patch(
            type(self.list),
            "_paper_lists",
            lambda record: {
                "recognised": (headings, rows),
                "by_sector": ((), []),
                "by_grade": ((), []),
            },
        )
        paper.write(paper.template_id._filled(self.list))
        annex = [
            page[0] for page in self._tables(self._content(paper, self.officer)) if page
        ]
        self.assertGreater(len(annex), 2)
        heads = {tuple(" ".join(c.split()) for c in table[0]) for table in annex}
        self.assertEqual(heads, {tuple(headings)})
        numbers = [row[0] for table in annex for row in table[1:]]
        self.assertEqual(numbers, [str(number) for number in range(1, 61)])

    def test_the_decision_of_the_party_and_of_the_state(self):
        self.act(self.list, self.leader, "approve")
        paper = self.list.paper_ids
        self.assertEqual(paper.template_id.family, "party")
        pages = self._pages(paper, self.officer)
        self._assert_filled(
            pages,
            "QUYẾT ĐỊNH công nhận mô hình, điển hình",
            "Công nhận 03 mô hình, điển hình",
            "gồm: 02 mô hình, 01 điển hình",
            "DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH",
        )
        state = self._drafted(
            "recognition_decision", record=self.list.with_context(), user=self.officer
        )
        self.assertEqual(state, paper)
        template = self.env["danvan.document.template"]._for_code(
            "recognition_decision", family="state"
        )
        self.assertFalse(template.family)
        self.assertTrue(template.subject.startswith("Về việc"))

    def test_the_notice_tells_everybody_who_was_not_recognised_why(self):
        self._refuse()
        paper = self._drafted("recognition_refusal")
        ((table,),) = self._tables(self._content(paper, self.officer))
        rows = [[" ".join(cell.split()) for cell in row] for row in table[1:]]
        self.assertEqual(
            rows[0],
            [
                "1",
                "Còn tranh chấp",
                "Đảng ủy xã Suối Trong",
                "Tốt (82 điểm)",
                "Còn khiếu nại chưa giải quyết",
            ],
        )
        self.assertEqual(rows[1][1], "Chưa đạt")
        self.assertIn("“Không đạt”", rows[1][-1])
        self._assert_filled(
            self._pages(paper, self.officer),
            "THÔNG BÁO về việc không công nhận",
            "02 mô hình, điển hình không được công nhận",
        )

    def test_nothing_to_notify_nothing_to_submit(self):
        everything = self._list()
        with self.assertRaisesRegex(UserError, "Draw Up|Lập danh sách"):
            self._drafted("recognition_submission", record=everything)
        self.failed.evaluation_ids._write_owned({"state": "submitted"})
        with self.assertRaisesRegex(UserError, "nobody to notify|không có đơn vị nào"):
            self._drafted("recognition_refusal", record=everything)

    def test_a_letter_of_praise_for_what_is_recognised_only(self):
        recognition = self.list.recognition_ids.filtered(
            lambda r: r.registration_id == self.registration
        )
        with self.assertRaises(UserError):
            self._drafted("recognition_praise_letter", record=recognition)
        self.act(self.list, self.leader, "approve")
        self._issue(self.list)
        letter = self._drafted("recognition_praise_letter", record=recognition)
        self.assertEqual(letter.unit_id, self.commune)
        self._assert_filled(
            self._pages(letter, self.officer),
            "THƯ KHEN",
            "các đồng chí thực hiện mô hình “Thắp sáng đường quê thôn 10”",
            "tại Quyết định số 12-QĐ/",
            f"ngày 10 tháng 10 năm {YEAR}",
            "xếp loại Tốt",
        )

    def test_others_draft_nothing_of_this_list(self):
        self._refuse()
        for code in ("recognition_submission", "recognition_refusal"):
            for user in (self.other_officer, self.commune_appraiser, self.viewer):
                with (
                    self.subTest(code, user=user.login),
                    self.assertRaises(AccessError),
                ):
                    self._drafted(code, user)

    def test_a_unit_below_reads_the_list_and_drafts_nothing_of_it(self):
        self.act(self.list, self.leader, "approve")
        self._issue(self.list)
        below = self._person("below", "officer", self.hamlet)
        self.assertTrue(self.list.with_user(below)._filtered_access("read"))
        with self.assertRaises(AccessError):
            self._drafted("recognition_refusal", below)
        self.assertFalse(
            self.env["danvan.document"].search(
                [("template_id.code", "=", "recognition_refusal")]
            )
        )

    def test_the_print_menu_has_the_words_of_the_office(self):
        entries = self.env["ir.actions.server"].search(
            [("binding_model_id.model", "in", ("danvan.recognition.list",))]
        )
        self.assertEqual(
            set(entries.mapped("name")),
            {"Tờ trình công nhận", "Quyết định công nhận", "Thông báo không công nhận"},
        )
        letters = self.env["ir.actions.server"].search(
            [("binding_model_id.model", "=", "danvan.recognition")]
        )
        # The certificates' own entry comes with the room of awards.
        self.assertEqual(
            set(letters.mapped("name")), {"Thư khen", "Print Certificates"}
        )


@tagged("post_install", "-at_install")
class TestRecognitionDoors(PaperActs, RecognitionCase):
    """By the button and by the Print menu, in the words of the office."""

    def test_every_paper_is_drafted_by_button_and_found_by_the_menu(self):
        self._another("Chưa đạt", (10, 10, 10, 10))
        record = self._submitted()
        for name in ("Tờ trình công nhận", "Thông báo không công nhận"):
            with self.subTest(name):
                paper = self._drafted(record, self.officer, name)
                self.assertEqual(paper.template_id.family, "party")
        self.act(record, self.leader, "approve")
        decision = self._drafted(record, self.officer, "Quyết định công nhận")
        self.assertEqual(decision, self._decision(record))
        self._issue(record)
        recognition = record.recognition_ids
        self.assertTrue(self._drafted(recognition, self.officer, "Thư khen"))

    def test_an_evaluation_offers_sheets_and_drafts_nothing(self):
        evaluation = self.registration.evaluation_ids[:1]
        arch = evaluation.with_user(self.officer).get_view(view_type="form")["arch"]
        self.assertNotIn("action_compose", arch)
