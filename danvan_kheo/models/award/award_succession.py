"""Proposals that are not decided yet follow their unit, and so do honourees."""

from odoo import models


class DanvanAward(models.Model):
    """Who gives the award is who succeeded the giver, or who gives it there now."""

    _inherit = "danvan.award"

    def _successor_values(self, mapping):
        values = super()._successor_values(mapping)
        deciders = {}
        for award in self:
            vals = values[award.id]
            unit = mapping.get(award.unit_id, award.unit_id)
            giver = mapping.get(award.deciding_unit_id, award.deciding_unit_id)
            if giver and not award.form_id._stands_above(giver, unit):
                key = (award.form_id, unit)
                if key not in deciders:
                    deciders[key] = award.form_id._deciding_unit(unit)
                giver = deciders[key]
            vals["deciding_unit_id"] = giver.id
        return values
