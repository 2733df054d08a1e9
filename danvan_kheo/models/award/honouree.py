"""Honourees: the collectives, persons and households that are commended."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..registration.registration import SUBJECTS


class DanvanHonouree(models.Model):
    """Who may be commended; own model, not `res.partner`: personal data stays with
    the unit that owns it, and the history of awards hangs on it."""

    _name = "danvan.honouree"
    _inherit = ["danvan.searchable", "danvan.scoped"]
    _description = "Honouree"
    _order = "full_name, id"
    _rec_name = "full_name"
    _search_key_fields = ("full_name", "address")
    _placing_fields = ("unit_id",)

    # One field: names of one word and of ethnic minorities cannot be split.
    full_name = fields.Char(
        required=True,
        help="Letter for letter as it is to be printed on the certificate.",
    )
    subject_type = fields.Selection(
        SUBJECTS,
        "Honouree is",
        required=True,
        default="collective",
        index=True,
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Proposed and Kept by",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    post = fields.Char("Post, Place of Work")
    address = fields.Char("Address, Residence")
    sex = fields.Selection([("male", "Male"), ("female", "Female")])
    birth_date = fields.Date("Date of Birth")
    ethnic_group = fields.Char()
    is_direct_worker = fields.Boolean(
        help="Works with own hands or in direct service, without a leading post."
    )
    is_female = fields.Boolean("Female", compute="_compute_is_female", store=True)
    award_ids = fields.One2many("danvan.award", "honouree_id", "Awards", readonly=True)

    _unit_idx = models.Index("(unit_id, full_name, id)")

    @api.depends("sex", "subject_type")
    def _compute_is_female(self):
        for honouree in self:
            person = honouree.subject_type == "individual"
            honouree.is_female = person and honouree.sex == "female"

    def _certificate_lines(self):
        """Return the lines under the name on the certificate: post, then address."""
        self.ensure_one()
        return [line for line in (self.post, self.address) if line]

    def _paper_address(self):
        """Return post and address in one line, by default the unit that keeps it."""
        lines = self._certificate_lines()
        return ", ".join(lines) if lines else self.unit_id.name

    @api.constrains("birth_date")
    def _check_birth_date(self):
        today = self.env["danvan.period"]._today()
        for honouree in self:
            if honouree.birth_date and honouree.birth_date > today:
                raise ValidationError(
                    self.env._(
                        "The date of birth of %s lies in the future. Correct it.",
                        honouree.full_name,
                    )
                )

    @api.constrains("subject_type")
    def _check_subject_type(self):
        """What has been proposed as one sort stays of that sort."""
        for honouree in self:
            # sudo: an award may be known to another unit only; it counts all the same.
            awards = honouree.sudo().award_ids
            if awards.filtered(lambda award: award.state != "draft"):
                raise ValidationError(
                    self.env._(
                        "%s has been proposed for an award as what it was entered. "
                        "Enter another honouree instead.",
                        honouree.full_name,
                    )
                )
