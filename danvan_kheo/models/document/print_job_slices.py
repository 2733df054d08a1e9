"""How a print job lays out its papers: one slice, the next one, then the whole file."""

import base64

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import pdf

from .print_job import SLICE


class DanvanPrintJob(models.Model):
    """Each slice is what printing these papers alone would give; the slices are then
    put one after the other, so every paper goes on numbering its own pages."""

    _inherit = "danvan.print.job"

    def _go_on(self):
        """Do the next piece of work; what stands against it ends the job in words."""
        items = self.items[self.done_count : self.done_count + SLICE]
        try:
            with self.env.cr.savepoint():
                if items:
                    self._check_slice(items)
                    self._lay_out([id_ for id_, _name in items])
                else:
                    self._finish()
        except UserError as error:
            self._parts().unlink()
            self._write_owned({"state": "failed", "failure": error.args[0]})

    def _records(self, items):
        model = self.sudo().report_id.model
        return self.env[model].browse(id_ for id_, _name in items)

    def _check_slice(self, items):
        """Ask the rights of this moment, for all of the slice at once.

        :raise UserError: naming the first paper that the person may not read now, by
            the name under which he chose it
        """
        records = self._records(items)
        readable = records.exists()._filtered_access("read").ids
        lost = [name for id_, name in items if id_ not in readable]
        if lost:
            raise UserError(
                self.env._(
                    "“%s” can no longer be read by this account, so nothing was "
                    "printed. Choose the others again and print them.",
                    lost[0],
                )
            )

    def _lay_out(self, ids):
        # sudo: names the report; the papers are laid out with the person's own rights.
        report = self.sudo().report_id.report_name
        content = self._reports()._paper_pdf(report, ids)
        done = self.done_count + len(ids)
        # sudo: the job is the person's own, as was checked; its files go with it.
        self.env["ir.attachment"].sudo().create(
            {
                "name": f"{done:05}.pdf",
                "res_model": self._name,
                "res_id": self.id,
                "raw": content,
                "mimetype": "application/pdf",
            }
        )
        self._write_owned({"state": "running", "done_count": done})

    def _reports(self):
        """Return the engine with what it needs to know of this job."""
        return self.env["ir.actions.report"]

    def _parts(self):
        """Return the files of the slices, in the order of the papers."""
        # sudo: files of the person's own job, as was checked by the caller.
        attachments = self.env["ir.attachment"].sudo()
        mine = [("res_model", "=", self._name), ("res_id", "in", self.ids)]
        return attachments.search([*mine, ("res_field", "=", False)], order="name, id")

    def _finish(self):
        """Make one file of the slices.

        Odoo's own way of merging: to drop what they have in common (subsets of the
        same fonts, about 20 KB a slice) takes longer than it is worth, see
        `bench/README.md`.
        """
        parts = self._parts()
        content = parts.raw if len(parts) == 1 else pdf.merge_pdf(parts.mapped("raw"))
        self._write_owned({"state": "done", "result_file": base64.b64encode(content)})
        parts.unlink()
