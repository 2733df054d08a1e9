"""Who came before and after: units end and begin on dates, and are never renamed.

What a unit did stays under the name it had; whoever follows its heirs reads it.
"""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

LINKS = {"successor_ids", "predecessor_ids"}
# UNION, not UNION ALL: a circle ends the walk.
CLOSURE = SQL(
    "WITH RECURSIVE closure (unit_id, heir_id) AS ("
    " SELECT unit_id, successor_id FROM danvan_unit_successor_rel"
    " UNION SELECT closure.unit_id, next.successor_id FROM closure"
    " JOIN danvan_unit_successor_rel AS next ON next.unit_id = closure.heir_id)"
)


class DanvanUnit(models.Model):
    """Predecessors, successors, and the heirs in which those chains end."""

    _inherit = "danvan.unit"
    _owned_fields = ("heir_ids",)

    successor_ids = fields.Many2many(
        "danvan.unit",
        "danvan_unit_successor_rel",
        "unit_id",
        "successor_id",
        "Succeeded by",
    )
    predecessor_ids = fields.Many2many(
        "danvan.unit",
        "danvan_unit_successor_rel",
        "successor_id",
        "unit_id",
        "Predecessors",
    )
    heir_ids = fields.Many2many(
        "danvan.unit",
        "danvan_unit_heir_rel",
        "unit_id",
        "heir_id",
        "Heirs",
        readonly=True,
        copy=False,
        help="Its successors, their successors, and so on.",
    )
    main_successor_id = fields.Many2one(
        "danvan.unit",
        "Work Continued by",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
        help="Of several successors the one that took over accounts and open items.",
    )
    reorganisation_id = fields.Many2one(
        "danvan.reorganisation",
        "Ended by",
        index="btree_not_null",
        ondelete="restrict",
        readonly=True,
        copy=False,
        groups="danvan_kheo.group_administrator",
    )
    state = fields.Selection(
        [
            ("active", "Active"),
            ("ended", "Ended"),
            ("merged", "Merged"),
            ("renamed", "Renamed"),
        ],
        compute="_compute_state",
    )

    @api.model_create_multi
    def create(self, vals_list):
        """Create units and note whose heirs they are."""
        units = super().create(vals_list)
        if any(LINKS & vals.keys() for vals in vals_list):
            units._refresh_heirs()
        return units

    def write(self, vals):
        """Write, and note heirs anew where successors change."""
        res = super().write(vals)
        if LINKS & vals.keys():
            self._refresh_heirs()
        return res

    def unlink(self):
        """Delete, and note the heirs of the others anew."""
        linked = bool(self.predecessor_ids and self.successor_ids)
        res = super().unlink()
        if linked:
            self._refresh_heirs()
        return res

    def _refresh_heirs(self):
        """Note all heirs anew from the successors: two queries, however many units.

        A stored compute would be asked unit by unit, with two queries for each.
        """
        self.flush_model(list(LINKS))
        self.env.cr.execute(
            SQL(
                "%s DELETE FROM danvan_unit_heir_rel AS noted WHERE NOT EXISTS ("
                "SELECT FROM closure WHERE closure.unit_id = noted.unit_id"
                " AND closure.heir_id = noted.heir_id)",
                CLOSURE,
            )
        )
        self.env.cr.execute(
            SQL(
                "%s INSERT INTO danvan_unit_heir_rel (unit_id, heir_id)"
                " SELECT unit_id, heir_id FROM closure ON CONFLICT DO NOTHING",
                CLOSURE,
            )
        )
        self.invalidate_model(["heir_ids"])

    @api.depends("date_to", "date_from", "successor_ids.predecessor_ids")
    def _compute_state(self):
        for unit in self:
            unit.state = unit._state_today()

    def _state_today(self):
        """Return `active`, `ended` (for a split too), `merged` or `renamed`."""
        if self.is_in_force:
            return "active"
        if len(self.successor_ids) != 1:
            return "ended"
        return "merged" if self._is_merged() else "renamed"

    def _is_merged(self):
        """Tell whether the successor has other roots than this unit."""
        # sudo: only tells merging from renaming.
        act = self.sudo().reorganisation_id
        taken_in = act.kind == "merge" and self in act.predecessor_ids
        return taken_in or len(self.successor_ids.predecessor_ids) > 1

    def _living(self):
        """Return those of these units that are in force, and for each of the others
        its heirs in force."""
        return (self | self.heir_ids).filtered("is_in_force")

    def _heir(self):
        """Return the one unit that carries on the work of this one: itself, unless it
        has ended and has a successor."""
        self.ensure_one()
        unit = self
        while not unit.is_in_force and unit.successor_ids:
            unit = unit.main_successor_id or unit.successor_ids[:1]
        return unit

    def _ended_sentence(self):
        """Say that this unit has ended, and who continues it."""
        self.ensure_one()
        said = {
            "unit": self.name,
            "date": self.date_to.strftime("%d/%m/%Y"),
            "heirs": ", ".join(self._living().mapped("name")),
        }
        if not said["heirs"]:
            return self.env._(
                "%(unit)s ended on %(date)s. Choose another unit.", **said
            )
        return self.env._(
            "%(unit)s ended on %(date)s. Choose who continues it: %(heirs)s.", **said
        )

    def _stands_under(self, area):
        """Tell whether this unit, or what it has become, is `area` or below it."""
        self.ensure_one()
        return any(area.id in unit._chain() for unit in self | self.heir_ids)

    @api.model
    def _with_predecessors(self, area):
        """Return the domain of `area` and of the ended units whose heirs lie in it.

        The latter by their ids, for one query more: with the heirs in the condition
        itself PostgreSQL reads every document instead of using the index on the unit.
        """
        ended = Domain("date_to", "<", self._today()) & ~area
        # sudo: who came after whom is no secret.
        olds = self.sudo().search(ended & Domain("heir_ids", "any!", area), order="id")
        return area | Domain("id", "in", olds.ids)

    @api.model
    def _above_then(self, units):
        """Return the domain of the units, ended since, that stood above what `units`
        have succeeded: what a district issued is still meant for its communes."""
        ended = Domain("date_to", "<", self._today())
        # sudo: who came after whom is no secret.
        olds = self.sudo().search(
            ended & Domain("heir_ids", "in", units.ids), order="id"
        )
        return self._above(olds) & ended if olds else Domain.FALSE

    @api.constrains("successor_ids")
    def _check_successors(self):
        if self._has_cycle("successor_ids"):
            raise ValidationError(
                self.env._(
                    "A unit cannot come after itself. Correct the units that succeed "
                    "it."
                )
            )
