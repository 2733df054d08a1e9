"""“Phiếu đăng ký”, filled and blank, and the plan of a model."""

import re

from odoo.fields import Command
from odoo.tests import tagged

from .common import YEAR, DanvanCase
from .papers_common import PaperActs

FORM, BLANK = "report_registration", "report_registration_blank"
# Fields of the screen, and the words by which the form asks for them.
ASKED = {
    "name": "Tên mô hình, điển hình",
    "kind": "Loại:",
    "sector_id": "Lĩnh vực:",
    "theme_ids": "hủ đề:",
    "unit_id": "Đơn vị đăng ký:",
    "registered_level_id": "Cấp đăng ký:",
    "place_kind": "Nơi thực hiện:",
    "scale": "uy mô",
    "political_task": "Nhiệm vụ chính trị gắn với",
    "people_need": "Nhu cầu, nguyện vọng của Nhân dân",
    "people_asked": "Cách lấy ý kiến Nhân dân",
    "late_reason": "Lý do đăng ký bổ sung",
    "person_ids": "Người phụ trách",
    "activity_plan_ids": "Việc làm và thời gian",
    "core_force": "Lực lượng nòng cốt:",
    "funding": "Kinh phí, nguồn:",
    "situation_before": "Thực trạng trước khi làm:",
    "indicator_ids": "Chỉ tiêu",
    "beneficiaries": "Đối tượng thụ hưởng:",
}


class RegistrationPapersCase(PaperActs, DanvanCase):
    """A registration with everything filled in, as a commune writes it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._name_leaders()
        cls.campaign = cls._campaign()
        create = Command.create
        cls.registration = cls._register(
            cls.campaign,
            theme_ids=[Command.set(cls.env.ref("danvan_kheo.theme_ntm").ids)],
            place_detail="Tuyến đường từ nhà văn hóa",
            political_task="Hoàn thành tiêu chí giao thông nông thôn",
            scale="120 hộ, 2,5 km đường",
            people_need="Bà con đi lại ban đêm an toàn",
            people_asked="Họp thôn ngày 10/01, 98 hộ đồng ý",
            core_force="Chi hội Phụ nữ, Chi đoàn thôn 10",
            funding="30.000.000 đồng, Nhân dân đóng góp",
            situation_before="Đường chưa có đèn, hay xảy ra va quẹt",
            beneficiaries="120 hộ dân thôn 10",
            person_ids=[
                create({"name": "Lê Thị Thử", "post": "Trưởng thôn", "phone": "0909"})
            ],
            activity_plan_ids=[
                create(
                    {"name": "Họp dân", "date": f"{YEAR}-03-01", "doer": "Lê Thị Thử"}
                ),
                create(
                    {"name": "Dựng cột", "date": f"{YEAR}-04-01", "doer": "Chi đoàn"}
                ),
            ],
            indicator_ids=[
                create({"name": "Đường có đèn", "measure": "km", "target": 2.5}),
                create(
                    {
                        "name": "Hộ tham gia",
                        "measure": "hộ",
                        "baseline": "chưa có",
                        "target": 1800,
                    }
                ),
            ],
        )

    def _form(self, registration=None, user=None):
        return self._pages(FORM, registration or self.registration, user)


@tagged("post_install", "-at_install")
class TestRegistrationForm(RegistrationPapersCase):
    """Nothing that the officer has written is missing; a short one is one page."""

    def test_everything_written_is_printed_on_one_page(self):
        pages = self._form(user=self.officer)
        self.assertEqual(len(pages), 1)
        for said in (
            "ĐẢNG ỦY XÃ SUỐI TRONG",
            f"PHIẾU ĐĂNG KÝ mô hình “Dân vận khéo” năm {YEAR}",
            "Thắp sáng đường quê thôn 10",
            "mô hình, tập thể; mới",
            "Văn hóa – xã hội; chủ đề: Xây dựng nông thôn mới",
            self.commune.name,
            "Cấp đăng ký: Cấp xã",
            "Tuyến đường từ nhà văn hóa, Thôn 10, Xã Suối Trong",
            "Hoàn thành tiêu chí giao thông nông thôn",
            "quy mô: 120 hộ, 2,5 km đường",
            "Bà con đi lại ban đêm an toàn",
            "Họp thôn ngày 10/01, 98 hộ đồng ý",
            "1 Lê Thị Thử Trưởng thôn 0909",
            f"1 Họp dân 03/{YEAR} Lê Thị Thử",
            f"2 Dựng cột 04/{YEAR} Chi đoàn",
            "Chi hội Phụ nữ, Chi đoàn thôn 10",
            "30.000.000 đồng, Nhân dân đóng góp",
            "Đường chưa có đèn, hay xảy ra va quẹt",
            "1 Đường có đèn km 2,5",
            "2 Hộ tham gia hộ chưa có 1.800",
            "120 hộ dân thôn 10",
            "XÁC NHẬN CỦA CẤP ỦY",
            "BÍ THƯ",
            "Lê Thị Mẫu",
            "DỰ THẢO",
        ):
            self.assertIn(said, pages[0])
        self.assertNotIn("{", pages[0])
        self.assertNotIn("Lý do đăng ký bổ sung", pages[0])

    def test_the_order_is_that_of_the_screen(self):
        self.registration.late_reason = "Mới thành lập"
        arch = self.registration.with_user(self.officer).get_view(view_type="form")
        shown = re.findall(r'<field name="(\w+)"', arch["arch"])
        on_screen = {name: shown.index(name) for name in ASKED}
        for text in (self._form()[0], " ".join(self._pages(BLANK, self.campaign))):
            on_paper = {name: text.index(words) for name, words in ASKED.items()}
            for page in (
                ("name", "kind", "unit_id", "registered_level_id"),
                ("sector_id", "theme_ids", "place_kind", "scale", "political_task"),
                ("political_task", "people_need", "people_asked", "late_reason"),
                ("person_ids", "core_force", "activity_plan_ids", "funding"),
                ("situation_before", "indicator_ids", "beneficiaries"),
            ):
                for order in (on_screen, on_paper):
                    self.assertEqual(sorted(page, key=order.get), list(page))
            parts = ("late_reason", "person_ids", "funding", "situation_before")
            self.assertEqual(sorted(parts, key=on_paper.get), list(parts))

    def test_why_it_is_late_is_printed_where_it_is(self):
        self.registration.late_reason = "Đơn vị mới thành lập"
        [text] = self._form()
        self.assertIn("10. Lý do đăng ký bổ sung: Đơn vị mới thành lập", text)

    def test_a_sent_one_is_dated_and_no_draft(self):
        registration = self._register(
            self.campaign, registered_level_id=self.province.level_id.id
        )
        with self.local_time(f"{YEAR}-02-05 09:00:00"):
            self.act(registration, self.officer, "submit")
            self.act(registration, self.leader, "approve")
        [text] = self._form(registration)
        self.assertIn(f"Suối Trong, ngày 05 tháng 02 năm {YEAR}", text)
        self.assertNotIn("DỰ THẢO", text)

    def test_an_empty_draft_leaves_dots_to_write_on(self):
        empty = self.env["danvan.registration"].with_user(self.officer).create({})
        [text] = self._form(empty, self.officer)
        self.assertIn("Tên mô hình, điển hình: ……", text)
        self.assertIn("Kinh phí, nguồn: ……", text)

    def test_where_no_leader_is_known_the_head_of_the_unit_signs(self):
        registration = self._register(self.campaign, self.hamlet)
        [text] = self._form(registration)
        self.assertIn("THỦ TRƯỞNG ĐƠN VỊ", text)

    def test_persons_stand_in_the_order_given_else_by_name(self):
        create = Command.create
        self.registration.person_ids = [
            Command.clear(),
            *(
                create({"name": name, "post": "Ủy viên", "sequence": place})
                for name, place in (
                    ("Trần Văn Bình", 10),
                    ("Nguyễn Thị Ánh", 10),
                    ("Lê An", 10),
                    ("Đỗ Yến", 1),
                )
            ),
        ]
        _headings, rows = self.registration._paper_lists()["persons"]
        self.assertEqual(
            [row[1] for row in rows],
            ["Đỗ Yến", "Lê An", "Nguyễn Thị Ánh", "Trần Văn Bình"],
        )

    def test_an_individual_exemplar_has_a_form_of_its_own(self):
        exemplar = self._register(
            self.campaign,
            kind="exemplar",
            subject_type="individual",
            deed="Hòa giải mâu thuẫn đất đai",
            deed_since="năm 2019",
        )
        collective = self._register(self.campaign, kind="exemplar")
        [text] = self._form(exemplar)
        for said in (
            f"điển hình cá nhân “Dân vận khéo” năm {YEAR}",
            "Họ và tên: Lê Thị Thử",
            "ngày sinh:",
            "Dân tộc:",
            "Chức vụ, nghề nghiệp: Trưởng thôn",
            "nơi cư trú:",
            "Việc làm cụ thể: Hòa giải mâu thuẫn đất đai",
            "Làm từ khi nào: năm 2019",
            "Tên điển hình: Thắp sáng đường quê thôn 10",
            f"1 Họp dân thống nhất tuyến đường 03/{YEAR}",
            "XÁC NHẬN CỦA CẤP ỦY",
        ):
            self.assertIn(said, text)
        [other] = self._form(collective)
        self.assertIn(f"điển hình “Dân vận khéo” năm {YEAR}", other)
        self.assertNotIn("ngày sinh", other)
        both = self._pages(FORM, exemplar | collective, self.officer)
        self.assertEqual(len(both), 2, "each its own form in one job")

    def test_the_wording_is_edited_without_code(self):
        wording = self._wording("registration_form").with_user(self.administrator)
        wording.body = wording.body.replace("Lực lượng nòng cốt", "Tổ nòng cốt")
        wording.left_signature = "XÁC NHẬN CỦA ĐẢNG ỦY"
        [text] = self._form()
        self.assertIn("Tổ nòng cốt: Chi hội Phụ nữ", text)
        self.assertIn("XÁC NHẬN CỦA ĐẢNG ỦY", text)


@tagged("post_install", "-at_install")
class TestBlankForm(RegistrationPapersCase):
    """Printed from the campaign by whoever reads it, for filling in by pen."""

    def test_by_its_own_unit_without_names(self):
        pages = self._pages(BLANK, self.campaign, self.officer)
        text = " ".join(pages)
        self.assertEqual(len(pages), 2)
        self.assertIn("ĐẢNG ỦY XÃ SUỐI TRONG", pages[0])
        self.assertIn("THỦ TRƯỞNG ĐƠN VỊ", pages[1])
        self.assertNotIn("Lê Thị Mẫu", text)
        self.assertNotRegex(text, "[{}]")
        for sector in self.env["danvan.sector"].search([]):
            self.assertIn(f"□ {sector.name}", text.replace("\N{NO-BREAK SPACE}", " "))
        body = self.campaign._paper_form("registration_form_blank")["body"]
        self.assertGreaterEqual(body.count("paper-fill"), 15, "lines to write on")

    def test_it_stands_in_the_print_menu(self):
        bindings = self.env["ir.actions.actions"].with_user(self.officer)
        entries = bindings.get_bindings("danvan.campaign")["report"]
        report = self.env.ref("danvan_kheo.registration_blank_report")
        self.assertIn(report.id, [entry["id"] for entry in entries])


@tagged("post_install", "-at_install")
class TestPlanOfAModel(RegistrationPapersCase):
    """“Kế hoạch thực hiện”, drafted from what was registered."""

    def test_drafted_with_tables_and_printed(self):
        paper = self._drafted(self.registration, self.officer, "Kế hoạch thực hiện")
        self.assertEqual(
            paper.subject,
            f"thực hiện mô hình “Thắp sáng đường quê thôn 10” năm {YEAR}",
        )
        text = self._printed(paper, self.officer)
        for said in (
            "Hoàn thành tiêu chí giao thông nông thôn",
            f"1 Họp dân 03/{YEAR} Lê Thị Thử",
            f"2 Dựng cột 04/{YEAR} Chi đoàn",
            "1 Lê Thị Thử Trưởng thôn Phụ trách chung; Họp dân",
            "2 Chi đoàn Dựng cột",
            "2 Hộ tham gia hộ chưa có 1.800",
            "30.000.000 đồng, Nhân dân đóng góp",
            "./.",
        ):
            self.assertIn(said, text)
        self.assertNotIn("0909", text, "telephones do not belong into a plan")

    def test_who_decides_is_named_where_it_is_another_unit(self):
        self.assertNotIn("(để báo cáo)", self._plan(self.registration).recipients)
        above = self._register(
            self.campaign, registered_level_id=self.province.level_id.id
        )
        self.assertIn(self.commission.name, self._plan(above).recipients)

    def _plan(self, registration):
        return self._by_button(registration, self.officer, "Kế hoạch thực hiện")
