"""Kinds of directing documents: law, decree, circular, directive of the Party …"""

from odoo import fields, models


class DanvanDirectiveKind(models.Model):
    """A kind, with its place in the order in which papers cite what they rest on."""

    _name = "danvan.directive.kind"
    _inherit = ["danvan.guarded"]
    _description = "Kind of Directing Document"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(
        "Order among Bases", default=100, help="Lower numbers are cited first."
    )
    is_named = fields.Boolean(
        "Summary Is Its Name",
        help="As of laws: “Luật Thi đua, khen thưởng”. Such documents are cited with "
        "their name and without who issued them.",
    )

    _name_unique = models.Constraint("UNIQUE (name)", "This kind exists already.")
