"""`bin/test`: set up what is missing and run every check, or some tests quickly."""

import argparse
import contextlib
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from databases import Databases
from environment import Environment
from lint import lint
from odoo_tests import ADDONS, HTTP_TAG, LONG_TAG, TestRun, install_outcome, run_all
from paths import MODULE, PROJECT, WORK
from results import Clock, Outcome, finish, report
from system import Stop, one_line_errors, say
from test_names import tags_for


def main():
    """Do what the command line asks for."""
    options = _options()
    # A killed run tidies up as an interrupted one does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with one_line_errors():
            outcomes = _run(options)
    except KeyboardInterrupt:
        sys.exit("danvan: interrupted")
    finish(outcomes)


def _options():
    parser = argparse.ArgumentParser(prog="bin/test", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="a test file, class or method"
    )
    parser.add_argument("--lint", action="store_true", help="only read the code")
    parser.add_argument(
        "--coverage", action="store_true", help="show which lines no test reaches"
    )
    return parser.parse_args()


def _run(options):
    clock = Clock()
    with Environment() as environment:
        say(f"environment ready after {clock.seconds:.1f} s")
        if options.lint:
            return [report(outcome) for outcome in lint(environment)]
        databases = Databases(environment)
        databases.drop_leftovers()
        if options.names:
            return _quick(environment, databases, options)
        return _everything(environment, databases, options)


def _everything(environment, databases, options):
    """Read the code while the module is installed, then test it."""
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(lambda: [report(o) for o in lint(environment)])
        installation = report(_installation(databases))
        outcomes = [installation]
        if installation.good:
            outcomes += _tests(environment, databases, options)
        return [*reading.result(), *outcomes]


def _installation(databases):
    """Install the module in a fresh database."""
    databases.dependencies()
    clock = Clock()
    try:
        log = databases.installed(fresh=True)
    except Stop as error:
        return Outcome("installation", 0, 1, 0, clock.seconds, str(error))
    return install_outcome(log, clock.seconds)


def _tests(environment, databases, options):
    """Run all tests, those with a browser and the long ones beside the others."""
    http, long = (
        [f"{tag}/{addon}" for addon in ADDONS] for tag in (HTTP_TAG, LONG_TAG)
    )
    other = [*(f"/{addon}" for addon in ADDONS), f"-{HTTP_TAG}", f"-{LONG_TAG}"]
    cover = options.coverage
    runs = [
        # Updating also proves that an installed module can be updated.
        TestRun(environment, "server", other, update=True, coverage=cover),
        TestRun(environment, "browser", http, update=False, coverage=cover),
        TestRun(environment, "long", long, update=False, coverage=cover),
    ]
    return _reported(environment, databases, runs, options)


def _quick(environment, databases, options):
    """Run some tests on a copy of the installed template, updated."""
    tags = tags_for(options.names)
    databases.installed(fresh=False)
    run = TestRun(environment, "quick", tags, coverage=options.coverage)
    return _reported(environment, databases, [run], options)


def _reported(environment, databases, runs, options):
    outcomes = [report(outcome) for outcome in run_all(runs, databases)]
    if options.coverage:
        _show_coverage(environment)
    return outcomes


def _show_coverage(environment):
    """Join what the processes measured and print it."""
    settings = f"--rcfile={PROJECT / 'pyproject.toml'}"
    with contextlib.suppress(subprocess.SubprocessError):
        environment.tool("coverage", "combine", settings, cwd=WORK)
        done = environment.tool("coverage", "report", settings, cwd=WORK)
        say(f"Lines of {MODULE} that no test reaches\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
