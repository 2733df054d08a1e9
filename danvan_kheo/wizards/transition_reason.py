"""The dialog that asks why, before an act that needs a reason."""

from odoo import api, fields, models


class DanvanTransitionReason(models.TransientModel):
    """Asks for the reason, and on a route for the step to go back to, and repeats the
    act with it."""

    _name = "danvan.transition.reason"
    _inherit = ["danvan.document.dialog"]
    _description = "Reason"

    reason = fields.Text(required=True)
    hint = fields.Char(compute="_compute_hint", export_string_translation=False)
    earlier_step_ids = fields.Many2many(
        "danvan.approval.step",
        string="Earlier Steps",
        compute="_compute_earlier_step_ids",
        export_string_translation=False,
    )
    back_to_id = fields.Many2one(
        "danvan.approval.step",
        "Back to the Step",
        domain="[('id', 'in', earlier_step_ids)]",
        help="Leave empty to return it to the officer who drew it up.",
    )

    # No `depends_context`: what a client puts there would be a key of the cache.
    @api.depends()
    def _compute_hint(self):
        self.hint = self._hint(self._asked_act())

    def _asked_act(self):
        """Return the transition for which the dialog was opened."""
        name = self.env.context.get("danvan_transition")
        return self._documents()._transition(name)

    @api.model
    def _hint(self, transition):
        """Return what is to be written, for the empty field."""
        if transition.outcome == "returned":
            return self.env._("Say why, and what to complete.")
        return self.env._("Say why.")

    # As above.
    @api.depends()
    def _compute_earlier_step_ids(self):
        documents = self._documents()
        transition = self._asked_act()
        documents.check_access("read")
        single = transition.goes_back and len(documents) == 1
        present = (
            documents.sudo().current_step_id
            if single
            else documents.env["danvan.approval.step"]
        )
        for dialog in self:
            dialog.earlier_step_ids = present and present._earlier().ids

    def action_confirm(self):
        """Do the act that asked, with the reason given.

        :raise UserError: when it was not opened from a document's button
        """
        self.ensure_one()
        name = self.env.context.get("danvan_transition")
        back = {"back_to": self.back_to_id.id} if self.back_to_id else {}
        result = self._documents().action_transition(name, self.reason, **back)
        return result or {"type": "ir.actions.act_window_close"}
