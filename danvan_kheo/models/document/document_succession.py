"""A draft paper goes on under the name, and with the numbers, of the successor."""

from odoo import models


class DanvanDocument(models.Model):
    """What was not issued yet follows its unit."""

    _inherit = "danvan.document"

    def _successor_values(self, mapping):
        values = super()._successor_values(mapping)
        for paper in self:
            # A number that was typed in belongs to the old unit's series; the layout
            # stays the one that the officer chose.
            vals = {"number": 0, "layout_id": paper.layout_id.id}
            if paper.unit_name:
                vals["unit_name"] = mapping[paper.unit_id].name
            values[paper.id] |= vals
        return values
