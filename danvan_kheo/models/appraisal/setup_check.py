"""Are there criteria to evaluate by."""

from odoo import api, models

from ..organisation.finding import Finding
from .criteria_set import USABLE_STATES


class DanvanSetupCheck(models.TransientModel):
    """A criteria set that a campaign can use."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [*super()._checks(), "_check_criteria"]

    def _check_criteria(self):
        count = self.env["danvan.criteria.set"].search_count(
            [("state", "in", USABLE_STATES), ("kind", "=", "model")]
        )
        return Finding(
            name=self.env._("Criteria sets for models, issued"),
            state="ok" if count else "warning",
            count=count,
            advice=self.env._("A campaign can be scored.")
            if count
            else self.env._(
                "An officer of the leading body copies a sample set, its leader issues "
                "it: without one no campaign is launched."
            ),
            action=self._lists(
                "danvan.criteria.set",
                [],
                self.env._("Criteria sets for models, issued"),
            ),
        )
