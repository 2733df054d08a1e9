"""What is kept of a file that anybody may send, and what is refused."""

from odoo.tests import BaseCase, tagged

from ..tools import evidence_file
from .evidence_common import (
    EXE,
    HEIC,
    HTML,
    MACRO,
    PDF,
    REMARK,
    SCRIPT,
    SHEET,
    SVG,
    office,
    opened,
    photo,
    photo_of_phone,
    picture_bomb,
)

RED, BLUE = (254, 0, 0), (0, 0, 254)


@tagged("post_install", "-at_install")
class TestEvidenceFile(BaseCase):
    """Told by the content; pictures drawn anew."""

    def assert_colour(self, image, place, colour):
        found = image.convert("RGB").getpixel(place)
        self.assertTrue(
            all(abs(a - b) < 30 for a, b in zip(found, colour, strict=True)), found
        )

    def test_photos_and_papers_are_told_by_their_content(self):
        for content, mimetype in (
            (photo(), "image/jpeg"),
            (photo(kind="PNG"), "image/png"),
            (photo(kind="WEBP"), "image/jpeg"),
            (PDF, evidence_file.PDF),
            (office(), evidence_file.DOCX),
            (office(SHEET), evidence_file.XLSX),
            (
                office(SHEET, xl__printerSettings__printerSettings1_dot_bin=b"x"),
                evidence_file.XLSX,
            ),
        ):
            with self.subTest(mimetype=mimetype):
                self.assertEqual(evidence_file.kept(content).mimetype, mimetype)

    def test_what_is_something_else_is_refused(self):
        for content, reason in (
            (b"", "empty"),
            (SVG, "kind"),
            (HTML, "kind"),
            (SCRIPT, "kind"),
            (EXE, "kind"),
            (b"GIF89a" + b"\0" * 50, "kind"),
            (HEIC, "heic"),
            (photo()[:-300], "broken"),
            (photo(kind="PNG")[:60], "broken"),
            (b"\xff\xd8\xff" + HTML, "broken"),
            (picture_bomb(), "pixels"),
            (picture_bomb(9000), "pixels"),
            (b"PK\x03\x04" + b"\0" * 50, "broken"),
            (office(MACRO), "macro"),
            (office(word__vbaProject_dot_bin=b"x"), "macro"),
            (office(word__embeddings__a_dot_exe=EXE), "macro"),
            (office(word__media__b_dot_xml=b"0" * 20_000_000), "bomb"),
            (office(("a.txt", "text/plain")), "kind"),
        ):
            with self.subTest(reason=reason, begins=content[:12]):
                with self.assertRaises(evidence_file.Refused) as refused:
                    evidence_file.kept(content)
                self.assertEqual(refused.exception.reason, reason)

    def test_nothing_hidden_is_left_in_a_picture(self):
        content = photo_of_phone()
        self.assertIn(REMARK, content)
        kept = evidence_file.kept(content).content
        self.assertNotIn(REMARK, kept)
        self.assertNotIn(b"Exif", kept)
        self.assertFalse(opened(kept).getexif())
        self.assertFalse(opened(kept).info.get("comment"))
        trailing = evidence_file.kept(photo() + HTML).content
        self.assertNotIn(b"<script>", trailing)

    def test_position_and_time_are_read(self):
        position = evidence_file.kept(photo_of_phone()).position
        self.assertEqual((position.latitude, position.longitude), (11.94, 108.4375))
        self.assertEqual(position.moment.isoformat(), "2026-03-15T08:30:00")
        self.assertEqual(evidence_file.kept(photo()).position, evidence_file.Position())

    def test_a_photo_taken_upright_stands_upright(self):
        image = opened(evidence_file.kept(photo_of_phone((400, 300), 6)).content)
        self.assertEqual(image.size, (300, 400))
        # Turned to the right: what was on the left is above.
        self.assert_colour(image, (150, 50), RED)
        self.assert_colour(image, (150, 350), BLUE)

    def test_large_pictures_are_made_small_and_small_ones_stay(self):
        for size, smaller in (
            ((4000, 1000), (2000, 500)),
            ((1000, 4000), (500, 2000)),
            ((2000, 1500), (2000, 1500)),
            ((40, 30), (40, 30)),
        ):
            for kind in ("JPEG", "PNG"):
                kept = evidence_file.kept(photo(size, kind)).content
                self.assertEqual(opened(kept).size, smaller, kind)

    def test_other_modes_are_taken(self):
        for kind, mode in (
            ("JPEG", "CMYK"),
            ("JPEG", "L"),
            ("PNG", "RGBA"),
            ("PNG", "1"),
            ("WEBP", "RGBA"),
        ):
            content = photo(kind=kind, mode=mode if mode != "L" else "RGB")
            self.assertTrue(evidence_file.kept(content).content)

    def test_names_are_cleaned(self):
        for name, cleaned in (
            ("Ảnh họp dân.jpeg", "Ảnh họp dân.jpg"),
            ("../../etc/passwd", "passwd.jpg"),
            ("C:\\anh\\a.jpg.exe", "a.jpg.jpg"),
            ("a\0b\r\nc\u202egpj.exe", "abcgpj.jpg"),
            ("Ho\u0323p dân.jpg", "Họp dân.jpg"),
            ("", "minh-chung.jpg"),
            (None, "minh-chung.jpg"),
            ("....", "minh-chung.jpg"),
            ("a" * 300, "a" * 100 + ".jpg"),
        ):
            self.assertEqual(evidence_file.clean_name(name, "image/jpeg"), cleaned)
