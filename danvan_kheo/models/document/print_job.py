"""Many papers printed as one job, slice by slice (`danvan.sliced`).

Whoever leaves the page finds the job in his list and goes on.
"""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

# How many papers one request lays out: a few seconds, whatever the papers.
SLICE = 20
# More would fill the memory of the request that puts the file together.
MOST = 2000
# How long what was printed, or left half printed, is kept.
KEPT = timedelta(days=1)
UNFINISHED = ("draft", "running")


class DanvanPrintJob(models.Model):
    """What one person is printing. Nobody else finds it or reads its file; each slice
    is laid out with the rights that the person has at that moment."""

    _name = "danvan.print.job"
    _inherit = ["danvan.sliced"]
    _description = "Print Job"
    _order = "id desc"
    _job_tag = "danvan_print_job"
    _owned_fields = (
        "name",
        "user_id",
        "report_id",
        "items",
        "options",
        "total_count",
        "done_count",
        "state",
        "failure",
        "result_file",
    )

    name = fields.Char(readonly=True)
    user_id = fields.Many2one(
        "res.users",
        "Person",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    report_id = fields.Many2one(
        "ir.actions.report",
        "Kind of Paper",
        required=True,
        readonly=True,
        ondelete="cascade",
    )
    # [[id, name as the person read it when he chose it]], in the order of printing.
    items = fields.Json(readonly=True, export_string_translation=False)
    options = fields.Json(readonly=True, export_string_translation=False)
    total_count = fields.Integer("Papers", readonly=True)
    done_count = fields.Integer("Laid Out", readonly=True)
    state = fields.Selection(
        [
            ("draft", "Not Begun"),
            ("running", "Being Laid Out"),
            ("done", "Ready"),
            ("stopped", "Stopped"),
            ("failed", "Not Printed"),
        ],
        required=True,
        readonly=True,
        default="draft",
    )
    failure = fields.Char("Why Not", readonly=True)
    result_file = fields.Binary("File", readonly=True, attachment=True)
    file_name = fields.Char(compute="_compute_file_name")
    is_mine = fields.Boolean(
        compute="_compute_is_mine",
        search="_search_is_mine",
        export_string_translation=False,
    )

    @api.depends("name")
    def _compute_file_name(self):
        for job in self:
            job.file_name = f"{job.name}.pdf"

    @api.depends_context("uid")
    @api.depends("user_id")
    def _compute_is_mine(self):
        for job in self:
            job.is_mine = job.sudo().user_id.id == self.env.uid

    def _search_is_mine(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return Domain("user_id", "=", self.env.uid)

    @api.model
    def action_begin(self, report_name, res_ids):
        """Make a job of these papers; nothing is laid out yet.

        :param report_name: technical name of a report of papers
        :param res_ids: ids of its model, in the order of printing
        :return: the job's progress, see `_progress`
        :raise UserError: for what is no report of papers, or for too many
        :raise AccessError: for who may not read all of them
        """
        report = self._report(report_name)
        records = self.env[report.model].browse(self._ids_of(res_ids))
        return self._begin(report, records)._progress()

    @api.model
    def _begin(self, report, records, options=None):
        """Return a job of `records`, in their order.

        :param report: an `ir.actions.report` of papers
        :param options: what a dialog has checked and the slices need to know; no
            client gives any
        :raise AccessError: for who may not read all of them
        :raise UserError: for too many
        """
        records.check_access("read")
        self._check_count(len(records))
        return self._create_owned(
            [
                {
                    "name": f"{report.name} ({len(records)})",
                    "user_id": self.env.uid,
                    "report_id": report.id,
                    "items": [[record.id, record.display_name] for record in records],
                    "options": options or {},
                    "total_count": len(records),
                }
            ]
        )

    def _report(self, name):
        """Return the report `name`, if it prints papers and is for this person."""
        # sudo: a client names a report by its technical name; it reads nothing of it.
        reports = self.env["ir.actions.report"].sudo()
        known = Domain("report_name", "=", name if isinstance(name, str) else "")
        report = reports.search(known & Domain("is_danvan_paper", "=", True), limit=1)
        groups = report.group_ids
        if not report or (groups and not groups & self.env.user.all_group_ids):
            raise UserError(self.env._("Open this from the Print menu of a list."))
        return report

    def _ids_of(self, ids):
        """Return the ids that a client sends, each once.

        :raise UserError: unless they are ids
        """
        listed = isinstance(ids, list) and ids
        if not listed or any(type(i) is not int or not 0 < i < 2**31 for i in ids):
            raise UserError(self.env._("Choose at least one item first."))
        return list(dict.fromkeys(ids))

    def _check_count(self, count):
        if count > MOST:
            raise UserError(
                self.env._(
                    "At most %s papers are printed in one job. Choose fewer, for "
                    "example those of one decision.",
                    MOST,
                )
            )

    def _check_own(self):
        self._exactly_one()
        self.check_access("read")  # the rule lets in nobody but the person himself

    def _is_unfinished(self):
        return self.state in UNFINISHED

    def _leave(self):
        self._parts().unlink()
        self._write_owned({"state": "stopped"})

    def action_download(self):
        """Download the file of a job that is ready.

        :return: the action that downloads it
        :raise UserError: while there is none
        """
        self._check_own()
        if self.state != "done":
            raise UserError(self.env._("There is no file yet: press “Continue” first."))
        address = f"/web/content/{self._name}/{self.id}/result_file"
        return {
            "type": "ir.actions.act_url",
            "url": f"{address}?download=true&filename_field=file_name",
            "target": "download",
        }

    @api.autovacuum
    def _gc_jobs(self):
        """Delete jobs, with what was laid out of them, after a day."""
        last = fields.Datetime.now() - KEPT
        # sudo: the job is the system's own; jobs are nobody's evidence.
        self.sudo().search([("write_date", "<", last)]).unlink()
