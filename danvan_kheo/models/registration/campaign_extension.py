"""Lateness counts from the day until which a unit has time."""

from odoo import models
from odoo.fields import Domain


class DanvanCampaign(models.Model):
    """What was late and is so no more."""

    _inherit = "danvan.campaign"

    def _extended(self, extensions):
        res = super()._extended(extensions)
        self._clear_late(extensions.unit_id)
        return res

    def _clear_late(self, units):
        """Take the mark off registrations below `units` that came in time after all."""
        # sudo: that it is the campaign's unit was checked by the act.
        registration = self.env["danvan.registration"].sudo()
        late = Domain("campaign_id", "=", self.id) & Domain("is_late", "=", True)
        found = registration.search(late & Domain("unit_id", "child_of", units.ids))
        today = self.env["danvan.period"]._today()
        found.filtered(
            lambda r: not r._is_after_window(r.sent_date or r.accepted_date or today)
        )._write_owned({"is_late": False})
