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
    _owned_fields = (
        "state",
        "is_historical",
        "number",
        "date",
        "drafted",
        "signer_post",
        "signer_name",
    )

    state = fields.Selection(
        [
            ("draft", "Being Drawn Up"),
            ("to_approve", "Waiting for the Leader"),
            ("approved", "List Approved"),
            ("issued", "Issued"),
            ("cancelled", "Cancelled"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    number = fields.Char("Number and Symbol", readonly=True, copy=False)
    date = fields.Date(readonly=True, copy=False, index=True)
    signer_post = fields.Char("Post of the Signer", readonly=True, copy=False)
    signer_name = fields.Char("Signed by", readonly=True, copy=False)
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
                label=_lt("Approve the List"),
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
        cannot be computed."""
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
        date = self._amount_date()
        try:
            self.form_id._check_in_force(date)
            self._amounts(date)
        except UserError as error:
            return error.args[0]
        return None

    def _remember_drafted(self, document):
        """Keep what `document`, drafted just now, says: to be compared at its issue."""
        self._write_owned({"drafted": self._said(document, self._amount_date())})

    def _said(self, document, date):
        """Return what `document` says: the list in its order, and amounts of `date`."""
        amounts = self._amounts(date)
        return {
            "document": document.id,
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
        super()._document_issued(document)
        if not self._is_decision(document):
            return
        for decision in self:
            decision._check_issue(document)
            decision._award_list(document)
            decision._write_owned(decision._issued_values(document))
            decision._follow("issue")

    def _check_issue(self, document):
        date = document.date
        if self.state != "approved":
            raise UserError(
                self.env._(
                    "The decision's list is not approved. Have it approved, then issue "
                    "the paper."
                )
            )
        self.form_id._check_in_force(date)
        if self.drafted != self._said(document, date):
            raise UserError(
                self.env._(
                    "Names or amounts have changed since the paper was drafted: on "
                    "%s they differ from what it says. Have the draft returned and "
                    "press “Draft Paper” of the decision again.",
                    date.strftime("%d/%m/%Y"),
                )
            )

    @staticmethod
    def _decision_reference(document):
        """Return what an award says of its decision."""
        return {
            "decision_date": document.date,
            "decision_number": document.number_text,
        }

    def _issued_values(self, document):
        """Return number, date and signer, as the paper has them; of who gives in
        person no body stands above the signature."""
        return {
            "date": document.date,
            "number": document.number_text,
            "signer_post": "\n".join(
                document._capacities(personally=self._is_given_in_person())
            ),
            "signer_name": document.signer_name,
        }

    def _award_list(self, document):
        """Freeze amount, name, number and date on each award, and move them."""
        awards = self._ordered_awards()
        amounts = self._amounts(document.date)
        register = self.env["danvan.award.register"]
        year = document.date.year
        numbers = register._next_numbers(self.unit_id, year, len(awards))
        for award, number in zip(awards, numbers, strict=True):
            amount, basis = amounts[award.subject_type]
            award._write_owned(
                {
                    **self._decision_reference(document),
                    "register_year": year,
                    "register_number": number,
                    "amount": amount,
                    "amount_basis": basis,
                    "printed_name": award.honouree_id.full_name,
                }
            )
        awards.with_env(self.env)._follow("award")
