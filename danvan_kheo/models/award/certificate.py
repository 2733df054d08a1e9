"""The certificate of an award, on plain paper with the full design."""

from odoo import models

from ...tools import long_dates, placeholders

# Sizes of the name, in points, by the number of its letters: names run to 138.
NAME_SIZES = ((36, 34), (60, 28), (90, 22), (10**6, 18))


class DanvanAward(models.Model):
    """What the certificate prints; what has not been awarded prints as a draft."""

    _inherit = "danvan.award"

    def _certificate(self):
        """Return what the report of the certificate prints, as plain values."""
        self.ensure_one()
        self.check_access("read")
        # sudo: whoever may read the award may print it; it names unit and honouree.
        award = self.sudo()
        form, unit = award.form_id, award.deciding_unit_id
        name = award.printed_name or award.honouree_id.full_name
        return {
            "is_draft": award.state != "awarded",
            "heading": unit._paper_heading(award.decision_date),
            "giver": form._giver_name(unit).upper(),
            "title": form.short_name.upper(),
            "name": name,
            "name_size": next(size for top, size in NAME_SIZES if len(name) <= top),
            "address": award.honouree_id._certificate_lines(),
            "citation": placeholders.fill_text(
                form.citation, {"year": award.year, "model": award.registration_id.name}
            ),
            "decision": award._decision_line(),
            "register": award.register_number or "……",
            "post": (award.decision_id.signer_post or form.giver_post or "").upper(),
            "signer": award.decision_id.signer_name or "",
        }

    def _decision_line(self):
        if not self.decision_number:
            return "Quyết định số …… ngày … tháng … năm …"
        date = long_dates.long_date(self.decision_date)
        return f"Quyết định số {self.decision_number} {date}"

    def _certificate_file_name(self):
        """Return the name under which one certificate, or several, is downloaded."""
        names = {award.form_id.short_name for award in self.sudo()}
        only = self.sudo().honouree_id.full_name if len(self) == 1 else ""
        return " ".join(part for part in (*sorted(names), only) if part)

    def _paper_row(self, number):
        """Return the row of the decision's list, as plain texts."""
        honouree = self.honouree_id
        return number, honouree.full_name, honouree._paper_address(), self.summary or ""
