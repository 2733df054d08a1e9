"""What a column of a table can hold. Labels are the screen's, see the room's models."""

# What no registration takes: running numbers, and what the unit keeps for itself.
NUMBER = "number"
IGNORED = "ignored"
NAME = "name"
# Said once for a registration.
ONCE = (
    NAME,
    "kind",
    "subject_type",
    "sector",
    "themes",
    "place_kind",
    "territory",
    "hamlet",
    "place_detail",
    "political_task",
    "people_need",
    "core_force",
    "funding",
    "situation_before",
    "beneficiaries",
    "late_reason",
)
TEXTS = (
    "political_task",
    "people_need",
    "core_force",
    "funding",
    "situation_before",
    "beneficiaries",
    "late_reason",
)
# Lines of a registration: several columns of one table, or rows below each other.
PERSON = ("person", "person_post", "person_phone")
ACTIVITY = ("activity", "activity_date", "activity_doer")
INDICATOR = (
    "indicator",
    "indicator_measure",
    "indicator_baseline",
    "indicator_target",
)
LINES = (*PERSON, *ACTIVITY, *INDICATOR)
TARGETS = (*ONCE, *LINES, NUMBER, IGNORED)
# The columns of the unit's own workbook, in the order of the screen.
OFFERED = (NUMBER, *ONCE, *LINES)
