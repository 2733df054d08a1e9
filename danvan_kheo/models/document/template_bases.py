"""On which directing documents a kind of paper rests."""

from odoo import fields, models


class DanvanDocumentTemplate(models.Model):
    """The bases with which its papers begin; those lines that no document stands
    behind (“Xét đề nghị của …”) stay in `legal_bases`."""

    _inherit = "danvan.document.template"

    basis_ids = fields.Many2many(
        "danvan.directive",
        "danvan_document_template_basis_rel",
        "template_id",
        "directive_id",
        "Directing Documents Cited",
        help="A paper takes those meant for its family, each that is no longer in "
        "force exchanged for the one that replaced it.",
    )

    def _bases_for(self, unit):
        """Return the bases with which a paper of `unit` begins today.

        :param unit: unit that issues it; its layout says of which family the paper is
        """
        family = unit._paper_layout().family
        return self.basis_ids._current_on()._citable_by(family)
