"""From draft to issue: who moves a paper, and what stands against it."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .document_common import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentFlow(DocumentCase):
    """Transitions, number and date, and who reads what."""

    def test_the_way_of_a_paper(self):
        paper = self._issued()
        self.assertEqual(paper.state, "issued")
        self.assertEqual(paper.number_text, "07-TTr/BDVTU")
        self.assertEqual(paper.year, 2026)
        self.assertTrue(paper.pdf_sha256)
        self.env.invalidate_all()
        acts = paper.sudo().trail_ids.mapped("transition")
        self.assertEqual(acts, ["issue", "approve", "submit"])

    def test_submit_says_what_is_missing(self):
        paper = self._paper_of(user=self.officer, signer_name=False, subject=False)
        with self.assertRaisesRegex(UserError, "subject, the name of the signer"):
            paper.action_transition("submit")

    def test_issue_says_what_is_missing(self):
        paper = self._to_number()
        with self.assertRaisesRegex(UserError, "the number, the date"):
            paper.action_issue(0, False)
        moved, refusals = paper._move(paper._transition("issue"))
        self.assertFalse(moved)
        self.assertIn("the number, the date", refusals[paper.id])

    def test_only_the_role_moves_it(self):
        paper = self._paper_of(user=self.officer)
        with self.assertRaises(UserError):
            paper.with_user(self.registrar).action_transition("submit")
        paper.action_transition("submit")
        with self.assertRaises(UserError):
            paper.action_transition("approve")
        paper.with_user(self.leader).action_transition("approve")
        for user in (self.officer, self.leader):
            with self.subTest(user.login), self.assertRaises(UserError):
                paper.with_user(user).action_issue(1, "2026-02-05")
        with self.assertRaises(AccessError):
            paper.with_user(self.below).action_issue(1, "2026-02-05")

    def test_return_needs_a_reason_and_opens_the_text(self):
        paper = self._paper_of(user=self.officer)
        paper.action_transition("submit")
        asked = paper.with_user(self.leader).action_transition("return")
        self.assertEqual(asked["res_model"], "danvan.transition.reason")
        paper.with_user(self.leader).action_transition("return", "Bổ sung căn cứ.")
        self.assertEqual(paper.state, "returned")
        self.env.invalidate_all()
        self.assertIn("Bổ sung căn cứ.", paper.last_reason)
        paper.subject = "về việc đã sửa"

    def test_number_and_date_only_through_the_act(self):
        paper = self._to_number()
        for values in ({"number": 3}, {"date": "2026-01-01"}, {"number_text": "x"}):
            for door in (paper, paper.sudo(), paper.with_user(self.officer)):
                with self.subTest(values), self.assertRaises(UserError):
                    door.write(values)
        draft = self._paper_of(user=self.officer)
        with self.assertRaises(AccessError):
            draft.number = 3

    def test_text_is_closed_while_under_way(self):
        paper = self._to_number()
        with self.assertRaises(UserError):
            paper.with_user(self.officer).subject = "khác"
        with self.assertRaises(UserError):
            paper.sudo().write({"body": "<p>khác</p>"})

    def test_number_is_given_once(self):
        self._issued(number=7)
        paper = self._to_number(subject="việc thứ hai")
        with self.assertRaisesRegex(UserError, "7.*next free number is 8"):
            paper.action_issue(7, "2026-03-01")
        paper.action_issue(7, "2025-03-01")
        self.assertEqual(paper.number_text, "07-TTr/BDVTU", "another year")

    @mute_logger("odoo.sql_db")
    def test_the_database_refuses_a_second_number(self):
        self._issued(number=7)
        paper = self._to_number()
        with self.assertRaises(Exception) as caught, self.env.cr.savepoint():
            paper._write_owned({"number": 7, "date": "2026-03-01"})
            self.env.flush_all()
        self.assertIn("number_unique", str(caught.exception))

    def test_kinds_and_units_number_apart(self):
        self._issued(number=7)
        self._issued(number=7, code="plan")

    def test_dialog_proposes_the_next_number(self):
        self._issued(number=11)
        paper = self._to_number()
        action = paper.action_transition("issue")
        numbering = (
            self.env[action["res_model"]]
            .with_user(self.registrar)
            .with_context(**action["context"])
            .create({"date": "2026-05-01"})
        )
        self.assertEqual(numbering.number, 12)
        self.assertEqual(numbering.symbol, "12-TTr/BDVTU")
        numbering.action_confirm()
        self.assertEqual(paper.state, "issued")

    def test_who_reads(self):
        draft = self._paper_of(user=self.officer, code="plan")
        issued = self._issued(code="plan")
        papers = self.env["danvan.document"].with_user(self.below)
        found = papers.search([("id", "in", (draft | issued).ids)])
        self.assertEqual(found, issued)
        self.assertTrue(issued.with_user(self.below).pdf_file)
        with self.assertRaises(AccessError):
            draft.with_user(self.below).read(["subject"])

    def test_what_names_persons_is_not_for_all_units_below(self):
        decision = self._issued(code="decision")
        papers = self.env["danvan.document"].with_user(self.below)
        self.assertFalse(papers.search([("id", "=", decision.id)]))
        with self.assertRaises(AccessError):
            decision.with_user(self.below).read(["body"])

    def test_who_drafts(self):
        with self.assertRaises(AccessError):
            self._paper_of(user=self.below)
        with self.assertRaises(AccessError):
            self._paper_of(user=self.officer, res_model="res.users", res_id=1)

    def test_the_source_hears_of_the_issue(self):
        source = self._paper_of(user=self.officer)
        paper = source._draft_document("plan")
        heard = []
        self.patch(
            type(source),
            "_document_issued",
            lambda record, document: heard.append((record.id, document.number_text)),
        )
        paper.action_transition("submit")
        paper.with_user(self.leader).action_transition("approve")
        paper.with_user(self.registrar).action_issue(3, "2026-02-05")
        self.assertEqual(heard, [(source.id, "03-KH/BDVTU")])
