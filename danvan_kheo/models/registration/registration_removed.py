"""The level that accepted takes a registration off its list."""

from odoo import api, models

from ..workflow.transition import Transition
from .registration_workflow import _lt


class DanvanRegistration(models.Model):
    """Removed, never deleted: it was registered, and its unit reads why it is on the
    list no more."""

    _inherit = "danvan.registration"

    @api.model
    def _transitions(self):
        return [
            *super()._transitions(),
            Transition(
                name="remove",
                label=_lt("Remove from List"),
                sources=("running", "paused", "self_assessed"),
                target="removed",
                role="approver",
                unit="deciding_unit_id",
                reason=True,
                is_batch=True,
                outcome="refused",
                style="secondary",
            ),
        ]
