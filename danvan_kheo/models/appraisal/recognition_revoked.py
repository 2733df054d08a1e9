"""What becomes of recognitions whose decision is changed by a later paper."""

from odoo import api, models

from ..document.decided import changes_of_decision


class DanvanRecognitionList(models.Model):
    """A cancelled decision revokes what it recognised; one that replaces it goes on
    holding it under its own number and date."""

    _inherit = "danvan.recognition.list"

    @api.model
    def _transitions(self):
        changes = changes_of_decision("recognised", "revoked")
        return [*super()._transitions(), *changes]

    def _held(self):
        return self.recognition_ids

    def _hold_by(self, decision):
        """Write number and date of `decision`, here and on what it recognises."""
        held = self.recognition_ids.filtered(lambda r: r.state == "recognised")
        vals = {
            "decision_number": decision.number_text,
            "decision_date": decision.date,
        }
        self._write_owned(vals)
        held._write_owned(vals)


class DanvanRecognition(models.Model):
    """Follows its list."""

    _inherit = "danvan.recognition"

    @api.model
    def _transitions(self):
        changes = changes_of_decision("recognised", "revoked")
        return [*super()._transitions(), *changes]
