"""The result of one row of a list of accounts."""

from odoo import fields, models

STATES = [
    ("refused", "Not Done"),
    ("opened", "Opened"),
    ("assigned", "Assigned"),
    ("present", "There Already"),
]


class DanvanAccountImportLine(models.TransientModel):
    """What became of one row; the initial password is not kept here."""

    _name = "danvan.account.import.line"
    _description = "Row of a List of Accounts"
    _order = "number, id"

    import_id = fields.Many2one(
        "danvan.account.import",
        required=True,
        index=True,
        ondelete="cascade",
        export_string_translation=False,
    )
    number = fields.Integer("Line")
    login = fields.Char()
    person = fields.Char("Name")
    user_id = fields.Many2one("res.users", "Account", ondelete="cascade")
    unit_code = fields.Char("Code of the Unit")
    unit_id = fields.Many2one("danvan.unit", "Unit", ondelete="cascade")
    role = fields.Char("Role", help="As the file writes it.")
    state = fields.Selection(STATES, "Result")
    message = fields.Text("Reason")
