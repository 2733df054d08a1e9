"""Many papers of a commune, printed by its officer."""

from ..models.document import print_job_slices
from .hostile import HostileCase

JOB = "danvan.print.job"
DOCUMENT = "danvan_kheo.report_document"


class PrintJobCase(HostileCase):
    """Sixty papers; every seventh runs to a second page."""

    COUNT = 60
    SLICE = 4

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        template = cls.env["danvan.document.template"]._for_code("submission")
        papers = cls.env["danvan.document"].with_user(cls.officer)
        cls.papers = papers.create(
            [
                {
                    "unit_id": cls.commune.id,
                    "template_id": template.id,
                    "subject": f"Việc số {number}",
                    "body": cls._body(number),
                }
                for number in range(cls.COUNT)
            ]
        )
        cls.env.flush_all()

    @classmethod
    def _body(cls, number):
        lines = 50 if number % 7 == 0 else 3
        return f"<p>Nội dung số {number}.</p>" * lines

    def setUp(self):
        super().setUp()
        self._set_slice(self.SLICE)

    def _set_slice(self, count):
        self.patch(print_job_slices, "SLICE", count)

    def _begin(self, papers=None, user=None):
        """Return a job of these papers, as its person."""
        jobs = self.env[JOB].with_user(user or self.officer)
        ids = (self.papers if papers is None else papers).ids
        return jobs.browse(jobs.action_begin(DOCUMENT, ids)["id"])

    def _finish(self, job):
        """Ask for slices until the job is at its end; return the last answer."""
        answers = []
        while not answers or answers[-1]["state"] in ("draft", "running"):
            answers.append(job.action_next())
            job.invalidate_recordset()
        return answers

    def _files(self, job):
        """Return all files of a job, those of fields too."""
        attachments = self.env["ir.attachment"].sudo()
        domain = [("res_model", "=", JOB), ("res_id", "in", job.ids)]
        return attachments.search(
            [*domain, ("res_field", "in", [False, "result_file"])]
        )
