"""Many papers as one job: slices, one file, stopped, gone on with, purged."""

import io

import pypdf

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import SQL

from ..models.document import print_job
from .document_common import pdf_texts
from .print_job_common import DOCUMENT, JOB, PrintJobCase


@tagged("post_install", "-at_install", "danvan_http")
class TestDocumentPrintJob(PrintJobCase):
    """The officer prints what he reads, and nobody else has part in it."""

    # Printed

    def test_sixty_papers_in_slices_give_the_pages_of_one_go(self):
        self._set_slice(print_job.SLICE)
        shuffled = self.papers[30:] + self.papers[:30]
        job = self._begin(shuffled)
        answers = self._finish(job)
        done = [(a["state"], a["done"]) for a in answers]
        self.assertEqual(
            done, [("running", 20), ("running", 40), ("running", 60), ("done", 60)]
        )
        content = self._files(job).raw
        reports = self.env["ir.actions.report"].with_user(self.officer)
        at_once = reports._paper_pdf(DOCUMENT, shuffled.ids)
        pages = pdf_texts(content)
        self.assertEqual(pages, pdf_texts(at_once))
        self.assertGreater(len(pages), 60)
        self.assertEqual(self._boxes(content), self._boxes(at_once))
        # Each slice brings its own subsets of the fonts.
        self.assertLess(len(content), 2 * len(at_once))
        self.assertIn("Việc số 30", pages[0])
        # Each paper numbers its own pages, from the second on.
        second = next(page for page in pages if "Việc số" not in page)
        self.assertRegex(second, r"(^|\s)2(\s|$)")

    @staticmethod
    def _boxes(content):
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return [tuple(map(float, page.mediabox)) for page in pages]

    def test_the_slices_are_gone_once_they_are_one_file(self):
        job = self._begin(self.papers[:5])
        job.action_next()
        self.assertEqual(len(self._files(job)), 1)
        self._finish(job)
        files = self._files(job)
        self.assertEqual(files.mapped("res_field"), ["result_file"])

    def test_the_person_downloads_the_file_under_the_name_of_the_report(self):
        job = self._begin(self.papers[:3])
        self._finish(job)
        action = job.action_download()
        response = self._get(self.officer, action["url"])
        self.assertEqual(response.status_code, 200)
        self.assertEqual(len(pdf_texts(response.content)), 4)
        self.assertIn(".pdf", response.headers["Content-Disposition"])
        self.assertIn("attachment", response.headers["Content-Disposition"])

    def _get(self, user, url):
        user.password = user.login
        self.env.flush_all()
        self.authenticate(user.login, user.login)
        return self.url_open(url)

    def test_left_and_gone_on_with(self):
        job = self._begin(self.papers[:9])
        job.action_next()
        found = self.env[JOB].with_user(self.officer).search([])
        self.assertEqual(found, job)
        action = found.action_continue()
        self.assertEqual(action["params"]["done"], 4)
        self.assertEqual(self._finish(found)[-1]["state"], "done")
        with self.assertRaises(UserError):
            self._begin(self.papers[:2]).action_download()

    def test_each_kind_of_paper_is_printed_so(self):
        registration = self._register(self.campaign)
        jobs = self.env[JOB].with_user(self.officer)
        report = "danvan_kheo.report_registration"
        job = jobs.browse(jobs.action_begin(report, registration.ids)["id"])
        self._finish(job)
        self.assertEqual(job.state, "done")

    # Stopped, purged

    def test_stopped_it_leaves_no_file(self):
        job = self._begin()
        job.action_next()
        stores = self._files(job)
        self.assertTrue(stores)
        self.assertEqual(job.action_stop()["state"], "stopped")
        self.assertFalse(self._files(job))
        self.assertFalse(job.sudo().result_file)
        self.assertEqual(job.action_next()["done"], 4)
        self.assertFalse(self._files(job))

    def test_a_finished_one_is_not_stopped(self):
        job = self._begin(self.papers[:1])
        self._finish(job)
        self.assertEqual(job.action_stop()["state"], "done")
        self.assertTrue(self._files(job))

    def test_what_was_printed_is_purged_after_a_day(self):
        done, left = self._begin(self.papers[:1]), self._begin(self.papers[:5])
        self._finish(done)
        left.action_next()
        fresh = self._begin(self.papers[:1])
        files = self._files(done | left)
        self.env.flush_all()
        self.cr.execute(
            SQL(
                "UPDATE danvan_print_job SET write_date = write_date - interval '25 h'"
                " WHERE id IN %s",
                (done | left)._ids,
            )
        )
        self.env.invalidate_all()
        self.env[JOB]._gc_jobs()
        self.assertFalse((done | left).exists())
        self.assertFalse(files.exists())
        self.assertTrue(fresh.exists())

    # What stands against it

    def test_what_can_no_longer_be_read_is_named_and_nothing_is_kept(self):
        for number, act in ((5, self._move_away), (16, self._delete)):
            job = self._begin(self.papers[number - 5 : number + 1])
            self.assertEqual(job.action_next()["state"], "running")
            act(self.papers[number])
            answer = job.action_next()
            self.assertEqual(answer["state"], "failed")
            self.assertIn(f"Việc số {number}”", answer["failure"])
            self.assertEqual(answer["failure"].count("Việc số"), 1)
            self.assertFalse(self._files(job))
            self.assertEqual(job.action_next(), answer)

    def _move_away(self, paper):
        paper.sudo()._write_owned({"unit_id": self.other_commune.id})
        self.env.flush_all()
        self.env.invalidate_all()

    def _delete(self, paper):
        paper.sudo().unlink()
        self.env.invalidate_all()

    def test_who_loses_his_assignment_in_the_middle_gets_no_further(self):
        job = self._begin()
        job.action_next()
        self.env["danvan.assignment"].search(
            [("user_id", "=", self.officer.id)]
        )._write_owned({"date_to": "2020-01-01", "date_from": "2019-01-01"})
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(job.action_next()["state"], "failed")
        self.assertFalse(self._files(job))

    def test_a_client_begins_only_what_he_could_print(self):
        user, papers = self.officer, self.papers[:1]
        for name, ids in (
            (DOCUMENT, []),
            (DOCUMENT, False),
            (DOCUMENT, ["1"]),
            (DOCUMENT, [True]),
            (DOCUMENT, [-1]),
            (DOCUMENT, [0]),
            (DOCUMENT, [1.5]),
            (DOCUMENT, [[papers.id]]),
            (DOCUMENT, list(range(1, 2002))),
            (DOCUMENT, [2**30]),
            ("web.preview_internalreport", [1]),
            ("no.report", papers.ids),
            (False, papers.ids),
            ([DOCUMENT], papers.ids),
        ):
            self.assert_refused(
                user, JOB, "action_begin", None, report_name=name, res_ids=ids
            )
        self.assert_refused(
            self.other_officer,
            JOB,
            "action_begin",
            None,
            report_name=DOCUMENT,
            res_ids=papers.ids,
        )
        self.assertFalse(self.env[JOB].search([]))

    def test_a_report_for_a_group_is_begun_by_the_group_only(self):
        report = self.env.ref("danvan_kheo.document_report")
        report.group_ids = self.env.ref("danvan_kheo.group_administrator")
        with self.assertRaises(UserError):
            self._begin(self.papers[:1])
        self._begin(self.papers[:1], self.administrator)

    def test_nobody_else_reads_runs_stops_or_downloads_it(self):
        job = self._begin(self.papers[:5])
        job.action_next()
        part = self._files(job)
        done = self._begin(self.papers[:1])
        self._finish(done)
        both = job | done
        for user in (
            self.leader,
            self.other_officer,
            self.administrator,
            self.env.ref("base.user_admin"),
        ):
            for method, kwargs in (
                ("read", {"fields": ["items"]}),
                ("action_next", {}),
                ("action_stop", {}),
                ("action_continue", {}),
                ("action_download", {}),
                ("export_data", {"fields_to_export": ["name"]}),
                ("copy", {}),
            ):
                self.assert_refused(user, JOB, method, job.ids, **kwargs)
            self.assert_answers([], user, JOB, "search", None, domain=[])
            for file in part | self._files(done):
                for answer in self.tried(
                    user, "ir.attachment", "read", file.ids, fields=["datas"]
                ):
                    self.assertTrue(answer.refusal, "read a file")
        for url in (
            f"/web/content/{JOB}/{done.id}/result_file",
            f"/web/content/{part.id}",
            f"/web/content/{self._files(done).id}",
        ):
            response = self._get(self.other_officer, url)
            self.assertIn(response.status_code, (403, 404), url)
            self.assertNotIn(b"%PDF", response.content)
        self.assertEqual(both.mapped("state"), ["running", "done"])

    def test_nothing_of_a_job_is_typed_in(self):
        job = self._begin(self.papers[:5])
        job.action_next()
        for vals in (
            {"items": [[1, "x"]]},
            {"user_id": self.leader.id},
            {"state": "done"},
            {"done_count": 5},
            {"result_file": "eA=="},
            {"name": "x"},
        ):
            self.assert_refused(self.officer, JOB, "write", job.ids, vals=vals)
            self.assert_refused(self.officer, JOB, "create", None, vals_list=[vals])
        self.assert_refused(self.officer, JOB, "unlink", job.ids)
        part = self._files(job)
        for method, kwargs in (("write", {"vals": {"raw": "x"}}), ("unlink", {})):
            self.assert_refused(
                self.officer, "ir.attachment", method, part.ids, **kwargs
            )
        planted = {"name": "00000.pdf", "res_model": JOB, "res_id": job.id}
        self.assert_refused(
            self.officer, "ir.attachment", "create", None, vals_list=[planted]
        )

    def test_acts_are_asked_of_one_job(self):
        jobs = self._begin(self.papers[:1]) | self._begin(self.papers[1:2])
        for method in (
            "action_next",
            "action_stop",
            "action_continue",
            "action_download",
        ):
            for ids in ([], jobs.ids):
                self.assert_refused(self.officer, JOB, method, ids)

    # From how many on

    def test_the_web_client_is_told_from_how_many_on_it_is_a_job(self):
        report = self.env.ref("danvan_kheo.document_report")
        other = self.env["ir.actions.report"].search(
            [("is_danvan_paper", "=", False)], limit=1
        )
        self.assertEqual((report.print_job_from, other.print_job_from), (30, 0))
        self.assertIn("print_job_from", report._get_readable_fields())
        parameters = self.env["ir.config_parameter"]
        for text, expected in (("5", 5), ("0", 0), ("nhiều", 30)):
            parameters.set_param("danvan_kheo.print_job_from", text)
            self.env.invalidate_all()
            self.assertEqual(report.print_job_from, expected)
            action = report.report_action(self.papers)
            self.assertEqual(action["print_job_from"], expected)
