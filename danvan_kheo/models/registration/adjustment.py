"""“Phiếu điều chỉnh”: how the content of an accepted registration changes."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition
from .adjustment_parts import PARTS

_lt = LazyTranslate(__name__)

# States of a registration whose content can be adjusted.
ADJUSTABLE_STATES = ("running", "paused")
# States of an adjustment that is still going on.
GOING_ON = ("draft", "sent")


class DanvanRegistrationChange(models.Model):
    """One adjustment: what is to read otherwise, why, and from when.

    The level that accepted agrees; where only persons in charge and cooperating units
    change, the leader of the unit itself.
    """

    _name = "danvan.registration.change"
    _inherit = ["danvan.workflow", "danvan.scoped.decider", "danvan.paper.source"]
    _description = "Adjustment"
    _order = "id desc"
    _rec_name = "registration_id"
    _placing_fields = ("registration_id",)
    _owned_fields = ("state", "is_historical", "sent_on", "agreed_on")
    _closed_states = ("agreed", "refused", "withdrawn")
    _decider = "agreeing_unit_id"
    _narrowed_through = "registration_id"
    # The own unit is that of the registration and follows it.
    _unit_fields = ("agreeing_unit_id",)
    # Its one paper is a form, printed at once: there is nothing to compose.
    _offers_papers = False

    registration_id = fields.Many2one(
        "danvan.registration",
        "Registration",
        required=True,
        index=True,
        ondelete="cascade",
    )
    unit_id = fields.Many2one(
        related="registration_id.unit_id", store=True, index=True, string="Unit"
    )
    year = fields.Integer(related="registration_id.year", store=True)
    agreeing_unit_id = fields.Many2one(
        "danvan.unit",
        "Agreed to by",
        compute="_compute_agreeing_unit_id",
        compute_sudo=True,
        store=True,
        index=True,
        ondelete="restrict",
    )
    reason = fields.Text("Reason for the Adjustment")
    date_from = fields.Date(
        "Applies from", default=lambda self: self.env["danvan.period"]._today()
    )
    sent_on = fields.Date(readonly=True, copy=False)
    agreed_on = fields.Date("Adjusted on", readonly=True, copy=False)
    line_ids = fields.One2many(
        "danvan.registration.change.line", "change_id", "Items to Adjust", copy=True
    )
    summary = fields.Char("What is Adjusted", compute="_compute_summary")
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("sent", "Waiting for Agreement"),
            ("agreed", "Adjusted"),
            ("refused", "Not Agreed"),
            ("withdrawn", "Withdrawn"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )

    # For two at once; who comes later is told in words by `create`.
    _one_going_on = models.UniqueIndex(
        "(registration_id) WHERE state IN ('draft', 'sent')"
    )

    @api.model
    def _transitions(self):
        answering = {
            "sources": ("sent",),
            "role": "approver",
            "unit": "agreeing_unit_id",
        }
        return [
            Transition(
                name="send",
                label=_lt("Send the Adjustment"),
                sources=("draft",),
                target="sent",
                role="officer",
                guard="_not_ready",
                values="_sent_values",
                effect="_sent",
            ),
            Transition(
                name="agree",
                label=_lt("Agree to the Adjustment"),
                target="agreed",
                is_task=True,
                is_batch=True,
                guard="_not_ready",
                values="_agreed_values",
                effect="_agreed",
                **answering,
            ),
            Transition(
                name="refuse",
                label=_lt("Do Not Agree"),
                target="refused",
                reason=True,
                is_batch=True,
                outcome="refused",
                style="secondary",
                **answering,
            ),
            Transition(
                name="withdraw",
                label=_lt("Withdraw"),
                sources=("sent",),
                target="withdrawn",
                role="officer",
                outcome="withdrawn",
                style="secondary",
            ),
        ]

    @api.model_create_multi
    def create(self, vals_list):
        """Begin adjustments, of each registration one at a time.

        :raise UserError: where one is going on already
        """
        given = [vals.get("registration_id") for vals in vals_list]
        ids = [id_ for id_ in given if type(id_) is int and 0 < id_ < 2**31]
        registrations = self.env["danvan.registration"].browse(ids)
        registrations.check_access("read")
        registrations._check_none_going_on()
        return super().create(vals_list)

    @api.depends(
        "line_ids.part", "registration_id.unit_id", "registration_id.deciding_unit_id"
    )
    def _compute_agreeing_unit_id(self):
        for change in self:
            registration, parts = change.registration_id, change.line_ids.mapped("part")
            own = parts and all(PARTS[part].is_own for part in parts if part)
            decider = registration.deciding_unit_id
            change.agreeing_unit_id = registration.unit_id if own else decider

    @api.depends_context("lang")
    @api.depends("line_ids.part", "line_ids.act")
    def _compute_summary(self):
        for change in self:
            labels = change.line_ids.mapped("label")
            change.summary = ", ".join(dict.fromkeys(labels))

    @api.depends("registration_id")
    def _compute_display_name(self):
        for change in self:
            change.display_name = self.env._(
                "Adjustment: %s", change.registration_id.display_name or ""
            )

    @api.constrains("registration_id")
    def _check_adjustable(self):
        for change in self:
            fault = change.registration_id._fault_of_adjusting()
            if fault:
                raise ValidationError(fault)

    def _not_ready(self):
        """Return `{id: reason}` of those that cannot be sent or agreed to."""
        # sudo: the leader is told what is wrong with what he is asked to agree to.
        faults = {change.id: change.sudo()._fault() for change in self}
        return {id_: fault for id_, fault in faults.items() if fault}

    def _fault(self):
        """Say what is wrong with this adjustment, the first thing found."""
        fault = self.registration_id._fault_of_adjusting()
        if fault:
            return fault
        if not self.line_ids:
            return self.env._("Add at least one line: what is to read otherwise.")
        if not (self.reason or "").strip():
            return self.env._("Write the reason for the adjustment.")
        return self._fault_of_date() or self.line_ids._first_fault()

    def _fault_of_date(self):
        if not self.date_from:
            return self.env._("Write from when the adjustment applies.")
        earliest = self.registration_id._adjustable_from()
        if earliest and self.date_from < earliest:
            return self.env._(
                "An adjustment applies from %s at the earliest: the day of acceptance, "
                "or that of the adjustment before.",
                earliest.strftime("%d/%m/%Y"),
            )
        return None

    def _sent_values(self):
        today = self.env["danvan.period"]._today()
        return {change.id: {"sent_on": today} for change in self}

    def _sent(self):
        self.line_ids._freeze()

    def _agreed_values(self):
        today = self.env["danvan.period"]._today()
        return {change.id: {"agreed_on": today} for change in self}

    def _agreed(self):
        """Write the new wording into the registrations, as was agreed just before."""
        holding = self._holding(self._transition("agree"))
        for change in self:
            # sudo: the leader agrees to what the unit wrote; he writes nothing else.
            lines = change.sudo().line_ids
            lines._freeze()
            lines._put_in_force()
            registration = change.registration_id
            held = {registration.id: holding[change.id]}
            registration._log_adjustment(lines, held)


class DanvanRegistration(models.Model):
    """Its adjustments, and the button that begins one."""

    _inherit = "danvan.registration"

    change_ids = fields.One2many(
        "danvan.registration.change", "registration_id", "Adjustments", readonly=True
    )
    is_adjusting = fields.Boolean(
        "Adjustment Going On",
        compute="_compute_is_adjusting",
        search="_search_is_adjusting",
    )

    @api.depends("change_ids.state")
    def _compute_is_adjusting(self):
        for registration in self:
            states = registration.change_ids.mapped("state")
            registration.is_adjusting = bool(set(states) & set(GOING_ON))

    def _search_is_adjusting(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return [("change_ids", "any", [("state", "in", GOING_ON)])]

    def action_adjust(self):
        """Open the adjustment that is going on, or begin one.

        :return: the action that opens its form
        :raise UserError: where this registration cannot be adjusted
        """
        self._exactly_one()
        self.check_access("read")
        fault = self._fault_of_adjusting()
        if fault:
            raise UserError(fault)
        open_one = self.change_ids.filtered(lambda c: c.state in GOING_ON)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Adjust"),
            "res_model": "danvan.registration.change",
            "views": [(False, "form")],
            "res_id": open_one.id,
            "context": {"default_registration_id": self.id},
        }

    def _check_none_going_on(self):
        changes = self.env["danvan.registration.change"]
        # What ended in this transaction makes room for the next.
        changes.flush_model(["state"])
        of_these = Domain("registration_id", "in", self.ids)
        going_on = Domain("state", "in", GOING_ON)
        # sudo: whether there is one, whoever began it.
        if changes.sudo().search_count(of_these & going_on, limit=1):
            raise UserError(
                self.env._(
                    "An adjustment of this registration is going on already: "
                    "finish it first."
                )
            )

    def _fault_of_adjusting(self):
        """Say why the content of this is not adjusted; nothing where it is."""
        if self.state in ADJUSTABLE_STATES:
            return None
        if self.is_open:
            return self.env._("It is not accepted yet, so it is changed directly.")
        return self.env._("Only what is being carried out is adjusted.")

    def _adjustable_from(self):
        """Return the first day from which a further adjustment may apply."""
        # sudo: an adjustment that one may not read has its day all the same.
        agreed = self.sudo().change_ids.filtered(lambda c: c.state == "agreed")
        days = [self.accepted_date, *agreed.mapped("date_from")]
        return max((day for day in days if day), default=None)
