"""A printed paper, measured: where its lines stand, how large, in which face."""

import io
import unicodedata
from dataclasses import dataclass

import pdfplumber
from pdfminer.pdftypes import resolve1

MM = 72 / 25.4
# How far a measure may be off, in millimetres.
SLACK = 0.6


@dataclass(frozen=True)
class Line:
    """One line of print: its text, its box in millimetres from the top left corner,
    the size of its letters in points and the names of their faces."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    faces: frozenset

    @property
    def middle(self):
        """The horizontal middle, in millimetres."""
        return (self.x0 + self.x1) / 2

    def is_face(self, name):
        """Tell whether all letters are of that face: Bold, Italic, Regular."""
        faces = {(face.split("-", 1)[1:] or ["Regular"])[0] for face in self.faces}
        return faces == {name}


class Measured:
    """The pages of one PDF."""

    def __init__(self, content):
        self.pdf = pdfplumber.open(io.BytesIO(content))
        self.pages = self.pdf.pages

    def text(self):
        """Return the words of all pages, in the order in which they are read."""
        return " ".join(word["text"] for page in self.pages for word in _words(page))

    def sizes(self):
        """Return the sizes of the pages in millimetres."""
        return {(round(p.width / MM), round(p.height / MM)) for p in self.pages}

    def lines(self, number, border=None):
        """Return the lines of a page.

        :param border: millimetres from the left; what stands at both sides of it, as
            in a heading of two columns, stands on lines of its own
        """
        rows = {}
        for word in _words(self.pages[number]):
            rows.setdefault(round(word["bottom"]), []).append(word)
        lines = []
        for words in rows.values():
            parts = _parts(sorted(words, key=_left), border)
            lines += [_line(part) for part in parts]
        return sorted(lines, key=lambda line: (line.top, line.x0))

    def line(self, number, text, border=None):
        """Return the first line of a page that holds `text`, see `lines`.

        :raise AssertionError: when there is none
        """
        lines = self.lines(number, border)
        found = [line for line in lines if text in line.text]
        if not found:
            said = [line.text for line in lines][:25]
            raise AssertionError(f"“{text}” is not on page {number + 1}: {said}")
        return found[0]

    def rules(self, number):
        """Return `[(x0, x1, y)]` of the horizontal rules of a page, in millimetres."""
        page = self.pages[number]
        flat = [e for e in (*page.rects, *page.lines) if e["height"] < 2]
        return [(e["x0"] / MM, e["x1"] / MM, e["top"] / MM) for e in flat]

    def rule_below(self, number, line):
        """Return the length of the rule right under a line, 0 when there is none."""
        for x0, x1, y in self.rules(number):
            near = 0 < y - line.bottom < 3
            if near and abs((x0 + x1) / 2 - line.middle) < 2:
                return x1 - x0
        return 0

    def box(self, number):
        """Return the box of all letters of a page: left, top, right, bottom; what
        stands in the upper margin (the page's number) is left out."""
        chars = [c for c in self.pages[number].chars if c["text"].strip()]
        chars = [c for c in chars if c["top"] / MM > 18]
        return (
            min(c["x0"] for c in chars) / MM,
            min(c["top"] for c in chars) / MM,
            max(c["x1"] for c in chars) / MM,
            max(c["bottom"] for c in chars) / MM,
        )

    def page_number(self, number):
        """Return the line in the upper margin of a page, None when there is none."""
        above = [line for line in self.lines(number) if line.bottom < 18]
        return above[0] if above else None

    def loose_fonts(self):
        """Return the fonts that are not embedded."""
        loose = set()
        for page in self.pages:
            fonts = resolve1(page.page_obj.resources.get("Font")) or {}
            for font in fonts.values():
                loose |= _loose(resolve1(font))
        return loose

    def families(self):
        """Return the names of the type families, without face and subset."""
        names = {char["fontname"] for page in self.pages for char in page.chars}
        return {name.split("+")[-1].split("-")[0] for name in names}

    def decomposed(self):
        """Return the letters that are not read back composed (NFC)."""
        text = self.text()
        return set(text) - set(unicodedata.normalize("NFC", text))


def _loose(font):
    inner = font.get("DescendantFonts")
    inner = resolve1(resolve1(inner)[0]) if inner else font
    descriptor = resolve1(inner["FontDescriptor"])
    embedded = {"FontFile", "FontFile2", "FontFile3"} & set(descriptor)
    return set() if embedded else {str(font.get("BaseFont"))}


def _words(page):
    return page.extract_words(
        keep_blank_chars=False, use_text_flow=True, extra_attrs=["fontname", "size"]
    )


def _left(word):
    return word["x0"]


def _parts(words, border):
    """Return what stands at the left of the border and what at its right."""
    if border is None:
        return [words]
    left = [word for word in words if word["x1"] < border * MM]
    right = words[len(left) :]
    return [part for part in (left, right) if part]


def _line(words):
    return Line(
        text=" ".join(word["text"] for word in words),
        x0=words[0]["x0"] / MM,
        x1=words[-1]["x1"] / MM,
        top=min(word["top"] for word in words) / MM,
        bottom=max(word["bottom"] for word in words) / MM,
        size=max(word["size"] for word in words),
        faces=frozenset(word["fontname"].split("+")[-1] for word in words),
    )
