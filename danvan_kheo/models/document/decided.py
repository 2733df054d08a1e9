"""Records that hold by a decision: what becomes of the decision becomes of them."""

from odoo import models
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition
from .document_correction import OUTCOMES

_lt = LazyTranslate(__name__)


def changes_of_decision(holding, cancelled):
    """Return the transitions that follow from a later paper about the decision.

    :param holding: state in which the record holds by its decision
    :param cancelled: state to which the cancelling of the decision brings it
    """
    return [
        Transition(
            name=f"decision_{outcome}",
            label=label,
            sources=(holding,),
            target=cancelled if outcome == "cancelled" else None,
            role="registrar",
            is_automatic=True,
        )
        for outcome, label in (
            ("corrected", _lt("Decision corrected by a letter")),
            ("amended", _lt("Decision amended by a later one")),
            ("replaced", _lt("Decision replaced by a later one")),
            ("cancelled", _lt("Decision cancelled by a later one")),
        )
    ]


class DanvanDecided(models.AbstractModel):
    """Hears what a later paper makes of the decision that it was issued by.

    A model that inherits this says in `_decision_codes` which wordings are its
    decision and in `_held` what holds by it; both extend `_transitions` by
    `changes_of_decision`.
    """

    _name = "danvan.decided"
    _inherit = ["danvan.paper.source"]
    _description = "Held by a Decision"
    _decision_codes = ()

    def _is_decision(self, document):
        """Tell whether `document` is the decision, not another paper about it."""
        return document.template_id.code in self._decision_codes

    def _document_changed(self, document, later):
        if self._is_decision(document):
            self._decision_changed(OUTCOMES[later.relation], later)
        return super()._document_changed(document, later)

    def _decision_changed(self, outcome, later):
        """Follow a decision that was corrected, amended, replaced or cancelled.

        :param outcome: what became of the decision, see `OUTCOMES`
        :param later: the paper that made it so; its ground is the reason
        """
        if outcome == "replaced":
            self._hold_by(later)
        act = f"decision_{outcome}"
        self._follow(act, later.ground, paper=later.number_text)
        if outcome in ("replaced", "cancelled"):
            self._held()._follow(act, later.ground, paper=later.number_text)

    def _held(self):
        """Return the records that hold by this one's decision."""
        raise NotImplementedError

    def _hold_by(self, document):
        """Write number and date of `document`, here and on the records that hold by
        it from now on."""
        raise NotImplementedError


class DanvanDocument(models.Model):
    """A paper in the place of an earlier one stands for it."""

    _inherit = "danvan.document"

    def _document_changed(self, document, later):
        """Pass on what became of the paper that replaced this one: what this one was
        drafted from holds by that one now."""
        source = self._source()
        if source and document.relation == "replaces":
            source.sudo()._document_changed(document, later)
        return super()._document_changed(document, later)
