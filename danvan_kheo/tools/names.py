"""Vietnamese order of names: the letters first, then the tones.

Letters: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f, j, w and z
of foreign names where the Latin alphabet has them. Tones: ngang, huyền, hỏi, ngã, sắc,
nặng, in the order of Vietnamese dictionaries.
"""

import unicodedata

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# After no mark at all: huyền, hỏi, ngã, sắc, nặng.
TONES = "\N{COMBINING GRAVE ACCENT}\N{COMBINING HOOK ABOVE}\N{COMBINING TILDE}"
TONES += "\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}"


def collation_key(text):
    """Return the key under which `text` stands in Vietnamese order; capitals and the
    way in which marks are typed (NFC, NFD, hoà and hòa) make no difference.

    Syllable by syllable, as dictionaries do: first its letters, then its tone. So ba,
    ba ba, bà, bà con, bả, bã, bá, bạ, bác, băn, bần.
    """
    return tuple(_spelt(word) for word in (text or "").lower().split())


def person_key(name):
    """Return the key that sorts persons as Vietnamese lists do: by the last word (tên),
    then by the family name and the middle names."""
    *before, last = (name or "").split() or [""]
    return collation_key(last), collation_key(" ".join(before))


def _spelt(syllable):
    """Return `(letters, tones)` of a syllable, to be compared in this order."""
    letters, tones = [], []
    for char in unicodedata.normalize("NFD", syllable):
        if char in TONES:
            tones.append(TONES.index(char))
        elif unicodedata.combining(char) and letters:
            letters[-1] += char
        else:
            letters.append(char)
    return tuple(map(_letter, letters)), tuple(tones)


def _letter(char):
    """Return what a letter is compared by: its place among the Vietnamese letters;
    signs and figures stand before them, other letters after."""
    composed = unicodedata.normalize("NFC", char)
    place = LETTERS.find(composed)
    if place >= 0:
        return 1, place, composed
    return 2 if composed.isalpha() else 0, 0, composed
