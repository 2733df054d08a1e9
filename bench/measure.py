"""Clocks, medians, tables: what all benchmarks share."""

import json
import statistics
import time
from dataclasses import dataclass

WARM_UP = 3
RUNS = 25


@dataclass
class Cost:
    """What something costs: median and spread in milliseconds, and queries."""

    median: float
    least: float
    most: float
    queries: int
    runs: int


def costs(env, ways, runs=RUNS, warm_up=WARM_UP):
    """Return the `Cost` of each way, each run with an empty record cache.

    The ways take turns, so that what else the machine does slows all of them alike:
    the ratios hold even where the milliseconds do not.

    :param env: the environment whose cursor counts the queries
    :param ways: `{name: function without arguments}`
    """
    seconds = {name: [] for name in ways}
    queries = {}
    for number in range(warm_up + runs):
        for name, work in ways.items():
            env.invalidate_all()
            before = env.cr.sql_log_count
            start = time.perf_counter()
            work()
            spent = time.perf_counter() - start
            queries[name] = env.cr.sql_log_count - before
            if number >= warm_up:
                seconds[name].append(spent * 1000)
    return {
        name: Cost(statistics.median(s), min(s), max(s), queries[name], runs)
        for name, s in seconds.items()
    }


def write(out, title, headings, rows, facts, plans=None):
    """Write the results as a table and as JSON.

    :param out: path without suffix
    :param rows: lists of values, one for each heading
    :param facts: dictionary of what describes the run
    :param plans: `{name: text}` of the database's plans
    """
    lines = [title, *(f"  {key}: {value}" for key, value in facts.items()), ""]
    lines += _table([headings, *[[_text(v) for v in row] for row in rows]])
    with open(f"{out}.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    result = {
        "title": title,
        "facts": facts,
        "rows": [dict(zip(headings, row, strict=True)) for row in rows],
    }
    with open(f"{out}.json", "w", encoding="utf-8") as file:
        json.dump(result, file, ensure_ascii=False, indent=1, default=str)
    if plans:
        with open(f"{out}.plans.txt", "w", encoding="utf-8") as file:
            for name, plan in plans.items():
                file.write(f"=== {name}\n{plan}\n\n")


def _text(value):
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _table(rows):
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join(cells).rstrip()


def plan(env, query):
    """Return the plan with which the database answers `query`, an SQL object."""
    from odoo.tools import SQL

    rows = env.execute_query(SQL("EXPLAIN (ANALYZE, BUFFERS) %s", query))
    return "\n".join(row[0] for row in rows)
