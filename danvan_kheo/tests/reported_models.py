"""Sixty publicly reported models, and what is to come of them.

The file holds what newspapers and public sites wrote (2011–2026); it says neither
who would have registered a model nor all that a registration asks for. What it does
not say is filled with a marker that nobody can take for a fact. Points and grades are
invented, by one rule from the number of results that the file tells.
"""

import csv
from zlib import crc32

from odoo.tools.misc import file_open

FILE = "danvan_kheo/tests/data/reported_models.csv"
ROWS = 60
COMMUNES = 5
UNKNOWN_PERSON = "(Nguồn không nêu tên)"
UNKNOWN_POST = "(nguồn không nêu chức vụ)"
UNKNOWN_PLACE = "(nguồn không nêu địa điểm)"
INVENTED_WORK = "(Việc làm đặt ra để kiểm thử)"


def reported_rows():
    """Return the first rows of the file that tell a name and a sector."""
    with file_open(FILE) as file:
        told = [row for row in csv.DictReader(file) if row["name"] and row["sector"]]
    return told[:ROWS]


def commune_of(row):
    """Return the number of the commune that registers a row, the same in every run."""
    place = row["place_commune"] or row["unit"] or row["ref"]
    return crc32(place.encode()) % COMMUNES


def name_and_post(person):
    """Split “name, post”; a name is one text and is not split further."""
    name, _comma, post = person.partition(",")
    return name.strip() or UNKNOWN_PERSON, post.strip() or UNKNOWN_POST


def from_to(value):
    """Return the two ends of a figure: “2–3” is 2 to 3, “20” is 20 to 20."""
    ends = [float(end) for end in value.replace("-", "–").split("–")]
    return ends[0], ends[-1]


def results_of(row):
    """Return `[(name, value, measure)]` of the results that a row tells."""
    told = (
        [row[f"result_{n}_{part}"] for part in ("name", "value", "unit")]
        for n in (1, 2, 3)
    )
    return [result for result in told if result[0] and result[1]]


def scores_of(row):
    """Return the points for the four criteria: the more is told, the more there are.

    A row without results gets points that would permit recognition as well, so that
    nothing but the missing results leaves it out.
    """
    return {
        0: (20, 20, 20, 10),
        1: (15, 20, 22.5, 10),
        2: (20, 22.5, 25, 15),
        3: (20, 25, 30, 17.5),
    }[len(results_of(row))]


def grade_of(row):
    """Return the grade that the points of a row come to, by the minima on paper."""
    total = sum(scores_of(row))
    minima = (("Xuất sắc", 90), ("Tốt", 80), ("Khá", 65), ("Không đạt", 0))
    return next(name for name, minimum in minima if total >= minimum)


def is_measured(row):
    """Tell whether a row tells at least one result that is not zero."""
    return any(any(from_to(value)) for _name, value, _measure in results_of(row))
