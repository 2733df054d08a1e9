"""Settings of the deployment, kept as parameters."""

import pytz

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools import dates
from . import digest

CONTACT_NAME, CONTACT_PHONE = digest.CONTACT_PARAMETERS


class ResConfigSettings(models.TransientModel):
    """The block “Dân vận khéo” of the settings."""

    _inherit = "res.config.settings"

    danvan_digest = fields.Boolean("Morning Mail", config_parameter=digest.ON_PARAMETER)
    danvan_digest_hour = fields.Integer(
        "Hour of the Morning Mail",
        config_parameter=digest.HOUR_PARAMETER,
        default=digest.DEFAULT_HOUR,
    )
    danvan_timezone = fields.Selection(
        lambda self: [(name, name) for name in pytz.common_timezones],
        "Time Zone of the Deployment",
        config_parameter=dates.ZONE_PARAMETER,
        default=dates.DEFAULT_ZONE,
    )
    danvan_contact_name = fields.Char(
        "Who Makes Assignments", config_parameter=CONTACT_NAME
    )
    danvan_contact_phone = fields.Char(
        "Telephone of Who Makes Assignments", config_parameter=CONTACT_PHONE
    )

    # Odoo keeps no parameter of the value 0, so there is no mail at midnight.
    @api.constrains("danvan_digest_hour")
    def _check_danvan_digest_hour(self):
        for settings in self:
            if not 1 <= settings.danvan_digest_hour <= 23:
                raise ValidationError(
                    self.env._("The hour of the morning mail lies between 1 and 23.")
                )
