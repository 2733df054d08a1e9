"""Which printer an account used last."""

from odoo import fields, models


class ResUsers(models.Model):
    """The printer chosen last is proposed at the next printing."""

    _inherit = "res.users"

    danvan_printer_id = fields.Many2one(
        "danvan.certificate.printer",
        "Certificate Printer Used Last",
        ondelete="set null",
        copy=False,
    )
