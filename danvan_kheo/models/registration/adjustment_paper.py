"""What an adjustment gives to its paper, “Phiếu điều chỉnh”."""

from odoo import api, models
from odoo.tools.translate import LazyTranslate

from ...tools import long_dates
from .registration_paper import HEAD

_lt = LazyTranslate(__name__)

# Words of the paper itself, so Vietnamese whatever the language of the screen.
CHANGES = ("TT", "Nội dung", "Đã đăng ký", "Điều chỉnh thành")


class DanvanRegistrationChange(models.Model):
    """The form that the unit's leader signs and the accepting level keeps."""

    _inherit = "danvan.registration.change"

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "year": _lt("year of the campaign"),
            "name": _lt("name of the model or exemplar"),
            "decider": _lt("unit that agrees to the adjustment"),
            "reason": _lt("reason for the adjustment"),
            "date_from": _lt("day from which the adjustment applies"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "changes": _lt("what is adjusted, before and after"),
        }

    def _paper_values(self):
        return {
            **super()._paper_values(),
            "year": str(self.year),
            "name": self._name_before(),
            # sudo: an adjustment says who agrees to it.
            "decider": self.sudo().agreeing_unit_id.name,
            "reason": self.reason,
            "date_from": self.date_from and long_dates.short_date(self.date_from),
        }

    def _name_before(self):
        """Return the name that the registration had when this was sent."""
        renaming = self.line_ids.filtered(lambda line: line.part == "name" and line.old)
        if renaming:
            return renaming[:1].old["vals"]["name"]
        return self.registration_id.name

    def _paper_lists(self):
        lines = self._on_paper().line_ids
        rows = [
            (str(number), line.label, line.old_wording, line.new_wording)
            for number, line in enumerate(lines, 1)
        ]
        return {**super()._paper_lists(), "changes": (CHANGES, rows)}

    def _form_vals(self):
        vals = {**super()._form_vals(), "date": self.sent_on}
        return vals if vals["signer_post"] else {**vals, **HEAD}

    def _form_is_draft(self):
        return self.is_open
