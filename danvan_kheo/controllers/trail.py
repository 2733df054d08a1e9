"""Addresses of the trail as a workbook."""

import json

from werkzeug.exceptions import NotFound
from werkzeug.wsgi import FileWrapper

from odoo import http
from odoo.http import content_disposition, request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LANGUAGE = "vi_VN"
MAX_ID = 2**31 - 1


class TrailController(http.Controller):
    """Hands out the trail; rights are those of who asks."""

    @http.route("/danvan_kheo/trail", type="http", auth="user", readonly=True)
    def trail(self, domain="[]", **_kwargs):
        """Return the lines that the user may read as XLSX.

        :param domain: search domain as JSON
        """
        trail = request.env["danvan.trail"].with_context(lang=LANGUAGE)
        try:
            book = trail._workbook(_domain_of(domain), "Nhật ký")
        except ValueError:  # of what is no field, no operator, no domain
            raise NotFound from None
        return _answer("Nhật ký", book)

    @http.route(
        "/danvan_kheo/trail/<string:model>/<int:record_id>",
        type="http",
        auth="user",
        readonly=True,
    )
    def trail_of(self, model, record_id, **_kwargs):
        """Return the trail of one document as XLSX.

        :param model: technical name of its model
        :param record_id: its id
        """
        document = _document(model, record_id)
        # First the right, then the name.
        book = document._trail_workbook()
        return _answer(f"Nhật ký - {document.display_name}", book)


def _document(model, record_id):
    """Return the document that an address names, or say that there is none."""
    env = request.env(context={**request.env.context, "lang": LANGUAGE})
    known = model in env and isinstance(env[model], env.registry["danvan.workflow"])
    if not known or env[model]._abstract or record_id > MAX_ID:
        raise NotFound
    document = env[model].browse(record_id).exists()
    if not document:
        raise NotFound
    return document


def _domain_of(text):
    """Return the search domain that an address carries.

    :raise ValueError: when it carries none
    """
    domain = json.loads(text)
    if not isinstance(domain, list):
        raise ValueError(text)
    return domain


def _answer(name, book):
    headers = [
        ("Content-Type", XLSX),
        ("Content-Disposition", content_disposition(f"{name}.xlsx")),
    ]
    response = request.make_response(FileWrapper(book), headers)
    response.call_on_close(book.close)
    return response
