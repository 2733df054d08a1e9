"""The four sectors; they partition every total."""

from odoo import fields, models


class DanvanSector(models.Model):
    """A sector (“lĩnh vực”) of the movement. Source: the directive of 2014, opening."""

    _name = "danvan.sector"
    _inherit = ["danvan.period"]
    _description = "Sector"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, help="Short key used in tables and files.")
    sequence = fields.Integer(default=10)

    _code_unique = models.Constraint(
        "UNIQUE (code)", "This sector code exists already."
    )
