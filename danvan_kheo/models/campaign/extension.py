"""A later last day of registration for chosen units (“gia hạn”)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .campaign import ENDED_STATES, RUNNING_STATES

EXTEND = "extend_for_units"
ROLES = ("officer", "approver")


class DanvanCampaignExtension(models.Model):
    """One unit's new last day, for itself and those below it; of several acts for one
    unit the newest counts. Made by `_extend_for` only, never changed."""

    _name = "danvan.campaign.extension"
    _inherit = ["danvan.guarded"]
    _description = "Extension"
    _order = "campaign_id desc, id desc"
    _rec_name = "unit_id"
    _owned_fields = ("campaign_id", "unit_id", "date_to", "reason", "date", "user_id")

    campaign_id = fields.Many2one(
        "danvan.campaign", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        "danvan.unit", required=True, index=True, ondelete="restrict"
    )
    date_to = fields.Date("New Last Day", required=True)
    reason = fields.Char(required=True)
    date = fields.Date("Extended on", required=True)
    user_id = fields.Many2one(
        "res.users", "Extended by", required=True, ondelete="restrict"
    )


class DanvanCampaign(models.Model):
    """When registration ends for whom."""

    _inherit = "danvan.campaign"

    extension_ids = fields.One2many(
        "danvan.campaign.extension", "campaign_id", "Extensions", readonly=True
    )

    @api.model
    def _act_labels(self):
        return {**super()._act_labels(), EXTEND: self.env._("Extend for Units")}

    def _last_days(self, units):
        """Return `{unit: last day of registration}`, False where there is none: the
        campaign's, or a later one given to the unit or to one above it.

        The extensions are read once for all units.
        """
        # sudo: each caller shows a unit's day to who may read the unit.
        extensions = self.sudo().extension_ids.sorted("id")
        extended = {one.unit_id.id: one.date_to for one in extensions}
        until = self.registration_to
        if not (until and extended):
            return dict.fromkeys(units, until)
        return {
            unit: max(
                [until, *(extended[i] for i in unit.sudo()._chain() if i in extended)]
            )
            for unit in units
        }

    def action_extend(self):
        """Open the dialog in which the last day is put off for chosen units.

        :return: the action that opens it
        """
        self._exactly_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Extend for Units"),
            "res_model": "danvan.campaign.extend",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_campaign_id": self.id},
        }

    def _extend_for(self, units, day, reason):
        """Put the last day off for `units` and those below them.

        :param day: the new last day
        :param reason: why, such as a storm or a merger
        :raise UserError: when it is not the campaign's unit that does it, or with what
            else stands against it
        """
        self.ensure_one()
        self.check_access("read")
        holding = self._holding_as(ROLES)
        if not holding:
            raise UserError(
                self.env._(
                    "Only officers and leaders of %s extend the registration.",
                    self.sudo().unit_id.name,
                )
            )
        if self.state not in RUNNING_STATES:
            raise UserError(self._out_of_place())
        fault = self._fault_of_extension(units, day, reason)
        if fault:
            raise UserError(fault)
        extensions = self.env["danvan.campaign.extension"]._create_owned(
            [
                {
                    "campaign_id": self.id,
                    "unit_id": unit.id,
                    "date_to": day,
                    "reason": reason,
                    "date": self.env["danvan.period"]._today(),
                    "user_id": self.env.uid,
                }
                for unit in units
            ]
        )
        names = ", ".join(units.mapped("name"))
        said = f"{names}: {day.strftime('%d/%m/%Y')}. {reason}"
        self._log(EXTEND, {self.id: self.state}, holding, said)
        self._extended(extensions)

    def _fault_of_extension(self, units, day, reason):
        """Return why an extension is not possible, or None."""
        if not (units and day and reason):
            return self.env._("Choose units, a new last day, and write the reason.")
        outside = units - self._units_covered(units)
        if outside:
            names = ", ".join(outside.mapped("name"))
            return self.env._("The campaign was not launched for %s.", names)
        if self._missing_dates():  # of a campaign taken over from earlier years
            return self._missing_dates()[self.id]
        if not self.registration_to < day <= self.date_end:
            return self.env._(
                "The new last day comes after %(until)s and not after %(end)s, on "
                "which the campaign ends.",
                until=self.registration_to.strftime("%d/%m/%Y"),
                end=self.date_end.strftime("%d/%m/%Y"),
            )
        return None

    def _extended(self, extensions):
        """What follows when the last day has been put off; rooms add theirs."""


class DanvanReorganisation(models.Model):
    """A unit that succeeds has the time that was given to the one before it."""

    _inherit = "danvan.reorganisation"

    def _reorganise_documents(self, mapping):
        res = super()._reorganise_documents(mapping)
        # sudo: the administrator's right to reorganise was checked just before.
        extension = self.env["danvan.campaign.extension"].sudo()
        olds = self.env["danvan.unit"].union(*mapping)
        going_on = Domain("campaign_id", "any", [("state", "not in", ENDED_STATES)])
        moving = extension.search(going_on & Domain("unit_id", "in", olds.ids))
        for unit, extensions in moving.grouped("unit_id").items():
            extensions._write_owned({"unit_id": mapping[unit].id})
        return res
