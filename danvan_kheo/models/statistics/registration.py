"""Which registrations the statistical forms count."""

from odoo import api, models
from odoo.fields import Domain

from ..registration.registration_workflow import NOT_REGISTERED

# What is registered counts, also while it waits for a decision: Form 01 says what was
# registered, Form 02 what came of it. Source: domain, part 8.


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
