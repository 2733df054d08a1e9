"""The papers of an award: the decision with its list, and the certificate."""

import io

import pdfplumber
import pypdf

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .award_common import AwardCase
from .document_common import pdf_texts

CERTIFICATE = "danvan_kheo.certificate_report"


@tagged("post_install", "-at_install")
class TestAwardPapers(AwardCase):
    """What is printed, read back from the PDF."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls._honouree(
            "Lê Thị Thử", "individual", post="Chi hội trưởng", address="Thôn 10"
        )
        cls.awards = cls._eligible("Tổ tự quản thôn 10") | cls._propose(cls.person)
        cls.act(cls.awards[1], cls.officer, "screen")
        cls.decision = cls._decision(cls.awards)
        cls.decision.with_user(cls.officer).write(
            {
                "proposal_reference": "Phòng Văn hóa – Xã hội",
                "implementers": "Văn phòng",
                "expected_date": "2026-10-15",
            }
        )
        cls.act(cls.decision, cls.officer, "submit")
        cls.act(cls.decision, cls.leader, "approve")
        cls.paper = cls._draft(cls.decision)

    def _pdf(self, report, records, user=None):
        reports = self.env["ir.actions.report"].with_user(user or self.officer)
        content = reports._paper_pdf(report, records.ids)
        return content, [" ".join(text.split()) for text in pdf_texts(content)]

    def test_the_decision_says_form_number_of_honourees_and_money(self):
        _content, pages = self._pdf("danvan_kheo.document_report", self.paper)
        text = pages[0]
        for said in (
            "DỰ THẢO",
            "QUYẾT ĐỊNH",
            "Về việc tặng Giấy khen",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SUỐI TRONG",
            "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15; Căn cứ Nghị định số "
            "152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ; Căn cứ Thông tư số "
            "15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ Nội vụ; Xét thành tích",
            "01 tập thể, 01 cá nhân",
            "2.277.000 đồng",
            "Hai triệu hai trăm bảy mươi bảy nghìn đồng",
            "Quỹ thi đua, khen thưởng cấp xã",
            "Phòng Văn hóa – Xã hội",
        ):
            with self.subTest(said=said):
                self.assertIn(said, text)
        self.assertNotIn("{", text)

    def test_the_chairman_decides_in_person_not_for_the_committee(self):
        self.assertTrue(self.form.giver_post)
        self.commune_government.signs_for = "ỦY BAN NHÂN DÂN"
        self.paper.with_user(self.officer).unlink()
        paper = self._draft(self.decision)
        _content, pages = self._pdf("danvan_kheo.document_report", paper)
        self.assertIn("CHỦ TỊCH", pages[0])
        self.assertNotIn("TM.", pages[0])

    def test_what_a_standing_committee_gives_is_signed_for_it(self):
        self.form.giver_post = "Ban Thường vụ"
        self.commune_government.signs_for = "BAN THƯỜNG VỤ"
        self.paper.with_user(self.officer).unlink()
        _content, pages = self._pdf(
            "danvan_kheo.document_report", self._draft(self.decision)
        )
        self.assertIn("TM. BAN THƯỜNG VỤ", pages[0])

    def test_the_list_stands_after_the_signature_with_amounts(self):
        _content, pages = self._pdf("danvan_kheo.document_report", self.paper)
        self.assertIn("Trần Văn Mẫu", pages[0])
        self.assertNotIn("Tổ tự quản thôn 10", pages[0])
        annex = pages[1]
        group, person = annex.index("Tổ tự quản thôn 10"), annex.index("Lê Thị Thử")
        self.assertLess(group, person)
        self.assertLess(annex.index("1.518.000"), annex.index("759.000"))
        self.assertIn("2.277.000", annex)
        self.assertIn("Kèm theo Quyết định số", annex)

    def test_a_form_without_money_speaks_of_none(self):
        self.form.has_money = False
        awards = self._eligible("Tổ thể thao")
        paper = self._decide(awards)._pending_paper()
        _content, pages = self._pdf("danvan_kheo.document_report", paper)
        self.assertNotIn("đồng", " ".join(pages).lower())
        self.assertEqual(paper.template_id.code, "award_decision_without_money")

    def test_certificates_of_a_whole_decision_in_one_file(self):
        self._issue(self.decision, "2026-10-15", 12)
        content, pages = self._pdf(CERTIFICATE, self.awards)
        self.assertEqual(len(pages), 2)
        for page in pypdf.PdfReader(io.BytesIO(content)).pages:
            self.assertGreater(page.mediabox.width, page.mediabox.height)
        for said in (
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SUỐI TRONG",
            "TẶNG GIẤY KHEN",
            "Lê Thị Thử",
            "Chi hội trưởng",
            "phong trào thi đua “Dân vận khéo” năm 2026",
            "Quyết định số 12/QĐ-UBND ngày 15 tháng 10 năm 2026",
            "Vào sổ khen thưởng số: 2",
            "Suối Trong, ngày 15 tháng 10 năm 2026",
            "Trần Văn Mẫu",
        ):
            with self.subTest(said=said):
                self.assertIn(said, pages[1])
        self.assertNotIn("DỰ THẢO", " ".join(pages))

    def test_a_certificate_fills_its_page(self):
        content, _pages = self._pdf(CERTIFICATE, self.awards[1])
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            page = pdf.pages[0]
            lowest = max(char["bottom"] for char in page.chars)
            title = [char for char in page.chars if char["size"] > 30]
            self.assertGreater(lowest, page.height * 0.75)
            self.assertGreater(len(page.rects) + len(page.lines) + len(page.curves), 0)
            self.assertTrue(title)

    def test_a_certificate_is_a_draft_until_awarded(self):
        _content, pages = self._pdf(CERTIFICATE, self.awards)
        for page in pages:
            self.assertIn("DỰ THẢO", page)
            self.assertIn("Vào sổ khen thưởng số: ……", page)

    def test_the_longest_name_stays_on_one_page(self):
        self.person.full_name = ("Tập thể cán bộ và Nhân dân thôn Mười " * 4)[:138]
        self.person.post = "Thôn 10, xã Suối Trong"
        _content, pages = self._pdf(CERTIFICATE, self.awards[1])
        self.assertEqual(len(pages), 1)
        self.assertIn("Vào sổ khen thưởng", pages[0])

    def test_another_commune_prints_nothing(self):
        with self.assertRaises(AccessError):
            self._pdf(CERTIFICATE, self.awards, self.other_officer)
