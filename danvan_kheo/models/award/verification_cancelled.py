"""The codes of certificates fall with the decision when another cancels it."""

from odoo import models

CANCELS = "cancels"


class DanvanAwardDecision(models.Model):
    """The decision of an award hears that its paper was cancelled."""

    _inherit = "danvan.award.decision"

    def _document_changed(self, document, later):
        if later.relation == CANCELS and document.number_text == self.number:
            self.award_ids._recall_with(later)
        return super()._document_changed(document, later)


class DanvanRecognitionList(models.Model):
    """The list of a recognition hears that its decision was cancelled."""

    _inherit = "danvan.recognition.list"

    def _document_changed(self, document, later):
        if later.relation == CANCELS and document.number_text == self.decision_number:
            self.recognition_ids._recall_with(later)
        return super()._document_changed(document, later)
