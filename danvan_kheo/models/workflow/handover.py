"""Handover: what one person has in hand at a unit passes to another from a day."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from .transition import Transition

_lt = LazyTranslate(__name__)


class DanvanHandover(models.Model):
    """One handover of work. The person prepares it, the unit's leader or the
    administrator carries it out; what was done keeps its author's name."""

    _name = "danvan.handover"
    _inherit = ["danvan.workflow"]
    _description = "Handover of Work"
    _order = "date desc, id desc"
    _placing_fields = ("unit_id", "from_user_id")
    _closed_states = ("done",)
    _trail_is_restricted = True

    unit_id = fields.Many2one(
        "danvan.unit",
        "Unit",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.assignment"]._mine().unit_id[:1],
    )
    from_user_id = fields.Many2one(
        "res.users",
        "Handed over by",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user,
    )
    to_user_id = fields.Many2one(
        "res.users",
        "Handed over to",
        index=True,
        ondelete="restrict",
        domain="[('share', '=', False), ('id', '!=', from_user_id)]",
    )
    date = fields.Date(
        "From the Day",
        required=True,
        default=lambda self: self.env["danvan.period"]._today(),
    )
    reason = fields.Char()
    ends_assignments = fields.Boolean(
        "End the Giver's Assignments",
        default=True,
        help="All that the person holds at the unit ends the day before.",
    )
    line_ids = fields.One2many("danvan.handover.line", "handover_id", "What is in Hand")
    state = fields.Selection(
        [
            ("draft", "Being Prepared"),
            ("agreed", "Waiting for the Day"),
            ("done", "Handed Over"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    user_may_read = fields.Boolean(
        compute="_compute_user_may",
        search="_search_user_may_read",
        export_string_translation=False,
    )
    user_may_prepare = fields.Boolean(
        compute="_compute_user_may",
        search="_search_user_may_prepare",
        export_string_translation=False,
    )

    @api.model
    def _transitions(self):
        return [
            self._following("agree", _lt("Agreed"), ("draft",), "agreed"),
            self._following(
                "complete", _lt("Handed over"), ("draft", "agreed"), "done"
            ),
        ]

    @api.model
    def _following(self, name, label, sources, target):
        """Return a move that follows from `action_hand_over`, which administrators
        may do as well: they hold no role."""
        return Transition(
            name=name,
            label=label,
            sources=sources,
            target=target,
            role="approver",
            is_automatic=True,
        )

    @api.model
    def _may_prepare(self):
        """Return the domain of the handovers that the current user prepares: the own
        ones, and as leader those of the unit."""
        leading = self.env["danvan.assignment"]._mine(["approver"])
        # Who leads for some sectors only does not pass on the rest.
        led = leading.filtered(lambda a: not a.is_narrowed)._units_acted_for()
        own = Domain("from_user_id", "=", self.env.uid)
        return own | Domain("unit_id", "in", led.ids)

    @api.model
    def _may_read(self):
        return self._may_prepare() | Domain("to_user_id", "=", self.env.uid)

    @api.depends_context("uid")
    @api.depends("from_user_id", "to_user_id", "unit_id")
    def _compute_user_may(self):
        handovers = self.sudo()
        prepared = handovers.filtered_domain(self._may_prepare())
        read = handovers.filtered_domain(self._may_read())
        for handover in self:
            handover.user_may_prepare = handover in prepared
            handover.user_may_read = handover in read

    def _search_user_may_read(self, operator, value):
        return self._may_read() if operator == "in" else NotImplemented

    def _search_user_may_prepare(self, operator, value):
        return self._may_prepare() if operator == "in" else NotImplemented

    @api.depends("from_user_id", "unit_id")
    def _compute_display_name(self):
        for handover in self:
            parts = (handover.from_user_id.name, handover.unit_id.name)
            handover.display_name = " – ".join(part for part in parts if part)

    @api.model_create_multi
    def create(self, vals_list):
        """Create handovers with the list of what is in the person's hands."""
        handovers = super().create(vals_list)
        handovers._list_items()
        return handovers

    @api.model
    def _handover_items(self, user, unit):
        return self.browse()

    def action_list(self):
        """List anew what is in the person's hands today; what was unticked is ticked
        again.

        :return: True
        :raise UserError: when it has been handed over already
        """
        self.check_access("write")
        for handover in self:
            handover._check_draft()
        self._list_items()
        return True

    def _list_items(self):
        """Replace the lines by what is in hand now."""
        # sudo: the lines are the module's own; who calls may write the handover.
        self.sudo().line_ids.unlink()
        lines = self.env["danvan.handover.line"]
        lines._create_owned([vals for h in self for vals in h._collect()])
        self.invalidate_recordset(["line_ids"])

    def _collect(self):
        """Return the values of a line for each thing in the person's hands; rooms with
        things that are no documents of the workflow add theirs."""
        self.ensure_one()
        # sudo: what is in the hands of a person of the unit, for its leader.
        handover = self.sudo()
        lines = handover._collect_documents()
        return [{"handover_id": self.id, **vals} for vals in lines] + [
            {"handover_id": self.id, **vals} for vals in handover._collect_steps()
        ]

    def _collect_documents(self):
        roles = self._giver_assignments().mapped("role")
        role = "officer" if "officer" in roles else (roles or [False])[0]
        return [
            {
                "res_model": model._name,
                "res_id": record.id,
                "subject": record.display_name,
                "what": "officer",
                "role": role,
            }
            for model in self._documents()
            for record in model._handover_items(self.from_user_id, self.unit_id)
        ]

    def _collect_steps(self):
        steps = self.env["danvan.approval.step"].search(
            Domain("state", "=", "pending")
            & Domain("unit_id", "=", self.unit_id.id)
            & Domain("role", "in", list(self._roles_held_alone()))
        )
        return [
            {
                "res_model": step.res_model,
                "res_id": step.res_id,
                "subject": step.subject,
                "what": "step",
                "act": step.transition,
                "role": step.role,
            }
            for step in steps
        ]

    def _roles_held_alone(self):
        """Return the roles that the person, and nobody else, holds at the unit."""
        assignments = self.env["danvan.assignment"].sudo()
        held = assignments._of_person_at(self.from_user_id, self.unit_id)
        sitting = Domain("unit_id", "=", self.unit_id.id)
        covering = Domain("area_id", "=", self.unit_id.id)
        others = assignments.search(
            assignments._effective()
            & Domain("user_id", "!=", self.from_user_id.id)
            & (sitting | (covering & assignments._covering_root()))
        )
        return set(held.mapped("role")) - set(others.mapped("role"))

    def _giver_assignments(self):
        """Return what the person holds at the unit in the own right or, where all of
        it has ended, what the person held."""
        assignments = self.env["danvan.assignment"]
        giver, unit = self.sudo().from_user_id, self.sudo().unit_id
        held = assignments._of_person_at(giver, unit)
        return held or assignments._ever_of_person_at(giver, unit)

    @api.constrains("from_user_id", "unit_id")
    def _check_giver(self):
        for handover in self:
            if not handover._giver_assignments():
                raise ValidationError(
                    self.env._(
                        "%(person)s is not assigned at %(unit)s, so there is nothing "
                        "to hand over there.",
                        person=handover.from_user_id.name,
                        unit=handover.unit_id.name,
                    )
                )

    @api.constrains("from_user_id", "to_user_id")
    def _check_receiver(self):
        for handover in self:
            receiver = handover.to_user_id
            if receiver and (receiver.share or receiver == handover.from_user_id):
                raise ValidationError(
                    self.env._("Work is handed over to another internal account.")
                )

    def _check_draft(self):
        if self.state != "draft":
            raise UserError(
                self.env._(
                    "This handover is settled already. Make a new one for what is in "
                    "hand now."
                )
            )
