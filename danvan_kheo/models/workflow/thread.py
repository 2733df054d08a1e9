"""Talk beside a document, heard only by those who may read it."""

from odoo import api, models


class DanvanThread(models.AbstractModel):
    """Chatter of a document: whoever may read it may write there; nobody who lost
    the right to read it is told of a message, follower or not."""

    _name = "danvan.thread"
    _inherit = ["mail.thread"]
    _description = "Talk beside a Document"
    _mail_post_access = "read"

    @api.model_create_multi
    def create(self, vals_list):
        """Create without making the author a follower: what waits is told by steps."""
        quiet = self.with_context(mail_create_nosubscribe=True, mail_create_nolog=True)
        return super(DanvanThread, quiet).create(vals_list).with_env(self.env)

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        recipients = super()._notify_get_recipients(message, msg_vals, **kwargs)
        return [data for data in recipients if self._may_hear(data)]

    def _may_hear(self, recipient):
        """Tell whether the account behind a recipient may read this document."""
        user = self.env["res.users"].browse(recipient.get("uid"))
        return bool(user and self.with_user(user)._filtered_access("read"))
