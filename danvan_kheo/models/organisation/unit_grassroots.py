"""Grassroots units that an officer adds while working: a hamlet, a school, a club."""

from difflib import SequenceMatcher

from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ...tools.text import search_key

# From this share of equal letters on two names may be the same unit.
ALIKE = 0.75


class DanvanUnit(models.Model):
    """A unit of the lowest level, added below one for which the user enters."""

    _inherit = "danvan.unit"

    def _alike_below(self, name):
        """Return the living units below this one whose name is like `name`, the most
        alike first.

        :param name: as typed, with or without accents
        """
        key = search_key(name)
        if not key or not self:
            return self.browse()
        below = self.search(Domain("id", "child_of", self.ids) & self._in_force())
        likeness = {unit: unit._likeness(key) for unit in below - self}
        alike = [unit for unit, share in likeness.items() if share >= ALIKE]
        return self.browse().concat(*sorted(alike, key=likeness.get, reverse=True))

    def _likeness(self, key):
        """Return the share of equal letters of a name, whole or without its place."""
        return max(SequenceMatcher(None, key, own).ratio() for own in self._keys())

    def _keys(self):
        """Return the name as keys: whole, and without its place (“Thôn 10, xã …”)."""
        whole = search_key(self.name)
        return whole, whole.partition(",")[0]

    def _add_grassroots(self, name, kind):
        """Add a unit of the lowest level directly below this one.

        :param name: of the new unit
        :param kind: a `danvan.unit.kind`
        :return: the new unit
        :raise AccessError: for who does not enter for this unit
        :raise UserError: without a name or a fitting kind, when there is one of that
            name, or below a grassroots unit
        """
        self._exactly_one()
        if not self.user_can_edit:
            raise AccessError(
                self.env._("Only an officer of %s adds a unit below it.", self.name)
            )
        self._check_new_name(name)
        lowest = self.env.ref("danvan_kheo.level_grassroots")
        if not kind or kind.is_committee or self.level_id == lowest:
            raise UserError(
                self.env._(
                    "A grassroots unit stands below a unit of a higher level and is no "
                    "Party committee. Choose another unit above or another kind."
                )
            )
        # sudo: units are the administrators'; here the right to enter for the unit
        # above was checked just before, and the new one stands below it for good.
        unit = self.sudo().create(
            {
                "name": name.strip(),
                "code": self._next_code_below(),
                "kind_id": kind.id,
                "level_id": lowest.id,
                "parent_id": self.id,
                "territory_id": self.sudo().territory_id.id,
                "has_seal": False,
                "date_from": self._today(),
            }
        )
        return unit.with_env(self.env)

    def _check_new_name(self, name):
        if not (name or "").strip():
            raise UserError(self.env._("Write the name of the unit."))
        key = search_key(name)
        same = self._alike_below(name).filtered(lambda u: key in u._keys())
        if same:
            raise UserError(
                self.env._(
                    "“%s” exists already. Choose it from the list.", same[0].name
                )
            )

    def _next_code_below(self):
        """Return the first free code made of this unit's and a number."""
        # sudo: the codes of units that the user does not see count as well.
        taken = set(
            self.sudo().search([("code", "=like", f"{self.code}-%")]).mapped("code")
        )
        numbers = range(1, len(taken) + 2)
        codes = (f"{self.code}-{number:02}" for number in numbers)
        return next(code for code in codes if code not in taken)
