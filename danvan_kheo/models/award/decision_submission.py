"""“Tờ trình”: a decision's list submitted to who decides."""

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

SUBMISSION = "award_submission"


class DanvanAwardDecision(models.Model):
    """Submitted by the unit in which the officer who draws it up sits: a commission
    submits to the chairman of the People's Committee for which it acts."""

    _inherit = "danvan.award.decision"

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "submitter": _lt("unit that submits the list"),
        }

    def _paper_values(self):
        return {
            **super()._paper_values(),
            "submitter": self._submitting_unit().sudo().name,
        }

    def _submitting_unit(self):
        """Return the unit in whose name this person handles the decision."""
        held = self.env["danvan.assignment"]._holding(self.unit_id, "officer")
        mine = held.get(self.unit_id.id)
        return mine[:1].unit_id if mine else self.unit_id

    def _draft_document(self, template_code, unit=None):
        """Draft the paper; the submission in the name of who submits.

        :raise UserError: for the submission of an empty list
        """
        if template_code != SUBMISSION:
            return super()._draft_document(template_code, unit)
        documents = self.env["danvan.document"]
        for decision in self:
            decision._check_whole_list()
            if not decision.award_count:
                raise UserError(decision._reason_against())
            submitter = unit or decision._submitting_unit()
            documents += super(DanvanAwardDecision, decision)._draft_document(
                template_code, submitter
            )
        return documents

    def _paper_form(self, code):
        self._check_whole_list()
        return super()._paper_form(code)

    def _check_whole_list(self):
        """Refuse who reads the decision for one award on it only: a list tells of all.

        :raise AccessError: for who does not read it as its unit's
        """
        self.check_access("read")
        administers = self.env["danvan.assignment"]._is_administrator()
        if not administers and not all(self.mapped("user_can_read")):
            raise AccessError(
                self.env._(
                    "The whole list is printed by the unit that decides. Yours reads "
                    "what concerns itself."
                )
            )
