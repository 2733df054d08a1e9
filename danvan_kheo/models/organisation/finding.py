"""What one check of the set-up found."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The answer of one check.

    :param name: what was looked at
    :param state: error (nothing goes without it), warning, unknown, or ok
    :param count: how many things are concerned, None where nothing is counted
    :param advice: what to do next, or what is well
    :param action: function without arguments that returns the action which opens what
        is concerned; asked only when somebody wants to see it
    """

    name: str
    state: str
    count: int | None = None
    advice: str = ""
    action: Callable[[], dict] | None = None
