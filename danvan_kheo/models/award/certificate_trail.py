"""How printings of certificates read in the trail."""

from odoo import api, models


class DanvanWorkflow(models.AbstractModel):
    """Two acts beside the way of a document: they change no state."""

    _inherit = "danvan.workflow"

    @api.model
    def _act_labels(self):
        return {
            **super()._act_labels(),
            "print_certificate": self.env._("Certificate printed"),
            "reprint_certificate": self.env._("Certificate printed again"),
        }
