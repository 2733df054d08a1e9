"""Are there routes for what is approved, and the holidays of the year."""

from odoo import api, models

from ..organisation.finding import Finding

ROUTE = "danvan.approval.route"
HOLIDAY = "danvan.holiday"


class DanvanSetupCheck(models.TransientModel):
    """Routes and days off, without which deadlines and approvals go wrong."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [*super()._checks(), "_check_routes", "_check_holidays"]

    def _check_routes(self):
        """Look for a route in force for each kind of document that needs one."""
        route = self.env[ROUTE]
        rows = route._read_group(
            [("is_in_force", "=", True)], ["res_model"], ["__count"]
        )
        missing = set(self._routed_models()) - {name for name, _count in rows}
        names = [self.env["ir.model"]._get(name).name for name in sorted(missing)]
        return Finding(
            name=self.env._("Kinds of documents without an approval route"),
            state="error" if missing else "ok",
            count=len(missing),
            advice=self.env._("Add a route in force today for: %s.", ", ".join(names))
            if missing
            else self.env._("Every kind of document has its route."),
            action=self._lists(
                ROUTE, [], self.env._("Kinds of documents without an approval route")
            ),
        )

    @api.model
    def _routed_models(self):
        """Return the models whose documents follow a route: those that a route can
        be made for."""
        return [name for name, _label in self.env[ROUTE]._routed_documents()]

    def _check_holidays(self):
        year = self.env["danvan.period"]._today().year
        count = self.env[HOLIDAY].search_count(
            [("date", ">=", f"{year}-01-01"), ("date", "<=", f"{year}-12-31")]
        )
        return Finding(
            name=self.env._("Holidays of %s", year),
            state="ok" if count else "warning",
            count=count,
            advice=self.env._("Deadlines in working days leave them out.")
            if count
            else self.env._(
                "Enter the public holidays: deadlines are counted in working days."
            ),
            action=self._lists(HOLIDAY, [], self.env._("Holidays of %s", year)),
        )
