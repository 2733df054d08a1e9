"""The register goes on with the unit that succeeds its keeper."""

from odoo import models


class DanvanReorganisation(models.Model):
    """What a unit has entered is kept, and corrected, by its successor."""

    _inherit = "danvan.reorganisation"

    def _reorganise_documents(self, mapping):
        res = super()._reorganise_documents(mapping)
        # sudo: the administrator's right to reorganise was checked just before.
        directives = self.env["danvan.directive"].sudo()
        olds = self.env["danvan.unit"].union(*mapping)
        kept = directives.search([("unit_id", "in", olds.ids)])
        for unit, some in kept.grouped("unit_id").items():
            some._write_owned({"unit_id": mapping[unit].id})
        return res
