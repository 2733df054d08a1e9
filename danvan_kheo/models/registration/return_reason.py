"""Why registrations are returned, as a list that can be counted."""

from odoo import fields, models


class DanvanReturnReason(models.Model):
    """A reason of returns (“lý do trả lại”), chosen beside the words of the return."""

    _name = "danvan.return.reason"
    _inherit = ["danvan.period"]
    _description = "Reason of a Return"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
