"""Who reads a line: who reads the unit, and, where a document is read by fewer people
than its unit, who reads the document."""

from odoo import api, fields, models
from odoo.fields import Domain


class DanvanTrail(models.Model):
    """Asks the documents that are not everybody's of their unit (scores of another
    unit before it says its word), when the query runs."""

    _inherit = "danvan.trail"

    user_can_read_document = fields.Boolean(
        compute="_compute_user_can_read_document",
        search="_search_user_can_read_document",
        export_string_translation=False,
    )

    @api.model
    def _restricted(self):
        """Return the names of the models whose rules are narrower than their unit's."""
        workflow = self.env.registry["danvan.workflow"]
        return sorted(
            name
            for name, model in self.env.registry.items()
            if issubclass(model, workflow) and model._trail_is_restricted
        )

    @api.depends_context("uid")
    @api.depends("res_model", "res_id")
    def _compute_user_can_read_document(self):
        restricted = self._restricted()
        for name, lines in self.grouped("res_model").items():
            if name not in restricted:
                lines.user_can_read_document = True
                continue
            documents = self.env[name].browse(set(lines.mapped("res_id"))).exists()
            readable = set(documents.sudo(False)._filtered_access("read").ids)
            for line in lines:
                line.user_can_read_document = line.res_id in readable

    def _search_user_can_read_document(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        restricted = self._restricted()
        domain = Domain("res_model", "not in", restricted)
        for name in restricted:
            # As the user, also where the rule of the trail is resolved by a superuser.
            readable = self.env[name].sudo(False)._search(Domain.TRUE)
            own = Domain("res_model", "=", name) & Domain("res_id", "in", readable)
            domain |= own
        return domain
