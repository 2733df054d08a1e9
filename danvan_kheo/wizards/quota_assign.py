"""The dialog in which a campaign's officer assigns quotas to many units at once."""

from odoo import fields, models


class DanvanQuotaAssign(models.TransientModel):
    """Asks for whom and how many."""

    _name = "danvan.quota.assign"
    _inherit = ["danvan.campaign.dialog"]
    _description = "Assign Quotas"

    state = fields.Selection(related="campaign_id.state", related_sudo=False)
    kind_ids = fields.Many2many("danvan.unit.kind", string="Each Unit of the Kinds")
    level_id = fields.Many2one("danvan.level", "Only at the Level")
    number = fields.Integer("Number Assigned", required=True, default=1)

    def action_confirm(self):
        """Assign the quotas.

        :return: the action that closes the dialog and refreshes the page below it
        :raise UserError: with what stands against it
        """
        self._exactly_one()
        self.campaign_id._assign_quotas(
            self.unit_ids,
            self.kind_ids,
            self.level_id,
            self.number,
            self._given_reason(),
        )
        return {"type": "ir.actions.client", "tag": "soft_reload"}
