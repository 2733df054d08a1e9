"""The limits of the public page: counted for all workers, over with the window."""

import time

from odoo.tests import tagged
from odoo.tools import SQL

from ..models.award import verification_limit as limit
from .verify_common import UNKNOWN, VerifyCase

HIT = "danvan.verification.hit"


@tagged("post_install", "-at_install", "danvan_http")
class TestAwardVerifyLimit(VerifyCase):
    """One address that asks too often, and the others."""

    def setUp(self):
        super().setUp()
        self._limits(own=3, total=100)

    def _limits(self, **limits):
        names = {
            "own": limit.ADDRESS_PARAMETER,
            "total": limit.TOTAL_PARAMETER,
            "window": limit.WINDOW_PARAMETER,
        }
        for name, value in limits.items():
            self.env["ir.config_parameter"].set_param(names[name], value)

    def _pass_window(self):
        """Let the present window be over: what was counted lies further back."""
        self.env.flush_all()
        self.cr.execute(
            SQL("UPDATE danvan_verification_hit SET window_start = window_start - 600")
        )
        self.env.invalidate_all()

    def _hits(self):
        self.env.invalidate_all()
        return {hit.source: hit.hits for hit in self.env[HIT].search([])}

    def _wait(self, address, times=1):
        """Return how long `address` has to wait after asking so often."""
        hits = self.env[HIT]
        return [hits._seconds_to_wait(address) for _time in range(times)][-1]

    def test_too_many_requests_are_answered_with_429_until_the_window_is_over(self):
        code = self._code(self.award)
        for _time in range(3):
            self.assertEqual(self._page(UNKNOWN).status_code, 200)
        response = self._page(code)
        self.assertEqual(response.status_code, 429)
        self.assertIn("Có quá nhiều lượt tra cứu", response.text)
        self.assertIn("Đề nghị thử lại sau", response.text)
        self.assertNotIn(self.award.printed_name, response.text)
        seconds = int(response.headers["Retry-After"])
        self.assertTrue(0 < seconds <= 600)
        self.assertEqual(seconds, min(seconds, 600 - int(time.time()) % 600 + 1))
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        self._pass_window()
        response = self._page(code)
        self.assertEqual(response.status_code, 200)
        self.assertIn(self.award.printed_name, response.text)

    def test_the_form_and_every_code_count_alike(self):
        for code in ("", self._code(self.award), UNKNOWN):
            self.assertEqual(self._page(code).status_code, 200)
        for code in ("", self._code(self.award), UNKNOWN):
            self.assertEqual(self._page(code).status_code, 429)

    def test_one_address_does_not_use_up_what_is_for_all(self):
        self._limits(own=3, total=5)
        self.assertTrue(self._wait("192.0.2.1", 50))
        self.assertFalse(self._wait("192.0.2.2", 2))
        self.assertTrue(self._wait("192.0.2.3"))
        self.assertEqual(self._hits()[limit.TOTAL], 6)
        self._pass_window()
        self.assertFalse(self._wait("192.0.2.3"))

    def test_a_network_of_ipv6_is_one_address(self):
        for last in range(1, 4):
            self.assertFalse(self._wait(f"2001:db8:1:2::{last}"))
        self.assertTrue(self._wait("2001:db8:1:2:ffff::9"))
        self.assertFalse(self._wait("2001:db8:1:3::1"))
        self.assertFalse(self._wait("192.0.2.7", 3))
        self.assertTrue(self._wait("::ffff:192.0.2.7"))

    def test_no_address_is_kept(self):
        self._wait("192.0.2.1")
        self._wait("no address")
        self._wait(None)
        for source in set(self._hits()) - {limit.TOTAL}:
            self.assertRegex(source, r"^[0-9a-f]{64}$")

    def test_windows_that_are_over_are_forgotten(self):
        self._wait("192.0.2.1")
        for _time in range(2):
            self._pass_window()
        self._wait("192.0.2.2")
        self.env[HIT]._gc_hits()
        self.assertEqual(len(self._hits()), 2)

    def test_limits_that_are_no_numbers_count_as_the_usual_ones(self):
        for value in ("", "nhiều", "-1", "0"):
            self._limits(own=value)
            self.assertEqual(self.env[HIT]._limit(limit.ADDRESS_PARAMETER), 300)
        self._limits(own=7)
        self.assertEqual(self.env[HIT]._limit(limit.ADDRESS_PARAMETER), 7)

    def test_switched_off_nothing_is_counted(self):
        self._switch(False)
        self._page(UNKNOWN)
        self.assertFalse(self._hits())

    def test_other_methods_do_not_ask_for_more(self):
        for _time in range(4):
            self.assertEqual(self._page(UNKNOWN, "POST").status_code, 405)
        self.assertFalse(self._hits())
        self.assertEqual(self._page(UNKNOWN, "HEAD").status_code, 200)
        self.assertEqual(self._hits()[limit.TOTAL], 1)
