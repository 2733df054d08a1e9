"""Names in a table and what they mean in the database, by a few queries for a file."""

from odoo.fields import Domain

from ...tools.intake import table
from ...tools.text import search_key

KIND_WORDS = (("dien hinh", "exemplar"), ("mo hinh", "model"))
SUBJECT_WORDS = (
    ("ho gia dinh", "household"),
    ("ca nhan", "individual"),
    ("tap the", "collective"),
)
SHORT_SUBJECTS = {"ho": "household", "cn": "individual", "tt": "collective"}
PLACE_WORDS = (
    ("nhieu", "several"),
    ("lien thon", "several"),
    ("lien xa", "several"),
    ("toan xa", "commune"),
    ("toan phuong", "commune"),
    ("ca xa", "commune"),
    ("co quan", "institution"),
    ("truong hoc", "institution"),
    ("doanh nghiep", "institution"),
    ("don vi", "institution"),
    ("mot thon", "hamlet"),
    ("thon", "hamlet"),
    ("khu pho", "hamlet"),
    ("to dan pho", "hamlet"),
)
NO_WORDS = {"linh", "vuc", "ve", "va", "xay", "dung", "nganh", "nhom"}
TYPES = ("xa ", "phuong ", "thi tran ", "dac khu ")


def by_words(text, words):
    """Return the meaning of the first word group that `text` holds, None for none."""
    folded = f" {table.key(text)} "
    return next((value for word, value in words if f" {word}" in folded), None)


def kind_of(text):
    """Return model or exemplar, None where the text says neither."""
    return by_words(text, KIND_WORDS)


def subject_of(text):
    """Return collective, individual or household, None where the text says none."""
    return SHORT_SUBJECTS.get(table.key(text)) or by_words(text, SUBJECT_WORDS)


def place_kind_of(text):
    """Return how far a place reaches, None where the text does not say it."""
    return by_words(text, PLACE_WORDS)


class Catalogue:
    """Things with a name and a code, found by either, in part and in any order.

    :param records: a recordset with `name` and `code`
    """

    def __init__(self, records):
        self.names = records.mapped("name")
        self.exact, self.words = {}, {}
        for record in records:
            self.exact[_joined(record.name)] = record.id
            self.exact[_joined(record.code)] = record.id
            self.words[record.id] = _words(record.name)
        self.asked = {}

    def find(self, text):
        """Return the id of what `text` names, None for nothing or for several."""
        if text not in self.asked:
            self.asked[text] = self._find(text)
        return self.asked[text]

    def _find(self, text):
        exact = self.exact.get(_joined(text)) or self.exact.get("".join(_sorted(text)))
        if exact:
            return exact
        words = _words(text)
        if len(words) < 2:
            return None
        same = [id_ for id_, own in self.words.items() if own == words]
        part = [id_ for id_, own in self.words.items() if words < own or own < words]
        found = same or part
        return found[0] if len(found) == 1 else None


def _joined(text):
    return table.key(text).replace(" ", "")


def _sorted(text):
    return [word for word in table.key(text).split() if word not in NO_WORDS]


def _words(text):
    return frozenset(w for w in _sorted(text) if not w.isdecimal() and len(w) > 1)


class Names:
    """All that the words of one file are compared with.

    :param intake: a `danvan.intake`
    """

    def __init__(self, intake):
        env = intake.env
        self.sectors = _catalogue(env, "danvan.sector")
        self.themes = _catalogue(env, "danvan.theme")
        self.territories = self._territories(intake)
        self.hamlets = self._hamlets(intake)

    def _territories(self, intake):
        """Return `{key: id}` of the communes of the unit's province, its own first."""
        own = intake.unit_id.territory_id
        near = Domain("parent_id", "=", own.parent_id.id) if own else Domain.TRUE
        model = intake.env["danvan.territory"]
        found = model.search_fetch(near | Domain("id", "=", own.id), ["name"])
        ids = {}
        for territory in (found - own) | own:
            key = table.key(territory.name)
            ids[key] = territory.id
            short = next((key[len(t) :] for t in TYPES if key.startswith(t)), key)
            if not short.isdecimal():
                ids[short] = territory.id
        return ids

    def territory(self, text):
        """Return the id of the commune that `text` names, None for none."""
        key = table.key(text)
        short = next((key[len(t) :] for t in TYPES if key.startswith(t)), key)
        return self.territories.get(key) or self.territories.get(short)

    def _hamlets(self, intake):
        """Return `{key: spelling}` of the hamlets that the unit has or has named."""
        return {search_key(name): name for name in reversed(intake._hamlet_names())}

    def hamlet(self, text):
        """Return a hamlet as it is spelt elsewhere."""
        return self.hamlets.get(search_key(text), text)

    def meaning(self, text):
        """Return what the text of a group row says: `{target: text}`."""
        sector = self.sectors.find(_without_mark(text))
        if sector:
            return {"sector": _without_mark(text)}
        said = {"kind": kind_of(text), "subject_type": subject_of(text)}
        return {target: text for target, value in said.items() if value}


def _without_mark(text):
    """Return the text of a group without its number: “I. Kinh tế” is “Kinh tế”."""
    first, _dot, rest = text.partition(" ")
    is_mark = first[-1:] in ".)/-:" and len(first) < 6
    return rest.strip() if is_mark and rest else text


def _catalogue(env, model):
    return Catalogue(env[model].search(env[model]._in_force()))
