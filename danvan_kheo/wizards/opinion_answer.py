"""The dialog in which an opinion is written."""

from odoo import fields, models


class DanvanOpinionAnswer(models.TransientModel):
    """Hands the opinion to its step, which checks who answers."""

    _name = "danvan.opinion.answer"
    _description = "Opinion"

    step_id = fields.Many2one(
        "danvan.approval.step", "Step", required=True, ondelete="cascade"
    )
    is_by_letter = fields.Boolean(related="step_id.is_by_letter")
    answer = fields.Text("Opinion", required=True)
    number = fields.Char("Number of the Letter")
    date = fields.Date("Date of the Letter")

    def action_confirm(self):
        """Give the opinion.

        :raise UserError: with what stands against it
        """
        self.ensure_one()
        self.step_id.action_answer(self.answer, self.number, self.date)
        return {"type": "ir.actions.act_window_close"}
