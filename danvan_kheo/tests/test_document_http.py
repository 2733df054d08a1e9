"""Printing by address: the same rights as on the screen."""

import json

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .document_common import DocumentCase

REPORT = "danvan_kheo.report_document"


@tagged("post_install", "-at_install")
class TestDocumentHttp(DocumentCase, HttpCase):
    """GET /report/pdf/… as people of the unit and as a stranger."""

    def _get(self, login, paper, kind="pdf"):
        self.authenticate(login, login)
        context = json.dumps({"force_report_rendering": True})
        return self.url_open(
            f"/report/{kind}/{REPORT}/{paper.id}?context={context}", timeout=60
        )

    def test_own_officer_prints(self):
        response = self._get("t.officer", self._paper_of(user=self.officer))
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.content.startswith(b"%PDF"))

    @mute_logger("odoo.http", "odoo.addons.base.models.ir_rule")
    def test_stranger_does_not(self):
        paper = self._paper_of(user=self.officer)
        for kind in ("pdf", "html"):
            with self.subTest(kind):
                response = self._get("t.below", paper, kind)
                self.assertEqual(response.status_code, 403)
                self.assertNotIn(b"%PDF", response.content)
                self.assertNotIn("TỜ TRÌNH", response.text)
