"""The criteria sets of a campaign: chosen before launching, frozen by it."""

from odoo import api, fields, models

from .criteria_set import USABLE_STATES


class DanvanCampaign(models.Model):
    """A campaign is scored by the sets that were issued before its launch."""

    _inherit = "danvan.campaign"

    criteria_set_ids = fields.Many2many(
        "danvan.criteria.set",
        string="Criteria Sets",
        domain=[("state", "in", USABLE_STATES)],
        copy=False,
    )

    @api.constrains("criteria_set_ids")
    def _check_criteria_sets_readable(self):
        """Launching freezes them: nobody chooses what he or she may not even read."""
        for campaign in self:
            campaign.criteria_set_ids.check_access("read")

    def _not_ready_to_launch(self):
        reasons = super()._not_ready_to_launch()
        for campaign in self.filtered(lambda c: c.id not in reasons):
            reason = campaign.sudo()._fault_of_criteria()
            if reason:
                reasons[campaign.id] = reason
        return reasons

    def _fault_of_criteria(self):
        """Return why the chosen sets do not suffice, or None."""
        chosen = self._criteria_sets()
        unusable = chosen.filtered(lambda s: s.state not in USABLE_STATES)
        if unusable:
            return self.env._(
                "These criteria sets are not issued: %s. Have them issued or choose "
                "others.",
                ", ".join(unusable.mapped("name")),
            )
        if "model" not in chosen.mapped("kind"):
            return self.env._(
                "No issued criteria set for models is chosen. Choose one under "
                "“Criteria Sets”."
            )
        return None

    def _criteria_sets(self):
        """Return the sets by which this campaign scores: its own, or, where it chose
        none, those of the campaign that it stands under."""
        campaign = self
        while campaign.parent_id and not campaign.criteria_set_ids:
            campaign = campaign.parent_id
        return campaign.criteria_set_ids

    def _launched(self):
        res = super()._launched()
        # sudo: the launch was checked just before; freezing follows from it.
        self.sudo().criteria_set_ids._follow("freeze")
        return res

    def _closed(self):
        res = super()._closed()
        # sudo: the closing was checked just before; it ends the sets' use, unless
        # another campaign, perhaps the next year's, still uses them.
        self.sudo().criteria_set_ids._unused()._follow("close")
        return res

    def _next_year_vals(self):
        usable = self.criteria_set_ids.filtered(lambda s: s.state in USABLE_STATES)
        return {**super()._next_year_vals(), "criteria_set_ids": usable.ids}
