"""`bin/bench`: what lists, approvals and the trail cost, at a province's size."""

import argparse
import os
import signal
import sys

from databases import INSTALLED, RUN_PREFIX, Databases, digest, locked
from environment import Environment
from paths import PROJECT, WORK
from results import Clock
from system import Stop, one_line_errors, say

SEEDED = "danvan_template_bench"
FOLDER = PROJECT / "bench"
OUT = WORK / "bench"
# Not benchmarks themselves.
PARTS = ("__init__", "measure", "seed", "seed_registrations")


def main():
    """Seed a database once, then run the benchmarks on copies of it."""
    names = sorted(f.stem for f in FOLDER.glob("*.py") if f.stem not in PARTS)
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    wanted = parser.parse_args().names or names
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with one_line_errors(), Environment() as environment:
            _check_names(wanted, names)
            databases = Databases(environment)
            databases.drop_leftovers()
            _seed(databases)
            for name in wanted:
                _bench(databases, name)
    except KeyboardInterrupt:
        sys.exit("danvan: interrupted")


def _check_names(wanted, names):
    unknown = [name for name in wanted if name not in names]
    if unknown:
        raise Stop(f"no benchmark '{unknown[0]}'; there are {', '.join(names)}.")


def _seed(databases):
    """Make the template with the seed, unless it is there."""
    databases.installed(fresh=False)
    files = (FOLDER / f"{name}.py" for name in ("seed", "seed_registrations"))
    texts = "".join(file.read_text() for file in files)
    key = digest(databases.key_of(INSTALLED) + texts)
    with locked("bench"):
        if databases.key_of(SEEDED) == key:
            return
        clock = Clock()
        with databases.building(SEEDED, INSTALLED, key) as name:
            _run(databases.environment, name, "seed", "")
            databases.cluster.psql("VACUUM ANALYZE", name)
        say(f"seeded in {clock.seconds:.0f} s")


def _bench(databases, name):
    """Run one benchmark on a copy of the seeded database and print its table."""
    OUT.mkdir(parents=True, exist_ok=True)
    say(f"\n{name} …")
    scratch = f"{RUN_PREFIX}{os.getpid()}_bench_{name}"
    with locked("bench"):
        databases.copy(SEEDED, scratch)
    try:
        _run(databases.environment, scratch, name, OUT / name)
    finally:
        databases.drop(scratch)
    say((OUT / f"{name}.txt").read_text())
    say(f"(also {OUT / name}.json; plans, if any, {OUT / name}.plans.txt)")


def _run(environment, database, name, out):
    """Run `main(env, out)` of a file of `bench/` inside Odoo."""
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(PROJECT)!r})\n"
        f"from bench import {name} as part\n"
        f"part.main(env, {str(out)!r})\n"
    )
    environment.odoo_shell(database, script)


if __name__ == "__main__":
    main()
