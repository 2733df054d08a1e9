"""A list of accounts: what each row asks for, examined and carried out."""

import re

import psycopg2

from odoo.exceptions import UserError
from odoo.tools import groupby

from ..tools import tables
from .account_row import means_administrator, role_of

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class AccountList:
    """Examines rows against the database by one query a column, then acts in batches.

    :param env: environment of an administrator of the module
    :param rows: `AccountRow`s
    """

    def __init__(self, env, rows):
        self.env = env
        self.rows = rows

    def examine(self):
        """Give each row its meaning, or the reason why it has none."""
        users, units = self._users(), self._units()
        names = {}
        for row in self.rows:
            row.user = users.get(row["login"]) or users.get(row.key)
            row.unit = units.get(row["unit_code"])
            row.role = role_of(row["role"])
            row.date_from = tables.date_of(row["date_from"])
            names.setdefault(row.key, row["name"])
            fault = self._fault(row, names)
            if fault:
                row.refuse(fault)
        self._mark_present()

    def _users(self):
        """Return `{login: account}`, also of those that are archived."""
        logins = {row["login"] for row in self.rows} | {row.key for row in self.rows}
        # sudo: administrators of the module may not see each account; only its
        # existence, kind and name are used.
        found = self.env["res.users"].sudo().with_context(active_test=False)
        users = found.search([("login", "in", list(logins))])
        return {user.login: user for user in users}

    def _units(self):
        codes = list({row["unit_code"] for row in self.rows})
        units = self.env["danvan.unit"].search([("code", "in", codes)])
        return {unit.code: unit for unit in units}

    def _fault(self, row, names):
        """Return in a sentence why nothing can be done for `row`, None when all is
        well."""
        return (
            self._fault_of_person(row, names)
            or self._fault_of_unit(row)
            or self._fault_of_role(row)
            or self._fault_of_date(row)
        )

    def _fault_of_person(self, row, names):
        login, user = row["login"], row.user
        if not login or " " in login:
            return self.env._("The login is missing or holds a space. Write one word.")
        if not user and not row["name"] and not names[row.key]:
            return self.env._("%s is a new account: write the person's name.", login)
        if not user and row["name"] and row["name"] != names[row.key]:
            return self.env._(
                "%(login)s belongs to %(name)s in an earlier row. Give each person a "
                "login of his or her own.",
                login=login,
                name=names[row.key],
            )
        if row["email"] and not _MAIL.fullmatch(row["email"]):
            return self.env._(
                "“%s” is no e-mail address. Correct or empty it.", row["email"]
            )
        if user and not user.active:
            return self.env._(
                "The account %s is archived. Restore it or write another login.", login
            )
        if user and user.share:
            return self.env._(
                "%s is a portal account. Only internal accounts can be assigned.", login
            )
        return None

    def _fault_of_unit(self, row):
        if not row["unit_code"]:
            return self.env._("The code of the unit is missing.")
        if not row.unit:
            return self.env._(
                "No unit has the code %s. Look it up under Units.", row["unit_code"]
            )
        if not row.unit.is_in_force and row.unit.date_to:
            return self.env._(
                "%(unit)s ended on %(date)s. Write the code of its successor.",
                unit=row.unit.name,
                date=row.unit.date_to.strftime("%d/%m/%Y"),
            )
        return None

    def _fault_of_role(self, row):
        if means_administrator(row["role"]):
            return self.env._(
                "Administrators are not made by a list. Give the group to the account "
                "itself, under Settings."
            )
        if not row.role:
            return self.env._(
                "“%s” is no role. Use a role of the sample file.", row["role"] or "…"
            )
        return None

    def _fault_of_date(self, row):
        if row["date_from"] and not row.date_from:
            return self.env._(
                "“%s” is no date. Write it as 05/02/2026.", row["date_from"]
            )
        return None

    def _mark_present(self):
        """Mark what an assignment in force or to come, or an earlier row, says
        already: one query."""
        good = [row for row in self.rows if not row.state]
        known = self._assigned(good)
        for row in good:
            asked = (row.key, row.unit.id, row.role)
            stands = row.user and (row.user.id, row.unit.id, row.role) in known
            if stands or asked in known:
                row.state = "present"
            known.add(asked)

    def _assigned(self, rows):
        assignment = self.env["danvan.assignment"]
        today = assignment._today()
        found = assignment.search(
            [
                ("user_id", "in", [row.user.id for row in rows if row.user]),
                ("unit_id", "in", [row.unit.id for row in rows]),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", today),
            ]
        )
        return {(one.user_id.id, one.unit_id.id, one.role) for one in found}

    def carry_out(self):
        """Open the accounts and assign the persons: in one go, and person by person
        only where the database refuses that."""
        todo = [row for row in self.rows if not row.state]
        if todo and self._fails(todo):
            for _key, rows in groupby(todo, lambda row: row.key):
                fault = self._fails(rows)
                for row in rows if fault else ():
                    row.refuse(fault)

    def _fails(self, rows):
        """Try to act for `rows`; return why it failed, None when it is done."""
        try:
            with self.env.cr.savepoint():
                opened = self._open_accounts(rows)
                self._assign(rows, opened)
                self.env.flush_all()
        except UserError as error:
            return str(error)
        except psycopg2.IntegrityError:
            return self.env._(
                "The account was made by someone else at this moment. Load the file "
                "again."
            )
        self._note(rows, opened)
        return None

    def _open_accounts(self, rows):
        """Open what accounts are lacking.

        :return: `{login key: (account, initial password)}`
        """
        people = {}
        for row in rows:
            if not row.user:
                person = people.setdefault(row.key, {"login": row["login"]})
                person["name"] = person.get("name") or row["name"]
                person["email"] = person.get("email") or row["email"]
                person.setdefault("roles", set()).add(row.role)
        if not people:
            return {}
        made = self.env["res.users"]._danvan_open_accounts(list(people.values()))
        return dict(zip(people, made.items(), strict=True))

    def _assign(self, rows, opened):
        self.env["danvan.assignment"].create(
            [
                {
                    "user_id": (row.user or opened[row.key][0]).id,
                    "unit_id": row.unit.id,
                    "role": row.role,
                    "date_from": row.date_from,
                }
                for row in rows
            ]
        )

    @staticmethod
    def _note(rows, opened):
        for row in rows:
            # The first row of a person opens the account and has the password.
            row.user, row.password = opened.get(row.key, (row.user, ""))
            row.state = "opened" if row.password else "assigned"
            if row.password:
                opened[row.key] = (row.user, "")
