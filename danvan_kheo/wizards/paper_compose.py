"""The dialog that offers the kinds of paper of a document."""

from odoo import api, fields, models


class DanvanDocumentCompose(models.TransientModel):
    """Drafts one paper from the document from which it was opened."""

    _name = "danvan.document.compose"
    _inherit = ["danvan.document.dialog"]
    _description = "Compose Paper"

    offered_ids = fields.Many2many(
        "danvan.document.template",
        compute="_compute_offered_ids",
        export_string_translation=False,
    )
    template_id = fields.Many2one(
        "danvan.document.template",
        "Kind of Paper",
        required=True,
        domain="[('id', 'in', offered_ids)]",
        ondelete="cascade",
    )

    # No `depends_context`: what a client puts there would be a key of the cache.
    @api.depends()
    def _compute_offered_ids(self):
        template = self.env["danvan.document.template"]
        offered = template._offered_for(self._documents())
        for dialog in self:
            dialog.offered_ids = offered

    def action_confirm(self):
        """Draft the chosen paper.

        :return: the action that opens it
        :raise AccessError: for who may not draft papers of the unit
        """
        self.ensure_one()
        return self.template_id._compose(self._documents())
