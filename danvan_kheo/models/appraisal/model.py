"""What a model came to each year: its grade and its recognitions."""

from odoo import api, models


class DanvanModel(models.Model):
    """Adds grade and recognition to the years side by side."""

    _inherit = "danvan.model"

    @api.model
    def _year_rows(self, registrations):
        rows = super()._year_rows(registrations)
        # sudo: a grade's name, on registrations that the caller may read.
        grades = {r: r.sudo().grade_id.mapped("name") for r in registrations}
        # By the rules of recognitions: what is not public yet is told to nobody.
        found = self.env["danvan.recognition"].search(
            [("registration_id", "in", registrations.ids), ("state", "=", "recognised")]
        )
        recognised = found.grouped("registration_id")
        return [
            *rows,
            (self.env._("Grade"), grades),
            (
                self.env._("Recognised"),
                {
                    r: [one._told_of_year() for one in recognised.get(r, ())]
                    for r in registrations
                },
            ),
        ]


class DanvanRecognition(models.Model):
    """One recognition in one line."""

    _inherit = "danvan.recognition"

    def _told_of_year(self):
        """Return the level, the number and the date of the decision."""
        # sudo: a level's name.
        date = self.decision_date and self.decision_date.strftime("%d/%m/%Y")
        parts = (self.sudo().level_id.name, self.decision_number, date)
        return " · ".join(part for part in parts if part)
