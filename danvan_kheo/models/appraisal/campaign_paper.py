"""The criteria in the papers of a campaign: what is scored, and what a total means."""

import itertools

from odoo import api, models
from odoo.tools.translate import LazyTranslate

from ...tools.placeholders import Heading
from . import points

_lt = LazyTranslate(__name__)

# Words of the papers themselves, so Vietnamese whatever the language of the screen.
CRITERIA = ("TT", "Nội dung, tiêu chí", "Điểm tối đa", "Cách chấm điểm")
GRADES = ("TT", "Xếp loại", "Tổng số điểm", "Xét công nhận")
KNOCKOUTS = ("TT", "Trường hợp không xét công nhận")
TOTAL = "Tổng cộng"


class DanvanCampaign(models.Model):
    """The tables of the guide; several sets stand one below the other."""

    _inherit = "danvan.campaign"

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "criteria_sets": _lt("names of the criteria sets"),
        }

    def _paper_values(self):
        names = self._readable_sets().mapped("name")
        return {**super()._paper_values(), "criteria_sets": "; ".join(names)}

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "criteria": _lt("criteria with their points"),
            "grades": _lt("grades, from how many points on"),
            "knockouts": _lt("conditions that exclude"),
        }

    def _paper_lists(self):
        sets = self._readable_sets()
        return {
            **super()._paper_lists(),
            "criteria": sets._criteria_table,
            "grades": lambda: (GRADES, sets._paper_rows(lambda s: s._grade_rows())),
            "knockouts": lambda: (
                KNOCKOUTS,
                sets._paper_rows(lambda s: s._knockout_rows()),
            ),
        }

    def _readable_sets(self):
        # sudo: finds the campaign above by whose sets this one scores; what of them
        # the user may not read stays out.
        sets = self.sudo()._criteria_sets().with_env(self.env)
        return sets._filtered_access("read")


class DanvanCriteriaSet(models.Model):
    """A criteria set as rows of a table."""

    _inherit = "danvan.criteria.set"

    def _criteria_table(self):
        """Return headings and rows of the criteria; without any hint how to score
        there is no column for it."""
        rows = self._paper_rows(lambda criteria_set: criteria_set._criteria_rows())
        if any(self.criterion_ids.mapped("hint")):
            return CRITERIA, rows
        return CRITERIA[:-1], [type(row)(row[:3]) for row in rows]

    def _paper_rows(self, rows_of):
        """Return the rows of all sets; where they differ each has its name above.

        :param rows_of: function that returns the rows of one set
        """
        alike = {}
        for criteria_set in self.sorted(lambda s: (s.kind == "exemplar", s.id)):
            rows = tuple(rows_of(criteria_set))
            alike.setdefault(rows, []).append(criteria_set.name)
        if len(alike) == 1:
            return list(*alike)
        headed = ([Heading(("; ".join(n),)), *rows] for rows, n in alike.items())
        return list(itertools.chain(*headed))

    def _criteria_rows(self):
        rows = []
        for group, criteria in self._by_group():
            if group:
                most = points.label(group.max_score)
                rows.append(Heading((group.number, group.name, most, "")))
            rows += [
                (one.number, one.name, points.label(one.max_score), one.hint)
                for one in criteria
            ]
        rows.append(Heading(("", TOTAL, points.label(self.total), "")))
        return rows

    def _by_group(self):
        """Return `[(group, criteria)]` in the order of the set, those without a group
        first."""
        found = self.criterion_ids.sorted().grouped("group_id")
        groups = [group for group in self.group_ids.sorted() if group in found]
        alone = self.env["danvan.criteria.group"]
        order = [alone, *groups] if alone in found else groups
        return [(group, found[group]) for group in order]

    def _grade_rows(self):
        grades = self.grade_ids.sorted("sequence")
        above = [None, *grades.mapped("minimum")]
        return [
            (
                str(number),
                grade.name,
                _span(grade.minimum, upper),
                "Có" if grade.permits_recognition else "Không",
            )
            for number, (grade, upper) in enumerate(zip(grades, above, strict=False), 1)
        ]

    def _knockout_rows(self):
        return [
            (str(number), one.name)
            for number, one in enumerate(self.knockout_ids.sorted(), 1)
        ]


def _span(minimum, upper):
    """Return a range of points in words.

    :param minimum: from how many points on
    :param upper: where the next better grade begins, None for the best
    """
    if upper is None:
        return f"Từ {points.label(minimum)} điểm trở lên"
    if not minimum:
        return f"Dưới {points.label(upper)} điểm"
    return f"Từ {points.label(minimum)} đến dưới {points.label(upper)} điểm"
