"""How a proposal moves: proposed, checked, put on a decision's list, awarded."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ...tools.text import search_key
from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)

# States in which an achievement counts as proposed for, or given, a form.
LIVE_STATES = ("proposed", "screened", "awarded")


class DanvanAward(models.Model):
    """States and transitions. Nobody presses “award”: it follows when the decision's
    paper is issued, with number, date and amount of that day."""

    _inherit = "danvan.award"
    _owned_fields = (
        "state",
        "is_historical",
        "decision_id",
        "decision_number",
        "decision_date",
        "register_number",
        "register_year",
        "amount",
        "amount_basis",
        "printed_name",
    )

    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("proposed", "Proposed"),
            ("screened", "Eligible"),
            ("awarded", "Awarded"),
            ("dropped", "Left out of the List"),
            ("cancelled", "Award Cancelled"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    decision_id = fields.Many2one(
        "danvan.award.decision",
        "Decision",
        readonly=True,
        index="btree_not_null",
        copy=False,
        ondelete="restrict",
    )
    decision_number = fields.Char("Decision Number", readonly=True, copy=False)
    decision_date = fields.Date("Decision Date", readonly=True, copy=False, index=True)
    register_number = fields.Integer("Register Number", readonly=True, copy=False)
    register_year = fields.Integer("Register Year", readonly=True, copy=False)
    amount = fields.Monetary("Prize Money", readonly=True, copy=False)
    amount_basis = fields.Char("How It Was Computed", readonly=True, copy=False)
    printed_name = fields.Char("Name on the Certificate", readonly=True, copy=False)

    _register_unique = models.UniqueIndex(
        "(deciding_unit_id, register_year, register_number) WHERE register_number > 0",
        "This number of the award register has been given already.",
    )
    # Two colleagues proposing at once pass the guard together; not this.
    _achievement_unique = models.UniqueIndex(
        "(honouree_id, registration_id) WHERE state IN "
        "('proposed', 'screened', 'awarded') AND NOT COALESCE(is_historical, FALSE)",
        "One achievement is commended in one form only.",
    )

    @api.model
    def _transitions(self):
        return [
            Transition(
                name="propose",
                label=_lt("Propose for Award"),
                sources=("draft",),
                target="proposed",
                role="officer",
                is_batch=True,
                guard="_not_ready",
            ),
            Transition(
                name="screen",
                label=_lt("Check Eligibility"),
                sources=("proposed",),
                target="screened",
                role="officer",
                unit="deciding_unit_id",
                is_task=True,
                is_batch=True,
                guard="_not_eligible",
            ),
            Transition(
                name="screen_as_appraiser",
                label=_lt("Check Eligibility"),
                sources=("proposed",),
                target="screened",
                role="appraiser",
                unit="deciding_unit_id",
                condition="_not_held_as_officer",
                guard="_not_eligible",
            ),
            Transition(
                name="drop",
                label=_lt("Leave out of the List"),
                sources=("proposed", "screened"),
                target="dropped",
                role="officer",
                unit="deciding_unit_id",
                reason=True,
                outcome="refused",
                guard="_on_a_settled_list",
                values="_dropped_values",
                style="secondary",
            ),
            Transition(
                name="award",
                label=_lt("Decision issued"),
                sources=("screened",),
                target="awarded",
                role="approver",
                unit="deciding_unit_id",
                is_automatic=True,
            ),
        ]

    def _not_held_as_officer(self):
        """Return those for which this person does not act as officer anyway, so that
        who holds both roles sees one button."""
        as_officer = self._holding(self._transition("screen"))
        return self.filtered(lambda award: award.id not in as_officer)

    def _not_ready(self):
        """Return `{id: reason}` of the drafts that cannot be proposed yet."""
        reasons = {}
        for award in self:
            missing = award._missing()
            if missing:
                reasons[award.id] = "\n".join(missing)
        rest = self.filtered(lambda award: award.id not in reasons)
        return reasons | rest._other_forms() | rest._forms_out_of_force()

    def _missing(self):
        """Return one sentence for each thing that is missing."""
        # sudo: the right to propose was checked; the deed may be of a unit below.
        registration = self.sudo().registration_id
        checks = [
            (
                registration.is_accepted,
                self.env._(
                    "“%s” is not in the list of the year, so it cannot be commended "
                    "yet. It must be accepted first.",
                    registration.display_name,
                ),
            ),
            (
                self.summary,
                self.env._("Summary of the achievement: write what was done."),
            ),
            (
                self.deciding_unit_id,
                self.env._("Decided by: choose the unit that decides."),
            ),
        ]
        return [sentence for present, sentence in checks if not present]

    def _not_eligible(self):
        """Return `{id: reason}` of the proposals that cannot go on the list now."""
        return self._other_forms() | self._forms_out_of_force()

    def _forms_out_of_force(self):
        today = self.env["danvan.period"]._today()
        ended = self.form_id - self.form_id.filtered_domain(
            self.form_id._in_force(today)
        )
        return {
            award.id: self.env._(
                "“%(form)s” is in force %(period)s only. Choose another form.",
                form=award.form_id.name,
                period=award.form_id._period_text(),
            )
            for award in self
            if award.form_id in ended
        }

    def _other_forms(self):
        """Return `{id: reason}` of those whose achievement is proposed, or commended,
        in another proposal. Source: the rule “one achievement, one form”."""
        # sudo: a proposal of another unit stands against it all the same.
        mine = self.sudo()
        live = Domain("registration_id", "in", mine.registration_id.ids) & Domain(
            "state", "in", LIVE_STATES
        )
        earlier = mine.search(live & Domain("id", "not in", mine.ids), order="id")
        seen = {award._achievement(): award for award in reversed(earlier)}
        reasons = {}
        for award in mine.sorted("id"):
            other = seen.setdefault(award._achievement(), award)
            if other != award:
                reasons[award.id] = award._one_form_only(other)
        return reasons

    def _achievement(self):
        """Return what makes an achievement one: the deed and who is said to have done
        it; the same name entered twice is one."""
        honouree = self.honouree_id
        name = search_key(honouree.full_name)
        return self.registration_id.id, honouree.subject_type, name

    def _one_form_only(self, other):
        return self.env._(
            "%(name)s is being proposed for “%(form)s” for the same achievement at "
            "%(unit)s. One achievement is commended in one form only.",
            name=other.honouree_id.full_name,
            form=other.form_id.name,
            unit=other.unit_id.name,
        )

    def _on_a_settled_list(self):
        """Return `{id: reason}` of those on a list that has been submitted."""
        return {
            award.id: self.env._(
                "It is on the list of a decision that has been submitted. "
                "Have that decision returned first."
            )
            for award in self.sudo()
            if award.decision_id and not award.decision_id.is_open
        }

    def _dropped_values(self):
        return {award.id: {"decision_id": False} for award in self}
