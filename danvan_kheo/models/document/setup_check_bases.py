"""Do the templates cite what is in force."""

from odoo import api, models
from odoo.fields import Domain

from ..organisation.finding import Finding


class DanvanSetupCheck(models.TransientModel):
    """Templates whose bases have ended without a successor."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [*super()._checks(), "_check_bases"]

    def _check_bases(self):
        name = self.env._("Paper templates that cite what is no longer in force")
        stale = self._stale_bases()
        if not stale:
            advice = self.env._("All that they cite is in force or has a successor.")
            return Finding(name=name, state="ok", count=0, advice=advice)
        named = "; ".join(
            f"{template.name} ({', '.join(bases.mapped('number'))})"
            for template, bases in stale.items()
        )
        return Finding(
            name=name,
            state="warning",
            count=len(stale),
            advice=self.env._(
                "Enter what replaced it under “Directing Documents”, or take it off "
                "the template: %s.",
                named,
            ),
            action=self._lists(
                "danvan.document.template",
                [("id", "in", [template.id for template in stale])],
                name,
            ),
        )

    @api.model
    def _stale_bases(self):
        """Return `{template: bases}`: what templates in force cite that is out of
        force today without a successor in force."""
        templates = self.env["danvan.document.template"]
        domain = templates._in_force() & Domain("basis_ids", "!=", False)
        today = self.env["danvan.period"]._today()
        stale = {}
        for template in templates.search(domain):
            current = template.basis_ids._current_on(today)
            bases = current.filtered(lambda one: one.date_to and one.date_to < today)
            if bases:
                stale[template] = bases
        return stale
