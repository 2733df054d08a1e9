"""Themes cut across the sectors and are reported as “trong đó”."""

from odoo import fields, models


class DanvanTheme(models.Model):
    """A cross-cutting theme, such as “xây dựng nông thôn mới”."""

    _name = "danvan.theme"
    _inherit = ["danvan.period"]
    _description = "Theme"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, help="Short key used in tables and files.")
    sequence = fields.Integer(default=10)
    in_tables = fields.Boolean(
        "Shown in Tables", help="Has a column “trong đó” of its own in the tables."
    )

    _code_unique = models.Constraint("UNIQUE (code)", "This theme code exists already.")
