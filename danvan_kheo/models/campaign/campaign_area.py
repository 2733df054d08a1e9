"""Whose figures of a campaign a person sees first."""

from odoo import models


class DanvanCampaign(models.Model):
    """The part of a campaign's area that the current user follows."""

    _inherit = "danvan.campaign"

    def _followed_area(self):
        """Return the unit whose whole subtree the current user follows in this
        campaign: all for which it was launched, or the one area within that."""
        whole = self._area()
        mine = self.env["danvan.assignment"]._mine()._roots().with_env(self.env)
        # The rules let administrators of the module read everything.
        sees_all = self.env.user.has_group("danvan_kheo.group_administrator")
        if sees_all or any(_is_within(whole, area) for area in mine):
            return whole
        inside = mine.filtered(lambda area: _is_within(area, whole))
        highest = inside.filtered(
            lambda area: not any(_is_within(area, other) for other in inside - area)
        )
        return highest if len(highest) == 1 else whole


def _is_within(unit, area):
    return (unit.parent_path or "").startswith(area.parent_path or "-")
