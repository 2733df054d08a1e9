"""What dialogs opened from a document's button share."""

from odoo import models
from odoo.exceptions import UserError


class DanvanDocumentDialog(models.AbstractModel):
    """Knows for which documents it was opened; it holds no right of its own: the act
    that it repeats checks its person again."""

    _name = "danvan.document.dialog"
    _description = "Dialog of a Document"

    def _documents(self):
        name = self.env.context.get("danvan_model")
        ids = self.env.context.get("danvan_ids")
        model = self.env.get(name) if isinstance(name, str) else None
        known = isinstance(model, self.env.registry["danvan.workflow"])
        listed = isinstance(ids, list) and all(map(self._is_id, ids))
        if not (known and listed):
            raise UserError(self.env._("Open this from the button of a document."))
        return model.browse(ids)

    @staticmethod
    def _is_id(value):
        """Tell whether a client's `value` can be an id: the database knows four bytes,
        and `True` passes for an integer."""
        return type(value) is int and 0 < value < 2**31
