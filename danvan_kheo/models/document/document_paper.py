"""What the report of a paper prints."""

from odoo import models
from odoo.tools import is_html_empty

from ...tools import long_dates


class DanvanDocument(models.Model):
    """Headings, text, annex and signatures as plain values: the PDF, the Word file and
    the screen print the same."""

    _inherit = "danvan.document"

    def _paper(self):
        """Return what the report of the paper prints, as plain values."""
        self.ensure_one()
        letter = self.template_id.is_letter
        return {
            "title": "" if letter else self.title,
            "subject": "" if letter else self.subject,
            "authority": (self.authority or "").upper(),
            "bases": (self.legal_bases or "").splitlines(),
            "addressees": (self.addressees or "").splitlines(),
            "body": self.body,
            "annex": self._annex(),
            "is_draft": self._prints_as_draft(),
            "is_form": self.template_id.is_form,
            "landscape": self.template_id.page_format == "landscape",
            "style": self.layout_id._paper_style(),
            "headings": self._headings(),
            "signature": self.unit_id._paper_signature(
                self._signature_blocks(),
                self.recipients,
                self.layout_id,
                self.left_signature,
            ),
        }

    def _prints_as_draft(self):
        return self.state != "to_number" and not self._has_been_issued()

    def _symbol(self):
        """Return number and symbol; blank where the number is not given yet."""
        self.ensure_one()
        if self.template_id.is_form:
            return ""
        unit_symbol = self.unit_id.sudo().paper_symbol
        return self.number_text or self.layout_id._symbol(
            self.number, self.type_symbol, unit_symbol
        )

    def _headings(self):
        """Return the headings: one, or where Party and State bodies issue together
        one of each family; place and date stand once, in the last."""
        letter = self.template_id.is_letter and self.subject
        first = self.unit_id._paper_heading(
            self.date, self._symbol(), letter, self.layout_id
        )
        headings = {self.layout_id.motto: first}
        for line in self.issuer_ids:
            layout = line.layout_id
            heading = headings.setdefault(
                layout.motto, {**first, "style": layout._paper_style(), "issuers": []}
            )
            issuer = line.issuer_id._paper_issuer(line._symbol(), layout)
            heading["issuers"].append(issuer)
        *earlier, _last = headings.values()
        for heading in earlier:
            heading |= {"place_date": "", "letter_subject": ""}
        return list(headings.values())

    def _signature_blocks(self):
        """Return the signatures, the drafting unit's first."""
        signed = [self, *self.issuer_ids]
        return [(one._capacities(), one.signer_name) for one in signed]

    def _annex(self):
        """Return the annex, with the line that says to which paper it belongs.

        Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (annexes).
        """
        if is_html_empty(self.annex):
            return None
        year = self.env["danvan.period"]._today().year
        written = (
            long_dates.long_date(self.date)
            if self.date
            else long_dates.blank_date(year)
        )
        kind = (self.title or self.template_id.name).capitalize()
        issuer = self.authority or self.unit_name or self.unit_id.sudo().name
        return {
            "title": (self.annex_title or "").upper(),
            "line": f"(Kèm theo {kind} số {self._symbol()} {written} của {issuer})",
            "body": self.annex,
        }
