"""The dialog that asks why, before an act that needs a reason."""

from odoo import fields, models
from odoo.exceptions import UserError


class DanvanTransitionReason(models.TransientModel):
    """Asks for the reason and repeats the act with it.

    It holds no right of its own: the act checks its person again.
    """

    _name = "danvan.transition.reason"
    _description = "Reason"

    reason = fields.Text(required=True)

    def action_confirm(self):
        """Do the act that asked, with the reason given.

        :raise UserError: when it was not opened from a document's button
        """
        context = self.env.context
        result = self._documents().action_transition(
            context.get("danvan_transition"), self.reason
        )
        return result or {"type": "ir.actions.act_window_close"}

    def _documents(self):
        name = self.env.context.get("danvan_model")
        ids = self.env.context.get("danvan_ids")
        model = self.env.get(name) if isinstance(name, str) else None
        known = isinstance(model, self.env.registry["danvan.workflow"])
        listed = isinstance(ids, list) and all(isinstance(id_, int) for id_ in ids)
        if not (known and listed):
            raise UserError(self.env._("Open this from the button of a document."))
        return model.browse(ids)
