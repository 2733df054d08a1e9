"""Preparing a reorganisation: who is concerned, and what is proposed for each."""

from odoo import api, models
from odoo.fields import Command, Domain


class DanvanReorganisation(models.Model):
    """Proposes the successors, and a line for each living unit below."""

    _inherit = "danvan.reorganisation"

    def action_prepare(self):
        """Propose the units that succeed, where there are none yet, and draw up the
        list of the units below anew.

        :raise AccessError: for everybody but administrators
        :raise UserError: once it has been carried out
        """
        self._check_administrator()
        if not self.target_ids and self.kind != "end":
            self.target_ids = [Command.create(vals) for vals in self._proposed()]
        self.line_ids.unlink()
        if self.kind != "end":
            self.env["danvan.reorganisation.line"]._create_owned(self._line_vals())
        self.invalidate_recordset(["line_ids", "preview"])
        return True  # XML-RPC carries no None

    def _proposed(self):
        """Return the values of the successors: one, for a split two."""
        first = self._bases()[:1]
        if not first:
            return []
        target = self.env["danvan.reorganisation.target"]
        vals = target._proposed_vals(first, self._lasting_superior(first))
        if self.kind != "split":
            return [vals]
        return [vals, {**vals, "is_main": False, "code": False, "name": False}]

    def _lasting_superior(self, unit):
        """Return the nearest superior that goes on and whose level still exists."""
        return unit.parent_id._nearest(
            lambda u: (
                u not in self.predecessor_ids
                and u.filtered_domain(u._in_force(self.date))
                and u.level_id.filtered_domain(u.level_id._in_force(self.date))
            )
        )

    def _bases(self):
        """Return the units that end, in the order in which they were entered into
        the tree."""
        return self.predecessor_ids.sorted("id")

    @api.model
    def _lasting(self, date):
        """Return the domain of the units that have not ended before `date`."""
        return Domain("date_to", "=", False) | Domain("date_to", ">=", date)

    def _concerned(self):
        """Return `{unit: base}`: the living units below those that end, and those that
        advise one of them with what is below, each with the ending unit it follows."""
        unit = self.env["danvan.unit"]
        lasting = self._lasting(self.date)
        found = {base: base for base in self._bases()}
        fresh = list(found)
        while fresh:
            ids = [one.id for one in fresh]
            new = unit.search(
                lasting
                & Domain("id", "not in", [known.id for known in found])
                & (Domain("parent_id", "in", ids) | Domain("advises_id", "in", ids)),
            )
            for one in new:
                found[one] = found.get(one.parent_id) or found.get(one.advises_id)
            fresh = list(new)
        return {one: base for one, base in found.items() if one != base}

    def _line_vals(self):
        main = self.target_ids.filtered("is_main")[:1] or self.target_ids[:1]
        return [
            {
                "reorganisation_id": self.id,
                "unit_id": unit.id,
                "base_id": base.id,
                "target_id": main.id,
                "melts": self._is_beside(unit, base),
            }
            for unit, base in self._concerned().items()
        ]

    def _is_beside(self, unit, base):
        """Tell whether `unit` is a body of the level of the unit that ends; what is
        below that level is carried over one by one."""
        return self.kind == "merge" and unit.level_id.rank <= base.level_id.rank
