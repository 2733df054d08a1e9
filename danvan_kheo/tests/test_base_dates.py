"""What day it is does not depend on the server's or the client's zone."""

from datetime import date

from odoo.tests import tagged

from ..tools import dates
from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestBaseDates(DanvanCase):
    """Half an hour before and after midnight in Viet Nam, it is the same UTC day."""

    def _today(self, **context):
        return self.env["danvan.period"].with_context(**context)._today()

    def test_today_turns_at_local_midnight(self):
        with self.local_time("2026-10-14 23:30:00"):
            self.assertEqual(self._today(), date(2026, 10, 14))
        with self.local_time("2026-10-15 00:30:00"):
            self.assertEqual(self._today(), date(2026, 10, 15))

    def test_the_clients_zone_does_not_matter(self):
        with self.local_time("2026-10-15 00:30:00"):
            for zone in ("America/Los_Angeles", "UTC", "Pacific/Auckland"):
                self.assertEqual(self._today(tz=zone), date(2026, 10, 15))

    def test_the_deployments_zone_is_a_setting(self):
        self.env["ir.config_parameter"].set_param(dates.ZONE_PARAMETER, "UTC")
        with self.local_time("2026-10-15 00:30:00"):
            self.assertEqual(self._today(), date(2026, 10, 14))

    def test_an_assignment_ends_at_local_midnight(self):
        assignment = self.env["danvan.assignment"].search(
            [("user_id", "=", self.officer.id)]
        )
        assignment.date_to = "2026-10-14"
        mine = assignment.with_user(self.officer)
        with self.local_time("2026-10-14 23:30:00"):
            self.assertEqual(mine._mine(), assignment.sudo())
        with self.local_time("2026-10-15 00:30:00"):
            self.assertFalse(mine._mine())
