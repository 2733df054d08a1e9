"""A paper as a Word file, for whoever may read it."""

from odoo import fields, models

from ...tools import paper_docx


class DanvanDocument(models.Model):
    """The button that downloads the Word file, where the server can make one."""

    _inherit = "danvan.document"

    has_word_file = fields.Boolean(
        compute="_compute_has_word_file", export_string_translation=False
    )

    def _compute_has_word_file(self):
        possible = not paper_docx.missing()
        for document in self:
            document.has_word_file = possible and bool(document.id)

    def action_download_word(self):
        """Return the action that downloads the paper as a Word file."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/danvan_kheo/document/{self.id}/word",
            "target": "download",
        }

    def _word(self):
        """Return name and bytes of the Word file of this paper, in Vietnamese.

        :raise AccessError: for who may not read the paper
        :raise UserError: see `danvan.paper.source._word_file`
        """
        self.ensure_one()
        self.check_access("read")
        vietnamese = self.env["ir.actions.report"]._in_paper_language()
        paper = self.with_context(lang=vietnamese.env.lang)
        name = paper._file_name()
        return f"{name}.docx", paper._word_file(paper._paper(), name)
