"""A registration is paused for a time, and goes on."""

from odoo import api, models

from ..workflow.transition import Transition
from .registration_workflow import _lt


class DanvanRegistration(models.Model):
    """The officer asks with a reason and the unit's leader agrees; a leader does it
    alone where nobody asked, as a commune with one person must."""

    _inherit = "danvan.registration"

    @api.model
    def _transitions(self):
        return [
            *super()._transitions(),
            *self._pausing("running", "paused", "pause", self._pause_labels()),
            *self._pausing("paused", "running", "resume", self._resume_labels()),
        ]

    @api.model
    def _pause_labels(self):
        return _lt("Pause"), _lt("Agree to Pause"), _lt("Pause at Once")

    @api.model
    def _resume_labels(self):
        return _lt("Resume"), _lt("Agree to Resume"), _lt("Resume at Once")

    @api.model
    def _pausing(self, source, target, name, labels):
        """Return the three transitions of one direction: asked, agreed, at once.

        :param labels: their three labels
        """
        ask, agree, at_once = labels
        asking = {"reason": True, "is_batch": True, "condition": "_nothing_asked"}
        return [
            Transition(
                name=f"ask_{name}",
                label=ask,
                sources=(source,),
                target=None,
                role="officer",
                values=f"_ask_{name}_values",
                style="secondary",
                **asking,
            ),
            Transition(
                name=name,
                label=agree,
                sources=(source,),
                target=target,
                role="approver",
                is_task=True,
                is_batch=True,
                days=3,
                condition=f"_asked_to_{name}",
            ),
            Transition(
                name=f"{name}_at_once",
                label=at_once,
                sources=(source,),
                target=target,
                role="approver",
                style="secondary",
                **asking,
            ),
        ]

    def _asked_to_pause(self):
        return self._asked_for("pause")

    def _asked_to_resume(self):
        return self._asked_for("resume")

    def _ask_pause_values(self):
        return {r.id: {"change_asked": "pause"} for r in self}

    def _ask_resume_values(self):
        return {r.id: {"change_asked": "resume"} for r in self}
