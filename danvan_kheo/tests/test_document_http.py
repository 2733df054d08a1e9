"""Printing by address: the same rights as on the screen."""

import json

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .document_common import DocumentCase

REPORT = "danvan_kheo.report_document"

# What a click on a paper in the Print menu does, and which address it asks for.
CLICK_PRINT = """
            (async () => {
                const { registry } = odoo.loader.modules.get("@web/core/registry");
                const handlers = registry.category("ir.actions.report handlers");
                const handle = handlers.get("danvan_paper");
                const asked = [];
                const original = XMLHttpRequest.prototype.send;
                XMLHttpRequest.prototype.send = function (data) {
                    asked.push(data && data.get ? data.get("data") : "");
                    return original.call(this, data);
                };
                const ui = { block() {}, unblock() {} };
                const env = { services: { ui } };
                const other = { report_type: "qweb-pdf" };
                const taken = await handle(other, {}, env);
                const action = {
                    is_direct_download: true,
                    report_type: "qweb-pdf",
                    report_name: REPORT,
                    context: { active_ids: [PAPER] },
                };
                const done = await handle(action, {}, env).catch(() => "failed");
                XMLHttpRequest.prototype.send = original;
                const address = asked.find((text) => text.includes("/report/pdf/"));
                if (taken === false && done === true && address) {
                    console.log("test successful");
                } else {
                    console.error(JSON.stringify([taken, done, asked]));
                }
            })();
"""


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

    def test_web_client_downloads_without_wkhtmltopdf(self):
        """The handler takes papers before Odoo asks for wkhtmltopdf, and no others."""
        paper = self._paper_of(user=self.officer)
        self.browser_js(
            f"/odoo/{paper._name}/{paper.id}",
            CLICK_PRINT.replace("REPORT", f'"{REPORT}"').replace(
                "PAPER", str(paper.id)
            ),
            ready="document.querySelector('.o_form_view') !== null",
            login="t.officer",
        )
