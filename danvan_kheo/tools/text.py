"""Vietnamese text: one normal form on input, one key for search without accents."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"(\d+)")


def nfc(text):
    """Return `text` in the composed normal form (NFC), anything else unchanged.

    Some keyboards send “ế” as three characters; stored as such it would neither
    be found nor print right.
    """
    return unicodedata.normalize("NFC", text) if isinstance(text, str) else text


def search_key(*texts):
    """Return the key under which texts are found without accents.

    :param texts: any number of strings, empty ones are left out
    :return: lower case, without marks, đ as d, single spaces
    """
    joined = " ".join(text for text in texts if text).lower().replace("đ", "d")
    marked = unicodedata.normalize("NFD", joined)
    plain = "".join(char for char in marked if not unicodedata.combining(char))
    return _SPACES.sub(" ", plain).strip()


def natural_key(text):
    """Return a key that sorts “Thôn 2” before “Thôn 10”, accents left out."""
    parts = _NUMBER.split(search_key(text))
    return [int(part) if part.isdecimal() else part for part in parts]
