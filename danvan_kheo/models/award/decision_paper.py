"""What an award decision gives to its paper."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ...tools import amounts
from .decision import SUBJECT_ORDER

_lt = LazyTranslate(__name__)

# The code of the wording, with and without prize money.
TEMPLATE = "award_decision"
TEMPLATE_WITHOUT_MONEY = "award_decision_without_money"
# Words of the paper itself, so Vietnamese whatever the language of the screen.
COUNTED = {"collective": "tập thể", "household": "hộ gia đình", "individual": "cá nhân"}
HEADINGS = ("TT", "Tên tập thể, cá nhân, hộ gia đình", "Địa chỉ", "Thành tích")


class DanvanAwardDecision(models.Model):
    """The decision's paper is drafted once the leader has approved its list; amounts
    are those of the day, and are compared again when the paper is issued."""

    _name = "danvan.award.decision"
    _inherit = ["danvan.award.decision", "danvan.paper.source"]

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "form": _lt("form of the award, as on the certificate"),
            "giver": _lt("who gives it: post and unit"),
            "campaign_year": _lt("year of the campaign"),
            "honourees": _lt("how many collectives, households, individuals"),
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
        values = super()._paper_values()
        # sudo: the paper names the campaign and the form, launched or kept elsewhere.
        known = self.sudo()
        total = sum(amount for _award, amount in self._priced_awards())
        return {
            **values,
            "form": known.form_id.short_name,
            "giver": known.form_id._giver_name(known.unit_id),
            "campaign_year": str(known.campaign_id.year),
            "honourees": self._counted(),
            "total": amounts.dotted(total),
            "total_words": amounts.in_words(total),
            "funding": known.form_id.funding_source,
            "proposal": self.proposal_reference,
            "implementers": self.implementers,
        }

    def _counted(self):
        """Return how many of each sort: “02 tập thể, 11 cá nhân”."""
        by_sort = self._ordered_awards().grouped("subject_type")
        return ", ".join(
            f"{len(by_sort[sort]):02} {COUNTED[sort]}"
            for sort in SUBJECT_ORDER
            if sort in by_sort
        )

    def _priced_awards(self):
        """Return `[(award, amount)]` in the order of the list, frozen or expected."""
        awards = self._ordered_awards()
        if self.state == "issued":
            return [(award, award.amount) for award in awards]
        computed = self._amounts(self._amount_date())
        return [(award, computed[award.subject_type][0]) for award in awards]

    def _paper_lists(self):
        return {**super()._paper_lists(), "awards": self._award_table()}

    def _award_table(self):
        """Return headings and rows of the list; the last row is the total."""
        priced = self._priced_awards()
        rows = [award._paper_row(number) for number, (award, _) in enumerate(priced, 1)]
        if not self.form_id.has_money:
            return HEADINGS, rows
        rows = [
            (*row, amounts.dotted(amount))
            for row, (_award, amount) in zip(rows, priced, strict=True)
        ]
        total = amounts.dotted(sum(amount for _award, amount in priced))
        return (*HEADINGS, "Tiền thưởng (đồng)"), [*rows, ("", "Cộng", "", "", total)]

    def action_draft_paper(self):
        """Draft the decision's paper, or open the draft that there is.

        :return: the action that opens it
        :raise UserError: while the list is not approved
        :raise AccessError: for who may not draft papers of the deciding unit
        """
        self._exactly_one()
        self.check_access("read")
        if self.state != "approved":
            raise UserError(
                self.env._(
                    "Have the list approved by the leader, then draft the paper."
                )
            )
        code = TEMPLATE if self.form_id.has_money else TEMPLATE_WITHOUT_MONEY
        paper = self._pending_paper()
        if paper:
            self._refresh(paper)
        else:
            paper = self._draft_document(code)
            self._remember_drafted(paper)
        return {
            "type": "ir.actions.act_window",
            "res_model": "danvan.document",
            "res_id": paper.id,
            "views": [(False, "form")],
        }

    def _pending_paper(self):
        """Return this decision's paper that is not issued yet, empty when none."""
        return self.env["danvan.document"].search(
            [
                ("res_model", "=", self._name),
                ("res_id", "=", self.id),
                ("state", "!=", "issued"),
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
