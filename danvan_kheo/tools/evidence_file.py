"""A photo or paper that anybody may send: what is refused, and what is kept of it.

The kind is told by the content, never by the name. A picture is drawn anew, so that
nothing of the file that came in is left but what one sees.
"""

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from PIL import (
    ExifTags,
    Image,
    ImageOps,
    WebPImagePlugin,  # noqa: F401 - registers it: Odoo loads Pillow's first few only
)

LONGEST_SIDE = 2000  # pixels
MOST_PIXELS = 64_000_000  # phones of 50 megapixels pass
QUALITY = 85
LARGEST_UNPACKED = 150_000_000  # bytes of an office file
MOST_PARTS = 2000
MOST_RATIO = 200
LARGEST_TYPES = 1_000_000
LONGEST_STEM = 100

PDF = "application/pdf"
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = OFFICE + "wordprocessingml.document"
XLSX = OFFICE + "spreadsheetml.sheet"
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    PDF: "pdf",
    DOCX: "docx",
    XLSX: "xlsx",
}
PICTURES = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
# Parts by which an office file runs something, by their names in lower case.
ACTIVE = re.compile(r"vbaproject|vbadata|activex|/embeddings/|macrosheets|\.(bin|exe)$")
# An office file keeps the settings of a printer under this name.
HARMLESS = re.compile(r"printersettings\d*\.bin$")
# Whatever a broken file makes the libraries stumble over.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
    ZeroDivisionError,
    NotImplementedError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
)


class Refused(ValueError):
    """The file is not kept; `reason` is one of empty, large, heic, kind, macro,
    locked, pixels, bomb, broken."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Position:
    """Where and when a picture says it was taken.

    :param latitude: degrees, north positive; None where it does not say
    :param longitude: degrees, east positive; None where it does not say
    :param moment: naive local time of the camera; None where it does not say
    """

    latitude: float | None = None
    longitude: float | None = None
    moment: datetime | None = None


@dataclass(frozen=True)
class Kept:
    """What is kept of a file.

    :param content: bytes
    :param mimetype: one of `ENDINGS`
    :param position: `Position`
    """

    content: bytes
    mimetype: str
    position: Position


def kept(content):
    """Return what is kept of a file as `Kept`.

    :param content: bytes
    :raise Refused: with the reason
    """
    kind = _kind(content)
    try:
        if kind in PICTURES:
            return _picture(content, kind)
        if kind == "zip":
            return Kept(content, _office_type(content), Position())
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("pixels") from error
    except BROKEN as error:
        raise Refused("broken") from error
    return Kept(content, PDF, Position())


def clean_name(name, mimetype):
    """Return the name of a file without path, control characters and foreign ending.

    :param name: as the client sent it
    :param mimetype: one of `ENDINGS`, gives the ending
    """
    bare = re.split(r"[/\\]", unicodedata.normalize("NFC", name or ""))[-1]
    # Categories C and Z: controls, marks that turn the direction, odd spaces.
    spaced = "".join(" " if unicodedata.category(c)[0] == "Z" else c for c in bare)
    seen = "".join(c for c in spaced if unicodedata.category(c)[0] != "C")
    stem = re.sub(r"\.[^. ]{1,5}$", "", " ".join(seen.split())).strip(". ")
    return f"{stem[:LONGEST_STEM].rstrip('. ') or 'minh-chung'}.{ENDINGS[mimetype]}"


def _kind(content):
    if not content:
        raise Refused("empty")
    if content[:3] == b"\xff\xd8\xff":
        return "jpeg"
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return "png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[:5] == b"%PDF-":
        return "pdf"
    if content[:4] == b"PK\x03\x04":
        return "zip"
    is_heic = content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS
    raise Refused("heic" if is_heic else "kind")


# ------------------------------------------------------------------------ pictures


def _picture(content, kind):
    """Return a picture turned upright, made small and drawn anew."""
    image = _opened(content, kind)
    image.verify()
    image = _opened(content, kind)
    position = _position(image)
    # A large JPEG is read at a fraction of its size: time and memory of a server.
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(_plain(image))
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    is_png = kind == "png"
    drawn = upright if is_png else _on_white(upright)
    return Kept(
        _written(drawn, is_png), "image/png" if is_png else "image/jpeg", position
    )


def _opened(content, kind):
    image = Image.open(io.BytesIO(content), formats=(PICTURES[kind],))
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise Refused("pixels")
    return image


def _plain(image):
    """Return the picture in a mode that both formats take; it keeps its orientation."""
    if image.mode in ("RGB", "RGBA", "L"):
        return image
    see_through = "A" in image.mode or "transparency" in image.info
    return image.convert("RGBA" if see_through else "RGB")


def _on_white(image):
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _written(image, is_png):
    """Return the bytes of nothing but the points: Pillow would write remarks again."""
    image.info = {}
    stream = io.BytesIO()
    if is_png:
        image.save(stream, "PNG", optimize=True)
    else:
        image.save(stream, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return stream.getvalue()


def _position(image):
    """Return where and when the picture was taken; what is broken there, is missing."""
    try:
        exif = image.getexif()
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
        taken = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        taken = taken or exif.get(ExifTags.Base.DateTime)
    except BROKEN:
        return Position()
    latitude = _degrees(place, ExifTags.GPS.GPSLatitude, "S", 90)
    longitude = _degrees(place, ExifTags.GPS.GPSLongitude, "W", 180)
    if latitude is None or longitude is None:
        latitude = longitude = None
    return Position(latitude, longitude, _moment(taken))


def _degrees(place, tag, negative, most):
    """Return one coordinate; its hemisphere stands under the tag before it."""
    try:
        whole, minutes, seconds = (float(part) for part in place[tag])
        degrees = whole + minutes / 60 + seconds / 3600
        hemisphere = place.get(tag - 1)
    except BROKEN:
        return None
    if not 0 <= degrees <= most:  # also what is no number
        return None
    return round(-degrees if hemisphere == negative else degrees, 6)


def _moment(text):
    try:
        moment = datetime.strptime(str(text).strip("\0 "), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
    return moment if moment.year >= 1990 else None


# ------------------------------------------------------------------- office files


def _office_type(content):
    """Return the type of an office file that is what it says and runs nothing."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        _check_parts(parts)
        types = archive.getinfo("[Content_Types].xml")
        if types.file_size > LARGEST_TYPES:
            raise Refused("bomb")
        return _declared(archive.read(types), {part.filename for part in parts})


def _check_parts(parts):
    names = [part.filename.lower() for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("locked")
    if "[content_types].xml" not in names:
        raise Refused("kind")
    if any(ACTIVE.search(n) and not HARMLESS.search(n) for n in names):
        raise Refused("macro")
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    grows = size > 1_000_000 and size > MOST_RATIO * max(packed, 1)
    if len(parts) > MOST_PARTS or size > LARGEST_UNPACKED or grows:
        raise Refused("bomb")


def _declared(types, names):
    """Return the type that the main part of an office file is declared to have."""
    if b"<!DOCTYPE" in types or b"<!ENTITY" in types:
        raise Refused("bomb")
    if b"macroenabled" in types.lower():
        raise Refused("macro")
    for override in ElementTree.fromstring(types):
        for mimetype in (DOCX, XLSX):
            is_main = override.get("ContentType") == f"{mimetype}.main+xml"
            if is_main and override.get("PartName", "").lstrip("/") in names:
                return mimetype
    raise Refused("kind")
