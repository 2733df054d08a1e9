"""The papers of a campaign, each drafted as its officer does and read as pages."""

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from .common import YEAR, DanvanCase
from .papers_common import PaperActs

NAMES = (
    "Kế hoạch phát động",
    "Hướng dẫn tiêu chí",
    "Công văn triển khai",
    "Thông báo danh mục năm",
    "Công văn đôn đốc",
)


class CampaignPapersCase(PaperActs, DanvanCase):
    """A launched campaign; the State body of the commune has an officer, too."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(freeze_time(f"{YEAR}-02-10 08:00:00+07:00"))
        cls._name_leaders()
        cls.commission.write({"officer_name": "Lý Thử", "officer_phone": "0263"})
        cls.campaign = cls._campaign(topic="Chung tay", registration_to=f"{YEAR}-03-31")
        cls.state_officer = cls._person("state", "officer", cls.commune_government)


@tagged("post_install", "-at_install")
class TestCampaignPapers(CampaignPapersCase):
    """Names as in the Print menu, wordings of Party and State, whole lists."""

    def test_every_paper_by_button_and_menu_and_as_pages(self):
        for name in NAMES:
            with self.subTest(name):
                paper = self._drafted(self.campaign, self.province_officer, name)
                self.assertEqual(paper.unit_id, self.commission)
                text = self._printed(paper, self.province_officer)
                self.assertIn("ĐẢNG CỘNG SẢN VIỆT NAM", text)
                self.assertIn(f"năm {YEAR}", text)
                self.assertIn("./.", text)
                self.assertIn("TRƯỞNG BAN", text)
                self.assertIn("Nguyễn Văn Mẫu", text)

    def test_the_plan_says_the_dates_and_the_theme(self):
        paper = self._drafted(self.campaign, self.province_officer, NAMES[0])
        self.assertIn("“Chung tay”", paper.body)
        for day in (f"05/01/{YEAR}", f"31/03/{YEAR}", f"31/12/{YEAR}"):
            self.assertIn(day, paper.body)
        self.assertNotIn("phát động phong trào", paper.legal_bases.splitlines()[-1])
        self.assertEqual(len(paper.legal_bases.splitlines()), 2, "no plan from above")

    def test_letters_of_party_and_state_are_worded_apart(self):
        for name, subject in (
            (NAMES[2], "triển khai phong trào"),
            (NAMES[4], "đôn đốc đăng ký"),
        ):
            with self.subTest(name):
                party = self._drafted(self.campaign, self.province_officer, name)
                self.assertTrue(party.subject.startswith(f"Về việc {subject}"))
                self.assertIn("các đồng chí", party.body)
                self.assertIn("qua đồng chí Lý Thử, điện thoại 0263", party.body)
                state = self._drafted(self.campaign, self.state_officer, name)
                self.assertTrue(state.subject.startswith(f"V/v {subject}"))
                self.assertNotIn("đồng chí", state.body)
                self.assertIn("Ông/Bà", state.body)
                self.assertFalse(state.type_symbol, "letters of the State have none")
                self.assertEqual(party.type_symbol, "CV")

    def test_a_unit_below_issues_papers_of_its_own(self):
        """What was launched above is carried out by each unit's own plan."""
        for user, unit, motto in (
            (self.officer, self.commune, "ĐẢNG CỘNG SẢN VIỆT NAM"),
            (self.state_officer, self.commune_government, "CỘNG HÒA XÃ HỘI"),
        ):
            with self.subTest(unit.name):
                paper = self._drafted(self.campaign, user, NAMES[0])
                self.assertEqual(paper.unit_id, unit)
                self.assertIn(self.commission.name, paper.legal_bases)
                self.assertIn(self.commission.name, paper.recipients)
                self.assertIn(motto, self._printed(paper, user))

    def test_each_unit_finds_its_own_draft_again(self):
        below = self._by_button(self.campaign, self.officer, NAMES[0])
        above = self._by_button(self.campaign, self.province_officer, NAMES[0])
        self.assertNotEqual(above, below)
        again = self._by_button(self.campaign, self.province_officer, NAMES[0])
        self.assertEqual(again, above)

    def test_who_is_no_officer_drafts_nothing(self):
        for user in (self.leader, self.viewer):
            with self.assertRaises(AccessError):
                self.campaign.with_user(user)._draft_document("campaign_plan")


@tagged("post_install", "-at_install")
class TestListOfTheYear(CampaignPapersCase):
    """What a unit has accepted, by sector; whole or refused."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        economy = cls.env.ref("danvan_kheo.sector_kt")
        cls.accepted = cls.env["danvan.registration"]
        for name, sector in (
            ("Ủ phân hữu cơ", economy),
            ("Áo ấm mùa đông", cls.sector),
            ("Đường hoa", cls.sector),
            ("An toàn giao thông", cls.sector),
        ):
            cls.accepted |= cls._run(
                cls._register(cls.campaign, name=name, sector_id=sector.id)
            )
        cls.draft = cls._register(cls.campaign, name="Chưa gửi")

    def _list(self, user):
        paper = self._drafted(self.campaign, user, NAMES[3])
        return paper, self._cells(paper.annex)

    def test_rows_by_sector_in_vietnamese_order(self):
        paper, rows = self._list(self.officer)
        self.assertEqual(
            [row[0] for row in rows],
            [
                "Lĩnh vực Kinh tế (01)",
                "1",
                "Lĩnh vực Văn hóa – xã hội (03)",
                *("2", "3", "4"),
            ],
        )
        names = [row[1] for row in rows if len(row) > 1]
        self.assertEqual(
            names,
            ["Ủ phân hữu cơ", "An toàn giao thông", "Áo ấm mùa đông", "Đường hoa"],
        )
        self.assertEqual(
            rows[1][2:],
            [
                self.commune.name,
                "Thôn 10, Xã Suối Trong",
                "Lê Thị Thử, Trưởng thôn",
                "Mới",
            ],
        )
        self.assertIn("đã chấp thuận 04 đăng ký", paper.body)
        self.assertIn("gồm 04 mô hình và 00 điển hình", paper.body)
        text = self._printed(paper, self.officer)
        for registration in self.accepted:
            self.assertIn(registration.name, text)
        self.assertNotIn("Chưa gửi", text)

    def test_a_long_list_repeats_its_heading(self):
        model = self.env["danvan.registration"].with_user(self.officer)
        vals = self._registration_vals(self.campaign, self.commune)
        many = model.create([dict(vals, name=f"Tuyến {n:02}") for n in range(60)])
        many.action_transition("submit")
        self.act(many, self.leader, "accept")
        paper, rows = self._list(self.officer)
        self.assertEqual(len(rows), 66)
        pages = self._pages("document_report", paper, self.officer)
        with_rows = [page for page in pages if "Tuyến" in page]
        self.assertGreater(len(with_rows), 1)
        for page in with_rows:
            self.assertIn("Người phụ trách", page)
        text = " ".join(pages)
        self.assertTrue(all(f"Tuyến {n:02}" in text for n in range(60)))

    def test_each_level_has_its_own_list(self):
        _paper, rows = self._list(self.province_officer)
        self.assertEqual(rows, [["Không có"]], "the commune decided all of them")
        self.act(self.accepted[:1], self.leader, "put_up", "Tiêu biểu")
        again = self.campaign.with_user(self.province_officer)._accepted()
        self.assertEqual(again, self.accepted[:1], "put up to the province")

    def test_a_part_of_the_list_is_refused(self):
        """An assignment limited to a sector sees less than the list says."""
        user = self._person("limited", "officer", self.commune)
        held = self.env["danvan.assignment"].search([("user_id", "=", user.id)])
        held.sector_ids = [Command.set(self.sector.ids)]
        with self.assertRaisesRegex(AccessError, self.commune.name):
            self._by_button(self.campaign, user, NAMES[3])
        # A paper without the list is drafted all the same.
        self._by_button(self.campaign, user, NAMES[0])


@tagged("post_install", "-at_install")
class TestPaperFromDataAlone(CampaignPapersCase):
    """A province adds a kind of paper by a template and nothing else."""

    def test_menu_entry_draft_and_pages_of_a_new_paper(self):
        self.env["danvan.document.template"].with_user(self.administrator).create(
            {
                "name": "Giấy mời tập huấn",
                "code": "training_invitation",
                "model_id": self.env["ir.model"]._get("danvan.campaign").id,
                "type_symbol": "GM",
                "title": "GIẤY MỜI",
                "subject": "tập huấn phong trào năm {year}",
                "body": "<p>{unit} mời dự tập huấn.</p><p>{list:late_units}</p>"
                "<p>Rất mong sự có mặt./.</p>",
            }
        )
        paper = self._drafted(self.campaign, self.province_officer, "Giấy mời tập huấn")
        self.assertEqual(paper.subject, f"tập huấn phong trào năm {YEAR}")
        text = self._printed(paper, self.province_officer)
        self.assertIn("GIẤY MỜI", text)
        self.assertIn(self.department.name, text)
