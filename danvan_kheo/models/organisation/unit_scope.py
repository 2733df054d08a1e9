"""Who sees and does what: four booleans on the unit, answered from one method.

They are resolved when the query runs, so an assignment that begins, ends or changes
takes effect at once; a list of ids in a rule's domain would be cached per user.
"""

from odoo import api, fields, models
from odoo.fields import Domain

# Which roles give which right on the units of one's areas.
ROLES_OF_RIGHT = {
    "read": None,
    "edit": ("officer",),
    "appraise": ("appraiser",),
}


class DanvanUnit(models.Model):
    """The rights of the current user on a unit."""

    _inherit = "danvan.unit"

    user_can_read = fields.Boolean(
        compute="_compute_user_can_read",
        compute_sudo=True,
        search="_search_user_can_read",
        export_string_translation=False,
    )
    user_can_edit = fields.Boolean(
        compute="_compute_user_can_edit",
        compute_sudo=True,
        search="_search_user_can_edit",
        export_string_translation=False,
    )
    user_can_appraise = fields.Boolean(
        compute="_compute_user_can_appraise",
        compute_sudo=True,
        search="_search_user_can_appraise",
        export_string_translation=False,
    )
    user_is_below = fields.Boolean(
        compute="_compute_user_is_below",
        compute_sudo=True,
        search="_search_user_is_below",
        export_string_translation=False,
    )

    @api.model
    def _scope_domain(self, right):
        """Return the domain of the units on which the current user has `right`.

        :param right: read, edit, appraise, or below (units above the user's own,
            and those that advise them: what they issue is meant for the user)
        """
        mine = self.env["danvan.assignment"]._mine(ROLES_OF_RIGHT.get(right))
        if right == "below":
            return self._above(mine.unit_id) | self._above_then(mine.unit_id)
        limited = mine.filtered("is_narrowed")
        # What a limited assignment covers further is told by the documents.
        return Domain("id", "in", limited.unit_id.ids) | Domain.OR(
            self._covered(assignment, right) for assignment in mine - limited
        )

    @api.model
    def _above(self, units):
        """Return the domain of the units that stand above `units` or advise those."""
        upward = Domain("id", "parent_of", units.ids)
        # Not ("advises_id", "parent_of", …): on a field to its own model Odoo would
        # climb along that field instead of the tree.
        return upward | Domain("advises_id", "any!", upward)

    @api.model
    def _covered(self, assignment, right):
        """Return the domain of the units on which one assignment gives `right`: its
        area; for writing the own unit, and the units of the area that have no officer
        of their own (“nhập thay”)."""
        area = assignment._one_area()
        if right == "read":
            # Who follows a unit today reads what its predecessors did.
            return self._with_predecessors(area)
        if right != "edit":
            return area
        own = Domain("id", "=", assignment.unit_id.id)
        return own | (area & self._without_officer())

    @api.model
    def _without_officer(self):
        officers = self.env["danvan.assignment"]._effective() & Domain(
            "role", "=", "officer"
        )
        return Domain("assignment_ids", "not any!", officers)

    def _compute_right(self, right):
        return self.filtered_domain(self._scope_domain(right))

    def _search_right(self, right, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self.sudo()._scope_domain(right)

    @api.depends_context("uid")
    def _compute_user_can_read(self):
        granted = self._compute_right("read")
        for unit in self:
            unit.user_can_read = unit in granted

    def _search_user_can_read(self, operator, value):
        return self._search_right("read", operator, value)

    @api.depends_context("uid")
    def _compute_user_can_edit(self):
        granted = self._compute_right("edit")
        for unit in self:
            unit.user_can_edit = unit in granted

    def _search_user_can_edit(self, operator, value):
        return self._search_right("edit", operator, value)

    @api.depends_context("uid")
    def _compute_user_can_appraise(self):
        granted = self._compute_right("appraise")
        for unit in self:
            unit.user_can_appraise = unit in granted

    def _search_user_can_appraise(self, operator, value):
        return self._search_right("appraise", operator, value)

    @api.depends_context("uid")
    def _compute_user_is_below(self):
        granted = self._compute_right("below")
        for unit in self:
            unit.user_is_below = unit in granted

    def _search_user_is_below(self, operator, value):
        return self._search_right("below", operator, value)
