"""Many certificates from the dialog: one job, marked and counted as the dialog says."""

import base64

from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from ..models.award.verification import ON_PARAMETER
from ..models.document import print_job_slices
from .award_common import AwardCase
from .document_common import pdf_texts

JOB = "danvan.print.job"
TEST = "BẢN IN THỬ"


@tagged("post_install", "-at_install")
class TestAwardPrintJob(AwardCase):
    """Six certificates, of which more than three are many; the deciding unit's officer
    prints them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].set_param("danvan_kheo.print_job_from", 3)
        cls.env["ir.config_parameter"].set_param(ON_PARAMETER, True)
        cls.awards = cls._eligible(*(f"Tổ số {number}" for number in range(6)))
        decision = cls._decide(cls.awards)
        paper = decision._pending_paper()
        cls._issue(decision, "2026-10-15", paper.number or 31)
        cls.clerk = cls._person("clerk", "officer", cls.commune_government)

    def setUp(self):
        super().setUp()
        self.patch(print_job_slices, "SLICE", 2)

    def _dialog(self, awards=None, user=None):
        awards = (self.awards if awards is None else awards).with_user(
            user or self.clerk
        )
        context = awards.action_print_certificate()["context"]
        dialogs = self.env["danvan.certificate.print"].with_user(user or self.clerk)
        return Form(dialogs.with_context(**context)).save()

    def _job(self, action):
        self.assertEqual(action["tag"], "danvan_print_job")
        jobs = self.env[JOB].with_user(self.clerk)
        return jobs.browse(action["params"]["id"])

    def _finish(self, job):
        while job.action_next()["state"] == "running":
            job.invalidate_recordset()
        job.invalidate_recordset()
        return job

    def _counts(self):
        self.awards.invalidate_recordset()
        return self.awards.mapped("print_count")

    def test_many_are_printed_for_real_as_one_job_and_counted_at_its_end(self):
        job = self._job(self._dialog().action_print())
        job.action_next()
        self.assertEqual(self._counts(), [0] * 6)
        self._finish(job)
        self.assertEqual((job.state, job.failure), ("done", False))
        self.assertEqual(self._counts(), [1] * 6)
        pages = pdf_texts(base64.b64decode(job.result_file))
        self.assertEqual(len(pages), 6)
        for number, page in enumerate(pages):
            self.assertIn(f"Tổ số {number}", page)
            self.assertNotIn(TEST, page)
            self.assertIn(self.awards[number]._certificate_code(), page)
        lines = self.awards.trail_ids.filtered(
            lambda line: line.transition == "print_certificate"
        )
        self.assertEqual(lines.user_id, self.clerk)
        self.assertEqual(len(lines), 6)

    def test_the_job_gives_the_pages_of_the_dialog(self):
        few = self.awards[:4]
        job = self._finish(self._job(self._dialog(few).action_test()))
        self.env["ir.config_parameter"].set_param("danvan_kheo.print_job_from", 0)
        dialog = self._dialog(few)
        self.assertIn("/file", dialog.action_test()["url"])
        at_once = pdf_texts(base64.b64decode(dialog.file))
        self.assertEqual(pdf_texts(base64.b64decode(job.result_file)), at_once)
        self.assertIn(TEST, at_once[0])
        self.assertEqual(self._counts(), [0] * 6)

    def test_a_stopped_job_has_printed_none(self):
        job = self._job(self._dialog().action_print())
        job.action_next()
        job.action_stop()
        self.assertEqual(self._counts(), [0] * 6)
        self.assertFalse(
            self.env["ir.attachment"].search(
                [("res_model", "=", JOB), ("res_id", "=", job.id)]
            )
        )

    def test_printed_again_with_a_reason_only(self):
        self._finish(self._job(self._dialog().action_print()))
        dialog = self._dialog()
        with self.assertRaisesRegex(UserError, "printed before"):
            dialog.action_print()
        dialog.reason = "Giấy bị nhòe mực"
        self._finish(self._job(dialog.action_print()))
        self.assertEqual(self._counts(), [2] * 6)

    def test_a_colleague_who_printed_meanwhile_ends_the_job(self):
        job = self._job(self._dialog().action_print())
        self._dialog(self.awards[:1]).action_print()
        self._finish(job)
        self.assertEqual(job.state, "failed")
        self.assertIn("printed before", job.failure)
        self.assertEqual(self._counts(), [1, 0, 0, 0, 0, 0])
        self.assertFalse(job.result_file)

    def test_who_loses_the_right_to_print_gets_no_further(self):
        job = self._job(self._dialog().action_print())
        job.action_next()
        self.env["danvan.assignment"].search(
            [("user_id", "=", self.clerk.id)]
        )._write_owned({"role": "viewer"})
        self.env.flush_all()
        self.env.invalidate_all()
        self._finish(job)
        self.assertEqual(job.state, "failed")
        self.assertEqual(self._counts(), [0] * 6)

    def test_a_job_begun_without_the_dialog_prints_tests(self):
        jobs = self.env[JOB].with_user(self.clerk)
        begun = jobs.action_begin("danvan_kheo.report_certificate", self.awards.ids)
        job = self._finish(jobs.browse(begun["id"]))
        pages = pdf_texts(base64.b64decode(job.result_file))
        self.assertTrue(all(TEST in page for page in pages))
        self.assertEqual(self._counts(), [0] * 6)

    def test_few_are_handed_out_at_once(self):
        action = self._dialog(self.awards[:3]).action_print()
        self.assertEqual(action["type"], "ir.actions.act_url")
        self.assertFalse(self.env[JOB].search([]))
        self.assertEqual(self._counts(), [1, 1, 1, 0, 0, 0])
