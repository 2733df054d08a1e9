"""Is there a campaign of this year."""

from odoo import api, models

from ..organisation.finding import Finding
from .campaign import PUBLIC_STATES


class DanvanSetupCheck(models.TransientModel):
    """A campaign in which the units can register."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [*super()._checks(), "_check_campaign"]

    def _check_campaign(self):
        year = self.env["danvan.period"]._today().year
        name = self.env._("Campaign of this year or the next")
        domain = [("year", ">=", year), ("state", "!=", "cancelled")]
        rows = dict(
            self.env["danvan.campaign"]._read_group(domain, ["state"], ["__count"])
        )
        launched = sum(count for state, count in rows.items() if state in PUBLIC_STATES)
        if launched:
            advice = self.env._("It is launched: units can register.")
        elif rows:
            advice = self.env._(
                "It is not launched yet: submit, approve and launch it."
            )
        else:
            advice = self.env._(
                "Make it under “First Set-up”, or under “Yearly Campaigns”."
            )
        return Finding(
            name=name,
            state="ok" if launched else "warning" if rows else "error",
            count=sum(rows.values()),
            advice=advice,
            action=self._lists("danvan.campaign", domain, name)
            if rows
            else self._opens("danvan_setup_action"),
        )
