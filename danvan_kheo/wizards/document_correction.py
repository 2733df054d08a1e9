"""The dialog that asks what is wrong with an issued paper."""

from odoo import fields, models

from ..models.document.document_correction import RELATIONS


class DanvanDocumentCorrection(models.TransientModel):
    """Hands what is wrong to the paper; the paper's own act checks the person."""

    _name = "danvan.document.correction"
    _description = "What Is Wrong with a Paper"

    document_id = fields.Many2one(
        "danvan.document", "Paper", required=True, ondelete="cascade"
    )
    relation = fields.Selection(RELATIONS, "What to Draft", required=True)
    ground = fields.Text("What Is Wrong", required=True)

    def action_confirm(self):
        """Draft the paper.

        :return: the action that opens it
        :raise UserError: with what stands against it
        """
        self.ensure_one()
        return self.document_id.action_correct(self.relation, self.ground)
