"""“Tờ trình” of the unit that proposes: everything alike in one paper."""

from odoo import models
from odoo.exceptions import UserError

from .decision import SUBJECT_ORDER
from .listed import LISTS

SUBMISSION = "award_proposal_submission"
LIST_REPORTS = (
    "danvan_kheo.report_award_proposal_individuals",
    "danvan_kheo.report_award_proposal_collectives",
)
# What has been proposed and not been decided yet.
PENDING_STATES = ("proposed", "screened")


class DanvanAward(models.Model):
    """One letter and one list tell of all that the unit proposes for the same form,
    to the same decider, in the same campaign: they are printed from any of them."""

    _name = "danvan.award"
    _inherit = ["danvan.award", "danvan.award.listed"]

    def _listed_awards(self):
        """Return what is proposed alike, in the order of the list; of it only what
        this person may read."""
        alike = self.search([*self._alike(), ("state", "in", PENDING_STATES)])
        return alike.sorted(
            lambda award: (SUBJECT_ORDER.index(award.subject_type), award.id)
        )

    def _alike(self):
        names = ("unit_id", "form_id", "deciding_unit_id", "campaign_id")
        return [(name, "=", self[name].id) for name in names]

    def _listed_for(self):
        return self.form_id, self.deciding_unit_id, self.campaign_id

    def _first_of_alike(self):
        """Return one of each group of proposals alike."""
        groups = self.grouped(lambda award: tuple(map(str, award._alike())))
        return self.browse().union(*(group[:1] for group in groups.values()))

    def _printed_records(self, report):
        if report.report_name in LIST_REPORTS:
            return self._first_of_alike()
        return super()._printed_records(report)

    def _paper_form(self, code):
        if code in LISTS:
            self._check_pending()
        return super()._paper_form(code)

    def _check_pending(self):
        """Refuse a paper about what is not proposed, or decided already.

        :raise UserError: with what to do
        """
        self.check_access("read")
        for award in self:
            if award.state not in PENDING_STATES:
                raise UserError(
                    self.env._(
                        "“%s” is not among what is proposed now. Propose it first; of "
                        "what is decided, the decision has the list.",
                        award.display_name,
                    )
                )

    def _draft_document(self, template_code, unit=None):
        if template_code == SUBMISSION:
            self._check_pending()
            self = self._first_of_alike()
        return super()._draft_document(template_code, unit)

    def _open_draft(self, template, issuer):
        """Return the draft that there is; of a submission, that of any alike."""
        if template.code != SUBMISSION:
            return super()._open_draft(template, issuer)
        return self.env["danvan.document"].search(
            [
                ("res_model", "=", self._name),
                ("res_id", "in", self._listed_awards().ids),
                ("template_id", "=", template.id),
                ("unit_id", "=", issuer.id),
                ("is_open", "=", True),
            ],
            limit=1,
        )
