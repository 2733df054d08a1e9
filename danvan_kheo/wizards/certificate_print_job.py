"""The dialog that prints certificates: many of them become a print job."""

from odoo import models

from .certificate_print import REPORTS


class DanvanCertificatePrint(models.TransientModel):
    """Few are laid out at once, many slice by slice with a bar that tells how far."""

    _inherit = "danvan.certificate.print"

    def _are_many(self, report, records):
        return 0 < report.print_job_from < len(records)

    def _printed(self, records, real=()):
        return self._job(records, real) or super()._printed(records, real)

    def _print_for_real(self, records, certified, holding, reason):
        # A job counts what it printed at its end.
        job = self._job(records, certified.ids, reason)
        return job or super()._print_for_real(records, certified, holding, reason)

    def _job(self, records, real, reason=None):
        """Return the action that opens the job, None where they are few."""
        # sudo: only which report prints them.
        report = self.env.ref(REPORTS[records._certificate_source]).sudo()
        if not self._are_many(report, records):
            return None
        self._check_layout(records)
        options = {
            "layout": self.layout_id.id,
            "real": list(real),
            "offset": list(self._offset()),
            "reason": reason,
        }
        return self.env["danvan.print.job"]._begin(report, records, options)._action()
