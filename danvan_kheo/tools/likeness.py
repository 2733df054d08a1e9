"""How alike two texts are, as a share from 0 to 1."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

# Of fewer pairs of words it says nothing that they are the same.
FEWEST_PAIRS = 10
# Two of three words in common are too many texts.
ONE_MAY_MISS = 4


def name_likeness(one, other):
    """Return the share of equal letters of two short texts, given as search keys."""
    if not one or not other:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def text_likeness(one, other, fewest=FEWEST_PAIRS):
    """Return the share of pairs of neighbouring words that two texts have in common.

    Pairs, for two long texts share most of their single words and letters anyway.

    :param one: text as search key
    :param other: text as search key
    :param fewest: below this number of pairs in either the answer is 0
    """
    pairs, others = (Counter(pairwise(text.split())) for text in (one, other))
    count, other_count = pairs.total(), others.total()
    if min(count, other_count) < max(fewest, 1):
        return 0.0
    return 2 * (pairs & others).total() / (count + other_count)


def nearly_all(words):
    """Return the condition that a text has all of these words, or all but one where
    there are `ONE_MAY_MISS` and more, for PostgreSQL's `tsquery`.

    Halves of halves, for the database is asked about each row with any of the words: a
    list of all ways to leave one out takes it three times as long.

    :param words: words of letters only
    """
    words = [*dict.fromkeys(words)]
    return _all_but_one(words) if len(words) >= ONE_MAY_MISS else _all(words)


def _all(words):
    return " & ".join(f"'{word}'" for word in words)


def _all_but_one(words):
    if len(words) == 1:
        return ""
    middle = len(words) // 2
    halves = words[:middle], words[middle:]
    ways = (
        f"{_all(whole)} & ({rest})" if (rest := _all_but_one(other)) else _all(whole)
        for whole, other in (halves, halves[::-1])
    )
    return " | ".join(ways)


def question_likeness(one, other):
    """Return the share of the single words of the shorter of two questions that the
    other has as well, half of it where hardly any stand side by side.

    :param one: text as search key
    :param other: text as search key
    """
    words, others = (re.findall(r"\w+", text) for text in (one, other))
    shorter = min(len(set(words)), len(set(others)))
    if not shorter:
        return 0.0
    share = len(set(words) & set(others)) / shorter
    pairs = set(pairwise(words)) & set(pairwise(others))
    return share if len(pairs) * 3 >= shorter else share / 2
