"""What the scores of an evaluation come to, and what still stands against them."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class DanvanEvaluation(models.Model):
    """Total and grade follow from scores and conditions; nobody types them in."""

    _inherit = "danvan.evaluation"

    total = fields.Float(
        "Total Score",
        digits=(5, 1),
        compute="_compute_total",
        store=True,
        aggregator="avg",
    )
    self_total = fields.Float(
        "Total of the Self-evaluation",
        digits=(5, 1),
        compute="_compute_total",
        store=True,
        aggregator="avg",
    )
    grade_id = fields.Many2one(
        "danvan.criteria.grade",
        "Grade",
        compute="_compute_grade_id",
        store=True,
        index=True,
        ondelete="restrict",
    )
    permits_recognition = fields.Boolean(
        "Can Be Recognised", related="grade_id.permits_recognition"
    )

    @api.depends("score_ids.score", "score_ids.self_score")
    def _compute_total(self):
        for evaluation in self:
            evaluation.total = sum(evaluation.score_ids.mapped("score"))
            evaluation.self_total = sum(evaluation.score_ids.mapped("self_score"))

    @api.depends("total", "knockout_ids", "criteria_set_id")
    def _compute_grade_id(self):
        for evaluation in self:
            # sudo: the grades of the set that the evaluation stands by.
            criteria_set = evaluation.sudo().criteria_set_id
            excluded = bool(evaluation.knockout_ids)
            evaluation.grade_id = criteria_set._grade(evaluation.total, excluded)

    @api.constrains("knockout_ids")
    def _check_knockouts(self):
        for evaluation in self:
            if evaluation.knockout_ids.set_id - evaluation.criteria_set_id:
                raise ValidationError(
                    self.env._(
                        "A condition that excludes is taken from the criteria set of "
                        "this evaluation."
                    )
                )

    def _missing_reasons(self):
        """Return `{id: reason}` of the evaluations that cannot be sent yet."""
        reasons = {}
        for evaluation in self.filtered(lambda e: e.stage == "level"):
            lines = evaluation.score_ids.filtered("lacks_reason")
            if lines:
                head = self.env._("Write why these scores differ from the unit's own:")
                reasons[evaluation.id] = "\n".join(
                    [head, *(line._difference_label() for line in lines)]
                )
        return reasons

    def action_copy_self_score(self):
        """Take over the unit's own score wherever nothing has been scored yet.

        :raise UserError: on a self-evaluation, which has none before it
        """
        self.check_access("write")
        if any(evaluation.stage == "self" for evaluation in self):
            raise UserError(self.env._("A self-evaluation has no scores before it."))
        untouched = self.score_ids.filtered(lambda s: not s.score and not s.reason)
        for score, lines in untouched.grouped("self_score").items():
            lines.write({"score": score})
        return True  # XML-RPC carries no None
