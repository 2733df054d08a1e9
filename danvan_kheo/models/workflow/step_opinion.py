"""Opinions: asked of several units at once; they inform who decides and never block."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import sent

GIVE_OPINION = "give_opinion"


class DanvanApprovalStep(models.Model):
    """What a unit that was asked has answered."""

    _inherit = "danvan.approval.step"
    _owned_fields = ("answer", "is_by_letter")

    answer = fields.Text("Opinion")
    is_by_letter = fields.Boolean(
        "Asked by Letter",
        help="The unit has no account: it is asked by letter, and the officer of the "
        "unit that asks records its answer.",
    )

    def _begin(self):
        """Ask, too, the units without an account: by letter of the one that asks."""
        result = super()._begin()
        opinions = self.filtered("is_opinion")
        acting = opinions.for_unit_id._acting_units()
        letters = opinions.filtered(
            lambda s: (
                acting[s.for_unit_id.id] != s.for_unit_id
                or not s.for_unit_id._anyone([s.role])
            )
        )
        askers = letters.owner_unit_id._acting_units()
        for owner, steps in letters.grouped("owner_unit_id").items():
            steps._write_owned(
                {
                    "is_by_letter": True,
                    "role": "officer",
                    "unit_id": askers[owner.id].id,
                }
            )
        return result

    def _acting_place(self):
        """Return the unit in whose name this opinion is written down."""
        return self.owner_unit_id if self.is_by_letter else self.for_unit_id

    def action_ask_answer(self):
        """Open the dialog in which the opinion is written.

        :return: the action that opens it
        """
        self._exactly_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Give Opinion"),
            "res_model": "danvan.opinion.answer",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_step_id": self.id},
        }

    def action_answer(self, answer, number=None, date=None):
        """Give the opinion of the unit that was asked, or record its letter.

        :param answer: the opinion
        :param number: number and symbol of the letter, for a unit without account
        :param date: date of that letter
        :return: True
        :raise UserError: when this account does not answer for the unit, or the
            opinion is not asked any more
        """
        self._exactly_one()
        self.check_access("read")
        if not isinstance(answer, str) or not answer.strip():
            raise UserError(self.env._("Write the opinion first."))
        number = (number.strip() if isinstance(number, str) else None) or None
        date = sent.day(date)
        if self.is_by_letter and not (number and date):
            raise UserError(
                self.env._("Write number and date of the letter with the opinion.")
            )
        holding = self._answering()
        self._write_owned(
            {
                "answer": answer.strip(),
                "paper_number": number,
                "paper_date": date,
            }
        )
        self.sudo()._end("answered")
        document = self.env[self.res_model].browse(self.res_id)
        document._log(
            GIVE_OPINION,
            {document.id: document.sudo().state},
            {document.id: holding},
            answer.strip(),
            number,
        )
        return True

    def _answering(self):
        """Return the assignment by which the current user answers."""
        place = self.sudo()._acting_place()
        held = self.env["danvan.assignment"]._holding(place, self.role)
        if not (self.is_opinion and self.state == "pending"):
            raise UserError(self.env._("This opinion is not asked any more."))
        if not held:
            raise UserError(
                self.env._("This account does not answer for %s.", place.name)
            )
        return held[place.id][:1]


class DanvanWorkflow(models.AbstractModel):
    """Names of the acts on steps, for the trail."""

    _inherit = "danvan.workflow"

    @api.model
    def _act_labels(self):
        return {
            **super()._act_labels(),
            GIVE_OPINION: self.env._("Opinion given"),
            "contest": self.env._("Signed paper disowned"),
        }
