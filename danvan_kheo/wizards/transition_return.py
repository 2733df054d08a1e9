"""The dialog of the reason, with the list of reasons where it is counted."""

from odoo import api, fields, models

from ..models.registration.registration_return import CHOSEN, RETURNING


class DanvanTransitionReason(models.TransientModel):
    """Offers the reasons of returns beside the words."""

    _inherit = "danvan.transition.reason"

    has_reasons = fields.Boolean(
        compute="_compute_has_reasons", export_string_translation=False
    )
    reason_ids = fields.Many2many(
        "danvan.return.reason",
        string="Usual Reasons",
        domain="[('is_in_force', '=', True)]",
        help="Counted in the report “Reasons of Returns”.",
    )

    # No `depends_context`: what a client puts there would be a key of the cache.
    @api.depends()
    def _compute_has_reasons(self):
        documents = self._documents()
        act = self.env.context.get("danvan_transition")
        for dialog in self:
            dialog.has_reasons = (
                documents._name == "danvan.registration" and act in RETURNING
            )

    @api.onchange("reason_ids")
    def _onchange_reason_ids(self):
        """Begin the words with what was chosen."""
        if self.reason_ids and not self.reason:
            self.reason = "; ".join(self.reason_ids.mapped("name"))

    def action_confirm(self):
        """Do the act that asked, with the reasons that were chosen.

        :return: what the act answers, or the action that closes the dialog
        """
        self.ensure_one()
        chosen = self.with_context(**{CHOSEN: self.reason_ids.ids})
        return super(DanvanTransitionReason, chosen).action_confirm()
