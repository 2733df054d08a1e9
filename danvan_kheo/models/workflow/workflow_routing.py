"""How a document goes along its route before it leaves the unit."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import groupby


class DanvanWorkflow(models.AbstractModel):
    """Submitting freezes the steps of a route on the record; each agreement opens the
    next one, and the last moves the record on."""

    _inherit = "danvan.workflow"

    step_ids = fields.One2many(
        "danvan.approval.step",
        "res_id",
        "Steps",
        domain=lambda self: [
            ("res_model", "=", self._name),
            ("state", "!=", "withdrawn"),
        ],
        copy=False,
    )
    current_step_id = fields.Many2one(
        "danvan.approval.step",
        "Present Step",
        compute="_compute_current_step_id",
        compute_sudo=True,
    )
    route_warning = fields.Text(
        compute="_compute_route_warning", export_string_translation=False
    )

    @api.depends("state")
    def _compute_current_step_id(self):
        pending = self.env["danvan.approval.step"]._of(self, "pending")
        deciding = pending.filtered(lambda s: s.is_routed and not s.is_opinion)
        current = {step.res_id: step for step in deciding}
        for record in self:
            record.current_step_id = current.get(record.id)

    @api.depends("state", "unit_id")
    def _compute_route_warning(self):
        """Tell who submits, before submitting, where nobody would act."""
        for record in self:
            begins = record.unit_id and record._starts_route()
            told = begins and record.sudo()._nobody_there(strict=False)
            record.route_warning = "\n".join(told or [])

    def _starts_route(self):
        """Tell whether this record may be submitted now."""
        self.ensure_one()
        return any(
            transition.starts_route and self.state in transition.sources
            for transition in self._transitions()
        )

    @api.model
    def _goes_by_route(self):
        """Tell whether documents of this model go by a route."""
        return any(transition.starts_route for transition in self._transitions())

    @api.model
    def _agreeing(self, whose):
        """Return the transition that agrees at a step of the own or another unit.

        :param whose: own or other
        """
        return next(t for t in self._transitions() if t.agrees == whose)

    def _deciding_for(self):
        """Return the unit to which this document goes, empty where none decides."""
        return self.env["danvan.unit"]

    def _leaving(self):
        """Return the records that leave their unit and so go by its route."""
        return self

    def _allows_signed_paper(self):
        """Tell whether steps of this document may be recorded from a signed paper."""
        return True

    def _fitting(self, transition):
        """Return the records whose present step, too, is of the transition's sort.

        One that stands at no step (taken over in this state) is its own leader's.
        """
        fitting = super()._fitting(transition)
        if not transition.agrees:
            return fitting
        own = transition.agrees == "own"
        present = {record: record.sudo().current_step_id for record in fitting}
        return fitting.filtered(
            lambda r: (
                present[r].transition == transition.name or (own and not present[r])
            )
        )

    def _holding(self, transition):
        """Return `{record_id: assignment}`; by step it is asked of each present one."""
        stepping = self.browse()
        if transition.by_step:
            stepping = self.sudo().filtered("current_step_id").with_env(self.env)
        held = super(DanvanWorkflow, self - stepping)._holding(transition)
        if stepping:
            held |= stepping._holding_steps(lambda step: [step.role])
        return held

    def _asked_unit(self, transition):
        step = self.current_step_id if transition.by_step else None
        return step.for_unit_id if step else super()._asked_unit(transition)

    def _holding_steps(self, roles):
        """Return `{record_id: assignment}` of those whose present step this person may
        take, or record.

        :param roles: function that returns the roles asked for at a step
        """
        present = [(r, r.current_step_id) for r in self.sudo() if r.current_step_id]
        assignment = self.env["danvan.assignment"]
        asked = {(role, step) for _r, step in present for role in roles(step)}
        held = {
            role: assignment._holding(
                self.env["danvan.unit"].union(*(s.for_unit_id for _role, s in pairs)),
                role,
            )
            for role, pairs in groupby(asked, lambda pair: pair[0])
        }
        candidates = {
            record: assignment.union(
                *(
                    held[role].get(step.for_unit_id.id, assignment)
                    for role in roles(step)
                )
            )
            for record, step in present
        }
        return self._first_fitting(candidates)

    def _refusals(self, transition, holding=None):
        """Return `{id: reason}`; who submitted does not agree where another must."""
        refusals = super()._refusals(transition, holding)
        if transition.agrees:
            for record in self.filtered(lambda r: r.id not in refusals):
                step = record.sudo().current_step_id
                if step.same_person == "other" and step.submitter_id.id == self.env.uid:
                    refusals[record.id] = self.env._(
                        "Who submitted does not take this step too: another person "
                        "who holds this role at %s must.",
                        step.for_unit_id.name,
                    )
        if transition.starts_route:
            refusals |= self._blocked(refusals)
        return refusals

    def _blocked(self, refusals):
        """Return `{id: reason}` of those that would wait where nobody can act."""
        asked = self.filtered(lambda record: record.id not in refusals)
        told = {}
        for alike in asked._alike_on_route():
            sentences = alike[:1].sudo()._nobody_there(strict=True)
            if sentences:
                told |= dict.fromkeys(alike.ids, "\n".join(sentences))
        return told

    def _alike_on_route(self):
        """Return the records in groups that go through the same steps."""
        leaving = self._leaving()
        groups = self.sudo().grouped(
            lambda r: (
                r.unit_id,
                r._deciding_for(),
                r.with_env(self.env) in leaving,
                r._allows_signed_paper(),
            )
        )
        return [records.with_env(self.env) for records in groups.values()]

    def _nobody_there(self, *, strict):
        """Return one sentence for each step of the route to come that nobody holds.

        :param strict: leave out those that can be recorded from a signed paper
        """
        self.ensure_one()
        recordable = self._allows_signed_paper() and ("officer", "registrar")
        sentences = []
        for planned in self._steps_to_come():
            unit = self.env["danvan.unit"].browse(planned["unit_id"])
            roles = [planned["role"]]
            if strict and recordable and planned.get("allows_paper", True):
                roles += recordable
            if not planned["is_opinion"] and not unit._anyone(roles):
                sentences.append(self._nobody_holds(planned["role"], unit))
        return sentences

    def _steps_to_come(self):
        """Return the planned steps; without a route the unit's own leader decides."""
        step = self.env["danvan.approval.step"]
        if self._leaving():
            return step._planned(self)
        nobody, no_route = self.env["danvan.unit"], self.env["danvan.approval.route"]
        return step._plan(self, self.unit_id, nobody, no_route)

    def _nobody_holds(self, role, unit):
        roles = dict(
            self.env["danvan.assignment"]
            ._fields["role"]
            ._description_selection(self.env)
        )
        return self.env._(
            "No %(role)s is assigned at %(unit)s to act on it yet. Please contact "
            "%(contact)s.",
            role=roles[role].lower(),
            unit=unit.name,
            contact=self.env["danvan.assignment"]._contact(),
        )

    def _apply(self, transition, reason=None, **how):
        """Move the records; along a route only those at its last step."""
        if transition.agrees:
            return self._apply_along_route(transition, reason, **how)
        result = super()._apply(transition, reason, **how)
        if transition.starts_route:
            self._start_route(transition)
        return result

    def _apply_along_route(self, transition, reason, **how):
        if "holding" not in how:
            # Asked while the present step still tells who it is.
            how["holding"] = self._holding(transition)
        self.sudo().current_step_id._end(how.get("outcome") or transition.outcome)
        ended = self.env["danvan.approval.step"]._progress(self)
        passed = self - ended
        before = {record.id: record.state for record in passed}
        passed._log(transition.name, before, how["holding"], reason, how.get("paper"))
        if ended:
            super(DanvanWorkflow, ended)._apply(transition, reason, **how)
        return passed

    def _start_route(self, submitted):
        """Freeze the route of those that leave the unit and open its first step.

        Who submits and may skip every step sends it off in the same act.
        """
        leaving = self._leaving()
        step = self.env["danvan.approval.step"]
        step._freeze(leaving)
        ended = step._progress(leaving)
        if ended:
            own = self._agreeing("own")
            holding = ended._holding(submitted) | ended._holding(own)
            super(DanvanWorkflow, ended)._apply(own, None, holding=holding)
        return ended

    def _move_back(self, transition, reason, step_id):
        """Let this record wait again at an earlier step of its route.

        :param step_id: id of the step, one of those it went through
        :return: the record, or `{id: reason}` when it does not go
        :raise UserError: when the step is none of them
        """
        self._exactly_one()
        self.check_access("read")
        locked = self.try_lock_for_update(allow_referencing=True)
        refusals = locked._refusals(transition)
        if refusals or not locked:
            return self.browse(), refusals or {self.id: self._out_of_place()}
        present = self.sudo().current_step_id
        gone = present._earlier() if present else present
        earlier = gone.filtered(lambda step: step.id == step_id)
        if not (transition.goes_back and earlier):
            raise UserError(
                self.env._("Choose a step through which the document has gone.")
            )
        holding = self._holding(transition)
        present._go_back(earlier)
        self.env["danvan.approval.step"]._progress(self)
        self._log(transition.name, {self.id: self.state}, holding, reason)
        return self, {}
