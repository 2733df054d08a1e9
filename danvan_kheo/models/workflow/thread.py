"""Talk beside a document, heard only by those who may read it."""

from odoo import api, models
from odoo.fields import Domain


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

    @api.model
    def _unfollow(self, users):
        """Take `users` off the followers of all documents that they may not read.

        :param users: accounts whose assignments have changed
        """
        followers = self.env["mail.followers"].sudo()
        for model in self._threads():
            followed = followers.search(
                Domain("res_model", "=", model._name)
                & Domain("partner_id", "in", users.partner_id.ids)
            )
            heard = followed.grouped("partner_id")
            for user in users.filtered(lambda u, h=heard: u.partner_id in h):
                mine = heard[user.partner_id]
                readable = model._readable_by(user, mine.mapped("res_id"))
                mine.filtered(lambda f, r=readable: f.res_id not in r).unlink()

    @api.model
    def _threads(self):
        """Return the models that people talk beside, as empty recordsets."""
        mixin = self.env.registry["danvan.thread"]
        return [
            self.env[name]
            for name, model in self.env.registry.items()
            if issubclass(model, mixin) and not model._abstract
        ]

    @api.model
    def _readable_by(self, user, ids):
        """Return which of the `ids` an account may read, by one query."""
        asking = self.with_user(user)
        if not ids or not asking.has_access("read"):
            return set()
        return set(asking.search(Domain("id", "in", ids)).ids)
