"""A line of a handover: one thing in the person's hands."""

from odoo import api, fields, models

from ..organisation.assignment import ROLES


class DanvanHandoverLine(models.Model):
    """A document that the person is in charge of, or a step that waits for a role
    which the person alone holds. The list is the module's; ticking is the people's.
    """

    _name = "danvan.handover.line"
    _inherit = ["danvan.guarded"]
    _description = "Thing Handed over"
    _order = "handover_id, what, res_model, id"
    _rec_name = "subject"
    _placing_fields = ("handover_id",)
    _owned_fields = ("res_model", "res_id", "subject", "what", "act", "role", "is_done")

    handover_id = fields.Many2one(
        "danvan.handover", required=True, index=True, ondelete="cascade"
    )
    res_model = fields.Char("Technical Model", required=True)
    res_id = fields.Many2oneReference(
        "Document", model_field="res_model", required=True
    )
    kind_label = fields.Char("Kind", compute="_compute_labels")
    subject = fields.Char("Item", required=True)
    what = fields.Selection(
        [("officer", "In charge"), ("step", "Step that waits")],
        "In Hand as",
        required=True,
    )
    act = fields.Char("Technical Act")
    act_label = fields.Char("What to Do", compute="_compute_labels")
    role = fields.Selection(ROLES)
    is_chosen = fields.Boolean("Hand over", default=True)
    is_done = fields.Boolean("Handed over", readonly=True)

    @api.depends_context("lang")
    @api.depends("res_model", "act")
    def _compute_labels(self):
        for line in self:
            model = self.env[line.res_model]
            line.kind_label = self.env["ir.model"]._get(line.res_model).name
            line.act_label = line.act and model._transition_label(line.act)

    def action_open(self):
        """Open the document; its own rules say who may read it.

        :return: the action that opens it
        """
        self._exactly_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": self.res_model,
            "res_id": self.res_id,
            "views": [(False, "form")],
        }
