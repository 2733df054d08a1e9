"""Layouts: how the papers of a family look, as dated data."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...tools import placeholders
from ..organisation.unit_kind import PAPER_FAMILIES

SEPARATORS = [
    ("none", "None"),
    ("star", "Star"),
    ("dashes", "Dashes"),
    ("rule", "Rule"),
]
# What the number pattern may hold.
NUMBER_PARTS = {"number", "type", "issuer"}
# Elements whose type size, in points, a layout sets.
SIZES = (
    "motto",
    "submotto",
    "superior",
    "issuer",
    "number",
    "place_date",
    "title",
    "subject",
    "letter_subject",
    "body",
    "signature",
    "recipients_title",
    "recipients",
)


class DanvanDocumentLayout(models.Model):
    """Heading lines, separators, number pattern, prefixes, sizes and margins.

    Party: Hướng dẫn 36-HD/VPTW; State: Nghị định 30/2020/NĐ-CP. A new rule ships or
    is entered as a new layout with its date, never as a change of an old one.
    """

    _name = "danvan.document.layout"
    _inherit = ["danvan.period"]
    _description = "Layout of Papers"
    _order = "family, date_from desc, id"

    name = fields.Char(required=True)
    family = fields.Selection(
        PAPER_FAMILIES,
        required=True,
        index=True,
    )
    source = fields.Char("Source of Law")
    motto = fields.Char(required=True, help="First line at the right of the heading.")
    submotto = fields.Char("Second Line", help="Second line at the right, if any.")
    motto_separator = fields.Selection(SEPARATORS, required=True, default="rule")
    issuer_separator = fields.Selection(SEPARATORS, required=True, default="rule")
    title_separator = fields.Selection(SEPARATORS, required=True, default="rule")
    left_width = fields.Integer("Width of the Left Column (%)", default=42)
    number_label = fields.Char(required=True, help="Printed before the number.")
    number_pattern = fields.Char(
        required=True, help="May hold {number}, {type} and {issuer}."
    )
    letter_number_pattern = fields.Char(
        "Number Pattern of Letters",
        required=True,
        help="For kinds of paper without a type symbol: {number} and {issuer}.",
    )
    number_digits = fields.Integer(
        default=2, help="Shorter numbers take leading zeros: 5 becomes 05."
    )
    number_series = fields.Selection(
        [("year", "Each Year"), ("term", "Each Term of Office")],
        "Numbers Begin Anew",
        required=True,
        default="year",
    )
    deputy_beside_collective = fields.Boolean(
        "Deputies Named below the Collective",
        default=True,
        help="A deputy who signs for a collective has a line of his or her own: TM. "
        "ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH. Papers of the Party have none.",
    )
    prefix_on_behalf = fields.Char("On Behalf of")
    prefix_deputy = fields.Char("Signing for a Superior")
    prefix_by_order = fields.Char("By Order of")
    prefix_authorised = fields.Char("Authorised by")
    recipients_title = fields.Char(required=True, default="Nơi nhận:")
    recipients_style = fields.Selection(
        [("underlined", "Underlined"), ("bold_italic", "Bold Italic")],
        required=True,
        default="bold_italic",
    )
    bases_italic = fields.Boolean("Legal Bases in Italic", default=True)
    letter_subject_style = fields.Selection(
        [("normal", "Upright"), ("italic", "Italic")],
        "Style of the Subject of Letters",
        required=True,
        default="normal",
    )
    margin_top = fields.Float("Top (mm)", default=20)
    margin_bottom = fields.Float("Bottom (mm)", default=20)
    margin_left = fields.Float("Left (mm)", default=30)
    margin_right = fields.Float("Right (mm)", default=15)
    first_line_indent = fields.Float("First Line (mm)", default=10)
    paragraph_spacing = fields.Float("Between Paragraphs (pt)", default=6)
    line_height = fields.Float("Line Height", default=1.2)
    size_motto = fields.Float("Motto (pt)", default=13)
    size_submotto = fields.Float("Second Line (pt)", default=14)
    size_superior = fields.Float("Superior Organ (pt)", default=13)
    size_issuer = fields.Float("Issuing Organ (pt)", default=13)
    size_number = fields.Float("Number (pt)", default=13)
    size_place_date = fields.Float("Place and Date (pt)", default=14)
    size_title = fields.Float("Title (pt)", default=14)
    size_subject = fields.Float("Subject (pt)", default=14)
    size_letter_subject = fields.Float("Subject of Letters (pt)", default=12)
    size_body = fields.Float("Body (pt)", default=14)
    size_signature = fields.Float("Signature (pt)", default=14)
    size_recipients_title = fields.Float("Recipients, Title (pt)", default=12)
    size_recipients = fields.Float("Recipients (pt)", default=11)

    _margins_positive = models.Constraint(
        "CHECK (LEAST(margin_top, margin_bottom, margin_left, margin_right) >= 5)",
        "A margin is at least 5 mm: printers cut what stands further out.",
    )

    @api.constrains("number_pattern", "letter_number_pattern")
    def _check_patterns(self):
        for layout in self:
            for pattern in (layout.number_pattern, layout.letter_number_pattern):
                unknown = placeholders.found(pattern) - NUMBER_PARTS
                if unknown or "{number}" not in pattern:
                    raise ValidationError(
                        self.env._(
                            "The number pattern “%s” needs {number}, and may hold "
                            "{type} and {issuer} and nothing else in braces.",
                            pattern,
                        )
                    )

    @api.model
    def _for_family(self, family, date=None):
        """Return the layout of `family` in force on `date`, the newest of several.

        :param family: key of `danvan.unit.kind.paper_family`
        :param date: date of the paper, today when empty
        :raise UserError: when no layout is in force then
        """
        domain = self._in_force(date) & fields.Domain("family", "=", family)
        layout = self.search(domain, limit=1)
        if not layout:
            raise UserError(
                self.env._(
                    "No layout of papers is in force on that date for this kind of "
                    "unit. Ask the administrator to add one under Layouts."
                )
            )
        return layout

    def _symbol(self, number, type_symbol, issuer):
        """Return number and symbol, `12-QĐ/TU`; a number to come stays blank.

        :param number: integer, or 0 for a paper without a number yet
        :param type_symbol: symbol of the kind of paper, may be empty
        :param issuer: symbol of the unit
        """
        pattern = self.number_pattern if type_symbol else self.letter_number_pattern
        blank = "\N{NO-BREAK SPACE}" * 6
        digits = str(number).zfill(self.number_digits) if number else blank
        parts = {"number": digits, "type": type_symbol, "issuer": issuer}
        for name, value in parts.items():
            pattern = pattern.replace(f"{{{name}}}", value or "")
        return pattern

    def _paper_style(self):
        """Return what the QWeb blocks read of a layout, as plain values."""
        self.ensure_one()
        style = {name: self[name] for name in self._style_fields()}
        style["sizes"] = {name: f"{self[f'size_{name}']:g}pt" for name in SIZES}
        margins = (
            self.margin_top,
            self.margin_right,
            self.margin_bottom,
            self.margin_left,
        )
        style["margins"] = " ".join(f"{margin:g}mm" for margin in margins)
        return style

    @api.model
    def _style_fields(self):
        return (
            "motto",
            "submotto",
            "motto_separator",
            "issuer_separator",
            "title_separator",
            "left_width",
            "number_label",
            "recipients_title",
            "recipients_style",
            "bases_italic",
            "letter_subject_style",
            "first_line_indent",
            "paragraph_spacing",
            "line_height",
        )
