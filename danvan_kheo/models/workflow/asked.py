"""Who is asked about a document reads it: reading follows the step."""

from odoo import api, fields, models
from odoo.fields import Domain

# From its turn on a unit reads what it was asked about, and what it agreed to; what
# it sent back is the sender's again until it is asked anew.
ASKED = ("pending", "approved", "paper", "answered")


class DanvanApprovalStep(models.Model):
    """Finds the documents at whose steps the current user's units are asked."""

    _inherit = "danvan.approval.step"

    _asked_idx = models.Index("(unit_id, res_model, res_id) WHERE is_routed")

    @api.model
    def _asked_at(self, mine):
        """Return the domain of the steps at which the units of the assignments `mine`
        are, or were, asked; who only looks on follows an area and is asked nothing."""
        asked = Domain.OR(
            Domain("unit_id", "in", a._units_acted_for().ids) & self._within_limits(a)
            for a in mine
            if a.role != "viewer"
        )
        return asked & Domain("is_routed", "=", True) & Domain("state", "in", ASKED)

    @api.model
    def _asked_domain_of(self, model, mine, name="id"):
        """Return the domain of the documents of `model` that reached a unit of the
        current user by a step of a route.

        It holds a subquery: whoever reads by areas never has it run, and a step that
        comes or goes counts at once.

        :param model: technical name of a kind of document
        :param mine: the current user's assignments
        :param name: the field that holds the id of the document
        """
        # sudo: the steps are those of the user's own units.
        steps = self.sudo()._search(
            self._asked_at(mine) & Domain("res_model", "=", model)
        )
        return Domain(name, "in", steps.select("res_id"))


class DanvanAsked(models.AbstractModel):
    """Whether the current user was asked about a document, for read rules."""

    _name = "danvan.asked"
    _description = "Asked at a Step"

    user_is_asked = fields.Boolean(
        compute="_compute_user_is_asked",
        compute_sudo=True,
        search="_search_user_is_asked",
        export_string_translation=False,
    )

    @api.model
    def _asked_domain(self):
        """Return the domain of the records about whose document one was asked."""
        return Domain.FALSE

    @api.depends_context("uid")
    def _compute_user_is_asked(self):
        domain = Domain("id", "in", self.ids) & self._asked_domain()
        asked = self.browse(self.sudo().search(domain).ids)
        for record in self:
            record.user_is_asked = record in asked

    def _search_user_is_asked(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._asked_domain()


class DanvanWorkflow(models.AbstractModel):
    """Documents that go by a route are read by who is asked."""

    _name = "danvan.workflow"
    _inherit = ["danvan.workflow", "danvan.asked"]

    @api.model
    def _asked_domain(self):
        if not self._goes_by_route():
            return Domain.FALSE
        mine = self.env["danvan.assignment"]._mine()
        return self.env["danvan.approval.step"]._asked_domain_of(self._name, mine)


class DanvanScopedTrace(models.AbstractModel):
    """Steps and trail are read with the document about which one was asked."""

    _name = "danvan.scoped.trace"
    _inherit = ["danvan.scoped.trace", "danvan.asked"]

    @api.model
    def _asked_domain(self):
        step = self.env["danvan.approval.step"]
        mine = self.env["danvan.assignment"]._mine()
        # sudo: who was asked is told by the steps alone.
        documents = self.env["danvan.workflow"].sudo()._documents()
        return Domain.OR(
            Domain("res_model", "=", model._name)
            & step._asked_domain_of(model._name, mine, "res_id")
            for model in documents
            if model._goes_by_route()
        )
