"""Reminding units of what they owe (“Nhắc đơn vị”), and what is kept of it."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

REMIND = "remind_units"
ROLES = ("officer", "approver")


class DanvanReminder(models.Model):
    """That a unit was reminded in a campaign: when, by whom. Made by `_remind` only."""

    _name = "danvan.reminder"
    _inherit = ["danvan.guarded"]
    _description = "Reminder"
    _order = "id desc"
    _rec_name = "unit_id"
    _owned_fields = ("campaign_id", "unit_id", "by_unit_id", "date", "user_id")

    campaign_id = fields.Many2one(
        "danvan.campaign", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        "danvan.unit", required=True, index=True, ondelete="restrict"
    )
    by_unit_id = fields.Many2one(
        "danvan.unit", "Reminded by", required=True, ondelete="restrict"
    )
    date = fields.Date("Reminded on", required=True)
    user_id = fields.Many2one("res.users", "Sent by", required=True)


class DanvanCampaign(models.Model):
    """Reminds the units that are late with their registrations."""

    _inherit = "danvan.campaign"

    @api.model
    def _act_labels(self):
        return {**super()._act_labels(), REMIND: self.env._("Remind")}

    def _remind(self, units):
        """Remind those of `units` that are to be reminded today, once a day each.

        :return: the units reminded
        :raise UserError: for who does not act for the unit of an area that this person
            follows, and when none of them is to be reminded
        """
        self.ensure_one()
        self.check_access("read")
        holding = self._holding_for_areas(self._followed_areas())
        late = [one for one in self._followed_coverage() if one.is_late()]
        asked = units & units.union(*(one.unit for one in late))
        reminded = asked - asked.browse(self._reminded_today(asked))
        if not reminded:
            raise UserError(
                self.env._(
                    "None of the chosen units is to be reminded: they have sent, still "
                    "have time, or were reminded today."
                )
            )
        self._keep_reminders(reminded, holding[self.id].unit_id)
        names = ", ".join(reminded.mapped("name"))
        self._log(REMIND, {self.id: self.state}, holding, names)
        for one in late:
            if one.unit in reminded:
                self._tell_late(one)
        return reminded

    def _holding_for_areas(self, areas):
        """Return `{campaign_id: assignment}` by which the current user acts for the
        unit of one of `areas`, or for one that advises it."""
        # sudo: only which units advise them.
        unit = self.env["danvan.unit"].sudo()
        advising = unit.search([("advises_id", "in", areas.ids)])
        desks = areas | advising.with_env(self.env)
        for role in ROLES:
            held = self.env["danvan.assignment"]._holding(desks, role)
            held = self.env["danvan.assignment"].union(*held.values())
            fitting = self._first_fitting({self.sudo(): held} if held else {})
            if fitting:
                return fitting
        raise UserError(
            self.env._(
                "Only officers and leaders of %s remind units.",
                ", ".join((areas or self._area()).mapped("name")),
            )
        )

    def _reminded_today(self, units):
        today = self.env["danvan.period"]._today()
        return self._reminders(units).filtered(lambda r: r.date == today).unit_id.ids

    def _reminders(self, units):
        """Return the reminders of `units` in this campaign, the newest first."""
        # sudo: each caller shows them beside units that one may read.
        reminder = self.env["danvan.reminder"].sudo()
        return reminder.search(
            [("campaign_id", "=", self.id), ("unit_id", "in", units.ids)]
        )

    def _keep_reminders(self, units, by_unit):
        self.env["danvan.reminder"]._create_owned(
            [
                {
                    "campaign_id": self.id,
                    "unit_id": unit.id,
                    "by_unit_id": by_unit.id,
                    "date": self.env["danvan.period"]._today(),
                    "user_id": self.env.uid,
                }
                for unit in units
            ]
        )

    def _tell_late(self, late):
        """Tell officers and leaders of one late unit what it owes; who may not read
        the campaign is not told (`danvan.thread`)."""
        # sudo: who acts for the unit; only that person is told.
        assignment = self.env["danvan.assignment"].sudo()
        acting = late.unit._acting_units()[late.unit.id]
        people = assignment.search(
            assignment._in_force()
            & Domain("unit_id", "=", acting.id)
            & Domain("role", "in", ROLES)
        ).user_id
        if not people:
            return
        vietnamese = self.with_context(lang="vi_VN").env
        self.message_notify(
            partner_ids=people.partner_id.ids,
            subject=vietnamese._("Reminder: %s", self.name),
            body=vietnamese._(
                "%(unit)s: sent %(sent)s, still missing %(missing)s. Last day of "
                "registration: %(until)s.",
                unit=late.unit.name,
                sent=late.sent,
                missing=late.missing or int(not late.sent),
                until=late.until.strftime("%d/%m/%Y") if late.until else "",
            ),
        )
