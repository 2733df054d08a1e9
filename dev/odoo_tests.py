"""Run the module's tests in Odoo, several processes at a time."""

import contextlib
import subprocess

from environment import end, free_port
from odoo_log import OdooLog
from paths import DEV, LOGS, MODULE, SUPPORT_MODULE
from results import Clock, Outcome

# Tests that drive a browser or talk HTTP carry this tag and run beside the others.
HTTP_TAG = "danvan_http"
# The matrix of all rights, the measuring of all papers and what works on thousands of
# rows: together they take as long as each of the others.
LONG_TAG = "danvan_long"
PATIENCE = 27 * 60  # seconds; a test that hangs must not hang the run
ADDONS = (MODULE, SUPPORT_MODULE)


class TestRun:
    """One Odoo process with a database of its own, running some of the tests."""

    def __init__(self, environment, label, tags, update=True, coverage=False):
        self.environment = environment
        self.label = label
        self.tags = tags
        self.update = update
        self.coverage = coverage
        self.log = LOGS / f"tests_{label}.log"

    def start(self, database):
        """Start the process."""
        self.clock = Clock()
        words = [
            *("-d", database, f"--db-filter=^{database}$", "--max-cron-threads=0"),
            *("--test-tags", ",".join(self.tags), "--stop-after-init"),
            f"--http-port={free_port()}",
            f"--screenshots={LOGS / 'screenshots'}",
        ]
        if self.update:
            words += ["-u", MODULE]
        runner = self._coverage_runner() if self.coverage else ()
        self.process = self.environment.start_odoo(
            self.log, *words, runner=runner, cwd=LOGS.parent
        )

    def outcomes(self):
        """Wait for the end; give the tests' outcome and that of the log."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=PATIENCE)
        end(self.process)
        code = self.process.returncode
        seconds = self.clock.seconds
        log = OdooLog(self.log)
        yield self._tests_outcome(log, code, seconds)
        yield _log_outcome(f"log of tests ({self.label})", log)

    def _tests_outcome(self, log, code, seconds):
        run, failed, skipped = log.counts()
        details = [*log.failures(), *log.skips()]
        if not run:
            failed, details = 1, [*details, "no test ran"]
        elif code and not failed:
            failed, details = 1, [*details, f"Odoo ended with status {code}"]
        passed = max(run - failed - skipped, 0)
        details.append(f"the whole log: {self.log}")
        name = f"tests ({self.label})"
        return Outcome(name, passed, failed, skipped, seconds, "\n".join(details))

    def _coverage_runner(self):
        settings = DEV.parent / "pyproject.toml"
        coverage = self.environment.python.parent / "coverage"
        return [coverage, "run", f"--rcfile={settings}", f"--include=*/{MODULE}/*"]


def run_all(runs, databases):
    """Run test processes side by side and yield their outcomes."""
    with contextlib.ExitStack() as stack:
        for run in runs:
            run.start(stack.enter_context(databases.scratch(run.label)))
            stack.callback(end, run.process)
        for run in runs:
            yield from run.outcomes()


def install_outcome(path, seconds):
    """Judge the log of the module's installation."""
    outcome = _log_outcome("installation", OdooLog(path))
    outcome.seconds = seconds
    return outcome


def _log_outcome(name, log):
    complaints = log.complaints()
    bad = int(bool(complaints))
    details = "\n".join([*complaints, f"the whole log: {log.path}"])
    return Outcome(name, 1 - bad, bad, details=details)
