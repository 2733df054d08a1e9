"""The public page on which anybody checks a certificate by its code.

It is off until switched on, makes no session, fetches and stores nothing, and tells
four facts. Every code that stands for nothing gets the same answer, byte for byte.
"""

import base64
import hashlib

from markupsafe import Markup
from werkzeug.exceptions import NotFound

from odoo import http
from odoo.http import request
from odoo.tools import file_open

from ..models.award.verification import PAGE

METHODS = ("GET", "HEAD")
STYLE = "danvan_kheo/static/src/award/verify.css"
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


class VerifyController(http.Controller):
    """One page: a form for the code, and what was found."""

    # Not read-only: each request is counted.
    @http.route(
        [PAGE, f"{PAGE}/", f"{PAGE}/<path:code>"],
        type="http",
        auth="public",
        csrf=False,  # nothing is written, whatever the method
        save_session=False,
        sitemap=False,
    )
    def verify(self, code=None, ma=None, **_kwargs):
        """Answer with what a code stands for.

        :param code: the code as the QR has it in its address
        :param ma: the code as typed into the form
        :raise NotFound: while the page is switched off, as for any unknown address
        """
        codes = request.env["danvan.verification"]
        if not codes._is_page_on():
            raise NotFound
        if request.httprequest.method not in METHODS:
            return request.make_response("", {"Allow": ", ".join(METHODS)}, status=405)
        hits = request.env["danvan.verification.hit"]
        seconds = hits._seconds_to_wait(request.httprequest.remote_addr)
        if seconds:
            return _page(429, {"Retry-After": seconds}, minutes=-(-seconds // 60))
        text = code or ma
        return _page(200, asked=bool(text), facts=text and codes._facts(text))


def _page(status, headers=None, **values):
    """Return the page as a response.

    :param values: `asked` whether there was a code, `facts` what it stands for,
        `minutes` how long to wait
    """
    with file_open(STYLE) as file:
        style = file.read()
    values = {"asked": False, "facts": None, "minutes": 0, **values}
    html = request.env["ir.qweb"]._render(
        "danvan_kheo.verify_page",
        # A file of the module itself.
        {**values, "style": Markup(style), "page": PAGE},
        lang=None,
        minimal_qcontext=True,
    )
    policy = {"Content-Security-Policy": _policy(style)}
    answer = {**HEADERS, **policy, **(headers or {})}
    return request.make_response(html, list(answer.items()), status=status)


def _policy(style):
    """Return what a browser may do on the page: show it, and send its form back."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
