"""Which registrations the statistical forms count."""

from odoo import api, models
from odoo.fields import Domain

# What has not reached the unit that decides is no registration yet: a draft, what
# waits for the own leader, what was given back and not sent again. What was taken
# back or refused is none any more. All else counts, also what waits for a decision:
# Form 01 says what was registered, Form 02 what came of it. Source: domain, part 8.
NOT_REGISTERED = ("draft", "to_approve", "returned", "refused", "withdrawn")


class DanvanRegistration(models.Model):
    """The one place that says what is counted."""

    _inherit = "danvan.registration"

    @api.model
    def _registered_domain(self, campaign):
        """Return the domain of what is registered in `campaign` and those below it.

        A registration belongs to exactly one campaign, so it is counted once.
        """
        within = Domain("campaign_id", "child_of", campaign.ids)
        return within & Domain("state", "not in", NOT_REGISTERED)
