"""What the papers of a unit carry of the unit."""

from odoo import fields, models

from ...tools import long_dates


class DanvanUnit(models.Model):
    """Symbol, place, names in the heading, and the blocks that any paper begins and
    ends with."""

    _inherit = "danvan.unit"

    paper_symbol = fields.Char(
        "Symbol in Paper Numbers", help="For example TU, BTGDVTU, UBND."
    )
    place_name = fields.Char("Place Name", help="Printed before the date of papers.")
    heading_name = fields.Text(
        "Name in the Heading",
        help="As the heading of papers breaks it into lines; by default the name.",
    )
    heading_superior = fields.Text(
        "Superior Organ in the Heading",
        help="Printed above the name; by default the superior unit of the same family.",
    )
    organisation_name = fields.Char(
        "Organisation it Leads",
        help="Printed above the names of the committees below, for example the Party "
        "organisation of the province.",
    )
    layout_id = fields.Many2one(
        "danvan.document.layout",
        "Layout of Papers",
        ondelete="restrict",
        help="Empty: the layout in force for the kind of unit.",
    )

    def _paper_layout(self, date=None):
        """Return the layout of this unit's papers on `date` (default: today)."""
        self.ensure_one()
        # sudo: how a unit's papers look is no secret to who may print one.
        unit = self.sudo()
        own = unit.layout_id.filtered_domain(self.env["danvan.period"]._in_force(date))
        if own:
            return own
        family = unit.kind_id.paper_family
        return self.env["danvan.document.layout"]._for_family(family, date)

    def _superior_heading(self):
        """Return the line above the name in the heading, empty where there is none."""
        self.ensure_one()
        if self.heading_superior:
            return self.heading_superior
        superior = self.advises_id or self.parent_id
        if superior.kind_id.paper_family != self.kind_id.paper_family:
            return ""
        both = self.kind_id.is_committee and superior.kind_id.is_committee
        return (both and superior.organisation_name) or superior.name

    def _paper_heading(self, date=None, symbol=None, subject=None, layout=None):
        """Return the values of the block `danvan_kheo.paper_heading`.

        :param date: date of the paper; without it a line to be filled by hand
        :param symbol: number and symbol, see `danvan.document.layout._symbol`;
            without it no line for a number
        :param subject: what a letter is about, under the number
        :param layout: by default the one of the unit on that date
        """
        self.ensure_one()
        unit = self.sudo()
        layout = layout or unit._paper_layout(date)
        year = self.env["danvan.period"]._today().year
        written = long_dates.long_date(date) if date else long_dates.blank_date(year)
        place = f"{unit.place_name}, " if unit.place_name else ""
        return {
            "style": layout._paper_style(),
            "issuers": [unit._paper_issuer(symbol, layout)],
            "place_date": f"{place}{written}",
            "letter_subject": subject or "",
        }

    def _paper_issuer(self, symbol, layout):
        """Return what the heading prints of this unit as one of the issuers.

        :param symbol: number and symbol, empty for no line
        :param layout: the layout of the heading
        """
        self.ensure_one()
        unit = self.sudo()
        return {
            "superior": _upper_lines(unit._superior_heading()),
            "issuer": _upper_lines(unit.heading_name or unit.name),
            "number": f"{layout.number_label} {symbol}" if symbol else "",
        }

    def _paper_signature(self, blocks=(), recipients=None, layout=None, left=None):
        """Return the values of the block `danvan_kheo.paper_signature`.

        :param blocks: `[(lines above the signature, name of the signer)]`
        :param recipients: text, one recipient a line
        :param layout: by default the one of the unit today
        :param left: what stands over a second signature, in place of the recipients
        """
        self.ensure_one()
        layout = layout or self._paper_layout()
        return {
            "style": layout._paper_style(),
            "blocks": [
                {
                    "capacities": [line.upper() for line in lines if line],
                    "name": name or "",
                }
                for lines, name in blocks
            ],
            "recipients": _lines(recipients),
            "left": left or "",
        }


def _lines(text):
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _upper_lines(text):
    return [line.upper() for line in _lines(text)]
