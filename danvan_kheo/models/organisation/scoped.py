"""Documents that a limited assignment covers in part: their own rights."""

from odoo import api, fields, models
from odoo.fields import Domain

from .unit_scope import ROLES_OF_RIGHT


def _right(name):
    """Return the field of one right of the current user on a document."""
    return fields.Boolean(
        compute=f"_compute_{name}",
        compute_sudo=True,
        search=f"_search_{name}",
        export_string_translation=False,
    )


class DanvanScoped(models.AbstractModel):
    """The rights of the current user on a document: those on its unit, less what the
    assignment that gives them leaves out (sectors, campaign).

    Rules of such models read these instead of the booleans of the unit. Both ask
    `danvan.assignment._one_area`, and for who has no limited assignment the query is
    the same.
    """

    _name = "danvan.scoped"
    _description = "Rights on a Document"

    # The field to what a line belongs to, where that carries sector and campaign.
    _narrowed_through = None

    user_can_read = _right("user_can_read")
    user_can_edit = _right("user_can_edit")
    user_can_appraise = _right("user_can_appraise")

    @api.model
    def _scope_domain(self, right, unit="unit_id"):
        """Return the domain of the documents on which the current user has `right`.

        :param right: read, edit or appraise
        :param unit: name of the field with the unit for which the right is asked
        """
        mine = self.env["danvan.assignment"]._mine(ROLES_OF_RIGHT[right])
        domain = self._within_areas(mine, right, unit)
        return domain | self._read_beyond(mine) if right == "read" else domain

    @api.model
    def _read_beyond(self, mine):
        """Return the domain of the documents that one reads outside the areas of the
        assignments `mine`; rooms that ask units for something add theirs."""
        return Domain.FALSE

    @api.model
    def _within_areas(self, mine, right, unit):
        """Return the domain of the documents in the areas of the assignments `mine`."""
        limited = mine.filtered("is_narrowed")
        units = self.env["danvan.unit"]
        whole = Domain.OR(units._covered(a, right) for a in mine - limited)
        return Domain(unit, "any!", whole) | Domain.OR(
            Domain(unit, "any!", units._covered(a, right)) & a._narrows(self._name)
            for a in limited
        )

    def _compute_right(self, name, right, unit="unit_id"):
        mine = self.env["danvan.assignment"]._mine(ROLES_OF_RIGHT[right])
        granted = self.filtered_domain(self._within_areas(mine, right, unit))
        if right == "read" and granted != self:
            # Asked for the others only: it is a query.
            granted |= (self - granted).filtered_domain(self._read_beyond(mine))
        for record in self:
            record[name] = record in granted

    def _search_right(self, right, operator, value, unit="unit_id"):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self.sudo()._scope_domain(right, unit)

    @api.depends_context("uid")
    def _compute_user_can_read(self):
        self._compute_right("user_can_read", "read")

    def _search_user_can_read(self, operator, value):
        return self._search_right("read", operator, value)

    @api.depends_context("uid")
    def _compute_user_can_edit(self):
        self._compute_right("user_can_edit", "edit")

    def _search_user_can_edit(self, operator, value):
        return self._search_right("edit", operator, value)

    @api.depends_context("uid")
    def _compute_user_can_appraise(self):
        self._compute_right("user_can_appraise", "appraise")

    def _search_user_can_appraise(self, operator, value):
        return self._search_right("appraise", operator, value)
