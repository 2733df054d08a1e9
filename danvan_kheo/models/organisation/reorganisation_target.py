"""A unit that succeeds others: a new one, or one that exists already."""

from odoo import api, fields, models


class DanvanReorganisationTarget(models.Model):
    """What the new unit will be; everything is proposed from the first predecessor."""

    _name = "danvan.reorganisation.target"
    _inherit = ["danvan.guarded"]
    _description = "Unit that Succeeds"
    _order = "reorganisation_id, sequence, id"
    _placing_fields = ("reorganisation_id",)
    _owned_fields = ("unit_id",)

    reorganisation_id = fields.Many2one(
        "danvan.reorganisation", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    is_main = fields.Boolean(
        "Takes Over",
        default=True,
        help="Of several units the one that takes over accounts and open items.",
    )
    existing_id = fields.Many2one(
        "danvan.unit",
        "Existing Unit",
        ondelete="restrict",
        domain=[("is_in_force", "=", True)],
        help="Only for a merger into a unit that goes on.",
    )
    name = fields.Char("Name of the Unit")
    code = fields.Char()
    kind_id = fields.Many2one("danvan.unit.kind", "Kind", ondelete="restrict")
    level_id = fields.Many2one("danvan.level", "Level", ondelete="restrict")
    parent_id = fields.Many2one(
        "danvan.unit",
        "Directly under",
        ondelete="restrict",
        domain=[("is_in_force", "=", True)],
    )
    territory_id = fields.Many2one("danvan.territory", "Territory", ondelete="restrict")
    leader_name = fields.Char("Leader in Charge")
    leader_post = fields.Char("Post of the Leader")
    officer_name = fields.Char("Officer in Charge")
    officer_phone = fields.Char("Telephone of the Officer")
    # The unit that was made, once the act is carried out.
    unit_id = fields.Many2one("danvan.unit", "Unit", readonly=True, copy=False)

    @api.depends("name", "existing_id")
    def _compute_display_name(self):
        for target in self:
            target.display_name = target._unit_name()

    def _unit_name(self):
        return self.existing_id.name or self.name

    @api.model
    def _described_fields(self):
        """Return the names of the fields that say what the new unit is; rooms add
        theirs."""
        return (
            "name",
            "code",
            "kind_id",
            "level_id",
            "parent_id",
            "territory_id",
            "leader_name",
            "leader_post",
            "officer_name",
            "officer_phone",
        )

    @api.model
    def _proposed_vals(self, unit, parent):
        """Return the values of a successor that is like `unit`, under `parent`."""
        described = self._described_fields()
        vals = {
            name: unit._fields[name].convert_to_write(unit[name], unit)
            for name in described
        }
        return {**vals, "parent_id": parent.id}

    def _unit_vals(self, vals):
        """Return the values of the new unit: `vals`, and what is described here."""
        self.ensure_one()
        described = {
            name: self._fields[name].convert_to_write(self[name], self)
            for name in self._described_fields()
        }
        return {**vals, **described}

    def _chain_to_be(self):
        """Return the ids of what the successor stands under, or is."""
        return (self.existing_id or self.parent_id)._chain()
