"""What was issued stays as it was, over every path."""

import base64
import hashlib

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .document_common import DocumentCase

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@tagged("post_install", "-at_install")
class TestDocumentArchive(DocumentCase):
    """The kept PDF, the signed copy, and those who try to change them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paper = cls._issued()

    def _file(self, field="pdf_file"):
        return (
            self.env["ir.attachment"]
            .sudo()
            .search(
                [
                    ("res_model", "=", "danvan.document"),
                    ("res_id", "=", self.paper.id),
                    ("res_field", "=", field),
                ]
            )
        )

    def test_kept_bytes_match_their_hash(self):
        content = self._file().raw
        self.assertTrue(content.startswith(b"%PDF"))
        self.assertEqual(hashlib.sha256(content).hexdigest(), self.paper.pdf_sha256)

    def test_printing_again_gives_the_kept_bytes(self):
        self.commission.place_name = "Nơi Khác"
        report = self.env["ir.actions.report"].with_user(self.officer)
        again = report._paper_pdf("danvan_kheo.document_report", self.paper.ids)
        self.assertEqual(again, self._file().raw)

    def test_nobody_changes_moves_or_deletes_the_file(self):
        other = self._paper_of(user=self.officer)
        administrator = self.env.ref("base.user_admin")
        changes = (
            {"raw": PDF},
            {"datas": base64.b64encode(PDF)},
            {"res_id": other.id},
            {"res_model": False},
            {"res_field": False},
            {"type": "url", "url": "http://example.org"},
        )
        for user in (self.registrar, self.officer, administrator, self.env.user):
            file = self._file().with_user(user)
            for vals in changes:
                about = self.subTest(user=user.login, vals=list(vals))
                with about, self.assertRaises(UserError):
                    file.write(vals)
            with self.assertRaises(UserError):
                file.unlink()
        with self.assertRaises(UserError):
            self._file().sudo().write({"raw": PDF})

    def test_writing_the_same_is_no_change(self):
        self._file().write({"raw": self._file().raw})

    def test_nothing_is_planted_beside_it(self):
        draft = self._paper_of(user=self.officer)
        files = self.env["ir.attachment"].with_user(self.officer)
        planted = {"name": "x", "raw": PDF, "res_model": "danvan.document"}
        with self.assertRaises(UserError):
            files.create({**planted, "res_id": draft.id, "res_field": "pdf_file"})
        loose = files.create({**planted, "res_id": draft.id})
        with self.assertRaises(UserError):
            loose.write({"res_field": "pdf_file"})

    def test_fields_of_the_archive_are_not_written(self):
        for name in ("pdf_file", "pdf_sha256", "signed_file", "signed_sha256"):
            with self.subTest(name), self.assertRaises(UserError):
                self.paper.sudo().write({name: False})
            with self.subTest(name), self.assertRaises(AccessError):
                self._paper_of(user=self.officer, **{name: "eA=="})

    def test_issued_paper_is_not_deleted(self):
        with self.assertRaises(UserError):
            self.paper.with_user(self.officer).unlink()
        with self.assertRaises(UserError):
            self.paper.sudo().unlink()

    def test_copy_starts_anew(self):
        copy = self.paper.with_user(self.officer).copy()
        self.assertEqual(copy.state, "draft")
        self.assertFalse(copy.number or copy.date or copy.pdf_file or copy.pdf_sha256)

    def test_signed_copy_is_kept_byte_for_byte(self):
        self.assertTrue(self.paper.lacks_signed_copy)
        action = self.paper.action_transition("attach_signed")
        self.env[action["res_model"]].with_user(self.registrar).with_context(
            **action["context"]
        ).create(
            {"signed_file": base64.b64encode(PDF), "signed_file_name": "ky.pdf"}
        ).action_confirm()
        self.assertFalse(self.paper.lacks_signed_copy)
        self.assertEqual(self._file("signed_file").raw, PDF)
        self.assertEqual(self.paper.signed_sha256, hashlib.sha256(PDF).hexdigest())
        with self.assertRaises(UserError):
            self._file("signed_file").write({"raw": b"%PDF-x"})
        with self.assertRaises(UserError):
            self.paper.action_attach_signed(base64.b64encode(PDF), "again.pdf")

    def test_signed_copy_is_a_pdf_or_a_picture(self):
        with self.assertRaisesRegex(UserError, "PDF"):
            self.paper.action_attach_signed(base64.b64encode(b"MZ..."), "a.exe")
        with self.assertRaises(UserError):
            self.paper.with_user(self.officer).action_attach_signed(
                base64.b64encode(PDF), "a.pdf"
            )

    def test_missing_signed_copies_are_found(self):
        papers = self.env["danvan.document"].with_user(self.officer)
        found = papers.search([("lacks_signed_copy", "=", True)])
        self.assertIn(self.paper, found)

    def test_pressed_on_several_papers_no_signed_copy_is_claimed(self):
        papers = self.paper | self._issued(number=8)
        lines = papers.mapped("trail_ids")
        with self.assertRaisesRegex(UserError, "each paper"):
            papers.with_user(self.registrar).action_transition("attach_signed")
        self.env.invalidate_all()
        self.assertEqual(papers.mapped("trail_ids"), lines)
