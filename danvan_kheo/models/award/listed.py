"""“Danh sách trích ngang”: honourees in one line each, with what is known of them."""

import functools

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools import amounts, long_dates, names
from ...tools.placeholders import Column, Heading
from ...tools.text import sentence
from ..registration.registration_paper import SUBJECTS
from .decision import SUBJECT_ORDER

_lt = LazyTranslate(__name__)

# Words of the papers themselves are Vietnamese whatever the language of the screen.
# Which sorts stand on which of the two lists, and the lists by the codes of the forms.
ON_LIST = {"individuals": ("individual",), "collectives": ("collective", "household")}
LISTS = {
    "award_list_individuals": "individuals",
    "award_list_collectives": "collectives",
    "award_proposal_individuals": "individuals",
    "award_proposal_collectives": "collectives",
}
INDIVIDUAL_HEADINGS = (
    Column("TT", 4, "center"),
    Column("Họ và tên", 12, "left"),
    Column("Ngày sinh (nam)", 8, "center"),
    Column("Ngày sinh (nữ)", 8, "center"),
    Column("Chức vụ, đơn vị công tác; nơi cư trú", 14, "left"),
    Column("Dân tộc", 6, "left"),
    Column("Tóm tắt thành tích", 16, "left"),
    Column("Mô hình, việc làm", 11, "left"),
    Column("Hình thức đã được khen", 9, "left"),
    Column("Hình thức đề nghị", 7, "left"),
    Column("Ghi chú", 5, "left"),
)
COLLECTIVE_HEADINGS = (
    Column("TT", 4, "center"),
    Column("Tên tập thể, hộ gia đình (viết đúng để in bằng)", 20, "left"),
    Column("Địa chỉ", 15, "left"),
    Column("Tóm tắt thành tích", 21, "left"),
    Column("Mô hình, việc làm", 13, "left"),
    Column("Hình thức đã được khen", 11, "left"),
    Column("Hình thức đề nghị", 9, "left"),
    Column("Ghi chú", 7, "left"),
)
SUBJECT_HEADINGS = (
    Column("Đối tượng", 60, "left"),
    Column("Số lượng", 40, "center"),
)


class DanvanAwardListed(models.AbstractModel):
    """What a decision and a unit's proposals have in common: one form, one campaign and
    a list of honourees. Source of the columns: the dossier of a commendation.

    A model says in `_listed_awards` what stands on the list, and in `_listed_for` for
    which form, by whom it is decided and in which campaign.
    """

    _name = "danvan.award.listed"
    _inherit = ["danvan.paper.source"]
    _description = "List of Honourees"

    def _listed_awards(self):
        """Return the awards on the list that this person may see, in its order."""
        raise NotImplementedError

    def _listed_for(self):
        """Return form, deciding unit and campaign."""
        raise NotImplementedError

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "form": _lt("form of the award, as on the certificate"),
            "giver": _lt("who gives it: post and unit"),
            "campaign_year": _lt("year of the campaign"),
            "honourees": _lt("how many collectives, households, individuals"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "by_subject": _lt("how many of each sort of honouree"),
            "individuals": _lt("individuals, one in a line"),
            "collectives": _lt("collectives and households, one in a line"),
        }

    def _paper_values(self):
        # The paper names campaign and form, launched or kept elsewhere.
        form, unit, campaign = self._on_paper()._listed_for()
        return {
            **super()._paper_values(),
            "form": form.short_name,
            "giver": form._giver_name(unit),
            "campaign_year": str(campaign.year),
            "honourees": self._counted,
        }

    def _counted(self):
        """Return how many of each sort: “02 tập thể, 11 cá nhân”."""
        by_sort = self._listed_awards().grouped("subject_type")
        return ", ".join(
            f"{amounts.counted(len(by_sort[sort]))} {SUBJECTS[sort]}"
            for sort in SUBJECT_ORDER
            if sort in by_sort
        )

    def _paper_lists(self):
        listed = functools.cache(lambda: self._listed_awards()._on_paper())
        return {
            **super()._paper_lists(),
            "by_subject": lambda: (SUBJECT_HEADINGS, listed()._subject_rows()),
            "individuals": lambda: (INDIVIDUAL_HEADINGS, listed()._person_rows()),
            "collectives": lambda: (COLLECTIVE_HEADINGS, listed()._collective_rows()),
        }

    def _paper_form(self, code):
        """Return what a list prints, see `danvan.paper.source`.

        :raise UserError: when nobody of its sort is there
        """
        self.check_access("read")
        name = LISTS.get(code)
        if name and not self._listed_awards()._of_list(name):
            raise UserError(
                self.env._("No individual stands on this list.")
                if name == "individuals"
                else self.env._("No collective or household stands on this list.")
            )
        return super()._paper_form(code)


class DanvanAward(models.Model):
    """One line of the lists."""

    _inherit = "danvan.award"

    def _of_list(self, name):
        """Return those that stand on the list `name`, see `ON_LIST`."""
        return self.filtered(lambda award: award.subject_type in ON_LIST[name])

    def _subject_rows(self):
        by_sort = self.grouped("subject_type")
        rows = [
            (sentence(SUBJECTS[sort]), str(len(by_sort[sort])))
            for sort in SUBJECT_ORDER
            if sort in by_sort
        ]
        return [*rows, Heading(("Cộng", str(len(self))))]

    def _person_rows(self):
        """Return the rows of the individuals, by given name and family name."""
        earlier = self._earlier_awards()
        persons = self._of_list("individuals").sorted(
            lambda award: names.person_key(award.honouree_id.full_name)
        )
        return [
            (str(number), *award._person_cells(), *award._deed_cells(earlier), "")
            for number, award in enumerate(persons, 1)
        ]

    def _person_cells(self):
        person = self.honouree_id
        birth = long_dates.short_date(person.birth_date)
        return (
            person.full_name,
            birth if person.sex == "male" else "",
            birth if person.sex == "female" else "",
            person._paper_address(),
            person.ethnic_group or "",
        )

    def _collective_rows(self):
        """Return the rows of the collectives, then the households, in their order."""
        earlier = self._earlier_awards()
        return [
            (str(number), *award._body_cells(), *award._deed_cells(earlier), "")
            for number, award in enumerate(self._of_list("collectives"), 1)
        ]

    def _body_cells(self):
        return self.honouree_id.full_name, self.honouree_id._paper_address()

    def _deed_cells(self, earlier):
        """Return achievement, deed, earlier awards and the form proposed."""
        return (
            self.summary or "",
            self.registration_id.name or "",
            "; ".join(award._earlier_line() for award in earlier[self.honouree_id]),
            self.form_id.short_name,
        )

    def _earlier_awards(self):
        """Return `{honouree: awards}`: what each has been given, the newest first; one
        query for all. What was cancelled does not count."""
        awards = self.sudo().search(
            [
                ("honouree_id", "in", self.honouree_id.ids),
                ("state", "=", "awarded"),
                ("id", "not in", self.ids),
            ],
            order="decision_date desc, id desc",
        )
        by_honouree = awards.grouped("honouree_id")
        return {one: by_honouree.get(one, awards[:0]) for one in self.honouree_id}

    def _earlier_line(self):
        """Return form, number of the decision and year in one line."""
        number = f"QĐ số {self.decision_number}" if self.decision_number else ""
        parts = (self.form_id.short_name, number, f"năm {self._award_year()}")
        return ", ".join(part for part in parts if part)

    def _award_year(self):
        return self.decision_date.year if self.decision_date else self.year
