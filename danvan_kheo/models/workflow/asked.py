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
    def _asked_of(self, mine):
        """Return `{model name: ids}` of the documents that reached, by a step of a
        route, a unit in which the assignments `mine` let one act, from outside the
        areas of these.

        What lies in the areas is read anyway: for most people there is none, and the
        rules that ask this keep their plan.
        """
        mine = mine.filtered(lambda a: a.role != "viewer")
        asked = Domain.OR(
            Domain("unit_id", "in", a._units_acted_for().ids) & self._within_limits(a)
            for a in mine
        )
        asked &= self._asking_domain() & Domain("state", "in", ASKED)
        # sudo: the steps are those of the user's own units.
        steps = self.sudo()
        groups = steps._read_group(
            asked & Domain("owner_unit_id", "not any!", self._whole_areas(mine)),
            ["res_model"],
            ["res_id:array_agg"],
        )
        return {name: sorted(set(ids)) for name, ids in groups}

    @api.model
    def _whole_areas(self, mine):
        """Return the domain of the units whose documents are read without limits."""
        return Domain.OR(a._one_area() for a in mine if not a.is_narrowed)

    @api.model
    def _asking_domain(self):
        """Return the domain of the steps by which a document comes to be read: those
        of routes. Rooms whose acts ask another unit add theirs."""
        return Domain("is_routed", "=", True)


class DanvanScoped(models.AbstractModel):
    """Documents that go by a route, and their lines, are read by who is asked."""

    _inherit = "danvan.scoped"

    @api.model
    def _read_beyond(self, mine):
        model, name = self._routed_through()
        if not model:
            return super()._read_beyond(mine)
        asked = self.env["danvan.approval.step"]._asked_of(mine).get(model)
        beyond = Domain(name, "in", asked) if asked else Domain.FALSE
        return super()._read_beyond(mine) | beyond

    @api.model
    def _routed_through(self):
        """Return the model of the documents to which these records belong and the name
        of the field that leads there; nothing where they go by no route."""
        workflow = self.env.registry["danvan.workflow"]
        if isinstance(self, workflow):
            return (self._name, "id") if self._goes_by_route() else (None, None)
        field = self._fields.get(self._narrowed_through)
        model = field is not None and field.type == "many2one" and field.comodel_name
        routed = model and isinstance(self.env[model], workflow)
        if routed and self.env[model]._goes_by_route():
            return model, field.name
        return None, None


class DanvanScopedTrace(models.AbstractModel):
    """Steps and trail are read with the document about which one was asked."""

    _inherit = "danvan.scoped.trace"

    @api.model
    def _read_beyond(self, mine):
        asked = self.env["danvan.approval.step"]._asked_of(mine)
        return Domain.OR(
            Domain("res_model", "=", name) & Domain("res_id", "in", ids)
            for name, ids in asked.items()
        )


class DanvanWorkflow(models.AbstractModel):
    """The same for documents whose rules ask the unit alone."""

    _inherit = "danvan.workflow"

    user_is_asked = fields.Boolean(
        compute="_compute_user_is_asked",
        compute_sudo=True,
        search="_search_user_is_asked",
        export_string_translation=False,
    )

    @api.model
    def _asked_domain(self):
        """Return the domain of the documents about which the user was asked."""
        if not self._goes_by_route():
            return Domain.FALSE
        mine = self.env["danvan.assignment"]._mine()
        asked = self.env["danvan.approval.step"]._asked_of(mine)
        return Domain("id", "in", asked.get(self._name, []))

    @api.depends_context("uid")
    def _compute_user_is_asked(self):
        asked = self.filtered_domain(self._asked_domain())
        for record in self:
            record.user_is_asked = record in asked

    def _search_user_is_asked(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._asked_domain()
