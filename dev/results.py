"""Outcomes of checks, and the line that sums them up."""

import sys
import time
from dataclasses import dataclass

from system import say


@dataclass
class Outcome:
    """What one check or one test process came to."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    details: str = ""

    @property
    def good(self):
        """Whether it ran, and ran well: a skipped test was not run."""
        return bool(self.passed) and not self.failed and not self.skipped


class Clock:
    """Measures how long something takes."""

    def __init__(self):
        self.began = time.monotonic()

    @property
    def seconds(self):
        """Seconds since this clock was made."""
        return time.monotonic() - self.began


def report(outcome):
    """Print one line on an outcome, and its details when it is bad."""
    word = "ok  " if outcome.good else "FAIL"
    count = f"{outcome.passed} passed"
    if outcome.failed or outcome.skipped:
        count += f", {outcome.failed} failed, {outcome.skipped} skipped"
    say(f"{word} {outcome.name:<34} {outcome.seconds:6.1f} s  {count}")
    if outcome.details and not outcome.good:
        say("".join(f"     | {line}\n" for line in outcome.details.splitlines()))
    return outcome


def finish(outcomes):
    """Print the sum as the last line and leave with the right exit status."""
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    skipped = sum(outcome.skipped for outcome in outcomes)
    say(f"{passed} passed, {failed} failed, {skipped} skipped")
    bad = failed or skipped or not passed
    sys.exit(1 if bad else 0)
