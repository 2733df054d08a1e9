"""A registration is scored by its own unit, then by each level that decides."""

from odoo import api, fields, models
from odoo.exceptions import UserError

SCORED_CAMPAIGNS = ("launched", "evaluating")


class DanvanRegistration(models.Model):
    """Its evaluations, the grade they came to, and the buttons that open them."""

    _inherit = "danvan.registration"

    evaluation_ids = fields.One2many(
        "danvan.evaluation", "registration_id", "Evaluations", readonly=True
    )
    grade_id = fields.Many2one(
        "danvan.criteria.grade",
        "Grade",
        compute="_compute_grade_id",
        compute_sudo=True,
        store=True,
        index="btree_not_null",
        ondelete="restrict",
        help="Concluded by the level that decides.",
    )
    total_score = fields.Float(
        "Total Score",
        digits=(5, 1),
        compute="_compute_grade_id",
        compute_sudo=True,
        store=True,
        aggregator="avg",
    )
    self_total_score = fields.Float(
        "Own Total",
        digits=(5, 1),
        compute="_compute_self_total_score",
        compute_sudo=True,
        store=True,
        aggregator="avg",
        help="Of the concluded self-evaluation.",
    )

    @api.depends(
        "evaluation_ids.state",
        "evaluation_ids.grade_id",
        "evaluation_ids.total",
        "deciding_unit_id",
    )
    def _compute_grade_id(self):
        for registration in self:
            decided = registration._concluded_evaluations("level").filtered(
                lambda e, r=registration: e.evaluator_unit_id == r.deciding_unit_id
            )
            registration.grade_id = decided.grade_id
            registration.total_score = decided.total

    @api.depends("evaluation_ids.state", "evaluation_ids.total")
    def _compute_self_total_score(self):
        for registration in self:
            own = registration._concluded_evaluations("self")
            registration.self_total_score = own[:1].total

    def _concluded_evaluations(self, stage):
        return self.evaluation_ids.filtered(
            lambda e: e.stage == stage and e.state == "concluded"
        )

    def action_self_evaluate(self):
        """Open the self-evaluations of these registrations, made where missing.

        :return: the action that opens them
        :raise UserError: when there is none to open, with the reasons
        """
        self.check_access("read")
        found = self._evaluations_of("self", {r.id: r.unit_id for r in self})
        refusals = (self - found.registration_id)._self_evaluation_refusals()
        units = {r.id: r.unit_id for r in self}
        return self._open_evaluations("self", found, refusals, units)

    def action_appraise(self):
        """Open the appraisals of these registrations at the level whose turn it is.

        :return: the action that opens them
        :raise UserError: when there is none to open, with the reasons
        """
        self.check_access("read")
        units = self._appraising_units()
        found = self._evaluations_of("level", units)
        refusals = (self - found.registration_id)._appraisal_refusals(units)
        return self._open_evaluations("level", found, refusals, units)

    def _open_evaluations(self, stage, found, refusals, units):
        """Make the evaluations that are missing and not refused, then open all."""
        fresh = self.filtered(
            lambda r: r not in found.registration_id and r.id not in refusals
        )
        criteria = fresh.sudo()._criteria_sets()
        refusals |= {r.id: r._no_criteria() for r in fresh if not criteria[r.id]}
        fresh = fresh.filtered(lambda r: r.id not in refusals)
        if not found and not fresh:
            raise UserError("\n".join(self._refusal_lines(refusals)))
        made = self.env["danvan.evaluation"]._open(fresh, stage, units, criteria)
        return self._action_of_evaluations(found | made)

    @api.model
    def _action_of_evaluations(self, evaluations):
        xmlid = "danvan_kheo.danvan_evaluation_action_all"
        action = self.env["ir.actions.act_window"]._for_xml_id(xmlid)
        if len(evaluations) == 1:
            return action | {"res_id": evaluations.id, "views": [(False, "form")]}
        return action | {"domain": [("id", "in", evaluations.ids)]}

    def _evaluations_of(self, stage, units):
        """Return the evaluations of these registrations by their unit of `units` that
        the person may read."""
        evaluations = self.env["danvan.evaluation"].search(
            [("registration_id", "in", self.ids), ("stage", "=", stage)]
        )
        return evaluations.filtered(
            lambda e: units[e.registration_id.id] in e._evaluators()
        )

    def _appraising_units(self):
        """Return `{id: unit}` whose turn it is to appraise: who decides, then, for
        those put up, the level above."""
        units = {}
        for registration in self.sudo():
            ended = registration.state == "done"
            higher = registration.higher_unit_id if ended else None
            unit = higher or registration.deciding_unit_id
            units[registration.id] = unit and unit._heir()
        return units

    def _self_evaluation_refusals(self):
        """Return `{id: reason}` of those whose self-evaluation cannot be made now."""
        refusals = {}
        for registration in self:
            if not registration.user_can_edit:
                refusals[registration.id] = self.env._(
                    "Only an officer of %s makes its self-evaluation.",
                    registration.unit_id.name,
                )
            elif registration.state != "running":
                refusals[registration.id] = self.env._(
                    "A self-evaluation is made while the registration is running."
                )
            elif registration.campaign_id.sudo().state not in SCORED_CAMPAIGNS:
                refusals[registration.id] = self.env._("The campaign has been closed.")
        return refusals

    def _appraisal_refusals(self, units):
        """Return `{id: reason}` of those that this person cannot appraise now."""
        evaluators = self.env["danvan.unit"].union(*(units[id_] for id_ in self.ids))
        held = self.env["danvan.assignment"]._holding(evaluators, "appraiser")
        candidates = {r: held[units[r.id].id] for r in self if units[r.id].id in held}
        fitting = self._first_fitting(candidates)
        refusals = {}
        for registration in self:
            unit = units[registration.id]
            if registration.state not in ("self_assessed", "done"):
                refusals[registration.id] = self.env._(
                    "The unit's self-evaluation has not been concluded yet."
                )
            elif registration.campaign_id.sudo().state not in SCORED_CAMPAIGNS:
                refusals[registration.id] = self.env._("The campaign has been closed.")
            elif registration.id not in fitting:
                refusals[registration.id] = self.env._(
                    "It is the turn of the appraisers of %s.", unit.sudo().name
                )
        return refusals

    def _criteria_sets(self):
        """Return `{id: criteria set}`: that of the self-evaluation, so that scores
        stand beside each other, else the one that the campaign has for its sort."""
        used = {
            evaluation.registration_id.id: evaluation.criteria_set_id
            for evaluation in self.evaluation_ids
            if evaluation.stage == "self"
        }
        return {r.id: used.get(r.id) or r._criteria_set_of_campaign() for r in self}

    def _criteria_set_of_campaign(self):
        frozen = self.campaign_id._criteria_sets().filtered(
            lambda criteria_set: criteria_set.state == "frozen"
        )
        return frozen._fitting_best(self.kind, self.subject_type)

    def _no_criteria(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        subjects = dict(self._fields["subject_type"]._description_selection(self.env))
        return self.env._(
            "The campaign has no criteria set for: %(kind)s, %(subject)s.",
            kind=kinds[self.kind],
            subject=subjects[self.subject_type],
        )
