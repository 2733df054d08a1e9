"""The base salary (“lương cơ sở”), on which prize money is computed."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class DanvanBaseSalary(models.Model):
    """The base salary from a date to a date; one at any time."""

    _name = "danvan.base.salary"
    _inherit = ["danvan.period", "danvan.money"]
    _description = "Base Salary"
    _order = "date_from desc, id desc"

    amount = fields.Monetary(required=True)
    date_from = fields.Date(required=True)
    basis = fields.Char("Legal Basis", help="The decree that sets it.")

    _amount_positive = models.Constraint(
        "CHECK (amount > 0)", "The base salary is more than nothing."
    )

    @api.depends("amount")
    def _compute_display_name(self):
        for salary in self:
            salary.display_name = f"{salary.amount:,.0f}".replace(",", ".")

    @api.constrains("date_from", "date_to")
    def _check_one_at_a_time(self):
        for salary in self:
            other = salary._overlapping()
            if other:
                raise ValidationError(
                    self.env._(
                        "A base salary of %(amount)s is in force %(period)s already. "
                        "End it the day before the new one begins.",
                        amount=other.display_name,
                        period=other._period_text(),
                    )
                )

    @api.model
    def _for_date(self, date):
        """Return the base salary in force on `date`.

        :raise UserError: when there is none
        """
        # sudo: the base salary is law, no secret to who computes an amount.
        salary = self.sudo().search(self._in_force(date), limit=1)
        if not salary:
            raise UserError(
                self.env._(
                    "No base salary is in force on %s. Ask the administrator to enter "
                    "it under Rates and Base Salary.",
                    date.strftime("%d/%m/%Y"),
                )
            )
        return salary
