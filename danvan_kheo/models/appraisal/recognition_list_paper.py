"""The decision of recognition: drafted when the leader agrees, in force when issued."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools.placeholders import Column
from . import points

_lt = LazyTranslate(__name__)

DECISION = "recognition_decision"
# Words of the paper itself, so Vietnamese whatever the language of the screen.
HEADINGS = (
    Column("TT", 6),
    Column("Tên mô hình, điển hình", 30, "left"),
    Column("Đơn vị thực hiện", 19, "left"),
    Column("Địa chỉ", 18, "left"),
    Column("Lĩnh vực", 12, "left"),
    Column("Xếp loại", 15, "left"),
)


class DanvanRecognitionList(models.Model):
    """What the list gives to its decision, and what follows when it is issued."""

    _name = "danvan.recognition.list"
    _inherit = ["danvan.recognition.list", "danvan.decided"]
    _decision_codes = (DECISION,)

    def _approved(self):
        """Draft the decision; one drafted before takes the list as it is now."""
        # sudo: the leader's agreement was checked just before; drafting follows.
        for record in self.sudo():
            paper = record._draft_document(DECISION)
            filled = paper.template_id._filled(record)
            paper.write({name: filled[name] for name in ("body", "annex")})

    def _decisions_under_way(self):
        """Return `{id: reason}` of those whose decision is being signed already."""
        # sudo: whoever may take the list back hears of its decision.
        under_way = self.filtered(
            lambda record: any(
                not paper.is_open for paper in record.sudo()._decisions()
            )
        )
        reason = self.env._(
            "Its decision has been submitted for signature. Return that draft first."
        )
        return dict.fromkeys(under_way.ids, reason)

    def _decisions(self):
        return self.paper_ids.filtered(self._is_decision)

    def _document_issued(self, document):
        """Recognise what stands on the list by the number and date of the decision.

        :param document: the paper that the registrar issues
        :raise UserError: when the list was taken back meanwhile
        """
        super()._document_issued(document)
        if not self._is_decision(document):
            return
        self._check_awaits_decision()
        decision = {
            "decision_number": document.number_text,
            "decision_date": document.date,
        }
        self._write_owned(decision)
        # sudo: the registrar's issuing was checked just before; the rest follows.
        recognitions = self.sudo().recognition_ids
        recognitions.filtered(lambda r: r.state == "submitted")._write_owned(decision)
        self._follow("recognise")

    def _check_awaits_decision(self):
        if self.state != "approved":
            raise UserError(
                self.env._(
                    "The list “%s” has been taken back or decided already, so this "
                    "decision cannot be issued for it.",
                    self.name,
                )
            )

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "year": _lt("year of the campaign"),
            "count": _lt("how many are recognised"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "recognised": _lt("models and exemplars recognised"),
        }

    def _paper_values(self):
        return {
            **super()._paper_values(),
            "year": str(self.year),
            "count": f"{self.recognition_count:02d}",
        }

    def _paper_lists(self):
        """Return the annex: what is recognised, best first."""
        lines = self._on_paper().recognition_ids._not_refused()
        rows = [
            [str(number), *line._paper_row()] for number, line in enumerate(lines, 1)
        ]
        return {**super()._paper_lists(), "recognised": (HEADINGS, rows)}


class DanvanRecognition(models.Model):
    """One row of the annex."""

    _inherit = "danvan.recognition"

    def _not_refused(self):
        return self.filtered(lambda recognition: recognition.state != "refused")

    def _paper_row(self):
        registration = self.registration_id
        grade = f"{self.grade_name} ({points.label(self.total)} điểm)"
        return [
            registration.name or "",
            registration.unit_id.name,
            registration._paper_place(),
            registration.sector_id.name or "",
            f"{grade}, tiêu biểu" if self.is_outstanding else grade,
        ]
