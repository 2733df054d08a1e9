"""The one act that hands work over: roles, documents, steps, from a day."""

from datetime import timedelta

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class DanvanHandover(models.Model):
    """Carrying a handover out."""

    _inherit = "danvan.handover"

    def action_hand_over(self):
        """Hand over what is ticked: assignments from the day on, documents on the
        day itself.

        :return: True
        :raise UserError: for everybody but the unit's leader and administrators, and
            with what is still missing
        """
        self.check_access("read")
        for handover in self:
            handover._check_may_hand_over()
            handover.sudo().lock_for_update(allow_referencing=True)
            handover._check_draft()
            handover._check_complete()
            handover._settle_assignments()
            if handover.date <= self.env["danvan.period"]._today():
                handover._carry_out()
            else:
                handover._follow("agree")
        return True

    def _check_may_hand_over(self):
        assignments = self.env["danvan.assignment"]
        unit = self.sudo().unit_id
        leading = assignments._holding(unit, "approver").get(unit.id, assignments)
        whole = not all(leading.mapped("is_narrowed"))
        if whole or assignments._is_administrator():
            return
        raise UserError(
            self.env._(
                "It is prepared. Only the leader of %s or the administrator carries "
                "it out.",
                unit.name,
            )
        )

    def _check_complete(self):
        if not self.to_user_id or not self.reason:
            raise UserError(self.env._("Say to whom the work is handed over, and why."))
        if not self.to_user_id.active:
            raise UserError(
                self.env._("The account of %s is closed.", self.to_user_id.name)
            )
        if not self.ends_assignments and not self._chosen():
            raise UserError(self.env._("Tick at least one thing to hand over."))

    def _chosen(self):
        return self.sudo().line_ids.filtered("is_chosen")

    def _settle_assignments(self):
        """Let the successor hold the roles that the work asks for, then end the
        giver's; the caller has checked the right."""
        missing = self._missing_roles()
        if missing and not self.env["danvan.assignment"]._is_administrator():
            raise UserError(self._roles_are_missing(missing))
        for role in missing:
            self._assign(role)
        if self.ends_assignments:
            self._check_may_end()
            held = self._lasting_at_unit()
            held._end(self.date - timedelta(days=1))

    def _missing_roles(self):
        """Return the roles that the successor needs at the unit and does not hold on
        the day: those of what is ticked; all of the giver's where these end."""
        needed = set(self._chosen().mapped("role")) - {False}
        if self.ends_assignments:
            needed |= set(self._giver_assignments().mapped("role"))
        assignments = self.env["danvan.assignment"]
        held = assignments._of_person_at(self.to_user_id, self.unit_id, self.date)
        return sorted(needed - set(held.mapped("role")))

    def _roles_are_missing(self, roles):
        labels = dict(
            self.env["danvan.assignment"]
            ._fields["role"]
            ._description_selection(self.env)
        )
        return self.env._(
            "%(person)s does not hold these roles at %(unit)s on that day: %(roles)s. "
            "Ask the administrator to carry out the handover; the assignments are then "
            "made by it.",
            person=self.to_user_id.name,
            unit=self.unit_id.name,
            roles=", ".join(labels[role] for role in roles),
        )

    def _assign(self, role):
        """Give the successor what the giver holds in `role`, from the day on."""
        given = self._giver_assignments().filtered(lambda a: a.role == role)[:1]
        self.env["danvan.assignment"].create(
            {
                "user_id": self.to_user_id.id,
                "unit_id": self.unit_id.id,
                "role": role,
                "date_from": self.date,
                **(given._scope_vals() if given else {}),
            }
        )

    def _check_may_end(self):
        """A leader ends neither another leader's office nor that of a member of the
        council: administrators do."""
        if self.env["danvan.assignment"]._is_administrator():
            return
        own = self.from_user_id == self.env.user
        roles = set(self._giver_assignments().mapped("role"))
        if not own and "approver" in roles:
            raise UserError(
                self.env._(
                    "%s is a leader of the unit: only the administrator ends that. "
                    "Untick the ending, or ask the administrator.",
                    self.from_user_id.name,
                )
            )

    def _carry_out(self):
        """Pass on what is ticked and still in the person's hands."""
        lines = self._chosen().filtered(lambda line: line.what == "officer")
        for model, chosen in lines.grouped("res_model").items():
            # sudo: the right was checked; documents are passed on in any state.
            records = self.env[model].sudo().browse(chosen.mapped("res_id")).exists()
            held = records.filtered(lambda r: r.officer_id == self.from_user_id)
            held._pass_on(self.to_user_id, "hand_over", self._said_in_trail())
        self._chosen()._write_owned({"is_done": True})
        self._follow("complete")
        self._handed_over()

    def _lasting_at_unit(self):
        """Return all that the giver holds at the unit, or will, delegated or not."""
        assignments = self.env["danvan.assignment"].sudo()
        return assignments.search(
            assignments._lasting()
            & Domain("user_id", "=", self.from_user_id.id)
            & Domain("unit_id", "=", self.unit_id.id)
        )

    def _said_in_trail(self):
        return self.env._(
            "From %(giver)s to %(receiver)s: %(reason)s",
            giver=self.from_user_id.name,
            receiver=self.to_user_id.name,
            reason=self.reason,
        )

    def _handed_over(self):
        """What follows when work has been handed over; rooms add theirs."""

    @api.model
    def _hand_over_due(self):
        """Carry out the agreed handovers whose day has come."""
        today = self.env["danvan.period"]._today()
        due = Domain("state", "=", "agreed") & Domain("date", "<=", today)
        for handover in self.search(due):
            handover._carry_out()
