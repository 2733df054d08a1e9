"""What is told of one honouree: achievement report, letter; and all by their doors."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import YEAR
from .dossier_common import DossierCase
from .papers_common import PaperActs


@tagged("post_install", "-at_install")
class TestAchievementReport(DossierCase):
    """“Báo cáo thành tích”, told by the registration."""

    def test_a_collective(self):
        paper = self._drafted(self.body, "achievement_report")
        pages = self._pages(paper, self.officer)
        self._assert_filled(
            pages,
            "BÁO CÁO THÀNH TÍCH đề nghị tặng Giấy khen",
            "Tên tập thể",
            "Tổ tự quản thôn 10",
            "Đường tối, nhiều tai nạn.",
            "Xây dựng nông thôn mới",
            "Vận động 45 hộ góp công",
            "145 hộ",
            "XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG",
            f"Quyết định số 03/QĐ-UBND ngày 15 tháng 10 năm {YEAR}",
        )
        rows = self._rows(self._content(paper, self.officer))
        self.assertIn(["1", "Họp dân thống nhất tuyến đường", f"03/{YEAR}", ""], rows)
        self.assertIn(["1", "Đường có đèn", "km", "", "2", "2,1", ""], rows)
        self.assertIn(
            ["2", "Ngày công", "công", "", "", "khoảng 1.200 – 1.500", ""], rows
        )

    def test_a_person_signs_the_own_report(self):
        paper = self._drafted(self.persons[0], "achievement_report")
        pages = self._pages(paper, self.officer)
        self._assert_filled(
            pages,
            "Họ và tên Trần Văn Sửa",
            "Ngày sinh 02/03/1975",
            "Giới tính Nam",
            "NGƯỜI BÁO CÁO THÀNH TÍCH Trần Văn Sửa",
        )
        self.assertEqual(paper.signer_name, "Trần Văn Sửa")

    def test_an_award_that_was_cancelled_is_none_of_the_earlier(self):
        self.old._write_owned({"state": "cancelled"})
        _heads, rows = self.body._paper_lists()["earlier"]()
        self.assertFalse(rows)


@tagged("post_install", "-at_install")
class TestPraiseLetter(DossierCase):
    """“Thư khen”, for the forms that are given by a letter."""

    def test_an_awarded_word_of_praise_has_its_letter(self):
        self.form = self.env.ref("danvan_kheo.award_form_praise")
        award = self._propose(
            self._honouree("Lê Thị Thử", "individual"), form_id=self.form.id
        )
        self.assertEqual(award.deciding_unit_id, self.commune)
        with self.assertRaisesRegex(UserError, "not been awarded|chưa được khen"):
            self._drafted(award, "award_praise_letter")
        award._write_owned({"state": "awarded"})
        letter = self._drafted(award, "award_praise_letter")
        self.assertEqual(letter.unit_id, self.commune)
        self._assert_filled(
            self._pages(letter, self.officer),
            "THƯ KHEN",
            "Kính gửi: đồng chí Lê Thị Thử",
            "“Đường hoa thôn 10”",
            "Vận động 45 hộ góp công",
        )

    def test_a_name_with_its_own_address_keeps_it(self):
        own = self._honouree("Ông K’ Tin", "individual")
        plain = self._honouree("K’ Tin", "individual")
        names = {
            one: self._propose(one, act=False)._addressed() for one in (own, plain)
        }
        self.assertEqual(names[own], "Ông K’ Tin")
        # The State gives this form.
        self.assertEqual(names[plain], "Ông (Bà) K’ Tin")
        self.assertEqual(self.body._addressed(), "Tổ tự quản thôn 10")

    def test_a_certificate_has_none(self):
        with self.assertRaisesRegex(UserError, "letter of praise|thư khen"):
            self._drafted(self.old, "award_praise_letter")


@tagged("post_install", "-at_install")
class TestDossierDoors(PaperActs, DossierCase):
    """By the button and by the Print menu, in the words of the office."""

    def test_every_paper_is_drafted_by_button_and_found_by_the_menu(self):
        praised = self.env.ref("danvan_kheo.award_form_praise")
        award = self._propose(self._honouree("Tổ hát"), form_id=praised.id)
        award._write_owned({"state": "awarded"})
        for record, name, issuer in (
            (self.decision, "Tờ trình", self.commune),
            (self.body, "Tờ trình", self.commune),
            (self.body, "Báo cáo thành tích", self.commune),
            (award, "Thư khen", self.commune),
        ):
            with self.subTest(name, model=record._name):
                paper = self._drafted(record, self.officer, name)
                self.assertEqual(paper.unit_id, issuer)

    def test_the_decision_once_its_list_is_approved(self):
        self.act(self.decision, self.officer, "submit")
        self.act(self.decision, self.leader, "approve")
        paper = self._drafted(self.decision, self.officer, "Quyết định khen thưởng")
        self.assertEqual(paper.unit_id, self.commune_government)
        self.assertFalse(paper.template_id.family)

    def test_the_print_menus(self):
        wanted = {
            "danvan.award": {
                "Tờ trình",
                "Báo cáo thành tích",
                "Thư khen",
                "Print Certificates",
            },
            "danvan.award.decision": {
                "Tờ trình",
                "Quyết định khen thưởng",
                "Quyết định khen thưởng (không kèm tiền thưởng)",
            },
        }
        for model, names in wanted.items():
            entries = self.env["ir.actions.server"].search(
                [
                    ("binding_model_id.model", "=", model),
                    ("binding_type", "=", "report"),
                ]
            )
            self.assertEqual(set(entries.mapped("name")), names)

    def test_every_wording_is_a_sample_with_its_own_for_the_party(self):
        templates = self.env["danvan.document.template"].search(
            [("model_id.model", "in", ("danvan.award", "danvan.award.decision"))]
        )
        self.assertTrue(all(templates.mapped("is_sample")))
        drafted = templates.filtered(lambda t: not t.is_form)
        for code, versions in drafted.grouped("code").items():
            with self.subTest(code):
                self.assertEqual(set(versions.mapped("family")), {False, "party"})
                self.assertFalse(
                    [t for t in versions if "Luật" in (t.legal_bases or "")]
                )
