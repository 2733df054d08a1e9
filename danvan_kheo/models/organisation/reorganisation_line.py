"""A living unit below those that end: it gets a successor of its own."""

from odoo import api, fields, models
from odoo.fields import Command

from ...tools import text


class DanvanReorganisationLine(models.Model):
    """Where a unit goes, under which name, and whether it becomes one with others of
    its kind that will bear the same name."""

    _name = "danvan.reorganisation.line"
    _inherit = ["danvan.guarded"]
    _description = "Unit below One that Ends"
    _order = "reorganisation_id, unit_id, id"
    _placing_fields = ("reorganisation_id", "unit_id")
    _owned_fields = ("successor_id", "base_id")

    reorganisation_id = fields.Many2one(
        "danvan.reorganisation", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one("danvan.unit", "Unit", required=True, ondelete="restrict")
    # The one of the units that end below which it stands, or which it advises.
    base_id = fields.Many2one("danvan.unit", "Below", ondelete="restrict")
    target_id = fields.Many2one(
        "danvan.reorganisation.target",
        "Goes to",
        ondelete="set null",
        domain="[('reorganisation_id', '=', reorganisation_id)]",
    )
    name = fields.Char(
        "Name from then on",
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    melts = fields.Boolean(
        "Merge if Alike",
        help="Units of the same kind that will bear the same name become one.",
    )
    # The unit that was made, or taken in by, once the act is carried out.
    successor_id = fields.Many2one("danvan.unit", "Successor", readonly=True)

    _unit_unique = models.Constraint(
        "UNIQUE (reorganisation_id, unit_id)", "This unit stands in another line."
    )

    @api.depends("unit_id", "base_id", "target_id.name", "target_id.existing_id")
    def _compute_name(self):
        for line in self:
            new = line.target_id._unit_name()
            line.name = text.renamed(line.unit_id.name, line.base_id.name, new)

    def _alike_key(self, parent):
        """Return what lines that become one unit under `parent` have in common."""
        unit = self.unit_id
        if not self.melts:
            return self.id
        return (parent, unit.kind_id, unit.level_id, unit.line_id, self.name)

    def _parent_from(self, mapping):
        """Return the unit under which the successor of this line's unit stands.

        :param mapping: `{old unit: new unit}` of the units above
        """
        old = self.unit_id.parent_id
        if old in self.reorganisation_id.predecessor_ids:
            return self.target_id.unit_id
        return mapping.get(old, old)

    def _successor_vals(self, mapping):
        """Return the values of the one unit that succeeds the units of these lines."""
        first, unit = self[0], self[0].unit_id
        parent = first._parent_from(mapping)
        vals = {
            "name": first.name,
            "parent_id": parent.id,
            "predecessor_ids": [Command.set(self.unit_id.ids)],
        }
        if unit.territory_id == unit.parent_id.territory_id:
            vals["territory_id"] = parent.territory_id.id
        if len(self) > 1:
            # Who leads the one that several become is not known yet.
            vals |= dict.fromkeys(("leader_name", "officer_name", "officer_phone"))
        return first.reorganisation_id._carried(unit, **vals)
