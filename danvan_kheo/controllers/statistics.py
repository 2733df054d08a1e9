"""Addresses of the statistical forms as workbooks."""

from odoo import http
from odoo.http import content_disposition, request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class StatisticsController(http.Controller):
    """Hands out the forms; rights are those of who asks."""

    @http.route(
        "/danvan_kheo/form01/<int:campaign_id>", type="http", auth="user", readonly=True
    )
    def form01(self, campaign_id, unit_id=None, **_kwargs):
        """Return Form 01 of a campaign as XLSX.

        :param campaign_id: id of the campaign
        :param unit_id: id of the unit whose table it is, as text
        """
        campaign = request.env["danvan.campaign"].browse(campaign_id)
        campaign.check_access("read")
        unit = self._unit(unit_id)
        if not campaign.exists() or (unit_id and not unit):
            raise request.not_found()
        form = request.env["danvan.statistics.registered"]
        name, content = form._workbook(campaign, unit)
        headers = [
            ("Content-Type", XLSX),
            ("Content-Disposition", content_disposition(name)),
        ]
        return request.make_response(content, headers)

    @staticmethod
    def _unit(unit_id):
        """Return the unit with the id that the address names, or an empty one."""
        units = request.env["danvan.unit"]
        return (
            units.browse(int(unit_id)).exists()
            if (unit_id or "").isdecimal()
            else units
        )
