"""The editable Word file of any paper."""

from odoo import models
from odoo.exceptions import UserError

from ...tools import paper_docx


class DanvanPaperSource(models.AbstractModel):
    """Makes Word files from what the report of a paper or a form prints."""

    _inherit = "danvan.paper.source"

    def _word_file(self, content, title):
        """Return the Word file of a paper as bytes.

        Who may read what is in it is for the caller to check.

        :param content: values of `danvan.document._paper` or `_paper_form`
        :param title: name of the paper
        :raise UserError: where the server lacks a package, or the text is too long
        """
        if missing := paper_docx.missing():
            raise UserError(
                self.env._(
                    "This server makes no Word files: %s is missing. Ask who "
                    "administers Odoo to install it, or print the paper as PDF.",
                    ", ".join(missing),
                )
            )
        try:
            return paper_docx.build(content, title)
        except paper_docx.TooLongError:
            raise UserError(
                self.env._(
                    "This paper is too long for a Word file. Print it as PDF, or move "
                    "its tables into a workbook."
                )
            ) from None
