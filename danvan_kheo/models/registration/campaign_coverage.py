"""Which units owe a registration in a campaign and have not sent one."""

from collections import Counter
from dataclasses import dataclass

from odoo import models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ...tools.text import natural_key
from .registration_workflow import ACCEPTED_STATES, NOT_REGISTERED, UNSENT_STATES

# Context of a letter to chosen units: their ids. It only takes away from the list.
CHOSEN = "danvan_chosen_units"


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """How far a unit is with what it owes.

    :param unit: a `danvan.unit`
    :param assigned: how many are asked of it; None where no quota speaks to it
    :param owes: whether it owes a registration at all
    :param sent: how many have reached the unit that decides
    :param accepted: how many of these are in the list of the year
    :param unsent: how many are begun and not sent, those given back among them
    :param returned: how many of these were given back
    :param until: its last day of registration, a later one where it was given that
    :param days: days since that day, 0 until then
    :param is_extended: whether it was given a later day than the campaign's
    """

    unit: models.BaseModel
    assigned: int | None
    owes: bool
    sent: int
    accepted: int
    unsent: int
    returned: int
    until: object
    days: int
    is_extended: bool

    @property
    def missing(self):
        """Return how many of those assigned have not been sent."""
        return max((self.assigned or 0) - self.sent, 0)

    @property
    def situation(self):
        """Return `none`, `short` or `enough`."""
        if self.owes and not self.sent:
            return "none"
        return "short" if self.missing else "enough"

    def is_late(self):
        """Tell whether it has sent nothing, or after the last day not all. Who was
        given more time is left alone until that is over."""
        if not self.owes or (self.is_extended and not self.days):
            return False
        return not self.sent or bool(self.days and (self.unsent or self.missing))


class DanvanCampaign(models.Model):
    """Who is to be reminded, by few queries for any number of units.

    Source: the directive of 2014, points 4 and 5 (every body registers, and directs
    those below it to register).
    """

    _inherit = "danvan.campaign"

    def _late_units(self):
        """Return a `Coverage` for each unit that is to be reminded today by the unit
        that issues this campaign's papers to the current user.

        :raise AccessError: where the user may read only part of the registrations
        """
        chosen = self.env.context.get(CHOSEN)
        late = [one for one in self._coverage() if one.is_late()]
        if isinstance(chosen, list) and chosen:
            return [one for one in late if one.unit.id in chosen]
        return late

    def _followed_coverage(self):
        """Return a `Coverage` for each unit that the current user follows in this
        campaign, each area with its own.

        :raise AccessError: where the user may read only part of the registrations of
            these units
        """
        told = Domain.TRUE
        if not self._sees_all():
            told = Domain("user_can_read", "=", True)
        return [
            one for area in self._followed_areas() for one in self._coverage(area, told)
        ]

    def _coverage(self, area=None, told=Domain.TRUE):
        """Return a `Coverage` for each unit that owes a registration, in the order of
        lists, and for each other one that registers without owing: every registration
        counts once.

        :param area: the unit whose subtree is told of; by default that of the unit
            which issues papers
        :param told: domain of the units that are told of
        :raise AccessError: where the user may read only part of the registrations
        """
        self.ensure_one()
        area = area or self._paper_area()
        numbers = self._numbers_within(area, told)
        owing = self._owing_units(area, told, numbers)
        counts = self._registered_by(area, told, owing)
        beyond = {id_ for id_, _what in counts if id_} - set(owing.ids)
        units = owing | owing.browse(sorted(beyond)).exists()
        last_days = self._last_days(units)
        return [
            Coverage(
                unit=unit,
                assigned=numbers.get(unit.id),
                owes=unit in owing,
                sent=counts[unit.id, "sent"],
                accepted=counts[unit.id, "accepted"],
                unsent=counts[unit.id, "unsent"],
                returned=counts[unit.id, "returned"],
                until=last_days[unit],
                days=self._days_since(last_days[unit]),
                is_extended=last_days[unit] != self.registration_to,
            )
            for unit in units
        ]

    def _numbers_within(self, area, told=Domain.TRUE):
        """Return `{unit_id: number}` of the quotas that speak to units in force within
        `area`.

        :param told: domain of the units that are told of
        """
        # sudo: only whether there is any quota is asked.
        if not self.sudo().quota_ids:
            return {}
        units = self.env["danvan.unit"]
        within = Domain("id", "child_of", area.id)
        fields_asked = ["kind_id", "level_id", "parent_path"]
        found = units.search_fetch(units._in_force() & within & told, fields_asked)
        return self._quota_numbers(found)

    def _days_late(self):
        return self._days_since(self.registration_to)

    def _days_since(self, last_day):
        today = self.env["danvan.period"]._today()
        return max((today - last_day).days, 0) if last_day else 0

    def _owing_units(self, area, told, numbers):
        """Return the units that owe a registration, in the order of lists: those of
        which a quota asks some; and, unless a quota asks none, those in force with a
        seal, above the lowest level, which stand right under the committee of the
        area. A committee below answers for all that stands under it and has no
        quota of its own, and the body that leads the movement receives instead of
        registering.

        :param numbers: as `_numbers_within` returns them
        """
        units = self.env["danvan.unit"]
        lowest = self.env["danvan.level"]._upward()[:1]
        desk = (area | self._paper_unit()).ids
        domain = (
            units._in_force()
            & told
            & Domain("id", "child_of", area.id)
            & Domain("id", "not in", desk)
            & Domain("has_seal", "=", True)
            & Domain("level_id", "!=", lowest.id)
            & Domain("leads_movement", "=", False)
        )
        found = units.search_fetch(domain, ["name", "parent_path", "kind_id"])
        inner = self._committees_within(area, told)
        owing = found.filtered(
            lambda unit: not inner & set(unit._chain()[1:]) and numbers.get(unit.id, 1)
        )
        # What is asked of the whole area is told where that is one row among others.
        asked = units.browse(id_ for id_, number in numbers.items() if number) - area
        return (owing | asked).sorted(
            lambda u: (u.level_id.rank, u.kind_id.sequence, natural_key(u.name))
        )

    def _committees_within(self, area, told):
        """Return the ids of the committees in force below `area`."""
        units = self.env["danvan.unit"]
        below = Domain("id", "child_of", area.id) & Domain("id", "!=", area.id)
        committees = Domain("kind_id.is_committee", "=", True)
        return set(units.search(units._in_force() & told & below & committees).ids)

    def _registered_by(self, area, told, owing):
        """Return a counter by (unit id; sent, accepted, unsent or returned): each
        registration counts for the nearest unit, its own or one above it, that owes
        one, and where none does for its own; that of a unit which has ended counts
        for who succeeded it."""
        within = Domain("campaign_id", "child_of", self.ids)
        inside = Domain("unit_id", "child_of", area.id)
        inside |= Domain("unit_id.heir_ids", "child_of", area.id)
        if told is not Domain.TRUE:
            inside &= Domain("unit_id", "any", told)
        owners, counts = set(owing.ids), Counter()
        for unit, state, count in self._read_whole(within & inside, area):
            chain = (id_ for one in unit | unit.heir_ids for id_ in one._chain())
            answers = next((id_ for id_ in chain if id_ in owners), unit.id)
            if state in UNSENT_STATES:
                counts[answers, "unsent"] += count
            elif state not in NOT_REGISTERED:
                counts[answers, "sent"] += count
            if state in ACCEPTED_STATES:
                counts[answers, "accepted"] += count
            if state == "returned":
                counts[answers, "returned"] += count
        return counts

    def _read_whole(self, domain, area):
        """Return `[(unit, state, count)]` of the registrations, of all or of none.

        :raise AccessError: where the user may read only part of them
        """
        groups = self.env["danvan.registration"]._read_group(
            domain, ["unit_id", "state"], ["__count"], order="state"
        )
        readable = sum(count for _unit, _state, count in groups)
        self._check_whole(domain, readable, area)
        return groups

    def _check_whole(self, domain, readable, area=None):
        """Refuse to put on paper what would be a part only.

        :param readable: how many of the registrations of `domain` the user reads
        :param area: whose they are, for the sentence; by default the issuing unit's
        :raise AccessError: when there are more
        """
        # sudo: only how many there are is asked, to refuse.
        if self.env["danvan.registration"].sudo().search_count(domain) > readable:
            raise AccessError(
                self.env._(
                    "The list would be incomplete: your assignment covers only a part "
                    "of the registrations of %s. Let an officer who follows all of "
                    "them do it.",
                    (area or self._paper_area()).name,
                )
            )
