"""Downloading a report: a refusal is a sentence, not a traceback."""

import json

from werkzeug.exceptions import Forbidden, InternalServerError

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools.misc import html_escape

from odoo.addons.web.controllers.report import ReportController


class DanvanReportController(ReportController):
    """Odoo answers every error of a download with the server's traceback in it."""

    @http.route()
    def report_download(self, *args, **kwargs):
        """Hand out the report that the web client asks for.

        :raise Forbidden: with the words of a refusal, as the web client reads them
        """
        try:
            return super().report_download(*args, **kwargs)
        except InternalServerError as error:
            if not isinstance(error.__cause__, UserError):
                raise
            raise Forbidden(response=_refusal(error.__cause__)) from None


def _refusal(error):
    """Return the answer from which the web client makes its dialog."""
    said = {**http.serialize_exception(error), "debug": ""}
    answer = {"code": 0, "message": "Odoo Server Error", "data": said}
    return request.make_response(html_escape(json.dumps(answer)), status=403)
