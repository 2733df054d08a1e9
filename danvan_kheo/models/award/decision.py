"""An award decision: one paper, one form, many honourees."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

# The order of a list: collectives first, as such lists are printed.
SUBJECT_ORDER = ("collective", "household", "individual")
# With its number and frozen amounts, whatever became of it later.
ISSUED_STATES = ("issued", "cancelled")


class DanvanAwardDecision(models.Model):
    """The decision of a unit that gives one form to a list of honourees of one year's
    campaign."""

    _name = "danvan.award.decision"
    _inherit = ["danvan.workflow", "danvan.money", "danvan.scoped"]
    _description = "Award Decision"
    _order = "year desc, id desc"
    _placing_fields = ("unit_id", "form_id", "campaign_id")
    _closed_states = ISSUED_STATES

    unit_id = fields.Many2one(
        "danvan.unit",
        "Deciding Unit",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    form_id = fields.Many2one(
        "danvan.award.form", "Form", required=True, index=True, ondelete="restrict"
    )
    campaign_id = fields.Many2one(
        "danvan.campaign", "Campaign", required=True, index=True, ondelete="restrict"
    )
    year = fields.Integer(related="campaign_id.year", store=True)
    award_ids = fields.One2many("danvan.award", "decision_id", "List", readonly=True)
    award_count = fields.Integer("Honourees", compute="_compute_award_count")
    amount_total = fields.Monetary(
        "Total Prize Money",
        compute="_compute_amount_total",
        help="Before the issue, as of the expected date.",
    )
    expected_date = fields.Date(
        "Expected Date of Issue",
        help="Amounts are computed for this date; empty: for the day on which it "
        "is drafted. The paper's own date decides.",
    )
    proposal_reference = fields.Char(
        "On the Proposal of",
        help="Who proposed, with number and date of the letter of proposal.",
    )
    implementers = fields.Char(
        "Implemented by", help="The offices that are to carry out the decision."
    )
    _list_idx = models.Index("(year DESC, id DESC)")

    @api.depends("form_id", "campaign_id", "number")
    def _compute_display_name(self):
        for decision in self:
            # sudo: who reads the decision reads the names that it goes by.
            known = decision.sudo()
            parts = (known.number, known.form_id.name, known.campaign_id.name)
            decision.display_name = " – ".join(part for part in parts if part)

    @api.depends("award_ids")
    def _compute_award_count(self):
        counts = dict(
            self.env["danvan.award"]
            .sudo()
            ._read_group(
                [("decision_id", "in", self.ids)], ["decision_id"], ["__count"]
            )
        )
        for decision in self:
            decision.award_count = counts.get(decision, 0)

    @api.depends("award_ids.amount", "state", "expected_date")
    def _compute_amount_total(self):
        for decision in self:
            if decision.state in ISSUED_STATES:
                decision.amount_total = sum(decision.sudo().award_ids.mapped("amount"))
            else:
                decision.amount_total = decision._expected_total()

    def _expected_total(self):
        """Return the total as of the expected date, 0 while no rate is in force."""
        try:
            amounts = self._amounts(self._amount_date())
        except UserError:
            return 0
        awards = self.sudo().award_ids
        return sum(amounts[award.subject_type][0] for award in awards)

    def _amount_date(self):
        """Return the date for which amounts are computed before the issue."""
        return self.expected_date or self.env["danvan.period"]._today()

    def _amounts(self, date):
        """Return `{subject_type: (amount, how)}` for the sorts on the list.

        :raise UserError: when no rate or base salary is in force on `date`
        """
        self.ensure_one()
        sorts = set(self.sudo().award_ids.mapped("subject_type"))
        form = self.form_id
        return {sort: form._computed_amount(sort, date) for sort in sorted(sorts)}

    def _ordered_awards(self):
        """Return the list in the order in which it is printed and numbered."""
        # sudo: whoever handles the decision handles its whole list.
        return self.sudo().award_ids.sorted(
            lambda award: (SUBJECT_ORDER.index(award.subject_type), award.id)
        )

    @api.constrains("form_id", "unit_id")
    def _check_authority(self):
        for decision in self.sudo():
            form = decision.form_id
            if not decision.is_historical and not decision.unit_id.filtered_domain(
                form._givers()
            ):
                raise ValidationError(
                    self.env._(
                        "%(unit)s has no authority to give “%(form)s”. Choose the unit "
                        "that decides.",
                        unit=decision.unit_id.name,
                        form=form.name,
                    )
                )

    def action_collect(self):
        """Put on the list every eligible proposal of this unit, form and campaign that
        is on no list yet.

        :raise AccessError: for who may not write the decision, or once it is locked
        :raise UserError: when there is none
        """
        self._exactly_one()
        self.check_access("write")
        waiting = self._waiting_awards()
        if not waiting:
            raise UserError(
                self.env._(
                    "No eligible proposal waits for this form, unit and campaign. "
                    "Check the eligibility of the proposals first."
                )
            )
        waiting._write_owned({"decision_id": self.id})
        self.invalidate_recordset(["award_ids"])
        return True  # XML-RPC carries no None

    def _waiting_awards(self):
        """Return the eligible proposals that this decision may take up, locked."""
        # sudo: these are the unit's own to decide; writing the decision was checked.
        waiting = (
            self.env["danvan.award"]
            .sudo()
            .search(
                Domain("state", "=", "screened")
                & Domain("decision_id", "=", False)
                & Domain("deciding_unit_id", "=", self.unit_id.id)
                & Domain("form_id", "=", self.form_id.id)
                & Domain("campaign_id", "=", self.campaign_id.id)
            )
        )
        return waiting.try_lock_for_update(allow_referencing=True)
