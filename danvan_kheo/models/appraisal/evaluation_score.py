"""A line of an evaluation: the score for one criterion."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from . import points


class DanvanEvaluationScore(models.Model):
    """One criterion scored. The lines are made with their evaluation; the unit's own
    score stands beside that of each later level."""

    _name = "danvan.evaluation.score"
    _inherit = ["danvan.guarded", "danvan.scoped.decider"]
    _decider = "evaluator_unit_id"
    _narrowed_through = "evaluation_id"
    _description = "Score"
    _order = "evaluation_id, id"
    _rec_name = "criterion_id"
    _placing_fields = ("evaluation_id", "criterion_id")
    _owned_fields = ("self_score",)

    evaluation_id = fields.Many2one(
        "danvan.evaluation", required=True, index=True, ondelete="cascade"
    )
    criterion_id = fields.Many2one(
        "danvan.criterion", "Criterion", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        related="evaluation_id.unit_id", store=True, index=True, precompute=True
    )
    evaluator_unit_id = fields.Many2one(
        related="evaluation_id.evaluator_unit_id",
        store=True,
        index=True,
        precompute=True,
    )
    number = fields.Char(related="criterion_id.number", string="No.")
    group_id = fields.Many2one(
        related="criterion_id.group_id", string="Group of Criteria"
    )
    group_label = fields.Char(
        "Group", compute="_compute_group_label", compute_sudo=True
    )
    hint = fields.Char(related="criterion_id.hint", string="How to Score")
    max_score = fields.Float(
        "Maximum",
        related="criterion_id.max_score",
        store=True,
        precompute=True,
        aggregator=None,
    )
    self_score = fields.Float("Own Score", digits=(5, 1), readonly=True)
    score = fields.Float(digits=(5, 1))
    reason = fields.Char("Reason of the Difference")
    evidence = fields.Char()
    lacks_reason = fields.Boolean(compute="_compute_lacks_reason")

    _criterion_unique = models.Constraint(
        "UNIQUE (evaluation_id, criterion_id)",
        "This criterion has its line in the evaluation already.",
    )

    @api.depends("score", "self_score", "reason")
    def _compute_lacks_reason(self):
        for line in self:
            differs = line.score != line.self_score
            line.lacks_reason = (
                line.evaluation_id.stage == "level"
                and differs
                and not (line.reason or "").strip()
            )

    @api.depends("evaluation_id.score_ids", "criterion_id.group_id")
    def _compute_group_label(self):
        """Name the group beside the first of its lines; the screen adds its points."""
        for line in self:
            group = line.criterion_id.group_id
            siblings = line.evaluation_id.score_ids.filtered(
                lambda s, g=group: s.criterion_id.group_id == g
            )
            is_first = siblings[:1].criterion_id == line.criterion_id
            line.group_label = group.display_name if group and is_first else False

    @api.constrains("score")
    def _check_score(self):
        wrong = self.filtered(
            lambda s: (
                not 0 <= s.score <= s.max_score or not points.is_half_step(s.score)
            )
        )
        if wrong:
            raise ValidationError("\n".join(line._fault_of_score() for line in wrong))

    def _fault_of_score(self):
        return self.env._(
            "“%(criterion)s”: %(score)s is no possible score. Give 0 to %(most)s "
            "points, in whole or half points.",
            criterion=self.criterion_id.name,
            score=f"{self.score:g}".replace(".", ","),
            most=points.label(self.max_score),
        )

    def _difference_label(self):
        return self.env._(
            "• %(criterion)s: %(own)s by the unit, %(score)s here",
            criterion=self.criterion_id.name,
            own=points.label(self.self_score),
            score=points.label(self.score),
        )

    @api.model
    def _open(self, evaluations):
        """Create one line for each criterion of each evaluation, with the unit's own
        score where it has given one."""
        own = self._own_scores(evaluations)
        self._create_owned(
            [
                {
                    "evaluation_id": evaluation.id,
                    "criterion_id": criterion.id,
                    "self_score": own.get(
                        (evaluation.registration_id.id, criterion.id)
                    ),
                }
                for evaluation in evaluations.sudo()
                for criterion in evaluation.criteria_set_id.criterion_ids
            ]
        )

    @api.model
    def _own_scores(self, evaluations):
        """Return `{(registration_id, criterion_id): score}` of concluded
        self-evaluations."""
        # sudo: the unit's concluded scores are there for every later level.
        lines = self.sudo().search(
            [
                (
                    "evaluation_id.registration_id",
                    "in",
                    evaluations.registration_id.ids,
                ),
                ("evaluation_id.stage", "=", "self"),
                ("evaluation_id.state", "=", "concluded"),
            ]
        )
        return {
            (line.evaluation_id.registration_id.id, line.criterion_id.id): line.score
            for line in lines
        }
