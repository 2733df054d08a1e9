"""Form 01: what was registered in a campaign, by unit. Source: domain, part 8."""

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ...tools import text
from .matrix import Column, Fact, Matrix, row_of

DIMENSIONS = ("kind", "subject_type", "sector_id", "continuity")


class DanvanStatisticsRegistered(models.AbstractModel):
    """The figures of Form 01, from one query under the rules of who asks."""

    _name = "danvan.statistics.registered"
    _description = "Form 01. Registrations by Unit"

    @api.model
    def _matrix(self, campaign, unit):
        """Return the figures of `unit` and the units below it in `campaign`.

        :param campaign: a `danvan.campaign` that the user may read
        :param unit: whose table it is; see `_table_unit`
        :return: a `Matrix`; its rows are keyed by the ids of units
        """
        campaign.check_access("read")
        domain = self._domain(campaign, unit)
        groups = self._read(domain, DIMENSIONS)
        themes = self._themes(campaign)
        theme_groups = self._read(domain, ["theme_ids"]) if themes else []
        rows = self._row_by_unit(groups, campaign, unit)
        kinds, sectors = self._kind_columns(), self._sector_columns(campaign, groups)
        cutting, years = self._theme_columns(themes), self._continuity_columns()
        quotas = self._quota_columns(campaign)
        matrix = Matrix(
            [*kinds, *sectors, *cutting, *years, *quotas],
            self._rows(campaign, unit, set(rows.values())),
        )
        facts = self._facts(groups, DIMENSIONS, rows)
        matrix.count(facts, [*kinds, *sectors, *years])
        matrix.count(self._facts(theme_groups, ["theme_ids"], rows), cutting)
        matrix.count(self._assigned(campaign, unit, matrix.rows), quotas[:1])
        return matrix

    @api.model
    def _domain(self, campaign, unit):
        registered = self.env["danvan.registration"]._registered_domain(campaign)
        counted = unit | self._predecessors(campaign, unit)
        return registered & Domain("unit_id", "child_of", counted.ids)

    @api.model
    def _predecessors(self, campaign, unit):
        """Return the units of the campaign's time that `unit` has succeeded: what they
        did stays under their names, each in a row of its own."""
        end = self._date(campaign)
        begun = Domain("date_from", "=", False) | Domain("date_from", "<=", end)
        lasting = Domain("date_to", "=", False)
        lasting |= Domain("date_to", ">=", campaign.date_start or end)
        heirs = Domain("heir_ids", "in", unit.ids)
        olds = self.env["danvan.unit"].search(heirs & begun & lasting)
        inside = {unit.id, *olds.ids}
        return olds.filtered(lambda old: not inside & set(old._chain()[1:]))

    @api.model
    def _read(self, domain, dimensions):
        # The order is the cheapest one; by unit it would join the tree.
        return self.env["danvan.registration"]._read_group(
            domain, ["unit_id", *dimensions], ["__count"], order=dimensions[0]
        )

    @api.model
    def _facts(self, groups, dimensions, rows):
        """Return a `Fact` for each group of registrations with the same values."""
        return [
            Fact(rows[unit.id], dict(zip(dimensions, map(_plain, values))), count)  # noqa: B905
            for unit, *values, count in groups
        ]

    @api.model
    def _row_by_unit(self, groups, campaign, unit):
        """Return `{unit_id: row}`: under which unit of the table each one stands."""
        olds = set(self._predecessors(campaign, unit).ids)
        owners = self.env["danvan.unit"].union(*(group[0] for group in groups))
        found = self.env["danvan.unit"].search_fetch(
            [("id", "in", owners.ids)], ["parent_path"], order="id"
        )
        return {
            owner.id: next((id_ for id_ in owner._chain() if id_ in olds), None)
            or row_of(owner.parent_path, unit.id)
            for owner in found
        }

    @api.model
    def _rows(self, campaign, unit, occurring):
        """Return `{unit_id: name}`: every unit directly below that the user follows,
        those without any registration among them, the units of then that this one has
        succeeded, and the unit's own row."""
        olds = self._predecessors(campaign, unit)
        below = Domain("parent_id", "=", unit.id) | Domain("id", "in", olds.ids)
        followed = self.env["danvan.period"]._in_force(self._date(campaign))
        if not self.env["danvan.campaign"]._sees_all():
            followed &= Domain("user_can_read", "=", True)
        shown = followed | Domain("id", "in", list(occurring))
        units = self.env["danvan.unit"].search_fetch(
            below & shown, ["name", "search_key", "level_id", "kind_id"]
        )
        own = unit if unit.id in occurring or not units else units[:0]
        ordered = units.sorted(
            lambda u: (u.level_id.rank, u.kind_id.sequence, text.natural_key(u.name))
        )
        return {row.id: row.name for row in own | ordered}

    @api.model
    def _kind_columns(self):
        kinds = [
            Column(
                key=f"{kind}_{subject}",
                group=kind,
                word=subject,
                terms=(("kind", kind), ("subject_type", subject)),
            )
            for kind in ("model", "exemplar")
            for subject in ("collective", "individual", "household")
        ]
        return [Column(key="total", word="total"), *kinds]

    @api.model
    def _continuity_columns(self):
        return [
            Column(key=key, word=key, terms=(("continuity", key),))
            for key in ("new", "continued")
        ]

    @api.model
    def _sector_columns(self, campaign, groups):
        return [
            Column(
                key=f"sector_{sector.code}" if sector else "sector_none",
                group="sector",
                name=sector.name or None,
                word="sector_none",
                terms=(("sector_id", sector.id),),
            )
            for sector in self._sectors(campaign, groups)
        ]

    @api.model
    def _theme_columns(self, themes):
        return [
            Column(
                key=f"theme_{theme.code}",
                group="theme",
                name=theme.name,
                terms=(("theme_ids", theme.id),),
            )
            for theme in themes
        ]

    @api.model
    def _sectors(self, campaign, groups):
        """Return the sectors in force, those that occur nevertheless, and an empty
        one where history tells none: the sectors sum up to the total."""
        sector = self.env["danvan.sector"]
        in_force = sector.search(sector._in_force(self._date(campaign)))
        occurring = {group[1 + DIMENSIONS.index("sector_id")] for group in groups}
        known = (in_force | sector.union(*occurring)).sorted()
        return [*known, *([sector] if sector in occurring else [])]

    @api.model
    def _themes(self, campaign):
        theme = self.env["danvan.theme"]
        in_force = theme._in_force(self._date(campaign))
        return theme.search(in_force & Domain("in_tables", "=", True))

    @api.model
    def _date(self, campaign):
        """Return the day whose units and sectors the form shows."""
        today = self.env["danvan.period"]._today()
        return min(today, campaign.date_end or today)

    @api.model
    def _table_unit(self, campaign, unit=None):
        """Return the unit whose table is shown.

        :param unit: the one asked for; without it, what the user follows: the area
            of the campaign, or the one area within it that is the user's own
        :raise UserError: when the campaign was not launched for it
        :raise AccessError: when it lies outside the user's areas
        """
        default = campaign._followed_area()
        if not unit or unit == default:
            return default
        if not campaign._covers(unit):
            raise UserError(
                self.env._("The campaign was not launched for %s.", unit.sudo().name)
            )
        if not (unit.user_can_read or self.env["danvan.campaign"]._sees_all()):
            raise AccessError(self.env._("%s lies outside your areas.", unit.name))
        return unit


def _plain(value):
    """Return a value as a search domain writes it: the id of a record."""
    return value.id if isinstance(value, models.BaseModel) else value
