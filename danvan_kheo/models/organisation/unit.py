"""The tree of units: who exists, under whom, from when to when."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain


class DanvanUnit(models.Model):
    """A body of the political system, from the provincial committee to a hamlet."""

    _name = "danvan.unit"
    _inherit = ["danvan.period", "danvan.searchable"]
    _description = "Unit"
    _parent_store = True
    _order = "parent_path, id"
    _search_key_fields = ("name", "code")

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    kind_id = fields.Many2one(
        "danvan.unit.kind", "Kind", required=True, index=True, ondelete="restrict"
    )
    level_id = fields.Many2one(
        "danvan.level", "Level", required=True, index=True, ondelete="restrict"
    )
    parent_id = fields.Many2one(
        "danvan.unit", "Directly under", index=True, ondelete="restrict"
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("danvan.unit", "parent_id", "Units below")
    territory_id = fields.Many2one(
        "danvan.territory", "Territory", index=True, ondelete="restrict"
    )
    advises_id = fields.Many2one(
        "danvan.unit",
        "Advises",
        index="btree_not_null",
        ondelete="restrict",
        help="The committee that this unit advises and assists: what that committee "
        "covers, this unit follows.",
    )
    leads_movement = fields.Boolean(
        "Leads the Movement",
        help="Receives and decides registrations for the committee that it advises.",
    )
    line_id = fields.Many2one("danvan.unit.line", "Vertical Line", index=True)
    has_seal = fields.Boolean("Has a Seal", default=True)
    committee_id = fields.Many2one(
        "danvan.unit", "Party Committee", compute="_compute_committee_id"
    )
    leader_name = fields.Char("Leader in Charge")
    leader_post = fields.Char("Post of the Leader")
    officer_name = fields.Char("Officer in Charge")
    officer_phone = fields.Char("Telephone of the Officer")
    assignment_ids = fields.One2many("danvan.assignment", "unit_id", "Assignments")
    covering_ids = fields.One2many("danvan.assignment", "area_id", "Covered by")
    # A successor may keep the code of the unit that it continues.
    _living_code_unique = models.UniqueIndex(
        "(code) WHERE date_to IS NULL",
        "Another unit has this code. Each unit has a code of its own.",
    )

    @api.depends("parent_path", "kind_id.is_committee")
    def _compute_committee_id(self):
        for unit in self:
            unit.committee_id = unit._nearest(lambda u: u.kind_id.is_committee)

    @api.model
    def _by_code(self):
        """Return `{code: unit}` of the units that have not ended: a code that passed
        to a successor means the successor."""
        today = self._today()
        lasting = Domain("date_to", "=", False) | Domain("date_to", ">=", today)
        return {unit.code: unit for unit in self.search(lasting)}

    def _nearest(self, condition):
        """Return the nearest unit, this one or above, for which `condition` holds."""
        self.ensure_one()
        unit = self
        while unit and not condition(unit):
            unit = unit.parent_id
        return unit

    def _deciding_unit(self, level):
        """Return the unit that decides at `level` on what this unit sends.

        It is the body that leads the movement for the nearest committee of that
        level, or that committee itself where no body does.

        :param level: a `danvan.level`
        :return: a unit, empty where no committee of that level stands above
        """
        self.ensure_one()
        return self._deciding_units(level)[self]

    def _deciding_units(self, level):
        """Return `{unit: who decides on what it sends at level}` by one query."""
        committees = {
            unit: unit._nearest(
                lambda u: u.kind_id.is_committee and u.level_id == level
            )
            for unit in self
        }
        leads = self.browse().union(*committees.values())._leading_bodies()
        return {unit: leads.get(above, above) for unit, above in committees.items()}

    def _leading_bodies(self):
        """Return `{committee: unit}`: who leads the movement for it, the first one in
        force; for a committee that has ended, who did."""
        bodies = self.search(
            [("advises_id", "in", self.ids), ("leads_movement", "=", True)]
        )
        leads = {}
        for body in bodies:
            if body.is_in_force or not body.advises_id.is_in_force:
                leads.setdefault(body.advises_id, body)
        return leads

    def _acting_units(self):
        """Return `{unit_id: unit}`: the nearest unit at or above each that has any
        account assigned today that does more than look on; without one, the unit
        itself. For a unit that has ended, who continues it acts."""
        # sudo: only tells where somebody sits, not who.
        heirs = {unit: unit._heir() for unit in self.sudo()}
        chains = {unit: heir._chain() for unit, heir in heirs.items()}
        staffed = self._staffed({id_ for chain in chains.values() for id_ in chain})
        return {
            unit.id: self.browse(
                next((i for i in chain if i in staffed), heirs[unit].id)
            )
            for unit, chain in chains.items()
        }

    def _chain(self):
        """Return the ids from this unit up to the root."""
        return [
            int(part) for part in reversed((self.parent_path or "").split("/")) if part
        ]

    @api.model
    def _staffed(self, unit_ids):
        """Return those of `unit_ids` that somebody acts for today: sits in them or
        covers just them, and does more than look on."""
        # sudo: only tells where somebody sits, not who.
        assignment = self.env["danvan.assignment"].sudo()
        # Who only looks on acts for nobody.
        acting = assignment._effective() & Domain("role", "!=", "viewer")
        covering = Domain("area_id", "in", unit_ids) & assignment._covering_root()
        here = Domain("unit_id", "in", unit_ids) | covering
        looked_at = ["unit_id", "area_id", "scope", "line_id"]
        found = assignment.search_fetch(acting & here, looked_at)
        covered = found.filtered_domain(assignment._covering_root()).area_id
        return set((found.unit_id | covered).ids)

    def write(self, vals):
        """Write, unless the new superior stands below.

        :raise ValidationError: before Odoo's own check of trees, which only says
            “Recursion Detected”
        """
        if vals.get("parent_id"):
            self._check_not_below(self.browse(vals["parent_id"]))
        return super().write(vals)

    def _check_not_below(self, parent):
        if set(parent._chain()) & set(self.ids):
            raise ValidationError(
                self.env._(
                    "A unit cannot stand under itself or under a unit below it. "
                    "Choose another superior unit."
                )
            )

    @api.constrains("parent_id", "date_from", "date_to")
    def _check_parent_dates(self):
        for unit in self | self.child_ids:
            parent = unit.parent_id
            begins = unit.date_from
            if begins and parent.date_to and parent.date_to < begins:
                raise ValidationError(
                    self.env._(
                        "%(parent)s ended on %(end)s, before %(unit)s began on "
                        "%(start)s. Choose the unit that succeeded it.",
                        parent=parent.name,
                        end=parent.date_to.strftime("%d/%m/%Y"),
                        unit=unit.name,
                        start=begins.strftime("%d/%m/%Y"),
                    )
                )
