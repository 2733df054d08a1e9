"""What is asked of an accepted registration, and who answers: pause, stop, move."""

from odoo import api, fields, models

from ..workflow.transition import Transition
from .registration_workflow import HALTED_STATES, _lt

# Acts that ask; what is asked by each.
ASKING = {
    "ask_pause": "pause",
    "ask_resume": "resume",
    "ask_stop": "stop",
    "ask_move": "move",
}
# Of a move first the giving unit is asked, then the receiving one: one at a time, so
# that no step is settled in another's name.
CHANGES = [
    ("pause", "Pause"),
    ("resume", "Resume"),
    ("stop", "Stop Carrying Out"),
    ("move", "Move to Another Unit"),
    ("move_in", "Move to Another Unit, Agreed by Its Own"),
]
# Who answers, and who may take back what was asked.
ANSWERING = {
    "pause": "unit_id",
    "resume": "unit_id",
    "stop": "deciding_unit_id",
    "move": "unit_id",
    "move_in": "move_to_unit_id",
}
ASKERS = dict.fromkeys(("pause", "resume", "stop"), "unit_id")
# What is forgotten when the answer is given, or the registration moves on by itself.
NOTHING_ASKED = {
    "change_asked": False,
    "change_asked_reason": False,
    "move_to_unit_id": False,
}


class DanvanRegistration(models.Model):
    """One thing is asked at a time. It waits for one leader, who agrees by an act of
    its own or declines; any move of the registration ends it."""

    _inherit = "danvan.registration"
    _owned_fields = ("change_asked", "change_asked_reason", "halted_on", "halt_reason")

    change_asked = fields.Selection(CHANGES, "Asked", copy=False)
    change_asked_reason = fields.Text("Why it is Asked", copy=False)
    answering_unit_id = fields.Many2one(
        "danvan.unit",
        "Waits for the Answer of",
        compute="_compute_asking_units",
        compute_sudo=True,
    )
    asking_unit_id = fields.Many2one(
        "danvan.unit",
        compute="_compute_asking_units",
        compute_sudo=True,
        export_string_translation=False,
    )
    halted_on = fields.Date("Paused, Stopped or Removed on", copy=False)
    halt_reason = fields.Text("Why it was Paused, Stopped or Removed", copy=False)

    # The list of changes filters by it.
    _asked_idx = models.Index("(change_asked) WHERE change_asked IS NOT NULL")

    @api.depends("change_asked", "unit_id", "deciding_unit_id", "move_to_unit_id")
    def _compute_asking_units(self):
        for registration in self:
            asked = registration.change_asked
            answering = ANSWERING.get(asked)
            asking = asked and ASKERS.get(asked, "deciding_unit_id")
            registration.answering_unit_id = answering and registration[answering]
            registration.asking_unit_id = asking and registration[asking]

    @api.model
    def _transitions(self):
        sources = ("running", "paused")
        return [
            *super()._transitions(),
            Transition(
                name="decline_change",
                label=_lt("Decline"),
                sources=sources,
                target=None,
                role="approver",
                unit="answering_unit_id",
                reason=True,
                is_batch=True,
                outcome="refused",
                condition="_something_asked",
                values="_answered_values",
                style="secondary",
            ),
            Transition(
                name="take_back_change",
                label=_lt("Take Back What was Asked"),
                sources=sources,
                target=None,
                role="officer",
                unit="asking_unit_id",
                outcome="withdrawn",
                condition="_something_asked",
                values="_answered_values",
                style="secondary",
            ),
        ]

    @api.model
    def _act_labels(self):
        # On the button one does it, in the trail it was asked.
        return {
            **super()._act_labels(),
            "ask_pause": self.env._("Asked to Pause"),
            "ask_resume": self.env._("Asked to Resume"),
            "ask_stop": self.env._("Asked to Stop"),
            "ask_move": self.env._("Asked to Move to Another Unit"),
        }

    def _something_asked(self):
        # sudo: only whether; the button is for who reads the registration.
        return self.filtered(lambda r: r.sudo().change_asked)

    def _nothing_asked(self):
        return self - self._something_asked()

    def _asked_for(self, change):
        """Return those of which `change` is asked."""
        return self.filtered(lambda r: r.sudo().change_asked == change)

    def _answered_values(self):
        return {r.id: NOTHING_ASKED for r in self}

    def _can_be_put_up(self):
        # Another act in between would settle the step of what is asked.
        return super()._can_be_put_up()._nothing_asked()

    def _apply(self, transition, reason=None, **how):
        """Move the records; what was asked is answered or lapses by it."""
        if transition.target:
            self._note_standstill(transition, reason)
        result = super()._apply(transition, reason, **how)
        if transition.name in ASKING:
            self._write_owned({"change_asked_reason": reason})
        return result

    def _note_standstill(self, transition, reason):
        """Keep since when and why these stand still, or that they do so no more.

        What was asked gives the reason where the act itself asks for none.
        """
        halts = transition.target in HALTED_STATES
        # sudo: the act was checked just before.
        touched = self.sudo().filtered(lambda r: halts or r.change_asked or r.halted_on)
        today = halts and self.env["danvan.period"]._today()
        for asked, records in touched.grouped("change_asked_reason").items():
            why = reason if transition.reason else asked or reason
            standstill = {"halted_on": today, "halt_reason": halts and why}
            records._write_owned({**NOTHING_ASKED, **standstill})
