"""Does the server have what the module leans on."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from odoo import api, models
from odoo.tools import config

from ...tools import dates
from .finding import Finding

LANGUAGE = "vi_VN"


class DanvanSetupCheck(models.TransientModel):
    """Time zone, currency, language, outgoing mail."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [
            *super()._checks(),
            "_check_zone",
            "_check_currency",
            "_check_language",
            "_check_mail",
        ]

    def _check_zone(self):
        # sudo: the zone is no secret to an administrator of the module.
        parameters = self.env["ir.config_parameter"].sudo()
        name = parameters.get_param(dates.ZONE_PARAMETER, dates.DEFAULT_ZONE)
        try:
            zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            zone = None
        if not zone:
            advice = self.env._(
                "“%(zone)s” is no time zone. Correct the system parameter "
                "%(parameter)s.",
                zone=name,
                parameter=dates.ZONE_PARAMETER,
            )
        else:
            advice = self.env._("Dates and deadlines follow %s.", name)
        return Finding(
            name=self.env._("Time zone"), state="ok" if zone else "error", advice=advice
        )

    def _check_currency(self):
        active = self.env.ref("base.VND").active
        return Finding(
            name=self.env._("Vietnamese đồng"),
            state="ok" if active else "warning",
            advice=self.env._("Amounts are in đồng.")
            if active
            else self.env._("Ask who administers Odoo to activate the currency VND."),
        )

    def _check_language(self):
        installed = LANGUAGE in dict(self.env["res.lang"].get_installed())
        return Finding(
            name=self.env._("Vietnamese language"),
            state="ok" if installed else "warning",
            advice=self.env._("The screens are in Vietnamese.")
            if installed
            else self.env._("Ask who administers Odoo to add the language Vietnamese."),
        )

    def _check_mail(self):
        # sudo: counts the servers, shows none of them.
        count = self.env["ir.mail_server"].sudo().search_count([])
        given = count or config["smtp_server"] not in (False, "", "localhost")
        return Finding(
            name=self.env._("Outgoing mail (not required)"),
            state="ok",
            advice=self.env._("An outgoing mail server is set.")
            if given
            else self.env._(
                "None is set. All work is found under “My Work” without mail."
            ),
        )
