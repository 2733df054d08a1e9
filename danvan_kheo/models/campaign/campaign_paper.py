"""What a campaign gives to its papers: the plan, the letters, the notices."""

from odoo import api, models
from odoo.tools.translate import LazyTranslate

from ...tools import long_dates, placeholders
from .campaign import DATES

_lt = LazyTranslate(__name__)


class DanvanCampaign(models.Model):
    """A campaign is the source of papers, of its own unit's and of those of the units
    below, which carry out what was launched above them."""

    _name = "danvan.campaign"
    _inherit = ["danvan.campaign", "danvan.paper.source"]

    def _paper_unit(self):
        """Return the unit that issues papers about this campaign: the one that
        launched it for who acts there; else one's own, for which it was launched."""
        launcher = self.unit_id
        if launcher.user_can_edit:
            return launcher
        own = self._own_unit().with_env(self.env)
        return own if own and self._covers(own) else launcher

    def _paper_area(self):
        """Return the unit whose subtree the papers of this campaign are about: that of
        the unit which issues them, within what the campaign was launched for."""
        issuer = self._paper_unit()
        return (issuer.advises_id or issuer) if self._covers(issuer) else self._area()

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "year": _lt("year of the campaign"),
            "campaign": _lt("name of the campaign"),
            "topic": _lt("theme of the year"),
            "area": _lt("whose units are addressed: the committee, or the unit itself"),
            "launcher": _lt(
                "who launched the campaign; left out with its paragraph where the unit "
                "itself did"
            ),
            "officer": _lt("officer in charge"),
            "officer_phone": _lt("telephone of the officer"),
            "date_start": _lt("day on which the campaign begins"),
            "registration_to": _lt("last day of registration"),
            "evaluation_to": _lt("last day of evaluation"),
            "ceremony_date": _lt("tradition day"),
            "date_end": _lt("day on which the campaign ends"),
        }

    def _paper_values(self):
        unit = self._paper_unit()
        launcher = self.sudo().unit_id
        return {
            **super()._paper_values(),
            "year": str(self.year),
            "campaign": self.name,
            "topic": self.topic,
            "area": self._paper_area().name,
            "launcher": launcher.name if unit != launcher else placeholders.LEFT_OUT,
            "officer": unit.officer_name,
            "officer_phone": unit.officer_phone,
            **{name: long_dates.short_date(self[name]) for name in DATES},
        }
