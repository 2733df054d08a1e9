"""Tables that people send: CSV or XLSX, columns found by their headings."""

import csv
import datetime
import io
import zipfile

import openpyxl

from .text import nfc, search_key

XLSX_BEGINS = b"PK"
MOST_ROWS = 5000


class Unreadable(ValueError):
    """The content is no table; `reason` tells why."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def read(content, columns):
    """Return `(rows, missing)` of a CSV or XLSX file.

    :param content: bytes of the file
    :param columns: `{name: headings under which it is found}`; headings are compared
        without accents, capitals and punctuation
    :return: `[(line number, {name: cell})]` without empty lines, and the names of the
        columns that the file lacks; cells are texts, or dates where Excel has one
    :raise Unreadable: with the reason `encoding`, `workbook` or `length`
    """
    lines = _of_workbook(content) if content[:2] == XLSX_BEGINS else _of_csv(content)
    headings, *lines = lines or [()]
    if len(lines) > MOST_ROWS:
        raise Unreadable("length")
    places = _places(headings, columns)
    rows = [
        (number, {name: _cell(line, place) for name, place in places.items()})
        for number, line in enumerate(lines, start=2)
    ]
    return (
        [(number, row) for number, row in rows if any(row.values())],
        [name for name in columns if name not in places],
    )


def _places(headings, columns):
    """Return `{name: position}` of the columns that are there."""
    keys = [_key(heading) for heading in headings]
    found = {}
    for name, known in columns.items():
        place = next((keys.index(k) for k in map(_key, known) if k in keys), None)
        if place is not None:
            found[name] = place
    return found


def _key(heading):
    words = "".join(c if c.isalnum() else " " for c in search_key(str(heading or "")))
    return " ".join(words.split())


def _cell(line, place):
    value = line[place] if place < len(line) else None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(nfc(str(value)).split()) if value is not None else ""


def _of_csv(content):
    try:
        text = content.decode("utf-8-sig")
        # Excel separates by semicolons where the comma is the decimal sign.
        first = text.split("\n", 1)[0]
        delimiter = ";" if first.count(";") > first.count(",") else ","
        return list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable("encoding") from error


def _of_workbook(content):
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=True
        )
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, values_only=True)
        return list(rows)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError) as error:
        raise Unreadable("workbook") from error


def date_of(cell):
    """Return the date that a cell means, None when it means none.

    :param cell: a date, or a text as 05/02/2026 or 2026-02-05
    """
    if isinstance(cell, datetime.date):
        return cell
    for pattern in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.datetime.strptime(cell, pattern).date()
        except ValueError:
            continue
    return None
