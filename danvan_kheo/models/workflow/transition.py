"""A transition, as data: the one table behind button, guard, trail and inbox."""

from dataclasses import dataclass

# A document's unit was succeeded by another.
REORGANISE = "reorganise"
# Acts that give a document to another person or unit and leave its state.
CHANGES_OF_HAND = ("hand_over", "reassign", REORGANISE)
# Acts beside the way of a document: they tell neither who moved it nor why.
SIDE_ACTS = (
    *CHANGES_OF_HAND,
    "give_opinion",
    "assign_quotas",
    "extend_for_units",
    "remind_units",
    "confirm_part",
    "confirm_locally",
    "note_answer",
    "join_models",
    "split_model",
    "print_certificate",
    "reprint_certificate",
)


@dataclass(frozen=True, kw_only=True)
class Transition:
    """One named move of a document.

    :param name: technical name, unique within the model
    :param label: lazily translated text of the button, beginning with a verb
    :param sources: states from which it goes
    :param target: state to which it goes; None keeps the state
    :param role: role that the person must hold
    :param unit: name of the field with the unit for which the role is asked
    :param reason: whether a reason must be given
    :param is_task: whether a record in a source state waits for it in an inbox
    :param is_batch: whether lists offer it for a selection
    :param outcome: how a pending step ends by it (approved, returned, refused)
    :param days: working days until a pending step is due
    :param condition: method that returns the records to which it applies at all;
        for the others the button is not shown
    :param guard: method that returns `{id: reason}` of what still stands against it;
        the button is shown and the reason is said
    :param values: method that returns further owned values to write, for one record
    :param effect: method called on the moved records afterwards
    :param style: primary, secondary or danger
    :param is_automatic: follows from another document's move; no button, no call
    :param starts_route: the steps of the route are frozen on the record by it
    :param by_step: asked of who holds the record's present step of its route; `role`
        for `unit` counts only where it stands at none
    :param agrees: it settles the present step of the route and moves the record only
        with the last one: “own” at a step of the record's own unit, “other” at that
        of another unit
    :param goes_back: it may name an earlier step of the route to which it returns
    """

    name: str
    label: str
    sources: tuple[str, ...]
    target: str | None
    role: str
    unit: str = "unit_id"
    reason: bool = False
    is_task: bool = False
    is_batch: bool = False
    outcome: str = "approved"
    days: int = 5
    condition: str | None = None
    guard: str | None = None
    values: str | None = None
    effect: str | None = None
    style: str = "primary"
    is_automatic: bool = False
    starts_route: bool = False
    by_step: bool = False
    agrees: str | None = None
    goes_back: bool = False
