"""How wide a text is in Times New Roman, without asking the server's fonts."""

import unicodedata

from reportlab.pdfbase.pdfmetrics import stringWidth

HORN = "\N{COMBINING HORN}"
HORN_WIDTH = 0.05  # of the type size: ơ and ư are that much wider than o and u
BASE_LETTERS = str.maketrans("đĐ", "dD")


def width(text, size, bold=False, italic=False):
    """Return the width of one line of `text` in points.

    Times New Roman has the widths of the standard font Times; a Vietnamese letter is
    as wide as its base letter.

    :param size: type size in points
    """
    letters = unicodedata.normalize("NFD", text)
    base = "".join(one for one in letters if not unicodedata.combining(one))
    plain = stringWidth(base.translate(BASE_LETTERS), _font(bold, italic), size)
    return plain + letters.count(HORN) * HORN_WIDTH * size


def _font(bold, italic):
    if bold:
        return "Times-BoldItalic" if italic else "Times-Bold"
    return "Times-Italic" if italic else "Times-Roman"


def widest(lines, size, bold=False, italic=False):
    """Return the width of the widest of `lines` in points, 0 where there is none."""
    return max((width(line, size, bold, italic) for line in lines), default=0)
