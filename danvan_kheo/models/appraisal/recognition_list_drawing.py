"""Drawing up a list: who is on it, and why the others are not."""

from odoo import api, models
from odoo.fields import Domain

from .recognition import VOID_STATES


class DanvanRecognitionList(models.Model):
    """Takes all concluded evaluations of the unit whose grade permits recognition
    and whose registration has measured results.

    Source: the directive of 2014, whose complaint is “kết quả của một số mô hình
    chưa rõ nét”.
    """

    _inherit = "danvan.recognition.list"

    def action_draw_up(self):
        """Put on each list what can be recognised and is on no list yet; say of the
        rest why it is left out.

        :raise AccessError: when the person may not write the list, or it is closed
        """
        self.check_access("write")
        for record in self:
            record._draw_up()
        return True  # XML-RPC carries no None

    def _draw_up(self):
        candidates = self._candidates()
        reasons = candidates._reasons_against_recognition()
        fit = candidates.filtered(lambda evaluation: evaluation.id not in reasons)
        self.env["danvan.recognition"]._create_owned(
            [
                {
                    "list_id": self.id,
                    "registration_id": evaluation.registration_id.id,
                    "evaluation_id": evaluation.id,
                    "grade_name": evaluation.grade_id.name,
                    "total": evaluation.total,
                }
                for evaluation in fit
            ]
        )
        self.invalidate_recordset(["recognition_ids"])
        self._write_owned({"left_out": self._left_out_text(candidates, reasons)})

    def _candidates(self):
        """Return the concluded evaluations of the unit that are on no list yet."""
        # sudo: write on the list was checked just before; what is on another list of
        # this level counts even where the person does not read it.
        taken = Domain("level_id", "=", self.level_id.id) & Domain(
            "state", "not in", VOID_STATES
        )
        here = Domain("list_id", "=", self.id)
        listed = self.env["danvan.recognition"].sudo().search(taken | here)
        return self.env["danvan.evaluation"].search(
            [
                ("stage", "=", "level"),
                ("state", "=", "concluded"),
                "|",
                ("evaluator_unit_id", "=", self.unit_id.id),
                ("evaluator_unit_id.heir_ids", "in", self.unit_id.ids),
                ("campaign_id", "=", self.campaign_id.id),
                ("registration_id", "not in", listed.registration_id.ids),
            ],
            order="total desc, id",
        )

    @api.model
    def _left_out_text(self, candidates, reasons):
        return "\n".join(
            f"• {evaluation.registration_id.display_name}: {reasons[evaluation.id]}"
            for evaluation in candidates
            if evaluation.id in reasons
        )


class DanvanEvaluation(models.Model):
    """Why an evaluation does not lead to recognition."""

    _inherit = "danvan.evaluation"

    def _reasons_against_recognition(self):
        """Return `{id: reason}` of those that cannot be recognised."""
        measured = self.registration_id._with_results()
        reasons = {}
        for evaluation in self:
            if not evaluation.permits_recognition:
                reasons[evaluation.id] = self.env._(
                    "graded “%s”, which does not permit recognition.",
                    evaluation.grade_id.name,
                )
            elif evaluation.registration_id not in measured:
                reasons[evaluation.id] = self.env._("no result with a figure.")
        return reasons
