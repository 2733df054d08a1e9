"""The notice of what is not recognised, each with its reason."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools.placeholders import Column
from ...tools.text import sentence
from . import points

_lt = LazyTranslate(__name__)

NOTICE = "recognition_refusal"
# Words of the paper itself, so Vietnamese whatever the language of the screen.
HEADINGS = (
    Column("TT", 6),
    Column("Tên mô hình, điển hình", 30, "left"),
    Column("Đơn vị thực hiện", 20, "left"),
    Column("Kết quả thẩm định", 16, "left"),
    Column("Lý do không công nhận", 28, "left"),
)


class DanvanRecognitionList(models.Model):
    """Tells the units what the leader took off the list, and what was appraised and
    could not come onto it. Source: who is not approved is told, with the reason."""

    _inherit = "danvan.recognition.list"

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "refused": _lt("what is not recognised, with the reasons"),
        }

    def _paper_lists(self):
        return {**super()._paper_lists(), "refused": self._refused_table}

    def _refused_table(self):
        rows = enumerate(self._not_recognised(), 1)
        return HEADINGS, [(str(number), *row) for number, row in rows]

    def _not_recognised(self):
        """Return the rows of what is not recognised, without their numbers."""
        told = self._on_paper()
        refused = told.recognition_ids.filtered(lambda r: r.state == "refused")
        candidates = told._candidates()
        reasons = candidates._reasons_against_recognition()
        against = candidates.filtered(lambda evaluation: evaluation.id in reasons)
        return [recognition._refused_row() for recognition in refused] + [
            evaluation._refused_row(reasons[evaluation.id]) for evaluation in against
        ]

    def _draft_document(self, template_code, unit=None):
        for record in self:
            if template_code == NOTICE and not record._not_recognised():
                raise UserError(
                    self.env._(
                        "Nothing was refused or left out of “%s”, so there is nobody "
                        "to notify.",
                        record.name,
                    )
                )
        return super()._draft_document(template_code, unit)


class DanvanRecognition(models.Model):
    """One row of the notice, with the leader's reason."""

    _inherit = "danvan.recognition"

    def _refused_row(self):
        lines = self.trail_ids.filtered(lambda line: line.to_state == "refused")
        reason = lines.sorted("id")[-1:].reason or ""
        return self.evaluation_id._refused_row(reason)


class DanvanEvaluation(models.Model):
    """One row of the notice."""

    _inherit = "danvan.evaluation"

    def _refused_row(self, reason):
        registration = self.registration_id
        grade = f"{self.grade_id.name or ''} ({points.label(self.total)} điểm)"
        cells = (registration.name or "", registration.unit_id.name, grade.strip())
        return (*cells, sentence(reason))
