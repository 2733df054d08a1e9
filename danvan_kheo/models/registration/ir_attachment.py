"""The files of evidence change with their line only, where they are checked."""

from odoo import api, models
from odoo.exceptions import UserError

EVIDENCE = "danvan.evidence"


class IrAttachment(models.Model):
    """Guards the files of evidence: written straight here they would pass no check."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        """Refuse files that pass for those of evidence."""
        files = super().create(vals_list)
        files._check_not_evidence()
        return files

    def write(self, vals):
        """Refuse changes of the files of evidence, and files moved into it."""
        guarded = self._of_evidence()
        if any(guarded._alters(*item) for item in vals.items()):
            raise self._only_with_line()
        written = super().write(vals)
        if vals.keys() & {"res_model", "res_field"}:
            (self - guarded)._check_not_evidence()
        return written

    @api.ondelete(at_uninstall=False)
    def _unlink_except_evidence(self):
        self._check_not_evidence()

    def _of_evidence(self):
        """Return those of these files that belong to evidence, for who may not change
        them."""
        if self.env[EVIDENCE]._has_file_key():
            return self.browse()
        # sudo: only tells which files are guarded.
        return self.sudo().filtered(lambda f: f.res_model == EVIDENCE and f.res_field)

    def _check_not_evidence(self):
        if self._of_evidence():
            raise self._only_with_line()

    def _only_with_line(self):
        return UserError(
            self.env._(
                "This is the file of a piece of evidence: change it on the page "
                "“Evidence” of the registration."
            )
        )
