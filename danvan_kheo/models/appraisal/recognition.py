"""A recognition: one registration recognised at one level, by one decision."""

from odoo import api, fields, models
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)

STATES = [
    ("proposed", "Proposed for Recognition"),
    ("submitted", "Submitted"),
    ("recognised", "Recognised"),
    ("refused", "Not Recognised"),
    ("revoked", "Recognition Revoked"),
]
# From these states on the registering unit sees it.
PUBLIC_STATES = ("recognised", "refused", "revoked")
# In these states it does not stand in the way of another recognition at its level.
VOID_STATES = ("refused", "revoked")


class DanvanRecognition(models.Model):
    """A model or exemplar proposed for recognition, recognised or not.

    It is made by drawing up a list and moves with that list; only what the leader
    takes out of a submitted list moves alone. Grade and total are those of the day
    on which it was proposed.
    """

    _name = "danvan.recognition"
    _inherit = ["danvan.workflow", "danvan.scoped.decider"]
    _hand_unit = "deciding_unit_id"
    _description = "Recognition"
    _order = "list_id desc, total desc, id"
    _trail_is_restricted = True
    _rec_name = "registration_id"
    _placing_fields = ("list_id", "registration_id", "evaluation_id")
    _owned_fields = (
        "state",
        "is_historical",
        "grade_name",
        "total",
        "decision_number",
        "decision_date",
    )
    _open_states = ("proposed",)
    _closed_states = PUBLIC_STATES
    # Its units are those of its registration and of its list.
    _unit_fields = ()

    list_id = fields.Many2one(
        "danvan.recognition.list",
        "List",
        required=True,
        index=True,
        ondelete="restrict",
    )
    registration_id = fields.Many2one(
        "danvan.registration",
        "Registration",
        required=True,
        index=True,
        ondelete="restrict",
    )
    evaluation_id = fields.Many2one(
        "danvan.evaluation", "Evaluation", required=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        related="registration_id.unit_id",
        string="Registering Unit",
        store=True,
        index=True,
        precompute=True,
    )
    deciding_unit_id = fields.Many2one(
        related="list_id.unit_id",
        string="Recognised by",
        store=True,
        index=True,
        precompute=True,
    )
    level_id = fields.Many2one(
        related="list_id.level_id", store=True, index=True, precompute=True
    )
    campaign_id = fields.Many2one(
        related="list_id.campaign_id", store=True, index=True, precompute=True
    )
    kind = fields.Selection(related="registration_id.kind", store=True, precompute=True)
    sector_id = fields.Many2one(
        related="registration_id.sector_id", store=True, precompute=True
    )
    grade_name = fields.Char("Grade", readonly=True)
    total = fields.Float("Total Score", digits=(5, 1), readonly=True, aggregator="avg")
    is_outstanding = fields.Boolean("Outstanding")
    decision_number = fields.Char("Decision No.", readonly=True, copy=False)
    decision_date = fields.Date("Decided on", readonly=True, copy=False)
    state = fields.Selection(
        STATES,
        required=True,
        default="proposed",
        index=True,
        copy=False,
    )
    is_public_below = fields.Boolean(compute="_compute_is_public_below", store=True)

    _level_unique = models.UniqueIndex(
        "(registration_id, level_id) WHERE state NOT IN ('refused', 'revoked')",
        "This registration is proposed or recognised at this level already.",
    )

    @api.depends("state")
    def _compute_is_public_below(self):
        for recognition in self:
            recognition.is_public_below = recognition.state in PUBLIC_STATES

    @api.model
    def _transitions(self):
        return [
            Transition(
                name="refuse",
                label=_lt("Do Not Recognise"),
                sources=("submitted",),
                target="refused",
                role="approver",
                unit="deciding_unit_id",
                reason=True,
                outcome="refused",
                condition="_in_submitted_list",
                style="secondary",
            ),
            self._following(
                "follow_submit", _lt("Submitted with its list"), "proposed", "submitted"
            ),
            self._following("follow_return", _lt("Returned"), "submitted", "proposed"),
            self._following(
                "follow_recognise", _lt("Recognised"), "submitted", "recognised"
            ),
            self._following(
                "follow_refuse", _lt("Not recognised"), "submitted", "refused"
            ),
        ]

    @api.model
    def _following(self, name, label, source, target):
        """Return a transition that only follows from the list's own."""
        return Transition(
            name=name,
            label=label,
            sources=(source,),
            target=target,
            role="approver",
            unit="deciding_unit_id",
            is_automatic=True,
        )

    def _in_submitted_list(self):
        """Return those whose list lies before the leader, undecided."""
        return self.filtered(lambda r: r.sudo().list_id.state == "submitted")
