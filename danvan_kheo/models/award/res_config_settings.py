"""Settings of the public verification page."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from . import verification_limit as limit
from .verification import ON_PARAMETER


class ResConfigSettings(models.TransientModel):
    """The page is off until somebody switches it on."""

    _inherit = "res.config.settings"

    danvan_verify_page = fields.Boolean(
        "Verification Page", config_parameter=ON_PARAMETER
    )
    danvan_verify_limit_address = fields.Integer(
        "Pages for One Address",
        config_parameter=limit.ADDRESS_PARAMETER,
        default=limit.DEFAULTS[limit.ADDRESS_PARAMETER],
    )
    danvan_verify_limit_total = fields.Integer(
        "Pages in All",
        config_parameter=limit.TOTAL_PARAMETER,
        default=limit.DEFAULTS[limit.TOTAL_PARAMETER],
    )
    danvan_verify_window = fields.Integer(
        "Within (Seconds)",
        config_parameter=limit.WINDOW_PARAMETER,
        default=limit.DEFAULTS[limit.WINDOW_PARAMETER],
    )

    @api.constrains(
        "danvan_verify_limit_address",
        "danvan_verify_limit_total",
        "danvan_verify_window",
    )
    def _check_danvan_verify_limits(self):
        for settings in self:
            limits = (
                settings.danvan_verify_limit_address,
                settings.danvan_verify_limit_total,
                settings.danvan_verify_window,
            )
            if min(limits) < 1:
                raise ValidationError(
                    self.env._(
                        "The limits of the verification page are at least 1. To close "
                        "the page, switch it off."
                    )
                )
