"""The files that an issued paper keeps: its exact PDF and its signed copy."""

import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools.mimetypes import guess_mimetype

from .document import ISSUED_STATES

# Kept byte for byte; `ir.attachment` refuses to change what stands behind them.
ARCHIVED_FIELDS = ("sign_file", "pdf_file", "signed_file")
SIGNED_TYPES = ("application/pdf", "image/jpeg", "image/png", "image/tiff")


class DanvanDocument(models.Model):
    """Keeps what was issued, and marks what lacks the signed copy."""

    _inherit = "danvan.document"

    sign_file = fields.Binary("Handed over for Signature", copy=False)
    sign_file_name = fields.Char(compute="_compute_pdf_file_name")
    sign_sha256 = fields.Char("SHA-256 of What Was Handed over", copy=False)
    pdf_file = fields.Binary("Issued Paper", copy=False)
    pdf_file_name = fields.Char(compute="_compute_pdf_file_name")
    pdf_sha256 = fields.Char("SHA-256 of the Issued Paper", copy=False)
    signed_file = fields.Binary("Signed Copy", copy=False)
    signed_file_name = fields.Char("Name of the Signed Copy", copy=False)
    signed_sha256 = fields.Char("SHA-256 of the Signed Copy", copy=False)
    lacks_signed_copy = fields.Boolean(
        "Signed Copy Missing",
        compute="_compute_lacks_signed_copy",
        search="_search_lacks_signed_copy",
    )

    @api.depends("number_text", "title")
    def _compute_pdf_file_name(self):
        for document in self:
            document.pdf_file_name = f"{document._file_name()}.pdf"
            document.sign_file_name = f"Trình ký - {document._file_name()}.pdf"

    @api.depends("state", "signed_sha256")
    def _compute_lacks_signed_copy(self):
        lacking = self.filtered_domain(self._lacking_signed_copy())
        for document in self:
            document.lacks_signed_copy = document in lacking

    def _search_lacks_signed_copy(self, operator, value):
        return self._lacking_signed_copy() if operator == "in" else NotImplemented

    @api.model
    def _lacking_signed_copy(self):
        issued = Domain("state", "in", ISSUED_STATES) & Domain(
            "signed_sha256", "=", False
        )
        return issued & Domain("is_historical", "=", False)

    def _archive_pdf(self, which):
        """Lay out each paper as it stands now and keep the exact bytes.

        :param which: sign, the paper handed over for signature, or pdf, the issued one
        """
        report = self.env["ir.actions.report"]
        for document in self:
            content = report._paper_pdf("danvan_kheo.document_report", document.ids)
            document._write_owned(
                {
                    f"{which}_file": base64.b64encode(content),
                    f"{which}_sha256": hashlib.sha256(content).hexdigest(),
                }
            )

    def _archived_pdf(self, report):
        """Return the bytes kept at issue: printing again gives the same paper."""
        if report.report_name != "danvan_kheo.report_document" or not self.pdf_sha256:
            return super()._archived_pdf(report)
        return base64.b64decode(self.with_context(bin_size=False).pdf_file)

    def action_attach_signed(self, content, file_name):
        """Keep the signed copy, byte for byte; the registrar's act, once.

        :param content: base64 of a PDF or a picture
        :param file_name: name of the file as it was scanned
        :raise UserError: without the role, in another state, for another sort of file
        """
        transition = self._transition("attach_signed")
        self._check_holds(transition)
        raw = base64.b64decode(content or b"")
        if guess_mimetype(raw) not in SIGNED_TYPES:
            raise UserError(
                self.env._("The signed copy is a PDF or a picture (JPG, PNG, TIFF).")
            )
        self._act("attach_signed")
        self._write_owned(
            {
                "signed_file": content,
                "signed_file_name": file_name,
                "signed_sha256": hashlib.sha256(raw).hexdigest(),
            }
        )
        return True  # XML-RPC carries no None
