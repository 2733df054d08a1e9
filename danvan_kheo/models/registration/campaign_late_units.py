"""Which units owe a registration in a campaign and have not sent one."""

from collections import Counter
from dataclasses import dataclass

from odoo import models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ...tools.text import natural_key
from .registration_workflow import NOT_REGISTERED, UNSENT_STATES


@dataclass(frozen=True, kw_only=True)
class LateUnit:
    """A unit that owes a registration.

    :param unit: a `danvan.unit`
    :param sent: how many have reached the unit that decides
    :param unsent: how many are begun and not sent, those given back among them
    :param returned: how many of these were given back
    :param until: its last day of registration, a later one where it was given that
    :param days: days since that day, 0 until then
    :param is_extended: whether it was given a later day than the campaign's
    """

    unit: models.BaseModel
    sent: int
    unsent: int
    returned: int
    until: object
    days: int
    is_extended: bool

    def is_late(self):
        """Tell whether it has sent nothing, or after the last day not all. Who was
        given more time is left alone until that is over."""
        if self.is_extended and not self.days:
            return False
        return not self.sent or bool(self.days and self.unsent)


class DanvanCampaign(models.Model):
    """Who is to be reminded, by few queries for any number of units.

    Source: the directive of 2014, points 4 and 5 (every body registers, and directs
    those below it to register).
    """

    _inherit = "danvan.campaign"

    def _late_units(self):
        """Return a `LateUnit` for each unit that is to be reminded today by the unit
        that issues this campaign's papers to the current user.

        :raise AccessError: where the user may read only part of the registrations
        """
        self.ensure_one()
        owing = self._owing_units()
        counts = self._registered_by(owing)
        last_days = self._last_days(owing)
        found = (
            LateUnit(
                unit=unit,
                sent=counts[unit.id, "sent"],
                unsent=counts[unit.id, "unsent"],
                returned=counts[unit.id, "returned"],
                until=last_days[unit],
                days=self._days_since(last_days[unit]),
                is_extended=last_days[unit] != self.registration_to,
            )
            for unit in owing
        )
        return [one for one in found if one.is_late()]

    def _days_late(self):
        return self._days_since(self.registration_to)

    def _days_since(self, last_day):
        today = self.env["danvan.period"]._today()
        return max((today - last_day).days, 0) if last_day else 0

    def _owing_units(self):
        """Return the units that owe a registration, in the order of lists: those in
        force with a seal, above the lowest level, which stand right under the issuing
        unit's committee. A committee below answers for all that stands under it, and
        the body that leads the movement receives instead of registering."""
        area, units = self._paper_area(), self.env["danvan.unit"]
        lowest = self.env["danvan.level"]._upward()[:1]
        domain = (
            units._in_force()
            & Domain("id", "child_of", area.id)
            & Domain("id", "not in", (area | self._paper_unit()).ids)
            & Domain("has_seal", "=", True)
            & Domain("level_id", "!=", lowest.id)
            & Domain("leads_movement", "=", False)
        )
        found = units.search_fetch(domain, ["name", "parent_path", "kind_id"])
        inner = self._committees_within(area)
        owing = found.filtered(lambda unit: not inner & set(unit._chain()[1:]))
        return owing.sorted(
            lambda u: (u.level_id.rank, u.kind_id.sequence, natural_key(u.name))
        )

    def _committees_within(self, area):
        """Return the ids of the committees in force below `area`."""
        units = self.env["danvan.unit"]
        below = Domain("id", "child_of", area.id) & Domain("id", "!=", area.id)
        committees = Domain("kind_id.is_committee", "=", True)
        return set(units.search(units._in_force() & below & committees).ids)

    def _registered_by(self, owing):
        """Return a counter by (unit id, sent, unsent or returned): each registration
        counts for the nearest unit, its own or one above it, that owes one; that of a
        unit which has ended counts for who succeeded it."""
        area = self._paper_area()
        within = Domain("campaign_id", "child_of", self.ids)
        inside = Domain("unit_id", "child_of", area.id)
        inside |= Domain("unit_id.heir_ids", "child_of", area.id)
        owners, counts = set(owing.ids), Counter()
        for unit, state, count in self._read_whole(within & inside):
            chain = (id_ for one in unit | unit.heir_ids for id_ in one._chain())
            answers = next((id_ for id_ in chain if id_ in owners), None)
            if state in UNSENT_STATES:
                counts[answers, "unsent"] += count
            elif state not in NOT_REGISTERED:
                counts[answers, "sent"] += count
            if state == "returned":
                counts[answers, "returned"] += count
        return counts

    def _read_whole(self, domain):
        """Return `[(unit, state, count)]` of the registrations, of all or of none.

        :raise AccessError: where the user may read only part of them
        """
        groups = self.env["danvan.registration"]._read_group(
            domain, ["unit_id", "state"], ["__count"], order="state"
        )
        self._check_whole(domain, sum(count for _unit, _state, count in groups))
        return groups

    def _check_whole(self, domain, readable):
        """Refuse to put on paper what would be a part only.

        :param readable: how many of the registrations of `domain` the user reads
        :raise AccessError: when there are more
        """
        # sudo: only how many there are is asked, to refuse.
        if self.env["danvan.registration"].sudo().search_count(domain) > readable:
            raise AccessError(
                self.env._(
                    "The list would be incomplete: your assignment covers only a part "
                    "of the registrations of %s. Let an officer who follows all of "
                    "them draft this paper.",
                    self._paper_area().name,
                )
            )
