"""What the dialogs that choose units of a campaign have in common."""

from odoo import fields, models


class DanvanCampaignDialog(models.AbstractModel):
    """Which campaign, and the units from which to choose; the campaign checks the right
    again when it acts."""

    _name = "danvan.campaign.dialog"
    _inherit = ["danvan.guarded"]
    _description = "Dialog on a Campaign"
    # Checked for readability: what the dialog tells of it is told to readers only.
    _placing_fields = ("campaign_id",)

    campaign_id = fields.Many2one("danvan.campaign", required=True)
    area_id = fields.Many2one("danvan.unit", compute="_compute_area_id")
    unit_ids = fields.Many2many("danvan.unit", string="Units")
    reason = fields.Char()

    def _compute_area_id(self):
        # An unsaved dialog names whatever campaign its client says.
        self.campaign_id.check_access("read")
        for dialog in self:
            dialog.area_id = dialog.campaign_id and dialog.campaign_id._area()

    def _given_reason(self):
        """Return the reason without blanks around it, empty where none was given."""
        return (self.reason or "").strip()
