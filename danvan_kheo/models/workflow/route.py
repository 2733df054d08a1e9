"""Routes: through whose hands a kind of document goes before it leaves its unit."""

from odoo import api, fields, models
from odoo.fields import Domain


class DanvanApprovalRoute(models.Model):
    """The steps of one kind of document, for some kinds and levels of units.

    Data that a province edits (“Tuyến xử lý”). What a document goes through is frozen
    on it when it is submitted; a later change of the route does not touch it.
    """

    _name = "danvan.approval.route"
    _inherit = ["danvan.period"]
    _description = "Route"
    _order = "res_model, sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(
        default=10, help="The first route that fits the unit is taken."
    )
    res_model = fields.Selection(
        "_routed_documents", "Kind of Document", required=True, index=True
    )
    kind_ids = fields.Many2many(
        "danvan.unit.kind",
        string="Kinds of Units",
        help="Leave empty for units of every kind.",
    )
    level_ids = fields.Many2many(
        "danvan.level",
        string="Levels of Units",
        help="Leave empty for units of every level.",
    )
    step_ids = fields.One2many(
        "danvan.approval.route.step", "route_id", "Steps", copy=True
    )

    @api.model
    def _routed_documents(self):
        """Return `[(model, name)]` of the documents that go by a route."""
        workflow = self.env.registry["danvan.workflow"]
        return [
            (name, self.env["ir.model"]._get(name).name)
            for name, model in self.env.registry.items()
            if issubclass(model, workflow) and self.env[name]._goes_by_route()
        ]

    @api.model
    def _for_units(self, res_model, units):
        """Return `{unit_id: route}`: the first route in force that fits each unit.

        :param res_model: technical name of the kind of document
        :param units: the units that submit
        """
        # sudo: which way a document goes is no secret, and data of administrators.
        routes = self.sudo().search(
            self._in_force() & Domain("res_model", "=", res_model)
        )
        return {
            unit.id: next((r for r in routes if r._fits(unit)), routes[:0])
            for unit in units.sudo()
        }

    def _fits(self, unit):
        kind_fits = not self.kind_ids or unit.kind_id in self.kind_ids
        return kind_fits and (not self.level_ids or unit.level_id in self.level_ids)
