"""The figures of a list for recognition, for the letter that submits it."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools import amounts
from ...tools.placeholders import LEFT_OUT, Column, Heading
from ..registration.registration_paper import KINDS

_lt = LazyTranslate(__name__)

SUBMISSION = "recognition_submission"
# Words of the paper itself, so Vietnamese whatever the language of the screen.
SECTOR_HEADINGS = (
    Column("Lĩnh vực", 46, "left"),
    Column("Mô hình", 18, "center"),
    Column("Điển hình", 18, "center"),
    Column("Cộng", 18, "center"),
)
GRADE_HEADINGS = (
    Column("Xếp loại", 46, "left"),
    Column("Số lượng", 27, "center"),
    Column("Trong đó: tiêu biểu", 27, "center"),
)


class DanvanRecognitionList(models.Model):
    """How many were appraised and are proposed, by kind, sector and grade."""

    _inherit = "danvan.recognition.list"

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "appraised": _lt("how many were appraised"),
            "by_kind": _lt("how many models and how many exemplars"),
            "outstanding": _lt("how many of them are outstanding"),
            "not_recognised": _lt("how many are not recognised"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "by_sector": _lt("how many are proposed in each sector"),
            "by_grade": _lt("how many are proposed with each grade"),
        }

    def _paper_values(self):
        lines = self._proposed_on_paper()
        outstanding = len(lines.filtered("is_outstanding"))
        refused = len(self._not_recognised())
        return {
            **super()._paper_values(),
            "appraised": lambda: amounts.counted(self._appraised_count()),
            "by_kind": lines._counted_kinds(),
            # Without any, nothing is said of them.
            "outstanding": amounts.counted(outstanding) if outstanding else LEFT_OUT,
            "not_recognised": amounts.counted(refused) if refused else LEFT_OUT,
        }

    def _paper_lists(self):
        lines = self._proposed_on_paper()
        return {
            **super()._paper_lists(),
            "by_sector": lambda: (SECTOR_HEADINGS, lines._sector_rows()),
            "by_grade": lambda: (GRADE_HEADINGS, lines._grade_rows()),
        }

    def _proposed_on_paper(self):
        return self._on_paper().recognition_ids._not_refused()

    def _appraised_count(self):
        """Return of how many registrations this unit concluded the appraisal."""
        # sudo: a mere count, for whoever may read the list.
        evaluations = self.env["danvan.evaluation"].sudo()
        return evaluations.search_count(
            [
                ("stage", "=", "level"),
                ("state", "=", "concluded"),
                ("campaign_id", "=", self.campaign_id.id),
                "|",
                ("evaluator_unit_id", "=", self.unit_id.id),
                ("evaluator_unit_id.heir_ids", "in", self.unit_id.ids),
            ]
        )

    def _draft_document(self, template_code, unit=None):
        """Draft the paper, unless there is nothing for it to tell.

        :raise UserError: for a submission of an empty list, or a notice of what was
            not recognised where everything was
        """
        for record in self:
            if template_code == SUBMISSION and not record.recognition_count:
                raise UserError(record._empty_lists()[record.id])
        return super()._draft_document(template_code, unit)


class DanvanRecognition(models.Model):
    """Counted as the papers count."""

    _inherit = "danvan.recognition"

    def _counted_kinds(self):
        """Return how many of each kind: “12 mô hình, 03 điển hình”."""
        by_kind = self.grouped("kind")
        return ", ".join(
            f"{amounts.counted(len(by_kind[kind]))} {word}"
            for kind, word in KINDS.items()
            if kind in by_kind
        )

    def _sector_rows(self):
        """Return a row for each sector, and the total."""
        by_sector = self.grouped("sector_id")
        rows = [
            (sector.name, *by_sector[sector]._kind_counts())
            for sector in self.sector_id.sorted()
        ]
        return [*rows, Heading(("Cộng", *self._kind_counts()))]

    def _kind_counts(self):
        """Return how many models, exemplars, and both together."""
        by_kind = self.grouped("kind")
        counts = [len(by_kind.get(kind, ())) for kind in KINDS]
        return (*(str(count) for count in counts), str(len(self)))

    def _grade_rows(self):
        """Return a row for each grade, the best first, and the total."""
        best_first = self.sorted("total", reverse=True)
        rows = [
            (name, *lines._outstanding_counts())
            for name, lines in best_first.grouped("grade_name").items()
        ]
        return [*rows, Heading(("Cộng", *self._outstanding_counts()))]

    def _outstanding_counts(self):
        return str(len(self)), str(len(self.filtered("is_outstanding")))
