"""The directing documents on which a paper rests, and what it prints of them."""

from odoo import api, fields, models
from odoo.fields import Command, Domain

from ...tools import citations
from .directive_validity import CITED_BY
from .document_correction import SAME_KIND


class DanvanDocument(models.Model):
    """Cites the register. What is out of force on the paper's date is named on the
    form and before issuing; it never stops a paper."""

    _inherit = "danvan.document"
    _owned_fields = ("basis_text",)

    basis_ids = fields.Many2many(
        "danvan.directive",
        "danvan_document_basis_rel",
        "document_id",
        "directive_id",
        "Directing Documents Cited",
        domain="basis_domain",
    )
    basis_domain = fields.Binary(
        compute="_compute_basis_domain", export_string_translation=False
    )
    # The register may be corrected while a paper is signed: what the leader agreed
    # to is what is printed.
    basis_text = fields.Text(
        "Citations as Submitted", copy=False, export_string_translation=False
    )
    basis_warning = fields.Text(
        "Legal Bases to Look At", compute="_compute_basis_warning"
    )

    @api.depends("date", "layout_id")
    def _compute_basis_domain(self):
        for paper in self:
            date = paper.date or self.env["danvan.period"]._today()
            domain = self.env["danvan.directive"]._in_force(str(date))
            families = CITED_BY.get(paper.layout_id.family)
            if families:
                domain &= Domain("family", "in", families)
            paper.basis_domain = list(domain)

    @api.depends_context("lang")
    @api.depends(
        "basis_ids.date_from",
        "basis_ids.date_to",
        "basis_ids.family",
        "date",
        "layout_id",
    )
    def _compute_basis_warning(self):
        for paper in self:
            paper.basis_warning = "\n".join(paper._basis_faults(paper.date))

    def _basis_faults(self, date=None):
        """Return a sentence for each basis that is none on the date of the paper.

        :param date: date of issue, today when empty
        """
        self.ensure_one()
        date = date or self.env["danvan.period"]._today()
        bases = self.basis_ids._origin._in_order()
        unfit = bases - bases._citable_by(self.layout_id.family)
        faults = [basis._fault_on(date) for basis in bases - unfit]
        return [fault for fault in faults if fault] + [
            self.env._(
                "“%(number)s” is not printed: it is not meant for papers of this "
                "family.",
                number=basis.number,
            )
            for basis in unfit
        ]

    @api.model
    def _prefilled(self, template, unit):
        bases = template._bases_for(unit)
        vals = super()._prefilled(template, unit)
        return {**vals, "basis_ids": [Command.set(bases.ids)]}

    def _correction_vals(self, relation, ground):
        vals = super()._correction_vals(relation, ground)
        if relation not in SAME_KIND:
            return vals
        family = self.unit_id._paper_layout().family
        bases = self.basis_ids._current_on()._citable_by(family)
        return {**vals, "basis_ids": [Command.set(bases.ids)]}

    def _name_of_then(self):
        vals = super()._name_of_then()
        for paper in self:
            vals[paper.id]["basis_text"] = "\n".join(paper._citations())
        return vals

    def _paper(self):
        return {**super()._paper(), "bases": self._basis_lines()}

    def _basis_lines(self):
        """Return the lines under which the paper rests: citations, then the others."""
        is_frozen = not self.is_open and self.basis_text is not False
        cited = self.basis_text.splitlines() if is_frozen else self._citations()
        others = (self.legal_bases or "").splitlines()
        return citations.printed(cited, others, self.layout_id.family == "state")

    def _citations(self):
        """Return the citations of the register as it is today, in their order."""
        # sudo: who reads a paper reads what it says; who wrote it could read what it
        # cites, for the ORM checks that of each basis added.
        paper = self.sudo()
        # A form and a preview are papers that are never saved.
        is_saved = bool(paper.id)
        bases = (
            paper.basis_ids._citable_by(paper.layout_id.family)
            if is_saved
            else paper.template_id._bases_for(paper.unit_id)
        )
        lines = bases._in_order().mapped("citation")
        return [" ".join(line.split()) for line in lines if line]
