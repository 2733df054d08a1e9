"""Form 01 as a workbook: the figures of the screen in the words of the paper."""

from odoo import api, fields, models

from ...reports.statistics import form01, workbook
from ...tools import dates


class DanvanStatisticsRegistered(models.AbstractModel):
    """Fills the paper's texts from unit, campaign and user."""

    _inherit = "danvan.statistics.registered"

    @api.model
    def _workbook(self, campaign, unit=None):
        """Return `(file name, content)` of Form 01.

        :param campaign: a `danvan.campaign`
        :param unit: whose table; what the user follows when empty
        :raise AccessError: when the campaign or the unit is not the user's to read
        """
        campaign.check_access("read")
        unit = self._table_unit(campaign, unit)
        sheet = form01.sheet(
            self._matrix(campaign, unit),
            campaign.year,
            self._making_unit(unit),
            self._maker(),
            dates.local(self.env, fields.Datetime.now()),
        )
        return f"Biểu 01 - {campaign.year} - {unit.name}.xlsx", workbook.write(sheet)

    @api.model
    def _making_unit(self, table_unit):
        """Return the texts of the unit in whose name the user makes the form: the
        own one, or the table's for who has none (administrators)."""
        own = self.env["danvan.assignment"]._mine().unit_id[:1].with_env(self.env)
        unit = own or table_unit
        return {
            "name": unit.name,
            "table": table_unit.name,
            "place": unit.place_name,
            "post": unit.leader_post,
            "leader": unit.leader_name,
        }

    @api.model
    def _maker(self):
        """Return the name of an officer; others who look sign by hand."""
        officer = self.env["danvan.assignment"]._mine(["officer"])
        return self.env.user.name if officer else ""
