"""Fits a text into a box: the size is found by measuring with the font itself."""

import functools
from dataclasses import dataclass

from PIL import ImageFont

from . import server_fonts

MM_PER_POINT = 25.4 / 72
LINE_HEIGHT = 1.2  # of the size, for every line of a certificate
STEP = 0.5  # points by which the size is made smaller
# Engines round each letter; a line is taken to be a little longer than measured.
SAFETY = 1.01
# A letter's mean width by the size, where the server tells of no font file.
MEAN_WIDTH = 0.62
UNITS = 1000


@dataclass(frozen=True)
class Fitted:
    """A text as it is printed.

    :param size: in points
    :param lines: the text, line by line
    :param width: of the longest line, in millimetres
    """

    size: float
    lines: tuple
    width: float

    @property
    def line_height(self):
        """Return the height of a line in millimetres."""
        return self.size * LINE_HEIGHT * MM_PER_POINT

    @property
    def height(self):
        """Return the height of all lines in millimetres."""
        return self.line_height * len(self.lines)


@functools.cache
def _font(family, bold, italic):
    path = server_fonts.file_of(family, bold, italic)
    try:
        return ImageFont.truetype(path, UNITS) if path else None
    except OSError:
        return None


@functools.lru_cache(maxsize=4096)
def _units(text, family, bold, italic):
    """Return the width of `text` in thousandths of the size."""
    font = _font(family, bold, italic)
    if font is None:
        return len(text) * MEAN_WIDTH * UNITS
    return font.getlength(text)


def fit(text, width, height, *, family, size, smallest, bold=False, italic=False):
    """Return how `text` is printed within a box, as large as `size` allows.

    :param text: lines are kept; longer ones are broken between words
    :param width: of the box in millimetres
    :param height: of the box in millimetres
    :param size: wished for, in points
    :param smallest: in points
    :return: a `Fitted`, None where the text does not fit even at the smallest size
    """

    def measure(part):
        return _units(part, family, bold, italic) * SAFETY / UNITS

    while size >= smallest:
        scale = size * MM_PER_POINT
        lines = _broken(text, width / scale, measure)
        if lines and len(lines) * scale * LINE_HEIGHT <= height + 0.01:
            longest = max(map(measure, lines), default=0) / SAFETY
            return Fitted(size, tuple(lines), longest * scale)
        # The smallest size itself is tried last.
        size = max(size - STEP, smallest) if size > smallest else 0
    return None


def _broken(text, width, measure):
    """Return the lines of `text`, None where a word alone is too long."""
    lines = []
    for paragraph in text.splitlines():
        greedy = _greedy(paragraph.split(), width, measure)
        if greedy is None:
            return None
        lines += _balanced(paragraph.split(), greedy, width, measure)
    return lines


def _greedy(words, width, measure):
    lines = []
    for word in words:
        if measure(word) > width:
            return None
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(words, greedy, width, measure):
    """Return as many lines as `greedy` has, of lengths as equal as can be: a last
    line of one word looks like a mistake."""
    best, low, high = greedy, width / 2, width
    while len(greedy) > 1 and high - low > width / 100:
        middle = (low + high) / 2
        lines = _greedy(words, middle, measure)
        if lines is not None and len(lines) == len(greedy):
            best, high = lines, middle
        else:
            low = middle
    return best
