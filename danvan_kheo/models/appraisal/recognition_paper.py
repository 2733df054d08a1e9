"""The letter of praise for one model or exemplar that was recognised."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools import long_dates
from ..registration.registration_paper import KINDS

_lt = LazyTranslate(__name__)


class DanvanRecognition(models.Model):
    """What a recognition gives to its letter, written by who recognised."""

    _name = "danvan.recognition"
    _inherit = ["danvan.recognition", "danvan.paper.source"]

    def _paper_unit(self):
        return self.deciding_unit_id

    def _draft_document(self, template_code, unit=None):
        """Draft the letter of what was recognised.

        :raise UserError: for what was not, or whose recognition was revoked
        """
        self.check_access("read")
        for record in self:
            if record.state != "recognised":
                raise UserError(
                    self.env._(
                        "“%s” is not recognised, so no letter of praise is written "
                        "for it.",
                        record.display_name,
                    )
                )
        return super()._draft_document(template_code, unit)

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "year": _lt("year of the campaign"),
            "model": _lt("name of the model or exemplar"),
            "kind": _lt("model or exemplar"),
            "registering_unit": _lt("unit that carries it out"),
            "address": _lt("specific address"),
            "sector": _lt("sector"),
            "grade": _lt("grade"),
            "decision": _lt("number and date of the decision"),
        }

    def _paper_values(self):
        known = self._on_paper()
        registration = known.registration_id
        return {
            **super()._paper_values(),
            "year": str(registration.year),
            "model": registration.name,
            "kind": KINDS[registration.kind],
            "registering_unit": registration.unit_id.name,
            "address": registration._paper_place(),
            "sector": registration.sector_id.name,
            "grade": known.grade_name,
            "decision": known._decision_on_paper(),
        }

    def _decision_on_paper(self):
        """Return number and date of the decision, empty while there is none."""
        if not (self.decision_number and self.decision_date):
            return ""
        return f"{self.decision_number} {long_dates.long_date(self.decision_date)}"
