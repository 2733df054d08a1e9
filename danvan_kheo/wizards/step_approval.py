"""The dialog with one comment for many steps."""

from odoo import fields, models


class DanvanStepApproval(models.TransientModel):
    """Repeats the inbox's act with a comment; the act checks its person itself."""

    _name = "danvan.step.approval"
    _description = "Approve Selected"

    step_ids = fields.Many2many("danvan.approval.step", string="Items", required=True)
    comment = fields.Text("Comment for All")

    def action_confirm(self):
        """Approve what was selected.

        :return: the notification that sums up what was done and what was not
        """
        self.ensure_one()
        result = self.step_ids.action_approve_selected(self.comment or None)
        # Closes the dialog first, then refreshes the list behind it.
        result["params"]["next"] = {
            "type": "ir.actions.act_window_close",
            "infos": {"done": True},
        }
        return result
