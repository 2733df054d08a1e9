"""Which units a list of standard units asks for at the territories of a province."""

from dataclasses import dataclass, field

from ...tools.placeholders import fill_text

PLACEHOLDERS = {"territory", "place", "type", "superior"}


@dataclass(kw_only=True)
class PlannedUnit:
    """One standard unit at one territory.

    :param unit: the `danvan.unit` that stands there, empty while none does
    :param superior: the `danvan.unit` under which it stands, empty for a root
    """

    standard: object
    place: object
    code: str
    name: str
    above: object = None
    is_wanted: bool = True
    unit: object = None
    words: dict = field(default_factory=dict)

    @property
    def superior(self):
        """The unit above: that of the nearest body that stands."""
        above = self.above
        while above and not above.unit:
            above = above.above
        return above.unit if above else self.standard.env["danvan.unit"]

    @property
    def is_missing(self):
        """Whether it is asked for, does not stand yet, and would not come under a
        unit that has ended."""
        superior = self.superior
        ended = bool(superior) and not superior.is_in_force
        return self.is_wanted and not self.unit and not ended


class Planner:
    """The plan: names and codes, what stands already, what is to be made next.

    A unit stands already when one has its code, or its name and its territory (units
    loaded from a file may have codes of their own).

    :param chosen: the `danvan.unit.standard` that are asked for
    :param standards: these and all above them, superiors first
    :param places: `Place`s
    """

    def __init__(self, chosen, standards, places):
        self.places = places
        self.planned = {}
        parents = {place.code: place for place in places}
        for standard in standards:
            for place in places:
                if place.level == standard.level_id.code:
                    self._plan(standard, place, parents, standard in chosen)
        self._find_standing(standards.env["danvan.unit"])

    def _plan(self, standard, place, parents, is_wanted):
        above = self._above(standard.parent_id, place, parents)
        words = place.words() | {"superior": above.name if above else ""}
        self.planned[standard.id, place.code] = PlannedUnit(
            standard=standard,
            place=place,
            code=fill_text(standard.code_pattern, words),
            name=fill_text(standard.name_pattern, words),
            above=above,
            is_wanted=is_wanted,
            words=words,
        )

    def _above(self, standard, place, parents):
        """Return what is planned of `standard` at `place` or the territory above."""
        while place:
            if (standard.id, place.code) in self.planned:
                return self.planned[standard.id, place.code]
            place = parents.get(place.parent_code)
        return None

    def _find_standing(self, units):
        """Mark what stands already: one query for all."""
        units = units.search(
            ["|", ("code", "in", [p.code for p in self]), *self._same_names()]
        )
        by_code = {unit.code: unit for unit in units}
        by_name = {(unit.territory_id.code, unit.name): unit for unit in units}
        for planned in self:
            named = by_name.get((planned.place.code, planned.name))
            planned.unit = by_code.get(planned.code) or named

    def _same_names(self):
        places = [place.code for place in self.places]
        return [
            "&",
            ("name", "in", [planned.name for planned in self]),
            ("territory_id.code", "in", places),
        ]

    def __iter__(self):
        return iter(self.planned.values())

    def missing(self):
        """Return what is asked for and does not stand."""
        return [planned for planned in self if planned.is_missing]

    def standing(self):
        """Return what is asked for and stands already."""
        return [planned for planned in self if planned.is_wanted and planned.unit]

    def next_batch(self):
        """Return what can be made now: all whose superior waits for nothing."""
        return [planned for planned in self.missing() if not _waits(planned.above)]

    def stand(self, batch, units):
        """Note that `units` were made of `batch`, in its order."""
        for planned, unit in zip(batch, units, strict=True):
            planned.unit = unit


def _waits(planned):
    """Tell whether `planned` or anything above it is still to be made."""
    while planned:
        if planned.is_missing:
            return True
        planned = planned.above
    return False
