"""Starting a decision from proposals, and taking them off its list."""

from odoo import models
from odoo.exceptions import UserError


class DanvanAward(models.Model):
    """Taking a proposal off a list, and starting a decision from proposals."""

    _inherit = "danvan.award"

    def action_take_off(self):
        """Take the proposals off the list of their decision; they stay eligible.

        :raise AccessError: for who may not write the decision, or once it is locked
        """
        self.check_access("read")
        # The proposal is locked; the right is that on the decision.
        self.sudo().decision_id.with_env(self.env).check_access("write")
        self.filtered(lambda award: award.state == "screened")._write_owned(
            {"decision_id": False}
        )
        return True  # XML-RPC carries no None

    def action_draft_decision(self):
        """Make a draft decision for each unit, form and campaign of the selected
        eligible proposals, with them on its list, and open it.

        :return: the action that opens the decisions
        :raise UserError: when none of them is eligible and free
        """
        self.check_access("read")
        free = self.sudo().filtered(
            lambda award: award.state == "screened" and not award.decision_id
        )
        if not free:
            raise UserError(
                self.env._(
                    "Choose proposals that are eligible and on no decision's list yet."
                )
            )
        decisions = self.env["danvan.award.decision"]
        for key, awards in free.grouped(
            lambda award: (award.deciding_unit_id, award.form_id, award.campaign_id)
        ).items():
            # As the user: the rules say for which units he or she may decide.
            decision = decisions.with_env(self.env).create(self._decision_vals(*key))
            awards._write_owned({"decision_id": decision.id})
            decisions += decision
        return decisions._action_open()

    def _decision_vals(self, unit, form, campaign):
        return {"unit_id": unit.id, "form_id": form.id, "campaign_id": campaign.id}
