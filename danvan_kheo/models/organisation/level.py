"""Levels of the political system, with the dates between which they exist."""

from odoo import api, fields, models


class DanvanLevel(models.Model):
    """A level: province, commune, grassroots; until 30 June 2025 also district.

    No code names one: what a level means is told by its rank and dates.
    """

    _name = "danvan.level"
    _inherit = ["danvan.period"]
    _description = "Level"
    _order = "rank, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, help="Short key used in import files.")
    rank = fields.Integer(
        required=True, help="1 for the highest level, larger numbers below it."
    )

    _code_unique = models.Constraint("UNIQUE (code)", "This level code exists already.")

    @api.model
    def _upward(self):
        """Return the levels in force, the lowest first."""
        return self.search(self._in_force(), order="rank desc")
