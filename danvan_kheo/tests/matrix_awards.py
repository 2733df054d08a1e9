"""Awards, their decisions and papers: one for every unit in every state."""

from .common import YEAR
from .matrix import DECIDERS, PLACES
from .matrix_documents import MatrixDocuments

# Whose proposals the State's body of the commune decides on.
OF_THE_COMMUNE = ("commune", "government", "women", "hamlet", "school")
# What a decision's list holds while the decision stands in a state.
AWARDS_OF_DECISION = {"issued": "awarded", "cancelled": "cancelled"}
# Where somebody of that name has work to hand over, and to whom.
WITH_OFFICER = ("commission", "commune", "government", "women", "sibling", "foreign")
RECEIVER = "commune.registrar"


class MatrixAwards(MatrixDocuments):
    """Adds the kinds of the rooms award and document."""

    @classmethod
    def _awarded_by(cls, place):
        return "government" if place in OF_THE_COMMUNE else DECIDERS[place]

    @classmethod
    def _award_vals(cls, place, decider, state, registration, **vals):
        honouree = cls.env["danvan.honouree"].create(
            {
                "full_name": f"Tập thể {state} {place} {registration.id}",
                "unit_id": cls.places[place].id,
            }
        )
        return {
            "honouree_id": honouree.id,
            "unit_id": cls.places[place].id,
            "registration_id": registration.id,
            "form_id": cls.env.ref("danvan_kheo.award_form_praise").id,
            "deciding_unit_id": cls.places[decider].id,
            "summary": "Vận động nhân dân thắp sáng đường quê.",
            "state": state,
            **vals,
        }

    @classmethod
    def _decisions(cls):
        """Return the rows of decisions and those of the awards on their lists."""
        plan = [
            (place, state)
            for place in PLACES
            for state in cls._states("danvan.award.decision")
        ]
        form = cls.env.ref("danvan_kheo.award_form_praise")
        decisions = cls._taken_over(
            "danvan.award.decision",
            [
                (
                    {"units": {"unit_id": place}, "state": state},
                    {
                        "unit_id": cls.places[place].id,
                        "form_id": form.id,
                        "campaign_id": cls.campaigns[place].id,
                        "state": state,
                    },
                )
                for place, state in plan
            ],
        )
        backing = cls._backing([place for place, _state in plan], "Trong quyết định")
        return decisions, cls._taken_over(
            "danvan.award",
            [
                (
                    {
                        "units": {"unit_id": place, "deciding_unit_id": place},
                        "state": AWARDS_OF_DECISION.get(state, "screened"),
                        "note": f"quyết định {state}",
                    },
                    cls._award_vals(
                        place,
                        place,
                        AWARDS_OF_DECISION.get(state, "screened"),
                        registration,
                        decision_id=decision.id,
                    ),
                )
                for decision, registration, (place, state) in zip(
                    decisions, backing, plan, strict=True
                )
            ],
        )

    @classmethod
    def _rows_of_decisions(cls):
        return cls._decisions()[0]

    @classmethod
    def _rows_of_awards(cls):
        plan = [
            (place, state) for place in PLACES for state in cls._states("danvan.award")
        ]
        backing = cls._backing([place for place, _state in plan], "Khen")
        proposals = cls._taken_over(
            "danvan.award",
            [
                (
                    {
                        "units": {
                            "unit_id": place,
                            "deciding_unit_id": cls._awarded_by(place),
                        },
                        "state": state,
                    },
                    cls._award_vals(place, cls._awarded_by(place), state, registration),
                )
                for (place, state), registration in zip(plan, backing, strict=True)
            ],
        )
        return proposals + cls._decisions()[1]

    @classmethod
    def _rows_of_handovers(cls):
        """Handovers of each unit's officer; who reads one is told by the two people
        that its note names, and by the unit's leader."""
        plan = [
            (place, state)
            for place in WITH_OFFICER
            for state in cls._states("danvan.handover")
        ]
        return cls._taken_over(
            "danvan.handover",
            [
                (
                    {
                        "units": {"unit_id": place},
                        "state": state,
                        "note": f"{place}.officer → {RECEIVER}",
                    },
                    {
                        "unit_id": cls.places[place].id,
                        "from_user_id": cls.users[f"{place}.officer"].id,
                        "to_user_id": cls.users[RECEIVER].id,
                        "state": state,
                    },
                )
                for place, state in plan
            ],
        )

    @classmethod
    def _rows_of_papers(cls):
        plan = [
            (place, code, state)
            for place in PLACES
            for code in ("submission", "plan")
            for state in cls._states("danvan.document")
        ]
        return cls._taken_over(
            "danvan.document",
            [
                (
                    {
                        "units": {"unit_id": place},
                        "state": state,
                        "note": "cho cấp dưới" if code == "plan" else "",
                    },
                    cls._paper_vals(place, code, state, number),
                )
                for number, (place, code, state) in enumerate(plan, 1)
            ],
        )

    @classmethod
    def _paper_vals(cls, place, code, state, number):
        numbered = {"number": number, "date": f"{YEAR}-03-01"}
        template = cls.env["danvan.document.template"]._for_code(code)
        return {
            "unit_id": cls.places[place].id,
            "template_id": template.id,
            "subject": "Việc thử",
            "body": "<p>Nội dung thử.</p>",
            "signer_name": "Nguyễn Văn Mẫu",
            "signer_post": "Trưởng ban",
            "state": state,
            **(numbered if state in ("to_number", "issued") else {}),
        }
