"""A registration goes to another unit in the middle of the year."""

from dataclasses import dataclass

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..workflow.transition import Transition
from .registration_asked import NOTHING_ASKED
from .registration_workflow import _lt

MOVING = "danvan_move_to"


@dataclass(frozen=True, kw_only=True)
class MoveTo:
    """The unit to which it is to go, checked: an object, so that no client can put it
    into a context."""

    unit_id: int


class DanvanRegistration(models.Model):
    """The accepting level asks; the leader of its own unit agrees, then that of the new
    one. From that day it is of the new unit and counted there."""

    _inherit = "danvan.registration"
    _owned_fields = ("move_to_unit_id", "moved_from", "moved_on")

    move_to_unit_id = fields.Many2one(
        "danvan.unit",
        "To Be Moved to",
        index="btree_not_null",
        copy=False,
        ondelete="restrict",
    )
    # A name, as the trail keeps them: no later reorganisation renames the past.
    moved_from = fields.Char("Moved from", copy=False)
    moved_on = fields.Date("Moved on", copy=False)

    _moved_idx = models.Index("(unit_id) WHERE moved_on IS NOT NULL")

    @api.model
    def _transitions(self):
        shared = {"sources": ("running", "paused"), "target": None}
        agreeing = {**shared, "role": "approver", "is_task": True, "is_batch": True}
        return [
            *super()._transitions(),
            Transition(
                name="ask_move",
                label=_lt("Move to Another Unit"),
                role="officer",
                unit="deciding_unit_id",
                reason=True,
                is_batch=True,
                condition="_nothing_asked",
                values="_ask_move_values",
                style="secondary",
                **shared,
            ),
            Transition(
                name="move_out",
                label=_lt("Agree to Hand Over to the Other Unit"),
                condition="_asked_to_move_out",
                values="_move_out_values",
                **agreeing,
            ),
            Transition(
                name="move_in",
                label=_lt("Agree to Take Over"),
                unit="move_to_unit_id",
                condition="_asked_to_move_in",
                guard="_cannot_move_in",
                values="_move_in_values",
                effect="_moved_in",
                **agreeing,
            ),
        ]

    def _asked_to_move_out(self):
        return self._asked_for("move")

    def _asked_to_move_in(self):
        return self._asked_for("move_in")

    def _ask_move_values(self):
        unit_id = self.env.context[MOVING].unit_id
        return {
            r.id: {"change_asked": "move", "move_to_unit_id": unit_id} for r in self
        }

    def _move_out_values(self):
        return {r.id: {"change_asked": "move_in"} for r in self}

    def _cannot_move_in(self):
        """Return `{id: reason}`: the new unit may have ended since it was asked."""
        # sudo: where it goes was checked when it was asked.
        reasons = {r.id: r._against_unit(r.sudo().move_to_unit_id) for r in self}
        return {id_: reason for id_, reason in reasons.items() if reason}

    def _move_in_values(self):
        placed = self._placed_at({r: r.move_to_unit_id for r in self})
        today = self.env["danvan.period"]._today()
        officers = {u: u._anyone(["officer"])[:1].id for u in self.move_to_unit_id}
        return {
            r.id: {
                **NOTHING_ASKED,
                **r._changes(placed[r]),
                "officer_id": officers[r.move_to_unit_id] or self.env.uid,
                "moved_from": r.unit_id.name,
                "moved_on": today,
            }
            for r in self
        }

    def _moved_in(self):
        """Let the threads of the models follow; read by who may read them now."""
        # sudo: both units agreed; the thread names who carries the model out today.
        for unit, registrations in self.sudo().grouped("unit_id").items():
            threads = registrations.model_id
            threads._follow_units(dict.fromkeys(threads.unit_id, unit))

    def action_ask_move(self, unit_id, reason):
        """Ask both units whether these go to the unit `unit_id`.

        :param unit_id: id of a `danvan.unit` that the person may read
        :param reason: why
        :return: a summary for several records, or False
        :raise UserError: with what stands against that unit
        """
        unit = self._unit_to_move_to(unit_id)
        self.check_access("read")
        for registration in self:
            against = registration._against_unit(unit)
            if against:
                raise UserError(against)
        asking = self.with_context(**{MOVING: MoveTo(unit_id=unit.id)})
        why = reason.strip() if isinstance(reason, str) else None
        named = why and self.env._("To %(unit)s: %(why)s", unit=unit.name, why=why)
        return asking.action_transition("ask_move", named)

    @api.model
    def _unit_to_move_to(self, unit_id):
        """Return the unit that a client names, after checking that it may be read."""
        known = type(unit_id) is int and 0 < unit_id < 2**31
        unit = self.env["danvan.unit"].search([("id", "=", known and unit_id)])
        if not unit:
            raise UserError(self._unit_not_named())
        return unit

    @api.model
    def _unit_not_named(self):
        return self.env._("Choose the unit to which it goes.")

    def _against_unit(self, unit):
        """Say why this cannot go to `unit`; nothing where it can."""
        registration = self.sudo()
        if unit == registration.unit_id:
            return self.env._("It belongs to %s already.", unit.name)
        if not unit.is_in_force:
            return unit._ended_sentence()
        if not registration.campaign_id._covers(unit):
            return self.env._(
                "The campaign of this registration was not launched for %s.", unit.name
            )
        if not registration._placed_at({registration: unit})[registration][
            "deciding_unit_id"
        ]:
            return self.env._("Nobody decides on what %s registers.", unit.name)
        return None

    def action_transition(self, name, reason=None, back_to=None):
        """Move the records; to go to another unit that unit is named.

        :raise UserError: when no unit is named
        """
        named = isinstance(self.env.context.get(MOVING), MoveTo)
        if name == "ask_move" and reason and not named:
            raise UserError(self._unit_not_named())
        return super().action_transition(name, reason, back_to)


class DanvanTrail(models.Model):
    """Who took a registration over reads what was done with it before."""

    _inherit = "danvan.trail"

    @api.model
    def _read_beyond(self, mine):
        name = "danvan.registration"
        own = Domain.OR(
            Domain("unit_id", "any!", self._traced_area(a)) & a._narrows(name)
            for a in mine
        )
        # sudo: limited to the areas of the person's own assignments.
        moved = self.env[name].sudo()._search(Domain("moved_on", "!=", False) & own)
        of_these = Domain("res_model", "=", name) & Domain("res_id", "in", moved)
        return super()._read_beyond(mine) | of_these


class DanvanApprovalStep(models.Model):
    """Who is asked to take a registration over reads it, from outside too."""

    _inherit = "danvan.approval.step"

    # Beside the index of the steps of routes, for what every rule asks.
    _asked_over_idx = models.Index(
        "(unit_id, res_model, res_id) WHERE transition = 'move_in'"
    )

    @api.model
    def _asking_domain(self):
        return super()._asking_domain() | Domain("transition", "=", "move_in")
