"""Read Odoo's log: the tests it ran, and every complaint in it."""

import re
from collections import Counter, namedtuple

Record = namedtuple("Record", "level logger message")

HEADER = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} \d+ "
    r"(?P<level>[A-Z]+) (?P<database>\S+) (?P<logger>\S+?): (?P<message>.*)$"
)
SUMMARY = re.compile(r"^(\d+) failed, (\d+) error\(s\) of (\d+) tests")
FAILED_TEST = re.compile(r"^(FAIL|ERROR): ")
SUMMARIES = (
    SUMMARY,
    FAILED_TEST,
    re.compile(r"^Module \S+: \d+ failures, \d+ errors"),
    re.compile(r"^At least one test failed"),
)
SERIOUS = ("WARNING", "ERROR", "CRITICAL")

# Complaints that are not the module's doing: (start of logger, start of message),
# each with a comment that says why. None is needed so far.
ALLOWED = []


class OdooLog:
    """One log file, read into records."""

    def __init__(self, path):
        self.path = path
        self.records = list(_records(path.read_text(errors="replace")))

    def counts(self):
        """Return how many tests ran, failed (or broke) and were skipped."""
        run = failed = 0
        for record in self.records:
            found = SUMMARY.match(record.message)
            if found:
                failures, errors, tests = map(int, found.groups())
                failed += failures + errors
                run += tests
        return run, failed, len(self.skips())

    def skips(self):
        """Return the messages about skipped tests."""
        return [
            record.message
            for record in self.records
            if record.message.startswith("skipped ") and ".tests." in record.logger
        ]

    def failures(self):
        """Return what is said about each failed test."""
        return [r.message for r in self.records if FAILED_TEST.match(r.message)]

    def complaints(self):
        """Return warnings and errors which are no test's result and not allowed."""
        found = Counter(
            f"{record.level} {record.logger}: {record.message.strip()}"
            for record in self.records
            if record.level in SERIOUS
            and not _is_result(record.message)
            and not _is_allowed(record)
        )
        return [f"{text} ({times} times)" for text, times in found.items()]


def _records(text):
    """Yield the records of a log; lines without a header continue a record."""
    current = None
    for line in text.splitlines():
        found = HEADER.match(line)
        if found:
            if current:
                yield current
            current = Record(found["level"], found["logger"], found["message"])
        elif current:
            current = current._replace(message=f"{current.message}\n{line}")
    if current:
        yield current


def _is_result(message):
    return any(pattern.match(message) for pattern in SUMMARIES)


def _is_allowed(record):
    return any(
        record.logger.startswith(logger) and record.message.startswith(start)
        for logger, start in ALLOWED
    )
