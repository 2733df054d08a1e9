"""An evaluation: one registration scored once by one unit."""

from odoo import api, fields, models

STAGES = [("self", "Self-evaluation"), ("level", "Appraisal")]


class DanvanEvaluation(models.Model):
    """The scores that a unit gives to a registration: its own (“tự chấm”), then those
    of each level that decides on it (“thẩm định”).

    It is opened from registrations only, with everything that places it chosen by
    the server, and stands by the criteria set that the campaign has frozen.
    """

    _name = "danvan.evaluation"
    _inherit = ["danvan.workflow", "danvan.scoped.decider"]
    _decider = "evaluator_unit_id"
    _hand_unit = "evaluator_unit_id"
    _description = "Evaluation"
    _order = "id desc"
    _trail_is_restricted = True
    _placing_fields = (
        "registration_id",
        "stage",
        "evaluator_unit_id",
        "criteria_set_id",
    )

    registration_id = fields.Many2one(
        "danvan.registration",
        "Registration",
        required=True,
        index=True,
        ondelete="restrict",
    )
    unit_id = fields.Many2one(
        related="registration_id.unit_id",
        string="Registering Unit",
        store=True,
        index=True,
        precompute=True,
    )
    campaign_id = fields.Many2one(
        related="registration_id.campaign_id", store=True, index=True, precompute=True
    )
    sector_id = fields.Many2one(
        related="registration_id.sector_id", store=True, precompute=True
    )
    stage = fields.Selection(STAGES, required=True)
    evaluator_unit_id = fields.Many2one(
        "danvan.unit", "Scored by", required=True, index=True, ondelete="restrict"
    )
    level_id = fields.Many2one(
        "danvan.level",
        "Level",
        compute="_compute_level_id",
        store=True,
        precompute=True,
        help="The level of the unit that scores, as it was then.",
    )
    criteria_set_id = fields.Many2one(
        "danvan.criteria.set", "Criteria Set", required=True, ondelete="restrict"
    )
    score_ids = fields.One2many("danvan.evaluation.score", "evaluation_id", "Scores")
    knockout_ids = fields.Many2many(
        "danvan.criteria.knockout",
        string="Conditions that Exclude",
        domain="[('set_id', '=', criteria_set_id)]",
    )
    conclusion = fields.Text()

    _once_unique = models.UniqueIndex(
        "(registration_id, evaluator_unit_id, stage)",
        "This unit scores this registration already. Open that evaluation.",
    )

    @api.depends("evaluator_unit_id")
    def _compute_level_id(self):
        for evaluation in self:
            evaluation.level_id = evaluation.evaluator_unit_id.level_id

    @api.depends_context("lang")
    @api.depends("registration_id.display_name", "stage")
    def _compute_display_name(self):
        stages = dict(self._fields["stage"]._description_selection(self.env))
        for evaluation in self:
            stage = stages.get(evaluation.stage)
            # sudo: the name of what is scored, for whoever may read the scores.
            name = evaluation.sudo().registration_id.display_name
            evaluation.display_name = f"{stage}: {name}"

    def _evaluators(self):
        """Return the unit that scored, and who continues it."""
        # sudo: who came after whom is no secret.
        unit = self.sudo().evaluator_unit_id
        return unit | unit.heir_ids

    @api.model
    def _open(self, registrations, stage, evaluators, criteria):
        """Create the evaluations of `registrations`, with a line for each criterion.

        The caller has checked the right.

        :param registrations: recordset of `danvan.registration`
        :param stage: self or level
        :param evaluators: `{registration_id: unit}` who scores
        :param criteria: `{registration_id: criteria set}`
        """
        evaluations = self._create_owned(
            [
                {
                    "registration_id": registration.id,
                    "stage": stage,
                    "evaluator_unit_id": evaluators[registration.id].id,
                    "criteria_set_id": criteria[registration.id].id,
                }
                for registration in registrations
            ]
        )
        self.env["danvan.evaluation.score"]._open(evaluations)
        return evaluations
