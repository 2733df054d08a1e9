"""Search without accents, on a stored key with a trigram index."""

from odoo import api, fields, models

from ...tools.text import search_key


class DanvanSearchable(models.AbstractModel):
    """Found under its name typed with or without accents, composed or not."""

    _name = "danvan.searchable"
    _inherit = ["danvan.guarded"]
    _description = "Search without Accents"

    # Names of the text fields that are searched.
    _search_key_fields = ("name",)

    search_key = fields.Char(
        compute="_compute_search_key",
        store=True,
        precompute=True,
        index="trigram",
        export_string_translation=False,
    )

    @api.depends(lambda self: self._search_key_fields)
    def _compute_search_key(self):
        for record in self:
            record.search_key = search_key(
                *(record[name] for name in self._search_key_fields)
            )

    @api.model
    def _search_display_name(self, operator, value):
        if operator == "ilike" and isinstance(value, str):
            return [("search_key", "ilike", search_key(value))]
        return super()._search_display_name(operator, value)
