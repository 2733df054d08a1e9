"""From how many papers on printing is a job of its own."""

from odoo import api, fields, models

FROM_PARAMETER = "danvan_kheo.print_job_from"
# About what fits into the patience of a person and into one request.
DEFAULT_FROM = 30


class IrActionsReport(models.Model):
    """Tells the web client when to open the dialog of a print job."""

    _inherit = "ir.actions.report"

    print_job_from = fields.Integer(
        compute="_compute_print_job_from",
        export_string_translation=False,
        help="More papers than that are printed as a job with a progress bar; 0: none.",
    )

    @api.depends("is_danvan_paper")
    def _compute_print_job_from(self):
        # sudo: how many papers are many is no secret.
        parameters = self.env["ir.config_parameter"].sudo()
        text = parameters.get_param(FROM_PARAMETER) or ""
        most = int(text) if text.isdecimal() else DEFAULT_FROM
        for report in self:
            report.print_job_from = most if report.is_danvan_paper else 0

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"print_job_from"}

    def report_action(self, docids, data=None, config=True):
        """Return the action that prints, and from when on it is a job."""
        action = super().report_action(docids, data, config=config)
        return {**action, "print_job_from": self.print_job_from}
