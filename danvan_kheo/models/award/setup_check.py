"""Can prize money be computed."""

from odoo import api, models

from ..organisation.finding import Finding


class DanvanSetupCheck(models.TransientModel):
    """The base salary in force today."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [*super()._checks(), "_check_base_salary"]

    def _check_base_salary(self):
        salary = self.env["danvan.base.salary"].search(
            [("is_in_force", "=", True)], limit=1
        )
        return Finding(
            name=self.env._("Base salary"),
            state="ok" if salary else "warning",
            advice=salary.display_name
            if salary
            else self.env._(
                "None is in force today. Enter it under “Rates and Base Salary”."
            ),
            action=self._lists("danvan.base.salary", [], self.env._("Base salary")),
        )
