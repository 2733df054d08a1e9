"""How a registration moves: from a unit's draft into the list of the year."""

from odoo import api, fields, models
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)

# States in which results may be entered.
RESULT_STATES = ("running",)
# What has not left its unit: a draft, what waits for the own leader, what was returned
# and not sent again.
UNSENT_STATES = ("draft", "to_approve", "returned")
# What has not reached the unit that decides is no registration yet; what was taken back
# or refused is none any more.
NOT_REGISTERED = (*UNSENT_STATES, "refused", "withdrawn")
# States that mean: accepted into the list of the year.
ACCEPTED_STATES = ("running", "paused", "self_assessed", "done")
# Accepted once and at a standstill, for a time or for good: registered, and neither
# evaluated nor recognised.
HALTED_STATES = ("paused", "stopped", "removed")


class DanvanRegistration(models.Model):
    """States, marks and transitions. The deciding unit receives and accepts; where
    it acts for the registering unit anyway, nothing has to be sent or received."""

    _inherit = "danvan.registration"
    _open_states = ("draft", "returned")
    _closed_states = ("done", "refused", "withdrawn", "stopped", "removed")
    _unit_fields = (
        "unit_id",
        "deciding_unit_id",
        "higher_unit_id",
        "place_unit_id",
        "move_to_unit_id",
    )
    _owned_fields = (
        "state",
        "is_historical",
        "model_id",
        "is_late",
        "sent_date",
        "accepted_date",
        "higher_unit_id",
    )

    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("to_approve", "Waiting for the Leader"),
            ("sent", "Sent"),
            ("received", "Received"),
            ("running", "Running"),
            ("self_assessed", "Self-assessed"),
            ("done", "Ended"),
            ("returned", "Returned to Complete"),
            ("refused", "Not Accepted"),
            ("withdrawn", "Withdrawn"),
            ("paused", "Paused"),
            ("stopped", "Stopped"),
            ("removed", "Removed from List"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    results_open = fields.Boolean(compute="_compute_results_open", store=True)
    is_accepted = fields.Boolean(
        "In the List of the Year", compute="_compute_results_open", store=True
    )
    is_late = fields.Boolean("Registered Late", readonly=True, copy=False)
    sent_date = fields.Date("Sent on", readonly=True, copy=False)
    accepted_date = fields.Date("Accepted on", readonly=True, copy=False)
    higher_unit_id = fields.Many2one(
        "danvan.unit",
        "Put Up to",
        readonly=True,
        index="btree_not_null",
        copy=False,
        ondelete="restrict",
    )

    _list_idx = models.Index("(year DESC, id DESC)")
    _campaign_unit_idx = models.Index("(campaign_id, unit_id, state)")

    @api.depends("state")
    def _compute_results_open(self):
        for registration in self:
            registration.results_open = registration.state in RESULT_STATES
            registration.is_accepted = registration.state in ACCEPTED_STATES

    @api.model
    def _transitions(self):
        own = self._transitions_of_the_unit()
        return (
            own + self._transitions_of_the_decider() + self._transitions_by_evaluation()
        )

    @api.model
    def _transitions_of_the_unit(self):
        return [
            Transition(
                name="submit",
                label=_lt("Submit to Leader"),
                sources=("draft", "returned"),
                target="to_approve",
                role="officer",
                guard="_not_ready",
                values="_submit_values",
                effect="_submitted",
                starts_route=True,
            ),
            Transition(
                name="resubmit",
                label=_lt("Complete and Send Again"),
                sources=("returned",),
                target=None,
                role="officer",
                is_task=True,
                is_automatic=True,
            ),
            Transition(
                name="approve",
                label=_lt("Approve and Send"),
                sources=("to_approve",),
                target="sent",
                role="approver",
                is_task=True,
                is_batch=True,
                days=3,
                condition="_sent_elsewhere",
                values="_sent_values",
                by_step=True,
                agrees="own",
            ),
            Transition(
                name="confirm",
                label=_lt("Confirm and Send"),
                sources=("to_approve",),
                target="sent",
                role="approver",
                is_task=True,
                is_batch=True,
                values="_sent_values",
                by_step=True,
                agrees="other",
            ),
            Transition(
                name="return_to_officer",
                label=_lt("Return"),
                sources=("to_approve",),
                target="returned",
                role="approver",
                reason=True,
                outcome="returned",
                style="secondary",
                by_step=True,
                goes_back=True,
            ),
            Transition(
                name="withdraw",
                label=_lt("Withdraw"),
                sources=("to_approve", "sent"),
                target="withdrawn",
                role="officer",
                reason=True,
                is_batch=True,
                outcome="withdrawn",
                style="secondary",
            ),
        ]

    @api.model
    def _transitions_of_the_decider(self):
        return [
            Transition(
                name="receive",
                label=_lt("Receive"),
                sources=("sent",),
                target="received",
                role="officer",
                unit="deciding_unit_id",
                is_task=True,
                is_batch=True,
                days=3,
            ),
            Transition(
                name="accept",
                label=_lt("Accept into List"),
                sources=("to_approve", "received"),
                target="running",
                role="approver",
                unit="deciding_unit_id",
                is_task=True,
                is_batch=True,
                condition="_in_hand_of_decider",
                values="_accepted_values",
                effect="_accepted",
            ),
            Transition(
                name="return_to_unit",
                label=_lt("Return"),
                sources=("sent", "received"),
                target="returned",
                role="officer",
                unit="deciding_unit_id",
                reason=True,
                outcome="returned",
                style="secondary",
            ),
            Transition(
                name="refuse",
                label=_lt("Refuse"),
                sources=("to_approve", "received"),
                target="refused",
                role="approver",
                unit="deciding_unit_id",
                reason=True,
                outcome="refused",
                condition="_in_hand_of_decider",
                style="secondary",
            ),
            Transition(
                name="put_up",
                label=_lt("Put Up to Province"),
                sources=("running", "self_assessed", "done"),
                target=None,
                role="approver",
                unit="deciding_unit_id",
                reason=True,
                is_batch=True,
                condition="_can_be_put_up",
                values="_put_up_values",
                style="secondary",
            ),
        ]

    @api.model
    def _transitions_by_evaluation(self):
        """Return the moves that follow from the evaluation of another room."""
        return [
            Transition(
                name="self_assess",
                label=_lt("Self-evaluation sent"),
                sources=("running",),
                target="self_assessed",
                role="officer",
                is_automatic=True,
            ),
            Transition(
                name="end",
                label=_lt("Evaluation concluded"),
                sources=("running", "self_assessed"),
                target="done",
                role="approver",
                unit="deciding_unit_id",
                is_automatic=True,
            ),
        ]

    def _sent_elsewhere(self):
        """Return those that leave the unit acting for them to reach who decides."""
        acting = self.sudo().unit_id._acting_units()
        return self.filtered(
            lambda r: acting[r.sudo().unit_id.id] != r.sudo().deciding_unit_id
        )

    def _sent_nowhere(self):
        """Return those that the unit acting for them decides itself."""
        return self - self._sent_elsewhere()

    def _leaving(self):
        return self._sent_elsewhere()

    def _deciding_for(self):
        return self.deciding_unit_id

    def _allows_signed_paper(self):
        # sudo: a setting of the campaign in which it is registered.
        return self.sudo().campaign_id.allows_signed_paper

    def _in_hand_of_decider(self):
        """Return those received, and those that need not be sent anywhere."""
        received = self.filtered(lambda r: r.state == "received")
        return received | (self - received)._sent_nowhere()

    def _can_be_put_up(self):
        """Return those not put up yet, where a higher level decides as well."""
        higher = self._higher_units()
        return self.filtered(lambda r: higher[r.id] and not r.higher_unit_id)

    def _higher_units(self):
        """Return `{id: unit}`: who decides at the nearest level above each one's."""
        levels = self.env["danvan.level"]._upward()
        return {r.id: r.sudo()._next_decider(levels) for r in self}

    def _next_decider(self, levels):
        higher = levels.filtered(lambda lv: lv.rank < self.registered_level_id.rank)
        deciders = (self.unit_id._deciding_unit(level) for level in higher)
        return next((unit for unit in deciders if unit), self.env["danvan.unit"])

    def _submit_values(self):
        today = self.env["danvan.period"]._today()
        return {r.id: {"is_late": r._is_after_window(today)} for r in self}

    def _submitted(self):
        """What follows when these have left the officer's desk; parts add theirs."""

    def _is_after_window(self, day):
        until = self._last_day()
        return bool(until and day > until)

    def _last_day(self):
        """Return until when this unit registers in the campaign; False without end."""
        return self.campaign_id._last_days(self.unit_id).get(self.unit_id, False)

    def _sent_values(self):
        today = self.env["danvan.period"]._today()
        return {r.id: {"sent_date": today} for r in self}

    def _accepted_values(self):
        today = self.env["danvan.period"]._today()
        return {r.id: {"accepted_date": today} for r in self}

    def _put_up_values(self):
        return {
            id_: {"higher_unit_id": unit.id}
            for id_, unit in self._higher_units().items()
        }

    def _accepted(self):
        """Join each accepted registration to the thread of its model."""
        continued = self.filtered(lambda r: r.sudo().previous_id.model_id)
        for registration in continued:
            thread = registration.sudo().previous_id.model_id
            registration._write_owned({"model_id": thread.id})
        rest = self - continued
        threads = self.env["danvan.model"]._create_owned(
            [registration._thread_vals() for registration in rest.sudo()]
        )
        for registration, thread in zip(rest, threads, strict=True):
            registration._write_owned({"model_id": thread.id})

    def _thread_vals(self):
        return {
            "name": self.name,
            "kind": self.kind,
            "sector_id": self.sector_id.id,
            "territory_id": self.territory_id.id,
            "unit_id": self.unit_id.id,
        }
