"""QR codes as pictures, drawn from the matrix of reportlab, which Odoo always has.

Odoo's own `barcode` needs a renderer that not every Python has (rl-renderPM); a picture
of one pixel a dot needs Pillow alone, and a printer scales it without a blurred edge.
"""

import base64
import io

from PIL import Image
from reportlab.graphics.barcode import qrencoder

# White modules around it, without which readers do not find it: ISO/IEC 18004, 6.3.8.
QUIET_ZONE = 4
# Pixels of one module: screens that show the picture itself stay sharp too.
DOT = 4
# One of the eight masks, any of which readers take: to try them all takes five times as
# long, and for addresses like ours this one is the best or as good (a test tells).
MASK = 2


class _Code(qrencoder.QRCode):
    """A QR code with the one mask."""

    def getBestMaskPattern(self):  # noqa: N802  name of reportlab's
        return MASK


def matrix(text):
    """Return the modules of the QR that says `text`: rows of booleans, dark is True.

    It is read with 15 % of it lost to folds and stains (level M); higher levels make
    the modules smaller.
    """
    code = _Code(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(text))
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def png(text):
    """Return the QR that says `text` as the bytes of a PNG, black on white."""
    rows = matrix(text)
    size = len(rows) + 2 * QUIET_ZONE
    picture = Image.new("1", (size, size), 1)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0)
    file = io.BytesIO()
    picture.resize((size * DOT, size * DOT), Image.Resampling.NEAREST).save(
        file, "PNG", optimize=True
    )
    return file.getvalue()


def data_address(text):
    """Return the QR that says `text` as a `data:` address, which papers may show."""
    return "data:image/png;base64," + base64.b64encode(png(text)).decode()
