"""Steps taken from signed papers, and opinions asked beside the steps."""

import base64

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import YEAR
from .routes_common import RouteCase

SCAN = base64.b64encode(b"%PDF-1.4 signed page")


@tagged("post_install", "-at_install")
class TestPaperSteps(RouteCase):
    """Leaders who sign on paper, units without account."""

    # Signed paper

    def _record(self, registration, user, **vals):
        acting = registration.with_user(user)
        acting.invalidate_recordset()
        action = acting.action_record_paper()
        dialog = self.env[action["res_model"]].with_user(user)
        return (
            dialog.with_context(**action["context"])
            .create(
                {
                    "number": "12-CV/UBND",
                    "date": f"{YEAR}-03-02",
                    "signer": "Nguyễn Hữu Thử, Chủ tịch",
                    "file": SCAN,
                    "file_name": "cong-van.pdf",
                    **vals,
                }
            )
            .action_confirm()
        )

    def test_officer_records_the_paper_that_the_leader_signed(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self._record(registration, self.ub_officer)
        step = registration.step_ids.sorted("id")[0]
        self.assertEqual(step.state, "paper")
        self.assertEqual(step.paper_number, "12-CV/UBND")
        self.assertEqual(step.attachment_ids.name, "cong-van.pdf")
        self.assertEqual(self._steps(registration)[1][1], "pending")

    def test_leader_is_told_and_may_disown_the_paper(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self._record(registration, self.ub_registrar)
        told = registration.message_ids.filtered("notified_partner_ids")
        heard = self.env["mail.message"].search(
            [
                ("model", "=", registration._name),
                ("res_id", "=", registration.id),
                ("partner_ids", "in", self.ub_leader.partner_id.ids),
            ]
        )
        self.assertTrue(told | heard)
        step = registration.step_ids.sorted("id")[0]
        with self.assertRaises(UserError):
            step.with_user(self.leader).action_contest("Không phải chữ ký")
        step.with_user(self.ub_leader).action_contest("Tôi không ký văn bản này")
        self.assertEqual(
            registration.sudo().current_step_id.for_unit_id, step.for_unit_id
        )
        self.assertEqual(registration.trail_ids.sorted("id")[-1].transition, "contest")

    def test_disowned_after_it_went_on_the_objection_stands_beside_it(self):
        self._route({})
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self._record(registration, self.ub_officer)
        self.assertEqual(registration.state, "sent")
        step = registration.step_ids.filtered(lambda s: s.state == "paper")
        step.with_user(self.ub_leader).action_contest("Tôi không ký văn bản này")
        self.assertEqual(registration.state, "sent")
        self.assertEqual(step.contest_reason, "Tôi không ký văn bản này")

    def test_campaign_may_switch_signed_papers_off(self):
        self.campaign.sudo()._write_owned({"allows_signed_paper": False})
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        with self.assertRaises(UserError):
            self._record(registration, self.ub_officer)

    def test_signed_copy_is_changed_by_nobody(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self._record(registration, self.ub_officer)
        copy = registration.step_ids.attachment_ids.with_user(self.ub_officer)
        for attempt in (
            lambda: copy.write({"datas": SCAN}),
            lambda: copy.write({"res_id": 0}),
            copy.unlink,
        ):
            with self.assertRaises(UserError):
                attempt()

    def test_stranger_records_no_paper(self):
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        for user in (self.officer, self.ub_leader, self.viewer):
            with self.assertRaises(UserError):
                self._record(registration, user)

    # Opinions

    def _asking(self):
        self._route(
            {"same_person": "skip"},
            {
                "is_opinion": True,
                "target": "named",
                "unit_ids": (self.department | self.other_commune).ids,
            },
            {"target": "committee"},
        )
        registration = self._draft()
        self.act(registration, self.ub_officer, "submit")
        self.act(registration, self.ub_leader, "approve")
        asked = registration.step_ids.filtered("is_opinion")
        return registration, asked

    def test_opinions_are_asked_at_once_and_never_block(self):
        registration, asked = self._asking()
        self.assertEqual(set(asked.mapped("state")), {"pending"})
        self.act(registration, self.leader, "confirm")
        self.assertEqual(registration.state, "sent")
        self.assertEqual(set(asked.mapped("state")), {"no_reply"})

    def test_unit_answers_by_its_leader(self):
        registration, asked = self._asking()
        ours = asked.filtered(lambda s: s.for_unit_id == self.other_commune)
        with self.assertRaises(UserError):
            ours.with_user(self.leader).action_answer("Đồng ý")
        ours.with_user(self.other_leader).action_answer("Đồng ý, nên làm ngay")
        self.assertEqual(
            (ours.state, ours.answer), ("answered", "Đồng ý, nên làm ngay")
        )
        self.assertEqual(registration.state, "to_approve")

    def test_unit_without_account_is_asked_by_letter(self):
        _registration, asked = self._asking()
        letter = asked.filtered(lambda s: s.for_unit_id == self.department)
        self.assertTrue(letter.is_by_letter)
        self.assertEqual(letter.unit_id, self.commune_government)
        acting = letter.with_user(self.ub_officer)
        with self.assertRaisesRegex(UserError, "number and date"):
            acting.action_answer("Nhất trí")
        acting.action_answer("Nhất trí", "45/SYT-VP", f"{YEAR}-03-05")
        self.assertEqual((letter.state, letter.paper_number), ("answered", "45/SYT-VP"))
