"""Questions about the guidance and adjustments, for the table of who does what."""

from odoo.fields import Command

from .matrix import DECIDERS, PLACES

# Parts of an adjustment, with whether the own unit's leader agrees to it.
ADJUSTED = {"name": False, "person": True}


class MatrixQuestions:
    """Goes before `MatrixDocuments`."""

    @classmethod
    def _rows_of_questions(cls):
        """A question of every unit to the unit that launched its campaign."""
        return cls._taken_over(
            "danvan.question",
            [
                (
                    {
                        "units": {
                            "unit_id": place,
                            "answering_unit_id": cls._launcher(place),
                        },
                        "state": state,
                    },
                    {
                        "unit_id": cls.places[place].id,
                        "campaign_id": cls.campaigns[place].id,
                        "question": f"Hỏi {state}, {place}",
                        "state": state,
                    },
                )
                for place in PLACES
                for state in cls._states("danvan.question")
            ],
        )

    @staticmethod
    def _launcher(place):
        return "foreign" if place == "foreign" else "commission"

    @classmethod
    def _rows_of_changes(cls):
        """Two adjustments of every unit in every state: of a text, to which the level
        that accepted agrees, and of a person, to which the own leader does."""
        plan = [
            (place, part, state)
            for place in PLACES
            for part in ADJUSTED
            for state in cls._states("danvan.registration.change")
        ]
        backing = cls._backing([place for place, *_rest in plan], "Điều chỉnh")
        return cls._taken_over(
            "danvan.registration.change",
            [
                cls._planned_change(place, part, state, registration)
                for (place, part, state), registration in zip(
                    plan, backing, strict=True
                )
            ],
        )

    @classmethod
    def _planned_change(cls, place, part, state, registration):
        agreeing = place if ADJUSTED[part] else DECIDERS[place]
        row = {
            "units": {"unit_id": place, "agreeing_unit_id": agreeing},
            "state": state,
            "note": part,
        }
        line = {"part": part, "new_text": f"Điều chỉnh {state}"}
        if ADJUSTED[part]:
            line["person_id"] = registration.person_ids.id
        return row, {
            "registration_id": registration.id,
            "reason": "Mưa lũ",
            "line_ids": [Command.create(line)],
            "state": state,
        }
