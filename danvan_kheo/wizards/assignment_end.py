"""The dialog in which administrators end assignments."""

from odoo import fields, models


class DanvanAssignmentEnd(models.TransientModel):
    """Asks for the last day."""

    _name = "danvan.assignment.end"
    _description = "End of Assignments"

    assignment_ids = fields.Many2many("danvan.assignment", string="Assignments")
    date_to = fields.Date(
        "Last Day",
        required=True,
        default=lambda self: self.env["danvan.period"]._today(),
    )

    def action_confirm(self):
        """End the assignments.

        :return: the action that closes the dialog and refreshes the page below it
        :raise AccessError: for everybody but administrators
        """
        self.ensure_one()
        self.assignment_ids._check_administrator()
        self.assignment_ids._end(self.date_to)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
