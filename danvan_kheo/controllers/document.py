"""Addresses of papers as Word files."""

from odoo import http
from odoo.exceptions import MissingError
from odoo.http import content_disposition, request

from ..tools import paper_docx

MAX_ID = 2**31 - 1


class DocumentController(http.Controller):
    """Hands out papers; rights are those of who asks."""

    @http.route(
        "/danvan_kheo/document/<int:document_id>/word",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def word(self, document_id, **_kwargs):
        """Return a paper as an editable file of Word.

        :param document_id: id of the `danvan.document`
        """
        return word_answer(*_document(document_id)._word())


def word_answer(name, content):
    """Return the answer that downloads a Word file.

    :param name: name of the file
    :param content: its bytes
    """
    headers = [
        ("Content-Type", paper_docx.TYPE),
        ("Content-Disposition", content_disposition(name)),
    ]
    return request.make_response(content, headers)


def _document(id_):
    """Return the paper that an address names.

    :raise MissingError: when there is none
    """
    papers = request.env["danvan.document"]
    paper = papers.browse(id_ if id_ <= MAX_ID else ()).exists()
    if not paper:
        raise MissingError(request.env._("This does not exist any more."))
    return paper
