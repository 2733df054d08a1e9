"""Accounts in bulk: a list of persons with unit and role, loaded as often as wanted."""

import base64

from odoo import fields, models
from odoo.exceptions import UserError

from ..tools import tables, workbooks
from .account_import_line import STATES
from .account_list import AccountList
from .account_row import COLUMNS, OPTIONAL, ROLE_WORDS, AccountRow

LARGEST = 5_000_000
# Headings of the files are Vietnamese in every language, as the files are.
RESULT_HEADINGS = ("Kết quả", "Lý do", "Mật khẩu lần đầu")


class DanvanAccountImport(models.TransientModel):
    """Reads the list, acts, and shows row by row what became of it.

    Loaded again, rows that stand already are left as they are. Initial passwords are
    in the workbook that the act hands out, and nowhere else.
    """

    _name = "danvan.account.import"
    _description = "Enter Accounts from a File"

    step = fields.Selection(
        [("file", "File"), ("result", "Result")],
        required=True,
        default="file",
        export_string_translation=False,
    )
    file = fields.Binary("File (Excel or CSV)", attachment=False)
    file_name = fields.Char(export_string_translation=False)
    line_ids = fields.One2many("danvan.account.import.line", "import_id", "Rows")
    opened_count = fields.Integer("Accounts Opened", compute="_compute_counts")
    assigned_count = fields.Integer("Existing, Assigned", compute="_compute_counts")
    present_count = fields.Integer("There Already", compute="_compute_counts")
    refused_count = fields.Integer("Rows Not Done", compute="_compute_counts")

    def _compute_counts(self):
        for loading in self:
            states = loading.line_ids.mapped("state")
            for state, _label in STATES:
                loading[f"{state}_count"] = states.count(state)

    def action_sample(self):
        """Hand out the sample file: headings, roles, and the codes of the units.

        :raise AccessError: for anyone but administrators of the module
        """
        self.env["res.users"]._danvan_check_administrator()
        units = self.env["danvan.unit"].search_fetch(
            self.env["danvan.unit"]._in_force(), ["code", "name"]
        )
        headings = [words[0] for words in COLUMNS.values()]
        content = workbooks.write(
            [
                ("Tài khoản", headings, []),
                ("Vai trò", ["Vai trò"], [[word] for word in ROLE_WORDS.values()]),
                (
                    "Đơn vị",
                    ["Mã đơn vị", "Tên đơn vị"],
                    [(u.code, u.name) for u in units],
                ),
            ]
        )
        return self._save("mau-tai-khoan.xlsx", content)

    def action_import(self):
        """Load the file, then hand out the result with the initial passwords.

        :raise UserError: when the file is no list of accounts
        :raise AccessError: for anyone but administrators of the module
        """
        self.ensure_one()
        self.env["res.users"]._danvan_check_administrator()
        rows = self._rows()
        accounts = AccountList(self.env, rows)
        accounts.examine()
        accounts.carry_out()
        self.line_ids.unlink()
        self.write(
            {
                "step": "result",
                "file": False,
                "line_ids": [fields.Command.create(self._line(row)) for row in rows],
            }
        )
        passwords = {row.number: row.password for row in rows}
        return self._hand_out(passwords)

    def action_renew_passwords(self):
        """Hand out new initial passwords for the accounts of this list that nobody has
        used yet; the first ones end.

        :raise UserError: when there is no such account
        """
        self.ensure_one()
        opened = self.line_ids.filtered(lambda line: line.state == "opened")
        given = opened.user_id._danvan_renew_passwords()
        if not given:
            raise UserError(
                self.env._("Every account of this list has been used already.")
            )
        passwords = {}
        for line in opened:
            passwords[line.number] = given.pop(line.user_id.sudo(), "")
        return self._hand_out(passwords)

    def _rows(self):
        """Return the rows of the file.

        :raise UserError: when there is none, or it lacks a column
        """
        content = self.with_context(bin_size=False).file
        if not content:
            raise UserError(self.env._("Choose a file first."))
        content = base64.b64decode(content)
        try:
            if len(content) > LARGEST:
                raise tables.Unreadable("length")
            rows, missing = tables.read(content, COLUMNS)
        except tables.Unreadable as error:
            raise UserError(self._words_of(error.reason)) from error
        missing = [COLUMNS[name][0] for name in missing if name not in OPTIONAL]
        if missing:
            raise UserError(
                self.env._("The file lacks these columns: %s.", ", ".join(missing))
            )
        return [AccountRow(number=number, cells=cells) for number, cells in rows]

    def _words_of(self, reason):
        return {
            "encoding": self.env._(
                "This is no CSV file in UTF-8. Save it as “CSV UTF-8”."
            ),
            "workbook": self.env._(
                "This is no Excel file (.xlsx). Save it as “.xlsx”."
            ),
            "length": self.env._(
                "The file is too long. Divide it into files of 5,000 rows."
            ),
        }[reason]

    @staticmethod
    def _line(row):
        return {
            "number": row.number,
            "login": row["login"],
            "person": row["name"],
            "user_id": row.user.id if row.user else False,
            "unit_code": row["unit_code"],
            "unit_id": row.unit.id if row.unit else False,
            "role": row["role"],
            "state": row.state,
            "message": row.message,
        }

    def _hand_out(self, passwords):
        """Return the action that saves the result and shows it.

        :param passwords: `{line number: initial password}`
        """
        labels = dict(
            self.env["danvan.account.import.line"]
            ._fields["state"]
            ._description_selection(self.env)
        )
        asked = ("login", "name", "unit_code", "role")
        headings = ["Dòng", *(COLUMNS[name][0] for name in asked), *RESULT_HEADINGS]
        rows = [
            (
                *(line.number, line.login, line.person, line.unit_code, line.role),
                *(labels[line.state], line.message, passwords.get(line.number)),
            )
            for line in self.line_ids
        ]
        content = workbooks.write([("Kết quả", headings, rows)])
        return self._save("ket-qua-tai-khoan.xlsx", content)

    def _save(self, name, content):
        """Return the action by which the browser saves a file and shows this again.

        The content travels in the answer itself: an address would need it kept.
        """
        return {
            "type": "ir.actions.client",
            "tag": "danvan_save_file",
            "params": {
                "name": name,
                "content": base64.b64encode(content).decode(),
                "mimetype": workbooks.MIMETYPE,
                "next": self._reopened(),
            },
        }

    def _reopened(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Enter Accounts from a File"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }
