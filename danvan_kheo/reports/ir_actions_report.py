"""The paper engine: reports flagged as papers are laid out exactly, in Vietnamese."""

import base64
import io

import lxml.html
from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import file_open

from ..tools import paper_pdf

LANGUAGE = "vi_VN"


class IrActionsReport(models.Model):
    """Lays out papers by WeasyPrint where the server has it, else by Odoo's own
    wkhtmltopdf with the same body: nothing stands outside it that could be lost."""

    _inherit = "ir.actions.report"

    is_danvan_paper = fields.Boolean(
        "Laid Out as a Paper",
        help="Laid out as an official paper, always in Vietnamese.",
    )
    is_direct_download = fields.Boolean(
        compute="_compute_is_direct_download", export_string_translation=False
    )

    @api.depends("is_danvan_paper")
    def _compute_is_direct_download(self):
        """Tell the web client where it need not ask for wkhtmltopdf."""
        for report in self:
            report.is_direct_download = (
                report.is_danvan_paper and paper_pdf.is_available()
            )

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"is_direct_download"}

    def report_action(self, docids, data=None, config=True):
        """Return the action that prints; papers need no company layout set up first."""
        paper = self.is_danvan_paper
        action = super().report_action(docids, data, config=config and not paper)
        return {**action, "is_direct_download": self.is_direct_download}

    @api.model
    def _in_paper_language(self):
        """Return the model in Vietnamese, whoever prints and whatever his language.

        A server without the Vietnamese language still prints Vietnamese: the wording
        stands in the templates.
        """
        installed = self.env["res.lang"]._get_data(code=LANGUAGE)
        return self.with_context(lang=LANGUAGE if installed else None)

    def _render_qweb_html(self, report_ref, docids, data=None):
        report = self._get_report(report_ref)
        if not report.is_danvan_paper:
            return super()._render_qweb_html(report_ref, docids, data)
        self.env[report.model].browse(docids).check_access("read")
        vietnamese = self._in_paper_language()
        return super(IrActionsReport, vietnamese)._render_qweb_html(
            report_ref, docids, data
        )

    def _render_qweb_text(self, report_ref, docids, data=None):
        """Odoo's address for texts prints any report, so papers too."""
        report = self._get_report(report_ref)
        if report.is_danvan_paper:
            self.env[report.model].browse(docids).check_access("read")
        return super()._render_qweb_text(report_ref, docids, data=data)

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        report = self._get_report(report_ref)
        if not report.is_danvan_paper or not res_ids:
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids)
        records = self.env[report.model].browse(dict.fromkeys(res_ids))
        records.check_access("read")
        records = self._printed(report, records)
        kept = {record: self._kept_pdf(report, record) for record in records}
        fresh = records.filtered(lambda record: not kept[record])
        if kept and not fresh:
            return {record.id: _stream(kept[record]) for record in records}
        if not paper_pdf.is_available():
            return self._wkhtmltopdf_streams(report, data, fresh, kept)
        if not report.attachment and fresh == records:
            return {False: _stream(self._laid_out(report, records, data))}
        return {
            record.id: _stream(kept[record] or self._laid_out(report, record, data))
            for record in records
        }

    def _printed(self, report, records):
        """Return those of `records` that are printed: a list is printed once, from
        whichever of its lines it was asked for."""
        if isinstance(records, self.env.registry["danvan.paper.source"]):
            return records._printed_records(report)
        return records

    def _kept_pdf(self, report, record):
        """Return the bytes that `record` kept of this paper, empty when none."""
        if isinstance(record, self.env.registry["danvan.paper.source"]):
            return record._archived_pdf(report)
        return b""

    def _laid_out(self, report, records, data=None):
        """Return one PDF of the papers of `records`, laid out by WeasyPrint."""
        pages = [
            self._render_qweb_html(report, record.ids, dict(data or {}))[0].decode()
            for record in records
        ]
        return paper_pdf.render(pages)

    def _wkhtmltopdf_streams(self, report, data, records, kept):
        """Return the streams laid out by Odoo's own engine, and those kept."""
        streams = super()._render_qweb_pdf_prepare_streams(report, data, records.ids)
        ready = {record.id: _stream(pdf) for record, pdf in kept.items() if pdf}
        return {**streams, **ready}

    def _prepare_html(self, html, report_model=False):
        """Give wkhtmltopdf a paper as it is: its own small style and nothing else."""
        if not self.is_danvan_paper:
            return super()._prepare_html(html, report_model=report_model)
        root = lxml.html.fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
        paper_pdf.keep_inside(root)
        ids = [int(id_) for id_ in root.xpath("//@data-oe-id")]
        whole = lxml.html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")
        across = root.xpath("boolean(//*[@data-landscape])")
        return [whole], ids, None, None, {"data-report-landscape": across}

    @api.model
    def _paper_css(self):
        """Return the style of papers, written into each so that none is fetched."""
        with file_open("danvan_kheo/static/src/document/paper.css") as file:
            return Markup(file.read())  # a file of the module itself

    @api.model
    def _paper_watermark(self):
        """Return the address of the picture “DỰ THẢO” that lies across every page of a
        draft; the older engine prints the framed mark in the heading alone."""
        with file_open("danvan_kheo/static/src/document/draft.svg", "rb") as file:
            return f"data:image/svg+xml;base64,{base64.b64encode(file.read()).decode()}"

    @api.model
    def _paper_pdf(self, report_ref, res_ids):
        """Return the PDF of papers as bytes, for what is kept or sent.

        :raise UserError: when the server has no engine at all
        """
        streams, kind = self.with_context(force_report_rendering=True)._render_qweb_pdf(
            report_ref, res_ids
        )
        if kind != "pdf":
            raise UserError(self.env._("This server cannot lay out papers."))
        return streams


def _stream(content):
    return {"stream": io.BytesIO(content), "attachment": None}
