"""Photos and papers as people and enemies send them, made on the spot."""

import base64
import io
import struct
import zipfile
import zlib

from PIL import ExifTags, Image

TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/{part}" ContentType="{type}"/></Types>"""
MAIN = "application/vnd.openxmlformats-officedocument.{}.main+xml"
WORD = ("word/document.xml", MAIN.format("wordprocessingml.document"))
SHEET = ("xl/workbook.xml", MAIN.format("spreadsheetml.sheet"))
MACRO = ("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SCRIPT = b"#!/bin/sh\nrm -rf /\n"
EXE = b"MZ\x90\x00\x03" + b"\0" * 200
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200
REMARK = b"Dien thoai cua ba Le Thi Thu"


def photo(size=(40, 30), kind="JPEG", mode="RGB", **options):
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new(mode, size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def photo_of_phone(size=(40, 30), orientation=1, **options):
    """Return a photo that tells where, when and with what it was taken:
    11°56'24" N, 108°26'15" E, on 15/03/2026 at 8:30."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = REMARK.decode()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = (
        "2026:03:15 08:30:00"
    )
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (11.0, 56.0, 24.0)
    place[ExifTags.GPS.GPSLongitudeRef] = "E"
    place[ExifTags.GPS.GPSLongitude] = (108.0, 26.0, 15.0)
    return photo(size, exif=exif, comment=REMARK, **options)


def picture_bomb(side=30_000):
    """Return a PNG of a few bytes that says it is `side` pixels wide and high."""

    def chunk(name, data):
        whole = name + data
        return (
            struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 10_000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", body)
        + chunk(b"IEND", b"")
    )


def office(main=WORD, **parts):
    """Return an office file.

    :param main: path and type of its main part
    :param parts: more parts, `/` and `.` in their names written as `__` and `_dot_`
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", TYPES.format(part=main[0], type=main[1])
        )
        archive.writestr(main[0], "<x/>")
        for name, content in parts.items():
            path = name.replace("__", "/").replace("_dot_", ".")
            archive.writestr(path, content)
    return stream.getvalue()


def base64_of(content):
    """Return what a client sends for a file."""
    return base64.b64encode(content).decode()


def opened(content):
    """Return the picture in these bytes."""
    return Image.open(io.BytesIO(content))
