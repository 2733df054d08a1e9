"""Delegation: an approver hands the power to act to another person for a period."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

# Who decides may hand that over for a time; other roles are assigned.
DELEGABLE_ROLES = ("approver",)


class DanvanAssignment(models.Model):
    """A delegated assignment says from whom: it covers what the giver's covers, ends
    at the latest with it, and is not handed on."""

    _inherit = "danvan.assignment"

    delegated_from_id = fields.Many2one(
        "danvan.assignment",
        "Delegated from",
        readonly=True,
        index="btree_not_null",
        copy=False,
        ondelete="restrict",
    )
    giver_id = fields.Many2one(
        related="delegated_from_id.user_id", string="Delegated by"
    )
    reason = fields.Char("Reason of the Delegation", readonly=True, copy=False)
    delegation_ids = fields.One2many(
        "danvan.assignment", "delegated_from_id", "Delegations", readonly=True
    )
    can_delegate = fields.Boolean(
        compute="_compute_can_delegate", export_string_translation=False
    )
    can_take_back = fields.Boolean(
        compute="_compute_can_delegate", export_string_translation=False
    )

    @api.depends_context("uid")
    @api.depends("state", "user_id", "delegated_from_id.user_id")
    def _compute_can_delegate(self):
        for assignment in self:
            assignment.can_delegate = not assignment._no_delegating()
            assignment.can_take_back = not assignment._no_taking_back()

    def action_delegate(self):
        """Open the dialog in which an approver hands the own role to another.

        :return: the action of the dialog
        :raise UserError: for every other assignment, with the reason
        """
        self._exactly_one()
        self.check_access("read")
        self._raise_if(self._no_delegating())
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Delegate"),
            "res_model": "danvan.delegation",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_assignment_id": self.id},
        }

    def action_take_back(self):
        """End a delegation at once: the giver's right, and the administrators'.

        :return: True
        :raise UserError: for every other person, with the reason
        """
        self.check_access("read")
        for assignment in self:
            assignment._raise_if(assignment._no_taking_back())
        self._end(self._today())
        return True

    def _raise_if(self, reason):
        if reason:
            raise UserError(reason)

    def _no_delegating(self):
        """Return why the current user cannot delegate this, False when nothing
        stands against it."""
        held = self.sudo()
        if held.user_id != self.env.user:
            return self.env._("Only a role of one's own is delegated.")
        if held.delegated_from_id:
            return self.env._("What one holds by delegation is not handed on.")
        if held.role not in DELEGABLE_ROLES:
            return self.env._("Only a leader's power to approve is delegated.")
        if held.state != "active":
            return self.env._("This assignment is not in effect.")
        return False

    def _no_taking_back(self):
        """Return why the current user cannot take this back, or False."""
        held = self.sudo()
        if not held.delegated_from_id or held.state == "ended":
            return self.env._("This is no delegation in effect or to come.")
        if held.giver_id != self.env.user and not self._is_administrator():
            return self.env._(
                "Only %s, who delegated it, or the administrator takes it back.",
                held.giver_id.name,
            )
        return False

    def _delegate(self, user, date_from, date_to, reason):
        """Hand this role to `user` for a period.

        :param user: an internal account other than the giver's
        :param date_from: first day, not before today
        :param date_to: last day, not after the giver's own
        :param reason: why
        :return: the new assignment
        :raise UserError: when the current user cannot delegate this
        :raise ValidationError: for another person or period than one may choose
        """
        self.ensure_one()
        self._raise_if(self._no_delegating())
        if date_from < self._today():
            raise ValidationError(
                self.env._("A delegation begins today or later, not in the past.")
            )
        vals = {
            "user_id": user.id,
            "unit_id": self.sudo().unit_id.id,
            "role": self.role,
            "date_from": date_from,
            "date_to": date_to,
            "delegated_from_id": self.id,
            "reason": reason,
            **self.sudo()._scope_vals(),
        }
        # Checked just above: one's own role, to another person, for a period.
        return self._create_owned([vals])

    def _scope_vals(self):
        """Return the values that make another assignment cover the same."""
        self.ensure_one()
        return {
            name: self._fields[name].convert_to_write(self[name], self)
            for name in self._scope_fields()
        }

    def _spread_to_delegations(self, vals):
        """Let what is held by delegation cover what the giver's covers now."""
        if not set(vals) & set(self._scope_fields()):
            return
        for assignment in self.sudo():
            held = self.sudo().search([("delegated_from_id", "=", assignment.id)])
            if held:
                held._write_owned(assignment._scope_vals())

    def _on_behalf(self):
        """Return the name of who delegated this, False where it is held in one's own
        right: for the trail."""
        return self.sudo().giver_id.name or False

    @api.constrains("delegated_from_id", "user_id", "date_from", "date_to")
    def _check_delegation(self):
        for assignment in self.filtered("delegated_from_id"):
            fault = assignment._fault_of_delegation(assignment.delegated_from_id)
            if fault:
                raise ValidationError(fault)

    def _fault_of_delegation(self, given):
        if given.user_id == self.user_id or not self.user_id.active:
            return self.env._("A role is delegated to another person's open account.")
        if not self.date_from or not self.date_to:
            return self.env._("A delegation has a first and a last day.")
        if not given._lasts(self.date_from, self.date_to):
            return self.env._(
                "A delegation stays within the giver's own period, %s.",
                given._period_text(),
            )
        return False

    def _lasts(self, date_from, date_to):
        begun = not self.date_from or self.date_from <= date_from
        return begun and (not self.date_to or self.date_to >= date_to)

    @api.constrains(lambda self: ("delegated_from_id", *self._scope_fields()))
    def _check_covers_as_given(self):
        for assignment in self.filtered("delegated_from_id"):
            given = assignment.delegated_from_id
            names = self._scope_fields()
            if any(assignment[name] != given[name] for name in names):
                raise ValidationError(
                    self.env._(
                        "What is held by delegation covers what %s covers. Change the "
                        "giver's assignment instead.",
                        given.user_id.name,
                    )
                )

    @api.model
    def _lasting(self):
        """Return the domain of what is in effect or to come."""
        today = self._today()
        lasting = Domain("date_to", "=", False) | Domain("date_to", ">=", today)
        lasting &= Domain("ended_at", "=", False)
        own = Domain("delegated_from_id", "=", False)
        return lasting & (own | Domain("delegated_from_id", "any!", lasting))
