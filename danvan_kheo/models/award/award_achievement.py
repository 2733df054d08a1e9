"""“Báo cáo thành tích”: what the honouree did, told by the registration itself."""

from odoo import api, models
from odoo.tools.translate import LazyTranslate

from ...tools import amounts, long_dates
from ...tools.placeholders import UNKNOWN, Column
from ..registration.registration_paper import SUBJECTS

_lt = LazyTranslate(__name__)

REPORT = "achievement_report"
# Words of the paper itself, so Vietnamese whatever the language of the screen.
# With these a name is entered that is to be printed so.
ADDRESSES = ("ông ", "bà ", "anh ", "chị ", "đồng chí ")
SEXES = {"male": "Nam", "female": "Nữ"}
PARTICULARS = (Column("", 35, "left"), Column("", 65, "left"))
ACTIVITY_HEADINGS = (
    Column("TT", 8, "center"),
    Column("Việc làm", 52, "left"),
    Column("Thời gian", 15, "center"),
    Column("Người thực hiện", 25, "left"),
)
RESULT_HEADINGS = (
    Column("TT", 7, "center"),
    Column("Nội dung", 30, "left"),
    Column("Đơn vị tính", 12, "center"),
    Column("Trước khi làm", 14, "center"),
    Column("Phấn đấu", 12, "center"),
    Column("Đạt được", 12, "center"),
    Column("Ghi chú", 13, "left"),
)
EARLIER_HEADINGS = (
    Column("TT", 8, "center"),
    Column("Năm", 12, "center"),
    Column("Hình thức khen thưởng", 40, "left"),
    Column("Số, ngày quyết định; cơ quan ban hành", 40, "left"),
)


class DanvanAward(models.Model):
    """What a proposal gives to its report. Source of the parts: the dossier of a
    commendation, “sơ lược, thành tích, hình thức đã được khen”."""

    _inherit = "danvan.award"

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "honouree": _lt("name of the honouree"),
            "addressed": _lt("name of the honouree, as a letter addresses it"),
            "honouree_kind": _lt("collective, individual or household"),
            "address": _lt("post and address of the honouree"),
            "summary": _lt("summary of the achievement"),
            "model": _lt("name of the model or exemplar"),
            "registering_unit": _lt("unit that carries it out"),
            "political_task": _lt("political task served"),
            "people_need": _lt("need of the people answered"),
            "core_force": _lt("core force"),
            "situation_before": _lt("situation before"),
            "beneficiaries": _lt("who benefits"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "particulars": _lt("who the honouree is"),
            "activities": _lt("activities and dates"),
            "results": _lt("indicators before, aimed at and reached"),
            "earlier": _lt("awards given earlier"),
        }

    def _paper_values(self):
        known = self._on_paper()
        honouree, registration = known.honouree_id, known.registration_id
        texts = (
            "political_task",
            "people_need",
            "core_force",
            "situation_before",
            "beneficiaries",
        )
        return {
            **super()._paper_values(),
            **{name: (registration[name] or "").rstrip(". ") for name in texts},
            "honouree": honouree.full_name,
            "addressed": known._addressed(),
            "honouree_kind": SUBJECTS[honouree.subject_type],
            "address": honouree._paper_address(),
            "summary": known.summary,
            "model": registration.name,
            "registering_unit": registration.unit_id.name,
        }

    def _addressed(self):
        """Return the name as the letter of who decides addresses it; a name that was
        entered with an address keeps its own."""
        name = self.honouree_id.full_name
        told = name.casefold().startswith(ADDRESSES)
        if self.subject_type != "individual" or told:
            return name
        return f"{self.deciding_unit_id._honorific()} {name}"

    def _paper_lists(self):
        known = self._on_paper()
        done = known.registration_id
        return {
            **super()._paper_lists(),
            "particulars": lambda: (PARTICULARS, known.honouree_id._particulars()),
            "activities": lambda: (ACTIVITY_HEADINGS, done._activity_rows()),
            "results": lambda: (RESULT_HEADINGS, done._result_rows()),
            "earlier": lambda: (EARLIER_HEADINGS, known._earlier_rows()),
        }

    def _earlier_rows(self):
        awards = self._earlier_awards()[self.honouree_id]
        return [
            (
                str(number),
                str(award._award_year()),
                award.form_id.short_name,
                award._decision_in_full(),
            )
            for number, award in enumerate(awards, 1)
        ]

    def _decision_in_full(self):
        date = self.decision_date and long_dates.long_date(self.decision_date)
        number = self.decision_number and f"Quyết định số {self.decision_number} {date}"
        parts = (number, self.deciding_unit_id.name)
        return ", ".join(part for part in parts if part)

    def _new_draft(self, template, issuer):
        """Draft; the report of a person or a household is signed by who reports."""
        paper = super()._new_draft(template, issuer)
        known = self._on_paper()
        if template.code == REPORT and known.subject_type != "collective":
            paper.write(
                {
                    "capacity": "own",
                    "signing_for": False,
                    "deputy_for": False,
                    "signer_post": "Người báo cáo thành tích",
                    "signer_name": known.honouree_id.full_name,
                }
            )
        return paper


class DanvanHonouree(models.Model):
    """Who the honouree is, as a report begins."""

    _inherit = "danvan.honouree"

    def _particulars(self):
        """Return name and value of what is asked of this sort of honouree; what is not
        known is left to the pen."""
        rows = {
            "collective": self._particulars_of_body,
            "household": self._particulars_of_body,
            "individual": self._particulars_of_person,
        }[self.subject_type]()
        return [(name, value or UNKNOWN) for name, value in rows]

    def _particulars_of_person(self):
        return [
            ("Họ và tên", self.full_name),
            ("Ngày sinh", long_dates.short_date(self.birth_date)),
            ("Giới tính", SEXES.get(self.sex)),
            ("Dân tộc", self.ethnic_group),
            ("Chức vụ, đơn vị công tác", self.post),
            ("Nơi cư trú", self.address),
        ]

    def _particulars_of_body(self):
        household = self.subject_type == "household"
        return [
            ("Tên hộ gia đình" if household else "Tên tập thể", self.full_name),
            ("Địa chỉ", self.address or self.unit_id.name),
            ("Số thành viên, cơ cấu", ""),
            ("Đặc điểm, tình hình", ""),
        ]


class DanvanRegistration(models.Model):
    """What was aimed at and reached, in rows."""

    _inherit = "danvan.registration"

    def _result_rows(self):
        """Return a row for each indicator with what was reached of it, then one for
        each result that was not planned."""
        by_indicator = self.result_ids.grouped("indicator_id")
        rows = [
            indicator._reached_row(by_indicator.get(indicator, self.result_ids[:0]))
            for indicator in self.indicator_ids
        ]
        unplanned = self.result_ids.filtered(lambda line: not line.indicator_id)
        rows += [line._unplanned_row() for line in unplanned]
        return [(str(number), *row) for number, row in enumerate(rows, 1)]


class DanvanRegistrationIndicator(models.Model):
    """One row of what was aimed at and reached."""

    _inherit = "danvan.registration.indicator"

    def _reached_row(self, results):
        return (
            self.name,
            self.measure,
            self.baseline or "",
            self._paper_target() if self.target else "",
            "; ".join(line._reached() for line in results),
            "; ".join(line.note for line in results if line.note),
        )


class DanvanRegistrationResult(models.Model):
    """One row of what was reached besides."""

    _inherit = "danvan.registration.result"

    def _unplanned_row(self):
        return (
            self.name or "",
            self.measure or "",
            "",
            "",
            self._reached(),
            self.note or "",
        )

    def _reached(self):
        """Return the figure as papers write it: “khoảng 2,1 – 3”."""
        figures = [amounts.figure(v) for v in (self.value_from, self.value_to) if v]
        about = "khoảng " if self.is_estimated and figures else ""
        return about + " – ".join(dict.fromkeys(figures))
