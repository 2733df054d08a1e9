"""Lines of a criteria set: groups, criteria, grades and conditions that exclude."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from . import points


class DanvanCriteriaLine(models.AbstractModel):
    """A line belongs to its set for good, takes its unit from it, and locks with it."""

    _name = "danvan.criteria.line"
    _inherit = ["danvan.guarded"]
    _description = "Line of a Criteria Set"
    _order = "set_id, sequence, id"
    _placing_fields = ("set_id",)

    set_id = fields.Many2one(
        "danvan.criteria.set", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        related="set_id.unit_id", store=True, index=True, string="Unit"
    )
    sequence = fields.Integer(default=10)

    def _copied(self):
        """Return the values of a copy in another set."""
        [vals] = self.copy_data()
        vals.pop("set_id")
        return vals


class DanvanCriteriaGroup(models.Model):
    """A group of criteria; its points are those of its criteria."""

    _name = "danvan.criteria.group"
    _inherit = ["danvan.criteria.line"]
    _description = "Group of Criteria"

    number = fields.Char("No.", help="As on paper: I, II, III …")
    name = fields.Char(required=True)
    criterion_ids = fields.One2many("danvan.criterion", "group_id", "Criteria")
    max_score = fields.Float("Maximum", digits=(5, 1), compute="_compute_max_score")

    @api.depends("criterion_ids.max_score")
    def _compute_max_score(self):
        for group in self:
            group.max_score = sum(group.criterion_ids.mapped("max_score"))

    @api.depends("number", "name")
    def _compute_display_name(self):
        for group in self:
            parts = (group.number, group.name)
            group.display_name = ". ".join(part for part in parts if part)


class DanvanCriterion(models.Model):
    """One thing that is scored."""

    _name = "danvan.criterion"
    _inherit = ["danvan.criteria.line"]
    _description = "Criterion"

    group_id = fields.Many2one(
        "danvan.criteria.group",
        "Group",
        index=True,
        ondelete="restrict",
        domain="[('set_id', '=', set_id)]",
    )
    number = fields.Char("No.")
    name = fields.Char("Criterion", required=True)
    max_score = fields.Float("Maximum", digits=(5, 1), required=True)
    hint = fields.Char("How to Score")

    @api.constrains("max_score")
    def _check_max_score(self):
        for criterion in self:
            most = criterion.max_score
            if most <= 0 or not points.is_half_step(most):
                raise ValidationError(
                    self.env._(
                        "“%s”: the maximum is above 0, in whole or half points.",
                        criterion.name,
                    )
                )

    @api.constrains("group_id", "set_id")
    def _check_group(self):
        for criterion in self:
            if criterion.group_id and criterion.group_id.set_id != criterion.set_id:
                raise ValidationError(
                    self.env._(
                        "“%s”: its group belongs to another criteria set.",
                        criterion.name,
                    )
                )


class DanvanCriteriaGrade(models.Model):
    """What a total means, from how many points on."""

    _name = "danvan.criteria.grade"
    _inherit = ["danvan.criteria.line"]
    _description = "Grade"

    name = fields.Char(required=True)
    minimum = fields.Float("From", digits=(5, 1))
    permits_recognition = fields.Boolean("Can Be Recognised")

    _minimum_unique = models.Constraint(
        "UNIQUE (set_id, minimum)", "Two grades begin at the same number of points."
    )

    @api.constrains("minimum")
    def _check_minimum(self):
        for grade in self:
            if not 0 <= grade.minimum <= 100 or not points.is_half_step(grade.minimum):
                raise ValidationError(
                    self.env._(
                        "“%s” begins between 0 and 100, in whole or half points.",
                        grade.name,
                    )
                )


class DanvanCriteriaKnockout(models.Model):
    """A condition that excludes from recognition, whatever the points."""

    _name = "danvan.criteria.knockout"
    _inherit = ["danvan.criteria.line"]
    _description = "Condition that Excludes"

    name = fields.Char("Condition", required=True)
