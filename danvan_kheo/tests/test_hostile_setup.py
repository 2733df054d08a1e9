"""Setting up over RPC, by those who may not."""

import base64

from odoo.tests import tagged

from .hostile import HostileCase

SETUP = "danvan.setup"
LIST = "danvan.account.import"
CHECK = "danvan.setup.check"
STANDARD = "danvan.unit.standard"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileSetup(HostileCase):
    """Officers and leaders try the administrator's doors."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.setup_dialog = (
            cls.env[SETUP].with_user(cls.administrator).create({"province": "12"})
        )
        content = b"login,name,unit code,role\nx,X,T.DU1,approver\n"
        cls.list = (
            cls.env[LIST]
            .with_user(cls.administrator)
            .create({"file": base64.b64encode(content)})
        )
        action = cls.env[CHECK].with_user(cls.administrator).action_show()
        cls.check = cls.env[CHECK].search(action["domain"], limit=1)

    def test_nobody_but_administrators_sets_up(self):
        for user in (self.officer, self.province_leader, self.viewer):
            for act in ("action_next", "action_back", "action_apply"):
                self.assert_refused(user, SETUP, act, self.setup_dialog.ids)
            self.assert_refused(user, SETUP, "create", vals_list=[{"province": "12"}])
        self.assertFalse(self.env["danvan.unit"].search([("code", "=", "TU")]))

    def test_nobody_but_administrators_opens_accounts(self):
        for user in (self.officer, self.province_leader):
            for act in ("action_import", "action_sample", "action_renew_passwords"):
                self.assert_refused(user, LIST, act, self.list.ids)
            self.assert_refused(user, LIST, "create", vals_list=[{}])
        self.assertFalse(self.env["res.users"].search([("login", "=", "x")]))

    def test_the_method_that_opens_accounts_is_no_remote_procedure(self):
        people = [{"login": "x", "name": "X", "roles": ["officer"]}]
        for user in (self.officer, self.administrator):
            self.assert_refused(
                user, "res.users", "_danvan_open_accounts", people=people
            )
            self.assert_refused(user, "res.users", "_danvan_give_passwords", user.ids)

    def test_nobody_but_administrators_reads_the_check(self):
        for user in (self.officer, self.viewer):
            self.assert_refused(user, CHECK, "action_show")
            self.assert_refused(user, CHECK, "action_open", self.check.ids)

    def test_standard_units_are_the_administrators(self):
        standard = self.env.ref("danvan_kheo.standard_c_front")
        for user in (self.officer, self.province_leader):
            self.assert_refused(
                user, STANDARD, "write", standard.ids, vals={"name": "Khác"}
            )
            self.assert_refused(user, STANDARD, "unlink", standard.ids)
        self.assertNotEqual(standard.name, "Khác")
