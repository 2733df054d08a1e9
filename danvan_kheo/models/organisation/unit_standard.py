"""Standard units: the bodies that every province or commune has, as data."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools import placeholders
from .planned_unit import PLACEHOLDERS, Planner


class DanvanUnitStandard(models.Model):
    """A body that stands at each territory of its level.

    The first set-up makes units from these. Which bodies there are, what they are
    called and under which they stand is no law: a province edits the list.
    """

    _name = "danvan.unit.standard"
    _inherit = ["danvan.period"]
    _description = "Standard Unit"
    _parent_store = True
    _order = "level_id, sequence, id"

    name = fields.Char(required=True, help="As the first set-up lists it.")
    name_pattern = fields.Char(
        "Name of the Units",
        required=True,
        help="May hold {territory} (xã Di Linh), {place} (Di Linh), {type} (Tỉnh, "
        "Thành) and {superior}, the name of the unit above.",
    )
    code_pattern = fields.Char(
        "Code of the Units",
        required=True,
        help="With {code}, the official code of the territory: DU{code} gives "
        "DU25000. A body that stands once in the province needs none.",
    )
    sequence = fields.Integer(default=10)
    level_id = fields.Many2one(
        "danvan.level", "Level", required=True, index=True, ondelete="restrict"
    )
    kind_id = fields.Many2one(
        "danvan.unit.kind", "Kind", required=True, ondelete="restrict"
    )
    line_id = fields.Many2one("danvan.unit.line", "Vertical Line")
    parent_id = fields.Many2one(
        "danvan.unit.standard",
        "Directly under",
        index=True,
        ondelete="restrict",
        help="The body of the same territory, or of the territory above, under which "
        "the units stand.",
    )
    parent_path = fields.Char(index=True)
    advises = fields.Boolean(
        "Advises it", help="Advises and assists the committee that it stands under."
    )
    leads_movement = fields.Boolean(
        "Leads the Movement",
        help="Receives and decides registrations for the committee that it advises.",
    )
    leader_post = fields.Char("Post of the Leader")
    is_proposed = fields.Boolean(
        "Ticked at First", default=True, help="Ticked when the first set-up begins."
    )

    _code_unique = models.Constraint(
        "UNIQUE (code_pattern)", "Another standard unit has this code."
    )

    @api.constrains(lambda self: list(self._patterns()))
    def _check_patterns(self):
        for standard in self:
            for name, allowed in self._patterns().items():
                unknown = placeholders.found(standard[name]) - allowed
                if unknown:
                    raise ValidationError(
                        self.env._(
                            "“%(pattern)s” holds {%(unknown)s}. It may hold "
                            "%(allowed)s and nothing else in braces.",
                            pattern=standard[name],
                            unknown=min(unknown),
                            allowed=", ".join(
                                f"{{{word}}}" for word in sorted(allowed)
                            ),
                        )
                    )

    @api.model
    def _patterns(self):
        """Return `{field: placeholders that it may hold}`; rooms add theirs."""
        return {"name_pattern": PLACEHOLDERS, "code_pattern": {"code"}}

    @api.constrains("leads_movement", "advises", "parent_id")
    def _check_leading(self):
        for standard in self:
            if standard.leads_movement and not standard.advises:
                raise ValidationError(
                    self.env._(
                        "%s leads the movement for a committee: tick that it advises "
                        "it, too.",
                        standard.name,
                    )
                )
            if standard.advises and not standard.parent_id.kind_id.is_committee:
                raise ValidationError(
                    self.env._(
                        "%s advises the committee that it stands directly under. "
                        "Choose that committee first.",
                        standard.name,
                    )
                )

    def _planner(self, places):
        """Return the plan of the units of these standards at `places`.

        :param places: `Place`s, a province before its communes
        """
        return Planner(self, self._with_superiors(), places)

    def _with_superiors(self):
        """Return these standards and all above them, superiors first: a unit may stand
        under one that was made earlier."""
        return self.search([("id", "parent_of", self.ids)]).sorted(
            lambda standard: standard.parent_path.count("/")
        )

    def _make_units(self, planner):
        """Create what `planner` misses: one create for each step of the tree.

        :return: the units created
        :raise AccessError: when the user may not create units
        """
        territories = self._territories_of(planner)
        created = self.env["danvan.unit"]
        while batch := planner.next_batch():
            units = created.create(
                [planned.standard._unit_vals(planned, territories) for planned in batch]
            )
            planner.stand(batch, units)
            created += units
        return created

    def _territories_of(self, planner):
        codes = [place.code for place in planner.places]
        found = self.env["danvan.territory"].search_fetch(
            [("code", "in", codes)], ["code"]
        )
        return {territory.code: territory.id for territory in found}

    def _unit_vals(self, planned, territories):
        """Return the values of one unit; rooms add theirs.

        :param planned: a `PlannedUnit` whose superior stands
        :param territories: `{code: id}`
        """
        superior = planned.superior
        return {
            "name": planned.name,
            "code": planned.code,
            "kind_id": self.kind_id.id,
            "level_id": self.level_id.id,
            "line_id": self.line_id.id,
            "parent_id": superior.id,
            "territory_id": territories[planned.place.code],
            "advises_id": superior.id if self.advises else False,
            "leads_movement": self.leads_movement,
            "leader_post": self.leader_post,
        }
