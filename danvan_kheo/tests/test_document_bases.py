"""What papers cite of the register of directing documents."""

import base64

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import Form, tagged

from ..tools import citations
from .directive_common import DIRECTIVE, DirectiveCase
from .document_common import pdf_texts


@tagged("post_install", "-at_install")
class TestDocumentBases(DirectiveCase):
    """Papers cite what is in force, and say what is not."""

    def test_drafting_takes_the_successor(self):
        paper = self._drafted()
        self.assertIn(self.decree, paper.basis_ids)
        self.assertNotIn(self.old_decree, paper.basis_ids)
        self.assertIn(self.circular, paper.basis_ids, "it has no successor")

    def test_the_form_takes_the_successor_at_once(self):
        form = Form(self.env["danvan.document"].with_user(self.state_officer))
        form.unit_id = self.state_body
        form.template_id = self.template
        self.assertIn(self.decree.id, form.basis_ids.ids)
        self.assertNotIn(self.old_decree.id, form.basis_ids.ids)
        self.assertEqual(form.save().basis_ids, self._drafted().basis_ids)

    def test_expired_bases_are_flagged_in_vietnamese(self):
        paper = self._drafted().with_context(lang="vi_VN")
        self.assertEqual(
            paper.basis_warning,
            "Căn cứ “04/2024/TT-BNV” hết hiệu lực từ 01/02/2026.",
        )
        paper.with_user(self.state_officer).basis_ids -= self.circular
        self.assertFalse(paper.basis_warning)

    def test_the_paper_s_own_date_counts(self):
        paper = self._to_number(code="decision", unit=self.commission)
        self.decree.family = "both"
        paper.sudo()._write_owned({"date": "2025-12-31"})
        paper.sudo()._write_owned({"basis_ids": [Command.set(self.decree.ids)]})
        said = paper.with_context(lang="vi_VN").basis_warning
        self.assertEqual(said, "Căn cứ “20/2025/NĐ-CP” có hiệu lực từ 01/01/2026.")
        paper.sudo()._write_owned({"date": "2026-01-01"})
        self.assertFalse(paper.basis_warning)

    def test_the_numbering_dialog_warns_on_its_date_and_does_not_block(self):
        late = self._directive("plan", "9/KH", date_to="2026-03-12")
        paper = self._paper_of(user=self.officer, subject="Thử")
        paper.basis_ids = late
        paper.action_transition("submit")
        paper.with_user(self.leader).action_transition("approve")
        registrar = paper.with_user(self.registrar).with_context(lang="vi_VN")
        action = registrar.action_transition("issue")
        dialog = Form(
            self.env["danvan.document.numbering"]
            .with_user(self.registrar)
            .with_context(lang="vi_VN", **action["context"])
        )
        self.assertFalse(dialog.basis_warning)
        dialog.date = "2026-03-13"
        self.assertEqual(
            dialog.basis_warning, "Căn cứ “9/KH” hết hiệu lực từ 13/03/2026."
        )
        dialog.save().action_confirm()
        self.assertEqual(paper.state, "issued")

    def test_choices_are_what_is_in_force_and_of_the_family(self):
        offered = self.env[DIRECTIVE].search(self._drafted().basis_domain)
        self.assertLessEqual(self.decree | self.law | self.plan, offered)
        self.assertFalse((self.circular | self.old_decree | self.party) & offered)
        party = self._drafted(self.commission, self.officer)
        offered = self.env[DIRECTIVE].search(party.basis_domain)
        self.assertIn(self.party, offered)
        self.assertNotIn(self.law, offered)

    def test_a_family_cites_its_own(self):
        self.assertEqual(
            self._drafted(self.commission, self.officer).basis_ids, self.party
        )
        front = self._unit("TMT", "Ủy ban MTTQ xã Suối Đá", "front", self.commune)
        drafted = self._drafted(front, self.env.user).basis_ids
        self.assertLessEqual(self.party | self.law, drafted)

    def test_what_another_family_cites_is_not_printed_and_named(self):
        paper = self._drafted(self.commission, self.officer)
        paper.basis_ids |= self.law
        self.assertNotIn("06/2022/QH99", " ".join(self._lines(paper)))
        self.assertIn("06/2022/QH99", paper.basis_warning)

    def test_lines_of_the_state_family(self):
        paper = self._drafted(legal_bases="Căn cứ kết quả thẩm định;\n\nXét đề nghị")
        paper.basis_ids = self.plan | self.decree | self.law
        self.assertEqual(
            self._lines(paper),
            [
                "Căn cứ Luật Thi đua thử số 06/2022/QH99;",
                f"{self.decree.citation};",
                "Căn cứ Kế hoạch số 12/KH-UBND của UBND tỉnh Sông Mây;",
                "Căn cứ kết quả thẩm định;",
                "Xét đề nghị.",
            ],
        )

    def test_lines_of_the_party_family(self):
        paper = self._drafted(
            self.commission, self.officer, legal_bases="Xét đề nghị của Văn phòng,"
        )
        self.assertEqual(
            self._lines(paper),
            [f"{self.party.citation};", "Xét đề nghị của Văn phòng,"],
        )
        paper.legal_bases = False
        self.assertEqual(self._lines(paper), [f"{self.party.citation}."])

    def test_marks_are_not_doubled(self):
        printed = citations.printed
        self.assertEqual(
            printed(["a;", "b."], ["c,", " d ;. "], True)[:2], ["a;", "b;"]
        )
        self.assertEqual(printed(["a;"], ["c,", " d ;. "], True), ["a;", "c;", "d."])
        self.assertEqual(
            printed([], ["Xét đề nghị của …….", ""], True), ["Xét đề nghị của ……."]
        )
        self.assertEqual(printed([], ["Căn cứ ...;", "x"], True), ["Căn cứ ...;", "x."])
        self.assertEqual(printed(["a;"], [], False), ["a;"])
        self.assertEqual(printed([], [], True), [])

    def test_the_page_shows_the_bases_in_order_in_both_families(self):
        state = self._drafted(subject="về việc thử")
        party = self._drafted(self.commission, self.officer, subject="về việc thử")
        report = self.env["ir.actions.report"]
        for paper, expected in (
            (
                state,
                "Căn cứ Luật Thi đua thử số 06/2022/QH99; Căn cứ Nghị định số "
                "20/2025/NĐ-CP ngày 05 tháng 12 năm 2025 của Chính phủ quy định về "
                "khen thưởng; Căn cứ Thông tư số 04/2024/TT-BNV; Căn cứ Kế hoạch số "
                "12/KH-UBND của UBND tỉnh Sông Mây; Xét đề nghị của Chánh Văn phòng. "
                "QUYẾT ĐỊNH:",
            ),
            (
                party,
                "Căn cứ Chỉ thị số 05-CT/TU, ngày 07/3/2024 của Ban Thường vụ Tỉnh ủy "
                "về công tác dân vận; Xét đề nghị của Chánh Văn phòng QUYẾT ĐỊNH:",
            ),
        ):
            content = report._paper_pdf("danvan_kheo.document_report", paper.ids)
            text = " ".join(" ".join(pdf_texts(content)).split())
            self.assertIn(expected, text)

    def test_bases_lock_with_the_text(self):
        paper = self._drafted(self.commission, self.officer, subject="về việc thử")
        paper.action_transition("submit")
        for user in (self.officer, self.env.ref("base.user_root")):
            with self.assertRaises(UserError):
                paper.with_user(user).write({"basis_ids": [Command.clear()]})
            with self.assertRaises(UserError):
                paper.with_user(user).write({"basis_text": "Căn cứ khác"})
        self.assertEqual(paper.basis_ids, self.party)

    def test_forms_and_previews_cite_what_their_template_does(self):
        drafted = self._drafted()
        self.template.is_form = True
        bases = drafted._paper_form("decision")["bases"]
        self.assertEqual(bases[0], "Căn cứ Luật Thi đua thử số 06/2022/QH99;")
        self.assertEqual(bases[-1], "Xét đề nghị của Chánh Văn phòng.")
        self.commission.leads_movement = True
        bases = self.template._paper()["bases"]
        self.assertEqual(bases[0], f"{self.party.citation};")

    def test_what_the_leader_agreed_to_is_printed(self):
        paper = self._drafted(self.commission, self.officer, subject="về việc thử")
        paper.action_transition("submit")
        agreed = self._lines(paper)
        self.party.citation = "Căn cứ văn bản khác"
        self.assertEqual(self._lines(paper), agreed)
        paper.with_user(self.leader).action_transition("approve")
        paper.with_user(self.registrar).action_issue(3, "2026-03-10")
        text = " ".join(pdf_texts(base64.b64decode(paper.sudo().pdf_file)))
        self.assertIn("05-CT/TU", text)
        self.assertNotIn("văn bản khác", text)

    def test_a_returned_draft_takes_the_register_as_it_is(self):
        paper = self._drafted(self.commission, self.officer, subject="về việc thử")
        paper.action_transition("submit")
        paper.with_user(self.leader).action_transition("return", "Xem lại")
        self.party.citation = "Căn cứ văn bản đã sửa"
        self.assertIn("Căn cứ văn bản đã sửa;", self._lines(paper))

    def test_nothing_cited_stays_nothing(self):
        paper = self._paper_of(user=self.officer, subject="về việc thử")
        self.assertFalse(paper.basis_ids)
        paper.action_transition("submit")
        self.assertEqual(self._lines(paper), [])

    def test_a_reader_prints_what_the_unit_cites(self):
        """Also where the register of that unit is closed to the reader."""
        own = self._directive("plan", "3-KH/ĐU", unit_id=self.commune.id)
        paper = self._paper_of(self.commune, user=self.below, subject="về việc thử")
        paper.basis_ids = own
        stranger = self._person("t.beside", self.state_body, "viewer")
        self.assertTrue(own.with_user(stranger).has_access("read"), "it is below")
        self.assertIn("3-KH/ĐU", self._lines(paper.with_user(self.officer))[0])

    def test_a_replacing_paper_cites_what_is_in_force(self):
        older = self._directive("plan", "1-KH/TU", "party", date_to="2026-03-31")
        paper = self._paper_of(user=self.officer, subject="về việc thử")
        paper.basis_ids = older
        paper.action_transition("submit")
        paper.with_user(self.leader).action_transition("approve")
        paper.with_user(self.registrar).action_issue(4, "2026-03-10")
        newer = self._directive("plan", "2-KH/TU", "party", date_from="2026-03-05")
        older.write({"replaced_by_id": newer.id, "date_to": "2026-03-04"})
        action = paper.with_user(self.officer).action_correct("replaces", "Sai số liệu")
        later = self.env["danvan.document"].browse(action["res_id"])
        self.assertEqual(later.basis_ids, newer)

    def test_templates_with_expired_bases_are_named_to_the_administrator(self):
        check = self.env["danvan.setup.check"]
        finding = check._check_bases()
        self.assertEqual((finding.state, finding.count), ("warning", 1))
        self.assertIn("Quyết định (04/2024/TT-BNV)", finding.advice)
        action = finding.action()
        found = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(found, self.template)
        self.circular.replaced_by_id = self._directive("circular", "9/2026/TT-BNV")
        self.assertEqual(check._check_bases().state, "ok")

    def test_shipped_decisions_cite_the_law_where_the_state_decides(
        self,
    ):
        template = self.env.ref("danvan_kheo.template_recognition_decision")
        self.assertEqual(
            template._bases_for(self.state_body)._in_order().mapped("number"),
            ["06/2022/QH15", "152/2025/NĐ-CP", "15/2025/TT-BNV"],
        )
        self.assertFalse(template._bases_for(self.commission))
