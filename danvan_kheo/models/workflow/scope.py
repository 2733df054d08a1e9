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
        whole = Domain.OR(self._traced_area(a) for a in mine - limited)
        return self._within(whole) | Domain.OR(
            self._within(self._traced_area(a)) & self._within_limits(a) for a in limited
        )

    @api.model
    def _traced_area(self, assignment):
        """Return the domain of the units whose documents an assignment lets one
        follow."""
        return assignment._one_area()

    @api.model
    def _within(self, units):
        """Return the domain of what belongs to the units that a domain describes."""
        return Domain.OR(Domain(name, "any!", units) for name in self._trace_units)

    @api.model
    def _within_limits(self, assignment):
        """Return the domain of what belongs to documents within the limits (sectors,
        campaign) of an assignment."""
        if not assignment.is_narrowed:
            return Domain.TRUE
        # sudo: whose documents they are is asked beside, by the units.
        documents = self.env["danvan.workflow"].sudo()._documents()
        return Domain.OR(
            Domain("res_model", "=", model._name)
            & Domain("res_id", "in", model._search(assignment._narrows(model._name)))
            for model in documents
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
        if granted != self:
            # Asked for the others only: it is a query.
            granted |= (self - granted).filtered_domain(self._read_beyond(mine))
        for record in self:
            record.user_can_read = record in granted

    def _search_user_can_read(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        mine = self.env["danvan.assignment"]._mine()
        return self.sudo()._traced_domain(mine) | self._read_beyond(mine)

    @api.model
    def _read_beyond(self, mine):
        """Return the domain of what one reads outside the areas of `mine`."""
        return Domain.FALSE


class DanvanTrail(models.Model):
    """Lines are read with the unit's documents, those of its predecessors too."""

    _name = "danvan.trail"
    _inherit = ["danvan.trail", "danvan.scoped.trace"]

    @api.model
    def _traced_area(self, assignment):
        return self.env["danvan.unit"]._covered(assignment, "read")


class DanvanApprovalStep(models.Model):
    """Steps are read where they wait, and where they come from."""

    _name = "danvan.approval.step"
    _inherit = ["danvan.approval.step", "danvan.scoped.trace"]
    _trace_units = ("unit_id", "owner_unit_id")
