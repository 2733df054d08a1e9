"""How often the public page answers: counters in the database, for all workers."""

import ipaddress
import time

from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.misc import hmac

# Parameters: how long a window lasts, in seconds, and how many pages are answered in
# one, to one address and in all. Whole offices and mobile networks share one address,
# so the first is wide: a ceremony at which 300 people scan one certificate each. It
# leaves who guesses 16 million tries a year and address, against 2^80 codes: with a
# million certificates out, once in 80 billion years. The second keeps the server for
# its own people: ten pages a second cost about a tenth of one worker.
WINDOW_PARAMETER = "danvan_kheo.verify_window"
ADDRESS_PARAMETER = "danvan_kheo.verify_limit_address"
TOTAL_PARAMETER = "danvan_kheo.verify_limit_total"
DEFAULTS = {WINDOW_PARAMETER: 600, ADDRESS_PARAMETER: 300, TOTAL_PARAMETER: 6000}
TOTAL = "total"
# What one subscriber of IPv6 holds: he could take another address for each try.
IPV6_PREFIX = 64
UNSEEN = {
    "required": True,
    "groups": fields.NO_ACCESS,
    "export_string_translation": False,
}


class DanvanVerificationHit(models.Model):
    """How many pages one address, or all of them, got in one window of time.

    Addresses are kept as keyed hashes only, and for no longer than a window and a day.
    """

    _name = "danvan.verification.hit"
    _description = "Use of the Verification Page"
    _log_access = False
    _order = "id"
    _rec_name = "id"

    source = fields.Char(**UNSEEN)
    window_start = fields.Integer(**UNSEEN)
    hits = fields.Integer(**UNSEEN)

    _source_unique = models.UniqueIndex("(window_start, source)")

    @api.model
    def _limit(self, name):
        """Return a limit: the parameter where it is a positive number, the default."""
        # sudo: the page is for everybody, its limits are nobody's to change.
        text = self.env["ir.config_parameter"].sudo().get_param(name) or ""
        return int(text) if text.isdecimal() and int(text) else DEFAULTS[name]

    @api.model
    def _seconds_to_wait(self, address):
        """Count one request and return for how many seconds its sender has to wait,
        0 where it is answered.

        A transaction of its own, over in a millisecond: nothing that follows undoes
        the count or holds the counters.

        :param address: remote address as text
        """
        window = self._limit(WINDOW_PARAMETER)
        now = int(time.time())
        start = now - now % window
        with self.env.registry.cursor() as cursor:
            allowed = self.with_env(self.env(cr=cursor))._count(address, start)
        return 0 if allowed else start + window - now

    @api.model
    def _count(self, address, start):
        """Count a request of the window that began at `start`; tell whether it is
        within the limits.

        What is beyond an address's own limit does not count in all, or one sender
        could lock out everybody.
        """
        cursor = self.env.cr
        # Requests take turns: two that raise one counter at once would fail on each
        # other. As the first statement it takes no snapshot before its turn has come.
        cursor.execute(SQL("LOCK danvan_verification_hit IN SHARE ROW EXCLUSIVE MODE"))
        cursor.execute(
            SQL(
                """WITH own AS (
                    INSERT INTO danvan_verification_hit AS h
                                (window_start, source, hits)
                    VALUES (%(start)s, %(own)s, 1)
                    ON CONFLICT (window_start, source) DO UPDATE SET hits = h.hits + 1
                    RETURNING hits
                ), total AS (
                    INSERT INTO danvan_verification_hit AS h
                                (window_start, source, hits)
                    SELECT %(start)s, %(total)s, 1 FROM own WHERE hits <= %(own_limit)s
                    ON CONFLICT (window_start, source) DO UPDATE SET hits = h.hits + 1
                    RETURNING hits
                )
                SELECT hits <= %(total_limit)s FROM total""",
                start=start,
                own=self._source(address),
                total=TOTAL,
                own_limit=self._limit(ADDRESS_PARAMETER),
                total_limit=self._limit(TOTAL_PARAMETER),
            )
        )
        return (cursor.fetchone() or (False,))[0]

    @api.model
    def _source(self, address):
        """Return under which name an address is counted: no address is kept."""
        # sudo: the database's secret signs; it is not told.
        return hmac(self.env(su=True), "danvan_verify", _network(address))

    @api.autovacuum
    def _gc_hits(self):
        """Forget the windows that are over."""
        over = int(time.time()) - self._limit(WINDOW_PARAMETER)
        table = "DELETE FROM danvan_verification_hit WHERE window_start < %s"
        self.env.cr.execute(SQL(table, over))


def _network(address):
    """Return an address of IPv4, or the network of one of IPv6, as text."""
    try:
        known = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    known = getattr(known, "ipv4_mapped", None) or known
    if known.version == 4:
        return str(known)
    return str(ipaddress.ip_network((known, IPV6_PREFIX), strict=False))
