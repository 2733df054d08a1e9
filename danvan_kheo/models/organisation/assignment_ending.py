"""What follows when assignments begin, change or end: drawn in one place."""

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Command, Domain


class DanvanAssignment(models.Model):
    """Rights are asked when a query runs, so they end by themselves. What reaches a
    person without asking (menus, followers, steps) is drawn by `_settle`: on every
    change, and by a daily job for those whose dates pass."""

    _inherit = "danvan.assignment"

    was_in_force = fields.Boolean(
        "Drawn as in Effect",
        readonly=True,
        copy=False,
        export_string_translation=False,
        help="What followed was drawn while it was in effect.",
    )

    def action_end(self):
        """Open the dialog that ends these assignments.

        :return: the action of the dialog
        :raise AccessError: for everybody but administrators
        """
        self._check_administrator()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("End the Assignment"),
            "res_model": "danvan.assignment.end",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_assignment_ids": self.ids},
        }

    def _check_administrator(self):
        if not self._is_administrator():
            raise AccessError(
                self.env._("Only administrators of the module end assignments.")
            )

    def _end(self, last_day):
        """End assignments; the caller has checked the right. A last day of today or
        earlier ends them at this very moment, a later one by itself.

        :param last_day: date; one before the beginning ends on the day of beginning
        """
        at_once = last_day <= self._today()
        ended = {"ended_at": fields.Datetime.now()} if at_once else {}
        open_ = self.sudo().filtered(lambda a: a.state != "ended")
        for day, assignments in open_.grouped(lambda a: a._last_day(last_day)).items():
            assignments._write_owned({"date_to": day, **ended})

    def _last_day(self, wanted):
        """Return the last day written down: within what was agreed already."""
        day = min(wanted, self.date_to or wanted)
        return max(day, self.date_from or day)

    def _settle(self):
        """Draw what follows from the present state of these assignments and of those
        delegated from them: menus of the roles, and what rooms add."""
        # sudo: creating, changing or ending was checked by who calls.
        changed = self.browse(self.ids).sudo().with_context(danvan_key=False)
        changed |= changed.search([("delegated_from_id", "in", changed.ids)])
        in_force = changed.filtered_domain(self._effective())
        for state, records in ((True, in_force), (False, changed - in_force)):
            stale = records.filtered(lambda a, s=state: a.was_in_force != s)
            if stale:
                stale._write_owned({"was_in_force": state})
        changed._settle_menus()
        changed._settle_rooms()

    def _settle_rooms(self):
        """Draw what follows in later rooms; they add theirs. Runs as superuser."""

    def _settle_menus(self):
        """Open the menus of the roles that the persons hold or will hold, and close
        those of roles that they hold no more.

        The groups only open menus and models; they grant no record. The module's
        common group stays: with it a refusal is said in words.
        """
        lasting = self.search(
            self._lasting()
            & Domain("user_id", "in", self.user_id.ids)
            & Domain("role", "in", self.mapped("role"))
        )
        common = self.env.ref("danvan_kheo.group_user")
        for role, assignments in self.grouped("role").items():
            group = self.env.ref(f"danvan_kheo.group_{role}")
            holding = lasting.filtered(lambda a, r=role: a.role == r).user_id
            fresh = holding.filtered(lambda user, g=group: g not in user.group_ids)
            _write_groups(fresh, Command.link(group.id), Command.link(common.id))
            gone = (assignments.user_id - holding) & group.user_ids
            _write_groups(gone, Command.unlink(group.id), Command.link(common.id))

    @api.model
    def _cron_settle(self):
        """Draw what follows for the assignments that began or ended by their dates."""
        effective = self._effective()
        begun = effective & Domain("was_in_force", "=", False)
        over = ~effective & Domain("was_in_force", "=", True)
        self.search(begun | over)._settle()


def _write_groups(users, *commands):
    if users:
        users.write({"group_ids": list(commands)})
