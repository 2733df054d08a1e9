"""The papers of an award's dossier: submission, lists, achievement report, letter."""

import io

import pdfplumber
import pypdf

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import YEAR
from .dossier_common import DossierCase

LIST_OF_PERSONS = "danvan_kheo.award_list_individuals_report"
LIST_OF_BODIES = "danvan_kheo.award_list_collectives_report"
OWN_PERSONS = "danvan_kheo.award_proposal_individuals_report"


@tagged("post_install", "-at_install")
class TestSubmission(DossierCase):
    """“Tờ trình”, of who handles the decision and of the unit that proposes."""

    def test_the_list_is_submitted_by_who_handles_it_with_numbers_and_money(self):
        paper = self._drafted(self.decision, "award_submission")
        self.assertEqual(paper.unit_id, self.commune)
        pages = self._pages(paper, self.officer)
        self._assert_filled(
            pages,
            "TỜ TRÌNH về việc tặng Giấy khen",
            "Chủ tịch Ủy ban nhân dân xã Suối Trong",
            "Đảng ủy xã Suối Trong đã tổ chức kiểm tra điều kiện",
            "01 tập thể, 03 cá nhân",
            "3.795.000 đồng",
            "Ba triệu bảy trăm chín mươi lăm nghìn đồng",
            "Quỹ thi đua, khen thưởng cấp xã",
            "Kèm theo Tờ trình số",
        )
        rows = self._rows(self._content(paper, self.officer))
        self.assertIn(["Tập thể", "1"], rows)
        self.assertIn(["Cá nhân", "3"], rows)
        self.assertEqual(rows[-1][-1], "3.795.000")

    def test_a_submission_issued_awards_nobody(self):
        paper = self._drafted(self.decision, "award_submission")
        self.commune.write(
            {
                "paper_symbol": "ĐU",
                "leader_name": "Nguyễn Văn A",
                "leader_post": "Bí thư",
            }
        )
        paper.write(self.commune._signature())
        self.act(paper, self.officer, "submit")
        self.act(paper, self.leader, "approve")
        paper.with_user(self.commune_registrar).action_issue(8, f"{YEAR}-10-01")
        self.assertEqual(paper.state, "issued")
        self.assertEqual(set(self.awards.mapped("state")), {"screened"})
        self.assertEqual(self.decision.state, "draft")
        self.act(self.decision, self.officer, "submit")
        self.act(self.decision, self.leader, "approve")
        decision = self._draft(self.decision)
        self.assertEqual(decision.template_id.code, "award_decision")
        self._issue(self.decision, f"{YEAR}-10-15", 21)
        self.assertEqual(self.decision.number, "21/QĐ-UBND")

    def test_an_empty_list_is_not_submitted(self):
        with self.assertRaisesRegex(UserError, "empty|trống"):
            self._drafted(self._decision(), "award_submission")

    def test_the_decision_is_drafted_from_the_menu_once_its_list_is_approved(self):
        template = self.env["danvan.document.template"]._for_code("award_decision")
        acting = self.decision.with_user(self.officer)
        with self.assertRaisesRegex(UserError, "approved|duyệt"):
            template.with_user(self.officer)._compose(acting)
        self.act(self.decision, self.officer, "submit")
        self.act(self.decision, self.leader, "approve")
        action = template.with_user(self.officer)._compose(acting)
        self.assertEqual(action["res_id"], self._draft(self.decision).id)
        self._issue(self.decision, f"{YEAR}-10-15", 21)
        self.assertEqual(set(self.awards.mapped("state")), {"awarded"})

    def test_the_unit_proposes_everything_alike_in_one_letter(self):
        free = self._propose(self._honouree("Hộ bà Lê Thị Thử", "household"))
        paper = self._drafted(free, "award_proposal_submission")
        self.assertEqual(paper.unit_id, self.commune)
        self._assert_filled(
            self._pages(paper, self.officer),
            "đề nghị tặng Giấy khen",
            "01 tập thể, 01 hộ gia đình, 03 cá nhân",
            "Chủ tịch Ủy ban nhân dân xã Suối Trong",
        )
        again = self._drafted(self.awards | free, "award_proposal_submission")
        self.assertEqual(again, paper)

    def test_what_is_not_proposed_is_submitted_by_nobody(self):
        draft = self._propose(self._honouree("Tổ mới"), act=False)
        for award in (draft, self.old):
            with self.assertRaisesRegex(UserError, "not among|không nằm trong"):
                self._drafted(award, "award_proposal_submission")

    def test_others_draft_nothing(self):
        cases = (
            (self.decision, "award_submission"),
            (self.body, "award_proposal_submission"),
            (self.body, "achievement_report"),
        )
        for record, code in cases:
            for user in (self.other_officer, self.other_leader, self.viewer):
                with (
                    self.subTest(code, user=user.login),
                    self.assertRaises(AccessError),
                ):
                    self._drafted(record, code, user)


@tagged("post_install", "-at_install")
class TestLists(DossierCase):
    """“Danh sách trích ngang”, landscape."""

    def test_persons_by_given_name_with_what_is_known(self):
        content = self._content(self.decision, self.officer, LIST_OF_PERSONS)
        for page in pypdf.PdfReader(io.BytesIO(content)).pages:
            self.assertGreater(page.mediabox.width, page.mediabox.height)
        rows = self._rows(content)
        self.assertEqual(
            [row[1] for row in rows[1:]],
            ["Nguyễn Thị Ánh", "Đỗ Văn Ân", "Trần Văn Sửa"],
        )
        self.assertEqual(
            rows[1],
            [
                "1",
                "Nguyễn Thị Ánh",
                "",
                "02/03/1975",
                "Chi hội trưởng, Thôn 10",
                "",
                "Vận động 45 hộ góp công, thắp sáng 2 km đường.",
                "Đường hoa thôn 10",
                "",
                "Giấy khen",
                "",
            ],
        )
        self.assertEqual(rows[3][2:4], ["02/03/1975", ""])
        pages = self._pages(self.decision, self.officer, LIST_OF_PERSONS)
        self._assert_filled(
            pages, "DANH SÁCH TRÍCH NGANG", "NGƯỜI LẬP DANH SÁCH", "Trần Văn Mẫu"
        )

    def test_collectives_with_what_they_received_before(self):
        rows = self._rows(self._content(self.decision, self.officer, LIST_OF_BODIES))
        self.assertEqual(len(rows), 2)
        self.assertEqual(rows[1][1], "Tổ tự quản thôn 10")
        # A narrow column breaks the number at its signs.
        before = rows[1][5].replace(" ", "")
        self.assertEqual(before, f"Giấykhen,QĐsố03/QĐ-UBND,năm{YEAR}")

    def test_sixty_persons_none_cut_none_lost(self):
        honourees = self.env["danvan.honouree"].create(
            [
                {
                    "full_name": f"Nguyễn Văn {number:02}",
                    "subject_type": "individual",
                    "unit_id": self.commune.id,
                }
                for number in range(1, 61)
            ]
        )
        model = self.env["danvan.award"].with_user(self.officer)
        awards = model.create([self._award_vals(one) for one in honourees])
        self.act(awards, self.officer, "propose")
        self.act(awards, self.officer, "screen")
        decision = self._decision(awards.with_env(self.env))
        content = self._content(decision, self.officer, LIST_OF_PERSONS)
        pages = [page for page in self._tables(content) if page]
        self.assertGreater(len(pages), 2)
        heads = {tuple(table[0]) for (table,) in pages}
        self.assertEqual(len(heads), 1)
        numbers = [row[0] for (table,) in pages for row in table[1:]]
        self.assertEqual(numbers, [str(number) for number in range(1, 61)])
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            for page in pdf.pages:
                self.assertLess(max(c["x1"] for c in page.chars), page.width - 35)

    def test_the_list_of_what_the_unit_proposes_comes_once(self):
        content = self._content(self.awards, self.officer, OWN_PERSONS)
        self.assertEqual(len(pypdf.PdfReader(io.BytesIO(content)).pages), 1)
        self.assertEqual(len(self._rows(content)), 4)

    def test_a_list_of_nobody_says_so(self):
        self.act(self.decision, self.officer, "submit")
        self.act(self.decision, self.leader, "return", "Sửa")
        self.body.with_user(self.officer).action_take_off()
        with self.assertRaisesRegex(UserError, "No collective|Không có tập thể"):
            self._content(self.decision, self.officer, LIST_OF_BODIES)

    def test_who_reads_one_award_on_it_does_not_print_the_whole_list(self):
        higher = self.env.ref("danvan_kheo.award_form_province_merit")
        awards = self.env["danvan.award"]
        names = {self.commune: "Tổ của ta", self.other_commune: "Tổ láng giềng"}
        honourees = self.env["danvan.honouree"].create(
            [{"full_name": name, "unit_id": unit.id} for unit, name in names.items()]
        )
        for honouree in honourees:
            deed = self._register(self.campaign, honouree.unit_id, user=self.env.user)
            deed._write_owned({"state": "running"})
            awards |= awards.create(
                {
                    "honouree_id": honouree.id,
                    "unit_id": honouree.unit_id.id,
                    "registration_id": deed.id,
                    "form_id": higher.id,
                    "summary": "Việc tốt",
                }
            )
        decision = self.env["danvan.award.decision"].create(
            {
                "unit_id": self.province_government.id,
                "form_id": higher.id,
                "campaign_id": self.campaign.id,
            }
        )
        awards._write_owned({"state": "awarded", "decision_id": decision.id})
        decision._write_owned({"state": "issued", "number": "1/QĐ-UBND"})
        self.env.flush_all()
        self.assertTrue(decision.with_user(self.officer)._filtered_access("read"))
        with self.assertRaisesRegex(AccessError, "whole list|Toàn bộ danh sách"):
            self._content(decision, self.officer, LIST_OF_BODIES)
        with self.assertRaises(AccessError):
            self._drafted(decision, "award_submission")
        pages = self._pages(decision, self.administrator, LIST_OF_BODIES)
        self.assertIn("Tổ láng giềng", pages[0])

    def test_the_neighbour_prints_nothing(self):
        for record, report in (
            (self.decision, LIST_OF_PERSONS),
            (self.awards, OWN_PERSONS),
        ):
            with self.assertRaises(AccessError):
                self._content(record, self.other_officer, report)

    def test_who_decides_sees_no_draft_of_the_unit_in_its_list(self):
        self._propose(self._honouree("Bản nháp", "individual"), act=False)
        rows = self._rows(self._content(self.body, self.officer, OWN_PERSONS))
        self.assertNotIn("Bản nháp", [row[1] for row in rows])
