"""How papers cite what they rest on: one line a directing document, and their marks."""

import re

from . import long_dates

# The Party writes a hyphen after the number, the State a slash: 25-NQ/TW, 12/QĐ-UBND.
_PARTY_NUMBER = re.compile(r"\d+\s*-")
# What closes a line; blanks to be filled in (“...”) are no closing mark.
_CLOSING = re.compile(r"(?:(?<!\.)[.,]|;|\s)+$")


def citation(kind, number, *, date=None, issuer="", summary="", is_named=False):
    """Return the line that cites a document, without a mark at its end.

    State: “Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ”
    (Nghị định 30/2020/NĐ-CP, Phụ lục I). Party: “Căn cứ Chỉ thị số 12-CT/TU, ngày
    03/6/2026 của Tỉnh ủy”, as the Party's own papers write it.

    :param kind: kind of document, Nghị định
    :param number: number and symbol
    :param date: day of issue, if it is known
    :param issuer: who issued it
    :param summary: what it is about, as printed under its title
    :param is_named: whether the summary is the name of the document, as of a law
    """
    name = f"{kind} {summary}" if is_named and summary else kind
    line = f"Căn cứ {name} số {number}"
    if date:
        is_party = _PARTY_NUMBER.match(number)
        line += (
            f", {long_dates.figure_date(date)}"
            if is_party
            else f" {long_dates.long_date(date)}"
        )
    if is_named:
        return line
    by = f"của {issuer}" if issuer else ""
    return " ".join(part for part in (line, by, summary) if part)


def printed(cited, others, is_state):
    """Return the lines under which a paper rests, each with its mark.

    Papers of the State end every line with “;” and the last with “.” (Nghị định
    30/2020/NĐ-CP, Phụ lục I). For others lines typed by hand stay as they are, and
    citations get what they lack.

    :param cited: citations, in their order
    :param others: lines typed by hand, printed after them
    :param is_state: whether the paper is of the State's family
    """
    cited, others = _lines(cited), _lines(others)
    if is_state:
        bare = [_CLOSING.sub("", line) for line in (*cited, *others)]
        return [f"{line};" for line in bare[:-1]] + [f"{line}." for line in bare[-1:]]
    closed = [line if _CLOSING.search(line) else f"{line};" for line in cited]
    if closed and not others and not _CLOSING.search(cited[-1]):
        closed[-1] = f"{cited[-1]}."
    return [*closed, *others]


def _lines(lines):
    joined = (" ".join(line.split()) for line in lines)
    return [line for line in joined if line]
