"""A criteria set: what is scored, out of how many points, and what a total means."""

from itertools import pairwise

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools.translate import LazyTranslate

from ..registration.registration import KINDS, SUBJECTS
from ..workflow.transition import Transition
from . import points

_lt = LazyTranslate(__name__)

FULL_SCORE = 100
# From these states on the units below see the sets of those above them.
PUBLIC_STATES = ("issued", "frozen", "closed")
# States in which a set may be chosen for a campaign that is to be launched.
USABLE_STATES = ("issued", "frozen")
# States of campaigns that need their sets no more.
ENDED_CAMPAIGNS = ("closed", "cancelled")


class DanvanCriteriaSet(models.Model):
    """A yearly table of criteria of one unit, issued by its leader and frozen once a
    campaign that uses it has been launched.

    A set without a unit is a sample that came with the module: everybody reads and
    copies it, nobody issues or uses it.
    """

    _name = "danvan.criteria.set"
    _inherit = ["danvan.workflow", "danvan.searchable"]
    _description = "Criteria Set"
    _order = "year desc, id desc"
    _owned_fields = ("state", "is_historical", "campaign_ids")
    _placing_fields = ("unit_id",)
    _closed_states = ("closed",)

    name = fields.Char(required=True)
    unit_id = fields.Many2one(
        "danvan.unit",
        "Issued by",
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    year = fields.Integer(default=lambda self: self.env["danvan.period"]._today().year)
    kind = fields.Selection(KINDS, "For", required=True, default="model", index=True)
    subject_type = fields.Selection(
        SUBJECTS,
        "Only for",
        help="Leave empty for all: collectives, persons, households.",
    )
    is_sample = fields.Boolean(
        "Sample for Reference", compute="_compute_is_sample", store=True
    )
    note = fields.Text("Guidance for Scoring")
    group_ids = fields.One2many("danvan.criteria.group", "set_id", "Groups")
    criterion_ids = fields.One2many("danvan.criterion", "set_id", "Criteria")
    grade_ids = fields.One2many("danvan.criteria.grade", "set_id", "Grades", copy=True)
    knockout_ids = fields.One2many(
        "danvan.criteria.knockout", "set_id", "Conditions that Exclude", copy=True
    )
    total = fields.Float("Sum of Points", digits=(5, 1), compute="_compute_total")
    # Chosen on the campaign; a draft set must not slip into a launched one.
    campaign_ids = fields.Many2many(
        "danvan.campaign", string="Used by", readonly=True, copy=False
    )
    state = fields.Selection(
        [
            ("draft", "In Preparation"),
            ("issued", "Issued"),
            ("frozen", "In Use"),
            ("closed", "No Longer Used"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    is_public_below = fields.Boolean(compute="_compute_is_public_below", store=True)

    _unit_required = models.Constraint(
        "CHECK (unit_id IS NOT NULL OR state = 'draft')",
        "Only a set of a unit can be issued. Make an own copy of the sample first.",
    )
    _list_idx = models.Index("(year DESC, id DESC)")

    @api.model
    def _transitions(self):
        return [
            Transition(
                name="issue",
                label=_lt("Issue"),
                sources=("draft",),
                target="issued",
                role="approver",
                guard="_not_ready_to_issue",
            ),
            Transition(
                name="reopen",
                label=_lt("Reopen"),
                sources=("issued",),
                target="draft",
                role="approver",
                reason=True,
                outcome="returned",
                style="secondary",
            ),
            Transition(
                name="freeze",
                label=_lt("Put to use by a campaign"),
                sources=("issued",),
                target="frozen",
                role="officer",
                is_automatic=True,
            ),
            Transition(
                name="close",
                label=_lt("Closed with its campaign"),
                sources=("frozen",),
                target="closed",
                role="officer",
                is_automatic=True,
            ),
        ]

    @api.depends("unit_id")
    def _compute_is_sample(self):
        for criteria_set in self:
            criteria_set.is_sample = not criteria_set.unit_id

    @api.depends("criterion_ids.max_score")
    def _compute_total(self):
        for criteria_set in self:
            criteria_set.total = sum(criteria_set.criterion_ids.mapped("max_score"))

    @api.depends("state")
    def _compute_is_public_below(self):
        for criteria_set in self:
            criteria_set.is_public_below = criteria_set.state in PUBLIC_STATES

    def _not_ready_to_issue(self):
        """Return `{id: reason}` of the sets that cannot be issued as they are."""
        reasons = {}
        for criteria_set in self:
            faults = criteria_set._faults()
            if faults:
                reasons[criteria_set.id] = "\n".join(faults)
        return reasons

    def _faults(self):
        """Return one sentence for each thing that is wrong with this set."""
        if not self.criterion_ids:
            return [self.env._("There is no criterion yet. Add at least one.")]
        return [*self._faults_of_points(), *self._faults_of_grades()]

    def _faults_of_points(self):
        if self.total == FULL_SCORE:
            return []
        return [
            self.env._(
                "The maximum points add up to %(sum)s. Change them so that they add up "
                "to %(full)s.",
                sum=points.label(self.total),
                full=FULL_SCORE,
            )
        ]

    def _faults_of_grades(self):
        grades = self.grade_ids.sorted("sequence")
        lowest = grades.filtered(lambda grade: not grade.minimum)
        if not lowest:
            return [self.env._("No grade begins at 0 points. Add the lowest grade.")]
        faults = []
        if any(higher.minimum <= lower.minimum for higher, lower in pairwise(grades)):
            faults.append(
                self.env._("The grades are to stand from the highest to the lowest.")
            )
        if lowest.permits_recognition:
            faults.append(
                self.env._(
                    "The grade that begins at 0 points cannot permit recognition: "
                    "whoever meets a condition that excludes falls into it."
                )
            )
        return faults

    def _grade(self, total, is_excluded=False):
        """Return the grade of a total.

        :param total: sum of points
        :param is_excluded: whether a condition that excludes applies; the grade is
            then the lowest, which does not permit recognition
        """
        grades = self.grade_ids.sorted("minimum", reverse=True)
        if is_excluded:
            return grades[-1:]
        return grades.filtered(lambda grade: grade.minimum <= total)[:1]

    def _fitting_best(self, kind, subject_type):
        """Return the one of these sets made for a sort of registration: for just that
        subject before for all subjects; empty when none fits."""
        fitting = self.filtered(
            lambda s: s.kind == kind and s.subject_type in (subject_type, False)
        )
        return fitting.sorted(lambda s: (not s.subject_type, s.id))[:1]

    def _unused(self):
        """Return those of these sets that no campaign, nor one below it that takes
        over its sets, uses any more."""
        users = self.env["danvan.campaign"].search(
            [("id", "child_of", self.campaign_ids.ids)]
        )
        live = users.filtered(lambda c: c.state not in ENDED_CAMPAIGNS)
        used = self.browse().union(*(c._criteria_sets() for c in live))
        return self - used

    def action_copy_to_own_unit(self):
        """Copy a sample or an earlier set into the unit of the person, as a draft.

        :return: the action that opens the copy
        :raise UserError: when the person is officer of no unit
        """
        self._exactly_one()
        unit = self.env["danvan.campaign"]._own_unit()
        if not unit:
            raise UserError(
                self.env._(
                    "Only the officer of a unit makes an own copy. Ask the "
                    "administrator for an assignment."
                )
            )
        today = self.env["danvan.period"]._today()
        own = self.copy({"unit_id": unit.id, "year": today.year, "name": self.name})
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": own.id,
            "views": [(False, "form")],
        }

    def copy(self, default=None):
        """Copy with groups and criteria, each criterion in the copy of its group."""
        copies = super().copy(default)
        for old, new in zip(self, copies, strict=True):
            new._take_criteria_of(old)
        return copies

    def _take_criteria_of(self, old):
        self.write({"group_ids": [Command.create(g._copied()) for g in old.group_ids]})
        groups = dict(zip(old.group_ids.ids, self.group_ids.ids, strict=True))
        self.write(
            {
                "criterion_ids": [
                    Command.create(
                        dict(c._copied(), group_id=groups.get(c.group_id.id, False))
                    )
                    for c in old.criterion_ids
                ]
            }
        )
