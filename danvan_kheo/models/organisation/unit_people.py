"""Who acts at a unit."""

from odoo import models
from odoo.fields import Domain


class DanvanUnit(models.Model):
    """Tells whether a role is held at a unit today."""

    _inherit = "danvan.unit"

    def _anyone(self, roles):
        """Return the accounts that hold one of `roles` at this unit today.

        :param roles: technical names of roles
        """
        self.ensure_one()
        assignment = self.env["danvan.assignment"]
        covering = Domain("area_id", "=", self.id) & assignment._covering_root()
        here = Domain("unit_id", "=", self.id) | covering
        held = assignment._effective() & here & Domain("role", "in", list(roles))
        # sudo: only tells who answers for the unit, as its nameplate would.
        return assignment.sudo().search(held).user_id
