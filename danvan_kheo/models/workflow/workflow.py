"""One workflow for every document that moves, written as a table."""

import psycopg2

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import groupby

from ...tools import dates
from .transition import CHANGES_OF_HAND


class DanvanWorkflow(models.AbstractModel):
    """States that move only by the transitions which the model declares.

    A model defines `state`, its `_open_states` and `_transitions()`; from that table
    come the buttons, the check on the server, the trail, the pending step and the
    message. Precedent for reasons by record: `_get_cannot_approve_reason` of
    `hr_expense`.
    """

    _name = "danvan.workflow"
    _inherit = ["danvan.guarded"]
    _description = "Workflow"
    _owned_fields = ("state", "is_historical")
    _open_states = ("draft",)
    # Whether its read rules let in fewer people than those who read its unit.
    _trail_is_restricted = False

    # Each model declares its own `unit_id` and `state`.
    is_open = fields.Boolean(
        compute="_compute_is_open",
        store=True,
        help="Content, lines and attachments can be changed by the unit.",
    )
    is_historical = fields.Boolean("Taken over from Earlier Records", copy=False)
    allowed_transitions = fields.Json(compute="_compute_allowed_transitions")
    trail_ids = fields.One2many(
        "danvan.trail",
        "res_id",
        "Trail",
        domain=lambda self: [("res_model", "=", self._name)],
        copy=False,
    )
    last_reason = fields.Text(
        "Reason of the Last Return", compute="_compute_last_reason"
    )

    @api.model
    def _transitions(self):
        """Return the transitions of this model, a list of `Transition`."""
        return []

    @api.depends("state")
    def _compute_is_open(self):
        for record in self:
            record.is_open = record.state in self._open_states

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_allowed_transitions(self):
        allowed = {record.id: [] for record in self}
        for transition in self._transitions():
            if transition.is_automatic:
                continue
            fitting = self._fitting(transition)
            for record in fitting - fitting._browse_refused(transition):
                allowed[record.id].append(transition.name)
        for record in self:
            record.allowed_transitions = allowed[record.id]

    def _newest_trails(self):
        """Return `{id: line}`: of each document's trail the last line that tells how
        it moved; what is read of one is read of all."""
        # Sorted here, for a line added in this transaction is appended to the cached.
        lines = self._moving_lines().sorted("id")
        newest = {line.res_id: line.id for line in lines}
        together = list(newest.values())
        return {
            res_id: lines.browse(id_).with_prefetch(together)
            for res_id, id_ in newest.items()
        }

    def _moving_lines(self):
        """Return the lines of these trails that tell how the documents moved."""
        return self.sudo().trail_ids

    def _compute_last_reason(self):
        newest = self._newest_trails()
        for record in self:
            line = newest.get(record.id)
            record.last_reason = (
                line
                and line.reason
                and self.env._(
                    "%(unit)s, %(date)s: “%(reason)s”",
                    unit=line.acting_unit_name or line.user_name,
                    date=dates.local(self.env, line.date).strftime("%d/%m/%Y"),
                    reason=line.reason,
                )
            )

    def action_transition(self, name, reason=None, back_to=None):
        """Move the records by the transition `name`.

        :param name: technical name of the transition
        :param reason: why; asked for in a dialog when needed and not given
        :param back_to: id of an earlier step of the route to which one record returns
        :return: an action: the dialog, a summary for several records, or False
        :raise UserError: when nothing can be moved, with the reason
        """
        transition = self._transition(name)
        if not self:
            raise UserError(self.env._("Choose at least one item first."))
        reason = reason.strip() if isinstance(reason, str) else None
        if transition.reason and not reason:
            return self._ask_reason(transition)
        if back_to:
            moved, refusals = self._move_back(transition, reason, back_to)
        else:
            moved, refusals = self._move(transition, reason)
        if refusals and not moved:
            raise UserError("\n".join(self._refusal_lines(refusals)))
        if len(self) > 1:
            return self._batch_result(len(moved), self._refusal_lines(refusals))
        return False

    def _transition(self, name):
        """Return the transition `name`, or say that there is none."""
        for transition in self._transitions():
            if transition.name == name:
                return transition
        raise UserError(self.env._("%s: no such act on this document.", name))

    def _move(self, transition, reason=None):
        """Do what can be done, once.

        :return: the records moved and `{id: reason}` of the others
        """
        self.check_access("read")
        locked = self.try_lock_for_update(allow_referencing=True)
        refusals = dict.fromkeys(
            (self - locked).ids,
            self.env._("Someone else is acting on it at this moment."),
        )
        holding = {} if transition.is_automatic else locked._holding(transition)
        refusals |= locked._refusals(transition, holding)
        movable = locked.filtered(lambda record: record.id not in refusals)
        if len(movable) <= 1:
            if movable:
                movable._apply(transition, reason, holding=holding)
            return movable, refusals
        moved, culprits = movable._apply_isolating(transition, reason, holding)
        return moved, refusals | culprits

    def _apply_isolating(self, transition, reason, holding):
        """Move the records in one act; only where that is refused, halve the set
        until those that cannot be moved stand alone.

        :return: the records moved and `{id: reason}` of the others
        """
        try:
            with self.env.cr.savepoint():
                self._apply(transition, reason, holding=holding)
        except (psycopg2.IntegrityError, psycopg2.DataError, UserError) as error:
            if len(self) == 1:
                return self.browse(), {self.id: self._why_refused(error)}
        else:
            return self, {}
        middle = len(self) // 2
        how = (transition, reason, holding)
        first, refusals = self[:middle]._apply_isolating(*how)
        rest, others = self[middle:]._apply_isolating(*how)
        return first | rest, refusals | others

    def _follow(self, name, reason=None, paper=None):
        """Move the records by an automatic transition, as the consequence of another
        document's move whose person and right were checked there.

        Records in other states stay as they are.

        :param paper: number of the paper that is followed
        """
        transition = self._transition(name)
        fitting = self._fitting(transition)
        if fitting:
            fitting._apply(transition, reason, paper=paper)

    def _apply(
        self, transition, reason=None, *, holding=None, outcome=None, paper=None
    ):
        """Move the records; rights and reasons against were asked before.

        :param holding: `{record_id: assignment}` in which capacity one acts, when it
            is not that of the transition itself
        :param outcome: how the pending steps end, when not as the transition says
        :param paper: number of the signed paper that is followed
        """
        before = {record.id: record.state for record in self}
        if holding is None:
            holding = {} if transition.is_automatic else self._holding(transition)
        for vals, records in self._grouped_values(transition):
            records._write_owned(vals)
        self._log(transition.name, before, holding, reason, paper)
        step = self.env["danvan.approval.step"]
        kept = step._settle(self, outcome or transition.outcome, transition.name)
        step._open_for(self, kept)
        if transition.effect:
            getattr(self, transition.effect)()

    def _grouped_values(self, transition):
        """Return `[(vals, records)]`: what to write, one group for each difference."""
        keep = {} if transition.target is None else {"state": transition.target}
        if not transition.values:
            return [(keep, self)]
        values = getattr(self.sudo(), transition.values)()
        pairs = groupby(self, lambda r: tuple(sorted(values.get(r.id, {}).items())))
        return [({**keep, **dict(k)}, self.browse(r.id for r in rs)) for k, rs in pairs]

    def _log(self, act, before, holding, reason=None, paper=None):
        """Write one trail line for each record.

        :param before: `{record_id: state}` before the act
        :param holding: `{record_id: assignment}` of who acted; empty for the system
        :param paper: number of the signed paper that was followed
        """
        now = fields.Datetime.now()
        own_acts = {t.name for t in self._transitions() if t.unit == "unit_id"}
        self.env["danvan.trail"]._create_owned(
            [
                {
                    "res_model": self._name,
                    "res_id": record.id,
                    "unit_id": record.unit_id.id,
                    "unit_name": record.unit_id.name,
                    "user_id": self.env.uid,
                    "user_name": self.env.user.name,
                    "date": now,
                    "transition": act,
                    "from_state": before.get(record.id),
                    "to_state": record.state,
                    "reason": reason,
                    "paper_ref": paper,
                    **record._capacity_vals(holding.get(record.id), act in own_acts),
                }
                for record in self.sudo()
            ]
        )
        # The lines cached before stand in another order than the newest first.
        self.invalidate_recordset(["trail_ids", "last_reason"], flush=False)

    def _capacity_vals(self, assignment, is_own_act):
        """Return what the trail says of the capacity in which somebody acted.

        :param assignment: by which one acted; None for what follows by itself
        :param is_own_act: whether it is an act of the record's own unit
        """
        if not assignment:
            return {}
        officer = is_own_act and assignment.role == "officer"
        return {
            "role": assignment.role,
            "acting_unit_name": assignment.unit_id.name,
            "on_behalf": assignment._on_behalf(),
            "is_entered_for": officer and assignment.unit_id != self.unit_id,
        }

    def _fitting(self, transition):
        """Return the records in a state, and of a sort, that the transition is for."""
        fitting = self.filtered(lambda record: record.state in transition.sources)
        if not (fitting and transition.condition):
            return fitting
        return getattr(fitting, transition.condition)()

    def _holding(self, transition):
        """Return `{record_id: assignment}` of those for which this person may act."""
        units = self.sudo().mapped(transition.unit)
        held = self.env["danvan.assignment"]._holding(units, transition.role)
        candidates = {
            record: held[record[transition.unit].id]
            for record in self.sudo()
            if record[transition.unit].id in held
        }
        return self._first_fitting(candidates)

    def _first_fitting(self, candidates):
        """Return `{record_id: assignment}`: of each record's candidates the first
        whose own limits (sectors, campaign) the record lies in.

        :param candidates: `{record: assignments}`
        """
        fitting = {}
        every = self.env["danvan.assignment"].union(*candidates.values())
        for assignment in every._own_first():
            asked = self.browse(r.id for r, a in candidates.items() if assignment in a)
            inside = asked.sudo().filtered_domain(assignment._narrows(self._name))
            for record in inside:
                fitting.setdefault(record.id, assignment)
        return fitting

    def _browse_refused(self, transition):
        """Return the records for which this person does not hold the role."""
        return self.browse(set(self.ids) - set(self._holding(transition)))

    def _refusals(self, transition, holding=None):
        """Return `{id: reason}` of the records that this person may not move now.

        :param holding: `{record_id: assignment}` where it was asked already
        """
        if transition.is_automatic:
            return dict.fromkeys(self.ids, self._not_by_hand(transition))
        held = self._holding(transition) if holding is None else holding
        fitting = self._fitting(transition)
        refusals = (self - fitting)._all_out_of_place()
        for record in fitting.filtered(lambda r: r.id not in held):
            refusals[record.id] = record._no_right(transition)
        rest = fitting.filtered(lambda record: record.id not in refusals)
        if transition.guard and rest:
            refusals |= getattr(rest, transition.guard)()
        return refusals

    @api.model
    def _take_over(self, vals_list, source):
        """Create records in a given state from earlier years' papers.

        :param vals_list: values, `state` and other owned fields among them
        :param source: where they were taken from, for the trail
        :raise AccessError: for everybody but the module's administrators
        """
        if not self.env.user.has_group("danvan_kheo.group_administrator"):
            raise AccessError(
                self.env._("Only administrators take over earlier records.")
            )
        marked = [dict(vals, is_historical=True) for vals in vals_list]
        records = self._create_owned(marked)
        records._log("take_over", {}, {}, source)
        return records

    @api.ondelete(at_uninstall=False)
    def _unlink_except_left_draft(self):
        """What has been on its way is stopped or cancelled, never deleted."""
        moved = (
            self.env["danvan.trail"]
            .sudo()
            .search_count(
                [
                    ("res_model", "=", self._name),
                    ("res_id", "in", self.ids),
                    # Passing to another person or unit leaves a draft a draft.
                    ("transition", "not in", CHANGES_OF_HAND),
                ],
                limit=1,
            )
        )
        if moved:
            raise UserError(
                self.env._(
                    "It has left draft, so it stays on file. "
                    "Withdraw or stop it instead."
                )
            )
