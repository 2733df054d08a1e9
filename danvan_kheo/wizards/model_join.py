"""The dialog in which models that are the same thing are joined."""

from odoo import api, fields, models


class DanvanModelJoin(models.TransientModel):
    """Asks which models, which of them stays, and why; the models check the right."""

    _name = "danvan.model.join"
    _inherit = ["danvan.guarded"]
    _description = "Join Models"

    model_ids = fields.Many2many("danvan.model", string="Models", required=True)
    kept_id = fields.Many2one(
        "danvan.model",
        "Stays",
        required=True,
        domain="[('id', 'in', model_ids)]",
        compute="_compute_kept_id",
        store=True,
        readonly=False,
    )
    same_year = fields.Char(compute="_compute_same_year")
    reason = fields.Char(required=True)

    @api.depends("model_ids")
    def _compute_kept_id(self):
        """Propose the one with the longest history."""
        for dialog in self:
            if dialog.kept_id not in dialog.model_ids:
                models_ = dialog.model_ids.sorted("registration_count", reverse=True)
                dialog.kept_id = models_[:1]._origin

    @api.depends("model_ids")
    def _compute_same_year(self):
        """Say in which years more than one of them was registered."""
        for dialog in self:
            readable = self.env["danvan.registration"].search(
                [("model_id", "in", dialog.model_ids._origin.ids)]
            )
            years = readable.mapped("year")
            twice = sorted({year for year in years if years.count(year) > 1})
            dialog.same_year = ", ".join(map(str, twice))

    def action_confirm(self):
        """Join them.

        :return: the action that opens the model that stays
        :raise UserError: with what stands against it
        """
        self._exactly_one()
        self.model_ids._join_to(self.kept_id, (self.reason or "").strip())
        return {
            "type": "ir.actions.act_window",
            "res_model": "danvan.model",
            "res_id": self.kept_id.id,
            "views": [(False, "form")],
        }
