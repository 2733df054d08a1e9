"""Support that a model received while it runs: what, how much, from whom, when."""

from odoo import api, fields, models

SUPPORTS = [
    ("money", "Money"),
    ("loan", "Loan"),
    ("training", "Training"),
    ("material", "Material"),
    ("other", "Other"),
]


class DanvanRegistrationSupport(models.Model):
    """One support received. Entered while the model runs, as results are."""

    _name = "danvan.registration.support"
    _inherit = ["danvan.registration.line", "danvan.money"]
    _description = "Support Received"
    _order = "registration_id, date, id"

    kind = fields.Selection(SUPPORTS, "Kind of Support", required=True, default="money")
    giver = fields.Char("From Whom", required=True)
    date = fields.Date("Received on")
    amount = fields.Monetary("Amount (dong)", help="Of money and loans.")
    quantity = fields.Char("How Much", help="Of what is no money, e.g. 20 lamps.")
    note = fields.Char()

    _amount_positive = models.Constraint(
        "CHECK (amount >= 0)", "An amount of support is not negative."
    )


class DanvanRegistration(models.Model):
    """What support it received in all."""

    _inherit = ["danvan.registration", "danvan.money"]
    _name = "danvan.registration"

    support_ids = fields.One2many(
        "danvan.registration.support", "registration_id", "Support Received"
    )
    support_total = fields.Monetary(
        "Support in Money",
        compute="_compute_support_total",
        help="Money and loans together.",
    )

    @api.depends("support_ids.amount")
    def _compute_support_total(self):
        for registration in self:
            registration.support_total = sum(registration.support_ids.mapped("amount"))
