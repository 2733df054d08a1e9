"""Many certificates as one print job: the chosen layout, counted at the end."""

from odoo import models

from ...tools.print_job import JOB, PrintJob


class DanvanPrintJob(models.Model):
    """A job that the dialog of certificates began knows layout, offset, which of them
    are printed for real, and why again. One begun otherwise prints tests.

    They count as printed once the file is there: a job that was stopped printed none.
    """

    _inherit = "danvan.print.job"

    def _prints_certificates(self):
        model = self.env.registry.get(self.sudo().report_id.model)
        source = self.env.registry["danvan.certificate.source"]
        return model is not None and issubclass(model, source)

    def _real(self):
        """Return the certificates of the job that are printed for real."""
        real = set((self.options or {}).get("real", ()))
        return self._records(item for item in self.items if item[0] in real)

    def _reports(self):
        reports = super()._reports()
        if not self._prints_certificates():
            return reports
        options = self.options or {}
        given = PrintJob(
            options.get("layout"),
            options.get("real", ()),
            options.get("offset", (0, 0)),
        )
        return reports.with_context(**{JOB: given})

    def _check_slice(self, items):
        checked = super()._check_slice(items)
        if (self.options or {}).get("real"):
            self._records(items)._check_may_print()
        return checked

    def _finish(self):
        finished = super()._finish()
        if not (self.options or {}).get("real"):
            return finished
        reason, real = self.options.get("reason"), self._real()
        holding = real._check_may_print()
        real._check_print_again(reason)
        real._count_print(holding, reason)
        return finished
