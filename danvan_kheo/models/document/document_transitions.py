"""How a paper moves: from draft to its number and date."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import is_html_empty
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition
from .document import ISSUED_STATES

_lt = LazyTranslate(__name__)

# Acts that a dialog prepares: the act, and the model of its dialog.
DIALOGS = {
    "issue": "danvan.document.numbering",
    "attach_signed": "danvan.document.signed.copy",
}


class DanvanDocument(models.Model):
    """The transitions of a paper, and what must hold before each."""

    _inherit = "danvan.document"

    @api.model
    def _transitions(self):
        return [
            *super()._transitions(),
            Transition(
                name="submit",
                label=_lt("Submit for Signature"),
                sources=("draft", "returned"),
                target="to_sign",
                role="officer",
                guard="_missing_for_signature",
                values="_name_of_then",
            ),
            Transition(
                name="approve",
                label=_lt("Approve Draft"),
                sources=("to_sign",),
                target="to_number",
                role="approver",
                is_task=True,
                is_batch=True,
                effect="_hand_over_for_signature",
            ),
            Transition(
                name="return",
                label=_lt("Return Draft"),
                sources=("to_sign", "to_number"),
                target="returned",
                role="approver",
                reason=True,
                outcome="returned",
                style="secondary",
            ),
            Transition(
                name="issue",
                label=_lt("Number and Issue"),
                sources=("to_number",),
                target="issued",
                role="registrar",
                is_task=True,
                guard="_missing_for_issue",
                values="_issue_values",
                effect="_after_issue",
            ),
            Transition(
                name="attach_signed",
                label=_lt("Attach Signed Copy"),
                sources=ISSUED_STATES,
                target=None,
                role="registrar",
                condition="_without_signed_copy",
                style="secondary",
            ),
        ]

    def action_transition(self, name, reason=None, back_to=None):
        """Move the records; numbering and the signed copy open their dialog first.

        :param name: technical name of the transition
        :param reason: why, for the transitions that ask for it
        :param back_to: papers go by no route, so there is no earlier step
        :return: an action, or False
        """
        transition = self._transition(name)
        if name in DIALOGS and len(self) == 1:
            return self._open_dialog(transition)
        if name == "attach_signed" and self:
            # Without its file the act would only say that there is a copy.
            raise UserError(
                self.env._("Open each paper by itself to attach its signed copy.")
            )
        return super().action_transition(name, reason, back_to)

    def _open_dialog(self, transition):
        """Return the dialog of an act, once it is known that this person may do it."""
        self._check_holds(transition)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._(transition.label),
            "res_model": DIALOGS[transition.name],
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_document_id": self.id},
        }

    def _check_holds(self, transition):
        """Refuse, unless the paper is there for `transition` and the role is held.

        :raise UserError: with the reason
        """
        self._exactly_one()
        self.check_access("read")
        if not self._fitting(transition):
            raise UserError(self._out_of_place())
        if self._browse_refused(transition):
            raise UserError(self._no_right(transition))

    def _act(self, name):
        """Do the act `name` without its dialog."""
        return super().action_transition(name)

    def _missing_for_signature(self):
        """Return `{id: reason}` of the papers that are not complete."""
        return self._missing_sentences(
            lambda paper: {
                self.env._("the subject"): paper.subject,
                self.env._("the text"): not is_html_empty(paper.body),
                self.env._("the name of the signer"): paper.signer_name,
                self.env._("the post of the signer"): paper.signer_post,
            }
        )

    def _missing_for_issue(self):
        """Return `{id: reason}` of the papers without number or date."""
        return self._missing_sentences(
            lambda paper: {
                self.env._("the number"): paper.number > 0,
                self.env._("the date"): paper.date,
                **paper._missing_joint_numbers(),
            }
        )

    def _missing_sentences(self, needs):
        refusals = {}
        for paper in self:
            missing = [label for label, value in needs(paper).items() if not value]
            if missing:
                refusals[paper.id] = self.env._(
                    "Still missing: %s.", ", ".join(missing)
                )
        return refusals

    def _without_signed_copy(self):
        return self.filtered(lambda paper: not paper.signed_sha256)

    def _name_of_then(self):
        """Return `{id: values}`: the unit keeps the name it had when it submitted."""
        return {paper.id: {"unit_name": paper.unit_id.name} for paper in self}

    def _issue_values(self):
        """Return `{id: values}` of a paper that receives its number and date; its
        layout is the one in force on that date."""
        return {paper.id: paper._issue_value() for paper in self}

    def _issue_value(self):
        layout = self.layout_id
        if not layout.filtered_domain(layout._in_force(self.date)):
            layout = self.unit_id._paper_layout(self.date)
        symbol = self.unit_id.paper_symbol
        return {
            "layout_id": layout.id,
            "number_text": layout._symbol(self.number, self.type_symbol, symbol),
        }

    def _hand_over_for_signature(self):
        """Keep the PDF that goes to the leader's desk for signature."""
        self._archive_pdf("sign")

    def _after_issue(self):
        self.issuer_ids._name_numbers()
        self._archive_pdf("pdf")
        for paper in self:
            source = paper._source()
            if source:
                source._document_issued(paper)
