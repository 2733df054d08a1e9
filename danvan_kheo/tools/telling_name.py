"""What a name says beyond the words that every name of the movement may have.

“Mô hình dân vận khéo thôn 10” names a place and no deed; “Thắp sáng đường quê thôn
10” names one.
"""

import re

from .text import nfc, search_key

# In lower case, long phrases first.
STOCK = (
    "phong trào thi đua",
    "dân vận khéo",
    "hộ gia đình",
    "điển hình",
    "phong trào",
    "tiên tiến",
    "tiêu biểu",
    "xuất sắc",
    "đăng ký",
    "mô hình",
    "thi đua",
    "tập thể",
    "cá nhân",
    "dân vận",
    "khéo",
    "năm",
)
# Where, not what; without a name of its own each says nothing.
PLACES = (
    "tổ dân phố",
    "khu dân cư",
    "khu phố",
    "địa bàn",
    "đặc khu",
    "phường",
    "thôn",
    "buôn",
    "tỉnh",
    "ấp",
    "xã",
)
LINKS = ("của", "tại", "ở")
# “Ánh sáng” says something, one word alone hardly ever.
FEWEST = 2
_NO_LETTERS = re.compile(r"[\W\d_]+")


def is_telling(name, *places, fewest=FEWEST):
    """Tell whether a name says what is done.

    :param name: the name of a model or exemplar
    :param places: names of the place and the unit, which say where and not what
    :param fewest: how many words have to be left
    """
    return len(telling_words(name, *places)) >= fewest


def telling_words(name, *places):
    """Return the words of `name` that are neither stock words, nor numbers, nor names
    of `places`. A name typed without accents is compared without them: with them
    “năm” is a stock word and “nấm” is not."""
    words = _words(name)
    typed_plainly = words == search_key(words)
    known = sorted(map(_words, places), key=len, reverse=True)
    text = f" {words} "
    for phrase in (*known, *STOCK, *PLACES, *LINKS):
        told = search_key(phrase) if typed_plainly else phrase
        # Twice: between two equal phrases there is one space.
        text = text.replace(f" {told} ", " ").replace(f" {told} ", " ")
    return text.split()


def _words(text):
    """Return the words of a text in lower case, numbers and signs left out."""
    return _NO_LETTERS.sub(" ", nfc(text or "").lower()).strip()
