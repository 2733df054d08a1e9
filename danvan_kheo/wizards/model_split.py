"""The dialog in which registrations leave a model for one of their own."""

from odoo import fields, models


class DanvanModelSplit(models.TransientModel):
    """Asks which registrations are another model, and why; the model checks the
    right."""

    _name = "danvan.model.split"
    _inherit = ["danvan.guarded"]
    _description = "Split Model"
    # Checked for readability, as is what is chosen of it.
    _placing_fields = ("model_id",)

    model_id = fields.Many2one("danvan.model", "Model", required=True)
    registration_ids = fields.Many2many(
        "danvan.registration",
        string="Registrations that are Another Model",
        required=True,
        domain="[('model_id', '=', model_id)]",
    )
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Split them off.

        :return: the action that opens the new model
        :raise UserError: with what stands against it
        """
        self._exactly_one()
        self.registration_ids.check_access("read")
        reason = (self.reason or "").strip()
        thread = self.model_id._split_off(self.registration_ids, reason)
        return {
            "type": "ir.actions.act_window",
            "res_model": "danvan.model",
            "res_id": thread.id,
            "views": [(False, "form")],
        }
