"""Settings of registrations."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .evidence import DEFAULT_SIZE, SIZE_PARAMETER
from .registration_copied import BAR_PARAMETER, DEFAULT_BAR

LARGEST = 50


class ResConfigSettings(models.TransientModel):
    """How large a piece of evidence may be, and how much text may be last year's."""

    _inherit = "res.config.settings"

    danvan_evidence_megabytes = fields.Integer(
        "Largest File of Evidence (MB)",
        config_parameter=SIZE_PARAMETER,
        default=DEFAULT_SIZE,
    )

    danvan_copied_percent = fields.Integer(
        "Copied above (%)", config_parameter=BAR_PARAMETER, default=DEFAULT_BAR
    )

    @api.constrains("danvan_copied_percent")
    def _check_danvan_copied_percent(self):
        for settings in self:
            if not 1 <= settings.danvan_copied_percent <= 100:
                raise ValidationError(
                    self.env._("The share of copied text is between 1 and 100 %.")
                )

    @api.constrains("danvan_evidence_megabytes")
    def _check_danvan_evidence_megabytes(self):
        for settings in self:
            if not 1 <= settings.danvan_evidence_megabytes <= LARGEST:
                raise ValidationError(
                    self.env._(
                        "A file of evidence may have between 1 and %s MB.", LARGEST
                    )
                )
