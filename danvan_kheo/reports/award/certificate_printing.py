"""How certificates pass the engine: their job, their sheet, their count."""

from odoo import models
from odoo.exceptions import UserError

from ...tools.print_job import JOB, PrintJob

REPORTS = (
    "danvan_kheo.report_certificate",
    "danvan_kheo.report_recognition_certificate",
)
GRID = "danvan_kheo.report_certificate_grid"


class IrActionsReport(models.Model):
    """A certificate whose printing the dialog did not check is marked as a test: the
    address of a report only reads, so nothing is counted there."""

    _inherit = "ir.actions.report"

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        report = self._get_report(report_ref)
        prepare = super()._render_qweb_pdf_prepare_streams
        if report.report_name not in (*REPORTS, GRID) or not res_ids:
            return prepare(report_ref, data, res_ids)
        records = self.env[report.model].browse(dict.fromkeys(res_ids))
        records.check_access("read")
        if not isinstance(self.env.context.get(JOB), PrintJob):
            self = self.with_context(**{JOB: PrintJob()})
        return self._on_its_sheet(report, records, data)

    def _on_its_sheet(self, report, records, data):
        """Return the streams, on the sheet of the layout.

        :raise UserError: where wkhtmltopdf would need sheets of several sizes at once
        """
        formats = set(self._layouts_of(records).mapped("page_format"))
        if len(formats) > 1 and not report.is_direct_download:
            raise UserError(
                self.env._("Print certificates of one paper size at a time.")
            )
        sized = self.with_context(danvan_a3=formats == {"A3"})
        return super(IrActionsReport, sized)._render_qweb_pdf_prepare_streams(
            report, data, records.ids
        )

    def _layouts_of(self, records):
        layouts = self.env["danvan.certificate.layout"]
        if records._name == layouts._name:
            return records
        job = self.env.context[JOB]
        if job.layout_id:
            return layouts.browse(job.layout_id)
        return layouts.union(*(layouts._proposed_for(record) for record in records))

    def get_paperformat(self):
        """Return the sheet for wkhtmltopdf: A3 where the layout says so."""
        if self.env.context.get("danvan_a3") and self.report_name in (*REPORTS, GRID):
            return self.env.ref("danvan_kheo.paperformat_certificate_a3")
        return super().get_paperformat()
