"""The dialog in which a question about the guidance is answered."""

from odoo import api, fields, models


class DanvanQuestionAnswer(models.TransientModel):
    """Shows what was asked and takes the answer, which all units will read."""

    _name = "danvan.question.answer"
    _inherit = ["danvan.document.dialog"]
    _description = "Answer to a Question"

    question = fields.Text(compute="_compute_question")
    answer = fields.Text(
        required=True,
        default=lambda self: self._present_answer(),
        help="All units of the campaign will read it.",
    )

    def _questions(self):
        questions = self._documents()
        questions.check_access("read")
        return questions

    # No `depends_context`: what a client puts there would be a key of the cache.
    @api.depends()
    def _compute_question(self):
        asked = "\n".join(self._questions().mapped("display_name"))
        for dialog in self:
            dialog.question = asked

    @api.model
    def _present_answer(self):
        """Return the wording that is corrected; nothing for new or several ones."""
        asked = self.env.context.get("danvan_model") == "danvan.question"
        questions = self._questions() if asked else self.env["danvan.question"]
        return questions.answer if len(questions) == 1 else False

    def action_confirm(self):
        """Answer the questions for which the dialog was opened.

        :return: what the act answers, or the action that closes the dialog
        :raise UserError: when it was not opened from a document's button
        """
        self.ensure_one()
        name = self.env.context.get("danvan_transition")
        result = self._questions().action_transition(name, self.answer)
        return result or {"type": "ir.actions.act_window_close"}
