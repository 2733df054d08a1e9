"""Pending steps: what waits for whom. The pending step is the task."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..organisation.assignment import ROLES

OUTCOMES = [
    ("pending", "Waiting"),
    ("approved", "Agreed"),
    ("returned", "Returned"),
    ("refused", "Not Agreed"),
    ("withdrawn", "Withdrawn"),
]


class DanvanApprovalStep(models.Model):
    """One document waits, or waited, for one role of one unit.

    Steps follow from the state of their document; nobody creates or closes one.
    """

    _name = "danvan.approval.step"
    _inherit = ["danvan.searchable"]
    _description = "Step of Handling"
    _order = "due_date, id"
    _rec_name = "subject"
    _search_key_fields = ("subject",)
    _owned_fields = (
        "res_model",
        "res_id",
        "subject",
        "owner_unit_id",
        "for_unit_id",
        "unit_id",
        "role",
        "transition",
        "state",
        "since",
        "due_date",
        "done_date",
        "done_user_id",
    )

    res_model = fields.Char("Technical Model", required=True)
    res_id = fields.Many2oneReference(
        "Document", model_field="res_model", required=True
    )
    subject = fields.Char("Item", required=True)
    kind_label = fields.Char("Kind", compute="_compute_labels")
    act_label = fields.Char("What to Do", compute="_compute_labels")
    owner_unit_id = fields.Many2one(
        "danvan.unit", "Unit", index=True, ondelete="restrict"
    )
    for_unit_id = fields.Many2one(
        "danvan.unit",
        "Acts for",
        required=True,
        index=True,
        ondelete="restrict",
        help="The unit in whose name the step is taken; where it has no account, the "
        "step waits at the nearest unit above that has one.",
    )
    unit_id = fields.Many2one(
        "danvan.unit", "Waits at", required=True, index=True, ondelete="restrict"
    )
    role = fields.Selection(ROLES, "Waits for", required=True)
    transition = fields.Char("Technical Act", required=True)
    state = fields.Selection(OUTCOMES, required=True, default="pending")
    since = fields.Datetime("Waiting since", required=True)
    due_date = fields.Date("Due")
    is_overdue = fields.Boolean("Overdue", compute="_compute_is_overdue")
    done_date = fields.Datetime("Done on")
    done_user_id = fields.Many2one("res.users", "Done by", ondelete="restrict")
    is_mine = fields.Boolean(
        "Waiting for Me", compute="_compute_is_mine", search="_search_is_mine"
    )

    _document_idx = models.Index("(res_model, res_id, state)")
    _inbox_idx = models.Index("(unit_id, role, due_date, id) WHERE state = 'pending'")

    @api.depends_context("lang")
    @api.depends("res_model", "transition")
    def _compute_labels(self):
        for step in self:
            step.kind_label = self.env["ir.model"]._get(step.res_model).name
            step.act_label = self.env[step.res_model]._transition_label(step.transition)

    @api.depends("due_date", "state")
    def _compute_is_overdue(self):
        today = self.env["danvan.period"]._today()
        for step in self:
            late = step.due_date and step.due_date < today
            step.is_overdue = bool(step.state == "pending" and late)

    @api.model
    def _mine_domain(self):
        """Return the domain of the steps that the current user may settle."""
        mine = self.env["danvan.assignment"]._mine()
        return Domain("state", "=", "pending") & Domain.OR(
            Domain("role", "=", assignment.role)
            & Domain("unit_id", "in", assignment._units_acted_for().ids)
            & self._within_limits(assignment)
            for assignment in mine
        )

    @api.depends_context("uid")
    @api.depends("state", "unit_id", "role")
    def _compute_is_mine(self):
        mine = self._among(self._mine_domain())
        for step in self:
            step.is_mine = step in mine

    def _search_is_mine(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._mine_domain()

    def action_open(self):
        """Open the document that waits; its own rules say who may read it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self.res_model,
            "res_id": self.res_id,
            "views": [(False, "form")],
        }

    def action_approve_selected(self):
        """Do what each selected step asks for, as far as this person may.

        :return: a notification that says how many passed and why the others did not
        """
        done, refusals = 0, []
        for (model, transition), steps in self.grouped(
            lambda step: (step.res_model, step.transition)
        ).items():
            documents = self.env[model].browse(steps.mapped("res_id"))
            moved, reasons = documents._move(documents._transition(transition))
            done += len(moved)
            refusals += documents._refusal_lines(reasons)
        return self.env["danvan.workflow"]._batch_result(done, refusals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_never(self):
        """Superusers too: a step tells for whom a document waited, and how long."""
        raise UserError(
            self.env._("Steps end with their document; nobody deletes one.")
        )

    @api.model
    def _settle(self, documents, outcome):
        """End the pending steps of `documents`."""
        pending = self.sudo().search(
            [
                ("res_model", "=", documents._name),
                ("res_id", "in", documents.ids),
                ("state", "=", "pending"),
            ]
        )
        pending._write_owned(
            {
                "state": outcome,
                "done_date": fields.Datetime.now(),
                "done_user_id": self.env.uid,
            }
        )

    @api.model
    def _open_for(self, documents):
        """Create the steps for which `documents` wait in their present state."""
        vals_list = []
        for transition in documents._transitions():
            if transition.is_task:
                waiting = documents._fitting(transition)
                vals_list += self._step_vals(waiting, transition)
        self._create_owned(vals_list)

    def _step_vals(self, documents, transition):
        units = documents.sudo().mapped(transition.unit)
        acting = units._acting_units()
        due = self._due_date(transition.days)
        return [
            {
                "res_model": document._name,
                "res_id": document.id,
                "subject": document.display_name,
                "owner_unit_id": document.unit_id.id,
                "for_unit_id": document[transition.unit].id,
                "unit_id": acting[document[transition.unit].id].id,
                "role": transition.role,
                "transition": transition.name,
                "since": fields.Datetime.now(),
                "due_date": due,
            }
            for document in documents.sudo()
            if document[transition.unit]
        ]

    @api.model
    def _resettle(self, units=None):
        """Let the pending steps wait where somebody acts today, after assignments
        have begun, ended or changed.

        :param units: only the steps for these units and the units below them; all
            when None
        """
        domain = Domain("state", "=", "pending")
        if units is not None:
            domain &= Domain("for_unit_id", "child_of", units.ids)
        # sudo: it moves no document, only tells where one waits.
        pending = self.sudo().search(domain)
        acting = pending.for_unit_id._acting_units()
        for unit, steps in pending.grouped(lambda s: acting[s.for_unit_id.id]).items():
            steps.filtered(lambda s, u=unit: s.unit_id != u)._write_owned(
                {"unit_id": unit.id}
            )

    def _due_date(self, working_days):
        """Return the date that many working days from today; weekends are off."""
        day = self.env["danvan.period"]._today()
        while working_days:
            day += timedelta(days=1)
            working_days -= day.weekday() < 5
        return day
