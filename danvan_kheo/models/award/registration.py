"""From the registration to its awards."""

from odoo import fields, models


class DanvanRegistration(models.Model):
    """What the achievement was proposed for and received."""

    _inherit = "danvan.registration"

    award_ids = fields.One2many(
        "danvan.award", "registration_id", "Awards", readonly=True, copy=False
    )

    def action_propose_award(self):
        """Open a new proposal for this achievement.

        :return: the action; saving is checked like that of any proposal
        """
        self._exactly_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Award Proposal"),
            "res_model": "danvan.award",
            "views": [(False, "form")],
            "context": {
                "default_registration_id": self.id,
                "default_unit_id": self.unit_id._heir().id,
            },
        }
