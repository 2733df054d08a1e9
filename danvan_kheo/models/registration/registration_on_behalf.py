"""Registering for a unit without an account: “nhập thay”."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

# How the names of hamlets and quarters begin.
HAMLETS = (
    "thôn",
    "buôn",
    "bản",
    "bon",
    "ấp",
    "khóm",
    "làng",
    "xóm",
    "khu phố",
    "tổ dân phố",
)


class DanvanRegistration(models.Model):
    """A draft goes to another unit for which its officer enters; what is known of the
    unit is filled in."""

    _inherit = "danvan.registration"

    is_on_behalf = fields.Boolean(
        "Entered on Behalf",
        compute="_compute_is_on_behalf",
        help="The unit has nobody with an account: one above enters for it.",
    )

    @api.depends("unit_id")
    def _compute_is_on_behalf(self):
        acting = self.unit_id._origin._acting_units()
        for registration in self:
            unit = registration.unit_id._origin
            registration.is_on_behalf = bool(unit) and acting[unit.id] != unit

    @api.onchange("unit_id")
    def _onchange_unit_id(self):
        """Begin with what is known: the place of the unit, and what it registered last
        in an earlier year. What was typed stays."""
        unit = self.unit_id._origin
        if unit:
            earlier = Domain("year", "<", self.campaign_id.year)
            last = self.search(Domain("unit_id", "=", unit.id) & earlier, limit=1)
            self._fill_in({"sector_id": last.sector_id, "core_force": last.core_force})
            self._fill_in(self._place_of_unit(unit))

    def _fill_in(self, known):
        """Write what is `known` where nothing is written yet."""
        for name, value in known.items():
            if value and not self[name]:
                self[name] = value
        if known.get("place_detail") and not self.hamlet:
            self.place_kind = "institution"

    @api.model
    def _place_of_unit(self, unit):
        """Return the place that the name of a grassroots unit tells."""
        if unit.level_id != self.env.ref("danvan_kheo.level_grassroots"):
            return {}
        place = unit.name.partition(",")[0].strip()
        is_hamlet = place.lower().startswith(HAMLETS)
        return {"hamlet" if is_hamlet else "place_detail": place}

    def action_choose_unit(self):
        """Open the dialog that gives this draft to another unit.

        :return: the action of the dialog
        :raise UserError: when it is no draft any more
        """
        return self._open_unit_dialog("existing", self.env._("Register on Behalf"))

    def action_add_unit(self):
        """Open the dialog that adds a grassroots unit and gives this draft to it.

        :return: the action of the dialog
        :raise UserError: when it is no draft any more
        """
        return self._open_unit_dialog("new", self.env._("Add a Grassroots Unit"))

    def _open_unit_dialog(self, choice, title):
        self._check_may_change_unit()
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": "danvan.registration.unit",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "danvan_model": self._name,
                "danvan_ids": self.ids,
                "default_choice": choice,
            },
        }

    def _check_may_change_unit(self):
        self._exactly_one()
        self.check_access("write")
        # sudo: only whether there is a line.
        if self.state != "draft" or self.previous_id or self.sudo().trail_ids:
            raise UserError(
                self.env._(
                    "Only a new draft changes its unit. Make a new registration for "
                    "the other unit."
                )
            )

    def _give_to_unit(self, unit, hamlet=None):
        """Make this the draft of another unit.

        :param unit: a `danvan.unit` for which the user enters
        :param hamlet: name of the hamlet or quarter, where it is known
        :raise UserError: when the user does not enter for it, or no campaign covers it
        """
        self._check_may_change_unit()
        unit._exactly_one()
        if not unit.user_can_edit or not unit.is_in_force:
            raise UserError(self.env._("You do not enter for %s.", unit.name))
        campaign = self.campaign_id
        if not campaign._covers(unit):
            campaign = campaign._open_for(unit)
        placed = self._placed_at({self: unit})[self]
        # The right to write the draft and to enter for the unit was checked above.
        self._write_owned({**placed, "campaign_id": campaign.id})
        self._fill_in({"hamlet": hamlet})
        self._fill_in(self._place_of_unit(unit))
