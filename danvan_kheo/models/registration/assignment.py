"""Assignments limited to some sectors."""

from odoo import api, fields, models


class DanvanAssignment(models.Model):
    """A role for some sectors: documents of others stay outside."""

    _inherit = "danvan.assignment"

    sector_ids = fields.Many2many(
        "danvan.sector",
        "danvan_assignment_sector_rel",
        "assignment_id",
        "sector_id",
        "Only these Sectors",
        help="Leave empty for every sector.",
    )

    @api.model
    def _narrowing_fields(self):
        return (*super()._narrowing_fields(), "sector_ids")

    def _narrows(self, model):
        limits = super()._narrows(model)
        if not self.sector_ids:
            return limits
        return limits & self._narrows_by(model, "sector_id", "in", self.sector_ids.ids)
