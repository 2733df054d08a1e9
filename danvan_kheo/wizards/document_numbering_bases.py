"""Once more before a paper is issued: do its bases hold on the date typed in."""

from odoo import api, fields, models


class DanvanDocumentNumbering(models.TransientModel):
    """Warns, and lets the registrar go on."""

    _inherit = "danvan.document.numbering"

    basis_warning = fields.Text(
        "Legal Bases to Look At", compute="_compute_basis_warning"
    )

    @api.depends_context("lang")
    @api.depends("document_id", "date")
    def _compute_basis_warning(self):
        for numbering in self:
            paper = numbering.document_id
            paper.check_access("read")
            faults = paper and paper._basis_faults(numbering.date)
            numbering.basis_warning = "\n".join(faults or ())
