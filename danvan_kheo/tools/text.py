"""Vietnamese text: one normal form on input, one key for search without accents."""

import re
import unicodedata

_NUMBER = re.compile(r"(\d+)")


def nfc(text):
    """Return `text` in the composed normal form (NFC), anything else unchanged.

    Some keyboards send “ế” as three characters; stored as such it would neither
    be found nor print right.
    """
    return unicodedata.normalize("NFC", text) if isinstance(text, str) else text


def sentence(text):
    """Return `text` with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def search_key(*texts):
    """Return the key under which texts are found without accents.

    :param texts: any number of strings, empty ones are left out
    :return: lower case, without marks, đ as d, single spaces
    """
    joined = " ".join(text for text in texts if text).lower().replace("đ", "d")
    marked = unicodedata.normalize("NFD", joined)
    plain = "".join([char for char in marked if not unicodedata.combining(char)])
    return " ".join(plain.split())


def natural_key(text):
    """Return a key that sorts “Thôn 2” before “Thôn 10”, accents left out."""
    parts = _NUMBER.split(search_key(text))
    return [int(part) if part.isdecimal() else part for part in parts]


def renamed(text, old, new):
    """Return the name of a body after its superior changed its own.

    What both names end with alike is the place: “UBND xã Suối Trong” becomes “UBND
    xã Suối Xanh” when “Đảng ủy xã Suối Trong” becomes “Đảng ủy xã Suối Xanh”. A name
    without the place, or a superior of another sort, leaves the text as it is.

    :param text: name of the body
    :param old: name of the superior before
    :param new: name of the superior afterwards
    """
    sort, place = _without_common_end((old or "").split(), (text or "").split())
    words = (new or "").split()
    if not place or words[: len(sort)] != sort or len(words) == len(sort):
        return text
    return text.replace(" ".join(place), " ".join(words[len(sort) :]))


def _without_common_end(words, others):
    """Return what stands in `words` before, and what in, the end common to both."""
    common = 0
    for word, other in zip(reversed(words), reversed(others), strict=False):
        if word != other:
            break
        common += 1
    cut = len(words) - common
    return words[:cut], words[cut:]
