"""What a registration gives to its papers: its form, and the plan of the model."""

from odoo import api, models
from odoo.tools.translate import LazyTranslate

from ...tools import amounts, long_dates
from ...tools.placeholders import LEFT_OUT

_lt = LazyTranslate(__name__)

# Codes of the wordings of “Phiếu đăng ký”: for all, and for a person as an exemplar.
FORM = "registration_form"
FORM_OF_PERSON = "registration_form_person"
# Words of the papers themselves, so Vietnamese whatever the language of the screen.
KINDS = {"model": "mô hình", "exemplar": "điển hình"}
SUBJECTS = {
    "collective": "tập thể",
    "individual": "cá nhân",
    "household": "hộ gia đình",
}
CONTINUITY = {"new": "mới", "continued": "duy trì"}
PLACES = {
    "hamlet": "Một thôn, khu phố",
    "commune": "Toàn xã",
    "several": "Nhiều thôn, nhiều xã",
    "institution": "Cơ quan, trường học, doanh nghiệp, đơn vị",
}
PERSONS = ("TT", "Họ và tên", "Chức vụ", "Điện thoại")
ACTIVITIES = ("TT", "Việc làm", "Tháng", "Người làm")
ASSIGNMENTS = ("TT", "Người thực hiện", "Chức vụ", "Nhiệm vụ")
IN_CHARGE = "Phụ trách chung"
INDICATORS = ("TT", "Nội dung", "Đơn vị tính", "Hiện có", "Phấn đấu")
# Who signs where the post of the leader is not known.
HEAD = {
    "capacity": "own",
    "signing_for": False,
    "deputy_for": False,
    "signer_post": "Thủ trưởng đơn vị",
}


class DanvanRegistration(models.Model):
    """A registration is the source of papers, its own form among them."""

    _name = "danvan.registration"
    _inherit = ["danvan.registration", "danvan.paper.source"]

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "year": _lt("year of the campaign"),
            "name": _lt("name of the model or exemplar"),
            "kind": _lt("model or exemplar"),
            "subject": _lt("collective, individual or household"),
            "continuity": _lt("new or continued"),
            "level": _lt("level at which it is registered"),
            "decider": _lt(
                "who decides on it; left out with its paragraph where the unit does"
            ),
            "sector": _lt("sector"),
            "themes": _lt("themes"),
            "place_kind": _lt("carried out in: hamlet, commune, several, institution"),
            "address": _lt("specific address"),
            "political_task": _lt("political task served"),
            "scale": _lt("scale"),
            "people_need": _lt("need of the people answered"),
            "people_asked": _lt("how the people were asked"),
            "deed": _lt("deed of the person"),
            "deed_since": _lt("since when the person does it"),
            "person": _lt("who is in charge"),
            "person_post": _lt("post of who is in charge"),
            "person_phone": _lt("telephone of who is in charge"),
            "core_force": _lt("core force"),
            "funding": _lt("cost and source"),
            "situation_before": _lt("situation before"),
            "beneficiaries": _lt("who benefits"),
            "late_reason": _lt(
                "why it is registered late; left out with its paragraph otherwise"
            ),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "persons": _lt("persons in charge"),
            "activities": _lt("activities and dates"),
            "assignments": _lt("who does what"),
            "indicators": _lt("indicators"),
        }

    def _paper_values(self):
        return {
            **super()._paper_values(),
            **self._values_of_what_and_where(),
            **self._values_of_who_and_result(),
        }

    def _values_of_what_and_where(self):
        # sudo: a registration says at which level and by whom it is decided.
        level, decider = self.sudo().registered_level_id, self.sudo().deciding_unit_id
        return {
            "year": str(self.year),
            "name": self.name,
            "kind": KINDS[self.kind],
            "subject": SUBJECTS[self.subject_type],
            "continuity": CONTINUITY[self.continuity],
            "level": level.name,
            "decider": decider.name if decider != self.unit_id else LEFT_OUT,
            "sector": self.sector_id.name,
            "themes": ", ".join(self.theme_ids.mapped("name")),
            "place_kind": PLACES[self.place_kind],
            "address": self._paper_place(),
            "scale": self.scale,
            "political_task": self.political_task,
            "people_need": self.people_need,
            "people_asked": self.people_asked,
        }

    def _values_of_who_and_result(self):
        first = self.person_ids._in_order_of_names()[:1]
        return {
            "person": first.name,
            "person_post": first.post,
            "person_phone": first.phone,
            "deed": self.deed,
            "deed_since": self.deed_since,
            "core_force": self.core_force,
            "funding": self.funding,
            "situation_before": self.situation_before,
            "beneficiaries": self.beneficiaries,
            "late_reason": self.late_reason or LEFT_OUT,
        }

    def _paper_lists(self):
        return {
            **super()._paper_lists(),
            "persons": (PERSONS, self._person_rows()),
            "activities": (ACTIVITIES, self._activity_rows()),
            "assignments": (ASSIGNMENTS, self._assignment_rows()),
            "indicators": (INDICATORS, self._indicator_rows()),
        }

    def _person_rows(self):
        persons = self.person_ids._in_order_of_names()
        return [
            (str(number), one.name, one.post, one.phone)
            for number, one in enumerate(persons, 1)
        ]

    def _activity_rows(self):
        return [
            (str(number), one.name, long_dates.month(one.date), one.doer)
            for number, one in enumerate(self.activity_plan_ids._in_order(), 1)
        ]

    def _assignment_rows(self):
        """Return who does what: the persons in charge, the first of them for the
        whole, then who else does something."""
        works = {}
        for one in self.activity_plan_ids.filtered("doer"):
            works.setdefault(one.doer, []).append(one.name)
        persons = self.person_ids._in_order_of_names()
        rows = []
        for person in persons:
            general = [IN_CHARGE] if person == persons[:1] else []
            does = general + works.pop(person.name, [])
            rows.append((person.name, person.post, "; ".join(does)))
        rows += [(doer, "", "; ".join(does)) for doer, does in works.items()]
        return [(str(number), *row) for number, row in enumerate(rows, 1)]

    def _indicator_rows(self):
        return [
            (str(number), one.name, one.measure, one.baseline, one._paper_target())
            for number, one in enumerate(self.indicator_ids, 1)
        ]

    def _paper_place(self):
        """Return the place in one line, from the smallest to the commune."""
        parts = (self.place_detail, self.hamlet, self.territory_id.name)
        return ", ".join(part for part in parts if part)

    def _paper_form(self, code):
        is_person = self.kind == "exemplar" and self.subject_type == "individual"
        own = FORM_OF_PERSON if code == FORM and is_person else code
        return super()._paper_form(own)

    def _form_vals(self):
        vals = {**super()._form_vals(), "date": self.sent_date}
        return vals if vals["signer_post"] else {**vals, **HEAD}

    def _form_is_draft(self):
        return self.is_open


class DanvanRegistrationActivity(models.Model):
    """Activities in the order of a plan."""

    _inherit = "danvan.registration.activity"

    def _in_order(self):
        """Return them by month, those without one last; unsaved ones too, for which
        the order of the table does not hold."""
        return self.sorted(lambda one: (not one.date, one.date or one.id, one.sequence))


class DanvanRegistrationIndicator(models.Model):
    """The figure aimed at, as papers write it."""

    _inherit = "danvan.registration.indicator"

    def _paper_target(self):
        """Return the target with Vietnamese separators: 1.800 and 2,5."""
        return amounts.figure(self.target)
