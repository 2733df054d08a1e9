"""The check of the set-up finds what is missing and opens it."""

from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, new_test_user, tagged

from ..tools import paper_pdf, server_fonts
from .common import YEAR, DanvanCase
from .setup_common import SetupFixture

CHECK = "danvan.setup.check"


def shown(env, user):
    """Return the lines that `user` is shown, in their order."""
    action = env[CHECK].with_user(user).action_show()
    return env[CHECK].with_user(user).search(action["domain"])


def line(env, user, key):
    return shown(env, user).filtered(lambda one: one.key == f"_check_{key}")


@tagged("post_install", "-at_install")
class TestSetupCheckEmpty(SetupFixture, TransactionCase):
    """Before anything was set up."""

    def test_an_empty_database_says_where_to_begin(self):
        lines = shown(self.env, self.administrator)
        keys = {one.key for one in lines if one.state == "error"}
        for missing in ("territories", "root", "leading_body", "campaign"):
            self.assertIn(f"_check_{missing}", keys)
        setup = line(self.env, self.administrator, "territories").action_open()
        self.assertEqual(setup["res_model"], "danvan.setup")

    def test_what_is_in_order_comes_last(self):
        ranks = shown(self.env, self.administrator).mapped("rank")
        self.assertEqual(ranks, sorted(ranks))

    def test_each_finding_says_what_to_do(self):
        for one in shown(self.env, self.administrator):
            self.assertTrue(one.name and one.advice, one.key)

    def test_only_administrators_see_it(self):
        officer = new_test_user(self.env, "setup_officer", "danvan_kheo.group_officer")
        with self.assertRaises(AccessError):
            self.env[CHECK].with_user(officer).action_show()
        lines = shown(self.env, self.administrator)
        with self.assertRaises(AccessError):
            lines[0].with_user(officer).action_open()


@tagged("post_install", "-at_install")
class TestSetupCheck(DanvanCase):
    """The small province: what is missing in it, and what not."""

    def _count(self, key):
        found = line(self.env, self.administrator, key)
        return found.state, found.count

    def _opened(self, key):
        action = line(self.env, self.administrator, key).action_open()
        return self.env[action["res_model"]].search(action["domain"])

    def test_units_without_people_are_listed(self):
        lacking = self._opened("officers")
        self.assertIn(self.commune_government, lacking)
        self.assertNotIn(self.commune, lacking)
        # Covered by the commission's officer, whose area it is.
        self.assertNotIn(self.province, lacking)
        # Of the lowest level: the unit above enters for it.
        self.assertNotIn(self.hamlet, lacking)
        self.assertIn(self.department, self._opened("approvers"))

    def test_an_assignment_that_ended_counts_no_more(self):
        self.env["danvan.assignment"].search(
            [("user_id", "=", self.officer.id)]
        ).date_to = "2020-01-01"
        self.assertIn(self.commune, self._opened("officers"))
        self.assertIn(self.commune, self._opened("half_staffed"))

    def test_half_staffed_units_are_found(self):
        self.assertEqual(self._count("half_staffed"), ("ok", "0"))
        self._person("only", "registrar", self.commune_government)
        self.assertEqual(self._opened("half_staffed"), self.commune_government)
        self.assertEqual(self._count("half_staffed"), ("error", "1"))
        self._person("looker", "viewer", self.department)
        self.assertEqual(self._count("half_staffed"), ("error", "1"))

    def test_who_decides_has_an_appraiser(self):
        self.assertEqual(self._count("appraisers"), ("ok", "0"))
        self.env["danvan.assignment"].search(
            [("role", "=", "appraiser")]
        ).date_to = "2020-01-01"
        self.assertEqual(self._opened("appraisers"), self.commission | self.commune)

    def test_the_leading_body_s_people(self):
        self.assertEqual(self._count("leading_people"), ("ok", "0"))
        self.env["danvan.assignment"].search(
            [("role", "=", "registrar")]
        ).date_to = "2020-01-01"
        self.assertEqual(self._opened("leading_people"), self.commission)
        self.assertIn(self.commission, self._opened("registrars"))

    def test_two_leading_bodies_are_told(self):
        self.assertEqual(self._count("leading_body"), ("ok", "1"))
        self.department.write({"advises_id": self.province.id, "leads_movement": True})
        self.assertEqual(self._count("leading_body"), ("warning", "2"))

    def test_archived_accounts_and_ends_are_told(self):
        self.assertEqual(self._count("archived_accounts"), ("ok", "0"))
        self.officer.active = False
        self.assertEqual(self._count("archived_accounts"), ("warning", "1"))
        today = self.env["danvan.period"]._today()
        assignment = self.env["danvan.assignment"].search(
            [("user_id", "=", self.leader.id)]
        )
        assignment.date_to = today
        self.assertEqual(self._opened("ending_assignments"), assignment)

    def test_the_campaign_is_followed_to_its_launch(self):
        with self.local_time(f"{YEAR}-02-01 10:00:00"):
            self.assertEqual(self._count("campaign"), ("error", "0"))
            self._campaign()
            self.assertEqual(self._count("campaign"), ("ok", "1"))
            self.assertEqual(self._count("criteria")[0], "ok")

    def test_engines_and_fonts_as_the_server_has_them(self):
        state = "odoo.addons.base.models.ir_actions_report.wkhtmltopdf_state"
        told = (("ok", "70.0"), ("warning", ""))
        for expected, version in told:
            with (
                patch.object(paper_pdf, "__version__", version),
                patch.object(
                    self.registry["ir.actions.report"],
                    "get_wkhtmltopdf_state",
                    lambda report: "ok",
                ),
            ):
                self.assertEqual(self._count("engine")[0], expected, state)
        with (
            patch.object(paper_pdf, "__version__", ""),
            patch.object(
                self.registry["ir.actions.report"],
                "get_wkhtmltopdf_state",
                lambda report: "install",
            ),
        ):
            self.assertEqual(self._count("engine")[0], "error")
        for expected, families in (
            ("unknown", None),
            ("warning", {"Arial"}),
            ("ok", {"Tinos", "Arial"}),
        ):
            with patch.object(server_fonts, "families", lambda f=families: f):
                self.assertEqual(self._count("fonts")[0], expected)

    def test_a_wrong_zone_language_or_currency_is_told(self):
        for key in ("zone", "currency"):
            self.assertEqual(self._count(key)[0], "ok")
        self.env.ref("base.VND").active = False
        self.assertEqual(self._count("currency")[0], "warning")
        self.assertEqual(self._count("mail")[0], "ok")

    def test_a_key_of_one_s_own_asks_nothing(self):
        one = shown(self.env, self.administrator)[0]
        one.key = "unlink"
        action = one.action_open()
        self.assertEqual(action["res_model"], CHECK)
        self.assertTrue(one.exists())

    def test_each_check_counts_by_few_queries(self):
        checks = self.env[CHECK].with_user(self.administrator)
        for name in checks._checks():
            getattr(checks, name)()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            getattr(checks, name)()
            queries = self.env.cr.sql_log_count - before
            self.assertLessEqual(queries, 6, name)
