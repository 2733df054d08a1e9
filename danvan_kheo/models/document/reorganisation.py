"""What the papers of a new unit carry of it: proposed from the first predecessor."""

from odoo import api, fields, models

from ...tools import text


class DanvanReorganisationTarget(models.Model):
    """Symbol, place and heading of the unit that succeeds."""

    _inherit = "danvan.reorganisation.target"

    paper_symbol = fields.Char("Symbol in Paper Numbers")
    place_name = fields.Char("Place Name")
    heading_name = fields.Text(
        "Name in the Heading", help="Empty: the name of the unit."
    )
    heading_superior = fields.Text("Superior Organ in the Heading")
    organisation_name = fields.Char("Organisation it Leads")

    @api.model
    def _described_fields(self):
        return (
            *super()._described_fields(),
            "paper_symbol",
            "place_name",
            "heading_name",
            "heading_superior",
            "organisation_name",
        )

    @api.model
    def _proposed_vals(self, unit, parent):
        # The heading follows from the new name, not from the old one.
        empty = dict.fromkeys(("heading_name", "organisation_name"))
        return {**super()._proposed_vals(unit, parent), **empty}


class DanvanReorganisationLine(models.Model):
    """The bodies below print the new place."""

    _inherit = "danvan.reorganisation.line"

    def _successor_vals(self, mapping):
        vals = super()._successor_vals(mapping)
        first, unit = self[0], self[0].unit_id
        new = first.target_id.unit_id
        if unit.place_name == first.base_id.place_name:
            vals["place_name"] = new.place_name
        if unit.name != first.name and unit.heading_name:
            heading = text.renamed(unit.heading_name, first.base_id.name, new.name)
            # Without the old place in it, the new name itself is the safe heading.
            vals["heading_name"] = heading != unit.heading_name and heading
        return vals
