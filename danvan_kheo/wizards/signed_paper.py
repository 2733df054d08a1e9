"""The dialog “record a signed paper”."""

from odoo import fields, models


class DanvanSignedPaper(models.TransientModel):
    """Asks what the signed paper says; the document's own act checks the person."""

    _name = "danvan.signed.paper"
    _inherit = ["danvan.document.dialog"]
    _description = "Record Signed Paper"

    number = fields.Char("Number and Symbol", required=True)
    date = fields.Date("Date of the Paper", required=True)
    signer = fields.Char("Signed by (Name, Post)", required=True)
    file = fields.Binary("Signed Page or File", required=True, attachment=False)
    file_name = fields.Char("File Name")

    def action_confirm(self):
        """Take the step as the paper says.

        :raise UserError: when it was not opened from a document's button, or with
            what stands against the act
        """
        self.ensure_one()
        content = self.with_context(bin_size=False).file
        self._documents()._record_paper(
            self.number, self.date, self.signer, [(self.file_name, content)]
        )
        return {"type": "ir.actions.act_window_close"}
