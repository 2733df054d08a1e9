"""A photo put on a registration in the browser, at both widths."""

import base64

from odoo.tests import tagged

from .common import DanvanHttpCase
from .evidence_common import opened


class EvidenceTourCase(DanvanHttpCase):
    """A draft of the commune, without evidence."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls._register(cls._campaign())
        cls.address = f"/odoo/danvan.registration/{cls.draft.id}"

    def _check_kept(self):
        self.env.invalidate_all()
        evidence = self.draft.evidence_ids
        self.assertEqual(evidence.mapped("name"), ["Họp dân thôn 10"])
        self.assertEqual(evidence.proves, "80 hộ đồng ý")
        self.assertEqual(evidence.filename, "IMG_0002.jpg")
        picture = opened(base64.b64decode(evidence.file))
        self.assertEqual(picture.format, "JPEG")
        self.assertLess(max(picture.size), 3000, "the server made it smaller")


@tagged("post_install", "-at_install", "danvan_http")
class TestTourEvidenceDesktop(EvidenceTourCase):
    """At 1366 pixels."""

    def test_what_is_no_photo_is_refused_and_a_photo_kept(self):
        login = self.officer.login
        self.start_tour(self.address, "danvan_evidence_desktop", login=login)
        self._check_kept()


@tagged("post_install", "-at_install", "danvan_http")
class TestTourEvidencePhone(EvidenceTourCase):
    """At 390 pixels, with fingers."""

    browser_size = "390x844"
    touch_enabled = True

    def test_what_is_no_photo_is_refused_and_a_photo_kept(self):
        login = self.officer.login
        self.start_tour(self.address, "danvan_evidence_phone", login=login)
        self._check_kept()
