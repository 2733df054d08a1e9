"""One field of a certificate's layout: what is printed, where and how large."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools import type_fit

VALUES = [
    ("motto", "Motto"),
    ("submotto", "Second Line of the Motto"),
    ("giver", "Giver"),
    ("gives", "Word of Giving"),
    ("title", "Title"),
    ("name", "Name"),
    ("address", "Address"),
    ("citation", "Achievement"),
    ("decision", "Decision"),
    ("register", "Register Number"),
    ("place_date", "Place and Date"),
    ("post", "Post of the Signer"),
    ("signer", "Name of the Signer"),
    ("qr", "QR Code"),
    ("code", "Verification Code"),
    ("seal", "Space for Seal and Signature"),
    ("text", "Free Text"),
]
# Families in the order in which the engines look for them.
FONTS = {"serif": ("Times New Roman", "Tinos"), "sans": ("Arial", "Arimo")}
COLOURS = {"black": "#000000", "red": "#b8141b", "gold": "#a8790f", "blue": "#123a7a"}


class DanvanCertificateField(models.Model):
    """A box on the sheet, in millimetres from its upper left corner.

    A text that is too long is broken between words and made smaller down to the
    smallest size; what does not fit even so is refused, never cut.
    """

    _name = "danvan.certificate.field"
    _inherit = ["danvan.guarded"]
    _description = "Field of a Certificate"
    _order = "layout_id, sequence, id"
    _rec_name = "value"
    _placing_fields = ("layout_id",)

    layout_id = fields.Many2one(
        "danvan.certificate.layout",
        "Layout",
        required=True,
        index=True,
        ondelete="cascade",
    )
    sequence = fields.Integer(default=10)
    value = fields.Selection(VALUES, "Field", required=True, default="text")
    text = fields.Char("Free Text", help="Printed on every certificate as it stands.")
    x = fields.Float("From the Left (mm)", required=True, digits=(6, 1))
    y = fields.Float("From the Top (mm)", required=True, digits=(6, 1))
    width = fields.Float("Width (mm)", required=True, default=100, digits=(6, 1))
    height = fields.Float("Height (mm)", required=True, default=10, digits=(6, 1))
    font = fields.Selection(
        [
            ("serif", "With Serifs (Times New Roman)"),
            ("sans", "Without Serifs (Arial)"),
        ],
        required=True,
        default="serif",
    )
    size = fields.Float("Size (pt)", required=True, default=14, digits=(6, 1))
    smallest = fields.Float(
        "Smallest Size (pt)",
        required=True,
        default=9,
        digits=(6, 1),
        help="A text that is too long is printed smaller, but not below this size.",
    )
    bold = fields.Boolean()
    italic = fields.Boolean()
    is_upper = fields.Boolean("In Capitals")
    has_rule = fields.Boolean("Line below", help="As long as the text.")
    colour = fields.Selection(
        [("black", "Black"), ("red", "Red"), ("gold", "Gold"), ("blue", "Blue")],
        required=True,
        default="black",
    )
    align = fields.Selection(
        [("left", "Left"), ("center", "Centre"), ("right", "Right")],
        "Alignment",
        required=True,
        default="center",
    )
    valign = fields.Selection(
        [("top", "Top"), ("middle", "Middle"), ("bottom", "Bottom")],
        "In the Box",
        required=True,
        default="top",
    )

    _sizes_positive = models.Constraint(
        "CHECK (width > 0 AND height > 0 AND smallest >= 6 AND size <= 120 "
        "AND smallest <= size)",
        "Width and height are above 0; sizes are from 6 to 120 pt, and the smallest "
        "is not above the size.",
    )

    @api.constrains("value", "x", "y", "width", "height", "layout_id")
    def _check_seal_is_free(self):
        for layout in self.layout_id:
            seals = layout.field_ids.filtered(lambda field: field.value == "seal")
            for field in layout.field_ids - seals:
                if any(field._lies_over(seal) for seal in seals):
                    raise ValidationError(
                        self.env._(
                            "“%s” stands in the space kept for seal and signature. "
                            "Move it, or make the space smaller.",
                            field._label(),
                        )
                    )

    @api.constrains("value", "text")
    def _check_text(self):
        for field in self:
            if field.value == "text" and not (field.text or "").strip():
                raise ValidationError(
                    self.env._("A field of free text needs its text: type it in.")
                )

    @api.constrains("x", "y", "width", "height", "layout_id")
    def _check_on_sheet(self):
        for field in self:
            sheet_width, sheet_height = field.layout_id._page_size()
            inside = field.x >= 0 and field.x + field.width <= sheet_width
            if not inside or not 0 <= field.y <= sheet_height - field.height:
                raise ValidationError(
                    self.env._(
                        "“%(field)s” stands outside the sheet of %(width)g × "
                        "%(height)g mm. Correct its place or its size.",
                        field=field._label(),
                        width=sheet_width,
                        height=sheet_height,
                    )
                )

    def _lies_over(self, other):
        """Tell whether two boxes share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def _label(self):
        """Return the name of the field, as the screen names it."""
        return dict(self._fields["value"]._description_selection(self.env))[self.value]

    def _said(self, values):
        """Return what is printed here, out of the values of one certificate."""
        said = self.text if self.value == "text" else values.get(self.value)
        return (said or "").upper() if self.is_upper else said or ""

    def _fitted(self, text):
        """Return how `text` is printed here, a `Fitted`; None where it does not fit."""
        return type_fit.fit(
            text,
            self.width,
            self.height,
            family=FONTS[self.font][0],
            size=self.size,
            smallest=self.smallest,
            bold=self.bold,
            italic=self.italic,
        )

    def _top_of(self, fitted):
        """Return where the first line begins, in millimetres from the sheet's top."""
        share = {"top": 0, "middle": 0.5, "bottom": 1}[self.valign]
        return self.y + (self.height - fitted.height) * share

    def _colour_code(self):
        """Return the colour as a style sheet writes it."""
        return COLOURS[self.colour]

    def _type_style(self):
        """Return the style of the letters, without their size."""
        families = ", ".join(f"'{family}'" for family in FONTS[self.font])
        # Kerned letters of a code are torn apart where it is copied out of the file.
        kerning = "font-kerning: none; " if self.value == "code" else ""
        return kerning + (
            f"font-family: {families}; color: {self._colour_code()}; "
            f"font-weight: {'bold' if self.bold else 'normal'}; "
            f"font-style: {'italic' if self.italic else 'normal'}; "
            f"text-align: {self.align}; "
        )
