"""What waits for a person, by mail each morning: off until it is switched on, for
everything is reachable from “Việc của tôi” without any mail server."""

import logging

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import split_every

from ...tools import dates

_logger = logging.getLogger(__name__)

ON_PARAMETER = "danvan_kheo.digest"
HOUR_PARAMETER = "danvan_kheo.digest_hour"
CONTACT_PARAMETERS = ("danvan_kheo.contact_name", "danvan_kheo.contact_phone")
DEFAULT_HOUR = 7
LANGUAGE = "vi_VN"
INBOX = "/odoo/action-danvan_kheo.danvan_approval_step_action"
# Lines that a mail shows; the inbox shows the rest.
MOST_LINES = 50
BATCH = 100


class DanvanDigest(models.Model):
    """The day on which a person was last told what waits."""

    _name = "danvan.digest"
    _inherit = ["danvan.guarded"]
    _description = "Morning Mail"
    _rec_name = "user_id"
    _owned_fields = ("user_id", "date")

    user_id = fields.Many2one(
        "res.users", "Account", required=True, index=True, ondelete="cascade"
    )
    date = fields.Date("Last Sent on", required=True)

    _user_unique = models.UniqueIndex("(user_id)")

    @api.model
    def _run(self):
        """Tell everybody who has not been told today, a batch at a time.

        Called every hour; does nothing before the hour that is set.
        """
        if not self._is_time():
            return
        users = self._users_to_tell()
        remaining = len(users)
        for ids in split_every(BATCH, users.ids):
            self._tell(users.browse(ids))
            remaining -= len(ids)
            if not self.env["ir.cron"]._commit_progress(len(ids), remaining=remaining):
                break

    @api.model
    def _is_time(self):
        """Tell whether the mail is switched on and its hour has come."""
        parameter = self.env["ir.config_parameter"].sudo()
        if parameter.get_param(ON_PARAMETER) != "True":
            return False
        hour = parameter.get_param(HOUR_PARAMETER, "")
        due = int(hour) if hour.isdecimal() else DEFAULT_HOUR
        return dates.local(self.env, fields.Datetime.now()).hour >= due

    @api.model
    def _users_to_tell(self):
        """Return the accounts that may have something waiting and were not told
        today. Whether something waits is asked of each one's own inbox."""
        roles = (
            self.env["danvan.approval.step"]
            .sudo()
            ._read_group([("state", "=", "pending")], ["role"])
        )
        assignment = self.env["danvan.assignment"].sudo()
        acting = assignment._in_force() & Domain("role", "in", [r for (r,) in roles])
        told = self.sudo().search([("date", "=", dates.today(self.env))]).user_id
        users = assignment.search(acting).user_id - told
        return users.filtered(lambda u: u.active and not u.share and u.email)

    def _tell(self, users):
        """Queue a mail for each of `users`; one that fails does not stop the others."""
        for user in users:
            try:
                with self.env.cr.savepoint():
                    self._tell_one(user)
            except Exception:
                _logger.exception("No morning mail could be made for %s", user.login)
                self.env.invalidate_all()

    def _tell_one(self, user):
        steps = self._steps_of(user)
        if not steps:
            return
        self.env["mail.mail"].sudo().create(self._mail_vals(user, steps))
        self._note(user)

    def _note(self, user):
        """Note that the person was told today."""
        known = self.sudo().search([("user_id", "=", user.id)])
        vals = {"date": dates.today(self.env)}
        if known:
            known._write_owned(vals)
        else:
            self._create_owned([{**vals, "user_id": user.id}])

    @api.model
    def _steps_of(self, user):
        """Return the pending steps of `user`, the overdue ones first, as that person
        and only of documents that he or she may read."""
        language = self.env["res.lang"]._get_data(code=LANGUAGE)
        step = self.env["danvan.approval.step"].with_user(user).sudo(False)
        step = step.with_context(lang=LANGUAGE if language else user.lang)
        steps = step.search(step._mine_domain(), order="due_date, id")
        readable = {
            (model, id_)
            for model, some in steps.grouped("res_model").items()
            for id_ in self._readable(steps.env[model], some.mapped("res_id"))
        }
        return steps.filtered(lambda s: (s.res_model, s.res_id) in readable)

    @staticmethod
    def _readable(model, ids):
        return model.browse(set(ids)).exists()._filtered_access("read").ids

    @api.model
    def _mail_vals(self, user, steps):
        late = len(steps.filtered("is_overdue"))
        today = dates.today(self.env).strftime("%d/%m/%Y")
        mark = f", {late} việc quá hạn" if late else ""
        return {
            "subject": f"Dân vận khéo {today}: {len(steps)} việc chờ xử lý{mark}",
            "body_html": self._body(user, steps),
            "recipient_ids": [fields.Command.link(user.partner_id.id)],
            "email_from": self.env.company.email_formatted
            or self.env.ref("base.user_root").email_formatted,
            "auto_delete": True,
            "state": "outgoing",
        }

    @api.model
    def _body(self, user, steps):
        """Return the mail's text. Its words are Vietnamese, whoever reads it."""
        parameter = self.env["ir.config_parameter"].sudo()
        values = {
            "person": user.name,
            "today": dates.today(self.env).strftime("%d/%m/%Y"),
            "lines": [self._line(step) for step in steps[:MOST_LINES]],
            "total": len(steps),
            "late": len(steps.filtered("is_overdue")),
            "more": len(steps) - MOST_LINES,
            "address": parameter.get_param("web.base.url", "") + INBOX,
            "contact": [parameter.get_param(name) for name in CONTACT_PARAMETERS],
        }
        return self.env["ir.qweb"]._render("danvan_kheo.digest_mail", values)

    @api.model
    def _line(self, step):
        since = dates.local(self.env, step.since)
        return {
            "kind": step.kind_label,
            "subject": step.subject,
            "unit": step.owner_unit_id.name or "",
            "act": step.act_label,
            "since": since.strftime("%d/%m/%Y"),
            "due": step.due_date.strftime("%d/%m/%Y") if step.due_date else "",
            "is_overdue": step.is_overdue,
        }
