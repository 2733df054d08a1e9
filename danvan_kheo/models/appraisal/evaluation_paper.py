"""The score sheets: “Phiếu tự chấm” of the unit, “Phiếu thẩm định” of a level."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools.placeholders import Column, Heading
from ..registration.registration_paper import KINDS
from . import points

_lt = LazyTranslate(__name__)

SHEETS = {"self_score_sheet": "self", "appraisal_sheet": "level"}
# Words of the sheets themselves, so Vietnamese whatever the language of the screen.
SELF_HEADINGS = (
    Column("TT", 6, "center"),
    Column("Tiêu chí", 56, "left"),
    Column("Điểm tối đa", 9, "center"),
    Column("Điểm tự chấm", 9, "center"),
    Column("Minh chứng", 20, "left"),
)
HEADINGS = (
    Column("TT", 5, "center"),
    Column("Tiêu chí", 38, "left"),
    Column("Điểm tối đa", 8, "center"),
    Column("Điểm tự chấm", 8, "center"),
    Column("Điểm thẩm định", 8, "center"),
    Column("Lý do chênh lệch", 20, "left"),
    Column("Minh chứng", 13, "left"),
)
# Of the cells of `HEADINGS` those of the unit's own sheet.
OWN_CELLS = (0, 1, 2, 3, 6)


def _own(row):
    """Return the cells of `row` that the unit's own sheet has."""
    return type(row)(row[place] for place in OWN_CELLS)


class DanvanEvaluation(models.Model):
    """What an evaluation gives to its sheet, printed at once."""

    _name = "danvan.evaluation"
    _inherit = ["danvan.evaluation", "danvan.paper.source"]
    # Sheets are printed; nothing is drafted from an evaluation.
    _offers_papers = False

    def _paper_unit(self):
        return self.evaluator_unit_id

    def _form_is_draft(self):
        return self.is_open

    def _paper_form(self, code):
        """Return what the sheet prints, see `danvan.paper.source`.

        :raise UserError: for the sheet of the other stage
        """
        self.check_access("read")
        if self.stage != SHEETS.get(code, self.stage):
            raise UserError(
                self.env._(
                    "“%s” has another sheet: the unit's own scores are printed as its "
                    "own sheet, those of a level as the appraisal's.",
                    self.display_name,
                )
            )
        return super()._paper_form(code)

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "year": _lt("year of the campaign"),
            "model": _lt("name of the model or exemplar"),
            "kind": _lt("model or exemplar"),
            "registering_unit": _lt("unit that carries it out"),
            "address": _lt("specific address"),
            "sector": _lt("sector"),
            "criteria_set": _lt("criteria set by which it is scored"),
            "max_total": _lt("highest possible total"),
            "self_total": _lt("total of the unit's own scores"),
            "total": _lt("total"),
            "grade": _lt("grade"),
            "knockouts": _lt("conditions that exclude, “none” where there are none"),
            "conclusion": _lt("conclusion"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "self_scores": _lt("criteria with the unit's own scores"),
            "scores": _lt("criteria with own scores, scores and reasons"),
        }

    def _paper_values(self):
        known = self._on_paper()
        registration = known.registration_id
        own = known.total if known.stage == "self" else known.self_total
        return {
            **super()._paper_values(),
            "year": str(registration.year),
            "model": registration.name,
            "kind": KINDS[registration.kind],
            "registering_unit": registration.unit_id.name,
            "address": registration._paper_place(),
            "sector": registration.sector_id.name,
            "criteria_set": known.criteria_set_id.name,
            "max_total": points.label(sum(known.score_ids.mapped("max_score"))),
            "self_total": points.label(own),
            "total": points.label(known.total),
            "grade": known.grade_id.name,
            "knockouts": "; ".join(known.knockout_ids.mapped("name")) or "không",
            "conclusion": known.conclusion,
        }

    def _paper_lists(self):
        lines = self._on_paper().score_ids
        return {
            **super()._paper_lists(),
            "self_scores": (SELF_HEADINGS, [_own(row) for row in lines._sheet()]),
            "scores": (HEADINGS, lines._sheet()),
        }


class DanvanEvaluationScore(models.Model):
    """The rows of a sheet: each group before its criteria, the total at the end."""

    _inherit = "danvan.evaluation.score"

    def _sheet(self):
        """Return the rows of these lines, with a cell for each of `HEADINGS`."""
        rows = []
        for group, lines in self.grouped("group_id").items():
            if group:
                rows.append(lines._sums(group.number, group.name))
            rows += [line._cells() for line in lines]
        return [*rows, self._sums("", "Tổng cộng")]

    def _sums(self, number, name):
        return Heading((number or "", name, *self._points(), "", ""))

    def _cells(self):
        criterion = self.criterion_id
        remarks = (self.reason or "", self.evidence or "")
        return (self.number or "", criterion.name, *self._points(), *remarks)

    def _points(self):
        """Return the highest points, the unit's own and those given here: a unit's
        own sheet has its own points as those given."""
        own = "score" if self.evaluation_id.stage == "self" else "self_score"
        names = ("max_score", own, "score")
        return tuple(points.label(sum(self.mapped(name))) for name in names)
