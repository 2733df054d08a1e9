"""Vertical lines: Women, Farmers, Youth, armed forces, health, education."""

from odoo import fields, models


class DanvanUnitLine(models.Model):
    """A vertical line that runs through the levels (“ngành dọc”)."""

    _name = "danvan.unit.line"
    _inherit = ["danvan.period"]
    _description = "Vertical Line"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, help="Short key used in import files.")
    sequence = fields.Integer(default=10)

    _code_unique = models.Constraint("UNIQUE (code)", "This line code exists already.")
