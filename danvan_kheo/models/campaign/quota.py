"""How many registrations a campaign asks of its units (“chỉ tiêu giao”)."""

from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from .campaign import ENDED_STATES

LARGEST = 9999


class DanvanQuota(models.Model):
    """So many registrations from one unit, or from each unit of a kind.

    Written with the campaign and frozen when that is submitted, so that who approves
    the campaign approves them; later changed by `danvan.campaign._assign_quotas` only,
    with a reason. Of several that fit a unit the closest holds: its own, then one for
    its kind at its level, then one for its kind.

    Source: the directive of 2014, points 4 and 5 (every body directs those below it to
    register).
    """

    _name = "danvan.quota"
    _inherit = ["danvan.guarded"]
    _description = "Quota"
    _order = "campaign_id desc, id"
    _placing_fields = ("campaign_id", "unit_id", "kind_id", "level_id")
    _owned_fields = ("change_date", "change_reason")

    campaign_id = fields.Many2one(
        "danvan.campaign", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        "danvan.unit", index="btree_not_null", ondelete="restrict"
    )
    kind_id = fields.Many2one(
        "danvan.unit.kind", "Each Unit of the Kind", ondelete="restrict"
    )
    level_id = fields.Many2one(
        "danvan.level",
        "Only at the Level",
        ondelete="restrict",
        help="For a kind that exists at several levels. Empty: at all of them.",
    )
    number = fields.Integer(
        "Number Assigned",
        required=True,
        default=1,
        help="How many models and exemplars are to be registered. 0: none is asked, "
        "although its kind has a quota.",
    )
    change_date = fields.Date("Changed on", readonly=True, copy=False)
    change_reason = fields.Char("Why it was Changed", readonly=True, copy=False)

    _one_quota = models.UniqueIndex(
        "(campaign_id, COALESCE(unit_id, 0), COALESCE(kind_id, 0), "
        "COALESCE(level_id, 0))",
        "This campaign has a quota for the same unit or kind already. Change that one.",
    )
    _number_in_range = models.Constraint(
        "CHECK (number BETWEEN 0 AND 9999)",
        "A quota is a number from 0 to 9999.",
    )

    @api.depends("unit_id", "kind_id", "level_id")
    def _compute_display_name(self):
        for quota in self:
            names = quota.unit_id.name, quota.kind_id.name, quota.level_id.name
            quota.display_name = " · ".join(name for name in names if name)

    @api.constrains("campaign_id", "unit_id", "kind_id", "level_id")
    def _check_for_whom(self):
        for quota in self:
            if bool(quota.unit_id) == bool(quota.kind_id):
                raise ValidationError(
                    self.env._("Choose either one unit or one kind of units.")
                )
            if quota.level_id and not quota.kind_id:
                raise ValidationError(
                    self.env._("A level is chosen only together with a kind of units.")
                )

    @api.constrains("campaign_id", "unit_id")
    def _check_covered(self):
        for campaign, quotas in self.grouped("campaign_id").items():
            outside = quotas.unit_id - campaign._units_covered(quotas.unit_id)
            if outside:
                raise ValidationError(
                    self.env._(
                        "The campaign was not launched for %s.",
                        ", ".join(outside.mapped("name")),
                    )
                )

    def _numbers_for(self, units):
        """Return `{unit_id: number}` of those of `units` to which a quota of one
        campaign (`self`) speaks."""
        numbers = {
            (quota.unit_id, quota.kind_id, quota.level_id): quota.number
            for quota in self
        }
        nobody, no_kind = units.browse(), units.kind_id.browse()
        no_level = units.level_id.browse()
        found = {}
        for unit in units:
            closest_first = (
                (unit, no_kind, no_level),
                (nobody, unit.kind_id, unit.level_id),
                (nobody, unit.kind_id, no_level),
            )
            key = next((key for key in closest_first if key in numbers), None)
            if key:
                found[unit.id] = numbers[key]
        return found


class DanvanCampaign(models.Model):
    """The quotas of a campaign: asked for, assigned, taken into the next year."""

    _inherit = "danvan.campaign"

    quota_ids = fields.One2many("danvan.quota", "campaign_id", "Quotas")

    def _units_covered(self, units):
        """Return those of `units` for which this campaign was launched."""
        area = self._area().id
        # sudo: only where units stand is asked.
        return units.filtered(lambda unit: area in unit.sudo()._chain())

    def _quota_numbers(self, units):
        """Return `{unit_id: number}`: what this campaign asks of each of `units`,
        by one query; those of which it asks nothing in particular are left out."""
        self.ensure_one()
        # sudo: each caller shows a unit's number to who may read the unit.
        quotas = self.env["danvan.quota"].sudo()
        return quotas.search([("campaign_id", "=", self.id)])._numbers_for(units)

    def _next_year_vals(self):
        vals = super()._next_year_vals()
        return {**vals, "quota_ids": self._copied_quotas()}

    def _copied_quotas(self):
        """Return the commands that make this year's quotas anew; those of a unit that
        has ended go to its successor, together with what that one had; where none is
        left in the campaign's area they end."""
        numbers = Counter()
        for quota in self.quota_ids:
            heir = quota.unit_id and quota.unit_id._heir()
            if quota.unit_id and not self._units_covered(heir.filtered("is_in_force")):
                continue
            numbers[heir.id, quota.kind_id.id, quota.level_id.id] += quota.number
        return [
            fields.Command.create(
                {
                    "unit_id": unit,
                    "kind_id": kind,
                    "level_id": level,
                    "number": min(number, LARGEST),
                }
            )
            for (unit, kind, level), number in numbers.items()
        ]


class DanvanReorganisation(models.Model):
    """What was asked of units that end is asked of those that succeed them."""

    _inherit = "danvan.reorganisation"

    def _reorganise_documents(self, mapping):
        res = super()._reorganise_documents(mapping)
        if mapping:
            self._move_quotas(mapping)
        return res

    def _move_quotas(self, mapping):
        """Add the quotas of open campaigns to those of the successors; where one has
        left the campaign's area its quota ends.

        :param mapping: `{old unit: new unit}`
        """
        # sudo: the administrator's right to reorganise was checked just before.
        quota = self.env["danvan.quota"].sudo()
        olds = self.env["danvan.unit"].union(*mapping)
        news = self.env["danvan.unit"].union(*mapping.values())
        going_on = Domain("campaign_id", "any", [("state", "not in", ENDED_STATES)])
        moving = quota.search(going_on & Domain("unit_id", "in", olds.ids))
        standing = quota.search(going_on & Domain("unit_id", "in", news.ids))
        pairs = (moving | standing).grouped(
            lambda one: (one.campaign_id, mapping.get(one.unit_id, one.unit_id))
        )
        for (campaign, unit), quotas in pairs.items():
            if quotas & moving:
                quotas._bring_together(unit, campaign, self.basis)


class DanvanQuotaMoved(models.Model):
    """Quotas of units that have been merged."""

    _inherit = "danvan.quota"

    def _bring_together(self, unit, campaign, basis):
        """Make one quota of `unit` of these."""
        kept = self.filtered(lambda quota: quota.unit_id == unit)[:1] or self[:1]
        number = min(sum(self.mapped("number")), LARGEST)
        (self - kept).unlink()
        if not campaign._units_covered(unit):
            kept.unlink()
            return
        kept._write_owned(
            {
                "unit_id": unit.id,
                "number": number,
                "change_date": self.env["danvan.period"]._today(),
                "change_reason": basis,
            }
        )
