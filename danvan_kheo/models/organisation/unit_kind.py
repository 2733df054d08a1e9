"""Kinds of bodies: Party committee, People's Committee, Front, school, hamlet."""

from odoo import fields, models

PAPER_FAMILIES = [
    ("party", "Party"),
    ("state", "State Bodies"),
    ("front", "Front and Unions"),
]


class DanvanUnitKind(models.Model):
    """A kind of body; tells which family of papers its units issue."""

    _name = "danvan.unit.kind"
    _inherit = ["danvan.period"]
    _description = "Kind of Unit"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, help="Short key used in import files.")
    sequence = fields.Integer(default=10)
    is_committee = fields.Boolean(
        "Party Committee",
        help="Units of this kind lead the other units of their level and below.",
    )
    paper_family = fields.Selection(
        PAPER_FAMILIES,
        required=True,
        default="state",
        help="Which family of layouts the papers of these units follow.",
    )

    _code_unique = models.Constraint("UNIQUE (code)", "This kind code exists already.")
