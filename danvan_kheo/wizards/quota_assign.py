"""The dialog in which a campaign's officer assigns quotas to many units at once."""

from odoo import fields, models


class DanvanQuotaAssign(models.TransientModel):
    """Asks for whom and how many; the campaign checks the right again."""

    _name = "danvan.quota.assign"
    _inherit = ["danvan.guarded"]
    _description = "Assign Quotas"
    # Checked for readability: what the dialog tells of it is told to readers only.
    _placing_fields = ("campaign_id",)

    campaign_id = fields.Many2one("danvan.campaign", required=True)
    state = fields.Selection(related="campaign_id.state")
    area_id = fields.Many2one("danvan.unit", compute="_compute_area_id")
    unit_ids = fields.Many2many("danvan.unit", string="Units")
    kind_ids = fields.Many2many("danvan.unit.kind", string="Each Unit of the Kinds")
    level_id = fields.Many2one("danvan.level", "Only at the Level")
    number = fields.Integer("Number Assigned", required=True, default=1)
    reason = fields.Char()

    def _compute_area_id(self):
        for dialog in self:
            dialog.area_id = dialog.campaign_id and dialog.campaign_id._area()

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
            (self.reason or "").strip(),
        )
        return {"type": "ir.actions.client", "tag": "soft_reload"}
