"""How fast the audit trail is followed, and handed out as a workbook.

Against reading the same lines, and nothing else, from the database.
"""

import resource
import time

from odoo.tools import SQL

from bench import measure

RUNS = 3


def main(env, out):
    """Measure and write the table."""
    trail = env["danvan.trail"]
    lines = trail.search_count([])
    administrator = env.ref("base.user_admin")
    ways = {
        "reading the lines": lambda: _read(env),
        "following the chain": lambda: _followed(trail),
        "documents against their trail": lambda: list(trail._suspects()),
        "workbook of all lines": lambda: _book(trail.with_user(administrator)),
    }
    rows, least = [], None
    for name, work in ways.items():
        seconds, more = _best(env, work)
        least = least or seconds
        rows.append([name, seconds, int(lines / seconds), seconds / least, more])
    facts = {"lines": lines, "best of": RUNS}
    headings = ["work", "seconds", "lines a second", "ratio", "more memory, MB"]
    measure.write(out, "The audit trail", headings, rows, facts)


def _best(env, work):
    """Return the least seconds of several runs, and by how many megabytes the most
    memory that the process ever used has grown."""
    env.invalidate_all()
    before = _most_memory()
    seconds = []
    for _number in range(RUNS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
        env.invalidate_all()
    return min(seconds), _most_memory() - before


def _most_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _read(env):
    """Read as many columns as the chain needs, in batches of the same size."""
    last = 0
    while rows := env.execute_query(
        SQL("SELECT * FROM danvan_trail WHERE id > %s ORDER BY id LIMIT 5000", last)
    ):
        last = rows[-1][0]


def _followed(trail):
    check = trail._check()
    assert not check.first, "the seed's trail is whole"


def _book(trail):
    trail._workbook([], "Nhật ký").close()
