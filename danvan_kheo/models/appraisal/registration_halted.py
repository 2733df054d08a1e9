"""What stands still, or was stopped or removed, is not evaluated nor recognised."""

from odoo import models

from ..registration.registration_workflow import HALTED_STATES


class DanvanRegistration(models.Model):
    """Says so where somebody begins."""

    _inherit = "danvan.registration"

    def _halted_refusals(self):
        """Return `{id: reason}` of those that are not evaluated for now or for good."""
        # sudo: only the state, of what the caller acts on.
        halted = self.sudo().filtered(lambda r: r.state in HALTED_STATES)
        return {
            registration.id: self.env._(
                "“%(name)s” is in the state “%(state)s”: it is neither evaluated nor "
                "recognised.",
                name=registration.display_name,
                state=registration._state_label(registration.state),
            )
            for registration in halted
        }

    def _self_evaluation_refusals(self):
        return super()._self_evaluation_refusals() | self._halted_refusals()

    def _appraisal_refusals(self, units):
        return super()._appraisal_refusals(units) | self._halted_refusals()


class DanvanEvaluation(models.Model):
    """One begun before waits: sent or concluded, it would leave the registration
    behind."""

    _inherit = "danvan.evaluation"

    def _refusals(self, transition, holding=None):
        """Return `{id: reason}`; only sending back goes on."""
        refusals = super()._refusals(transition, holding)
        return self._of_halted(transition) | refusals

    def _refusals_of_paper(self, transition):
        # A leader's signature on paper concludes no more than the button.
        refusals = super()._refusals_of_paper(transition)
        return self._of_halted(transition) | refusals

    def _of_halted(self, transition):
        """Return `{id: reason}` of those whose registration stands still."""
        if transition.name == "return":
            return {}
        # sudo: only the state of the registration, which the evaluation tells anyway.
        halted = self.sudo().registration_id._halted_refusals()
        against = {e.id: halted.get(e.sudo().registration_id.id) for e in self}
        return {id_: reason for id_, reason in against.items() if reason}

    def _reasons_against_recognition(self):
        halted = self.registration_id._halted_refusals()
        against = {
            evaluation.id: halted[evaluation.registration_id.id]
            for evaluation in self
            if evaluation.registration_id.id in halted
        }
        return super()._reasons_against_recognition() | against
