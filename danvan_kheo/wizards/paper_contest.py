"""The dialog in which a leader disowns a signed paper."""

from odoo import fields, models


class DanvanPaperContest(models.TransientModel):
    """Asks what is wrong; the step's own act checks the person."""

    _name = "danvan.paper.contest"
    _description = "Disown the Paper"

    step_id = fields.Many2one(
        "danvan.approval.step", "Step", required=True, ondelete="cascade"
    )
    reason = fields.Text(required=True)

    def action_confirm(self):
        """Disown the paper.

        :raise UserError: with what stands against it
        """
        self.ensure_one()
        self.step_id.action_contest(self.reason)
        return {"type": "ir.actions.act_window_close"}
