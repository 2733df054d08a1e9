"""What has been answered once, for all units of a campaign."""

from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.likeness import question_likeness
from ...tools.text import search_key
from .question import TOPICS

# Share of common words from which on an answer is shown beside a new question.
ALIKE_BAR = 0.5
# The newest of a campaign that are compared, and how many of them are shown.
COMPARED, SHOWN = 500, 3


class DanvanAnswer(models.Model):
    """A question with its answer, copied by the act of answering, as a published model
    is: nothing in it tells who asked, and each reader may read all of it."""

    _name = "danvan.answer"
    _inherit = ["danvan.searchable"]
    _description = "Answered Question"
    _order = "campaign_id desc, topic, id desc"
    _rec_name = "question"
    _search_key_fields = ("question", "answer")
    _owned_fields = (
        "question_id",
        "campaign_id",
        "topic",
        "question",
        "answer",
        "answered_on",
        "answered_by",
    )

    question_id = fields.Many2one(
        "danvan.question",
        "Original Question",
        required=True,
        index=True,
        ondelete="restrict",
    )
    campaign_id = fields.Many2one(
        "danvan.campaign", "Campaign", required=True, index=True, ondelete="restrict"
    )
    topic = fields.Selection(TOPICS, required=True)
    question = fields.Text(required=True)
    answer = fields.Text(required=True)
    answered_on = fields.Date(required=True)
    answered_by = fields.Char(required=True)
    asked_by = fields.Char(compute="_compute_asked_by")

    _question_unique = models.UniqueIndex("(question_id)")

    @api.depends_context("uid", "lang")
    @api.depends("question_id")
    def _compute_asked_by(self):
        """Name the asking unit to whoever reads its question, and to nobody else."""
        originals = self.sudo().question_id.sudo(False)
        readable = originals._filtered_access("read")
        for answer in self:
            original = answer.sudo().question_id
            known = original.id in readable.ids
            answer.asked_by = original.unit_id.name if known else self.env._("A unit")

    @api.model
    def _publish(self, questions):
        """Show `questions` with their answers to all units; the right was asked for
        by the transition, of which this is the consequence."""
        # sudo: what is written here is found whoever answers.
        found = self.sudo().search(Domain("question_id", "in", questions.ids))
        present = found.grouped(lambda answer: answer.question_id.id)
        missing = questions.filtered(lambda one: one.id not in present)
        for question in questions - missing:
            present[question.id]._write_owned(self._copied(question))
        self._create_owned(
            [{**self._copied(one), "question_id": one.id} for one in missing]
        )

    @api.model
    def _copied(self, question):
        """Return what of an answered question is for everybody."""
        return {
            "campaign_id": question.campaign_id.id,
            "topic": question.topic,
            "question": question.question,
            "answer": question.answer,
            "answered_on": question.answered_on,
            "answered_by": question.answered_by,
        }

    @api.model
    def _alike(self, campaign, text):
        """Return the answers of `campaign`, or of those above it, that likely answer
        `text`, the likeliest first; as the user, by the rules."""
        above = Domain("campaign_id", "parent_of", campaign.ids)
        key = search_key(text)
        answers = self.search(above, order="id desc", limit=COMPARED)
        shares = {
            one: question_likeness(key, search_key(one.question)) for one in answers
        }
        likely = [one for one in answers if shares[one] >= ALIKE_BAR]
        likely.sort(key=lambda one: -shares[one])
        return self.browse(one.id for one in likely[:SHOWN])


class DanvanCampaign(models.Model):
    """The questions that were answered in a campaign."""

    _inherit = "danvan.campaign"

    answer_ids = fields.One2many(
        "danvan.answer", "campaign_id", "Questions and Answers", readonly=True
    )

    def action_ask(self):
        """Open a new question about the guidance of this campaign.

        :return: the action that opens the dialog
        :raise UserError: unless it is one campaign
        """
        self._exactly_one()
        view = self.env.ref("danvan_kheo.danvan_question_view_form_ask")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Ask about the Guidance"),
            "res_model": "danvan.question",
            "views": [(view.id, "form")],
            "target": "new",
            "context": {"default_campaign_id": self.id},
        }
