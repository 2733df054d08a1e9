"""The dialog that prints certificates: layout, printer, test or for real."""

import base64

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..tools.print_job import JOB, PrintJob

REPORTS = {
    "award": "danvan_kheo.certificate_report",
    "recognition": "danvan_kheo.recognition_certificate_report",
}
GRID = "danvan_kheo.certificate_grid_report"


class DanvanCertificatePrint(models.TransientModel):
    """Prints what it was opened for, in the order of the decision, as one file. Its
    person is checked at every act; the file is read by who made it only."""

    _name = "danvan.certificate.print"
    _inherit = ["danvan.document.dialog", "danvan.guarded"]
    _description = "Print Certificates"
    _owned_fields = ("file", "file_name")

    offered_ids = fields.Many2many(
        "danvan.certificate.layout",
        compute="_compute_offered",
        export_string_translation=False,
    )
    layout_id = fields.Many2one(
        "danvan.certificate.layout",
        "Layout",
        required=True,
        domain="[('id', 'in', offered_ids)]",
        default=lambda self: self._proposed_layout(),
        ondelete="cascade",
    )
    mode = fields.Selection(related="layout_id.mode", string="Way of Printing")
    printer_id = fields.Many2one(
        "danvan.certificate.printer",
        "Printer",
        default=lambda self: self._proposed_printer(),
        ondelete="set null",
        help="By whose offset everything is moved; empty: by none.",
    )
    count = fields.Integer("Number of Certificates", compute="_compute_offered")
    draft_count = fields.Integer("Not Awarded yet", compute="_compute_offered")
    printed_count = fields.Integer("Printed already", compute="_compute_offered")
    may_print = fields.Boolean(
        compute="_compute_offered", export_string_translation=False
    )
    reason = fields.Text("Reason for Printing again")
    file = fields.Binary(attachment=False, readonly=True)
    file_name = fields.Char(readonly=True)
    is_mine = fields.Boolean(
        compute="_compute_is_mine",
        search="_search_is_mine",
        export_string_translation=False,
    )

    def _records(self):
        """Return what is printed, in the order of the decision.

        :raise UserError: when the dialog was opened from anything else
        :raise AccessError: for who may not read it
        """
        records = self._documents()
        if not isinstance(records, self.env.registry["danvan.certificate.source"]):
            raise UserError(self.env._("Open this from awards or recognitions."))
        if not records:
            raise UserError(self.env._("Choose at least one item first."))
        records.check_access("read")
        return records._in_printing_order()

    @api.model
    def _proposed_layout(self):
        return self.env["danvan.certificate.layout"]._proposed_for(self._records())

    @api.model
    def _proposed_printer(self):
        # sudo: one's own account; the printer is shown only where it is still read.
        printer = self.env.user.sudo().danvan_printer_id.with_env(self.env)
        return printer._filtered_access("read")

    # No `depends_context`: what a client puts there would be a key of the cache.
    @api.depends()
    def _compute_offered(self):
        records = self._records()
        offered = self.env["danvan.certificate.layout"]._offered_for(records)
        certified = records.filtered(lambda r: r.state == r._certified_state)
        may_print = len(records._print_holding()) == len(records)
        for dialog in self:
            dialog.offered_ids = offered
            dialog.count = len(records)
            dialog.draft_count = len(records - certified)
            dialog.printed_count = len(certified.filtered("print_count"))
            dialog.may_print = may_print

    @api.depends_context("uid")
    @api.depends("create_uid")
    def _compute_is_mine(self):
        for dialog in self:
            dialog.is_mine = not dialog.id or dialog.create_uid == self.env.user

    @api.model
    def _search_is_mine(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("create_uid", "=", self.env.uid)

    def action_print(self):
        """Print for real, and count it; the register number stays as it is.

        :return: the action that hands out the file
        :raise AccessError: for who prints tests only
        :raise UserError: when something was printed before and no reason is given
        """
        self._exactly_one()
        records = self._records()
        holding = records._check_may_print()
        certified = records.filtered(lambda r: r.state == r._certified_state)
        reason = (self.reason or "").strip()
        certified._check_print_again(reason)
        return self._print_for_real(records, certified, holding, reason)

    def _print_for_real(self, records, certified, holding, reason):
        action = self._printed(records, certified.ids)
        certified._count_print(holding, reason)
        return action

    def action_test(self):
        """Print with the mark of a test: nothing is counted.

        :return: the action that hands out the file
        """
        self._exactly_one()
        return self._printed(self._records())

    def action_test_sheet(self):
        """Print the grid of the layout with the printer's offset.

        :return: the action that hands out the file
        """
        self._exactly_one()
        self.layout_id.check_access("read")
        content = self._rendered(GRID, self.layout_id, PrintJob(offset=self._offset()))
        return self._handed_out(content, f"Tờ căn chỉnh {self.layout_id.name}")

    def _printed(self, records, real=()):
        self._check_layout(records)
        job = PrintJob(self.layout_id.id, real, self._offset())
        content = self._rendered(REPORTS[records._certificate_source], records, job)
        return self._handed_out(content, records._certificate_file_name())

    def _check_layout(self, records):
        offered = self.env["danvan.certificate.layout"]._offered_for(records)
        if self.layout_id not in offered:
            raise UserError(
                self.env._(
                    "The layout “%s” is not for these certificates. Choose another.",
                    self.layout_id.name,
                )
            )

    def _offset(self):
        """Return the printer's offset, and remember the printer for next time."""
        printer = self.printer_id
        printer.check_access("read")
        # sudo: one's own account, and nothing but this choice.
        self.env.user.sudo().danvan_printer_id = printer
        return (printer.dx, printer.dy)

    def _rendered(self, report, records, job):
        reports = self.env["ir.actions.report"].with_context(**{JOB: job})
        return reports._paper_pdf(report, records.ids)

    def _handed_out(self, content, name):
        self._write_owned(
            {"file": base64.b64encode(content), "file_name": f"{name[:120]}.pdf"}
        )
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/file"
            "?download=true&filename_field=file_name",
            "target": "download",
            "close": True,
        }
