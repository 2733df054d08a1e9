"""How the trail names who looked after a code without holding a role."""

from odoo import models

from .verification_issue import ISSUE, WITHDRAW


class DanvanTrail(models.Model):
    """Codes are withdrawn by administrators too, who act by no assignment."""

    _inherit = "danvan.trail"

    def _capacity_without_role(self):
        if self.transition in (ISSUE, WITHDRAW):
            return self.env._("Administrator")
        return super()._capacity_without_role()
