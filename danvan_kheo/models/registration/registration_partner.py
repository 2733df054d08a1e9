"""Units that carry out a part of a model of another unit (“Đơn vị phối hợp”)."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from .registration_workflow import ACCEPTED_STATES

CONFIRM = "confirm_part"


class DanvanRegistrationPartner(models.Model):
    """One cooperating unit and its part. It is counted for the lead unit alone; its
    leader confirms the part once the registration is in the list of the year."""

    _name = "danvan.registration.partner"
    _inherit = ["danvan.registration.line"]
    _description = "Cooperating Unit"
    _placing_fields = ("partner_id",)
    _owned_fields = ("confirmed_on", "confirmed_by_id")

    partner_id = fields.Many2one(
        "danvan.unit",
        "Cooperating Unit",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('is_in_force', '=', True)]",
    )
    part = fields.Char("Its Part", help="What this unit does.")
    confirmed_on = fields.Date("Confirmed on", readonly=True, copy=False)
    confirmed_by_id = fields.Many2one(
        "res.users", "Confirmed by", readonly=True, copy=False
    )
    can_confirm = fields.Boolean(
        compute="_compute_can_confirm", export_string_translation=False
    )

    _partner_once = models.Constraint(
        "UNIQUE (registration_id, partner_id)",
        "This unit is among the cooperating units already.",
    )

    @api.constrains("partner_id", "registration_id")
    def _check_another_unit(self):
        for line in self:
            if line.partner_id == line.registration_id.unit_id:
                raise ValidationError(
                    self.env._("The registering unit does not cooperate with itself.")
                )

    @api.depends_context("uid")
    @api.depends("confirmed_on", "registration_id.state")
    def _compute_can_confirm(self):
        held = self._held_by_leader()
        for line in self:
            line.can_confirm = not line._fault_of_confirming(held)

    def action_confirm_part(self):
        """Confirm the part of one's unit.

        :return: False: the page stays
        :raise UserError: for everybody but the leaders of that unit, before the
            registration is accepted, and when it is confirmed already
        """
        self._exactly_one()
        self.check_access("read")
        held = self._held_by_leader()
        fault = self._fault_of_confirming(held)
        if fault:
            raise UserError(fault)
        registration, today = self.registration_id, self.env["danvan.period"]._today()
        self._write_owned({"confirmed_on": today, "confirmed_by_id": self.env.uid})
        holding = {registration.id: held[self.partner_id.id][:1]}
        said = " · ".join(part for part in (self.partner_id.name, self.part) if part)
        registration._log(CONFIRM, {registration.id: registration.state}, holding, said)
        return False

    def _held_by_leader(self):
        """Return `{unit_id: assignments}` by which this person leads the units."""
        units = self.sudo().partner_id.with_env(self.env)
        return self.env["danvan.assignment"]._holding(units, "approver")

    def _fault_of_confirming(self, held):
        """Return why this part cannot be confirmed now, or None."""
        if self.confirmed_on:
            return self.env._("It has been confirmed already.")
        if self.registration_id.state not in ACCEPTED_STATES:
            return self.env._("A part is confirmed once the registration is accepted.")
        if self.partner_id.id not in held:
            return self.env._("Only leaders of %s confirm it.", self.partner_id.name)
        return None


class DanvanRegistration(models.Model):
    """Whose parts there are, and the mark in the trail."""

    _inherit = "danvan.registration"

    partner_ids = fields.One2many(
        "danvan.registration.partner",
        "registration_id",
        "Cooperating Units",
        copy=True,
    )

    @api.model
    def _act_labels(self):
        return {**super()._act_labels(), CONFIRM: self.env._("Confirm the Part")}
