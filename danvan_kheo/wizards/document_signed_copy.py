"""The dialog that takes the signed copy of an issued paper."""

from odoo import fields, models


class DanvanDocumentSignedCopy(models.TransientModel):
    """Hands a scan to its paper; the paper's own act checks the person."""

    _name = "danvan.document.signed.copy"
    _description = "Signed Copy of a Paper"

    document_id = fields.Many2one(
        "danvan.document", "Paper", required=True, ondelete="cascade"
    )
    signed_file = fields.Binary("Signed Copy", required=True, attachment=False)
    signed_file_name = fields.Char("File Name")

    def action_confirm(self):
        """Attach the copy.

        :raise UserError: with what stands against it
        """
        self.ensure_one()
        file = self.with_context(bin_size=False).signed_file
        self.document_id.action_attach_signed(file, self.signed_file_name)
        return {"type": "ir.actions.act_window_close"}
