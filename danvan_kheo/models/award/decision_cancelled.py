"""What becomes of awards whose decision is changed by a later paper."""

from odoo import api, models

from ..document.decided import changes_of_decision


class DanvanAwardDecision(models.Model):
    """A cancelled decision cancels its awards: they count no more, while the numbers
    of the register stay used. One that replaces it goes on holding them."""

    _inherit = "danvan.award.decision"

    @api.model
    def _transitions(self):
        changes = changes_of_decision("issued", "cancelled")
        return [*super()._transitions(), *changes]

    def _held(self):
        return self.award_ids

    def _hold_by(self, document):
        """Write number, date and signer of `document`, here and on the awards."""
        self._write_owned(self._issued_values(document))
        self.award_ids._write_owned(self._decision_reference(document))


class DanvanAward(models.Model):
    """Follows its decision."""

    _inherit = "danvan.award"

    @api.model
    def _transitions(self):
        changes = changes_of_decision("awarded", "cancelled")
        return [*super()._transitions(), *changes]
