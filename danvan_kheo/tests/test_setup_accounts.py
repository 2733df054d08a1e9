"""Accounts from a list, and what a list cannot do."""

import base64

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, new_test_user, tagged
from odoo.tools import mute_logger

from ..tools import passwords, tables
from ..wizards import account_list
from ..wizards.account_row import ROLE_WORDS, role_of
from .setup_common import HEADINGS, SetupFixture

COMMITTEE = "DU03408"
# One to write the hash, one of Odoo's bus to tell the new account's groups.
ALLOWED_PER_ACCOUNT = 2.2


@tagged("post_install", "-at_install")
class TestSetupAccounts(SetupFixture, TransactionCase):
    """Lai Châu, set up as proposed; lists of its people."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["danvan.territory"]._load_province("12")
        standards = cls.env["danvan.unit.standard"].search([("is_proposed", "=", True)])
        places = cls.env["danvan.territory"]._places("12")
        standards._make_units(standards._planner(places))
        cls.officer_group = cls.env.ref("danvan_kheo.group_officer")

    def _user(self, login):
        return self.env["res.users"].search([("login", "=", login)])

    def test_an_account_is_opened_with_its_role(self):
        loading, result = self.load(["an", "Nguyễn Văn An", COMMITTEE, "officer"])
        user = self._user("an")
        self.assertEqual(user.name, "Nguyễn Văn An")
        assignment = self.env["danvan.assignment"].search([("user_id", "=", user.id)])
        self.assertEqual(assignment.unit_id.code, COMMITTEE)
        self.assertEqual(assignment.role, "officer")
        self.assertEqual(loading.opened_count, 1)
        self.assertRegex(result[2]["Mật khẩu lần đầu"], r"^(\w{4}-){3}\w{4}$")

    def test_it_has_the_groups_of_its_roles_and_no_other(self):
        self.load(
            ["an", "Nguyễn Văn An", COMMITTEE, "officer"],
            ["an", "Nguyễn Văn An", "UB03408", "registrar"],
        )
        groups = self.env.ref("base.group_user") | self.officer_group
        groups |= self.env.ref("danvan_kheo.group_registrar")
        user = self._user("an")
        self.assertEqual(user.group_ids, groups)
        self.assertEqual(user.all_group_ids, groups | groups.all_implied_ids)

    def test_the_initial_password_opens_and_is_stored_nowhere(self):
        _loading, result = self.load(["an", "Nguyễn Văn An", COMMITTEE, "officer"])
        password = result[2]["Mật khẩu lần đầu"]
        user = self._user("an")
        stored = self._stored(user)
        self.assertIn(f"${passwords.ROUNDS}$", stored)
        self.env["res.users"].with_user(user)._check_credentials(
            {"type": "password", "login": "an", "password": password},
            {"interactive": True},
        )
        # Hashed in full once a person has come.
        self.assertNotEqual(self._stored(user), stored)
        self.assertNotIn(f"${passwords.ROUNDS}$", self._stored(user))

    def _stored(self, user):
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [user.id])
        return self.env.cr.fetchone()[0]

    def test_the_words_of_the_screen_name_the_roles(self):
        for role, words in ROLE_WORDS.items():
            for said in (role, words, words.upper(), words.split(" (")[0]):
                self.assertEqual(role_of(said), role)
        self.assertIsNone(role_of("Chủ tịch"))
        self.assertIsNone(role_of(""))

    def test_loaded_again_nothing_changes(self):
        rows = (
            ["an", "Nguyễn Văn An", COMMITTEE, "officer"],
            ["binh", "Trần Thị Bình", COMMITTEE, "approver"],
        )
        self.load(*rows)
        users = self.env["res.users"].search_count([])
        stored = self._stored(self._user("an"))
        loading, result = self.load(*rows)
        self.assertEqual((loading.opened_count, loading.present_count), (0, 2))
        self.assertEqual(self.env["res.users"].search_count([]), users)
        self.assertEqual(self.env["danvan.assignment"].search_count([]), 2)
        self.assertEqual(self._stored(self._user("an")), stored)
        self.assertFalse(result[2]["Mật khẩu lần đầu"])

    def test_the_result_itself_can_be_loaded_again(self):
        _loading, action = self.load_file(
            self.as_csv(HEADINGS, ["an", "Nguyễn Văn An", COMMITTEE, "Lãnh đạo"])
        )
        rows = self.result_of(action)
        headings = list(rows[2])
        again, _action = self.load_file(
            self.as_workbook(headings, *(list(row.values()) for row in rows.values()))
        )
        self.assertEqual(again.present_count, 1)

    def test_wrong_rows_say_why_and_do_not_stop_the_others(self):
        ended = self.env["danvan.unit"].search([("code", "=", "MT03408")])
        ended.date_to = "2026-01-01"
        archived = new_test_user(self.env, "archived", "base.group_user")
        archived.active = False
        new_test_user(self.env, "portal", "base.group_portal")
        wrong = [
            ["", "Không Tên", COMMITTEE, "officer"],
            ["hai tu", "Hai Từ", COMMITTEE, "officer"],
            ["khongten", "", COMMITTEE, "officer"],
            ["an2", "An", "", "officer"],
            ["an3", "An", "DU99999", "officer"],
            ["an4", "An", "MT03408", "officer"],
            ["an5", "An", COMMITTEE, "Chủ tịch"],
            ["an6", "An", COMMITTEE, ""],
            ["archived", "An", COMMITTEE, "officer"],
            ["portal", "An", COMMITTEE, "officer"],
        ]
        loading, result = self.load(
            *wrong, ["an", "Nguyễn Văn An", COMMITTEE, "officer"]
        )
        self.assertEqual((loading.refused_count, loading.opened_count), (10, 1))
        for line in loading.line_ids[:10]:
            self.assertTrue(line.message.endswith("."), line.message)
            self.assertEqual(result[line.number]["Lý do"], line.message)
        self.assertFalse(self._user("an3"))
        self.assertFalse(archived.active)

    def test_one_login_is_one_person(self):
        loading, _result = self.load(
            ["an", "Nguyễn Văn An", COMMITTEE, "officer"],
            ["An", "Trần An", COMMITTEE, "approver"],
        )
        self.assertEqual(loading.line_ids.mapped("state"), ["opened", "refused"])

    def test_a_date_and_an_address_are_taken(self):
        headings = (*HEADINGS, "Thư điện tử", "Từ ngày")
        loading, _result = self.load(
            ["an", "An", COMMITTEE, "officer", "an@example.org", "05/02/2031"],
            ["binh", "Bình", COMMITTEE, "officer", "binh", ""],
            ["chi", "Chi", COMMITTEE, "officer", "", "31/02/2031"],
            headings=headings,
        )
        self.assertEqual(
            loading.line_ids.mapped("state"), ["opened", "refused", "refused"]
        )
        self.assertEqual(self._user("an").email, "an@example.org")
        assignment = self.env["danvan.assignment"].search([])
        self.assertEqual(str(assignment.date_from), "2031-02-05")

    def test_an_account_of_others_is_only_assigned(self):
        """An accountant who administers Odoo, say: neither name nor groups change."""
        system = self.env.ref("base.group_system")
        user = new_test_user(self.env, "ketoan", "base.group_system", name="Kế toán")
        groups, stored = user.group_ids, self._stored(user)
        loading, result = self.load(["ketoan", "Tên Khác", COMMITTEE, "officer"])
        self.assertEqual(loading.line_ids.state, "assigned")
        self.assertEqual(user.name, "Kế toán")
        # The module's common group stays when the role ends, so it is given beside it.
        common = self.env.ref("danvan_kheo.group_user")
        self.assertEqual(user.group_ids, groups | self.officer_group | common)
        self.assertIn(system, user.group_ids)
        self.assertEqual(self._stored(user), stored)
        self.assertFalse(result[2]["Mật khẩu lần đầu"])

    def test_a_list_makes_no_administrator(self):
        said = ("administrator", "Quản trị", "group_administrator", "base.group_system")
        rows = [[f"a{n}", "An", COMMITTEE, role] for n, role in enumerate(said)]
        loading, _result = self.load(
            *([*row, "base.group_system"] for row in rows),
            headings=(*HEADINGS, "group_ids"),
        )
        self.assertEqual(loading.refused_count, len(said))
        self.assertFalse(self.env["res.users"].search([("login", "=like", "a_")]))

    def test_columns_beyond_the_known_ones_grant_nothing(self):
        self.load(
            ["an", "An", COMMITTEE, "officer", "base.group_system", "1"],
            headings=(*HEADINGS, "group_ids", "share"),
        )
        system = self.env.ref("base.group_system")
        self.assertNotIn(system, self._user("an").all_group_ids)

    def test_the_one_method_checks_and_chooses_itself(self):
        users = self.env["res.users"]
        person = {"login": "an", "name": "An", "roles": {"officer"}}
        officer = new_test_user(self.env, "setup_officer", "danvan_kheo.group_officer")
        with self.assertRaises(AccessError):
            users.with_user(officer)._danvan_open_accounts([person])
        with self.assertRaises(AccessError):
            users.with_user(officer).sudo()._danvan_open_accounts([person])
        given = {"group_ids": [self.env.ref("base.group_system").id], "active": False}
        made = users.with_user(self.administrator)._danvan_open_accounts(
            [{**person, **given}]
        )
        user = next(iter(made))
        self.assertTrue(user.active)
        self.assertFalse(user.has_group("base.group_system"))
        with self.assertRaises(KeyError):
            users.with_user(self.administrator)._danvan_open_accounts(
                [{"login": "x", "name": "X", "roles": {"administrator"}}]
            )

    def test_files_that_are_no_list_are_refused_in_words(self):
        good = ["an", "An", COMMITTEE, "officer"]
        for content in (
            "Đảng ủy".encode("utf-16"),
            b"PK\x03\x04 no workbook",
            self.as_csv(("login", "name"), good[:2]),
            b"",
        ):
            with self.assertRaises(UserError):
                self.load_file(content)
        with self.assertRaises(UserError):
            self.load(*([good] * (tables.MOST_ROWS + 1)))

    def test_semicolons_and_workbooks_are_read(self):
        headings = ("Tên đăng nhập", "Họ và tên", "Mã đơn vị", "Vai trò")
        row = ["an", "Nguyễn Văn An", COMMITTEE, "Cán bộ phụ trách"]
        self.load(row, headings=headings, delimiter=";")
        self.load_file(self.as_workbook(headings, ["binh", *row[1:]]))
        self.assertEqual(len(self._user("an") | self._user("binh")), 2)

    def test_the_sample_file_lists_units_and_is_read_as_empty(self):
        loading = self.env["danvan.account.import"].with_user(self.administrator)
        action = loading.create({}).action_sample()
        self.assertEqual(action["tag"], "danvan_save_file")
        content = base64.b64decode(action["params"]["content"])
        loading, _action = self.load_file(content)
        self.assertFalse(loading.line_ids)

    def test_where_the_database_refuses_the_others_are_still_made(self):
        """Another account took the login between the examination and the act."""
        examine = account_list.AccountList._users
        self.load(["an", "Nguyễn Văn An", COMMITTEE, "officer"])
        self.patch(
            account_list.AccountList,
            "_users",
            lambda accounts: {
                login: user
                for login, user in examine(accounts).items()
                if login != "an"
            },
        )
        with mute_logger("odoo.sql_db"):
            loading, _result = self.load(
                ["an", "Nguyễn Văn An", COMMITTEE, "approver"],
                ["binh", "Trần Thị Bình", COMMITTEE, "approver"],
            )
        self.assertEqual(loading.line_ids.mapped("state"), ["refused", "opened"])
        self.assertTrue(self._user("binh"))

    def test_lost_initial_passwords_are_given_anew(self):
        loading, first = self.load(
            ["an", "Nguyễn Văn An", COMMITTEE, "officer"],
            ["binh", "Trần Thị Bình", COMMITTEE, "approver"],
        )
        used = self._user("binh")
        used.with_user(used)._update_last_login()
        self.env.flush_all()
        self.env.invalidate_all()
        stored = self._stored(used)
        again = self.result_of(loading.action_renew_passwords())
        self.assertTrue(again[2]["Mật khẩu lần đầu"])
        self.assertNotEqual(again[2], first[2])
        self.assertFalse(again[3]["Mật khẩu lần đầu"])
        self.assertEqual(self._stored(used), stored)

    def test_no_other_account_gets_a_new_password(self):
        """The rows of the result are the administrator's to write."""
        system = new_test_user(self.env, "system", "base.group_system")
        plain = new_test_user(self.env, "plain", "base.group_user")
        loading, _result = self.load(["an", "An", COMMITTEE, "officer"])
        self.load(["chi", "Chi", COMMITTEE, "officer"])
        for user in (system, plain, self.administrator):
            stored = self._stored(user)
            loading.line_ids.user_id = user
            with self.assertRaises(UserError):
                loading.action_renew_passwords()
            self.assertEqual(self._stored(user), stored)
        own = self._user("chi")
        own.sudo().group_ids += self.env.ref("base.group_system")
        loading.line_ids.user_id = own
        with self.assertRaises(UserError):
            loading.action_renew_passwords()

    def test_two_hundred_rows_cost_few_queries(self):
        def rows(first, count):
            return [
                [f"u{n}", f"Người {n}", COMMITTEE, "officer"]
                for n in range(first, first + count)
            ]

        counts = []
        for first, count in ((0, 2), (10, 20), (1000, 200)):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            loading, _result = self.load(*rows(first, count))
            self.env.flush_all()
            self.assertEqual(loading.opened_count, count)
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual((counts[2] - counts[1]) / 180, ALLOWED_PER_ACCOUNT)
