"""Opening a workbook that anybody may have made: what is refused, and why.

Nothing is unpacked before the zip's own directory was looked at, and a part never gives
more than the size written there. Formulas are never worked out: what Excel had worked
out when it saved the file is taken, and a formula without that is told as such.
"""

import datetime
import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

import openpyxl

from ..text import nfc

LARGEST = 10_000_000
# Unpacked: 10,000 full rows come to about 30 MB.
LARGEST_UNPACKED = 150_000_000
MOST_PARTS = 2000
# A table compresses 10 to 20 times; Excel's own empty formatted rows up to 100 times.
MOST_RATIO = 200
MOST_ROWS = 10_000
# Rows and columns that are looked at; titles stand above the table, remarks beside it.
LAST_ROW = MOST_ROWS + 200
LAST_COLUMN = 100
LONGEST_TEXT = 5000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How Excel names the part that holds a workbook under a password, as OLE writes it.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SPACES = re.compile(r"[^\S\n]+")
# Whatever a broken part makes the libraries stumble over.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    struct.error,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    AssertionError,
    SyntaxError,
)


class Refused(ValueError):
    """The file is not read; `reason` is one of empty, large, old, locked, none, bomb,
    broken, rows, table."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Odd:
    """A cell that holds no value: a formula not worked out, or an error of Excel.

    :param text: what stands in the cell
    :param is_formula: whether it is a formula
    """

    text: str
    is_formula: bool


@dataclass(frozen=True)
class Sheet:
    """What one visible sheet holds.

    :param name: its name
    :param rows: lists of values, the first row first
    """

    name: str
    rows: list


def read(content):
    """Return the visible sheets of a workbook.

    :param content: bytes of the file
    :raise Refused: for what is no workbook that can be read
    """
    check(content)
    try:
        book = _load(content, data_only=False)
        sheets, formulas = _sheets(book)
        if formulas:
            _fill_in(sheets, formulas, _load(content, data_only=True))
    except Refused:
        raise
    except BROKEN as error:
        raise Refused("broken") from error
    return sheets


def check(content):
    """Refuse what is no workbook or would grow too large, before unpacking anything.

    :raise Refused: with the reason
    """
    if not content:
        raise Refused("empty")
    if len(content) > LARGEST:
        raise Refused("large")
    if content[:8] == OLE:
        raise Refused("locked" if ENCRYPTED in content else "old")
    if content[:2] != b"PK":
        raise Refused("none")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            _check_texts(archive, parts)
    except Refused:
        raise
    except BROKEN as error:
        raise Refused("none") from error


def _check_parts(parts):
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("locked")
    if len(parts) > MOST_PARTS or _is_bomb(parts):
        raise Refused("bomb")
    if "[Content_Types].xml" not in names or not any(
        name.lower().endswith("workbook.xml") for name in names
    ):
        raise Refused("none")


def _is_bomb(parts):
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    grows = size > 1_000_000 and size > MOST_RATIO * max(packed, 1)
    return size > LARGEST_UNPACKED or grows


def _check_texts(archive, parts):
    """Refuse parts that declare entities: a workbook has none, and a few lines of them
    grow without end."""
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                before = b""
                while chunk := stream.read(1 << 20):
                    if b"<!DOCTYPE" in before + chunk or b"<!ENTITY" in before + chunk:
                        raise Refused("bomb")
                    before = chunk[-9:]


def _load(content, data_only):
    return openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False
    )


def _sheets(book):
    """Return the sheets, and `[(sheet number, row, column)]` of their formulas."""
    sheets, formulas = [], []
    for page in book.worksheets:
        if page.sheet_state != "visible":
            continue
        page.reset_dimensions()  # a file may say that it has a billion columns
        rows = []
        for number, cells in enumerate(page.iter_rows(), 1):
            if number > LAST_ROW:
                _check_empty(cells)
                continue
            rows.append([_value(cell) for cell in cells[:LAST_COLUMN]])
            formulas += [
                (len(sheets), number - 1, column)
                for column, cell in enumerate(cells[:LAST_COLUMN])
                if cell.data_type == "f"
            ]
        sheets.append(Sheet(page.title, rows))
    return sheets, formulas


def _check_empty(cells):
    if any(cell.value is not None for cell in cells):
        raise Refused("rows")


def _value(cell):
    """Return the value of a cell: nothing, a number, a date, a text or an `Odd`."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return {None: None, True: "x", False: None}[value]
    if cell.data_type == "f":
        return Odd(str(value)[:LONGEST_TEXT], is_formula=True)
    if cell.data_type == "e":
        return Odd(str(value), is_formula=False)
    return clean(value)


def clean(value):
    """Return a value as it is kept: texts composed, spaces single, ends trimmed."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date) or value is None:
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, int | float) and abs(value) < 1e15:
        return value
    lines = nfc(str(value)[:LONGEST_TEXT]).replace("\r", "\n").replace("\0", "")
    lines = (SPACES.sub(" ", line).strip() for line in lines.split("\n"))
    return "\n".join(line for line in lines if line) or None


def _fill_in(sheets, formulas, book):
    """Put what Excel had worked out in the place of the formulas."""
    visible = [page for page in book.worksheets if page.sheet_state == "visible"]
    wanted = {}
    for number, row, column in formulas:
        wanted.setdefault(number, {}).setdefault(row, []).append(column)
    for number, rows in wanted.items():
        visible[number].reset_dimensions()
        for row, cells in enumerate(visible[number].iter_rows(max_row=LAST_ROW)):
            for column in rows.get(row, ()):
                value = _value(cells[column]) if column < len(cells) else None
                if value is not None:
                    sheets[number].rows[row][column] = value
