"""The register of directing documents, and what papers cite of it."""

import base64
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from ..tools import citations
from .document_common import DocumentCase, pdf_texts

DIRECTIVE = "danvan.directive"
NOW = "2026-03-10 09:00:00+07:00"


class DirectiveCase(DocumentCase):
    """A law, a decree that another has replaced, a circular that ended without one,
    and a directive of the Party; a template that cites them all."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(NOW))
        cls.env["res.lang"]._activate_lang("vi_VN")
        entry = cls._directive
        cls.plan = entry("plan", "12/KH-UBND", "state", issuer="UBND tỉnh Sông Mây")
        cls.circular = entry(
            "circular", "04/2024/TT-BNV", "state", date_to="2026-01-31"
        )
        cls.decree = entry(
            "decree",
            "20/2025/NĐ-CP",
            "state",
            date_issued="2025-12-05",
            date_from="2026-01-01",
            issuer="Chính phủ",
            summary="quy định về khen thưởng",
        )
        cls.old_decree = entry(
            "decree", "10/2023/NĐ-CP", "state", replaced_by_id=cls.decree.id
        )
        cls.law = entry("law", "06/2022/QH99", "state", summary="Thi đua thử")
        cls.party = entry(
            "directive",
            "05-CT/TU",
            "party",
            date_issued="2024-03-07",
            issuer="Ban Thường vụ Tỉnh ủy",
            summary="về công tác dân vận",
        )
        cls.template = cls.env.ref("danvan_kheo.template_decision")
        cls.template.basis_ids = (
            cls.plan | cls.circular | cls.old_decree | cls.law | cls.party
        )
        cls.template.legal_bases = "Xét đề nghị của Chánh Văn phòng"
        cls.state_officer = cls._person("t.state", cls.state_body, "officer")

    @classmethod
    def _directive(cls, kind, number, family="both", **vals):
        return cls.env[DIRECTIVE].create(
            {
                "kind_id": cls.env.ref(f"danvan_kheo.directive_kind_{kind}").id,
                "number": number,
                "family": family,
                "unit_id": False,
                **vals,
            }
        )

    def _drafted(self, unit=None, user=None, **vals):
        return self._paper_of(
            unit or self.state_body, "decision", user or self.state_officer, **vals
        )

    def _lines(self, paper):
        return paper._paper()["bases"]


@tagged("post_install", "-at_install")
class TestDirective(DirectiveCase):
    """Names, dates, replacement, search."""

    def test_names_and_citations_follow_from_what_is_entered(self):
        self.assertEqual(self.decree.display_name, "Nghị định 20/2025/NĐ-CP")
        self.assertEqual(
            self.decree.citation,
            "Căn cứ Nghị định số 20/2025/NĐ-CP ngày 05 tháng 12 năm 2025 của Chính phủ "
            "quy định về khen thưởng",
        )
        self.assertEqual(
            self.party.citation,
            "Căn cứ Chỉ thị số 05-CT/TU, ngày 07/3/2024 của Ban Thường vụ Tỉnh ủy về "
            "công tác dân vận",
        )
        self.assertEqual(self.law.citation, "Căn cứ Luật Thi đua thử số 06/2022/QH99")
        self.decree.citation = "Căn cứ Nghị định của tỉnh"
        self.decree.note = "Ghi chú"
        self.assertEqual(self.decree.citation, "Căn cứ Nghị định của tỉnh")

    def test_state_follows_from_the_dates(self):
        entry = self._directive
        ending = entry("plan", "1/KH", date_to="2026-06-01")
        planned = entry("plan", "2/KH", date_from="2026-03-11")
        last_day = entry("plan", "3/KH", date_to="2026-03-10")
        lasting = entry("plan", "4/KH", date_to="2026-06-09")
        expected = {
            self.decree: "in_force",
            self.old_decree: "replaced",
            self.circular: "ended",
            ending: "ending",
            planned: "planned",
            last_day: "ending",
            lasting: "in_force",
        }
        for directive, state in expected.items():
            with self.subTest(directive.number):
                self.assertEqual(directive.state, state)
                found = self.env[DIRECTIVE].search([("state", "=", state)])
                self.assertIn(directive, found)
                others = self.env[DIRECTIVE].search([("state", "!=", state)])
                self.assertNotIn(directive, others)

    def test_replacement_ends_the_day_before_its_successor(self):
        self.assertEqual(self.old_decree.date_to, date(2025, 12, 31))
        self.assertEqual(self.decree.replaces_ids, self.old_decree)

    def test_replacement_without_an_end_is_refused_in_words(self):
        with self.assertRaisesRegex(ValidationError, "05-CT/TU"):
            self.party.replaced_by_id = self.law

    def test_cycles_are_refused_in_words(self):
        newest = self._directive("decree", "30/2026/NĐ-CP", date_from="2026-02-01")
        self.decree.replaced_by_id = newest
        with self.assertRaisesRegex(ValidationError, "replaced by itself"):
            newest.write(
                {"replaced_by_id": self.old_decree.id, "date_to": "2026-03-01"}
            )
        with self.assertRaisesRegex(ValidationError, "replaced by itself"):
            newest.write({"replaced_by_id": newest.id, "date_to": "2026-03-01"})

    def test_found_without_accents(self):
        shipped = self.env.ref("danvan_kheo.directive_decree_152_2025")
        for typed in ("nghi dinh 152", "NGHỊ ĐỊNH 152", "152/2025/nd-cp"):
            with self.subTest(typed):
                found = self.env[DIRECTIVE].with_user(self.below).name_search(typed)
                self.assertIn(shipped.id, [id_ for id_, _name in found])
        found = self.env[DIRECTIVE].name_search("doi moi su lanh dao cua dang")
        resolution = self.env.ref("danvan_kheo.directive_resolution_25")
        self.assertEqual([id_ for id_, _name in found], resolution.ids)

    def test_what_is_shipped_has_its_dates(self):
        ref = self.env.ref
        for old, new, last in (
            ("decree_98_2023", "decree_152_2025", date(2025, 6, 30)),
            ("circular_01_2024", "circular_15_2025", date(2025, 8, 4)),
            ("decree_73_2024", "decree_161_2026", date(2026, 6, 30)),
        ):
            with self.subTest(old):
                directive = ref(f"danvan_kheo.directive_{old}")
                self.assertEqual(
                    directive.replaced_by_id, ref(f"danvan_kheo.directive_{new}")
                )
                self.assertEqual(directive.date_to, last)
        self.assertEqual(
            ref("danvan_kheo.directive_decree_152_2025")._fault_on(date(2027, 3, 1)),
            "Basis “152/2025/NĐ-CP” is no longer in force from 01/03/2027.",
        )
        self.assertFalse(
            ref("danvan_kheo.directive_decree_152_2025")._fault_on(date(2027, 2, 28))
        )

    def test_what_papers_cite_is_not_deleted(self):
        self._drafted()
        with self.assertRaisesRegex(UserError, "06/2022/QH99"):
            self.law.unlink()
        self.env["danvan.document"].search(
            [("template_id", "=", self.template.id)]
        ).unlink()
        with self.assertRaisesRegex(UserError, "06/2022/QH99"):
            self.law.unlink()
        self.template.basis_ids = False
        self.law.unlink()

    def test_the_officer_keeps_the_register_of_the_unit(self):
        form = Form(self.env[DIRECTIVE].with_user(self.officer))
        form.kind_id = self.env.ref("danvan_kheo.directive_kind_plan")
        form.number = "7-KH/BDVTU"
        kept = form.save()
        self.assertEqual(kept.unit_id, self.commission)
        self.assertEqual(kept.display_name, "Kế hoạch 7-KH/BDVTU")
        self.assertEqual(kept.with_user(self.below).number, "7-KH/BDVTU")
        for reader in (self.below, self.leader):
            self.assertFalse(kept.with_user(reader).may_edit)
            with self.assertRaises(AccessError):
                kept.with_user(reader).write({"number": "8"})
        with self.assertRaises(AccessError):
            self.law.with_user(self.officer).write({"number": "8"})
        with self.assertRaises(AccessError):
            kept.write({"unit_id": self.commune.id})

    def test_files_are_read_with_their_entry(self):
        kept = self._directive("plan", "7-KH/BDVTU", unit_id=self.commission.id)
        loose = self.env["ir.attachment"].with_user(self.officer)
        file = loose.create(
            {"name": "Kế hoạch.txt", "raw": b"1", "res_model": DIRECTIVE}
        )
        foreign = self.env["ir.attachment"].create(
            {"name": "Khác.txt", "raw": b"2", "res_model": DIRECTIVE}
        )
        with self.assertRaises(AccessError):
            kept.with_user(self.officer).attachment_ids = foreign
        kept.with_user(self.officer).attachment_ids = file
        self.assertEqual(file.res_id, kept.id)
        self.assertEqual(file.with_user(self.below).raw, b"1")
        with self.assertRaises(AccessError):
            file.with_user(self.below).write({"raw": b"3"})


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
