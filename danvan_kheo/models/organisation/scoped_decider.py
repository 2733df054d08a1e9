"""Documents on which a second unit decides: the rights that this unit gives."""

from odoo import api, models

from .scoped import _right


class DanvanScopedDecider(models.AbstractModel):
    """The rights of the current user through the unit that decides or scores."""

    _name = "danvan.scoped.decider"
    _inherit = ["danvan.scoped"]
    _description = "Rights on a Document that Another Unit Decides"

    # Name of the field with the unit that decides.
    _decider = "deciding_unit_id"

    decider_can_read = _right("decider_can_read")
    decider_can_edit = _right("decider_can_edit")
    decider_can_appraise = _right("decider_can_appraise")

    @api.depends_context("uid")
    def _compute_decider_can_read(self):
        self._compute_right("decider_can_read", "read", self._decider)

    def _search_decider_can_read(self, operator, value):
        return self._search_right("read", operator, value, self._decider)

    @api.depends_context("uid")
    def _compute_decider_can_edit(self):
        self._compute_right("decider_can_edit", "edit", self._decider)

    def _search_decider_can_edit(self, operator, value):
        return self._search_right("edit", operator, value, self._decider)

    @api.depends_context("uid")
    def _compute_decider_can_appraise(self):
        self._compute_right("decider_can_appraise", "appraise", self._decider)

    def _search_decider_can_appraise(self, operator, value):
        return self._search_right("appraise", operator, value, self._decider)
