"""Assigning quotas: many at once, and after the launch with a reason."""

from odoo import api, models
from odoo.exceptions import UserError

from .campaign import RUNNING_STATES
from .quota import LARGEST

ASSIGN_QUOTAS = "assign_quotas"
# While it is planned nothing was promised yet; once launched a change is explained.
PLANNING_STATES = ("draft",)


class DanvanCampaign(models.Model):
    """The one act by which quotas are assigned, apart from writing them in a draft."""

    _inherit = "danvan.campaign"

    @api.model
    def _act_labels(self):
        return {**super()._act_labels(), ASSIGN_QUOTAS: self.env._("Assign Quotas")}

    def action_assign_quotas(self):
        """Open the dialog in which quotas are assigned to many units at once.

        :return: the action that opens it
        """
        self._exactly_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Assign Quotas"),
            "res_model": "danvan.quota.assign",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_campaign_id": self.id},
        }

    def _assign_quotas(self, units, kinds, level, number, reason):
        """Assign `number` to each of `units` and of `kinds`, new or instead of what
        they had.

        :param level: the level to which the kinds are limited, may be empty
        :param reason: why, once the campaign is launched
        :raise UserError: when it is no officer of the campaign's unit who does it, or
            the campaign is not in a state for it
        """
        self.ensure_one()
        self.check_access("read")
        holding = self._holding_for_quotas(reason)
        if not (units or kinds) or not 0 <= number <= LARGEST:
            raise UserError(
                self.env._(
                    "Choose units or kinds of units, and a number from 0 to %s.",
                    LARGEST,
                )
            )
        asked = [(unit.id, False, False) for unit in units]
        asked += [(False, kind.id, level.id) for kind in kinds]
        self._write_quotas(asked, number, reason)
        names = ", ".join([*units.mapped("name"), *kinds.mapped("name")])
        said = f"{names}: {number}. {reason or ''}".strip()
        self._log(ASSIGN_QUOTAS, {self.id: self.state}, holding, said)

    def _holding_for_quotas(self, reason):
        """Return `{campaign_id: assignment}` by which the user assigns quotas now."""
        holding = self._holding_as(("officer",))
        if not holding:
            raise UserError(
                self.env._(
                    "Only officers of %s assign the quotas of this campaign.",
                    self.sudo().unit_id.name,
                )
            )
        if self.state not in (*PLANNING_STATES, *RUNNING_STATES):
            raise UserError(self._out_of_place())
        if self.state in RUNNING_STATES and not reason:
            raise UserError(
                self.env._("The campaign is launched: write why the quotas change.")
            )
        return holding

    def _write_quotas(self, asked, number, reason):
        """Write the quotas.

        :param asked: list of (unit id, kind id, level id), False where there is none
        """
        # sudo: that it is the campaign's officer was checked just before.
        quota = self.env["danvan.quota"].sudo()
        standing = {
            (one.unit_id.id, one.kind_id.id, one.level_id.id): one
            for one in quota.search([("campaign_id", "=", self.id)])
        }
        changed = {"number": number}
        if self.state in RUNNING_STATES:
            today = self.env["danvan.period"]._today()
            changed |= {"change_date": today, "change_reason": reason}
        known = quota.union(*(standing[key] for key in asked if key in standing))
        known._write_owned(changed)
        names = ("unit_id", "kind_id", "level_id")
        quota._create_owned(
            [
                {
                    "campaign_id": self.id,
                    **dict(zip(names, key, strict=True)),
                    **changed,
                }
                for key in asked
                if key not in standing
            ]
        )


class DanvanQuota(models.Model):
    """From a selection of quotas to the dialog that changes them."""

    _inherit = "danvan.quota"

    def action_change(self):
        """Open the dialog in which the number of these quotas is changed.

        :return: the action that opens it
        :raise UserError: when they belong to several campaigns, or limit kinds to
            several levels
        """
        self.check_access("read")
        kinds = self.filtered("kind_id")
        if len(self.campaign_id) != 1 or len({quota.level_id for quota in kinds}) > 1:
            raise UserError(
                self.env._("Choose quotas of one campaign and of one level at a time.")
            )
        action = self.campaign_id.action_assign_quotas()
        action["context"] |= {
            "default_unit_ids": self.unit_id.ids,
            "default_kind_ids": self.kind_id.ids,
            "default_level_id": kinds[:1].level_id.id,
            "default_number": self[:1].number,
        }
        return action
