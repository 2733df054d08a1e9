"""Many papers printed from the Print menu of a list, in the browser."""

from odoo.tests import tagged

from .print_job_common import JOB, PrintJobCase


@tagged("post_install", "-at_install", "danvan_http")
class TestDocumentPrintJobTour(PrintJobCase):
    """The dialog with the progress bar, as the officer of a commune sees it."""

    COUNT = 34
    SLICE = 6

    def _tour(self, name):
        self.start_tour("/odoo", f"danvan_print_job_{name}", login=self.officer.login)
        self.env.invalidate_all()
        return self.env[JOB].search([])

    def test_the_bar_runs_to_the_end_and_the_file_is_there(self):
        job = self._tour("done")
        self.assertEqual((job.state, job.done_count), ("done", self.COUNT))
        self.assertEqual(self._files(job).res_field, "result_file")

    def test_stop_takes_effect_after_the_present_slice(self):
        job = self._tour("stopped")
        self.assertEqual(job.state, "stopped")
        self.assertLess(job.done_count, self.COUNT)
        self.assertFalse(self._files(job))

    def test_who_leaves_goes_on_from_the_list_of_jobs(self):
        job = self._tour("left")
        self.assertEqual((len(job), job.state), (1, "done"))

    def test_few_are_printed_at_once(self):
        self.assertFalse(self._tour("few"))
