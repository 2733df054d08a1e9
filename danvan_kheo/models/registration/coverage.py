"""The board “Tiến độ đăng ký”: for each unit what is asked of it and what has come."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...tools import dates
from ..campaign.campaign import PUBLIC_STATES
from .campaign_coverage import CHOSEN

LETTER = "reminder_letter"


class DanvanCoverage(models.TransientModel):
    """One unit's row of the board, as counted for one person at one moment.

    The figures are those of `danvan.campaign._coverage`, which the reminder letter
    prints as well, so the two agree; rows are kept only so that an ordinary list can
    group, filter and choose among them. Nobody but who opened the board sees them.
    """

    _name = "danvan.coverage"
    _inherit = ["danvan.guarded"]
    _description = "Coverage"
    _order = "id"
    _rec_name = "unit_id"

    campaign_id = fields.Many2one("danvan.campaign", readonly=True)
    unit_id = fields.Many2one("danvan.unit", readonly=True)
    territory_id = fields.Many2one("danvan.territory", readonly=True)
    line_id = fields.Many2one("danvan.unit.line", readonly=True)
    level_id = fields.Many2one("danvan.level", readonly=True)
    kind_id = fields.Many2one("danvan.unit.kind", "Kind of Unit", readonly=True)
    assigned = fields.Integer("Number Assigned", readonly=True)
    registered = fields.Integer("Registered", readonly=True)
    accepted = fields.Integer("Accepted", readonly=True)
    unsent = fields.Integer("Not Sent Yet", readonly=True)
    missing = fields.Integer("Missing", readonly=True)
    situation = fields.Selection(
        [
            ("none", "Nothing Registered"),
            ("short", "Some Missing"),
            ("enough", "Complete"),
        ],
        readonly=True,
    )
    first_until = fields.Date("First Last Day", readonly=True)
    until = fields.Date("Last Day", readonly=True)
    is_extended = fields.Boolean("Extended", readonly=True)
    extension_reason = fields.Char("Why it was Extended", readonly=True)
    days_late = fields.Integer("Days Late", readonly=True, aggregator="max")
    is_late = fields.Boolean("To Be Reminded", readonly=True)
    reminded_on = fields.Date("Last Reminded on", readonly=True)

    # Written by `_open` only.
    _owned_fields = (
        *("campaign_id", "unit_id", "territory_id", "line_id", "level_id", "kind_id"),
        *("assigned", "registered", "accepted", "unsent", "missing", "situation"),
        *("first_until", "until", "is_extended", "extension_reason", "days_late"),
        *("is_late", "reminded_on"),
    )

    @api.model
    def action_open(self):
        """Open the board of the newest campaign that this person may read, an empty
        one where none has been launched.

        :return: the action of the board
        """
        campaign = self.env["danvan.campaign"].search(
            [("state", "in", PUBLIC_STATES)], order="year desc, id", limit=1
        )
        return self._open(campaign) if campaign else self._empty()

    @api.model
    def _empty(self):
        """Return the action of a board that says why there is nothing on it."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "danvan_kheo.danvan_coverage_action"
        )
        nothing = [("campaign_id", "=", False)]
        return {**action, "domain": nothing, "context": {"danvan_campaign": False}}

    @api.model
    def _open(self, campaign):
        """Count the board of `campaign` for this person and return its action."""
        mine = Domain("create_uid", "=", self.env.uid)
        # sudo: one's own rows of before.
        self.sudo().search(mine & Domain("campaign_id", "=", campaign.id)).unlink()
        self._create_owned(self._rows_of(campaign))
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "danvan_kheo.danvan_coverage_action"
        )
        return {
            **action,
            "name": (title := self._title(campaign)),
            "display_name": title,
            "domain": [("campaign_id", "=", campaign.id)],
            "context": {"danvan_campaign": campaign.id},
        }

    @api.model
    def _title(self, campaign):
        """Return the year, when it was counted, and what is asked of the areas."""
        areas = campaign._followed_areas()
        numbers = campaign._quota_numbers(areas)
        asked = areas.filtered(lambda area: numbers.get(area.id))
        now = dates.local(self.env, fields.Datetime.now())
        told = (
            self.env._("%(unit)s: assigned %(n)s", unit=area.name, n=numbers[area.id])
            for area in asked
        )
        parts = (
            self.env._("Coverage %s", campaign.year),
            now.strftime("%H:%M %d/%m/%Y"),
            *told,
        )
        return " · ".join(parts)

    @api.model
    def _rows_of(self, campaign):
        """Return the values of the rows, in the order of lists."""
        found = campaign._followed_coverage()
        units = self.env["danvan.unit"].union(*(one.unit for one in found))
        reminded = {}
        for reminder in campaign._reminders(units):
            reminded.setdefault(reminder.unit_id.id, reminder.date)
        reasons = campaign._extension_reasons(units)
        return [
            {
                "campaign_id": campaign.id,
                **self._place_of(one.unit),
                **self._figures_of(one),
                "first_until": campaign.registration_to,
                "extension_reason": one.is_extended and reasons[one.unit],
                "reminded_on": reminded.get(one.unit.id),
            }
            for one in found
        ]

    @api.model
    def _place_of(self, unit):
        return {
            "unit_id": unit.id,
            "territory_id": unit.territory_id.id,
            "line_id": unit.line_id.id,
            "level_id": unit.level_id.id,
            "kind_id": unit.kind_id.id,
        }

    @api.model
    def _figures_of(self, one):
        late = one.is_late()
        return {
            "assigned": one.assigned or 0,
            "registered": one.sent,
            "accepted": one.accepted,
            "unsent": one.unsent,
            "missing": one.missing,
            "situation": one.situation,
            "until": one.until,
            "is_extended": one.is_extended,
            "days_late": one.days if late else 0,
            "is_late": late,
        }

    def action_registrations(self):
        """Open the registrations that this row counts.

        :return: the action of the list
        """
        self._exactly_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "danvan_kheo.danvan_registration_action"
        )
        counted = self.campaign_id._counted_for(self.unit_id)
        return {**action, "name": self.unit_id.name, "domain": counted, "context": {}}

    def action_remind(self):
        """Remind the chosen units, or all that are late where none is chosen.

        :return: the action of the board, counted anew
        :raise UserError: with what stands against it
        """
        campaign = self._campaign()
        campaign._remind(self._chosen_or_late(campaign))
        return self._open(campaign)

    def action_letter(self):
        """Draft the letter that reminds the chosen units, or all that are late. Each
        is a new one: a draft that is still open may be to others.

        :return: the action that opens the draft
        :raise UserError: when there is nobody to remind
        """
        campaign = self._campaign()
        self.check_access("read")
        asking = campaign.with_context(**{CHOSEN: self.unit_id.ids})
        if not asking._late_units():
            raise UserError(self.env._("None of these units is late."))
        (template,) = asking._templates(LETTER).values()
        letter = asking._new_draft(template, asking._paper_unit())
        return {
            "type": "ir.actions.act_window",
            "res_model": letter._name,
            "res_id": letter.id,
            "views": [(False, "form")],
        }

    def action_extend(self):
        """Open the dialog that puts the last day off for the chosen units.

        :return: the action that opens it
        """
        campaign = self._campaign()
        action = campaign.action_extend()
        self.check_access("read")
        units = {"default_unit_ids": self.unit_id.ids}
        return {**action, "context": {**action["context"], **units}}

    def _chosen_or_late(self, campaign):
        self.check_access("read")
        if self:
            return self.unit_id
        found = campaign._followed_coverage()
        return self.env["danvan.unit"].union(*(o.unit for o in found if o.is_late()))

    @api.model
    def _campaign(self):
        """Return the campaign of the board from which a button was pressed.

        :raise UserError: when it was pressed elsewhere, or none has been launched
        """
        if len(self.campaign_id) == 1:
            return self.campaign_id
        id_ = self.env.context.get("danvan_campaign")
        if id_ is False:
            raise UserError(self.env._("No campaign has been launched yet."))
        if type(id_) is not int or not 0 < id_ < 2**31:
            raise UserError(self.env._("Open this from the board."))
        campaign = self.env["danvan.campaign"].browse(id_).exists()
        campaign.check_access("read")
        if not campaign:
            raise UserError(self.env._("Open this from the board."))
        return campaign


class DanvanCampaign(models.Model):
    """The board from the page of a campaign, and what its rows are made of."""

    _inherit = "danvan.campaign"

    def action_coverage(self):
        """Open the board of this campaign.

        :return: the action of the board
        """
        self._exactly_one()
        self.check_access("read")
        return self.env["danvan.coverage"]._open(self)

    def _extension_reasons(self, units):
        """Return `{unit: reason}` of the newest extension of each, or of one above."""
        # sudo: shown beside units that the reader may read.
        extensions = self.sudo().extension_ids.sorted("id")
        reasons = {one.unit_id.id: one.reason for one in extensions}
        return {
            unit: next((reasons[i] for i in unit.sudo()._chain() if i in reasons), "")
            for unit in units
        }

    def _counted_for(self, unit):
        """Return the domain of the registrations that the row of `unit` counts."""
        others = {one.unit.id for one in self._followed_coverage()} - {unit.id}
        below = self.env["danvan.unit"].search(
            Domain("id", "child_of", unit.id) | Domain("heir_ids", "child_of", unit.id)
        )
        nearer = {
            one.id
            for one in below
            if next((i for i in _answering(one) if i in others or i == unit.id), 0)
            == unit.id
        }
        within = Domain("campaign_id", "child_of", self.ids)
        return list(within & Domain("unit_id", "in", sorted(nearer)))


def _answering(unit):
    """Return the ids of the units that may answer for `unit`, the nearest first."""
    return [id_ for one in unit | unit.heir_ids for id_ in one._chain()]
