"""The thread through the years: one model, however often it is registered."""

from odoo import fields, models

from .registration import KINDS


class DanvanModel(models.Model):
    """A model or exemplar through the years. It holds only what may be public, so
    no person, talk or private file hangs on it.

    It is made when a registration is accepted and found again by continuing one.
    """

    _name = "danvan.model"
    _inherit = ["danvan.searchable", "danvan.scoped"]
    _description = "Model through the Years"
    _order = "name, id"
    _narrowed_through = "registration_ids"
    _owned_fields = ("name", "kind", "sector_id", "territory_id", "unit_id")

    name = fields.Char(required=True)
    kind = fields.Selection(KINDS, required=True)
    sector_id = fields.Many2one("danvan.sector", index=True, ondelete="restrict")
    territory_id = fields.Many2one("danvan.territory", index=True, ondelete="restrict")
    unit_id = fields.Many2one(
        "danvan.unit", "Carried out by", index=True, ondelete="restrict"
    )
    registration_ids = fields.One2many(
        "danvan.registration", "model_id", "Registrations", readonly=True
    )
