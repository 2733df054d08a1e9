"""A printer's own offset: the same file lies a little differently in each."""

from odoo import api, fields, models
from odoo.fields import Domain

from .certificate_source import PRINTING_ROLES


class DanvanCertificatePrinter(models.Model):
    """By how much a unit's printer must be corrected, found on the test sheet."""

    _name = "danvan.certificate.printer"
    _inherit = ["danvan.guarded"]
    _description = "Certificate Printer"
    _order = "unit_id, name, id"
    _placing_fields = ("unit_id",)

    name = fields.Char(required=True)
    unit_id = fields.Many2one(
        "danvan.unit",
        "Unit",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    dx = fields.Float(
        "To the Right (mm)",
        digits=(5, 1),
        help="By how much everything is moved to the right; below 0 to the left.",
    )
    dy = fields.Float(
        "Down (mm)",
        digits=(5, 1),
        help="By how much everything is moved down; below 0 up.",
    )

    user_prints = fields.Boolean(
        compute="_compute_user_prints",
        search="_search_user_prints",
        export_string_translation=False,
    )

    _offset_small = models.Constraint(
        "CHECK (ABS(dx) <= 30 AND ABS(dy) <= 30)",
        "A printer is off by some millimetres: enter at most 30.",
    )

    @api.model
    def _printing_domain(self):
        mine = self.env["danvan.assignment"]._mine(PRINTING_ROLES)
        return Domain("unit_id", "in", mine.unit_id.ids)

    @api.depends_context("uid")
    @api.depends("unit_id")
    def _compute_user_prints(self):
        granted = self.filtered_domain(self._printing_domain())
        for printer in self:
            printer.user_prints = printer in granted

    @api.model
    def _search_user_prints(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._printing_domain()
