"""Who is in charge of a document, and how that passes to another person."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from .transition import SIDE_ACTS

_lt = LazyTranslate(__name__)

HAND_LABELS = {"hand_over": _lt("Handed over"), "reassign": _lt("Reassign")}


class DanvanWorkflow(models.AbstractModel):
    """The officer in charge: who made the document, until it is handed over or the
    unit's leader gives it to another. Rights do not hang on it."""

    _inherit = "danvan.workflow"

    _owned_fields = ("officer_id",)
    # The field with the unit that has the document in hand.
    _hand_unit = "unit_id"

    officer_id = fields.Many2one(
        "res.users",
        "Handling Officer",
        default=lambda self: self.env.uid,
        index=True,
        copy=False,
        ondelete="restrict",
    )

    @api.model
    def _documents(self):
        """Return the models that move by transitions, as empty recordsets."""
        mixin = self.env.registry["danvan.workflow"]
        return [
            self.env[name]
            for name, model in self.env.registry.items()
            if issubclass(model, mixin) and not model._abstract
        ]

    @api.model
    def _act_labels(self):
        hands = {name: self.env._(label) for name, label in HAND_LABELS.items()}
        return super()._act_labels() | hands

    def _moving_lines(self):
        """Return the lines that moved the documents: who has one in hand since tells
        neither who acted first nor why it was returned."""
        lines = super()._moving_lines()
        return lines.filtered(lambda line: line.transition not in SIDE_ACTS)

    @api.model
    def _live_states(self):
        """Return the states from which a document still goes on to another."""
        return {
            state
            for transition in self._transitions()
            if transition.target
            for state in transition.sources
        }

    @api.model
    def _handover_items(self, user, unit):
        """Return the documents that are in the hands of `user` at `unit` and not yet
        at their end: the unit's own, and those of units without account for which it
        acts. A model with other things in hand extends this.

        :param user: a `res.users`
        :param unit: a `danvan.unit`
        """
        held = self.search(
            Domain("officer_id", "=", user.id)
            & Domain("state", "in", list(self._live_states())),
            order="id",
        )
        acting = held[self._hand_unit]._acting_units()
        return held.filtered(
            lambda r: unit in (r[self._hand_unit], acting[r[self._hand_unit].id])
        )

    def _pass_on(self, user, act, reason):
        """Put documents into the hands of `user`; the caller has checked the right.

        :param act: hand_over or reassign
        """
        before = {record.id: record.state for record in self}
        self._write_owned({"officer_id": user.id})
        self._log(act, before, {}, reason)

    def action_reassign(self):
        """Open the dialog in which the unit's leader gives documents to another.

        :return: the action of the dialog
        :raise UserError: for everybody but the unit's leader and administrators
        """
        self._check_may_reassign()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Reassign"),
            "res_model": "danvan.reassign",
            "views": [(False, "form")],
            "target": "new",
            "context": {"danvan_model": self._name, "danvan_ids": self.ids},
        }

    def _reassign(self, user, reason):
        """Give documents to another person of their unit.

        :param user: who holds a role other than that of a viewer there
        :param reason: why
        :raise UserError: with what stands against it
        """
        self._check_may_reassign()
        assignments = self.env["danvan.assignment"]
        for unit in self.sudo()[self._hand_unit]:
            if not assignments._works_at(user, unit):
                raise UserError(
                    self.env._(
                        "%(person)s is not assigned at %(unit)s. Choose somebody who "
                        "works there.",
                        person=user.name,
                        unit=unit.name,
                    )
                )
        self._pass_on(user, "reassign", reason)

    def _check_may_reassign(self):
        self.check_access("read")
        assignments = self.env["danvan.assignment"]
        if not self or assignments._is_administrator():
            return
        held = assignments._holding(self.sudo()[self._hand_unit], "approver")
        for record in self.sudo():
            unit = record[self._hand_unit]
            leading = held.get(unit.id, assignments)
            limits = (assignment._narrows(self._name) for assignment in leading)
            if not record.filtered_domain(Domain.OR(limits)):
                raise UserError(
                    self.env._(
                        "Only the leader of %s or the administrator gives this to "
                        "another person.",
                        unit.name,
                    )
                )
