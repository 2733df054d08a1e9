"""What of an accepted registration can be adjusted, and in which columns."""

from dataclasses import dataclass

# Texts of the registration itself, with the labels of its form.
TEXTS = [
    ("name", "Name of the Model or Exemplar"),
    ("hamlet", "Hamlet or Quarter"),
    ("place_detail", "Place in Detail"),
    ("scale", "Scale"),
    ("political_task", "Political Task Served"),
    ("people_need", "Need of the People Answered"),
    ("people_asked", "How the People Were Asked"),
    ("deed", "Deed"),
    ("deed_since", "Since When"),
    ("core_force", "Core Force"),
    ("funding", "Cost and Source"),
    ("situation_before", "Situation before"),
    ("beneficiaries", "Who Benefits"),
]
TABLES = [
    ("person", "Person in Charge"),
    ("activity", "Planned Activity"),
    ("indicator", "Indicator"),
    ("partner", "Cooperating Unit"),
]
CHOICES = [("sector", "Sector"), ("place_kind", "Carried out in")]
LABELS = [TEXTS[0], *CHOICES, *TEXTS[1:], *TABLES]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing that an adjustment can name.

    :param columns: `{field of the adjustment's line: field of what is adjusted}`, as
        papers write them; the first may not be empty
    :param rows: one2many of the registration, for a row of one of its tables
    :param row: field of the adjustment's line that names the row
    :param is_own: agreed to by the unit's own leader, not by the level that accepted
    :param is_kept: at least one row has to remain
    """

    columns: dict
    rows: str | None = None
    row: str | None = None
    is_own: bool = False
    is_kept: bool = True


PARTS = {name: Part(columns={"new_text": name}) for name, _label in TEXTS} | {
    "sector": Part(columns={"new_sector_id": "sector_id"}),
    # Together: what becomes a model of the whole commune names no hamlet any more.
    "place_kind": Part(columns={"new_place_kind": "place_kind", "new_text": "hamlet"}),
    "person": Part(
        columns={"new_text": "name", "new_detail": "post", "new_phone": "phone"},
        rows="person_ids",
        row="person_id",
        is_own=True,
    ),
    "activity": Part(
        columns={"new_text": "name", "new_date": "date", "new_detail": "doer"},
        rows="activity_plan_ids",
        row="activity_id",
    ),
    "indicator": Part(
        columns={
            "new_text": "name",
            "new_detail": "measure",
            "new_baseline": "baseline",
            "new_number": "target",
        },
        rows="indicator_ids",
        row="indicator_id",
    ),
    "partner": Part(
        columns={"new_unit_id": "partner_id", "new_text": "part"},
        rows="partner_ids",
        row="partner_row_id",
        is_own=True,
        is_kept=False,
    ),
}
# The fields of a line that name a row, and those with the new wording.
ROWS = tuple(part.row for part in PARTS.values() if part.row)
COLUMNS = tuple({name: None for part in PARTS.values() for name in part.columns})
