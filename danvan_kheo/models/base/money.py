"""Amounts of money, in đồng."""

from odoo import fields, models


class DanvanMoney(models.AbstractModel):
    """A record with amounts: all are in đồng, whatever the company's currency."""

    _name = "danvan.money"
    _description = "Amounts in Dong"

    currency_id = fields.Many2one("res.currency", compute="_compute_currency_id")

    def _compute_currency_id(self):
        self.currency_id = self.env.ref("base.VND")
