"""The decision of recognition: drafted when the leader agrees, in force when issued."""

from odoo import models
from odoo.exceptions import UserError

from . import points

DECISION = "recognition_decision"


class DanvanRecognitionList(models.Model):
    """What the list gives to its decision, and what follows when it is issued."""

    _inherit = "danvan.recognition.list"

    def _approved(self):
        self._draft_document(DECISION)

    def _draft_document(self, template_code):
        return None

    def _document_issued(self, document):
        """Recognise what stands on the list by the number and date of the decision.

        :param document: the paper that the registrar issues
        :raise UserError: when the list was taken back meanwhile
        """
        self.ensure_one()
        if self.state != "approved":
            raise UserError(
                self.env._(
                    "The list “%s” has been taken back or decided already, so this "
                    "decision cannot be issued for it.",
                    self.name,
                )
            )
        decision = {"decision_number": document.number, "decision_date": document.date}
        self._write_owned(decision)
        # sudo: the registrar's issuing was checked just before; the rest follows.
        submitted = self.sudo().recognition_ids.filtered(
            lambda recognition: recognition.state == "submitted"
        )
        submitted._write_owned(decision)
        self._follow("recognise")

    def _paper_lists(self):
        """Return the appendix: what is recognised, best first."""
        headings = [
            "TT",
            "Tên mô hình, điển hình",
            "Đơn vị thực hiện",
            "Địa chỉ",
            "Lĩnh vực",
            "Xếp loại",
        ]
        # sudo: whoever drafts the decision may read the list, so also its lines.
        lines = self.sudo().recognition_ids._not_refused()
        rows = [
            [str(number), *line._paper_row()] for number, line in enumerate(lines, 1)
        ]
        return {"recognised": (headings, rows)}


class DanvanRecognition(models.Model):
    """One row of the appendix."""

    _inherit = "danvan.recognition"

    def _not_refused(self):
        return self.filtered(lambda recognition: recognition.state != "refused")

    def _paper_row(self):
        registration = self.registration_id
        place = (
            registration.hamlet or registration.place_detail,
            registration.territory_id.name,
        )
        return [
            registration.name or "",
            registration.unit_id.name,
            ", ".join(part for part in place if part),
            registration.sector_id.name or "",
            f"{self.grade_name} ({points.label(self.total)} điểm)",
        ]
