"""Questions about the guidance, for the table of who does what."""

from .matrix import PLACES


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
