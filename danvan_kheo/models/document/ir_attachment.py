"""What was issued is evidence: nobody changes, moves or deletes its file."""

from odoo import api, models
from odoo.exceptions import UserError

from .document_archive import ARCHIVED_FIELDS

# Writing these alters nothing of what is kept.
HARMLESS = {"access_token"}


class IrAttachment(models.Model):
    """Guards the files of issued papers, over every path and for superusers.

    Precedent: `addons/account/models/ir_attachment.py`.
    """

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        """Refuse files that pass for those of an issued paper."""
        for vals in vals_list:
            self._check_not_planted(vals)
        return super().create(vals_list)

    def write(self, vals):
        """Refuse changes of the file of an issued paper, and files moved into it."""
        archived = self._archived()
        if archived and any(archived._alters(*item) for item in vals.items()):
            raise self._untouchable()
        if vals.keys() & {"res_model", "res_field"} and not archived:
            for attachment in self.sudo():
                now = {"res_model": attachment.res_model}
                now["res_field"] = attachment.res_field
                self._check_not_planted({**now, **vals})
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_archived(self):
        if self._archived():
            raise self._untouchable()

    def _archived(self):
        """Return those of these files that belong to an issued paper."""
        if self.env["danvan.guarded"]._is_keyed():
            return self.browse()
        # sudo: only tells which files are guarded.
        return self.sudo().filtered(
            lambda file: self._is_archive(file.res_model, file.res_field)
        )

    @api.model
    def _is_archive(self, model, field):
        return model == "danvan.document" and field in ARCHIVED_FIELDS

    def _alters(self, name, value):
        """Tell whether writing `value` would change any of these files."""
        return name not in HARMLESS and any(file[name] != value for file in self)

    def _check_not_planted(self, vals):
        is_archive = self._is_archive(vals.get("res_model"), vals.get("res_field"))
        if is_archive and not self.env["danvan.guarded"]._is_keyed():
            raise self._untouchable()

    def _untouchable(self):
        return UserError(
            self.env._(
                "This is the file of an issued paper: it is kept as it was issued. "
                "Correct the paper by another paper."
            )
        )
