"""Trail and steps follow their documents where an assignment is limited."""

from odoo import api, fields, models
from odoo.fields import Domain


class DanvanScopedTrace(models.AbstractModel):
    """What refers to a document by model and id. A limited assignment (sectors,
    campaign) shows only what belongs to documents that it covers."""

    _name = "danvan.scoped.trace"
    _description = "Rights on What Belongs to a Document"

    # Fields with the units whose readers see it.
    _trace_units = ("unit_id",)

    user_can_read = fields.Boolean(
        compute="_compute_user_can_read",
        compute_sudo=True,
        search="_search_user_can_read",
        export_string_translation=False,
    )

    @api.model
    def _traced_domain(self, mine):
        """Return the domain of what the assignments `mine` let one read."""
        limited = mine.filtered("is_narrowed")
        whole = Domain.OR(a._one_area() for a in mine - limited)
        domain = Domain.OR(Domain(name, "any!", whole) for name in self._trace_units)
        return domain | Domain.OR(self._of_covered(a) for a in limited)

    @api.model
    def _of_covered(self, assignment):
        """Return the domain of what belongs to documents that a limited assignment
        covers: in its area, and within its limits."""
        inside = Domain("unit_id", "any!", assignment._one_area())
        return self._of_documents(
            lambda model: inside & assignment._narrows(model._name)
        )

    @api.model
    def _of_documents(self, domain_of):
        """Return the domain of what belongs to the documents that `domain_of(model)`
        describes, for each kind of document there is."""
        return Domain.OR(
            Domain("res_model", "=", model._name)
            & Domain("res_id", "in", model._search(domain_of(model)))
            for model in self.env["danvan.workflow"].sudo()._documents()
        )

    def _among(self, domain):
        """Return those of these records that `domain` describes; asked of the
        database, for the domain may hold queries."""
        return self.browse(
            self.sudo().search(Domain("id", "in", self.ids) & domain).ids
        )

    @api.depends_context("uid")
    def _compute_user_can_read(self):
        mine = self.env["danvan.assignment"]._mine()
        domain = self._traced_domain(mine)
        limited = any(mine.mapped("is_narrowed"))
        granted = self._among(domain) if limited else self.filtered_domain(domain)
        for record in self:
            record.user_can_read = record in granted

    def _search_user_can_read(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self.sudo()._traced_domain(self.env["danvan.assignment"]._mine())


class DanvanTrail(models.Model):
    """Lines are read with the unit's documents."""

    _name = "danvan.trail"
    _inherit = ["danvan.trail", "danvan.scoped.trace"]


class DanvanApprovalStep(models.Model):
    """Steps are read where they wait, and where they come from."""

    _name = "danvan.approval.step"
    _inherit = ["danvan.approval.step", "danvan.scoped.trace"]
    _trace_units = ("unit_id", "owner_unit_id")

    @api.model
    def _within_limits(self, assignment):
        """Return the domain of the steps of documents within an assignment's own
        limits (sectors, campaign)."""
        if not assignment.is_narrowed:
            return Domain.TRUE
        return self._of_documents(lambda model: assignment._narrows(model._name))
