"""The lists of registrations in the papers of a campaign."""

import functools
import itertools
from collections import Counter

from odoo import api, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ...tools import amounts, names
from ...tools.placeholders import Heading
from ...tools.text import natural_key
from .registration_paper import HEAD

_lt = LazyTranslate(__name__)

# Words of the papers themselves, so Vietnamese whatever the language of the screen.
ACCEPTED = (
    "TT",
    "Tên mô hình, điển hình",
    "Đơn vị đăng ký",
    "Địa chỉ",
    "Người phụ trách",
    "Mới/ duy trì",
)
LATE = ("TT", "Đơn vị", "Tình trạng", "Số ngày chậm")
CONTINUITY = {"new": "Mới", "continued": "Duy trì"}
NO_SECTOR = "Chưa rõ lĩnh vực"
NONE = "Không có"
NO_BREAK = "\N{NO-BREAK SPACE}"


class DanvanCampaign(models.Model):
    """The list of the year, and the list of the units to be reminded. Both are those of
    the unit that issues the paper, and both are whole or refused."""

    _inherit = "danvan.campaign"

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "accepted_count": _lt("how many registrations are in the list of the year"),
            "model_count": _lt("how many of them are models"),
            "exemplar_count": _lt("how many of them are exemplars"),
            "new_count": _lt("how many of them are new"),
            "continued_count": _lt("how many of them are continued"),
            "late_count": _lt("how many units are to be reminded"),
            "days_late": _lt("days since the last day of registration"),
            "sector_boxes": _lt("sectors to be ticked by pen"),
            "theme_boxes": _lt("themes to be ticked by pen"),
            "level_boxes": _lt("levels to be ticked by pen"),
        }

    def _paper_values(self):
        counted = functools.cache(self._accepted_counts)
        return {
            **super()._paper_values(),
            **{
                f"{key}_count": functools.partial(_counted, counted, key)
                for key in ("accepted", "model", "exemplar", "new", "continued")
            },
            "late_count": lambda: amounts.counted(len(self._late_units())),
            "days_late": str(self._days_late()),
            "sector_boxes": self._boxes("danvan.sector"),
            "theme_boxes": self._boxes("danvan.theme"),
            "level_boxes": self._boxes("danvan.level"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "accepted": _lt("list of the year, by sector"),
            "late_units": _lt("units that have not sent their registration"),
        }

    def _paper_lists(self):
        return {
            **super()._paper_lists(),
            "accepted": self._accepted_table,
            "late_units": self._late_table,
        }

    def _form_vals(self):
        # Filled in by pen, perhaps by a unit below: nobody's name stands there yet.
        return {**super()._form_vals(), **HEAD, "signer_name": False}

    @api.model
    def _boxes(self, catalogue):
        """Return what of a catalogue is in force, each with a box to be ticked."""
        found = self.env[catalogue].search(self.env[catalogue]._in_force())
        boxes = (f"□ {name}".replace(" ", NO_BREAK) for name in found.mapped("name"))
        return f"{2 * NO_BREAK} ".join(boxes)

    def _accepted(self):
        """Return what the issuing unit has taken into its list of the year.

        :raise AccessError: where the user may read only part of it
        """
        within = Domain("campaign_id", "child_of", self.ids)
        domain = within & Domain("is_accepted", "=", True) & self._of_the_issuer()
        found = self.env["danvan.registration"].search(domain)
        self._check_whole(domain, len(found))
        return found

    def _of_the_issuer(self):
        """Return the domain of the registrations that the issuing unit decides, or its
        committee, or who leads for that; of a unit that decides none, those of its
        own area."""
        issuer = self._paper_unit()
        committee = issuer.advises_id or issuer
        if not committee.kind_id.is_committee:
            return Domain("unit_id", "child_of", committee.id)
        leading = committee._leading_bodies().get(committee, committee)
        seats = issuer | committee | leading
        decided = Domain("deciding_unit_id", "in", seats.ids)
        return decided | Domain("higher_unit_id", "in", seats.ids)

    def _accepted_counts(self):
        """Return a counter of the list of the year: in all, by kind, new and not."""
        counts = Counter()
        for registration in self._accepted():
            counts.update(("accepted", registration.kind, registration.continuity))
        return counts

    def _accepted_table(self):
        """Return headings and rows of the list, each sector under its heading."""
        rows, numbers = [], itertools.count(1)
        by_sector = self._accepted().grouped("sector_id")
        for sector in sorted(by_sector, key=lambda s: (not s, s.sequence, s.id)):
            found = by_sector[sector]
            name = f"Lĩnh vực {sector.name}" if sector else NO_SECTOR
            rows.append(Heading((f"{name} ({amounts.counted(len(found))})",)))
            rows += [
                (str(next(numbers)), *registration._paper_row())
                for registration in found._in_order_of_units()
            ]
        return ACCEPTED, rows or [Heading((NONE,))]

    def _late_table(self):
        """Return headings and rows of the units to be reminded."""
        rows = [
            (str(number), one.unit.name, _situation(one), _lateness(self, one))
            for number, one in enumerate(self._late_units(), 1)
        ]
        return LATE, rows or [Heading((NONE,))]


def _counted(counts, key):
    return amounts.counted(counts()[key])


def _situation(late):
    """Return what a letter says of the `Coverage` of a late unit."""
    parts = []
    if late.unsent:
        parts.append(f"{amounts.counted(late.unsent)} đăng ký chưa gửi")
    if late.returned:
        parts[-1] += f", trong đó {amounts.counted(late.returned)} bị trả lại bổ sung"
    said = f"Đã gửi {amounts.counted(late.sent)}, còn " if late.sent else "Có "
    said = said + parts[0] if parts else _said_without_drafts(late)
    if late.assigned:
        said += f" (chỉ tiêu {amounts.counted(late.assigned)})"
    return said


def _said_without_drafts(late):
    if not late.sent:
        return "Chưa đăng ký"
    missing, sent = amounts.counted(late.missing), amounts.counted(late.sent)
    return f"Đã gửi {sent}, còn thiếu {missing}"


def _lateness(campaign, late):
    if not campaign.registration_to:
        return ""
    return str(late.days) if late.days else "Chưa đến hạn"


class DanvanRegistration(models.Model):
    """One row of the list of the year."""

    _inherit = "danvan.registration"

    def _in_order_of_units(self):
        """Return the registrations in the order of lists: by unit, then by name."""
        return self.sorted(
            lambda r: (
                r.unit_id.level_id.rank,
                r.unit_id.kind_id.sequence,
                natural_key(r.unit_id.name),
                names.collation_key(r.name),
            )
        )

    def _paper_row(self):
        persons = self.person_ids._in_order_of_names()
        return (
            self.name or "",
            self.unit_id.name,
            self._paper_place(),
            "; ".join(person._with_post() for person in persons),
            CONTINUITY.get(self.continuity, ""),
        )


class DanvanRegistrationPerson(models.Model):
    """Persons in the order in which papers name them."""

    _inherit = "danvan.registration.person"

    def _in_order_of_names(self):
        """Return the persons in the order given by hand; those without one in the
        Vietnamese order of names."""
        return self.sorted(lambda p: (p.sequence, names.person_key(p.name)))

    def _with_post(self):
        return ", ".join(part for part in (self.name, self.post) if part)
