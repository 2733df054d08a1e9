"""One unit, one campaign a year: also after a reorganisation."""

from odoo import models
from odoo.fields import Domain

from .campaign import ENDED_STATES


class DanvanReorganisation(models.Model):
    """Refuses to bring two campaigns of one year together."""

    _inherit = "danvan.reorganisation"

    def _faults_of_documents(self):
        faults = super()._faults_of_documents()
        if self.kind == "end":
            return faults
        return faults + [
            self.env._(
                "One unit has one campaign a year, and these of %(year)s would come "
                "together: %(units)s. Close all but one first.",
                year=year,
                units=", ".join(campaigns.unit_id.mapped("name")),
            )
            for (_key, year), campaigns in self._campaigns_together().items()
            if len(campaigns) > 1
        ]

    def _campaigns_together(self):
        """Return `{(key, year): campaigns}` that will stand with one unit."""
        keys = {line.unit_id: line._alike_key(None) for line in self.line_ids}
        keys |= dict.fromkeys(self.predecessor_ids, self._main_target())
        # sudo: the administrator's right to reorganise was checked by the caller.
        campaign = self.env["danvan.campaign"].sudo()
        olds = Domain("unit_id", "in", [unit.id for unit in keys])
        open_ = Domain("state", "not in", ENDED_STATES)
        existing = self.target_ids.existing_id
        standing = Domain("unit_id", "in", existing.ids)
        keys |= dict.fromkeys(existing, self._main_target())
        found = campaign.search(
            (olds & open_) | (standing & Domain("state", "!=", "cancelled"))
        )
        return found.grouped(lambda one: (keys[one.unit_id], one.year))


class DanvanCampaign(models.Model):
    """Which campaign a unit belongs to once it stands elsewhere."""

    _inherit = "danvan.campaign"

    def _covering(self, unit, mapping):
        """Return this campaign, or the nearest one above it, that covers `unit`; this
        one where none does.

        :param mapping: `{old unit: new unit}` of a reorganisation under way
        """
        campaign = self
        while campaign:
            area = campaign._area()
            if mapping.get(area, area).id in unit.sudo()._chain():
                return campaign
            campaign = campaign.parent_id
        return self
