"""Form 01 in the Print menu of a campaign."""

from odoo import models


class DanvanCampaign(models.Model):
    """Offers the statistical forms of a campaign."""

    _inherit = "danvan.campaign"

    def action_form01_workbook(self):
        """Return the address of Form 01 as a workbook; the address checks again.

        :raise AccessError: when the campaign cannot be read
        """
        self._exactly_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/danvan_kheo/form01/{self.id}",
            "target": "download",
        }
