"""Pending steps: what waits for whom. The pending step is the task."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..organisation.assignment import ROLES
from .route_step import SAME_PERSON
from .transition import SIDE_ACTS

OUTCOMES = [
    ("waiting", "Not Yet Its Turn"),
    ("pending", "Waiting"),
    ("approved", "Agreed"),
    ("returned", "Returned"),
    ("refused", "Not Agreed"),
    ("withdrawn", "Withdrawn"),
    ("skipped", "Skipped (Same Person)"),
    ("paper", "By Signed Paper"),
    ("answered", "Opinion Given"),
    ("no_reply", "No Opinion in Time"),
]
# A step in one of these stands behind the document.
AGREED = ("approved", "skipped", "paper")


class DanvanApprovalStep(models.Model):
    """One document waits, or waited, for one role of one unit.

    Steps follow from the state of their document and from its route; nobody creates
    or closes one.
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
        "name",
        "sequence",
        "is_routed",
        "is_opinion",
        "same_person",
        "allows_paper",
        "days",
        "submitter_id",
        "lap",
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
    name = fields.Char("Step")
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
    sequence = fields.Integer("Order")
    is_routed = fields.Boolean("Step of a Route")
    is_opinion = fields.Boolean("Opinion Only")
    same_person = fields.Selection(SAME_PERSON, "If Who Submitted Holds the Role")
    allows_paper = fields.Boolean("May Be Recorded from a Signed Paper", default=True)
    days = fields.Integer("Working Days")
    submitter_id = fields.Many2one("res.users", "Submitted by", ondelete="restrict")
    lap = fields.Integer("Times Submitted")
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
    @api.depends("res_model", "transition", "name")
    def _compute_labels(self):
        for name, steps in self.grouped("res_model").items():
            steps.kind_label = self.env["ir.model"]._get(name).name
            acts = self.env[name]._act_labels()
            for step in steps:
                told = acts.get(step.transition, step.transition)
                step.act_label = step.name or told

    @api.depends_context("lang")
    @api.depends("transition", "name", "for_unit_id")
    def _compute_display_name(self):
        for step in self:
            step.display_name = f"{step.act_label} · {step.sudo().for_unit_id.name}"

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
        held = Domain.OR(
            Domain("role", "=", assignment.role)
            & Domain("unit_id", "in", assignment._units_acted_for().ids)
            & self._within_limits(assignment)
            for assignment in mine
        )
        return Domain("state", "=", "pending") & held & ~self._own_four_eyes()

    @api.model
    def _own_four_eyes(self):
        """Return the domain of the steps that another than their submitter takes,
        where the current user is the submitter."""
        return Domain("same_person", "=", "other") & Domain(
            "submitter_id", "=", self.env.uid
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
        """Open the document that waits; its own rules say who may read it. An opinion
        is given on the step itself, from where the document is one press away.

        :return: the action that opens it
        """
        self._exactly_one()
        if self.is_opinion and self.env.context.get("danvan_inbox"):
            return self._open_itself()
        return {
            "type": "ir.actions.act_window",
            "res_model": self.res_model,
            "res_id": self.res_id,
            "views": [(False, "form")],
        }

    def _open_itself(self):
        view = self.env.ref("danvan_kheo.danvan_approval_step_view_form")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(view.id, "form")],
        }

    @api.ondelete(at_uninstall=False)
    def _unlink_except_never(self):
        """Superusers too: a step tells for whom a document waited, and how long."""
        raise UserError(
            self.env._("Steps end with their document; nobody deletes one.")
        )

    @api.model
    def _of(self, documents, *states):
        """Return the steps of `documents` that stand in `states`, in their order."""
        # sudo: called for documents that the caller reads or moves, to move them.
        return self.sudo().search(
            [
                ("res_model", "=", documents._name),
                ("res_id", "in", documents.ids),
                ("state", "in", states),
            ],
            order="sequence, id",
        )

    @api.model
    def _settle(self, documents, outcome, act):
        """End the open steps of `documents`: what waited ends by `outcome`, an opinion
        not given stays without reply; what never had its turn, or stood beside the way
        and applies no more, falls away.

        :param act: name of the transition that ends them
        :return: the steps that go on waiting, for they stand beside that act
        """
        steps = self._of(documents, "pending", "waiting")
        kept = steps._beside(documents, act)
        steps -= kept
        asked = steps.filtered(
            lambda step: step.state == "pending" and not step._falls_away(act)
        )
        opinions = asked.filtered("is_opinion")
        (asked - opinions)._end(outcome)
        opinions._end("no_reply")
        (steps - asked)._end("withdrawn")
        return kept

    def _beside(self, documents, act):
        """Return those of these steps of `documents` that `act` does not concern: what
        is done beside the way of a document ends nothing on it, and the way does not
        end what still waits beside it, for the same unit."""
        if act in SIDE_ACTS:
            return self.filtered(lambda step: step.transition != act)
        waiting = {
            (transition.name, document.id, document[transition.unit].id)
            for transition in documents._transitions()
            if transition.is_task and transition.name in SIDE_ACTS
            for document in documents._fitting(transition).sudo()
        }
        return self.filtered(
            lambda s: (s.transition, s.res_id, s.for_unit_id.id) in waiting
        )

    def _falls_away(self, act):
        """Tell whether this step waited beside the way, for another thing than `act`:
        nobody has done it."""
        return self.transition in SIDE_ACTS and self.transition != act

    def _end(self, outcome):
        """Write how these steps ended, and by whom."""
        self._write_owned(
            {
                "state": outcome,
                "done_date": fields.Datetime.now(),
                "done_user_id": self.env.uid,
            }
        )

    @api.model
    def _open_for(self, documents, kept):
        """Create the steps for which `documents` wait in their present state; those
        of a route are frozen beforehand and opened in turn.

        :param kept: the steps that wait already
        """
        vals_list = []
        waited = kept.grouped("transition")
        for transition in documents._transitions():
            if transition.is_task:
                waiting = documents._fitting(transition)
                if transition.agrees and waiting:
                    waiting -= waiting._leaving()
                if transition.name in waited:
                    known = set(waited[transition.name].mapped("res_id"))
                    waiting = waiting.filtered(lambda d, known=known: d.id not in known)
                vals_list += self._step_vals(waiting, transition)
        self._create_owned(vals_list)

    def _step_vals(self, documents, transition):
        if not documents:
            return []
        units = documents.sudo().mapped(transition.unit)
        acting = units._acting_units()
        due = self._due_dates([transition.days])[transition.days]
        return [
            {
                **self._document_vals(document),
                "for_unit_id": document[transition.unit].id,
                "unit_id": acting[document[transition.unit].id].id,
                "role": transition.role,
                "transition": transition.name,
                "due_date": due,
            }
            for document in documents.sudo()
            if document[transition.unit]
        ]

    @api.model
    def _document_vals(self, document):
        """Return what a step says of the document that waits."""
        return {
            "res_model": document._name,
            "res_id": document.id,
            "subject": document.display_name,
            "owner_unit_id": document.unit_id.id,
            "since": fields.Datetime.now(),
        }

    @api.model
    def _resettle(self, units=None):
        """Let the pending steps wait where somebody acts today, after assignments
        have begun, ended or changed.

        :param units: only the steps for these units and the units below them; all
            when None
        """
        domain = Domain("state", "in", ("pending", "waiting"))
        if units is not None:
            domain &= Domain("for_unit_id", "child_of", units.ids)
        # sudo: it moves no document, only tells where one waits.
        steps = self.sudo().search(domain)
        acting = steps.for_unit_id._acting_units()
        for unit, moved in steps.grouped(lambda s: acting[s.for_unit_id.id]).items():
            moved.filtered(lambda s, u=unit: s.unit_id != u)._write_owned(
                {"unit_id": unit.id}
            )

    @api.model
    def _due_dates(self, counts):
        """Return `{working_days: date}`, counted from today by the table of days."""
        today = self.env["danvan.period"]._today()
        return self.env["danvan.holiday"]._days_after(today, counts)
