"""Evidence (“minh chứng”): photos and papers, with date, place and what they prove."""

import base64
import binascii
from datetime import UTC

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...tools import dates, evidence_file

SIZE_PARAMETER = "danvan_kheo.evidence_megabytes"
DEFAULT_SIZE = 10  # megabytes
# Process-local, like the key of `danvan.guarded`: no client can send it.
_FILE_KEY = object()
_FILE_KEY_NAME = "danvan_evidence_key"


class DanvanEvidence(models.Model):
    """A photo or paper that shows what was planned or done: of one activity, of one
    result, or of the registration as a whole.

    What was sent with the registration locks with it; what is added while the model
    runs, stays open as long as the results do.
    """

    _name = "danvan.evidence"
    _inherit = ["danvan.registration.line"]
    _description = "Evidence"
    _order = "registration_id, sequence, date desc, id"
    _owned_fields = ("mimetype", "latitude", "longitude", "taken_on")

    name = fields.Char("Caption")
    file = fields.Binary("Photo or Paper", required=True, attachment=True)
    filename = fields.Char("Name of the File")
    mimetype = fields.Char("Kind of File", readonly=True, copy=False)
    is_picture = fields.Boolean(compute="_compute_is_picture")
    date = fields.Date()
    place = fields.Char("Where")
    proves = fields.Text("What It Proves")
    activity_id = fields.Many2one(
        "danvan.registration.activity",
        "Of the Activity",
        index="btree_not_null",
        ondelete="set null",
        domain="[('registration_id', '=', registration_id)]",
    )
    result_id = fields.Many2one(
        "danvan.registration.result",
        "Of the Result",
        index="btree_not_null",
        ondelete="set null",
        domain="[('registration_id', '=', registration_id)]",
    )
    keep_position = fields.Boolean(
        "Keep Position and Time",
        help="Takes over where and when the photo says it was taken. Otherwise that is "
        "removed; the photo itself never carries it.",
    )
    latitude = fields.Float(digits=(9, 6), readonly=True, copy=False)
    longitude = fields.Float(digits=(9, 6), readonly=True, copy=False)
    taken_on = fields.Datetime("Taken at", readonly=True, copy=False)
    # Settled when it is added: depends on nothing that changes later.
    is_of_plan = fields.Boolean(
        "Sent with the Registration",
        compute="_compute_is_of_plan",
        store=True,
        precompute=True,
    )
    is_changeable = fields.Boolean(compute="_compute_is_changeable")

    @api.depends("mimetype")
    def _compute_is_picture(self):
        for evidence in self:
            evidence.is_picture = (evidence.mimetype or "").startswith("image/")

    @api.depends("registration_id")
    def _compute_is_of_plan(self):
        for evidence in self:
            evidence.is_of_plan = evidence.registration_id.is_open

    @api.depends("is_of_plan", "registration_id.is_open", "registration_id.state")
    def _compute_is_changeable(self):
        for evidence in self:
            registration = evidence.registration_id
            is_open = "is_open" if evidence.is_of_plan else "results_open"
            evidence.is_changeable = not registration or registration[is_open]

    @api.depends("name", "filename")
    def _compute_display_name(self):
        for evidence in self:
            evidence.display_name = evidence.name or evidence.filename

    @api.constrains("activity_id", "result_id", "registration_id")
    def _check_of_one(self):
        for evidence in self:
            activity, result = evidence.activity_id, evidence.result_id
            if activity and result:
                raise ValidationError(
                    self.env._("Choose the activity or the result, not both.")
                )
            place = (activity or result).registration_id
            if place and place != evidence.registration_id:
                raise ValidationError(
                    self.env._("This line belongs to another registration.")
                )

    @api.onchange("file")
    def _onchange_file(self):
        """Say at once why a file is not taken, and leave the rest of the form."""
        if not self.file:
            return None
        try:
            self._read_file(self.file)
        except UserError as refusal:
            self.file = self.filename = False
            title = self.env._("The file is not taken")
            return {"warning": {"title": title, "message": str(refusal)}}
        return None

    # ------------------------------------------------------------------- writing

    @api.model_create_multi
    def create(self, vals_list):
        """Create with the files checked, made small and freed of hidden data.

        :raise UserError: when a file is missing or not taken
        """
        taken = [self._read_file(vals.get("file")) for vals in vals_list]
        cleaned = [
            {**vals, **self._file_vals(one, vals.get("filename"))}
            for vals, one in zip(vals_list, taken, strict=True)
        ]
        records = super(DanvanEvidence, self._with_file_key()).create(cleaned)
        records = self.browse(records.ids)
        for evidence, one in zip(records, taken, strict=True):
            evidence._note_file(one)
        return records

    def write(self, vals):
        """Write; a new file is checked as at creation.

        :raise UserError: when the file is not taken
        """
        if "file" in vals:
            taken = self._read_file(vals["file"])
            name = vals.get("filename", self[:1].filename)
            vals = {**vals, **self._file_vals(taken, name)}
            written = super(DanvanEvidence, self._with_file_key()).write(vals)
            self._note_file(taken)
            return written
        for some, given in self._with_clean_names(vals):
            super(DanvanEvidence, some).write(given)
        if not vals.get("keep_position", True):
            self._write_owned(_position_vals(self.env, evidence_file.Position()))
        return True

    def _with_clean_names(self, vals):
        """Return `(records, vals)` with names whose ending tells the kind of file."""
        if "filename" not in vals:
            return [(self, vals)]
        return [
            (some, {**vals, "filename": _clean_name(self.env, vals["filename"], kind)})
            for kind, some in self.grouped("mimetype").items()
        ]

    def unlink(self):
        """Delete together with the files."""
        keyed = self._with_file_key()
        return super(DanvanEvidence, keyed).unlink()

    def _with_file_key(self):
        """Return these records able to change their files, and with Odoo's own
        shrinking off: the picture has its size already."""
        return self.with_context(
            **{_FILE_KEY_NAME: _FILE_KEY, "image_no_postprocess": True}
        )

    @api.model
    def _has_file_key(self):
        return self.env.context.get(_FILE_KEY_NAME) is _FILE_KEY

    @api.model
    def _file_vals(self, taken, name):
        return {
            "file": base64.b64encode(taken.content),
            "filename": _clean_name(self.env, name, taken.mimetype),
        }

    def _note_file(self, taken):
        """Note the kind of a file just written, and its position where asked."""
        for keeps, some in self.grouped("keep_position").items():
            position = taken.position if keeps else evidence_file.Position()
            noted = _position_vals(self.env, position)
            some._write_owned({"mimetype": taken.mimetype, **noted})

    # ------------------------------------------------------------------- reading

    @api.model
    def _read_file(self, value):
        """Return what is kept of a file.

        :param value: the file in base 64, as clients send it
        :return: `evidence_file.Kept`
        :raise UserError: when it is missing, too large, or not of a kind that is taken
        """
        most = self._largest_megabytes()
        try:
            return evidence_file.kept(_decoded(value, most * 1_000_000))
        except evidence_file.Refused as refusal:
            raise UserError(self._sentence(refusal.reason, most)) from refusal

    @api.model
    def _largest_megabytes(self):
        # sudo: a limit that every message tells.
        parameters = self.env["ir.config_parameter"].sudo()
        size = parameters.get_param(SIZE_PARAMETER, "")
        return int(size) if size.isdecimal() and int(size) else DEFAULT_SIZE

    @api.model
    def _sentence(self, reason, most):
        """Return in words why a file is not taken, and what to do."""
        sentences = {
            "empty": self.env._("Choose the photo or paper first."),
            "large": self.env._(
                "The file is larger than %s MB. Choose a smaller one.", most
            ),
            "heic": self.env._(
                "Photos of the kind HEIC are not taken. On the phone set the camera to "
                "“Most Compatible” (JPEG) and take the photo again."
            ),
            "kind": self.env._(
                "Only photos (JPEG, PNG, WebP) and papers (PDF, Word .docx, "
                "Excel .xlsx) are taken."
            ),
            "macro": self.env._(
                "This file carries macros or embedded programs. Save it without them, "
                "or as PDF."
            ),
            "locked": self.env._(
                "This file is protected by a password. Take the password off first."
            ),
            "pixels": self.env._(
                "The photo has too many pixels. Take it at a lower resolution."
            ),
            "bomb": self.env._(
                "This file unpacks to more than is allowed. Save it as PDF."
            ),
            "broken": self.env._("The file is damaged and cannot be opened."),
        }
        return sentences[reason]


def _decoded(value, most):
    """Return the bytes of a file in base 64, of which nothing is read if too long."""
    if not isinstance(value, (str, bytes)) or not value:
        raise evidence_file.Refused("broken" if value else "empty")
    if len(value) > most * 4 / 3 + most / 10:  # line breaks among them
        raise evidence_file.Refused("large")
    try:
        packed = value.encode("ascii") if isinstance(value, str) else value
        content = base64.b64decode(b"".join(packed.split()), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise evidence_file.Refused("broken") from error
    if len(content) > most:
        raise evidence_file.Refused("large")
    return content


def _clean_name(env, name, mimetype):
    if name and not isinstance(name, str):
        raise UserError(env._("The name of a file is a text."))
    return evidence_file.clean_name(name, mimetype)


def _position_vals(env, position):
    moment = position.moment
    if moment:
        local = moment.replace(tzinfo=dates.zone(env))
        moment = local.astimezone(UTC).replace(tzinfo=None)
    return {
        "latitude": position.latitude or 0,
        "longitude": position.longitude or 0,
        "taken_on": moment or False,
    }
