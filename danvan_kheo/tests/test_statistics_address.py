"""The workbook by its address, and the screen in a browser."""

import io

import openpyxl

from odoo.tests import HttpCase, new_test_user, tagged
from odoo.tools import mute_logger

from .statistics_common import RegisteredCase


@tagged("post_install", "-at_install")
class TestStatisticsAddress(RegisteredCase, HttpCase):
    """The address of the workbook, and the screen in a browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for user in (cls.officer, cls.province_officer):
            user.password = user.login

    def _open(self, user, query="", campaign_id=None):
        self.authenticate(user.login, user.login)
        number = campaign_id or self.campaign.id
        return self.url_open(f"/danvan_kheo/form01/{number}{query}")

    def test_a_commune_gets_what_it_may_see(self):
        response = self._open(self.officer)
        self.assertEqual(response.status_code, 200)
        page = openpyxl.load_workbook(io.BytesIO(response.content)).active
        lines = {row[1]: row[2] for row in page.iter_rows(values_only=True)}
        self.assertEqual(lines["Tổng cộng"], 4)
        self.assertNotIn("Đảng ủy xã Đồi Xanh", lines)
        self.assertIn(".xlsx", response.headers["Content-Disposition"])

    def test_the_unit_of_the_address_is_that_of_the_screen(self):
        response = self._open(self.province_officer, f"?unit_id={self.commune.id}")
        page = openpyxl.load_workbook(io.BytesIO(response.content)).active
        self.assertEqual(self._lines(page)["Tổng cộng"], 4)

    @staticmethod
    def _lines(page):
        return {row[1]: row[2] for row in page.iter_rows(values_only=True)}

    @mute_logger("odoo.http")
    def test_who_may_not_see_gets_an_error_page(self):
        stranger = new_test_user(self.env, "stranger", "base.group_user")
        portal = new_test_user(self.env, "portal_form", "base.group_portal")
        outside = f"?unit_id={self.other_commune.id}"
        for user, query in ((stranger, ""), (portal, ""), (self.officer, outside)):
            response = self._open(user, query)
            self.assertEqual(response.status_code, 403, user.login)
            self.assertNotIn("Traceback", response.text)

    @mute_logger("odoo.http")
    def test_what_does_not_exist_is_not_found(self):
        missing = self.campaign.id + 10**6
        for query, campaign_id in (
            ("", missing),
            ("", 10**30),
            ("?unit_id=x", None),
            ("?unit_id=0", None),
        ):
            response = self._open(self.officer, query, campaign_id)
            self.assertEqual(response.status_code, 404, query)
            self.assertNotIn("Traceback", response.text)

    def test_an_anonymous_visitor_is_sent_to_sign_in(self):
        response = self.url_open(
            f"/danvan_kheo/form01/{self.campaign.id}", allow_redirects=False
        )
        self.assertEqual(response.status_code, 303)
        self.assertIn("/web/login", response.headers["Location"])

    def test_a_figure_of_the_screen_opens_its_rows(self):
        action = self.env.ref("danvan_kheo.danvan_statistics_registered_action")
        self.browser_js(
            f"/odoo/action-{action.id}",
            """
            const wait = async (find) => {
                for (let i = 0; i < 100; i++) {
                    const found = find();
                    if (found) { return found; }
                    await new Promise((done) => setTimeout(done, 100));
                }
                throw new Error("not found: " + find);
            };
            const one = (selector) => wait(() => document.querySelector(selector));
            (async () => {
                const total = await one(".danvan_registered_form tfoot a");
                if (total.textContent !== "5") { throw new Error(total.textContent); }
                (await one(".danvan_registered_form td.danvan_unit a")).click();
                await one(".danvan_above");
                const own = await one(".danvan_registered_form tfoot a");
                if (own.textContent !== "4") { throw new Error(own.textContent); }
                own.click();
                await one(".o_list_view .o_data_row");
                const rows = document.querySelectorAll(".o_list_view .o_data_row");
                if (rows.length !== 4) { throw new Error(`${rows.length} rows`); }
                (await one(".breadcrumb-item a, .o_back_button")).click();
                await one(".danvan_above");
                console.log("test successful");
            })().catch((error) => console.error(error.message));
            """,
            ready="odoo.isReady === true",
            login=self.province_officer.login,
        )
