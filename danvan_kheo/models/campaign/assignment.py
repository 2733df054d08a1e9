"""Assignments limited to one campaign."""

from odoo import api, fields, models


class DanvanAssignment(models.Model):
    """A role for one campaign and those below it: documents of others stay outside."""

    _inherit = "danvan.assignment"

    campaign_id = fields.Many2one(
        "danvan.campaign",
        "Only this Campaign",
        ondelete="restrict",
        help="Leave empty for every campaign.",
    )

    @api.model
    def _narrowing_fields(self):
        return (*super()._narrowing_fields(), "campaign_id")

    def _narrows(self, model):
        limits = super()._narrows(model)
        if not self.campaign_id:
            return limits
        # The campaign itself is told by its id, all else by its link to one.
        name = "id" if model == "danvan.campaign" else "campaign_id"
        return limits & self._narrows_by(model, name, "child_of", self.campaign_id.ids)
