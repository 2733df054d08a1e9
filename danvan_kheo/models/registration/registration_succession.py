"""A registration goes on: into the next year, or with its unit to the successor."""

from odoo import api, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ...tools.amounts import figure
from ..campaign.campaign import ENDED_STATES


class DanvanRegistration(models.Model):
    """Continuing a model in a later campaign, by the unit or by who succeeded it, and
    following a unit in the middle of the year."""

    _inherit = "danvan.registration"

    def action_continue(self):
        """Register the model again in the campaign that is open now, as continued; by
        the successor where the unit has ended.

        :return: the action that opens the new draft
        :raise UserError: when the unit has ended and this person enters for none of
            its successors
        :raise ValidationError: when no campaign is open for the unit
        """
        self._exactly_one()
        unit = self._continuing_unit()
        campaign = self.env["danvan.campaign"]._open_for(unit)
        if not campaign or campaign == self.campaign_id:
            raise ValidationError(
                self.env._("No later campaign is open for %s yet.", unit.name)
            )
        following = self.copy(self._continued_vals(campaign, unit))
        self._renew(following)
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": following.id,
            "views": [(False, "form")],
        }

    def _renew(self, following):
        """Take out of the next year's draft what cannot be as it was: the months of
        the work are to be planned anew, and what was reached is now what there is."""
        following.activity_plan_ids.write({"date": False})
        reached = {r.indicator_id: r.value_to or r.value_from for r in self.result_ids}
        pairs = zip(self.indicator_ids, following.indicator_ids, strict=True)
        for indicator, renewed in pairs:
            if reached.get(indicator):
                renewed.baseline = figure(reached[indicator])

    def _continuing_unit(self):
        """Return the unit that continues the model: its own, or the living heir for
        which the user enters; of several the one that took over the work."""
        unit = self.unit_id
        if unit.is_in_force:
            return unit
        mine = unit._living().filtered("user_can_edit")
        if len(mine) > 1:
            mine &= unit._heir()
        if len(mine) != 1:
            raise UserError(
                self.env._(
                    "%(ended)s Only an officer there can continue this model.",
                    ended=unit._ended_sentence(),
                )
            )
        return mine

    def _continued_vals(self, campaign, unit):
        vals = {"campaign_id": campaign.id, "previous_id": self.id}
        if unit == self.unit_id:
            return vals
        placed = self._placed_at({self: unit})[self]
        placed.pop("deciding_unit_id")  # computed for what is new
        return {**placed, **vals}

    @api.model
    def _placed_at(self, units):
        """Return what places registrations at other units than theirs: the unit, the
        level where that still decides, who decides, the territory.

        :param units: `{registration: unit}`
        :return: `{registration: values}`
        """
        levels = self.env["danvan.level"]._upward()
        news = self.env["danvan.unit"].union(*units.values()).sudo()
        deciders = {level: news._deciding_units(level) for level in levels}
        return {
            registration: registration._place(unit, deciders)
            for registration, unit in units.items()
        }

    def _place(self, unit, deciders):
        """Return the values that place this registration at `unit`.

        :param deciders: `{level: {unit: who decides}}`, the lowest level first
        """
        own, chosen = self.sudo().unit_id, self.registered_level_id
        fitting = [
            level
            for level in (chosen, *deciders)
            if deciders.get(level, {}).get(unit) and level.rank <= unit.level_id.rank
        ]
        level = fitting[0] if fitting else chosen.browse()
        stays = self.territory_id != own.territory_id or not unit.territory_id
        return {
            "unit_id": unit.id,
            "registered_level_id": level.id,
            "deciding_unit_id": deciders[level][unit].id if level else False,
            "territory_id": (self if stays else unit).territory_id.id,
        }

    @api.model
    def _open_domain(self):
        # What belongs to a year that has been closed stays as it is.
        going_on = Domain("campaign_id.state", "not in", ENDED_STATES)
        return super()._open_domain() & going_on

    def _successor_values(self, mapping):
        values = super()._successor_values(mapping)
        units = {r: mapping.get(r.unit_id, r.unit_id) for r in self}
        placed = self._placed_at(units)
        for registration, unit in units.items():
            campaign = registration.campaign_id._covering(unit, mapping)
            vals = {**placed[registration], "campaign_id": campaign.id}
            values[registration.id] |= registration._changes(vals)
        return values

    def _changes(self, vals):
        """Return those of `vals` that differ; what decides is always said, so that it
        is not computed anew."""
        said = {"registered_level_id", "deciding_unit_id", "territory_id"}
        return {
            name: id_
            for name, id_ in vals.items()
            if name in said or self[name].id != id_
        }

    @api.model
    def _move_to_successors(self, mapping, reason):
        moved = super()._move_to_successors(mapping, reason)
        moved.model_id._follow_units(mapping)
        return moved

    def _accepted(self):
        res = super()._accepted()
        # sudo: the acceptance was checked just before; the thread goes where the
        # model is carried out now.
        for unit, registrations in self.sudo().grouped("unit_id").items():
            threads = registrations.model_id.filtered(lambda m, u=unit: m.unit_id != u)
            threads._follow_units(dict.fromkeys(threads.unit_id, unit))
        return res


class DanvanModel(models.Model):
    """The thread names the unit that carries the model out today."""

    _inherit = "danvan.model"

    def _follow_units(self, mapping):
        """Name the successors where the unit of a thread has ended.

        :param mapping: `{old unit: new unit}`
        """
        # sudo: threads are written by acts on their registrations only.
        for unit, threads in self.sudo().grouped("unit_id").items():
            if unit in mapping:
                new = mapping[unit]
                threads._write_owned(
                    {"unit_id": new.id, "territory_id": new.territory_id.id}
                )
