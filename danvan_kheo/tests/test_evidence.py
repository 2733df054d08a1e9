"""Evidence of a registration, entered through its form and as it runs."""

import base64
from datetime import datetime

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import YEAR, DanvanCase
from .evidence_common import (
    HEIC,
    PDF,
    REMARK,
    SVG,
    base64_of,
    opened,
    photo,
    photo_of_phone,
)


class EvidenceCase(DanvanCase):
    """A draft of the commune, and its officer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.registration = cls._register(cls.campaign)
        cls.activity = cls.registration.activity_plan_ids

    def _evidence(self, content=None, registration=None, **vals):
        """Return evidence of the draft, added by its officer."""
        return (
            self.env["danvan.evidence"]
            .with_user(self.officer)
            .create(
                {
                    "registration_id": (registration or self.registration).id,
                    "file": base64_of(photo() if content is None else content),
                    **vals,
                }
            )
        )

    def _stored(self, evidence):
        """Return the bytes that are kept."""
        return base64.b64decode(evidence.with_context(bin_size=False).file)


@tagged("post_install", "-at_install")
class TestEvidence(EvidenceCase):
    """Checked on each way in, counted where it belongs, locked with the rest."""

    def test_a_photo_with_date_place_and_what_it_proves(self):
        as_officer = self.registration.with_user(self.officer)
        with Form(as_officer) as form, form.evidence_ids.new() as line:
            line.file = base64_of(photo())
            line.name = "Họp dân"
            line.date = f"{YEAR}-03-01"
            line.place = "Nhà văn hóa thôn 10"
            line.proves = "80 hộ dự họp"
            line.activity_id = self.activity
        evidence = self.registration.evidence_ids
        self.assertEqual(evidence.filename, "minh-chung.jpg")
        self.assertEqual(evidence.mimetype, "image/jpeg")
        self.assertTrue(evidence.is_picture and evidence.is_of_plan)
        self.assertEqual(self.activity.evidence_count, 1)
        self.assertEqual(self.registration.evidence_count, 1)

    def test_a_refused_file_leaves_the_rest_of_the_form(self):
        values = {"registration_id": self.registration.id, "name": "Họp dân"}
        for content in (HEIC, SVG, b"\0" * 11_000_000):
            line = self.env["danvan.evidence"].new(
                {**values, "file": base64_of(content)}
            )
            warning = line._onchange_file()["warning"]["message"]
            self.assertTrue(warning)
            self.assertFalse(line.file)
            self.assertEqual(line.name, "Họp dân")

    def test_what_is_stored_has_no_exif(self):
        evidence = self._evidence(photo_of_phone((3000, 200), 6))
        stored = self._stored(evidence)
        self.assertNotIn(REMARK, stored)
        self.assertFalse(opened(stored).getexif())
        self.assertEqual(opened(stored).size, (133, 2000))
        self.assertFalse(evidence.latitude or evidence.longitude or evidence.taken_on)

    def test_position_and_time_are_kept_when_asked_beside_the_photo(self):
        evidence = self._evidence(photo_of_phone(), keep_position=True)
        self.assertFalse(opened(self._stored(evidence)).getexif())
        self.assertAlmostEqual(evidence.latitude, 11.94)
        self.assertAlmostEqual(evidence.longitude, 108.4375)
        self.assertEqual(evidence.taken_on, datetime(2026, 3, 15, 1, 30), "in UTC")
        evidence.keep_position = False
        self.assertFalse(evidence.latitude or evidence.longitude or evidence.taken_on)

    def test_a_new_file_is_checked_like_the_first(self):
        evidence = self._evidence(filename="a.jpg")
        for refused in (base64_of(SVG), "không phải base64", False, 5, [1]):
            with self.assertRaises(UserError):
                evidence.write({"file": refused})
        evidence.write({"file": base64_of(PDF), "filename": "biên bản.exe"})
        self.assertEqual(evidence.filename, "biên bản.pdf")
        self.assertFalse(evidence.is_picture)
        evidence.filename = "../biên bản họp.docm"
        self.assertEqual(evidence.filename, "biên bản họp.pdf")

    def test_an_import_passes_the_same_check(self):
        model = self.env["danvan.evidence"].with_user(self.officer)
        names = ["registration_id/.id", "file", "filename"]
        place = str(self.registration.id)
        answer = model.load(names, [[place, base64_of(SVG), "a.jpg"]])
        self.assertFalse(answer["ids"])
        answer = model.load(names, [[place, base64_of(photo()), "a.exe"]])
        self.assertEqual(model.browse(answer["ids"]).filename, "a.jpg")

    def test_the_size_is_a_setting(self):
        settings = self.env["res.config.settings"]
        settings.create({"danvan_evidence_megabytes": 1}).execute()
        with self.assertRaises(UserError) as refused:
            self._evidence(b"%PDF-" + b"\0" * 1_100_000)
        self.assertIn("1 MB", str(refused.exception))
        for size in (0, 51):
            with self.assertRaises(ValidationError):
                settings.create({"danvan_evidence_megabytes": size})

    def test_it_belongs_to_a_line_of_the_same_registration(self):
        other = self._register(self.campaign, name="Mô hình khác")
        with self.assertRaises(ValidationError):
            self._evidence(activity_id=other.activity_plan_ids.id)

    def test_what_is_added_under_way_leaves_what_was_sent(self):
        sent = self._evidence(name="Trước")
        registration = self._run(self.registration)
        as_officer = registration.with_user(self.officer)
        with Form(as_officer) as form, form.evidence_ids.new() as line:
            line.file = base64_of(photo())
            line.name = "Đèn đã sáng"
        added = registration.evidence_ids - sent
        self.assertEqual(added.name, "Đèn đã sáng")
        self.assertFalse(added.is_of_plan)
        result = self.env["danvan.registration.result"].create(
            {"registration_id": registration.id, "name": "Đường có đèn"}
        )
        added.with_user(self.officer).result_id = result
        self.assertEqual(result.evidence_count, 1)
        self.assertTrue(added.is_changeable)
        self.assertFalse(sent.is_changeable)

    def test_no_file_is_left_when_a_draft_is_deleted(self):
        evidence = self._evidence()
        files = self.env["ir.attachment"].search(
            [("res_model", "=", evidence._name), ("res_field", "=", "file")]
        )
        self.assertEqual(files.mapped("res_id"), evidence.ids)
        self.registration.with_user(self.officer).unlink()
        self.assertFalse(files.exists())

    def test_evidence_outlives_the_line_that_it_was_of(self):
        evidence = self._evidence(activity_id=self.activity.id)
        self.registration.with_user(self.officer).activity_plan_ids = [
            Command.delete(self.activity.id)
        ]
        evidence.invalidate_recordset()
        self.assertFalse(evidence.activity_id)

    def test_the_readiness_check_reminds_and_goes_to_the_page(self):
        def reminders():
            lines = self.registration.readiness
            return {line["code"]: line["field"] for line in lines}

        self.assertEqual(reminders()["evidence"], "evidence_ids")
        self._evidence()
        self.assertNotIn("evidence", reminders())

    def test_lists_find_registrations_with_and_without(self):
        without = self._register(self.campaign, name="Mô hình khác")
        self._evidence()
        found = self.env["danvan.registration"].search
        self.assertIn(self.registration, found([("evidence_ids", "!=", False)]))
        self.assertIn(without, found([("evidence_ids", "=", False)]))

    def test_counting_a_set_is_one_query(self):
        drafts = self.env["danvan.registration"]
        for number in range(5):
            drafts |= self._register(self.campaign, name=f"Mô hình {number}")
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(1):
            drafts.mapped("evidence_count")
