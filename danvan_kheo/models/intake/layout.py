"""How a unit's own table is to be read, confirmed once."""

import hashlib

from odoo import api, fields, models

from ...tools.intake import table


class DanvanIntakeLayout(models.Model):
    """The columns of a table with certain headings, as the unit confirmed them."""

    _name = "danvan.intake.layout"
    _inherit = ["danvan.guarded"]
    _description = "Confirmed Columns"
    _owned_fields = ("unit_id", "headings_hash", "holds")

    unit_id = fields.Many2one(
        "danvan.unit",
        "Unit",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    headings_hash = fields.Char(
        readonly=True, required=True, export_string_translation=False
    )
    # What each column holds, in their order.
    holds = fields.Json(readonly=True, export_string_translation=False)

    _unit_headings_unique = models.Constraint(
        "UNIQUE (unit_id, headings_hash)", "These columns were confirmed already."
    )

    @api.model
    def _hash(self, headings):
        """Return what tells headings in this order from others."""
        keys = "\n".join(map(table.key, headings))
        return hashlib.sha256(keys.encode()).hexdigest()

    @api.model
    def _find(self, unit, headings):
        """Return the layout that `unit` confirmed for these headings, if any."""
        # sudo: the caller has checked the right to enter for the unit.
        known = [
            ("unit_id", "=", unit.id),
            ("headings_hash", "=", self._hash(headings)),
        ]
        return self.sudo().search(known, limit=1)

    @api.model
    def _keep(self, unit, headings, holds):
        """Keep what the columns of these headings hold in the tables of `unit`."""
        layout = self._find(unit, headings)
        if layout:
            layout._write_owned({"holds": holds})
            return
        self._create_owned(
            [
                {
                    "unit_id": unit.id,
                    "headings_hash": self._hash(headings),
                    "holds": holds,
                }
            ]
        )
