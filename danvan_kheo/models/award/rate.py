"""Rates of prize money: coefficient, rounding and basis, from a date to a date."""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ..registration.registration import SUBJECTS

ROUNDINGS = [("none", "Not Rounded"), ("nearest", "Nearest"), ("up", "Up")]
# How each mode rounds; without one, to the whole đồng.
ROUNDING = {
    "none": ROUND_HALF_UP,
    "nearest": ROUND_HALF_UP,
    "up": ROUND_CEILING,
}


class DanvanAwardRate(models.Model):
    """The coefficient of one form for one sort of honouree, times the base salary."""

    _name = "danvan.award.rate"
    _inherit = ["danvan.period"]
    _description = "Award Rate"
    _order = "form_id, subject_type, date_from desc, id"

    form_id = fields.Many2one(
        "danvan.award.form", "Form", required=True, index=True, ondelete="cascade"
    )
    subject_type = fields.Selection(
        SUBJECTS,
        "Given to",
        required=True,
    )
    coefficient = fields.Float(digits=(6, 3), required=True)
    date_from = fields.Date(required=True)
    rounding = fields.Selection(ROUNDINGS, required=True, default="none")
    rounding_unit = fields.Integer("Rounded to (đồng)", default=10000, required=True)
    legal_basis = fields.Char()
    note = fields.Char()

    _coefficient_positive = models.Constraint(
        "CHECK (coefficient > 0)", "The coefficient is more than nothing."
    )
    _rounding_unit_positive = models.Constraint(
        "CHECK (rounding_unit > 0)", "What is rounded to is more than nothing."
    )

    @api.depends("form_id", "subject_type", "coefficient")
    def _compute_display_name(self):
        subjects = dict(self._fields["subject_type"]._description_selection(self.env))
        for rate in self:
            subject = subjects.get(rate.subject_type, "")
            rate.display_name = f"{rate.form_id.name}, {subject}: {rate.coefficient:g}"

    @api.constrains("form_id", "subject_type", "date_from", "date_to")
    def _check_one_at_a_time(self):
        for rate in self:
            other = rate._overlapping("form_id", "subject_type")
            if other:
                raise ValidationError(
                    self.env._(
                        "“%(rate)s” is in force %(period)s already. End it the day "
                        "before the new rate begins.",
                        rate=other.display_name,
                        period=other._period_text(),
                    )
                )

    @api.model
    def _for_date(self, form, subject_type, date):
        """Return the rate of `form` for `subject_type` in force on `date`.

        :raise UserError: when there is none
        """
        domain = self._in_force(date) & Domain("form_id", "=", form.id)
        # sudo: rates are law, no secret to who computes an amount.
        rate = self.sudo().search(domain & Domain("subject_type", "=", subject_type))
        if not rate:
            subjects = self._fields["subject_type"]._description_selection(self.env)
            raise UserError(
                self.env._(
                    "No rate of “%(form)s” for “%(subject)s” is in force on %(date)s. "
                    "Ask the administrator to enter it under Rates and Base Salary.",
                    form=form.name,
                    subject=dict(subjects).get(subject_type),
                    date=date.strftime("%d/%m/%Y"),
                )
            )
        return rate

    def _applied(self, base):
        """Return the amount for a base salary, rounded as this rate says."""
        self.ensure_one()
        # Decimals: 0.15 × 1,490,000 must not come out a hair under 223,500.
        exact = Decimal(str(self.coefficient)) * Decimal(str(base))
        unit = 1 if self.rounding == "none" else self.rounding_unit
        steps = (exact / unit).quantize(Decimal(1), ROUNDING[self.rounding])
        return int(steps * unit)
