"""The dialog in which a leader delegates: to whom, for which period, why."""

from odoo import fields, models


class DanvanDelegation(models.TransientModel):
    """Asks for the person, the period and the reason.

    It holds no right of its own: the assignment checks its person again.
    """

    _name = "danvan.delegation"
    _description = "Delegation"

    assignment_id = fields.Many2one(
        "danvan.assignment", "Delegated from", required=True, ondelete="cascade"
    )
    user_id = fields.Many2one(
        "res.users",
        "To whom",
        required=True,
        domain="[('share', '=', False), ('id', '!=', uid)]",
    )
    date_from = fields.Date(
        "From the Day",
        required=True,
        default=lambda self: self.env["danvan.period"]._today(),
    )
    date_to = fields.Date("To the Day", required=True)
    reason = fields.Char("Reason of the Delegation", required=True)

    def action_confirm(self):
        """Delegate.

        :return: the action that closes the dialog and refreshes the page below it
        :raise UserError: with what stands against it
        """
        self.ensure_one()
        self.assignment_id.check_access("read")
        self.assignment_id._delegate(
            self.user_id, self.date_from, self.date_to, self.reason
        )
        return {"type": "ir.actions.client", "tag": "soft_reload"}
