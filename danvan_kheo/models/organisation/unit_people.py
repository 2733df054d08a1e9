"""Who acts at a unit, and whom to ask when nobody does."""

from odoo import api, models
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
        here = Domain("unit_id", "=", self.id) | Domain("area_id", "=", self.id)
        held = assignment._in_force() & here & Domain("role", "in", list(roles))
        # sudo: only tells who answers for the unit, as its nameplate would.
        return assignment.sudo().search(held).user_id


class DanvanAssignment(models.Model):
    """Knows whom to ask for an assignment."""

    _inherit = "danvan.assignment"

    @api.model
    def _contact(self):
        """Return name and telephone of who assigns, in one line.

        They are parameters of the system; without them the first administrator of
        the module is named.
        """
        # sudo: two parameters meant to be shown to everybody, and a name.
        parameter = self.env["ir.config_parameter"].sudo()
        name = parameter.get_param("danvan_kheo.contact_name")
        phone = parameter.get_param("danvan_kheo.contact_phone")
        group = self.env.ref("danvan_kheo.group_administrator").sudo()
        fallback = (group.user_ids - self.env.ref("base.user_root"))[:1].name
        return ", ".join(part for part in (name or fallback, phone) if part)
