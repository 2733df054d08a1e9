"""How an evaluation moves: scored, sent, concluded by the leader of who scores."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ..campaign.campaign import ENDED_STATES
from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)


class DanvanEvaluation(models.Model):
    """Scores are sent by the officer (own unit) or the appraiser (a level); the
    leader of the same unit concludes, and the registration follows."""

    _inherit = "danvan.evaluation"
    _open_states = ("draft", "returned")
    _closed_states = ("concluded",)
    _unit_fields = ("evaluator_unit_id",)

    state = fields.Selection(
        [
            ("draft", "Being Scored"),
            ("submitted", "Scores Sent"),
            ("concluded", "Concluded"),
            ("returned", "Returned to be Scored Again"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    is_public_below = fields.Boolean(compute="_compute_is_public_below", store=True)

    _desk_idx = models.Index("(evaluator_unit_id, stage, state, id DESC)")

    @api.model
    def _open_domain(self):
        # Nobody scores any more once the campaign is closed.
        going_on = Domain("campaign_id.state", "not in", ENDED_STATES)
        return super()._open_domain() & going_on

    @api.depends("state")
    def _compute_is_public_below(self):
        for evaluation in self:
            evaluation.is_public_below = evaluation.state == "concluded"

    @api.model
    def _transitions(self):
        return [
            self._transition_of_sending("submit", "officer", "_of_self", guard=None),
            self._transition_of_sending(
                "submit_appraisal", "appraiser", "_of_level", guard="_missing_reasons"
            ),
            Transition(
                name="conclude",
                label=_lt("Conclude"),
                sources=("submitted",),
                target="concluded",
                role="approver",
                unit="evaluator_unit_id",
                is_task=True,
                is_batch=True,
                effect="_concluded",
                by_step=True,
                agrees="own",
            ),
            Transition(
                name="confirm",
                label=_lt("Confirm"),
                sources=("submitted",),
                target="concluded",
                role="approver",
                unit="evaluator_unit_id",
                is_task=True,
                is_batch=True,
                effect="_concluded",
                by_step=True,
                agrees="other",
            ),
            Transition(
                name="return",
                label=_lt("Return to be Scored Again"),
                sources=("submitted",),
                target="returned",
                role="approver",
                unit="evaluator_unit_id",
                reason=True,
                outcome="returned",
                style="secondary",
                by_step=True,
                goes_back=True,
            ),
        ]

    @api.model
    def _transition_of_sending(self, name, role, condition, guard):
        """Return the transition that sends scores; the unit's own leave it."""
        return Transition(
            starts_route=name == "submit",
            name=name,
            label=_lt("Send Scores"),
            sources=("draft", "returned"),
            target="submitted",
            role=role,
            unit="evaluator_unit_id",
            is_task=True,
            is_batch=True,
            condition=condition,
            guard=guard,
        )

    def _of_self(self):
        return self.filtered(lambda evaluation: evaluation.stage == "self")

    def _of_level(self):
        return self.filtered(lambda evaluation: evaluation.stage == "level")

    def _leaving(self):
        """Return the self-evaluations that go to another unit, which decides."""
        own = self._of_self()
        acting = own.sudo().unit_id._acting_units()
        return own.filtered(
            lambda e: acting[e.sudo().unit_id.id] != e.sudo()._deciding_for()
        )

    def _deciding_for(self):
        return self.registration_id.deciding_unit_id

    def _allows_signed_paper(self):
        # sudo: a setting of the campaign.
        return self.sudo().registration_id._allows_signed_paper()

    def _concluded(self):
        """Let the registrations follow: self-assessed, or ended by who decides."""
        # sudo: the conclusion was checked just before; the registrations only follow.
        evaluations = self.sudo()
        evaluations._of_self().registration_id._follow("self_assess")
        deciding = evaluations._of_level().filtered(
            lambda e: e.evaluator_unit_id == e.registration_id.deciding_unit_id
        )
        deciding.registration_id._follow("end")
