"""The rules of who sees and does what, said once more in plain Python.

Nothing here asks the module: expectations computed by the code under test would prove
nothing. A province is a dictionary, a person a few seats in it.
"""

from dataclasses import dataclass, field

ROLES = (
    "viewer",
    "officer",
    "registrar",
    "approver",
    "appraiser",
    "council_member",
    "council_secretary",
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A unit: what it is, under whom, and what it has to do with the others."""

    name: str
    kind: str
    level: str
    parent: str | None = None
    advises: str | None = None
    line: str | None = None
    territory: str | None = None


# Seen from the commune's committee: a parent and what advises it, children with and
# without accounts, a sibling with its own child of the same line as one of ours, a
# company of a department in the same territory, and a tree with nothing in common.
PLACES = {
    "committee": Place(name="Tỉnh ủy Bảng", kind="party_committee", level="province"),
    "commission": Place(
        name="Ban Tuyên giáo và Dân vận Tỉnh ủy Bảng",
        kind="party_commission",
        level="province",
        parent="committee",
        advises="committee",
    ),
    "department": Place(
        name="Sở Công Thương tỉnh Bảng",
        kind="department",
        level="province",
        parent="committee",
    ),
    "province_women": Place(
        name="Hội LHPN tỉnh Bảng",
        kind="mass_organisation",
        level="province",
        parent="committee",
        line="women",
    ),
    "commune": Place(
        name="Đảng ủy xã Suối Bảng",
        kind="party_committee",
        level="commune",
        parent="committee",
        territory="ours",
    ),
    "government": Place(
        name="UBND xã Suối Bảng",
        kind="government",
        level="commune",
        parent="commune",
        territory="ours",
    ),
    "women": Place(
        name="Hội LHPN xã Suối Bảng",
        kind="mass_organisation",
        level="commune",
        parent="commune",
        line="women",
        territory="ours",
    ),
    "hamlet": Place(
        name="Thôn 1, xã Suối Bảng",
        kind="grassroots",
        level="grassroots",
        parent="commune",
        territory="ours",
    ),
    "school": Place(
        name="Trường THCS Suối Bảng",
        kind="grassroots",
        level="grassroots",
        parent="government",
        line="education",
        territory="ours",
    ),
    "company": Place(
        name="Công ty Điện Suối Bảng",
        kind="grassroots",
        level="grassroots",
        parent="department",
        territory="ours",
    ),
    "sibling": Place(
        name="Đảng ủy xã Đồi Bảng",
        kind="party_committee",
        level="commune",
        parent="committee",
        territory="theirs",
    ),
    "sibling_women": Place(
        name="Hội LHPN xã Đồi Bảng",
        kind="mass_organisation",
        level="commune",
        parent="sibling",
        line="women",
        territory="theirs",
    ),
    "foreign": Place(name="Tỉnh ủy Khác", kind="party_committee", level="province"),
}
# Who decides on what a unit registers at its own level, and on its awards.
DECIDERS = {
    "committee": "commission",
    "commission": "commission",
    "department": "commission",
    "province_women": "commission",
    "company": "commission",
    "commune": "commune",
    "government": "commune",
    "women": "commune",
    "hamlet": "commune",
    "school": "commune",
    "sibling": "sibling",
    "sibling_women": "sibling",
    "foreign": "foreign",
}


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Where a role is held: in a unit, over the area of a preset."""

    unit: str
    scope: str = "subtree"
    area: str | None = None
    line: str | None = None
    territory: str | None = None
    listed: tuple[str, ...] = ()

    @property
    def root(self):
        """The unit whose whole subtree the area is, None for the other presets."""
        whole = self.scope in ("subtree", "committee")
        return (self.area or self.unit) if whole else None

    def covers(self, place):
        """Tell whether the area alone holds the unit `place`."""
        if self.scope == "territory":
            return PLACES[place].territory == self.territory
        tops = self.listed if self.scope == "list" else (self.area or self.unit,)
        fits_line = not self.line or PLACES[place].line == self.line
        return fits_line and bool(set(tops) & set(chain(place)))


# One of each relation, each of which is taken in every role.
SEATS = {
    "commission": Seat(unit="commission", scope="committee", area="committee"),
    "commune": Seat(unit="commune"),
    "government": Seat(unit="government"),
    "department": Seat(unit="department"),
    "women_line": Seat(
        unit="province_women", scope="line", area="committee", line="women"
    ),
    "territory": Seat(unit="government", scope="territory", territory="ours"),
    "list": Seat(unit="department", scope="list", listed=("sibling", "women")),
}
# Presets that the field `scope` of assignments knows, tried in the roles whose areas
# differ: to look on, to write, to decide, to score.
PRESETS = ("territory", "list")
PRESET_ROLES = ("viewer", "officer", "approver", "appraiser")


@dataclass(frozen=True, kw_only=True)
class Person:
    """An account: its seats by role; nobody's has none."""

    login: str
    seats: tuple[tuple[str, Seat], ...] = ()
    is_administrator: bool = False


def everybody(seats):
    """Return one person for each role in each of `seats`, and those without a role.

    The sibling, the foreign tree and a union inside the commune have an officer and a
    leader of their own, so that nobody above acts for them.
    """
    people = [
        Person(login=f"{name}.{role}", seats=((role, seat),))
        for name, seat in seats.items()
        for role in (PRESET_ROLES if seat.scope in PRESETS else ROLES)
    ]
    for name in ("sibling", "foreign", "women"):
        people += [
            Person(login=f"{name}.{role}", seats=((role, Seat(unit=name)),))
            for role in ("officer", "approver")
        ]
    nobody = Person(login="nobody")
    return [*people, nobody, Person(login="administrator", is_administrator=True)]


def chain(place):
    """Return the names from `place` up to the root of its tree."""
    names = []
    while place:
        names.append(place)
        place = PLACES[place].parent
    return names


@dataclass
class Province:
    """Answers who sees and who acts, from people and places alone.

    :param people: all who hold anything
    """

    people: list
    _staffed: set = field(init=False)

    def __post_init__(self):
        self._staffed = {
            place
            for person in self.people
            for role, seat in person.seats
            if role != "viewer"
            for place in self._acted_for(seat)
        }

    def _acted_for(self, seat):
        """Return the units for which one acts from `seat`."""
        root = seat.root if not seat.line else None
        return {seat.unit, root} - {None}

    def leads(self, person, place):
        """Tell whether `person` is leader of just this unit, acting for no other."""
        return any(
            role == "approver" and place in self._acted_for(seat)
            for role, seat in person.seats
        )

    def actor(self, place):
        """Return the nearest unit at or above `place` where somebody acts."""
        return next((up for up in chain(place) if up in self._staffed), place)

    def holds(self, person, role, place):
        """Tell whether `person` has `role` for `place`: sits in, or covers just, the
        unit that acts for it."""
        actor = self.actor(place)
        return any(
            held == role and actor in self._acted_for(seat)
            for held, seat in person.seats
        )

    def is_asked(self, person, place):
        """Tell whether a step for `place` waits at the unit for which one acts."""
        actor = self.actor(place)
        return any(
            role != "viewer" and actor in self._acted_for(seat)
            for role, seat in person.seats
        )

    def sees(self, person, place):
        """Tell whether `place` lies in one of the person's areas; who acts for a unit
        sees it wherever the area lies."""
        return any(
            seat.covers(place) or (role != "viewer" and place == seat.unit)
            for role, seat in person.seats
        )

    def stands_under(self, person, place):
        """Tell whether what `place` publishes is meant for the person's unit."""
        ups = {up for _role, seat in person.seats for up in chain(seat.unit)}
        return place in ups or PLACES[place].advises in ups
