"""Issued papers are changed by later ones, each of its own kind, linked both ways."""

import base64

from odoo.exceptions import UserError
from odoo.tests import tagged

from .document_common import DocumentCase, pdf_texts

GROUND = "Dòng 3 in là “Nguyễn Văn Mẫn”, nay đọc là “Nguyễn Văn Mẫu”."


@tagged("post_install", "-at_install")
class TestDocumentCorrection(DocumentCase):
    """Through the buttons: draft, sign, number, and what becomes of the first."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paper = cls._issued(code="decision", subject="về việc khen").with_user(
            cls.officer
        )
        cls.paper.invalidate_recordset()

    def _drafted(self, relation, paper=None):
        paper = paper or self.paper
        action = paper.action_ask_correction(relation)
        dialog = self.env[action["res_model"]].with_user(self.officer)
        context = action["context"]
        made = dialog.with_context(**context).create({"ground": GROUND})
        return paper.browse(made.action_confirm()["res_id"])

    def _issue(self, paper, number):
        paper.action_transition("submit")
        paper.with_user(self.leader).action_transition("approve")
        paper.with_user(self.registrar).action_issue(number, "2026-03-10")
        self.env.invalidate_all()

    def test_each_act_has_its_kind_its_mark_and_both_links(self):
        cases = {
            "corrects": ("correction_letter", "corrected", "đính chính"),
            "amends": ("decision", "amended", "Sửa đổi, bổ sung"),
            "replaces": ("decision", "replaced", "thay thế"),
            "cancels": ("cancellation_decision", "cancelled", "Hủy bỏ"),
        }
        for number, (relation, (code, state, said)) in enumerate(cases.items(), 20):
            with self.subTest(relation):
                first = self._issued(code="decision", number=number)
                first = first.with_user(self.officer)
                first.invalidate_recordset()
                later = self._drafted(relation, first)
                self.assertEqual(later.template_id.code, code)
                self.assertIn(GROUND, later.body)
                self._issue(later, number + 10)
                self.assertEqual(first.state, state)
                self.assertEqual(later.target_id, first)
                self.assertEqual(first.later_ids, later)
                text = " ".join(pdf_texts(base64.b64decode(later.sudo().pdf_file)))
                self.assertIn(said, text)
                self.assertIn(first.number_text, text)
                last = first.sudo().trail_ids.sorted("id")[-1]
                self.assertEqual((last.to_state, last.reason), (state, GROUND))

    def test_the_first_paper_itself_stays_as_it_was_issued(self):
        before = self.paper.pdf_sha256
        self._issue(self._drafted("corrects"), 3)
        self.assertEqual(self.paper.pdf_sha256, before)
        with self.assertRaises(UserError):
            self.paper.write({"body": "<p>khác</p>"})

    def test_what_does_not_hold_any_more_is_not_changed_again(self):
        late = self._drafted("corrects")
        self._issue(self._drafted("cancels"), 3)
        with self.assertRaisesRegex(UserError, "still holds"):
            self.paper.action_ask_correction("amends")
        late.action_transition("submit")
        late.with_user(self.leader).action_transition("approve")
        with self.assertRaisesRegex(UserError, "does not hold any more"):
            late.with_user(self.registrar).action_issue(4, "2026-03-10")

    def test_a_corrected_paper_may_be_cancelled_later(self):
        self._issue(self._drafted("corrects"), 3)
        self.assertEqual(self.paper.state, "corrected")
        self._issue(self._drafted("cancels"), 4)
        self.assertEqual(self.paper.state, "cancelled")

    def test_one_draft_at_a_time(self):
        self.assertEqual(self._drafted("cancels"), self._drafted("cancels"))

    def test_only_the_units_officer_and_only_with_a_ground(self):
        for user in (self.leader, self.registrar):
            with self.subTest(user.login), self.assertRaises(UserError):
                self.paper.with_user(user).action_correct("cancels", GROUND)
        for ground in ("", "   ", None, 7):
            with self.assertRaisesRegex(UserError, "what is wrong"):
                self.paper.action_correct("cancels", ground)
        with self.assertRaises(UserError):
            self.paper.action_correct("sudo", GROUND)
        draft = self._paper_of(user=self.officer)
        with self.assertRaisesRegex(UserError, "still holds"):
            draft.action_correct("cancels", GROUND)

    def test_marks_are_not_pressed_by_hand(self):
        for name in ("corrected", "amended", "replaced", "cancelled"):
            for user in (self.officer, self.leader, self.registrar):
                with self.subTest(name), self.assertRaises(UserError):
                    self.paper.with_user(user).action_transition(name)

    def test_the_source_hears_of_the_change(self):
        source = self._paper_of(user=self.officer)
        first = source._draft_document("decision")
        self._issue(first, 40)
        heard = []
        self.patch(
            type(source),
            "_document_changed",
            lambda record, document, later: heard.append((record, later.relation)),
        )
        self._issue(self._drafted("cancels", first), 41)
        self.assertEqual(heard, [(source, "cancels")])


@tagged("post_install", "-at_install")
class TestDocumentSignature(DocumentCase):
    """Who signs, in which capacity; what was handed over is kept."""

    def _signed_by(self, unit, name, post):
        user = self._person(f"s.{name}", unit, "approver")
        user.name = name
        held = self.env["danvan.assignment"].search([("user_id", "=", user.id)])
        held.post = post
        return held

    def test_head_and_deputy_of_a_body_led_by_one(self):
        head = self._signed_by(self.commission, "Nguyễn Văn Mẫu", False)
        deputy = self._signed_by(self.commission, "Lê Thị Phó", "Phó Trưởng ban")
        paper = self._paper_of(user=self.officer)
        paper.write(self.commission._signature_of(head))
        self.assertEqual(paper._capacities(), ["Trưởng ban"])
        paper.write(self.commission._signature_of(deputy))
        self.assertEqual(paper._capacities(), ["K/T Trưởng ban", "Phó Trưởng ban"])

    def test_collectives_of_party_and_state(self):
        self.committee.leader_post = "Bí thư"
        deputy = self._signed_by(self.committee, "Lê Thị Phó", "Phó Bí thư")
        paper = self._paper_of(self.committee)
        paper.write(self.committee._signature_of(deputy))
        self.assertEqual(paper._capacities(), ["T/M BAN THƯỜNG VỤ", "Phó Bí thư"])
        self.state_body.leader_post = "Chủ tịch"
        deputy = self._signed_by(self.state_body, "Lê Văn Phó", "Phó Chủ tịch")
        paper = self._paper_of(self.state_body)
        paper.write(self.state_body._signature_of(deputy))
        self.assertEqual(
            paper._capacities(),
            ["TM. ỦY BAN NHÂN DÂN", "KT. Chủ tịch", "Phó Chủ tịch"],
        )

    def test_what_was_handed_over_is_kept_and_stays(self):
        paper = self._to_number()
        self.assertEqual(len(paper.sign_sha256), 64)
        content = base64.b64decode(paper.sign_file)
        self.assertTrue(content.startswith(b"%PDF"))
        self.assertNotIn("DỰ THẢO", pdf_texts(content)[0])
        paper.action_issue(5, "2026-02-05")
        self.env.invalidate_all()
        self.assertEqual(base64.b64decode(paper.sign_file), content)
        self.assertNotEqual(paper.pdf_sha256, paper.sign_sha256)
        kept = self.env["ir.attachment"].search(
            [("res_model", "=", paper._name), ("res_field", "=", "sign_file")]
        )
        with self.assertRaises(UserError):
            kept.unlink()

    def test_papers_numbered_through_a_term(self):
        layout = self.commission._paper_layout()
        layout.number_series = "term"
        terms = self.env["danvan.document.term"]
        paper = self._to_number()
        with self.assertRaisesRegex(UserError, "term of office"):
            paper.action_issue(1, "2026-02-05")
        terms.create({"name": "2025 - 2030", "date_from": "2025-10-01"})
        paper.action_issue(1, "2026-02-05")
        self.assertEqual(paper.series, "2025 - 2030")
        again = self._to_number()
        with self.assertRaisesRegex(UserError, "next free number is 2"):
            again.action_issue(1, "2029-01-05")
        own = {
            "name": "riêng",
            "date_from": "2025-08-01",
            "committee_id": self.committee.id,
        }
        terms.create(own)
        self.assertEqual(again._series_on(paper.date), "riêng", "the committee's own")


@tagged("post_install", "-at_install")
class TestDocumentMenu(DocumentCase):
    """Every kind of paper is offered where it is drafted."""

    def _template(self, **vals):
        model = self.env["ir.model"]._get("danvan.handover")
        return self.env["danvan.document.template"].create(
            {
                "name": "Giấy xác nhận bàn giao",
                "code": "handover_note",
                "title": "GIẤY XÁC NHẬN",
                "model_id": model.id,
                "body": "<p>{giver} đã bàn giao./.</p>",
                **vals,
            }
        )

    def test_a_new_kind_stands_in_the_print_menu_by_itself(self):
        template = self._template()
        bound = self.env["ir.actions.actions"]._get_bindings("danvan.handover")
        names = {action["name"] for action in bound.get("report", ())}
        self.assertIn(template.name, names)
        template.name = "Giấy xác nhận"
        self.assertEqual(template.menu_action_id.name, "Giấy xác nhận")
        newer = self._template(date_from="2027-01-01")
        self.assertFalse(newer.menu_action_id, "one entry for all versions")
        entry = template.menu_action_id
        template.unlink()
        self.assertFalse(entry.exists())

    def test_nothing_of_a_wording_gets_into_the_entrys_code(self):
        evil = "x'); env['res.users'].sudo().search([]).unlink(); ('"
        template = self._template(code=evil, name=evil)
        code = template.menu_action_id.sudo().code
        self.assertNotIn("unlink", code)
        self.assertIn(f"browse({template.id})", code)

    def test_a_wording_is_filled_from_its_own_document_only(self):
        template = self._template()
        paper = self._paper_of(user=self.officer)
        with self.assertRaisesRegex(UserError, "is not drafted from"):
            template.with_user(self.officer)._compose(paper)
        with self.assertRaisesRegex(UserError, "No paper is drafted"):
            template._compose(self.env["res.users"])

    def test_preview_shows_names_in_place_of_values(self):
        template = self._template()
        report = self.env["ir.actions.report"]
        content = report._paper_pdf("danvan_kheo.template_preview_report", template.ids)
        text = pdf_texts(content)[0]
        self.assertIn("GIẤY XÁC NHẬN", text)
        self.assertIn("«", text)
        self.assertNotIn("{", text)
        self.assertEqual(template.action_preview()["type"], "ir.actions.report")
