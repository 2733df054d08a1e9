"""The register of directing documents, and what papers cite of it."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .directive_common import DIRECTIVE, DirectiveCase


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
