"""Validity: organisation and law are dated data."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ...tools import dates


class DanvanPeriod(models.AbstractModel):
    """A thing in force from a date to a date; there is no `active` beside it."""

    _name = "danvan.period"
    _inherit = ["danvan.guarded"]
    _description = "Period of Validity"

    date_from = fields.Date("Valid From", index=True)
    date_to = fields.Date("Valid To", index=True)
    is_in_force = fields.Boolean(
        "In Force", compute="_compute_is_in_force", search="_search_is_in_force"
    )

    @api.model
    def _today(self):
        """Return today's date in the deployment's zone."""
        return dates.today(self.env)

    @api.model
    def _in_force(self, date=None):
        """Return the domain of what is in force on `date` (default: today)."""
        date = date or self._today()
        begun = Domain("date_from", "=", False) | Domain("date_from", "<=", date)
        return begun & (Domain("date_to", "=", False) | Domain("date_to", ">=", date))

    @api.depends("date_from", "date_to")
    def _compute_is_in_force(self):
        in_force = self.filtered_domain(self._in_force())
        for record in self:
            record.is_in_force = record in in_force

    def _search_is_in_force(self, operator, value):
        return self._in_force() if operator == "in" else NotImplemented

    @api.constrains("date_from", "date_to")
    def _check_period(self):
        for record in self:
            if (
                record.date_from
                and record.date_to
                and record.date_to < record.date_from
            ):
                raise ValidationError(
                    self.env._(
                        "“%(name)s” ends on %(end)s, before it begins on %(start)s. "
                        "Correct one of the two dates.",
                        name=record.display_name,
                        end=record.date_to.strftime("%d/%m/%Y"),
                        start=record.date_from.strftime("%d/%m/%Y"),
                    )
                )
