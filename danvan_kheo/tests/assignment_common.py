"""What tests of assignments share."""

from datetime import timedelta

from odoo import fields


class AssignmentActs:
    """Goes before a class of the small province."""

    @classmethod
    def _assign(cls, user, role, unit, **vals):
        return cls.env["danvan.assignment"].create(
            {"user_id": user.id, "role": role, "unit_id": unit.id, **vals}
        )

    @classmethod
    def _held(cls, user):
        return cls.env["danvan.assignment"].search([("user_id", "=", user.id)])

    @classmethod
    def _day(cls, days=0):
        """Return the date so many days from today."""
        return cls.env["danvan.period"]._today() + timedelta(days=days)

    def _end(self, assignments, day=0, user=None):
        """End as an administrator does, in the dialog."""
        dialog = self.env["danvan.assignment.end"].with_user(user or self.administrator)
        dialog.create(
            {
                "assignment_ids": [fields.Command.set(assignments.ids)],
                "date_to": self._day(day),
            }
        ).action_confirm()
        self.env.invalidate_all()

    def _delegate(self, giver, to, days=7, begins=0, reason="Đi công tác"):
        """Delegate as a leader does, in the dialog; return the new assignment."""
        own = self._held(giver).filtered(lambda a: not a.delegated_from_id)
        action = own.with_user(giver).action_delegate()
        context = action["context"]
        dialog = self.env[action["res_model"]].with_user(giver)
        dialog = dialog.with_context(**context)
        before = self._held(to)
        dialog.create(
            {
                "user_id": to.id,
                "date_from": self._day(begins),
                "date_to": self._day(days),
                "reason": reason,
            }
        ).action_confirm()
        self.env.invalidate_all()
        return self._held(to) - before

    def _granted(self, user, right="user_can_read", model="danvan.unit"):
        self.env.invalidate_all()
        return self.env[model].with_user(user).search([(right, "=", True)])

    def _steps_of(self, user):
        """Return the steps that wait for a person."""
        self.env.invalidate_all()
        step = self.env["danvan.approval.step"].with_user(user)
        return step.search([("is_mine", "=", True)])
