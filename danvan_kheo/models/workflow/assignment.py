"""What a change of assignments means for documents: who follows them, where they
wait."""

from odoo import api, models
from odoo.fields import Domain


class DanvanAssignment(models.Model):
    """Draws what follows for followers and pending steps."""

    _inherit = "danvan.assignment"

    def _settle_rooms(self):
        self.env["danvan.approval.step"]._resettle(self._units_acted_for())
        self.env["danvan.thread"]._unfollow(self.user_id)
        return super()._settle_rooms()

    @api.model
    def _of_person_at(self, user, unit, date=None):
        """Return the assignments by which `user` works at `unit`, in one's own right.

        :param date: day asked for, by default today
        """
        domain = self._effective(date) & Domain("role", "!=", "viewer")
        domain &= Domain("user_id", "=", user.id) & Domain("unit_id", "=", unit.id)
        return self.sudo().search(domain & Domain("delegated_from_id", "=", False))

    @api.model
    def _works_at(self, user, unit):
        """Tell whether `user` is assigned at `unit` or, where that has no account, at
        the unit that acts for it."""
        actor = unit._acting_units()[unit.id]
        return bool(self._of_person_at(user, unit) | self._of_person_at(user, actor))

    @api.model
    def _ever_of_person_at(self, user, unit):
        """Return all by which `user` has ever worked at `unit` in one's own right."""
        return self.sudo().search(
            Domain("role", "!=", "viewer")
            & Domain("user_id", "=", user.id)
            & Domain("unit_id", "=", unit.id)
            & Domain("delegated_from_id", "=", False)
        )

    @api.model
    def _cron_settle(self):
        settled = super()._cron_settle()
        self.env["danvan.handover"]._hand_over_due()
        return settled
