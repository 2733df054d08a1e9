"""One document of every kind for every unit in every state."""

from dataclasses import dataclass, field

from .common import YEAR
from .matrix import DECIDERS, PLACES, chain

# The words of the year's papers: public from these states on for the units below.
CAMPAIGN_PUBLIC = ("launched", "evaluating", "closed")
CRITERIA_PUBLIC = ("issued", "frozen", "closed")
PAPER_ISSUED = ("issued", "amended", "corrected", "replaced", "cancelled")
RECOGNITION_OUT = ("recognised", "refused", "revoked")
RECOGNITION_LIST_OUT = ("recognised", "revoked")
LIST_OF_RECOGNITION = {
    "draft": "proposed",
    "submitted": "submitted",
    "approved": "submitted",
    "recognised": "recognised",
    "refused": "refused",
    "revoked": "revoked",
}
DATES = ("date_start", "registration_to", "evaluation_to", "ceremony_date", "date_end")
# Registered at the province's level from inside a commune.
PUT_HIGHER = ("commune", "government", "women", "sibling")
HIGHER = "cấp tỉnh"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A document of the table: whose it is, in which state, and who is asked.

    :param units: `{field: place}` of every unit that a transition may ask for
    :param step: `(place, role)` of the present step of its route
    :param note: what sets it apart from others of the same unit and state
    """

    id: int
    state: str
    units: dict = field(default_factory=dict)
    step: tuple | None = None
    note: str = ""

    @property
    def unit(self):
        """The place whose document it is."""
        return self.units["unit_id"]

    def __str__(self):
        step = f"@{self.step[0]}" if self.step else ""
        return f"{self.unit}/{self.state}{step}{self.note and f' ({self.note})'}"


class MatrixDocuments:
    """Goes before a class of the matrix's province: `places`, `users`, `administrator`.

    Each `_rows_of_…` returns the rows of one kind; a kind without one fails the test.
    """

    BUILDERS = {
        "danvan.campaign": "_rows_of_campaigns",
        "danvan.registration": "_rows_of_registrations",
        "danvan.criteria.set": "_rows_of_criteria_sets",
        "danvan.evaluation": "_rows_of_evaluations",
        "danvan.recognition.list": "_rows_of_recognition_lists",
        "danvan.recognition": "_rows_of_recognitions",
        "danvan.award": "_rows_of_awards",
        "danvan.award.decision": "_rows_of_decisions",
        "danvan.document": "_rows_of_papers",
        "danvan.handover": "_rows_of_handovers",
        "danvan.question": "_rows_of_questions",
        "danvan.registration.change": "_rows_of_changes",
    }
    # Guard until every branch has them: a kind named here may be missing.
    TO_COME = ("danvan.handover",)

    @classmethod
    def _kinds(cls):
        """Return the kinds that have rows and are there."""
        registry = cls.env.registry
        return {
            kind for kind in cls.BUILDERS if kind in registry or kind not in cls.TO_COME
        }

    @classmethod
    def _states(cls, kind):
        return [state for state, _label in cls.env[kind]._fields["state"].selection]

    @classmethod
    def _taken_over(cls, kind, planned):
        """Return rows of documents put into their state by the module's private door.

        :param planned: `[(values of the row, values of the document)]`
        """
        model = cls.env[kind].with_user(cls.users["administrator"])
        records = model._take_over([vals for _row, vals in planned], "bảng kiểm thử")
        return [
            Row(id=record.id, **row)
            for record, (row, _vals) in zip(records, planned, strict=True)
        ]

    @classmethod
    def _years(cls):
        """Make what every document hangs on: a launched campaign of each province."""
        sets = cls._criteria_set_vals(unit_id=cls.places["commission"].id)
        cls.usable_set = cls.env["danvan.criteria.set"]._create_owned(
            [{**sets, "state": "issued"}]
        )
        launched = [
            cls._campaign_vals(place, YEAR, "launched")
            for place in ("commission", "foreign")
        ]
        ours, theirs = cls.env["danvan.campaign"]._create_owned(launched)
        cls.campaigns = dict.fromkeys(PLACES, ours) | {"foreign": theirs}

    @classmethod
    def _campaign_vals(cls, place, year, state):
        return {
            "unit_id": cls.places[place].id,
            "year": year,
            "state": state,
            "criteria_set_ids": cls.usable_set.ids,
            **dict.fromkeys(DATES, f"{YEAR}-12-31"),
        }

    @classmethod
    def _rows_of_campaigns(cls):
        states = cls._states("danvan.campaign")
        rows = cls._taken_over(
            "danvan.campaign",
            [
                (
                    {"units": {"unit_id": place}, "state": state},
                    cls._campaign_vals(place, YEAR + 10 + number, state),
                )
                for place in PLACES
                for number, state in enumerate(states)
            ],
        )
        drafts = {
            number: cls._campaign_vals("government", YEAR + 50 + number, "draft")
            for number in range(2)
        }
        own, confirmed = cls.env["danvan.campaign"]._create_owned(drafts.values())
        cls.act(own | confirmed, cls.users["government.officer"], "submit")
        cls.act(confirmed, cls.users["government.approver"], "approve")
        return [
            *rows,
            cls._waiting(own, "submitted", "government"),
            cls._waiting(confirmed, "submitted", "commune", owner="government"),
        ]

    @classmethod
    def _waiting(cls, record, state, place, owner=None, **row):
        """Return the row of a document that waits for the leader of `place`."""
        units = {"unit_id": owner or place, **row.pop("units", {})}
        return Row(
            id=record.id, state=state, step=(place, "approver"), units=units, **row
        )

    @classmethod
    def _registration_of(cls, place, name, **vals):
        """Return complete values of a registration of `place`."""
        return cls._registration_vals(
            cls.campaigns[place], cls.places[place], name=f"{name}, {place}", **vals
        )

    @classmethod
    def _rows_of_registrations(cls):
        planned = [
            (
                {
                    "units": {
                        "unit_id": place,
                        "deciding_unit_id": decider,
                        **cls._answering_for_place(place),
                    },
                    "state": state,
                    "note": "" if decider == DECIDERS[place] else HIGHER,
                },
                cls._registration_of(place, state, state=state, **level),
            )
            for place, decider, level in cls._levels()
            for state in cls._states("danvan.registration")
        ]
        return cls._taken_over("danvan.registration", planned) + cls._on_routes()

    @classmethod
    def _answering_for_place(cls, owner):
        """Return whose committee answers for the place of what `owner` registers: all
        of it is carried out in the commune's territory."""
        return {} if "commune" in chain(owner) else {"place_unit_id": "commune"}

    @classmethod
    def _levels(cls):
        """Yield each unit with who decides at its own level, and some at the level of
        the province."""
        for place, decider in DECIDERS.items():
            yield place, decider, {}
        province = cls.env.ref("danvan_kheo.level_province")
        for place in PUT_HIGHER:
            yield place, "commission", {"registered_level_id": province.id}

    @classmethod
    def _on_routes(cls):
        """Return the rows of registrations on their way out of a unit, at the step of
        its own leader or of the committee that confirms."""
        province = {"registered_level_id": cls.env.ref("danvan_kheo.level_province").id}
        plans = [
            # owner, who decides, whose officer submits, who has agreed, who is asked
            ("commune", "commission", province, "commune", None, "commune"),
            ("government", "commission", province, "government", None, "government"),
            (
                "government",
                "commission",
                province,
                "government",
                "government",
                "commune",
            ),
            ("government", "commune", {}, "government", None, "government"),
            ("women", "commune", {}, "women", None, "women"),
            ("women", "commission", province, "women", "women", "commune"),
            ("school", "commune", {}, "government", None, "school"),
            ("department", "commission", {}, "department", None, "department"),
            ("company", "commission", {}, "department", None, "company"),
            ("sibling", "commission", province, "sibling", None, "sibling"),
        ]
        rows = []
        for owner, decider, level, submitter, agreed, asked in plans:
            vals = cls._registration_of(owner, f"Trên tuyến {len(rows)}", **level)
            record = cls.env["danvan.registration"].create(vals)
            cls.act(record, cls.users[f"{submitter}.officer"], "submit")
            if agreed:
                cls.act(record, cls.users[f"{agreed}.approver"], "approve")
            row = {
                "units": {
                    "deciding_unit_id": decider,
                    **cls._answering_for_place(owner),
                },
                "note": HIGHER if level else "",
            }
            rows.append(cls._waiting(record, "to_approve", asked, owner=owner, **row))
        return rows

    @classmethod
    def _rows_of_criteria_sets(cls):
        return cls._taken_over(
            "danvan.criteria.set",
            [
                (
                    {"units": {"unit_id": place}, "state": state},
                    cls._criteria_set_vals(unit_id=cls.places[place].id, state=state),
                )
                for place in PLACES
                for state in cls._states("danvan.criteria.set")
            ],
        )

    @classmethod
    def _backing(cls, places, name, state="running"):
        """Return a registration in `state` for each of `places`, to hang others on."""
        return cls.env["danvan.registration"]._create_owned(
            [
                cls._registration_of(place, f"{name} {number}", state=state)
                for number, place in enumerate(places)
            ]
        )

    @classmethod
    def _rows_of_evaluations(cls):
        plan = [
            (place, stage, DECIDERS[place] if stage == "level" else place, state)
            for place in PLACES
            for stage in ("self", "level")
            for state in cls._states("danvan.evaluation")
        ]
        backing = cls._backing([place for place, *_rest in plan], "Đánh giá")
        return (
            cls._taken_over(
                "danvan.evaluation",
                [
                    (
                        {
                            "units": {"unit_id": place, "evaluator_unit_id": evaluator},
                            "state": state,
                            "note": stage,
                        },
                        cls._evaluation_vals(registration, stage, evaluator, state),
                    )
                    for (place, stage, evaluator, state), registration in zip(
                        plan, backing, strict=True
                    )
                ],
            )
            + cls._self_evaluations_on_routes()
        )

    @classmethod
    def _evaluation_vals(cls, registration, stage, evaluator, state):
        return {
            "registration_id": registration.id,
            "stage": stage,
            "evaluator_unit_id": cls.places[evaluator].id,
            "criteria_set_id": cls.usable_set.id,
            "state": state,
        }

    @classmethod
    def _self_evaluations_on_routes(cls):
        province = cls.env.ref("danvan_kheo.level_province")
        asked = ("government", "commune")
        backing = cls._backing(["government"] * len(asked), "Tự chấm trên tuyến")
        backing.registered_level_id = province
        evaluations = cls.env["danvan.evaluation"]._create_owned(
            [cls._evaluation_vals(r, "self", "government", "draft") for r in backing]
        )
        cls.act(evaluations, cls.users["government.officer"], "submit")
        cls.act(evaluations[1], cls.users["government.approver"], "conclude")
        units = {"evaluator_unit_id": "government"}
        return [
            cls._waiting(
                evaluation,
                "submitted",
                place,
                owner="government",
                units=units,
                note="self",
            )
            for evaluation, place in zip(evaluations, asked, strict=True)
        ]

    @classmethod
    def _recognition_lists(cls):
        """Return the rows of lists, and those of what stands on them: on each list
        something of a unit below."""
        plan = [
            (place, state)
            for place in PLACES
            for state in cls._states("danvan.recognition.list")
        ]
        lists = cls._taken_over(
            "danvan.recognition.list",
            [
                (
                    {"units": {"unit_id": place}, "state": state},
                    {
                        "unit_id": cls.places[place].id,
                        "campaign_id": cls.campaigns[place].id,
                        "state": state,
                    },
                )
                for place, state in plan
            ],
        )
        owners = [cls._recognised_by(place) for place, _state in plan]
        backing = cls._backing(owners, "Công nhận", "done")
        evaluations = cls.env["danvan.evaluation"]._create_owned(
            [
                cls._evaluation_vals(registration, "level", place, "concluded")
                for registration, (place, _state) in zip(backing, plan, strict=True)
            ]
        )
        return lists, cls._taken_over(
            "danvan.recognition",
            [
                (
                    {
                        "units": {"unit_id": owner, "deciding_unit_id": place},
                        "state": LIST_OF_RECOGNITION[state],
                        "note": f"danh sách {state}, {place}",
                    },
                    {
                        "list_id": row.id,
                        "registration_id": evaluation.registration_id.id,
                        "evaluation_id": evaluation.id,
                        "grade_name": "Tốt",
                        "state": LIST_OF_RECOGNITION[state],
                    },
                )
                for row, owner, evaluation, (place, state) in zip(
                    lists, owners, evaluations, plan, strict=True
                )
            ],
        )

    @staticmethod
    def _recognised_by(place):
        """Return a unit below, of which `place` recognises something."""
        return {"commission": "commune", "commune": "women"}.get(place, place)

    @classmethod
    def _rows_of_recognition_lists(cls):
        return cls._recognition_lists()[0]

    @classmethod
    def _rows_of_recognitions(cls):
        return cls._recognition_lists()[1]
