"""The sensitive acts on what is asked beside the year: handovers, questions,
adjustments. Read as those of `matrix_sensitive`."""

from .matrix_outcomes import DONE, HIDDEN, ITSELF, RIGHT, STATE

# Handed over by its own act, never by a button of the table.
HANDOVERS = [
    (
        "commune.officer",
        "commune/draft (commune.officer → commune.registrar)",
        "complete",
        ITSELF,
    ),
    (
        "commune.approver",
        "commune/draft (commune.officer → commune.registrar)",
        "agree",
        ITSELF,
    ),
    (
        "commune.viewer",
        "commune/draft (commune.officer → commune.registrar)",
        "complete",
        HIDDEN,
    ),
    (
        "government.approver",
        "commune/draft (commune.officer → commune.registrar)",
        "complete",
        HIDDEN,
    ),
    (
        "sibling.approver",
        "commune/agreed (commune.officer → commune.registrar)",
        "complete",
        HIDDEN,
    ),
    (
        "administrator",
        "commune/agreed (commune.officer → commune.registrar)",
        "complete",
        ITSELF,
    ),
]

# A question is its unit's until it is sent; the unit that launched answers it.
QUESTIONS = [
    ("commune.viewer", "commune/draft", "ask", RIGHT),
    ("commune.approver", "commune/draft", "ask", RIGHT),
    ("commission.officer", "commune/draft", "ask", RIGHT),
    ("sibling.officer", "commune/draft", "ask", HIDDEN),
    ("foreign.officer", "commune/draft", "ask", HIDDEN),
    ("administrator", "commune/draft", "ask", RIGHT),
    ("commune.officer", "commune/draft", "ask", DONE),
    ("commune.officer", "commune/asked", "answer", RIGHT),
    ("commune.approver", "commune/asked", "answer", RIGHT),
    ("commission.viewer", "commune/asked", "answer", RIGHT),
    ("commission.registrar", "commune/asked", "answer", RIGHT),
    ("sibling.officer", "commune/asked", "answer", HIDDEN),
    ("foreign.officer", "commune/asked", "answer", HIDDEN),
    ("commission.officer", "foreign/asked", "answer", HIDDEN),
    ("nobody", "commune/asked", "answer", HIDDEN),
    ("administrator", "commune/asked", "answer", RIGHT),
    ("commission.officer", "commune/asked", "withdraw", RIGHT),
    ("commune.officer", "commune/asked", "withdraw", DONE),
    ("commission.officer", "commune/asked", "answer", DONE),
    ("commission.approver", "commune/asked", "answer", DONE),
    ("commission.officer", "commune/answered", "answer", STATE),
    ("commune.officer", "commune/answered", "correct_answer", RIGHT),
    ("commune.officer", "commune/answered", "withdraw", STATE),
    ("commission.officer", "commune/answered", "correct_answer", DONE),
    ("commission.officer", "commune/withdrawn", "answer", STATE),
    ("commission.officer", "commune/answered", "note_answer", RIGHT),
    ("commune.approver", "commune/answered", "note_answer", RIGHT),
    ("commune.viewer", "commune/answered", "note_answer", RIGHT),
    ("sibling.officer", "commune/answered", "note_answer", HIDDEN),
    ("commune.officer", "commune/asked", "note_answer", STATE),
    ("commune.officer", "commune/answered", "note_answer", DONE),
]

# Whoever asks for another wording does not agree to it himself; a person in charge is
# the own leader's affair.
CHANGES = [
    ("women.officer", "women/draft (name)", "send", DONE),
    ("women.approver", "women/draft (name)", "send", RIGHT),
    ("commune.viewer", "women/draft (name)", "send", RIGHT),
    ("sibling.officer", "women/draft (name)", "send", HIDDEN),
    ("commission.officer", "women/draft (name)", "send", RIGHT),
    ("administrator", "women/draft (name)", "send", RIGHT),
    ("women.officer", "women/sent (name)", "agree", RIGHT),
    ("women.approver", "women/sent (name)", "agree", RIGHT),
    ("commune.officer", "women/sent (name)", "agree", RIGHT),
    ("commission.approver", "women/sent (name)", "agree", RIGHT),
    ("sibling.approver", "women/sent (name)", "agree", HIDDEN),
    ("foreign.approver", "women/sent (name)", "refuse", HIDDEN),
    ("nobody", "women/sent (name)", "agree", HIDDEN),
    ("administrator", "women/sent (name)", "agree", RIGHT),
    ("commune.approver", "women/sent (name)", "agree", DONE),
    ("commune.approver", "women/sent (name)", "refuse", DONE),
    ("commune.approver", "women/sent (person)", "agree", RIGHT),
    ("women.approver", "women/sent (person)", "agree", DONE),
    ("women.approver", "women/sent (name)", "withdraw", RIGHT),
    ("women.officer", "women/sent (name)", "withdraw", DONE),
    ("commune.approver", "women/agreed (name)", "agree", STATE),
    ("commune.approver", "women/refused (name)", "agree", STATE),
    ("women.officer", "women/withdrawn (name)", "send", STATE),
]
