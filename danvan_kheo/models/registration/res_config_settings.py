"""Settings of registrations."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .evidence import DEFAULT_SIZE, SIZE_PARAMETER

LARGEST = 50


class ResConfigSettings(models.TransientModel):
    """How large a piece of evidence may be."""

    _inherit = "res.config.settings"

    danvan_evidence_megabytes = fields.Integer(
        "Largest File of Evidence (MB)",
        config_parameter=SIZE_PARAMETER,
        default=DEFAULT_SIZE,
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
