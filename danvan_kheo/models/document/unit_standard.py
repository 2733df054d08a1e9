"""What the papers of standard units carry of them."""

from odoo import fields, models

from ...tools.placeholders import fill_text
from ..organisation.planned_unit import PLACEHOLDERS

# Pattern of the standard unit → field of the unit.
PAPER_PATTERNS = {
    "heading_pattern": "heading_name",
    "superior_pattern": "heading_superior",
    "organisation_pattern": "organisation_name",
}


class DanvanUnitStandard(models.Model):
    """Symbol, place and heading, so that papers come out right from the first."""

    _inherit = "danvan.unit.standard"

    paper_symbol = fields.Char("Symbol in Paper Numbers")
    heading_pattern = fields.Text(
        "Name in the Heading", help="Empty: the name of the unit."
    )
    superior_pattern = fields.Text("Superior Organ in the Heading")
    organisation_pattern = fields.Char("Organisation it Leads")

    def _patterns(self):
        papers = dict.fromkeys(PAPER_PATTERNS, PLACEHOLDERS)
        return {**super()._patterns(), **papers}

    def _unit_vals(self, planned, territories):
        filled = {
            name: fill_text(self[pattern], planned.words) if self[pattern] else False
            for pattern, name in PAPER_PATTERNS.items()
        }
        return {
            **super()._unit_vals(planned, territories),
            "paper_symbol": self.paper_symbol,
            "place_name": planned.words["place"],
            **filled,
        }
