"""Pictures of a text: only small ones that the text itself holds, drawn anew."""

import base64
import binascii
import io
import re

from PIL import Image

_DATA = re.compile(r"data:image/(png|jpe?g);base64,([A-Za-z0-9+/=\s]+)")
MOST_CHARACTERS = 1_400_000  # a megabyte
MOST_PIXELS = 4_000_000
MOST_PICTURES = 20
WIDEST = 500  # pixels at 96 to the inch: the breadth of a page
KINDS = {"PNG": "png", "JPEG": "jpeg"}


class Pictures:
    """Those of one text, of which only so many are taken."""

    def __init__(self):
        self._taken = 0

    def harmless(self, source):
        """Return a picture drawn anew, so that nothing else is hidden in it.

        :param source: address of an `img`
        :return: address of the form `data:` and width in pixels; both empty when it is
            not a small picture that stands in the address itself
        """
        match = _DATA.fullmatch(source) if len(source) < MOST_CHARACTERS else None
        if not match or self._taken >= MOST_PICTURES:
            return "", 0
        self._taken += 1
        try:
            kind, content, width = _redrawn(base64.b64decode(match[2]))
        except (binascii.Error, OSError, ValueError, SyntaxError):
            return "", 0
        encoded = base64.b64encode(content).decode()
        return f"data:image/{kind};base64,{encoded}", min(width, WIDEST)


def _redrawn(content):
    """Return kind, bytes and width of a picture drawn anew.

    :raise ValueError: when it is too large
    :raise OSError: when it is no picture
    """
    with Image.open(io.BytesIO(content), formats=list(KINDS)) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValueError(picture.size)
        drawn = picture.convert("RGB")
        out = io.BytesIO()
        drawn.save(out, picture.format)
        return KINDS[picture.format], out.getvalue(), picture.width
