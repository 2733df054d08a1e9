"""A workbook that was sent in, and what became of it."""

import base64
import binascii
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import dates
from ...tools.intake import opening, table

# Letters of a file in base64 for each three bytes.
LARGEST_SENT = opening.LARGEST * 4 // 3 + 4
OPEN_STATES = ("uploaded", "checked")
LEFT_STATES = ("failed", "cancelled")


class DanvanIntake(models.Model):
    """Read when it is sent, checked and corrected as often as wanted, entered once.

    The file, its columns and its problems stay with the record; what was entered are
    ordinary drafts of the unit.
    """

    _name = "danvan.intake"
    _inherit = ["danvan.sliced", "danvan.scoped"]
    _description = "Excel Intake"
    _order = "id desc"
    _job_tag = "danvan_intake_job"
    _placing_fields = ("unit_id", "campaign_id", "file", "file_name")
    _owned_fields = (
        "name",
        "user_id",
        "file_hash",
        "state",
        "phase",
        "takes_good_only",
        "sheet_name",
        "heading_row",
        "is_known_table",
        "row_count",
        "done_count",
        "total_count",
        "entry_count",
        "good_count",
        "bad_count",
        "known_count",
        "imported_count",
        "failure",
        "done_date",
    )

    name = fields.Char("File", readonly=True)
    unit_id = fields.Many2one(
        "danvan.unit",
        "Entered For",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    campaign_id = fields.Many2one(
        "danvan.campaign",
        "Campaign",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._open_for_own(),
    )
    file = fields.Binary("Workbook (.xlsx)", attachment=True, copy=False)
    file_name = fields.Char(copy=False, export_string_translation=False)
    file_hash = fields.Char("Fingerprint (SHA-256)", readonly=True, copy=False)
    user_id = fields.Many2one(
        "res.users", "Sent in by", readonly=True, copy=False, ondelete="restrict"
    )
    state = fields.Selection(
        [
            ("uploaded", "Uploaded"),
            ("checked", "Checked Through"),
            ("importing", "Being Entered"),
            ("done", "Entered"),
            ("failed", "Could Not Be Entered"),
            ("cancelled", "Given Up"),
        ],
        required=True,
        readonly=True,
        default="uploaded",
        index=True,
        copy=False,
    )
    phase = fields.Selection(
        [("check", "Checking"), ("import", "Entering")], readonly=True, copy=False
    )
    is_open = fields.Boolean(compute="_compute_is_open", store=True)
    takes_good_only = fields.Boolean("Good Rows Only", readonly=True, copy=False)
    sheet_name = fields.Char("Sheet", readonly=True, copy=False)
    heading_row = fields.Integer("Row of Headings", readonly=True, copy=False)
    is_known_table = fields.Boolean("Columns Confirmed", readonly=True, copy=False)
    row_count = fields.Integer("Rows under the Headings", readonly=True, copy=False)
    total_count = fields.Integer(
        readonly=True, copy=False, export_string_translation=False
    )
    done_count = fields.Integer(
        readonly=True, copy=False, export_string_translation=False
    )
    entry_count = fields.Integer("Registrations Found", readonly=True, copy=False)
    good_count = fields.Integer("Good", readonly=True, copy=False)
    bad_count = fields.Integer("To Be Corrected", readonly=True, copy=False)
    known_count = fields.Integer("There Already", readonly=True, copy=False)
    imported_count = fields.Integer("Registrations Entered", readonly=True, copy=False)
    failure = fields.Text("Why Not Entered", readonly=True, copy=False)
    done_date = fields.Datetime("Entered on", readonly=True, copy=False)
    column_ids = fields.One2many("danvan.intake.column", "intake_id", "Columns")
    problem_ids = fields.One2many(
        "danvan.intake.problem", "intake_id", "What Is to Be Corrected"
    )

    _same_file_unique = models.UniqueIndex(
        "(unit_id, campaign_id, file_hash) WHERE state NOT IN ('failed', 'cancelled')",
        "This file was sent in already.",
    )

    @api.depends("state")
    def _compute_is_open(self):
        for intake in self:
            intake.is_open = intake.state in OPEN_STATES

    @api.model_create_multi
    def create(self, vals_list):
        """Take in files; each is read at once, nothing is kept of one that cannot be.

        :raise UserError: for what is no workbook with a table, or was sent in before
        """
        if self._is_keyed():
            return super().create(vals_list)
        contents = [self._content(vals.get("file")) for vals in vals_list]
        vals_list = [{**vals, "file_name": _name_of(vals)} for vals in vals_list]
        intakes = super().create(vals_list)
        for intake, content in zip(intakes, contents, strict=True):
            intake._take_in(content)
        return intakes

    @api.model
    def _content(self, sent):
        """Return the bytes of a file as a client sends it.

        :raise UserError: unless it is a workbook
        """
        if not sent or not isinstance(sent, str | bytes):
            raise UserError(self.env._("Choose a file first."))
        if len(sent) > LARGEST_SENT:
            raise UserError(self._words_of("large"))
        try:
            content = base64.b64decode(sent, validate=True)
            opening.check(content)
        except (binascii.Error, ValueError) as error:
            reason = error.reason if isinstance(error, opening.Refused) else "none"
            raise UserError(self._words_of(reason)) from error
        return content

    def _take_in(self, content):
        """Note what the file is and read its table."""
        self.check_access("write")
        digest = hashlib.sha256(content).hexdigest()
        self._check_not_known(digest)
        self._write_owned(
            {"name": self.file_name, "user_id": self.env.uid, "file_hash": digest}
        )
        self._read_table(content)

    def _check_not_known(self, digest):
        """Refuse a file that was sent in before, and say what became of it."""
        # sudo: the right to enter for the unit was checked just before.
        earlier = self.sudo().search(
            [
                ("unit_id", "=", self.unit_id.id),
                ("campaign_id", "=", self.campaign_id.id),
                ("file_hash", "=", digest),
                ("state", "not in", LEFT_STATES),
                ("id", "not in", self.ids),
            ],
            limit=1,
        )
        if earlier:
            raise UserError(earlier._earlier_sentence())

    def _earlier_sentence(self):
        day = dates.local(self.env, self.create_date).strftime("%d/%m/%Y")
        if self.state != "done":
            return self.env._(
                "This file was sent in on %(day)s by %(person)s and is still being "
                "worked on: open it in the list, or give it up there first.",
                day=day,
                person=self.user_id.name,
            )
        return self.env._(
            "This file was sent in on %(day)s by %(person)s: %(count)s registrations "
            "were entered then. Nothing is changed now.",
            day=day,
            person=self.user_id.name,
            count=self.imported_count,
        )

    def _read_table(self, content):
        """Find the table and its columns, and keep its rows for the check.

        :raise UserError: where there is none
        """
        # sudo: the catalogue of headings is the same for everyone.
        terms = self.env["danvan.intake.heading"].sudo()._terms()
        try:
            found = table.Finder(terms).find(opening.read(content))
            if len(found.rows) > opening.MOST_ROWS:
                raise opening.Refused("rows")
        except opening.Refused as error:
            raise UserError(self._words_of(error.reason)) from error
        known = self._make_columns(found)
        self._write_owned(
            {
                "sheet_name": found.sheet,
                "heading_row": found.heading_row,
                "row_count": len(found.rows),
                "is_known_table": known,
            }
        )
        self.env["danvan.intake.part"]._keep_rows(self, found.rows)

    def _make_columns(self, found):
        """Make the lines of columns; tell whether the unit confirmed them before."""
        headings = [column.heading for column in found.columns]
        layout = self.env["danvan.intake.layout"]._find(self.unit_id, headings)
        holds = layout.holds or [column.target for column in found.columns]
        self.env["danvan.intake.column"]._create_owned(
            [
                {
                    "intake_id": self.id,
                    "place": column.place,
                    "letter": table.letter(column.place),
                    "heading": column.heading,
                    "sample": column.sample,
                    "target": target,
                }
                for column, target in zip(found.columns, holds, strict=True)
            ]
        )
        return bool(layout)

    @api.model
    def _words_of(self, reason):
        """Return the sentence for a reason of `opening.Refused`."""
        most = f"{opening.MOST_ROWS:,}".replace(",", ".")
        return {
            "empty": self.env._("The file is empty."),
            "large": self.env._(
                "The file is larger than %s MB. Take out pictures and other sheets, or "
                "divide it.",
                opening.LARGEST // 1_000_000,
            ),
            "old": self.env._(
                "This is a file of the old Excel (.xls), or none of Excel. Open it in "
                "Excel and save it as “.xlsx”."
            ),
            "locked": self.env._(
                "The file is under a password. Open it in Excel, take the password "
                "away and save it again."
            ),
            "none": self.env._("This is no Excel file (.xlsx). Save it as “.xlsx”."),
            "bomb": self.env._(
                "The file unpacks to far more than a table needs, so it was not "
                "opened. Copy the table into a new workbook."
            ),
            "broken": self.env._(
                "The file is damaged. Open it in Excel and save it again as “.xlsx”."
            ),
            "rows": self.env._("At most %s rows go in at once. Divide the file.", most),
            "table": self.env._(
                "No table was found: no row has headings such as “Tên mô hình” and "
                "“Lĩnh vực”. Use the unit's own workbook, or add the headings."
            ),
        }[reason]

    def _check_own(self):
        self._exactly_one()
        self.check_access("read")
        if not self.user_can_edit:
            raise UserError(
                self.env._("Only an officer who enters for this unit does that.")
            )

    def _check_open(self):
        """Refuse unless this person works on an open intake that nothing runs on."""
        self._check_own()
        if not self.is_open or self.phase:
            raise UserError(
                self.env._("This file is no longer open: send in a new one instead.")
            )

    def action_give_up(self):
        """Give the file up: nothing of it was entered, and its content goes.

        :return: True
        :raise UserError: once it was entered, or for who does not enter for the unit
        """
        self._check_own()
        if self.state not in (*OPEN_STATES, "importing"):
            raise UserError(
                self.env._("This file is no longer open: send in a new one instead.")
            )
        self._forget()
        # sudo: the right to enter for the unit was checked just before.
        self.sudo().column_ids.unlink()
        self._write_owned({"state": "cancelled", "phase": False, "file": False})
        return True

    def _forget(self):
        """Delete rows and problems."""
        # sudo: they are the record's own, as was checked by the caller.
        self.sudo().problem_ids.unlink()
        self.env["danvan.intake.part"]._of(self).unlink()


def _name_of(vals):
    name = vals.get("file_name")
    return name if isinstance(name, str) and name else "bang-dang-ky.xlsx"
