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
        form = request.env["danvan.statistics.registered"]
        campaign = form._browse("danvan.campaign", campaign_id)
        campaign.check_access("read")
        unit = unit_id and form._browse("danvan.unit", _id_of(unit_id))
        name, content = form._workbook(campaign, unit)
        headers = [
            ("Content-Type", XLSX),
            ("Content-Disposition", content_disposition(name)),
        ]
        return request.make_response(content, headers)


def _id_of(text):
    """Return the id that an address names, None when it is no number."""
    return int(text) if text.isdecimal() else None
