"""The list of what a unit proposes to recognise: one decision recognises many."""

from odoo import api, fields, models
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)


class DanvanRecognitionList(models.Model):
    """Drawn up by the appraiser from concluded evaluations, agreed by the leader,
    in force with the number and date of its decision."""

    _name = "danvan.recognition.list"
    _inherit = ["danvan.workflow", "danvan.searchable", "danvan.scoped"]
    _description = "List for Recognition"
    _order = "id desc"
    _placing_fields = ("unit_id", "campaign_id")
    _closed_states = ("recognised", "refused", "revoked")
    _owned_fields = (
        "state",
        "is_historical",
        "left_out",
        "decision_number",
        "decision_date",
    )

    name = fields.Char(
        compute="_compute_name",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Recognised by",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._own_unit(),
    )
    campaign_id = fields.Many2one(
        "danvan.campaign",
        "Campaign",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._current_campaign(),
    )
    year = fields.Integer(related="campaign_id.year", store=True, precompute=True)
    level_id = fields.Many2one(
        related="unit_id.level_id", store=True, index=True, precompute=True
    )
    recognition_ids = fields.One2many(
        "danvan.recognition", "list_id", "Proposed for Recognition"
    )
    recognition_count = fields.Integer("How Many", compute="_compute_recognition_count")
    left_out = fields.Text("Not on the List", readonly=True, copy=False)
    decision_number = fields.Char("Decision No.", readonly=True, copy=False)
    decision_date = fields.Date("Decided on", readonly=True, copy=False)
    state = fields.Selection(
        [
            ("draft", "Being Drawn Up"),
            ("submitted", "Submitted"),
            ("approved", "Awaiting the Decision"),
            ("recognised", "Recognised"),
            ("refused", "Not Recognised"),
            ("revoked", "Recognition Revoked"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    is_public_below = fields.Boolean(compute="_compute_is_public_below", store=True)

    @api.model
    def _own_unit(self):
        """Return the first unit for which the current user is appraiser."""
        return self.env["danvan.assignment"]._mine(["appraiser"]).unit_id[:1]

    @api.model
    def _current_campaign(self):
        """Return the newest campaign that is being carried out or evaluated."""
        states = ("launched", "evaluating")
        return self.env["danvan.campaign"].search([("state", "in", states)], limit=1)

    @api.model
    def _transitions(self):
        return [
            Transition(
                name="submit",
                label=_lt("Submit for Recognition"),
                sources=("draft",),
                target="submitted",
                role="appraiser",
                is_task=True,
                guard="_empty_lists",
                effect="_submitted",
            ),
            Transition(
                name="approve",
                label=_lt("Agree to the List"),
                sources=("submitted",),
                target="approved",
                role="approver",
                is_task=True,
                guard="_empty_lists",
                effect="_approved",
            ),
            Transition(
                name="return",
                label=_lt("Return"),
                sources=("submitted", "approved"),
                target="draft",
                role="approver",
                reason=True,
                guard="_decisions_under_way",
                outcome="returned",
                effect="_taken_back",
                style="secondary",
            ),
            Transition(
                name="refuse",
                label=_lt("Do Not Recognise"),
                sources=("submitted",),
                target="refused",
                role="approver",
                reason=True,
                outcome="refused",
                effect="_refused",
                style="secondary",
            ),
            Transition(
                name="recognise",
                label=_lt("Decision issued"),
                sources=("approved",),
                target="recognised",
                role="registrar",
                effect="_recognised",
                is_automatic=True,
            ),
        ]

    @api.depends("campaign_id")
    def _compute_name(self):
        for record in self:
            # The wording of the papers, the same in every language.
            year = record.campaign_id.year
            record.name = f"Công nhận mô hình, điển hình “Dân vận khéo” năm {year}"

    @api.depends("recognition_ids.state")
    def _compute_recognition_count(self):
        for record in self:
            record.recognition_count = len(record.recognition_ids._not_refused())

    @api.depends("state")
    def _compute_is_public_below(self):
        for record in self:
            record.is_public_below = record.state in ("recognised", "revoked")

    def _empty_lists(self):
        """Return `{id: reason}` of the lists on which nothing stands."""
        empty = self.filtered(lambda record: not record.recognition_count)
        reason = self.env._(
            "Nothing stands on the list. Press “Draw Up List” once evaluations that "
            "permit recognition are concluded."
        )
        return dict.fromkeys(empty.ids, reason)

    def _submitted(self):
        self._move_recognitions("follow_submit")

    def _taken_back(self):
        self._move_recognitions("follow_return")

    def _refused(self):
        for record in self:
            reason = record.sudo().trail_ids[:1].reason
            record._move_recognitions("follow_refuse", reason)

    def _recognised(self):
        self._move_recognitions("follow_recognise")

    def _move_recognitions(self, transition, reason=None):
        # sudo: the move of the list was checked just before; its lines only follow.
        self.sudo().recognition_ids._follow(transition, reason)
