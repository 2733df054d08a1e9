"""How a certificate is laid out: a design on plain paper, or a pre-printed blank."""

import base64
import binascii

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools.mimetypes import guess_mimetype

from ...tools import paper_pdf

# Width and height of a sheet standing upright, in millimetres.
PAGES = {"A4": (210, 297), "A3": (297, 420)}
PICTURES = ("image/png", "image/jpeg")
LARGEST_PICTURE = 5 * 1024 * 1024


class DanvanCertificateLayout(models.Model):
    """A layout as data. A unit may have its own, kept by its officers; the others are
    kept by administrators."""

    _name = "danvan.certificate.layout"
    _inherit = ["danvan.period"]
    _description = "Blank Layout"
    _order = "sequence, id"
    _placing_fields = ("owner_unit_id",)

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    source = fields.Selection(
        [("award", "Awards"), ("recognition", "Recognitions")],
        "Printed for",
        required=True,
        default="award",
    )
    mode = fields.Selection(
        [("design", "Design on Plain Paper"), ("blank", "Pre-printed Blank")],
        "Way of Printing",
        required=True,
        default="design",
    )
    page_format = fields.Selection(
        [("A4", "A4 Sheet"), ("A3", "A3 Sheet")],
        "Paper Size",
        required=True,
        default="A4",
    )
    is_landscape = fields.Boolean("Lying Across", default=True)
    form_ids = fields.Many2many(
        "danvan.award.form", string="Award Forms", help="Empty: all forms."
    )
    # Not `unit_id`: whoever prints reads every layout.
    owner_unit_id = fields.Many2one(
        "danvan.unit",
        "Only for the Unit",
        index=True,
        ondelete="restrict",
        help="The unit that decides; its officers keep this layout. Empty: all units.",
    )
    border = fields.Selection(
        [
            ("none", "None"),
            ("red_gold", "Red with Gold"),
            ("gold", "Gold, Double"),
            ("blue", "Blue, Double"),
        ],
        required=True,
        default="red_gold",
    )
    background = fields.Binary(
        "Scan of the Blank",
        attachment=True,
        help="Shown below the fields on the screen, to set them by; never printed. "
        "PNG or JPEG, at most 5 MB.",
    )
    field_ids = fields.One2many(
        "danvan.certificate.field", "layout_id", "Fields", copy=True
    )

    def _page_size(self):
        """Return width and height of the sheet in millimetres."""
        narrow, long = PAGES[self.page_format or "A4"]
        return (long, narrow) if self.is_landscape else (narrow, long)

    def copy(self, default=None):
        """Copy layouts; the copy of an officer is kept by his or her own unit, for only
        administrators keep those of all."""
        default = dict(default or {})
        if not self.env["danvan.assignment"]._is_administrator():
            own = self.env["danvan.campaign"]._own_unit()
            default.setdefault("owner_unit_id", own.id if own else False)
        return super().copy(default)

    @api.constrains("page_format", "is_landscape")
    def _check_fields_on_sheet(self):
        self.field_ids._check_on_sheet()

    @api.constrains("background")
    def _check_background(self):
        for layout in self:
            picture = layout.with_context(bin_size=False).background
            if picture and not _is_picture(picture):
                raise ValidationError(
                    self.env._(
                        "The scan of the blank is a PNG or JPEG picture of at most "
                        "5 MB. Choose another file, or save the scan smaller."
                    )
                )

    def _check_places_kept(self):
        """Refuse blanks where the engine does not keep millimetres: wkhtmltopdf as
        Debian builds it prints everything smaller, which shows on no design of one's
        own but beside every line of a blank.

        :raise UserError: for a blank on a server without WeasyPrint
        """
        if self.mode == "blank" and not paper_pdf.is_available():
            raise UserError(
                self.env._(
                    "Blanks need WeasyPrint on the server, which keeps places to the "
                    "millimetre. Ask the administrator to install it, or choose a "
                    "design on plain paper."
                )
            )

    @api.model
    def _source_of(self, records):
        """Return for which source `records` are: award or recognition."""
        return records._certificate_source

    @api.model
    def _offered_for(self, records):
        """Return the layouts in force that fit all of `records`, the most specific of
        the first one at the top.

        :param records: awards or recognitions
        """
        layouts = self.search(
            self._in_force() & Domain("source", "=", self._source_of(records))
        )
        # sudo: whoever reads the records knows form and deciding unit by name.
        known = records.sudo()
        units, forms = known.deciding_unit_id, known._certificate_forms()
        return layouts.filtered(
            lambda layout: (
                layout.owner_unit_id in (units, units.browse())
                and not (layout.form_ids and forms - layout.form_ids)
            )
        ).sorted(lambda layout: (not layout.owner_unit_id, not layout.form_ids))

    @api.model
    def _proposed_for(self, records):
        """Return the most specific layout in force for `records`.

        :raise UserError: where there is none
        """
        layout = self._offered_for(records)[:1]
        if not layout:
            raise UserError(
                self.env._(
                    "No layout of certificates in force fits all that is chosen. "
                    "Choose fewer, or ask the administrator to add one under “Blank "
                    "Layouts”."
                )
            )
        return layout


def _is_picture(encoded):
    """Tell by its content whether a file is a picture that the preview shows."""
    try:
        content = base64.b64decode(encoded)
    except (binascii.Error, ValueError):
        return False
    return len(content) <= LARGEST_PICTURE and guess_mimetype(content) in PICTURES
