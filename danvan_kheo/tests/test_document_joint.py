"""Two or three bodies issue one paper together."""

import base64

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .document_common import DocumentCase, pdf_texts


@tagged("post_install", "-at_install")
class TestDocumentJoint(DocumentCase):
    """The commission with the Front: a plan of Party and State families."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.front = cls._unit("TMT", "Ủy ban MTTQ tỉnh Sông Mây", "front")
        cls.front.write(
            {
                "parent_id": cls.committee.id,
                "paper_symbol": "MTTQ",
                "leader_name": "Trần Thị Mẫu",
                "leader_post": "Chủ tịch",
            }
        )
        cls.inspection = cls._unit(
            "TKT", "Ban Tổ chức Tỉnh ủy", "party_commission", cls.committee
        )
        cls.inspection.paper_symbol = "BTCTU"
        cls.front_leader = cls._person("t.front", cls.front, "approver")

    def _joint(self, *units, **vals):
        lines = [
            Command.create({"issuer_id": unit.id, **unit._signature()})
            for unit in units
        ]
        return self._paper_of(
            user=self.officer, code="plan", issuer_ids=lines, body="<p>I.</p>", **vals
        )

    def _to_number_joint(self, *units):
        paper = self._joint(*units)
        paper.action_transition("submit")
        paper.with_user(self.leader).action_transition("approve")
        return paper.with_user(self.registrar)

    def test_each_issuer_has_its_number_line_and_its_signature(self):
        paper = self._joint(self.inspection)
        heading = paper._paper()["headings"]
        self.assertEqual(len(heading), 1, "one family, one heading")
        numbers = [issuer["number"] for issuer in heading[0]["issuers"]]
        self.assertIn("BDVTU", numbers[0])
        self.assertIn("BTCTU", numbers[1])
        self.assertEqual(len(paper._paper()["signature"]["blocks"]), 2)

    def test_party_and_state_bodies_print_both_headings(self):
        paper = self._joint(self.front)
        first, second = paper._paper()["headings"]
        self.assertEqual((first["place_date"], bool(second["place_date"])), ("", True))
        report = self.env["ir.actions.report"]
        text = pdf_texts(report._paper_pdf("danvan_kheo.document_report", paper.ids))[0]
        for said in (
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Nguyễn Văn Mẫu",
            "Trần Thị Mẫu",
            "TM. BAN THƯỜNG TRỰC",
        ):
            self.assertIn(said, text)
        self.assertEqual(text.count("tháng"), 1, "place and date stand once")

    def test_issue_asks_for_every_issuers_number(self):
        paper = self._to_number_joint(self.front)
        with self.assertRaisesRegex(UserError, "number of Ủy ban MTTQ"):
            paper.action_issue(4, "2026-02-05")

    def test_the_dialog_takes_the_numbers_of_all(self):
        paper = self._to_number_joint(self.front)
        action = paper.action_transition("issue")
        model = self.env[action["res_model"]].with_user(self.registrar)
        form = Form(model.with_context(**action["context"]))
        form.date = "2026-02-05"
        with form.line_ids.edit(0) as line:
            line.number = 9
            self.assertEqual(line.symbol, "09/KH-MTTQ")
        form.save().action_confirm()
        self.assertEqual(paper.state, "issued")
        self.assertEqual(paper.issuer_ids.number_text, "09/KH-MTTQ")
        text = pdf_texts(base64.b64decode(paper.pdf_file))[0]
        self.assertIn("Số: 09/KH-MTTQ", text)
        self.assertIn(paper.number_text, text)

    def test_a_number_counts_for_its_unit_wherever_it_was_given(self):
        paper = self._to_number_joint(self.inspection)
        paper.action_issue(4, "2026-02-05", [[paper.issuer_ids.id, 6]])
        again = self._to_number_joint(self.inspection)
        with self.assertRaisesRegex(UserError, "number 6"):
            again.action_issue(5, "2026-02-05", [[again.issuer_ids.id, 6]])
        own = self._paper_of(self.inspection, code="plan")
        own._write_owned({"date": "2026-03-01"})
        self.assertEqual(own._next_number(own.date), 7)
        self.assertIn("6", own._number_taken(6, own.date))

    def test_issuers_are_two_or_three_and_different(self):
        paper = self._joint(self.front)
        for wrong in ([self.commission], [self.inspection, self.commune]):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                lines = [Command.create({"issuer_id": unit.id}) for unit in wrong]
                paper.write({"issuer_ids": lines})

    def test_a_joint_issuer_reads_and_nobody_else_writes(self):
        paper = self._joint(self.front)
        self.assertTrue(paper.with_user(self.front_leader).subject)
        lines = paper.issuer_ids.with_user(self.front_leader)
        with self.assertRaises(AccessError), mute_logger("odoo.addons.base.models"):
            lines.write({"signer_name": "Người khác"})
        with self.assertRaises(AccessError):
            paper.with_user(self.below).read(["subject"])
        with self.assertRaises(AccessError):
            paper.issuer_ids.write({"number": 3})

    def test_lines_lock_with_the_text(self):
        paper = self._to_number_joint(self.front)
        with self.assertRaises(AccessError):
            paper.issuer_ids.with_user(self.officer).write({"signer_name": "X"})
        with self.assertRaises(AccessError):
            self.env["danvan.document.issuer"].with_user(self.officer).create(
                {"document_id": paper.id, "issuer_id": self.inspection.id}
            )
