"""The letter of praise, for forms that are given by a letter."""

from odoo import fields, models
from odoo.exceptions import UserError

LETTER = "award_praise_letter"


class DanvanAwardForm(models.Model):
    """Some forms are no certificate: a word of praise comes as a letter."""

    _inherit = "danvan.award.form"

    has_letter = fields.Boolean(
        "Given by a Letter of Praise",
        help="A letter of praise is drafted from what was awarded in this form.",
    )


class DanvanAward(models.Model):
    """The letter is written by who gives the form, once it is given."""

    _inherit = "danvan.award"

    def _draft_document(self, template_code, unit=None):
        """Draft the paper.

        :raise UserError: for a letter of what was not awarded, or by another form
        """
        if template_code != LETTER:
            return super()._draft_document(template_code, unit)
        self.check_access("read")
        documents = self.env["danvan.document"]
        for award in self:
            award._check_praised()
            giver = unit or award.deciding_unit_id
            documents += super(DanvanAward, award)._draft_document(LETTER, giver)
        return documents

    def _check_praised(self):
        form = self.sudo().form_id
        if not form.has_letter:
            raise UserError(
                self.env._(
                    "“%s” is not given by a letter of praise.",
                    form.name,
                )
            )
        if self.state != "awarded":
            raise UserError(
                self.env._(
                    "“%s” has not been awarded, so no letter of praise is written.",
                    self.display_name,
                )
            )
