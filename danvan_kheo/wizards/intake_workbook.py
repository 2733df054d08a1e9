"""The workbook that a unit fills in, handed out for one of the own units."""

from odoo import fields, models
from odoo.exceptions import UserError


class DanvanIntakeWorkbook(models.TransientModel):
    """Asks for which unit and campaign."""

    _name = "danvan.intake.workbook"
    _description = "The Unit's Own Workbook"

    unit_id = fields.Many2one(
        "danvan.unit",
        "Entered For",
        required=True,
        ondelete="cascade",
        domain=[("user_can_edit", "=", True)],
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    campaign_id = fields.Many2one(
        "danvan.campaign",
        "Campaign",
        required=True,
        ondelete="cascade",
        default=lambda self: self.env["danvan.campaign"]._open_for_own(),
    )

    def action_hand_out(self):
        """Hand out the workbook.

        :return: the action that saves it and closes this
        :raise UserError: for who does not enter for the unit
        """
        self.ensure_one()
        self.unit_id.check_access("read")
        self.campaign_id.check_access("read")
        if not self.unit_id.user_can_edit:
            raise UserError(
                self.env._("Only an officer who enters for this unit does that.")
            )
        intakes = self.env["danvan.intake"]
        saved = intakes._save(*intakes._own_workbook(self.unit_id, self.campaign_id))
        saved["params"]["next"] = {"type": "ir.actions.act_window_close"}
        return saved
