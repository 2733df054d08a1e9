"""Names of territories inside the names of bodies: “Đảng ủy xã Di Linh”."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """A territory as the packaged list or the database has it.

    :param code: official code
    :param name: as listed: “Xã Di Linh”, “Lâm Đồng”, “Thành phố Huế”
    :param division_type: as listed: xã, phường, tỉnh, thành phố trung ương
    :param level: code of its level
    :param parent_code: code of the territory that it is part of
    """

    code: str
    name: str
    division_type: str
    level: str
    parent_code: str = ""

    def words(self):
        """Return `{placeholder: text}` for the names of bodies of this place."""
        division, own = divided(self.name, self.division_type)
        return {
            "territory": f"{division} {own}".strip(),
            "place": own if own[:1].isalpha() else _capital(f"{division} {own}"),
            "type": _capital(division.split(" ")[0]),
            "code": self.code,
        }


def divided(name, division_type):
    """Return the type, small as inside a sentence, and the name without it.

    The list writes the type of communes and cities into their names and leaves it out
    with provinces: (“Xã Di Linh”, “xã”) gives (“xã”, “Di Linh”), (“Lâm Đồng”, “tỉnh”)
    gives (“tỉnh”, “Lâm Đồng”), (“Thành phố Huế”, “thành phố trung ương”) gives
    (“thành phố”, “Huế”).
    """
    types = (division_type or "").lower().split()
    words = name.split()
    count = 0
    while count < min(len(types), len(words) - 1):
        if words[count].lower() != types[count]:
            break
        count += 1
    return " ".join(types[:count] or types), " ".join(words[count:])


def _capital(text):
    """Return `text` with its first letter in capital; the others stay as they are."""
    return text[:1].upper() + text[1:]
