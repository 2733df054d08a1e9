"""What an award decision gives to its paper."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools import amounts
from ...tools.placeholders import Column, Heading
from ..document.document import ISSUED_STATES as ISSUED_PAPERS
from .decision import ISSUED_STATES

_lt = LazyTranslate(__name__)

# The code of the wording, with and without prize money.
TEMPLATE = "award_decision"
TEMPLATE_WITHOUT_MONEY = "award_decision_without_money"
DECISIONS = (TEMPLATE, TEMPLATE_WITHOUT_MONEY)
# Words of the paper itself, so Vietnamese whatever the language of the screen.
HEADINGS = (
    Column("TT", 5),
    Column("Tên tập thể, cá nhân, hộ gia đình", 23, "left"),
    Column("Địa chỉ", 20, "left"),
    Column("Thành tích", 37, "left"),
)
MONEY_HEADING = Column("Tiền thưởng (đồng)", 15, "right")


def _written(amount):
    """Return an amount as lists have it, empty for one that is not known."""
    return "" if amount is None else amounts.dotted(amount)


class DanvanAwardDecision(models.Model):
    """The decision's paper is drafted once the leader has approved its list; amounts
    are those of the day, and are compared again when the paper is issued."""

    _name = "danvan.award.decision"
    _inherit = ["danvan.award.decision", "danvan.award.listed", "danvan.decided"]
    _decision_codes = DECISIONS

    def _listed_awards(self):
        return self._ordered_awards()

    def _listed_for(self):
        return self.form_id, self.unit_id, self.campaign_id

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "total": _lt("total prize money in figures"),
            "total_words": _lt("total prize money in words"),
            "funding": _lt("from where the prize money is paid"),
            "proposal": _lt("on whose proposal"),
            "implementers": _lt("who carries out the decision"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "awards": _lt("list of the honourees, with the amounts if there are any"),
        }

    def _paper_values(self):
        total = self._total_on_paper()
        return {
            **super()._paper_values(),
            "total": total is not None and amounts.dotted(total),
            "total_words": total is not None and amounts.in_words(total),
            # sudo: a word of the form, which is kept by the administrators.
            "funding": self.sudo().form_id.funding_source,
            "proposal": self.proposal_reference,
            "implementers": self.implementers,
        }

    def _total_on_paper(self):
        """Return the total prize money, None while it cannot be computed."""
        priced = [amount for _award, amount in self._priced_awards()]
        return None if None in priced else sum(priced)

    def _priced_awards(self):
        """Return `[(award, amount)]` in the order of the list, frozen or expected; None
        for an amount that cannot be computed yet."""
        awards = self._ordered_awards()
        if self.state in ISSUED_STATES:
            return [(award, award.amount) for award in awards]
        computed = self._amounts_known()
        return [(award, computed.get(award.subject_type)) for award in awards]

    def _amounts_known(self):
        """Return `{subject_type: amount}`, empty while no rate is in force: a list can
        be printed before that, its amounts are left to the pen."""
        try:
            computed = self._amounts(self._amount_date())
        except UserError:
            return {}
        return {sort: amount for sort, (amount, _how) in computed.items()}

    def _draft_signature(self, template, issuer):
        """A decision of the head in person is signed so, not for the collective."""
        personally = template.code in DECISIONS and self._is_given_in_person()
        return issuer._signature(personally=personally)

    def _is_given_in_person(self):
        """Tell whether the head gives this award, and not the collective that the
        unit's papers are signed for (a standing committee)."""
        # sudo: whose papers are signed for whom stands on every paper.
        unit, giver = self.unit_id.sudo(), self.sudo().form_id.giver_post
        collective = unit.signs_for or unit.kind_id.signs_for or ""
        return bool(giver) and giver.casefold() not in collective.casefold()

    def _paper_lists(self):
        return {**super()._paper_lists(), "awards": self._award_table()}

    def _award_table(self):
        """Return headings and rows of the list; the last row is the total."""
        priced = self._priced_awards()
        rows = [award._paper_row(number) for number, (award, _) in enumerate(priced, 1)]
        if not self.form_id.has_money:
            return HEADINGS, rows
        rows = [
            (*row, _written(amount))
            for row, (_award, amount) in zip(rows, priced, strict=True)
        ]
        total = Heading(("", "Cộng", "", "", _written(self._total_on_paper())))
        return (*HEADINGS, MONEY_HEADING), [*rows, total]

    def _draft_document(self, template_code, unit=None):
        """Draft a paper of this decision; the decision itself by the wording that fits
        its form, once its list is approved.

        :raise UserError: for the decision, while the list is not approved
        """
        if template_code not in DECISIONS:
            return super()._draft_document(template_code, unit)
        self._exactly_one()
        self.check_access("read")
        if self.state != "approved":
            raise UserError(
                self.env._(
                    "Have the list approved by the leader, then draft the paper."
                )
            )
        paper = self._pending_paper()
        if paper:
            self._refresh(paper)
            return paper
        code = TEMPLATE if self.form_id.has_money else TEMPLATE_WITHOUT_MONEY
        paper = super()._draft_document(code, unit)
        self._remember_drafted(paper)
        return paper

    def action_draft_paper(self):
        """Draft the decision's paper, or open the draft that there is.

        :return: the action that opens it
        :raise UserError: while the list is not approved
        :raise AccessError: for who may not draft papers of the deciding unit
        """
        return self._action_draft_document(TEMPLATE)

    def _pending_paper(self):
        """Return this decision's paper that is not issued yet, empty when none."""
        return self.env["danvan.document"].search(
            [
                ("res_model", "=", self._name),
                ("res_id", "=", self.id),
                ("template_id.code", "in", DECISIONS),
                ("state", "not in", ISSUED_PAPERS),
            ],
            limit=1,
        )

    def _refresh(self, paper):
        """Fill the open draft anew where names or amounts have changed since; a text
        corrected by hand is kept as long as they have not."""
        said = self._said(paper, self._amount_date())
        if paper.is_open and self.drafted != said:
            paper.write(paper.template_id._filled(self))
            self._remember_drafted(paper)
