"""How alike two texts are, as a share from 0 to 1."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

# Of fewer pairs of words it says nothing that they are the same.
FEWEST_PAIRS = 10


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
