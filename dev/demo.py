"""`bin/demo`: a running system with demonstration data, until Ctrl-C."""

import argparse
import contextlib
import csv
import fcntl
import signal
import time
import urllib.error
import urllib.request

from databases import Databases
from demo_database import NAME, prepare
from environment import Environment, end, is_free, last_error
from paths import LOGS, MODULE, PROJECT, WORK
from system import Stop, one_line_errors, say

FIRST_PORT = 8069
ACCOUNTS = PROJECT / MODULE / "demo" / "accounts.csv"
SHOWN = 5  # columns for people: login, password, name, role, unit
LOG = LOGS / "demo.log"
PATIENCE = 120  # seconds


def main():
    """Run the demonstration; Ctrl-C or SIGTERM ends all it started."""
    options = _options()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        with one_line_errors(), _only_one(), Environment() as environment:
            _demonstrate(environment, options)
    except KeyboardInterrupt:
        say("\nstopped")


def _options():
    parser = argparse.ArgumentParser(prog="bin/demo", description=__doc__)
    parser.add_argument("--port", type=int, help=f"{FIRST_PORT} or the next free")
    parser.add_argument("--fresh", action="store_true", help="begin with new data")
    return parser.parse_args()


@contextlib.contextmanager
def _only_one():
    """Refuse to run twice on the same database."""
    WORK.mkdir(parents=True, exist_ok=True)
    with open(WORK / "demo.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            reason = "a demonstration of this clone is running: stop it with Ctrl-C."
            raise Stop(reason) from None
        yield


def _demonstrate(environment, options):
    """Prepare the database, start Odoo and wait for its end."""
    port = _port(options.port)
    prepare(environment, Databases(environment), options.fresh)
    # A session of its own: Ctrl-C reaches this program, which then stops Odoo.
    server = environment.start_odoo(LOG, *_words(port), start_new_session=True)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        _greet(address)
        code = server.wait()
        raise Stop(f"Odoo ended with status {code}: {last_error(LOG)} (see {LOG})")
    finally:
        end(server)


def _port(wanted):
    """Return the wanted port, or the first free one."""
    if wanted and not is_free(wanted):
        raise Stop(f"port {wanted} is taken: choose another with --port.")
    ports = range(FIRST_PORT, FIRST_PORT + 100)
    found = wanted or next(filter(is_free, ports), None)
    if not found:
        raise Stop("no free port found: choose one with --port.")
    return found


def _words(port):
    """Return Odoo's options: threads only, this database only."""
    return [
        *("-d", NAME, f"--db-filter=^{NAME}$", "--no-database-list"),
        *("--workers=0", f"--http-port={port}"),
    ]


def _wait_for(address, server):
    """Wait until the login page answers."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if server.poll() is not None:
            raise Stop(f"Odoo did not start: {last_error(LOG)} (see {LOG})")
        try:
            with urllib.request.urlopen(f"{address}/web/login", timeout=60):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    raise Stop(f"Odoo did not answer within {PATIENCE} seconds (see {LOG})")


def _greet(address):
    """Print the address and the accounts."""
    say(f"\nDân vận khéo runs at {address}    (Ctrl-C stops it; log: {LOG})\n")
    if ACCOUNTS.exists():
        with open(ACCOUNTS, newline="", encoding="utf-8") as file:
            _print_table([row[:SHOWN] for row in csv.reader(file)])


def _print_table(rows):
    """Print rows in columns of equal width."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=False)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        say("  " + "  ".join(cells).rstrip())


if __name__ == "__main__":
    main()
