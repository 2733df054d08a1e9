"""The style of certificates, beside that of papers."""

from markupsafe import Markup

from odoo import api, models
from odoo.tools import file_open


class IrActionsReport(models.Model):
    """Papers carry the style of certificates as well: none is fetched."""

    _inherit = "ir.actions.report"

    @api.model
    def _paper_css(self):
        with file_open("danvan_kheo/static/src/award/certificate.css") as file:
            # A file of the module itself.
            return super()._paper_css() + Markup(file.read())
