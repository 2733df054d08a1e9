"""Which registrations are likely the same: candidates by index, ranking by hand."""

from dataclasses import dataclass

from odoo import api, fields, models
from odoo.tools import SQL

from ...tools.likeness import name_likeness, nearly_all, text_likeness
from ...tools.telling_name import telling_words
from ...tools.text import search_key

# Shares from which on two are likely the same: in the same place, and elsewhere.
NAME_BAR, TEXT_BAR = 0.6, 0.6
ELSEWHERE_NAME_BAR, ELSEWHERE_TEXT_BAR = 0.9, 0.8
# What the database lets through: triples of letters differ more than letters do.
FIRST_BAR, ELSEWHERE_FIRST_BAR = 0.35, 0.7
# A name that so many other places have too is common and says nothing.
COMMON_FROM = 6
# What is longer is no name, and more than an index of words takes.
LONGEST_WORD, MOST_WORDS = 60, 60
NEAR_LIMIT, ELSEWHERE_LIMIT, SHOWN = 20, 31, 5
TEXTS = ("political_task", "people_need", "situation_before", "deed")
# What was refused or taken back stands in nobody's way.
GONE = ("refused", "withdrawn")


@dataclass(frozen=True)
class Alike:
    """One registration that is likely the same, and how alike it is."""

    id: int
    thread: int
    # What both have in common: "hamlet", "commune" or "" elsewhere.
    common_place: str
    is_near: bool
    place: tuple
    name_share: float
    text_share: float

    @property
    def rank(self):
        """Return what sorts the likeliest first, the newest of equals."""
        return -self.is_near, -max(self.name_share, self.text_share), -self.id

    @property
    def is_likely(self):
        """Tell whether name or text is above the bar of its place."""
        bars = (NAME_BAR, TEXT_BAR)
        if not self.is_near:
            bars = (ELSEWHERE_NAME_BAR, ELSEWHERE_TEXT_BAR)
        return self.name_share >= bars[0] or self.text_share >= bars[1]


class DanvanRegistration(models.Model):
    """Its name without the words that every name has, and its place, as keys."""

    _inherit = "danvan.registration"

    alike_key = fields.Char(
        compute="_compute_alike_key",
        store=True,
        precompute=True,
        export_string_translation=False,
    )
    place_key = fields.Char(
        compute="_compute_alike_key",
        store=True,
        precompute=True,
        export_string_translation=False,
    )

    _place_key_idx = models.Index("(territory_id, place_key)")
    # Of the words, not of their letters: a sixth of the size, and a name that has its
    # words in common with nobody is known at once. No list of what is still to be
    # entered into it, for each search would read that list through.
    _alike_words_idx = models.Index(
        "USING gin (to_tsvector('simple', alike_key)) WITH (fastupdate = off)"
    )

    @api.depends("name", "hamlet", "place_detail", "territory_id", "unit_id")
    def _compute_alike_key(self):
        for registration in self:
            place = registration.hamlet or registration.place_detail
            names = registration.territory_id.name, registration.unit_id.name
            words = telling_words(registration.name, place, *names)
            words = [word for word in words if len(word) <= LONGEST_WORD]
            registration.alike_key = search_key(*words[:MOST_WORDS])
            registration.place_key = search_key(place)

    def _alike(self):
        """Return `{registration: [Alike]}`: for each of these the likeliest to be the
        same, best first, whoever may read them; those of its own thread left out.

        All are answered by one query.
        """
        texts = {r: search_key(*(r[name] for name in TEXTS)) for r in self}
        asked = {n: r for n, r in enumerate(self) if r.alike_key or texts[r]}
        rows = {n: {} for n in asked}
        for number, *row in self._alike_rows(asked) if asked else ():
            rows[number][row[0]] = row
        found = {r: [] for r in self}
        for number, registration in asked.items():
            others = registration._others(rows[number].values())
            found[registration] = registration._ranked(others, texts[registration])
        return found

    def _others(self, rows):
        """Return those rows that are not of the own thread: neither what it continues
        or what continues that, nor a registration of the same model."""
        # sudo: only whether two are of one thread.
        me = self.sudo()
        chain, step = {me._origin.id}, me.previous_id._origin
        while step and step.id not in chain:
            chain.add(step.id)
            step = step.previous_id
        threads = {*me.model_id._origin.ids, *me.previous_id.model_id._origin.ids}
        return [r for r in rows if not chain & {*r[:2]} and r[2] not in threads]

    def _ranked(self, rows, text):
        """Return the likely ones, the best of each thread, best first.

        :param rows: as read
        :param text: the own texts as key
        """
        compared = [self._compared(row, text) for row in rows]
        likely = [alike for alike in compared if alike.is_likely]
        if len({a.place for a in likely if not a.is_near}) >= COMMON_FROM:
            likely = [
                a for a in likely if a.is_near or a.text_share >= ELSEWHERE_TEXT_BAR
            ]
        best = {}
        for alike in sorted(likely, key=lambda a: a.rank):
            best.setdefault(alike.thread or -alike.id, alike)
        return [*best.values()][:SHOWN]

    def _compared(self, row, text):
        """Return the `Alike` of one candidate."""
        id_, _previous, thread, territory, place, key, *texts = row
        in_commune = territory == self.territory_id._origin.id
        is_same = place == self.place_key
        return Alike(
            id_,
            thread,
            (in_commune and ("hamlet" if is_same and place else "commune")) or "",
            in_commune and (is_same or not place or not self.place_key),
            (territory, place),
            name_likeness(self.alike_key, key),
            text_likeness(text, search_key(*texts)) if text else 0.0,
        )

    def _alike_rows(self, asked):
        """Return the rows of candidates.

        :param asked: `{number: registration}`
        :return: lists of the number and the columns
        """
        self.flush_model()
        has_trigram = self.env.registry.has_trigram
        return self.env.execute_query(self._alike_query(asked, has_trigram))

    @api.model
    def _alike_query(self, asked, has_trigram):
        """Return the query of the candidates of all that are asked about.

        :param asked: `{number: registration}`
        :param has_trigram: without pg_trgm only the same place is compared, by its
            newest registrations
        """
        values = SQL(", ").join(
            SQL(
                "(%s, %s, %s::tsquery, %s::int, %s, %s::int)",
                number,
                registration.alike_key or "",
                nearly_all((registration.alike_key or "").split()),
                registration.territory_id._origin.id or None,
                registration.place_key or "",
                registration._origin.id or None,
            )
            for number, registration in asked.items()
        )
        parts = [self._in_same_place()]
        if has_trigram:
            parts += [self._in_same_commune(), self._elsewhere()]
        return SQL(
            """SELECT asked.number, found.*
                 FROM (VALUES %s) AS asked (number, key, words, territory, place, own)
                CROSS JOIN LATERAL (%s) AS found""",
            values,
            SQL(" UNION ALL ").join(SQL("(%s)", part) for part in parts),
        )

    @api.model
    def _in_same_place(self):
        """Of one hamlet all newest, for their texts may be alike."""
        return self._candidates(
            SQL("r.territory_id = asked.territory AND r.place_key = asked.place"),
            SQL("r.id DESC LIMIT %s", NEAR_LIMIT),
        )

    @api.model
    def _in_same_commune(self):
        """By the index of the territory: a commune has some hundred."""
        likeness = SQL("similarity(r.alike_key, asked.key)")
        return self._candidates(
            SQL("r.territory_id = asked.territory AND %s >= %s", likeness, FIRST_BAR),
            SQL(
                "(r.place_key IN (asked.place, '')) DESC, %s DESC, r.id DESC LIMIT %s",
                likeness,
                NEAR_LIMIT,
            ),
        )

    @api.model
    def _elsewhere(self):
        """By the index of words of the whole province, with the higher bar."""
        likeness = SQL("similarity(r.alike_key, asked.key)")
        return self._candidates(
            SQL(
                """to_tsvector('simple', r.alike_key) @@ asked.words AND %s >= %s
                   AND r.territory_id IS DISTINCT FROM asked.territory""",
                likeness,
                ELSEWHERE_FIRST_BAR,
            ),
            SQL("%s DESC, r.id DESC LIMIT %s", likeness, ELSEWHERE_LIMIT),
        )

    @api.model
    def _candidates(self, condition, order):
        columns = ("id", "previous_id", "model_id", "territory_id", "place_key")
        names = (*columns, "alike_key", *TEXTS)
        return SQL(
            """SELECT %s FROM danvan_registration AS r
                WHERE %s AND r.id IS DISTINCT FROM asked.own AND r.state NOT IN %s
                ORDER BY %s""",
            SQL(", ").join(SQL.identifier("r", name) for name in names),
            condition,
            GONE,
            order,
        )
