"""What belongs to an intake: columns, problems, and the rows as they were read."""

import datetime

from odoo import api, fields, models

from ...tools.intake.entries import Entry
from ...tools.intake.opening import Odd
from .heading import TARGETS


class DanvanIntakeLine(models.AbstractModel):
    """A line goes with its intake, and with its unit."""

    _name = "danvan.intake.line"
    _inherit = ["danvan.guarded", "danvan.scoped"]
    _description = "Line of an Intake"
    _placing_fields = ("intake_id",)
    _narrowed_through = "intake_id"

    intake_id = fields.Many2one(
        "danvan.intake", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        related="intake_id.unit_id", store=True, index=True, string="Unit"
    )


class DanvanIntakeColumn(models.Model):
    """A column of the table; the person says what it holds where that is not known."""

    _name = "danvan.intake.column"
    _inherit = ["danvan.intake.line"]
    _description = "Column of a Table"
    _order = "intake_id, place, id"
    _owned_fields = ("place", "letter", "heading", "sample")

    place = fields.Integer(readonly=True, export_string_translation=False)
    letter = fields.Char("Column", readonly=True)
    heading = fields.Char("Column Heading", readonly=True)
    sample = fields.Char("For Example", readonly=True)
    target = fields.Selection(TARGETS, "Holds", required=True, default="ignored")

    def write(self, vals):
        """Write what a column holds.

        :raise UserError: for what the list does not offer
        """
        if "target" in vals:
            self.env["danvan.intake.heading"]._check_target(vals["target"])
        return super().write(vals)


class DanvanIntakeProblem(models.Model):
    """What is wrong in one cell, and what the person writes instead."""

    _name = "danvan.intake.problem"
    _inherit = ["danvan.intake.line"]
    _description = "Problem of a Cell"
    _order = "intake_id, row, place, id"
    _owned_fields = ("row", "place", "cell", "heading", "found", "wanted", "is_bad")

    row = fields.Integer(readonly=True)
    place = fields.Integer(readonly=True, export_string_translation=False)
    cell = fields.Char(readonly=True)
    heading = fields.Char("Column", readonly=True)
    found = fields.Char("Found", readonly=True)
    wanted = fields.Char("What Is Wanted", readonly=True)
    is_bad = fields.Boolean("Still Wrong", readonly=True)
    correction = fields.Char("Write Instead")


class DanvanIntakePart(models.Model):
    """The rows of a table as they were read (the first part), or the entries of one
    slice and what is to be made of them. No client reaches it: what it holds is created
    as it stands."""

    _name = "danvan.intake.part"
    _inherit = ["danvan.guarded"]
    _description = "Rows of an Intake"
    _order = "intake_id, number"
    _owned_fields = ("intake_id", "number", "rows", "entries", "prepared")

    intake_id = fields.Many2one(
        "danvan.intake",
        required=True,
        index=True,
        ondelete="cascade",
        export_string_translation=False,
    )
    number = fields.Integer(export_string_translation=False)
    rows = fields.Json(prefetch=False, export_string_translation=False)
    # `[[row, group, cells]]`, see `tools/intake/entries.py`.
    entries = fields.Json(prefetch=False, export_string_translation=False)
    # `[[row, key, values]]`, values empty for what is to be corrected.
    prepared = fields.Json(prefetch=False, export_string_translation=False)

    @api.model
    def _of(self, intake):
        """Return the parts of an intake in their order; its right was checked."""
        # sudo: no account has a right on parts; they are the intake's own.
        return self.sudo().search([("intake_id", "=", intake.id)])

    @api.model
    def _keep_rows(self, intake, rows):
        """Keep the rows of a table until its columns are confirmed."""
        kept = [[number, [_kept(value) for value in row]] for number, row in rows]
        self._create_owned([{"intake_id": intake.id, "number": 0, "rows": kept}])

    @api.model
    def _rows_of(self, intake):
        """Return `[(row from 1, values)]` of the table."""
        kept = self._of(intake)[:1].rows or ()
        return [(number, [_restored(value) for value in row]) for number, row in kept]

    @api.model
    def _keep_entries(self, intake, entries, size):
        """Keep entries in slices of `size`, in the place of earlier ones."""
        self._of(intake)[1:].unlink()
        slices = [entries[at : at + size] for at in range(0, len(entries), size)]
        self._create_owned(
            [
                {
                    "intake_id": intake.id,
                    "number": number,
                    "entries": [_entry_kept(entry) for entry in part],
                }
                for number, part in enumerate(slices, 1)
            ]
        )

    def _read_entries(self):
        """Return the entries of one part."""
        return [
            Entry(row, group, [(*cell[:4], _restored(cell[4])) for cell in cells])
            for row, group, cells in self.entries
        ]


def _entry_kept(entry):
    cells = [[*cell[:4], _kept(cell[4])] for cell in entry.cells]
    return [entry.row, entry.group, cells]


def _kept(value):
    """Return a value of a cell as JSON keeps it."""
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, Odd):
        return {"odd": value.text, "is_formula": value.is_formula}
    return value


def _restored(value):
    if not isinstance(value, dict):
        return value
    if "date" in value:
        return datetime.date.fromisoformat(value["date"])
    return Odd(value["odd"], value["is_formula"])
