"""How a decision moves, and what follows when its paper is issued."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)


class DanvanAwardDecision(models.Model):
    """States and transitions. The registrar issues the paper; the decision and every
    award on its list follow."""

    _inherit = "danvan.award.decision"
    _owned_fields = ("state", "is_historical", "number", "date", "drafted")

    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("to_approve", "Waiting for the Leader"),
            ("approved", "Approved"),
            ("issued", "Issued"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    number = fields.Char("Number and Symbol", readonly=True, copy=False)
    date = fields.Date(readonly=True, copy=False, index=True)
    # What the drafted paper says: who is on its list, with which amounts.
    drafted = fields.Json(readonly=True, copy=False)

    @api.model
    def _transitions(self):
        return [
            Transition(
                name="submit",
                label=_lt("Submit to Leader"),
                sources=("draft",),
                target="to_approve",
                role="officer",
                guard="_not_ready",
            ),
            Transition(
                name="approve",
                label=_lt("Approve"),
                sources=("to_approve",),
                target="approved",
                role="approver",
                is_task=True,
                days=3,
                guard="_not_ready",
            ),
            Transition(
                name="return",
                label=_lt("Return"),
                sources=("to_approve", "approved"),
                target="draft",
                role="approver",
                reason=True,
                outcome="returned",
                style="secondary",
            ),
            Transition(
                name="issue",
                label=_lt("Issued"),
                sources=("approved",),
                target="issued",
                role="registrar",
                is_automatic=True,
            ),
        ]

    def _action_open(self):
        """Return the action that opens these decisions."""
        action = {
            "type": "ir.actions.act_window",
            "name": self.env._("Award Decisions"),
            "res_model": self._name,
            "views": [(False, "list"), (False, "form")],
            "domain": [("id", "in", self.ids)],
        }
        if len(self) == 1:
            action |= {"views": [(False, "form")], "res_id": self.id}
        return action

    def _not_ready(self):
        """Return `{id: reason}` of the decisions with an empty list, or whose amounts
        cannot be computed today."""
        reasons = {}
        for decision in self:
            reason = decision._reason_against()
            if reason:
                reasons[decision.id] = reason
        return reasons

    def _reason_against(self):
        if not self.award_count:
            return self.env._(
                "The list is empty. Put the eligible proposals on the list first."
            )
        today = self.env["danvan.period"]._today()
        try:
            self.form_id._check_in_force(today)
            self._amounts(today)
        except UserError as error:
            return error.args[0]
        return None

    def _remember_drafted(self):
        """Keep what the paper drafted today says, to be compared when it is issued."""
        today = self.env["danvan.period"]._today()
        for decision in self:
            decision._write_owned({"drafted": decision._said(today)})

    def _said(self, date):
        """Return what a paper of `date` says: the list in its order, and amounts."""
        amounts = self._amounts(date)
        return {
            "awards": self._ordered_awards().ids,
            "amounts": {sort: amount for sort, (amount, _how) in amounts.items()},
        }

    def _document_issued(self, document):
        """Award everybody on the list, at the rates of the paper's date.

        It runs as the registrar, whose right was checked by the paper's issue.

        :param document: the paper, with `number` and `date`
        :raise UserError: when the decision is not approved, or the paper says other
            names or amounts than those of its date
        """
        for decision in self:
            decision._check_issue(document.date)
            decision._award_list(document)
            decision._write_owned(
                {"date": document.date, "number": decision._symbol(document)}
            )
            decision._follow("issue")

    def _check_issue(self, date):
        if self.state != "approved":
            raise UserError(
                self.env._(
                    "The decision's list is not approved. Have it approved, then issue "
                    "the paper."
                )
            )
        self.form_id._check_in_force(date)
        if self.drafted != self._said(date):
            raise UserError(
                self.env._(
                    "Names or amounts have changed since the paper was drafted: on "
                    "%s they differ from what it says. Delete the draft and draft "
                    "the paper again.",
                    date.strftime("%d/%m/%Y"),
                )
            )

    @staticmethod
    def _symbol(document):
        """Return number and symbol of a paper as one text."""
        return str(document.number)

    def _award_list(self, document):
        """Freeze amount, name, number and date on each award, and move them."""
        awards = self._ordered_awards()
        amounts = self._amounts(document.date)
        register = self.env["danvan.award.register"]
        year = document.date.year
        numbers = register._next_numbers(self.unit_id, year, len(awards))
        symbol = self._symbol(document)
        for award, number in zip(awards, numbers, strict=True):
            amount, basis = amounts[award.subject_type]
            award._write_owned(
                {
                    "decision_date": document.date,
                    "decision_number": symbol,
                    "register_year": year,
                    "register_number": number,
                    "amount": amount,
                    "amount_basis": basis,
                    "printed_name": award.honouree_id.full_name,
                }
            )
        awards.with_env(self.env)._follow("award")
