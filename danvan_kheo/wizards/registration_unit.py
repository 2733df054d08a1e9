"""The dialog in which an officer says for which unit a draft is."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class DanvanRegistrationUnit(models.TransientModel):
    """Chooses a unit for which the officer enters, or adds a grassroots unit below one;
    the draft checks the right again."""

    _name = "danvan.registration.unit"
    _inherit = ["danvan.document.dialog"]
    _description = "Unit of a Registration"

    choice = fields.Selection(
        [("existing", "A unit of the list"), ("new", "Add a grassroots unit")],
        "For",
        required=True,
        default="existing",
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Registering Unit",
        domain="[('user_can_edit', '=', True), ('is_in_force', '=', True)]",
    )
    parent_id = fields.Many2one(
        "danvan.unit",
        "Directly under",
        domain="[('user_can_edit', '=', True), ('is_in_force', '=', True)]",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    name = fields.Char("Name of the Unit")
    kind_id = fields.Many2one(
        "danvan.unit.kind",
        domain="[('is_committee', '=', False), ('is_in_force', '=', True)]",
        default=lambda self: self.env.ref("danvan_kheo.kind_grassroots"),
    )
    hamlet = fields.Char("Hamlet or Quarter", help="Where the unit is.")
    alike_ids = fields.Many2many(
        "danvan.unit", string="Units of a Similar Name", compute="_compute_alike_ids"
    )

    @api.depends("name", "parent_id", "choice")
    def _compute_alike_ids(self):
        for dialog in self:
            asked = dialog.choice == "new" and dialog.name
            parent = dialog.parent_id._origin
            dialog.alike_ids = parent._alike_below(dialog.name) if asked else False

    def action_confirm(self):
        """Give the draft to the unit, which is added first where it is new.

        :return: the action that closes the dialog and refreshes the page below it
        :raise UserError: with what stands against it
        """
        self.ensure_one()
        documents = self._registrations()
        documents._check_may_change_unit()
        unit = self.unit_id
        if self.choice == "new":
            unit = self.parent_id._add_grassroots(self.name, self.kind_id)
        documents._give_to_unit(unit, self.hamlet)
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    def _registrations(self):
        documents = self._documents()
        if documents._name != "danvan.registration":
            raise UserError(self.env._("Open this from the button of a document."))
        return documents
