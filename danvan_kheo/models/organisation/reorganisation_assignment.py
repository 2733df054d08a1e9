"""Accounts follow their units: assignments end the day before and begin anew."""

from datetime import timedelta

from odoo import models
from odoo.fields import Command, Domain


class DanvanReorganisation(models.Model):
    """The same persons hold the same roles at the units that succeed."""

    _inherit = "danvan.reorganisation"

    def _assignments_of(self, units):
        """Return the assignments to `units`, or over them, that have not ended before
        the act."""
        at_or_over = Domain("unit_id", "in", units.ids) | Domain(
            "area_id", "in", units.ids
        )
        lasting = self._lasting(self.date)
        # What is held by delegation ends with the giver's own: it is delegated anew.
        own = Domain("delegated_from_id", "=", False)
        return self.env["danvan.assignment"].search(at_or_over & lasting & own)

    def _move_assignments(self, mapping):
        """Let the assignments of the units that ended go on at their successors.

        :param mapping: `{old unit: new unit}`
        """
        if not mapping:
            return
        moving = self._assignments_of(self.env["danvan.unit"].union(*mapping))
        begun = moving.filtered(lambda a: not a.date_from or a.date_from < self.date)
        fresh = [vals for a in begun for vals in self._moved_vals(a, mapping)]
        # What begins later has no day at the old unit to keep: it changes places.
        for assignment in moving - begun:
            first, *others = self._moved_vals(assignment, mapping)
            places = {name: first[name] for name in ("unit_id", "area_id")}
            assignment._write_owned(places)
            fresh += others
        known = self._known_series(self.env["danvan.unit"].union(*mapping.values()))
        begun.write({"date_to": self.date - timedelta(days=1)})
        self.env["danvan.assignment"].create(self._once(fresh, known))
        self._extend_lists(mapping)

    def _extend_lists(self, mapping):
        """Add the successors where a list of units names what they succeed."""
        olds = self.env["danvan.unit"].union(*mapping)
        listing = self.env["danvan.assignment"].search(
            Domain("listed_unit_ids", "in", olds.ids) & self._lasting(self.date)
        )
        for assignment in listing:
            added = self.env["danvan.unit"].union(
                *(mapping[old] for old in assignment.listed_unit_ids & olds)
            )
            assignment.write(
                {"listed_unit_ids": [Command.link(unit.id) for unit in added]}
            )

    def _moved_vals(self, assignment, mapping):
        """Return the values with which an assignment begins anew: one, or, where the
        area was split and the person sits elsewhere, one for each part."""
        areas = mapping.get(assignment.area_id, assignment.area_id)
        if assignment.unit_id not in mapping and (
            assignment.area_id in self.predecessor_ids
        ):
            areas = self.target_ids.unit_id
        begins = max(assignment.date_from or self.date, self.date)
        unit = mapping.get(assignment.unit_id, assignment.unit_id)
        return [
            assignment.copy_data(
                {"unit_id": unit.id, "area_id": area.id, "date_from": begins}
            )[0]
            for area in areas
        ]

    def _known_series(self, units):
        """Return what the assignments that `units` have anyway say, dates left out."""
        standing = self.env["danvan.assignment"].search(
            Domain("unit_id", "in", units.ids) & self._lasting(self.date)
        )
        return {_series(vals) for vals in standing.copy_data()}

    @staticmethod
    def _once(vals_list, known):
        """Return the values without those that say the same of the same person; the
        one that lasts longest stays."""
        longest = {}
        for vals in vals_list:
            key = _series(vals)
            other = longest.get(key)
            if key not in known and (not other or _ends_later(vals, other)):
                longest[key] = vals
        return list(longest.values())


def _series(vals):
    """Return what an assignment says, dates left out."""
    said = {k: v for k, v in vals.items() if k not in ("date_from", "date_to")}
    return repr(sorted(said.items()))


def _ends_later(vals, other):
    """Tell whether an assignment outlasts another; without an end it always does."""
    mine, its = vals["date_to"], other["date_to"]
    return bool(its) and (not mine or mine > its)
