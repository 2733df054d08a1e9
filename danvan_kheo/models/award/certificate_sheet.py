"""A layout on its sheet as plain values: for paper, for the test sheet, for the screen.

Every line of every text has its own place, so both engines and the browser show the
same; nothing is left to an engine's own breaking of lines.
"""

from odoo import models
from odoo.exceptions import UserError

from ...tools import type_fit
from ...tools.text import nfc

# Thickness of a line below a text, in millimetres.
RULE = 0.3
# Of each design: colour, and colour of the thin line inside.
BORDERS = {
    "red_gold": ("#b8141b", "#c9992e"),
    "gold": ("#c9992e", "#c9992e"),
    "blue": ("#123a7a", "#c9992e"),
}
# How far from the edge, and how thick the frames are, in millimetres.
OUTER, OUTER_LINE, INNER, INNER_LINE = 8, 2.2, 11.4, 0.5


class Paper:
    """Millimetres of the printed sheet, moved by the printer's offset."""

    def __init__(self, dx=0, dy=0):
        self.dx, self.dy = dx, dy

    def unfit(self, layout, field, said):
        """Refuse a text that does not fit: nothing is cut on paper.

        :raise UserError: always
        """
        raise UserError(layout._too_long(field, said))

    def kept_free(self, field):
        """Print nothing where seal and signature come."""
        return []

    def length(self, mm):
        """Return a length as the style sheet writes it."""
        return f"{round(mm, 3):g}mm"

    def place(self, x, y, width, height):
        """Return the style that puts a box at its place."""
        return (
            f"left: {self.length(x + self.dx)}; top: {self.length(y + self.dy)}; "
            f"width: {self.length(width)}; height: {self.length(height)}; "
        )

    def letters(self, size):
        """Return the style of letters of `size` points, one line high."""
        height = size * type_fit.LINE_HEIGHT * type_fit.MM_PER_POINT
        return f"font-size: {size:g}pt; line-height: {self.length(height)}; "


class Screen(Paper):
    """Millimetres of the preview, as wide as its place on the screen lets it be."""

    def unfit(self, layout, field, said):
        """Show the box in place of a text that does not fit, while one types."""
        return [{"text": "…", "style": self._dashed(field, "#b8141b")}]

    def kept_free(self, field):
        """Show the space where seal and signature come."""
        style = self._dashed(field, "#6c757d") + self.letters(9) + "color: #6c757d; "
        return [{"text": field._label(), "style": style}]

    def _dashed(self, field, colour):
        box = self.place(field.x, field.y, field.width, field.height)
        return f"{box}outline: 1px dashed {colour}; "

    def length(self, mm):
        """Return a length to scale: `--mm` is a millimetre of the sheet."""
        return f"calc(var(--mm) * {round(mm, 3):g})"

    def letters(self, size):
        """Return the style of letters to scale."""
        points = self.length(size * type_fit.MM_PER_POINT)
        height = size * type_fit.LINE_HEIGHT * type_fit.MM_PER_POINT
        return f"font-size: {points}; line-height: {self.length(height)}; "


class DanvanCertificateLayout(models.Model):
    """What a layout makes of the values of one certificate."""

    _inherit = "danvan.certificate.layout"

    def _sheet(self, values, medium, marks=()):
        """Return what the block `danvan_kheo.certificate_sheet` shows.

        :param values: `{value of a field: text}`, see `_certificate_values`
        :param medium: `Paper` or `Screen`
        :param marks: words that say that it is no certificate yet
        :raise UserError: naming the text that does not fit into its box
        """
        width, height = self._page_size()
        pieces = []
        for field in self.field_ids:
            said = nfc(field._said(values))
            if field.value == "seal":
                pieces += medium.kept_free(field)
            elif said:
                pieces += self._pieces(field, said, medium)
        return {
            "page": f"{width}mm {height}mm",
            "size": f"width: {medium.length(width)}; height: {medium.length(height)}; ",
            "is_landscape": self.is_landscape,
            "frames": self._frames(medium),
            "pieces": pieces,
            "mark": " – ".join(marks),
            "mark_place": medium.place(14, 14, 60, 7) + medium.letters(13),
        }

    def _pieces(self, field, said, medium):
        """Return the lines of one field, or its picture."""
        if field.value == "qr":
            side = min(field.width, field.height)
            return [
                {"picture": said, "style": medium.place(field.x, field.y, side, side)}
            ]
        fitted = field._fitted(said)
        if fitted is None:
            return medium.unfit(self, field, said)
        top, step = field._top_of(fitted), fitted.line_height
        letters = field._type_style() + medium.letters(fitted.size)
        pieces = [
            {
                "text": line,
                "style": medium.place(field.x, top + n * step, field.width, step)
                + letters,
            }
            for n, line in enumerate(fitted.lines)
        ]
        return [*pieces, *self._rule(field, fitted, medium)]

    def _rule(self, field, fitted, medium):
        """Return the line below a text, as long as the text."""
        if not field.has_rule:
            return []
        share = {"left": 0, "center": 0.5, "right": 1}[field.align]
        left = field.x + (field.width - fitted.width) * share
        bottom = field._top_of(fitted) + fitted.height
        colour = field._colour_code()
        place = medium.place(left, bottom, fitted.width, RULE)
        return [{"style": f"{place}background: {colour}; "}]

    def _frames(self, medium):
        """Return the frames of a design; a blank brings its own."""
        if self.mode != "design" or self.border not in BORDERS:
            return []
        width, height = self._page_size()
        return [
            medium.place(
                edge, edge, width - 2 * (edge + line), height - 2 * (edge + line)
            )
            + f"border: {medium.length(line)} {kind} {colour}; "
            for edge, line, kind, colour in (
                (OUTER, OUTER_LINE, "double", BORDERS[self.border][0]),
                (INNER, INNER_LINE, "solid", BORDERS[self.border][1]),
            )
        ]

    def _too_long(self, field, said):
        return self.env._(
            "“%(text)s” does not fit into the field “%(field)s” of the layout "
            "“%(layout)s”, not even at %(size)g pt. Make the field larger or its "
            "smallest size smaller.",
            text=said,
            field=field._label(),
            layout=self.name,
            size=field.smallest,
        )
