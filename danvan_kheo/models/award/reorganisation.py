"""Honourees are kept by the unit that succeeds: it will propose them again."""

from odoo import models


class DanvanReorganisation(models.Model):
    """What was awarded stays where it is; who may be awarded goes along."""

    _inherit = "danvan.reorganisation"

    def _reorganise_documents(self, mapping):
        res = super()._reorganise_documents(mapping)
        # sudo: the administrator's right to reorganise was checked just before.
        honouree = self.env["danvan.honouree"].sudo()
        olds = self.env["danvan.unit"].union(*mapping)
        kept = honouree.search([("unit_id", "in", olds.ids)])
        for unit, honourees in kept.grouped("unit_id").items():
            honourees._write_owned({"unit_id": mapping[unit].id})
        return res
