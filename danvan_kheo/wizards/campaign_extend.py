"""The dialog in which the last day of registration is put off for chosen units."""

from odoo import fields, models


class DanvanCampaignExtend(models.TransientModel):
    """Asks for whom, until when and why."""

    _name = "danvan.campaign.extend"
    _inherit = ["danvan.campaign.dialog"]
    _description = "Extend for Units"

    registration_to = fields.Date(
        related="campaign_id.registration_to", related_sudo=False
    )
    unit_ids = fields.Many2many(required=True)
    date_to = fields.Date("New Last Day", required=True)
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Put the last day off.

        :return: the action that closes the dialog and refreshes the page below it
        :raise UserError: with what stands against it
        """
        self._exactly_one()
        self.campaign_id._extend_for(self.unit_ids, self.date_to, self._given_reason())
        return {"type": "ir.actions.client", "tag": "soft_reload"}
