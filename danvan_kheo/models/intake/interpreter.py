"""From an entry of a table to the values of a registration, and what stands against."""

from dataclasses import dataclass

from odoo.fields import Command

from ...tools.intake import values
from ...tools.intake.opening import Odd
from ...tools.intake.targets import NAME, TEXTS
from ...tools.text import nfc, search_key
from .intake_words import Words
from .matching import kind_of, place_kind_of, subject_of

LONGEST_NAME = 500
HAMLET_WORDS = ("toan xa", "toan phuong", "ca xa")


@dataclass(frozen=True)
class Cell:
    """A filled cell of an entry.

    :param row: its row, from 1
    :param place: its column, from 0
    :param value: what stands there, or is written instead
    """

    row: int
    place: int
    value: object

    @property
    def text(self):
        """What stands there, as text."""
        return values.text(self.value)


@dataclass(frozen=True)
class Problem:
    """What is wrong in a cell.

    :param row: row, from 1
    :param place: column, from 0
    :param found: what stands there
    :param wanted: what is wanted
    """

    row: int
    place: int
    found: str
    wanted: str


class Interpreter:
    """Reads entries with the names of one file.

    :param intake: a `danvan.intake`
    :param names: its `Names`
    """

    def __init__(self, intake, names):
        self.names = names
        self.words = Words(intake.env, names)
        self.year = intake.campaign_id.sudo().year
        self.fixed = {
            "campaign_id": intake.campaign_id.id,
            "unit_id": intake.unit_id.id,
        }
        self.corrections = intake._corrections()
        self.targets = [(c.place, c.target) for c in intake.column_ids]
        self.places = {target: place for place, target in reversed(self.targets)}

    def interpret(self, entry):
        """Return `(values, key, problems)` of an entry.

        The key tells what is the same registration: the folded name and place.
        """
        self.entry, self.problems = entry, []
        self.cells = self._cells()
        vals = {**self.fixed, **self._name(), **self._sort(), **self._place()}
        vals |= {t: self._text(t) for t in TEXTS if self._text(t)}
        for name, lines in (
            ("person_ids", self._persons()),
            ("activity_plan_ids", self._activities()),
            ("indicator_ids", self._indicators()),
        ):
            if lines:
                vals[name] = [Command.create(line) for line in lines]
        parts = (vals.get(part) for part in ("name", "hamlet", "place_detail"))
        return vals, search_key(*parts), self.problems

    def _cells(self):
        """Return `{target: {slot: cell}}`, corrections in the place of what stands."""
        found, slots = {}, {}
        for row, place, target, slot, value in self.entry.cells:
            slots[row, place] = slot
            given = self.corrections.get((row, place))
            value = values_of(given) if given is not None else value
            if isinstance(value, Odd):
                self._say(Cell(row, place, value.text), self.words.odd(value))
            elif value is not None:
                found.setdefault(target, {})[slot] = Cell(row, place, value)
        self._add_corrections(found, slots)
        return found

    def _add_corrections(self, found, slots):
        """Add what was written into cells of the entry's row that are empty."""
        seen = {}
        for place, target in self.targets:
            slot = seen[target] = seen.get(target, -1) + 1
            at = (self.entry.row, place)
            if at in self.corrections and at not in slots and self.corrections[at]:
                value = values_of(self.corrections[at])
                found.setdefault(target, {})[slot] = Cell(*at, value)

    def _say(self, cell, wanted):
        self.problems.append(
            Problem(cell.row, cell.place, cell.text[:200] or self.words.empty, wanted)
        )

    def _say_missing(self, target, beside, wanted):
        """Say that a cell is empty; where the table has no such column, say it of the
        cell beside which it is missed."""
        place = self.places.get(target, beside.place if beside else 0)
        self._say(Cell(beside.row if beside else self.entry.row, place, ""), wanted)

    def _one(self, target):
        return self.cells.get(target, {}).get(0)

    def _text(self, target):
        cell = self._one(target)
        return cell.text if cell else ""

    def _name(self):
        name = " ".join(self._text(NAME).split())
        if not name:
            self._say_missing(NAME, None, self.words.name)
        elif len(name) > LONGEST_NAME:
            self._say(self._one(NAME), self.words.shorter)
        return {"name": name}

    def _said(self, target):
        """Return the cell of a target, or what the group above says of it."""
        cell = self._one(target)
        if cell or target not in self.entry.group:
            return cell
        return Cell(self.entry.row, 0, self.entry.group[target])

    def _sort(self):
        """Return kind, subject, sector and themes."""
        vals = {}
        for target, meaning, wanted in (
            ("kind", kind_of, self.words.kind),
            ("subject_type", subject_of, self.words.subject),
        ):
            vals |= self._choice(target, meaning, wanted)
        # “Điển hình cá nhân” in one column says both.
        if "kind" in self.cells and "subject_type" not in vals:
            subject = subject_of(self._text("kind"))
            vals |= {"subject_type": subject} if subject else {}
        sector = self._choice("sector", self.names.sectors.find, self.words.sector)
        if sector:
            vals["sector_id"] = sector["sector"]
        return vals | self._themes()

    def _choice(self, target, meaning, wanted):
        """Return `{target: value}` where the cell means something, else say it."""
        cell = self._said(target)
        if not cell:
            return {}
        value = meaning(cell.text)
        if value is None:
            self._say(cell, wanted)
        return {} if value is None else {target: value}

    def _themes(self):
        cell = self._one("themes")
        if not cell:
            return {}
        found = []
        for text in values.lines(cell.value):
            whole = self.names.themes.find(text)
            parts = [whole] if whole else map(self.names.themes.find, text.split(","))
            found += parts
        if None in found:
            self._say(cell, self.words.themes)
        ids = [id_ for id_ in dict.fromkeys(found) if id_]
        return {"theme_ids": [Command.set(ids)]} if ids else {}

    def _place(self):
        hamlet = " ".join(self._text("hamlet").split())
        detail = " ".join(self._text("place_detail").split())
        if search_key(hamlet) in HAMLET_WORDS:
            vals, hamlet = {"place_kind": "commune"}, ""
        else:
            vals = {"place_kind": "hamlet" if hamlet else "commune"}
        vals |= self._choice("place_kind", place_kind_of, self.words.place_kind)
        if hamlet:
            vals["hamlet"] = self.names.hamlet(hamlet)
        if detail:
            vals["place_detail"] = detail
        commune = self._choice("territory", self.names.territory, self.words.territory)
        return {**vals, **({"territory_id": commune["territory"]} if commune else {})}

    def _slots(self, *targets):
        """Return `[{target: cell}]`, one for each slot that says something."""
        filled = sorted({s for t in targets for s in self.cells.get(t, ())})
        return [
            {t: self.cells[t][s] for t in targets if s in self.cells.get(t, ())}
            for s in filled
        ]

    def _persons(self):
        persons = []
        for cells in self._slots("person", "person_post", "person_phone"):
            posts = values.lines(_value(cells, "person_post"))
            phones = values.lines(_value(cells, "person_phone"))
            names = values.lines(_value(cells, "person"))
            if not names:
                self._say_missing(
                    "person", next(iter(cells.values())), self.words.person
                )
            for number, text in enumerate(names):
                name, post = (text, "") if posts else _name_and_post(text)
                post = _at(posts, number) or post
                vals = {"name": name, "post": post, "phone": _at(phones, number)}
                persons.append({k: v for k, v in vals.items() if v})
        return _numbered(persons)

    def _activities(self):
        activities = []
        for cells in self._slots("activity", "activity_date", "activity_doer"):
            works = values.lines(_value(cells, "activity")) or self._named_work()
            if not works:
                first = next(iter(cells.values()))
                self._say_missing("activity", first, self.words.activity)
            dates = self._dates(cells.get("activity_date"), len(works))
            doer = values.text(_value(cells, "activity_doer"))
            for number, work in enumerate(works):
                vals = {"name": work, "date": _at(dates, number), "doer": doer}
                activities.append({k: v for k, v in vals.items() if v})
        return _numbered(activities)

    def _named_work(self):
        """Return the model itself as what is done, in tables that have a column for
        the time and none for the work."""
        name = self._text(NAME)
        return [name] if name and "activity" not in self.places else []

    def _dates(self, cell, count):
        """Return the dates of one cell, one for each work where there are as many."""
        if cell is None:
            return []
        parts = (
            values.lines(cell.value) if isinstance(cell.value, str) else [cell.value]
        )
        parts = parts if len(parts) == count else parts[:1]
        try:
            dates = [values.date(part, self.year).isoformat() for part in parts]
        except values.Unclear:
            self._say(cell, self.words.date)
            return []
        return dates if len(dates) == count else dates * count

    def _indicators(self):
        found = []
        for cells in self._slots(
            "indicator", "indicator_measure", "indicator_baseline", "indicator_target"
        ):
            line = self._indicator(cells)
            if line:
                found.append(line)
        return _numbered(found)

    def _indicator(self, cells):
        """Return one indicator; a figure may carry its measure, a name its figure."""
        name = " ".join(values.text(_value(cells, "indicator")).split())
        measure = values.text(_value(cells, "indicator_measure"))
        first = next(iter(cells.values()))
        aim = cells.get("indicator_target")
        if not name:
            self._say_missing("indicator", first, self.words.indicator)
            return None
        target, rest = self._aim(aim, name, measure)
        measure = measure or rest
        if not measure:
            beside = aim or first
            self._say_missing("indicator_measure", beside, self.words.measure)
            return None
        baseline = values.text(_value(cells, "indicator_baseline"))
        vals = {
            "name": name,
            "measure": measure,
            "target": target,
            "baseline": baseline,
        }
        return {k: v for k, v in vals.items() if v}

    def _aim(self, aim, name, measure):
        """Return `(figure, measure)` aimed at; without a column of its own the name may
        say it: “2 km đường có đèn”."""
        try:
            if aim:
                return values.figure(aim.value, measure)
            figure, rest = values.figure(name)
            return figure, rest.split(" ")[0]
        except values.Unclear:
            if aim:
                self._say(aim, self.words.figure)
            return 0, ""


def values_of(text):
    """Return a correction as the value of a cell."""
    return " ".join(nfc(text).split()) or None


def _value(cells, target):
    return cells[target].value if target in cells else None


def _at(items, number):
    return items[number] if number < len(items) else ""


def _numbered(lines):
    """Return lines with the order in which they stand."""
    return [{**line, "sequence": number} for number, line in enumerate(lines, 1)]


def _name_and_post(text):
    """Part “name, post”; a name alone is not split further."""
    for sign in (",", " - ", " – ", "("):
        name, found, post = text.partition(sign)
        if found and name.strip() and not any(c.isdecimal() for c in name):
            return name.strip(), post.strip(" ),")
    return text, ""
