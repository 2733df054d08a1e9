"""An award proposal: one honouree, one form, one achievement."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class DanvanAward(models.Model):
    """What a unit proposes for commendation, and what becomes of it."""

    _name = "danvan.award"
    _inherit = ["danvan.workflow", "danvan.money", "danvan.scoped.decider"]
    _narrowed_through = "registration_id"
    _description = "Award Proposal"
    _order = "year desc, id desc"
    _placing_fields = ("unit_id",)
    _closed_states = ("awarded", "dropped", "cancelled")
    _unit_fields = ("unit_id", "deciding_unit_id")

    honouree_id = fields.Many2one(
        "danvan.honouree", "Honouree", required=True, index=True, ondelete="restrict"
    )
    subject_type = fields.Selection(
        related="honouree_id.subject_type", store=True, string="Honouree is"
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Proposing Unit",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    registration_id = fields.Many2one(
        "danvan.registration",
        "For the Achievement",
        required=True,
        index=True,
        ondelete="restrict",
    )
    campaign_id = fields.Many2one(
        related="registration_id.campaign_id", store=True, index=True
    )
    year = fields.Integer(related="registration_id.year", store=True)
    form_id = fields.Many2one(
        "danvan.award.form", "Form", required=True, index=True, ondelete="restrict"
    )
    deciding_unit_id = fields.Many2one(
        "danvan.unit",
        "Decided by",
        compute="_compute_deciding_unit_id",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
        ondelete="restrict",
    )
    summary = fields.Text("Summary of the Achievement")

    _list_idx = models.Index("(year DESC, id DESC)")

    @api.depends("form_id", "unit_id")
    def _compute_deciding_unit_id(self):
        for award in self:
            form, unit = award.form_id, award.unit_id
            giver = form and unit and form._deciding_unit(unit)
            award.deciding_unit_id = giver or False

    @api.depends("honouree_id", "form_id")
    def _compute_display_name(self):
        for award in self:
            # sudo: whoever reads the proposal reads the name that it proposes.
            name, form = award.sudo().honouree_id.full_name, award.form_id.name
            award.display_name = " – ".join(part for part in (name, form) if part)

    @api.model
    def _search_display_name(self, operator, value):
        return [("honouree_id", operator, value)]

    @api.constrains("honouree_id", "registration_id", "unit_id")
    def _check_within_unit(self):
        """Honouree and achievement are the proposing unit's own, or of a unit below."""
        for award in self.sudo():
            area = award.unit_id.advises_id or award.unit_id
            for owned in (award.honouree_id, award.registration_id):
                if not owned.unit_id._stands_under(area):
                    raise ValidationError(
                        self.env._(
                            "“%(name)s” belongs to %(owner)s, which is not under "
                            "%(unit)s. The unit that it belongs to proposes it.",
                            name=owned.display_name,
                            owner=owned.unit_id.name,
                            unit=award.unit_id.name,
                        )
                    )

    @api.constrains("form_id", "honouree_id")
    def _check_subject(self):
        for award in self.sudo():
            if not award.form_id._allows(award.honouree_id.subject_type):
                subjects = award._fields["subject_type"]._description_selection(
                    self.env
                )
                raise ValidationError(
                    self.env._(
                        "“%(form)s” is not given to “%(subject)s”: choose another.",
                        form=award.form_id.name,
                        subject=dict(subjects)[award.honouree_id.subject_type],
                    )
                )

    @api.constrains("form_id", "deciding_unit_id", "unit_id")
    def _check_authority(self):
        """Who decides has the authority, and stands over the proposing unit."""
        for award in self.sudo():
            giver = award.deciding_unit_id
            if not giver or award.is_historical:
                continue
            form = award.form_id
            able = giver.filtered_domain(form._givers())
            if not able or not form._stands_above(giver, award.unit_id):
                raise ValidationError(
                    self.env._(
                        "%(giver)s has no authority to give “%(form)s” to what "
                        "%(unit)s proposes. Choose the unit that decides.",
                        giver=giver.name,
                        form=form.name,
                        unit=award.unit_id.name,
                    )
                )
