"""What the cells of a table say: dates, numbers, persons, in the ways people write.

Each function returns the value, or raises `Unclear` where the cell says none.
"""

import calendar
import datetime
import re

from ..text import search_key

FIRST_YEAR, LAST_YEAR = 1990, 2100
# Excel counts days from here; the numbers of the years that are accepted.
SERIAL_ORIGIN = datetime.date(1899, 12, 30)
SERIALS = range(32874, 73415)
LARGEST = 10**13
DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t].*)?")
MONTH = re.compile(r"(?:thang\s*)?(\d{1,2})\s*(?:[/.\-]|nam)\s*(\d{4})")
BARE_MONTH = re.compile(r"(?:thang|t)\s*(\d{1,2})")
SPOKEN_DAY = re.compile(r"(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})")
SCALES = {
    "nghin": 10**3,
    "ngan": 10**3,
    "trieu": 10**6,
    "tr": 10**6,
    "ty": 10**9,
    "ti": 10**9,
}
FIGURE = r"\d[\d.,\s]*"
NUMBER = re.compile(rf"({FIGURE})(?:\s*[-–—]\s*({FIGURE}))?\s*(.*)")
HEDGES = ("khoang ", "hon ", "tren ", "tu ", "gan ", "dat ", "≥", ">", "~")
GROUPED = re.compile(r"\d{1,3}([.,\s])\d{3}(?:\1\d{3})*")
BULLET = re.compile(r"^\s*(?:[-–•*+]|\d{1,2}[.)])\s*")


class Unclear(ValueError):
    """The cell does not say what its column asks for."""


def date(value, year=None):
    """Return the date of a cell; a month alone is its first day.

    :param value: a date, a number of Excel, or a text: 15/3/2026, 03/2026, tháng 3
    :param year: the year of a month that stands alone
    """
    if isinstance(value, datetime.date):
        return _within(value)
    if isinstance(value, int | float):
        return _of_number(value, year)
    text = search_key(value)
    if text.isdecimal() and len(text) <= 5:
        return _of_number(int(text), year)
    for pattern, order in (
        (DAY, (2, 1, 0)),
        (ISO, (0, 1, 2)),
        (SPOKEN_DAY, (2, 1, 0)),
        (MONTH, (1, 0)),
    ):
        if found := pattern.fullmatch(text):
            return _made([int(found.groups()[place]) for place in order])
    found = BARE_MONTH.fullmatch(text)
    if found and year:
        return _made([year, int(found[1])])
    raise Unclear


def _of_number(value, year):
    if not 0 < value < LARGEST:
        raise Unclear
    if int(value) in SERIALS:
        return SERIAL_ORIGIN + datetime.timedelta(days=int(value))
    if year and value in range(1, 13):
        return _made([year, value])
    # 3.2026 typed as a number is the month 03/2026.
    month, rest = divmod(round(value * 10000), 10000)
    if isinstance(value, float) and FIRST_YEAR <= rest <= LAST_YEAR:
        return _made([rest, month])
    raise Unclear


def _made(parts):
    year, month, day = (*parts, 1)[:3]
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unclear
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise Unclear
    return datetime.date(year, month, day)


def _within(value):
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Unclear
    return value


def figure(value, measure=""):
    """Return `(number, rest of the text)`: 1.200, “1,5 triệu”, “20 bóng”, “2–3 km”.

    Of a range the upper end is meant, as what is aimed at.

    :param measure: the unit of measure in its own column; “45 triệu đồng” beside
        “triệu đồng” is 45
    """
    if isinstance(value, int | float):
        return _small(value), ""
    if not isinstance(value, str):
        raise Unclear
    text = value.strip()
    folded = search_key(text)
    for hedge in HEDGES:
        if folded.startswith(hedge):
            return figure(text[len(hedge) :], measure)
    found = NUMBER.fullmatch(text.replace("\n", " "))
    if not found:
        raise Unclear
    number, words = _number(found[2] or found[1]), found[3].strip()
    if measure and search_key(words).startswith(search_key(measure)):
        return _small(number), ""
    scale, rest = _scaled(words)
    # “150 triệu đồng” alone stays as it is said; beside “đồng” it is 150.000.000.
    if rest and not measure:
        return _small(number), words
    return _small(number * scale), rest


def _scaled(words):
    """Return the scale that begins `words`, and what follows: triệu đồng → 10⁶."""
    first, _space, rest = words.partition(" ")
    scale = SCALES.get(search_key(first))
    return (scale, rest) if scale else (1, words)


def _number(text):
    """Return the number that a Vietnamese figure means: dots part thousands, a comma
    parts decimals; the other way round only where nothing else makes sense."""
    text = text.strip().rstrip(".,").strip()
    if "." in text and "," in text:
        decimal = max(text.rfind("."), text.rfind(","))
        whole = re.sub(r"[.,\s]", "", text[:decimal])
        return _float(f"{whole}.{text[decimal + 1 :]}")
    grouped = GROUPED.fullmatch(text)
    if grouped and (grouped[1] != "," or text.count(",") > 1):
        return _float(re.sub(r"[.,\s]", "", text))
    return _float(text.replace(",", "."))


def _float(text):
    try:
        return float(text)
    except ValueError as error:
        raise Unclear from error


def _small(number):
    if not abs(number) < LARGEST or number < 0:
        raise Unclear
    return number


def lines(value):
    """Return the lines of a cell without bullets; a semicolon parts as well."""
    text = "" if value is None else str(value)
    parts = (BULLET.sub("", part).strip() for part in re.split(r"[\n;]", text))
    return [part for part in parts if part]


def text(value):
    """Return a cell as text: 2 rather than 2.0, dates as 05/02/2026."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    return str(value)
