"""Form 01: what was assigned (“Chỉ tiêu giao”), and how much of it was registered."""

from odoo import api, models
from odoo.fields import Domain

from .matrix import Column, Fact, row_of

ASSIGNED, SHARE = "assigned", "assigned_share"


class DanvanStatisticsRegistered(models.AbstractModel):
    """The two last columns, where the campaign assigns quotas. A row's number is what
    is asked of its unit and of all below it, as its registrations are those of all of
    them; what is asked of the table's own unit stands in the table above."""

    _inherit = "danvan.statistics.registered"

    @api.model
    def _quota_columns(self, campaign):
        # sudo: only whether there is any quota is asked.
        if not campaign.sudo().quota_ids:
            return []
        return [
            Column(key=ASSIGNED, word=ASSIGNED),
            Column(key=SHARE, word=SHARE, share_of=("total", ASSIGNED)),
        ]

    @api.model
    def _assigned(self, campaign, unit, rows):
        """Return a `Fact` for each unit below `unit` of which something is asked.

        :param rows: keys of the rows; of others nothing is told
        """
        numbers = campaign._numbers_within(unit)
        units = self.env["danvan.unit"].browse(numbers)
        under = {one: row_of(one.parent_path, unit.id) for one in units}
        return [
            Fact(row, {}, numbers[one.id])
            for one, row in under.items()
            if row in rows and one != unit
        ]

    @api.model
    def _action_of_quotas(self, campaign, unit):
        """Return the action that lists the quotas of a campaign that speak to `unit`
        and the units below it."""
        of_units = Domain("unit_id", "child_of", unit.id)
        of_kinds = Domain("kind_id", "!=", False)
        domain = Domain("campaign_id", "=", campaign.id) & (of_units | of_kinds)
        return {
            "type": "ir.actions.act_window",
            "name": self._word(ASSIGNED),
            "res_model": "danvan.quota",
            "views": [(False, "list"), (False, "form")],
            "domain": list(domain),
            "context": {"create": False},
        }
