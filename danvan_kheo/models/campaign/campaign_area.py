"""Whose figures of a campaign a person sees first."""

from odoo import api, models


class DanvanCampaign(models.Model):
    """The part of a campaign's area that the current user follows."""

    _inherit = "danvan.campaign"

    def _followed_area(self):
        """Return the unit whose table the current user sees first: the one area that
        he or she follows in this campaign, of several the whole."""
        areas = self._followed_areas()
        return areas if len(areas) == 1 else self._area()

    def _followed_areas(self):
        """Return the highest units that the current user follows in this campaign: all
        for which it was launched, or the areas within that; perhaps none."""
        whole = self._area()
        mine = self.env["danvan.assignment"]._mine()._roots().with_env(self.env)
        if self._sees_all() or any(_is_within(whole, area) for area in mine):
            return whole
        inside = mine.filtered(lambda area: _is_within(area, whole))
        return inside.filtered(
            lambda area: not any(_is_within(area, other) for other in inside - area)
        )

    @api.model
    def _sees_all(self):
        # The rules let administrators of the module read everything.
        return self.env.user.has_group("danvan_kheo.group_administrator")


def _is_within(unit, area):
    return (unit.parent_path or "").startswith(area.parent_path or "-")
