"""A registration is stopped for good: what became of it, and what was learned."""

from dataclasses import dataclass

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..workflow.transition import Transition
from .registration_workflow import _lt

TOLD = "danvan_stop_told"


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told with the wish to stop: an object, so that no client can put it
    into a context."""

    result: str
    lessons: str


class DanvanRegistration(models.Model):
    """The officer asks, telling how it stands; the accepting level agrees. It stays
    counted as registered."""

    _inherit = "danvan.registration"
    _owned_fields = ("stop_result", "stop_lessons")

    stop_result = fields.Text("What Became of It", copy=False)
    stop_lessons = fields.Text("What was Learned", copy=False)

    @api.model
    def _transitions(self):
        sources = ("running", "paused")
        return [
            *super()._transitions(),
            Transition(
                name="ask_stop",
                label=_lt("Stop Carrying Out"),
                sources=sources,
                target=None,
                role="officer",
                reason=True,
                is_batch=True,
                condition="_nothing_asked",
                values="_ask_stop_values",
                style="secondary",
            ),
            Transition(
                name="stop",
                label=_lt("Agree to Stop"),
                sources=sources,
                target="stopped",
                role="approver",
                unit="deciding_unit_id",
                is_task=True,
                is_batch=True,
                condition="_asked_to_stop",
            ),
        ]

    def _asked_to_stop(self):
        return self._asked_for("stop")

    def _ask_stop_values(self):
        told = self.env.context[TOLD]
        vals = {"stop_result": told.result, "stop_lessons": told.lessons}
        return {r.id: {"change_asked": "stop", **vals} for r in self}

    def action_ask_stop(self, reason, result, lessons):
        """Ask the accepting level to agree that these are stopped.

        :param reason: why
        :param result: what was reached, and what becomes of it now
        :param lessons: what was learned
        :return: a summary for several records, or False
        :raise UserError: when something is not told, or none can be stopped
        """
        texts = [t.strip() if isinstance(t, str) else "" for t in (result, lessons)]
        if not all(texts):
            raise UserError(self._told_too_little())
        told = Told(result=texts[0], lessons=texts[1])
        asking = self.with_context(**{TOLD: told})
        return asking.action_transition("ask_stop", reason)

    def action_transition(self, name, reason=None, back_to=None):
        """Move the records; to be stopped they tell more than the reason.

        :raise UserError: when it is not told what became of them
        """
        told = isinstance(self.env.context.get(TOLD), Told)
        if name == "ask_stop" and reason and not told:
            raise UserError(self._told_too_little())
        return super().action_transition(name, reason, back_to)

    @api.model
    def _told_too_little(self):
        return self.env._(
            "Say what was reached, what becomes of it, and what was learned."
        )
