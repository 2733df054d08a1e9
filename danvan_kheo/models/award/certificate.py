"""What the certificate of an award says."""

from odoo import models

from ...tools import long_dates, placeholders
from .decision import SUBJECT_ORDER


class DanvanAward(models.Model):
    """The values of the certificate; what has not been awarded prints as a draft."""

    _name = "danvan.award"
    _inherit = ["danvan.award", "danvan.certificate.source"]
    _certificate_source = "award"
    _certified_state = "awarded"

    def _certificate_forms(self):
        return self.form_id

    def _certificate_values(self):
        form, unit = self.form_id, self.deciding_unit_id
        decision = self.decision_id
        return {
            **super()._certificate_values(),
            **self._heading_values(unit, self.decision_date),
            "giver": form._giver_name(unit).upper(),
            "gives": "TẶNG",
            "title": (form.short_name or "").upper(),
            "name": self.printed_name or self.honouree_id.full_name,
            "address": "\n".join(self.honouree_id._certificate_lines()),
            "citation": placeholders.fill_text(
                form.citation, {"year": self.year, "model": self.registration_id.name}
            ),
            "decision": decision_line(self.decision_number, self.decision_date),
            "register": f"Vào sổ khen thưởng số: {self.register_number or '……'}",
            "post": (decision.signer_post or form.giver_post or "").upper(),
            "signer": decision.signer_name or "",
        }

    def _in_printing_order(self):
        # sudo: the order of a decision's list, of what was read already.
        return (
            self.sudo()
            .sorted(
                lambda award: (
                    award.decision_id.id,
                    SUBJECT_ORDER.index(award.subject_type),
                    award.id,
                )
            )
            .with_env(self.env)
        )

    def _certificate_file_name(self):
        names = {award.form_id.short_name for award in self.sudo()}
        only = self.sudo().honouree_id.full_name if len(self) == 1 else ""
        return " ".join(part for part in (*sorted(names), only) if part)

    def _paper_row(self, number):
        """Return the row of the decision's list, as plain texts."""
        honouree = self.honouree_id
        return number, honouree.full_name, honouree._paper_address(), self.summary or ""


def decision_line(number, date):
    """Return the line that names a decision; to be filled by hand while there is none.

    :param number: number and symbol
    """
    if not number:
        return "Quyết định số …… ngày … tháng … năm …"
    return f"Quyết định số {number} {long_dates.long_date(date)}"
