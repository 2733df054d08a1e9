"""What a model was commended for each year."""

from odoo import api, models


class DanvanModel(models.Model):
    """Adds the awards to the years side by side."""

    _inherit = "danvan.model"

    @api.model
    def _year_rows(self, registrations):
        awards = self.env["danvan.award"].search(
            [("registration_id", "in", registrations.ids), ("state", "=", "awarded")]
        )
        given = awards.grouped("registration_id")
        return [
            *super()._year_rows(registrations),
            (
                self.env._("Awarded"),
                {r: [a.display_name for a in given.get(r, ())] for r in registrations},
            ),
        ]
