"""A unit's question about the guidance of a campaign, and its way to an answer."""

import dataclasses

from odoo import api, fields, models
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition
from .campaign import RUNNING_STATES

_lt = LazyTranslate(__name__)

TOPICS = [
    ("what_where", "1. What and Where"),
    ("who_when", "2. Who and When"),
    ("results", "3. What Result"),
    ("criteria", "Criteria and scores"),
    ("dates", "Dates and quotas"),
    ("other", "Something else"),
]
ANSWERING = ("answer", "correct_answer")


class DanvanQuestion(models.Model):
    """“Hỏi về hướng dẫn”. Who asked stays with the asking unit and those above; what
    all units read is `danvan.answer`, which names nobody."""

    _name = "danvan.question"
    _inherit = ["danvan.workflow", "danvan.searchable", "danvan.scoped.decider"]
    _description = "Question about the Guidance"
    _order = "id desc"
    _rec_name = "question"
    _search_key_fields = ("question", "answer")
    _placing_fields = ("campaign_id", "unit_id")
    _owned_fields = (
        "state",
        "is_historical",
        "answer",
        "answered_on",
        "answered_by",
        "noted_on",
    )
    _closed_states = ("answered", "withdrawn")
    _decider = "answering_unit_id"

    campaign_id = fields.Many2one(
        "danvan.campaign",
        "Campaign",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._open_for_own(),
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Asking Unit",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    answering_unit_id = fields.Many2one(
        related="campaign_id.unit_id",
        string="To Be Answered by",
        store=True,
        index=True,
    )
    topic = fields.Selection(TOPICS, required=True, default="other", index=True)
    question = fields.Text(required=True)
    answer = fields.Text(readonly=True, copy=False)
    answered_on = fields.Date(readonly=True, copy=False)
    # The unit's name of that day.
    answered_by = fields.Char(readonly=True, copy=False)
    noted_on = fields.Date("Answer Noted on", readonly=True, copy=False)
    state = fields.Selection(
        [
            ("draft", "Not Sent Yet"),
            ("asked", "Waiting for an Answer"),
            ("answered", "Answered"),
            ("withdrawn", "Withdrawn"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    alike = fields.Json(compute="_compute_alike", export_string_translation=False)
    has_alike = fields.Boolean(
        compute="_compute_alike", export_string_translation=False
    )

    _list_idx = models.Index("(campaign_id, topic, id DESC)")

    @api.model
    def _transitions(self):
        return [
            Transition(
                name="ask",
                label=_lt("Send the Question"),
                sources=("draft",),
                target="asked",
                role="officer",
                guard="_not_askable",
            ),
            Transition(
                name="answer",
                label=_lt("Answer"),
                sources=("asked",),
                target="answered",
                role="officer",
                unit="answering_unit_id",
                reason=True,
                is_task=True,
                effect="_answered",
            ),
            Transition(
                name="correct_answer",
                label=_lt("Correct the Answer"),
                sources=("answered",),
                target=None,
                role="officer",
                unit="answering_unit_id",
                reason=True,
                effect="_answered",
                style="secondary",
            ),
            Transition(
                name="note_answer",
                label=_lt("Note the Answer"),
                sources=("answered",),
                target=None,
                role="officer",
                is_task=True,
                is_batch=True,
                condition="_not_noted",
                values="_noted_values",
            ),
            Transition(
                name="withdraw",
                label=_lt("Withdraw"),
                sources=("asked",),
                target="withdrawn",
                role="officer",
                outcome="withdrawn",
                style="secondary",
            ),
        ]

    @api.constrains("campaign_id", "unit_id")
    def _check_campaign_covers_unit(self):
        for campaign, unit in self.grouped(lambda q: (q.campaign_id, q.unit_id)):
            campaign._check_covers(unit)

    @api.depends("question", "campaign_id", "state")
    def _compute_alike(self):
        for question in self:
            campaign = question.campaign_id._origin
            found = question.state == "draft" and question.question and campaign
            question.alike = found and [
                {"question": one.question, "answer": one.answer}
                for one in self.env["danvan.answer"]._alike(campaign, question.question)
            ]
            question.has_alike = bool(question.alike)

    def _not_askable(self):
        """Return `{id: reason}` of the questions that cannot be sent."""
        reasons = {}
        for question in self:
            if not (question.question or "").strip():
                reasons[question.id] = self.env._("Write the question first.")
            elif question.campaign_id.sudo().state not in RUNNING_STATES:
                reasons[question.id] = self.env._(
                    "The campaign takes no questions at this time."
                )
        return reasons

    def _not_noted(self):
        return self.filtered(lambda question: not question.noted_on)

    def _noted_values(self):
        today = self.env["danvan.period"]._today()
        return {question.id: {"noted_on": today} for question in self}

    def _holding(self, transition):
        """Leaders answer as well as officers; the task is the officers'."""
        held = super()._holding(transition)
        if transition.name not in ANSWERING:
            return held
        leading = dataclasses.replace(transition, role="approver")
        return {**super()._holding(leading), **held}

    def _ask_reason(self, transition):
        """Return the dialog in which the answer is written."""
        action = super()._ask_reason(transition)
        if transition.name in ANSWERING:
            action["res_model"] = "danvan.question.answer"
        return action

    def _apply(self, transition, reason=None, *, holding=None, **how):
        if transition.name in ANSWERING:
            self._keep_answer(reason, self._holding(transition))
        return super()._apply(transition, reason, holding=holding, **how)

    def _keep_answer(self, answer, holding):
        """Write the answer; the right was asked for, the trail keeps each wording."""
        for question in self:
            unit = holding[question.id].sudo().unit_id
            question._write_owned(
                {
                    "answer": answer,
                    "answered_on": self.env["danvan.period"]._today(),
                    "answered_by": unit.name,
                    # What was corrected is noted anew.
                    "noted_on": False,
                }
            )

    def action_send(self):
        """Send what was written in the dialog: the transition, which asks the right.

        :return: what the transition answers
        """
        return self.action_transition("ask")

    def _answered(self):
        self.env["danvan.answer"]._publish(self)
