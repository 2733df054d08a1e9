"""The dialog in which the last day of registration is put off for chosen units."""

from odoo import fields, models


class DanvanCampaignExtend(models.TransientModel):
    """Asks for whom, until when and why; the campaign checks the right again."""

    _name = "danvan.campaign.extend"
    _inherit = ["danvan.guarded"]
    _description = "Extend for Units"
    # Checked for readability: what the dialog tells of it is told to readers only.
    _placing_fields = ("campaign_id",)

    campaign_id = fields.Many2one("danvan.campaign", required=True)
    registration_to = fields.Date(related="campaign_id.registration_to")
    area_id = fields.Many2one("danvan.unit", compute="_compute_area_id")
    unit_ids = fields.Many2many("danvan.unit", string="Units", required=True)
    date_to = fields.Date("New Last Day", required=True)
    reason = fields.Char(required=True)

    def _compute_area_id(self):
        for dialog in self:
            dialog.area_id = dialog.campaign_id and dialog.campaign_id._area()

    def action_confirm(self):
        """Put the last day off.

        :return: the action that closes the dialog and refreshes the page below it
        :raise UserError: with what stands against it
        """
        self._exactly_one()
        reason = (self.reason or "").strip()
        self.campaign_id._extend_for(self.unit_ids, self.date_to, reason)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
