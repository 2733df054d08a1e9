"""Registrations that would be left without a campaign stand against the act."""

from odoo import models
from odoo.fields import Domain


class DanvanReorganisation(models.Model):
    """A registration stays in its campaign, or goes into the one above it that covers
    the new unit; where there is none the act is refused."""

    _inherit = "danvan.reorganisation"

    def _faults_of_documents(self):
        faults = super()._faults_of_documents()
        if self.kind == "end":
            return faults
        return faults + [
            self.env._(
                "“%(campaign)s” of %(unit)s has open registrations of these units, and "
                "does not cover the new place. Close that campaign first.",
                campaign=campaign.name,
                unit=campaign.unit_id.name,
            )
            for campaign in self._campaigns_of_open_registrations()
            if not self._is_covered(campaign)
        ]

    def _campaigns_of_open_registrations(self):
        # sudo: the administrator's right to reorganise was checked by the caller.
        registration = self.env["danvan.registration"].sudo()
        units = self.predecessor_ids.union(*self._concerned())
        here = Domain("unit_id", "in", units.ids) & registration._open_domain()
        groups = registration._read_group(here, ["campaign_id"])
        return self.env["danvan.campaign"].sudo().union(*(c for (c,) in groups))

    def _is_covered(self, campaign):
        """Tell whether the campaign, or one above it, reaches the new units."""
        ending = self.predecessor_ids.union(*self._concerned())
        above = [target._chain_to_be() for target in self.target_ids]
        while campaign:
            area = campaign._area()
            if area in ending or all(area.id in chain for chain in above):
                return True
            campaign = campaign.parent_id
        return False
