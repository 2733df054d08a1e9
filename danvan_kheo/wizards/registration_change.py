"""What an accepted registration tells beside the reason: stopped, or moved."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class DanvanTransitionReason(models.TransientModel):
    """Asks in the same dialog what became of it, or to which unit it goes."""

    _inherit = "danvan.transition.reason"

    asks_result = fields.Boolean(
        compute="_compute_asks", export_string_translation=False
    )
    asks_unit = fields.Boolean(compute="_compute_asks", export_string_translation=False)
    stop_result = fields.Text("Result so far and What Becomes of It")
    stop_lessons = fields.Text("What was Learned")
    unit_id = fields.Many2one(
        "danvan.unit", "New Unit", domain="[('is_in_force', '=', True)]"
    )

    # No `depends_context`: what a client puts there would be a key of the cache.
    @api.depends()
    def _compute_asks(self):
        name = self.env.context.get("danvan_transition")
        for dialog in self:
            dialog.asks_result = name == "ask_stop"
            dialog.asks_unit = name == "ask_move"

    @api.model
    def _hint(self, transition):
        if transition.name == "confirm_locally":
            return self.env._("Say whether it is so at the place.")
        return super()._hint(transition)

    def action_confirm(self):
        """Do the act that asked, with all that was told.

        :raise UserError: when it was not opened from a document's button, or
            something is not told
        """
        self.ensure_one()
        if not (self.asks_result or self.asks_unit):
            return super().action_confirm()
        documents = self._documents()
        if documents._name != "danvan.registration":
            raise UserError(self.env._("Open this from the button of a document."))
        if self.asks_unit:
            result = documents.action_ask_move(self.unit_id.id, self.reason)
        else:
            result = documents.action_ask_stop(
                self.reason, self.stop_result, self.stop_lessons
            )
        return result or {"type": "ir.actions.act_window_close"}
