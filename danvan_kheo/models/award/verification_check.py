"""Does the QR on certificates lead where people outside can follow it."""

from urllib.parse import urlsplit

from odoo import api, models

from ..organisation.finding import Finding

# Names by which a server knows itself and nobody else knows it.
OWN_NAMES = ("localhost", "127.0.0.1", "0.0.0.0", "::1", None)


class DanvanSetupCheck(models.TransientModel):
    """The address that is printed on certificates stays there for good."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [*super()._checks(), "_check_verification_page"]

    def _check_verification_page(self):
        name = self.env._("Verification page of certificates")
        codes = self.env["danvan.verification"]
        if not codes._is_page_on():
            advice = self.env._("Switched off: certificates carry no code.")
            return Finding(name=name, state="ok", advice=advice)
        base = codes.get_base_url()
        parts = urlsplit(base)
        if parts.scheme == "https" and parts.hostname not in OWN_NAMES:
            advice = self.env._("The code on certificates leads to %s.", base)
            return Finding(name=name, state="ok", advice=advice)
        advice = self.env._(
            "The code on certificates leads to %s, which people outside cannot open "
            "safely. Ask who administers Odoo to enter the public address "
            "(https://…) as web.base.url before certificates are printed.",
            base,
        )
        return Finding(name=name, state="warning", advice=advice)
