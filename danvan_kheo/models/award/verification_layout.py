"""The code as letters on a certificate, for who has no camera and types it."""

from odoo import fields, models

# Invented, for the preview of a layout.
SAMPLE = "7K3M-92QD-XF4T-0WPA"


class DanvanCertificateField(models.Model):
    """A field that holds the code."""

    _inherit = "danvan.certificate.field"

    value = fields.Selection(
        selection_add=[("code", "Verification Code")], ondelete={"code": "cascade"}
    )


class DanvanCertificateLayout(models.Model):
    """The preview shows an invented code."""

    _inherit = "danvan.certificate.layout"

    def _sample_values(self):
        return {**super()._sample_values(), "code": SAMPLE}
