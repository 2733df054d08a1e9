"""The dialog in which a leader gives documents to another person of the unit."""

from odoo import fields, models


class DanvanReassign(models.TransientModel):
    """Asks for the person and the reason; the documents check the right again."""

    _name = "danvan.reassign"
    _inherit = ["danvan.document.dialog"]
    _description = "Another Person in Charge"

    user_id = fields.Many2one(
        "res.users", "To whom", required=True, domain="[('share', '=', False)]"
    )
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Give the documents to the person chosen.

        :return: the action that closes the dialog and refreshes the page below it
        :raise UserError: with what stands against it
        """
        self.ensure_one()
        self._documents()._reassign(self.user_id, self.reason)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
