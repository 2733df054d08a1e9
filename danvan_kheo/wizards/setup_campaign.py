"""The last question of the first set-up: the first campaign."""

from datetime import date

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.campaign.campaign import DATES

# From October on a year is planned that has not begun.
FIRST_MONTH_OF_NEXT = 10
# Day and month of each date of a usual year.
USUAL = {
    "date_start": (1, 5),
    "registration_to": (3, 31),
    "evaluation_to": (9, 15),
    "ceremony_date": (10, 15),
    "date_end": (12, 31),
}


class DanvanSetup(models.TransientModel):
    """Proposes a usual year; the leading body completes and launches its draft."""

    _inherit = "danvan.setup"

    step = fields.Selection(
        selection_add=[("campaign", "First Campaign"), ("done",)],
        ondelete={"campaign": "cascade"},
    )
    makes_campaign = fields.Boolean("Make the First Campaign", default=True)
    year = fields.Integer(default=lambda self: self._usual_year())
    topic = fields.Char("Theme of the Year")
    date_start = fields.Date(
        "Begins", compute="_compute_dates", store=True, readonly=False
    )
    registration_to = fields.Date(
        "Registration until", compute="_compute_dates", store=True, readonly=False
    )
    evaluation_to = fields.Date(
        "Evaluation until", compute="_compute_dates", store=True, readonly=False
    )
    ceremony_date = fields.Date(
        "Tradition Day", compute="_compute_dates", store=True, readonly=False
    )
    date_end = fields.Date("Ends", compute="_compute_dates", store=True, readonly=False)

    @api.model
    def _usual_year(self):
        today = self.env["danvan.period"]._today()
        return today.year + (today.month >= FIRST_MONTH_OF_NEXT)

    @api.depends("year")
    def _compute_dates(self):
        """Propose the usual dates; where registration would be over already, a month
        from today, as far as the year allows."""
        today = self.env["danvan.period"]._today()
        for setup in self:
            if not 1 <= setup.year <= 9999:
                continue
            dates = {name: date(setup.year, *day) for name, day in USUAL.items()}
            if dates["registration_to"] < today <= dates["date_end"]:
                dates["registration_to"] = today + relativedelta(months=1)
            latest = dates["date_start"]
            for name in DATES:
                latest = max(latest, min(dates[name], dates["date_end"]))
                setup[name] = latest

    def _check_answers(self):
        res = super()._check_answers()
        if self.step == "campaign" and self.makes_campaign and not self.year:
            raise UserError(self.env._("Write the year of the campaign."))
        return res

    def _apply(self):
        said = super()._apply()
        return [*said, *self._make_campaign()] if self.makes_campaign else said

    def _make_campaign(self):
        """Make the draft for the leading body, unless it has that year's campaign."""
        self.invalidate_recordset(["leading_unit_id"])
        unit = self.leading_unit_id
        if not unit:
            return [self.env._("No campaign was made: no body leads the movement.")]
        # sudo: the set-up was checked to be an administrator's act; a campaign is the
        # leading body's, which has no officer yet. It gets a draft and nothing more.
        campaign = self.env["danvan.campaign"].sudo()
        there = campaign.search(
            [
                ("unit_id", "=", unit.id),
                ("year", "=", self.year),
                ("state", "!=", "cancelled"),
            ]
        )
        if there:
            return [self.env._("The campaign of %s was there already.", self.year)]
        campaign.create(self._campaign_vals(unit))
        return [
            self.env._(
                "Draft of the campaign of %(year)s made for %(unit)s. Its officer "
                "completes and submits it.",
                year=self.year,
                unit=unit.name,
            )
        ]

    def _campaign_vals(self, unit):
        return {
            "unit_id": unit.id,
            "year": self.year,
            "topic": self.topic,
            **{name: self[name] for name in DATES},
        }
