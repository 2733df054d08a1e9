"""The number of another issuer of a joint paper, in the dialog of the registrar."""

from odoo import api, fields, models


class DanvanDocumentNumberingLine(models.TransientModel):
    """One joint issuer and the number that it gave."""

    _name = "danvan.document.numbering.line"
    _description = "Number of a Joint Issuer"

    numbering_id = fields.Many2one(
        "danvan.document.numbering", required=True, ondelete="cascade"
    )
    issuer_line_id = fields.Many2one(
        "danvan.document.issuer", "Issuer", required=True, ondelete="cascade"
    )
    number = fields.Integer()
    symbol = fields.Char("Number and Symbol", compute="_compute_symbol")

    @api.depends("issuer_line_id", "number")
    def _compute_symbol(self):
        for line in self:
            joint = line.issuer_line_id
            line.symbol = joint and joint.layout_id._symbol(
                line.number, joint.type_symbol, joint.issuer_id.sudo().paper_symbol
            )
