"""A year's movement, launched by a unit for all units below it."""

import itertools

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)

# States of a campaign in which nothing moves any more.
ENDED_STATES = ("closed", "cancelled")
# Units register: launched and not yet closed.
RUNNING_STATES = ("launched", "evaluating")
# From these states on the units below see what was launched above them.
PUBLIC_STATES = (*RUNNING_STATES, "closed")
DATES = ("date_start", "registration_to", "evaluation_to", "ceremony_date", "date_end")


class DanvanCampaign(models.Model):
    """A yearly campaign. The year is its name, not its dates: a window may open in
    October for the next year."""

    _name = "danvan.campaign"
    _inherit = ["danvan.workflow", "danvan.searchable", "danvan.thread"]
    _description = "Yearly Campaign"
    _order = "year desc, id desc"
    _placing_fields = ("unit_id", "year", "parent_id", "previous_id")

    name = fields.Char(
        compute="_compute_name",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    year = fields.Integer(
        required=True, default=lambda self: self.env["danvan.period"]._today().year
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Launched by",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._own_unit(),
    )
    parent_id = fields.Many2one(
        "danvan.campaign", "Under the Campaign", index="btree_not_null"
    )
    child_ids = fields.One2many("danvan.campaign", "parent_id", "Campaigns below")
    previous_id = fields.Many2one(
        "danvan.campaign", "Campaign of the Year before", index="btree_not_null"
    )
    topic = fields.Char("Theme of the Year")
    guide = fields.Html("Guidance", sanitize=True)
    date_start = fields.Date("Begins")
    registration_to = fields.Date("Registration until")
    evaluation_to = fields.Date("Evaluation until")
    ceremony_date = fields.Date("Tradition Day")
    date_end = fields.Date("Ends")
    allows_signed_paper = fields.Boolean(
        "Signed Papers May Be Recorded",
        default=True,
        help="Officers and registrars may record what a leader has signed on paper in "
        "place of the leader's own act.",
    )
    launch_date = fields.Date("Launched on", readonly=True, copy=False)
    state = fields.Selection(
        [
            ("draft", "In Draft"),
            ("submitted", "Submitted"),
            ("approved", "Approved"),
            ("launched", "Launched"),
            ("evaluating", "Evaluating"),
            ("closed", "Closed"),
            ("cancelled", "Not Held"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    is_public_below = fields.Boolean(compute="_compute_is_public_below", store=True)

    _owned_fields = ("state", "is_historical", "launch_date")
    _closed_states = ENDED_STATES

    _unit_year_unique = models.UniqueIndex(
        "(unit_id, year) WHERE state != 'cancelled'",
        "This unit has a campaign of that year already.",
    )
    _list_idx = models.Index("(year DESC, id DESC)")

    @api.model
    def _own_unit(self):
        """Return the first unit for which the current user is officer."""
        return self.env["danvan.assignment"]._mine(["officer"]).unit_id[:1]

    @api.model
    def _transitions(self):
        return [
            Transition(
                name="submit",
                label=_lt("Submit for Approval"),
                sources=("draft",),
                target="submitted",
                role="officer",
                guard="_missing_dates",
                starts_route=True,
            ),
            Transition(
                name="approve",
                label=_lt("Approve"),
                sources=("submitted",),
                target="approved",
                role="approver",
                is_task=True,
                by_step=True,
                agrees="own",
            ),
            Transition(
                name="confirm",
                label=_lt("Confirm"),
                sources=("submitted",),
                target="approved",
                role="approver",
                is_task=True,
                by_step=True,
                agrees="other",
            ),
            Transition(
                name="return",
                label=_lt("Return"),
                sources=("submitted", "approved"),
                target="draft",
                role="approver",
                reason=True,
                outcome="returned",
                style="secondary",
                by_step=True,
                goes_back=True,
            ),
            Transition(
                name="launch",
                label=_lt("Launch"),
                sources=("approved",),
                target="launched",
                role="officer",
                is_task=True,
                guard="_not_ready_to_launch",
                values="_launch_values",
                effect="_launched",
            ),
            Transition(
                name="evaluate",
                label=_lt("Go to Evaluation"),
                sources=("launched",),
                target="evaluating",
                role="officer",
            ),
            Transition(
                name="close",
                label=_lt("Close the Year"),
                sources=("evaluating",),
                target="closed",
                role="officer",
                effect="_closed",
            ),
            Transition(
                name="cancel",
                label=_lt("Not Held"),
                sources=("draft", "submitted", "approved"),
                target="cancelled",
                role="approver",
                reason=True,
                outcome="refused",
                style="secondary",
            ),
        ]

    @api.depends("year")
    def _compute_name(self):
        for campaign in self:
            # The movement's own name, the same in every language.
            campaign.name = f"Phong trào thi đua “Dân vận khéo” năm {campaign.year}"

    @api.depends("state")
    def _compute_is_public_below(self):
        for campaign in self:
            campaign.is_public_below = campaign.state in PUBLIC_STATES

    def _missing_dates(self):
        """Return `{id: reason}` of the campaigns that lack one of their dates."""
        reasons = {}
        for campaign in self:
            missing = [campaign._label(name) for name in DATES if not campaign[name]]
            if missing:
                reasons[campaign.id] = self.env._(
                    "These dates are missing: %s. Fill them in, then submit again.",
                    ", ".join(missing),
                )
        return reasons

    def _not_ready_to_launch(self):
        """Return `{id: reason}` of what stands against launching; rooms add theirs."""
        return self._missing_dates()

    def _launch_values(self):
        today = self.env["danvan.period"]._today()
        return {campaign.id: {"launch_date": today} for campaign in self}

    def _launched(self):
        """What follows when campaigns have been launched; rooms add theirs."""

    def _closed(self):
        """What follows when campaigns have been closed; rooms add theirs."""

    def _label(self, name):
        return self._fields[name]._description_string(self.env)

    def _holding_as(self, roles):
        """Return `{campaign_id: assignment}` by which the current user acts for the
        unit of this campaign in one of `roles`; empty for who does not."""
        for role in roles:
            held = self.env["danvan.assignment"]._holding(self.sudo().unit_id, role)
            fitting = self._first_fitting({self.sudo(): one for one in held.values()})
            if fitting:
                return fitting
        return {}

    @api.model
    def _open_for_own(self):
        """Return the campaign in which the current user's own unit registers now."""
        unit = self._own_unit()
        return self._open_for(unit) if unit else self.browse()

    def _check_covers(self, unit):
        """Refuse what is placed in this campaign by a unit outside it.

        :raise ValidationError: when the campaign was not launched for `unit`
        """
        if not self._covers(unit):
            raise ValidationError(
                self.env._(
                    "The campaign “%(campaign)s” was not launched for %(unit)s. "
                    "Choose the campaign launched above that unit.",
                    campaign=self.sudo().name,
                    unit=unit.sudo().name,
                )
            )

    def _covers(self, unit):
        """Tell whether `unit` belongs to those for which this campaign was launched."""
        return bool(unit.sudo().filtered_domain([("id", "child_of", self._area().id)]))

    def _area(self):
        """Return the unit for whose whole subtree this campaign was launched."""
        launcher = self.sudo().unit_id
        return (launcher.advises_id or launcher).with_env(self.env)

    def _is_registering(self):
        """Tell whether registrations may be sent: launched and not yet closed; late
        ones are marked, not refused."""
        return self.state in RUNNING_STATES

    @api.model
    def _open_for(self, unit):
        """Return the campaign in which `unit` registers now: launched, the newest
        year, the nearest launcher."""
        above = self.env["danvan.unit"]._above(unit)
        domain = Domain("state", "=", "launched") & Domain("unit_id", "any!", above)
        campaigns = self.sudo().search(domain)
        newest = campaigns.filtered(lambda c: c.year == max(campaigns.mapped("year")))
        nearest = newest.sorted(lambda c: -len(c.unit_id.parent_path or ""))
        return self.browse(nearest[:1].ids)

    @api.constrains(*DATES)
    def _check_dates(self):
        for campaign in self:
            given = [(name, campaign[name]) for name in DATES if campaign[name]]
            for (first, earlier), (second, later) in itertools.pairwise(given):
                if earlier > later:
                    raise ValidationError(
                        self.env._(
                            "“%(second)s” comes before “%(first)s”. "
                            "Correct one of the two dates.",
                            first=campaign._label(first),
                            second=campaign._label(second),
                        )
                    )

    @api.constrains("parent_id")
    def _check_parent_covers_unit(self):
        for campaign in self.filtered("parent_id"):
            if not campaign.parent_id._covers(campaign.unit_id):
                raise ValidationError(
                    self.env._(
                        "The campaign above was not launched for %s. Choose the "
                        "campaign launched above that unit.",
                        campaign.unit_id.name,
                    )
                )

    @api.constrains("parent_id", "date_end")
    def _check_within_parent(self):
        for campaign in self.filtered("parent_id"):
            end = campaign.sudo().parent_id.date_end
            if end and campaign.date_end and campaign.date_end > end:
                raise ValidationError(
                    self.env._(
                        "The campaign above ends on %s; this one cannot end later.",
                        end.strftime("%d/%m/%Y"),
                    )
                )

    def action_next_year(self):
        """Make the draft of the next year's campaign from this one and open it.

        :return: the action that opens the new campaign
        """
        self._exactly_one()
        following = self.create(self._next_year_vals())
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": following.id,
            "views": [(False, "form")],
        }

    def _next_year_vals(self):
        """Return the values of the next year's campaign; rooms add theirs."""
        a_year = relativedelta(years=1)
        dates = {name: self[name] and self[name] + a_year for name in DATES}
        return {
            "unit_id": self.unit_id.id,
            "year": self.year + 1,
            "previous_id": self.id,
            "guide": self.guide,
            **dates,
        }
