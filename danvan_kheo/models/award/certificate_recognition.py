"""What the certificate of recognition (“Giấy công nhận”) says."""

from odoo import models

from .certificate import decision_line

# Words of the paper itself.
KINDS = {"model": "mô hình", "exemplar": "điển hình"}


class DanvanRecognition(models.Model):
    """The values of the certificate; what is not recognised yet prints as a draft."""

    _name = "danvan.recognition"
    _inherit = ["danvan.recognition", "danvan.certificate.source"]
    _certificate_source = "recognition"
    _certified_state = "recognised"

    def _certificate_values(self):
        unit, registration = self.deciding_unit_id, self.registration_id
        place = _place(registration.unit_id.name, registration.territory_id.name)
        kind = KINDS.get(self.kind, "mô hình")
        paper = self.list_id._decisions().filtered(
            lambda paper: paper.number_text == self.decision_number
        )[:1]
        return {
            **super()._certificate_values(),
            **self._heading_values(unit, self.decision_date),
            "giver": " ".join((unit.heading_name or unit.name or "").split()).upper(),
            "gives": "CÔNG NHẬN",
            "title": "GIẤY CÔNG NHẬN",
            "name": registration.name,
            "address": place,
            "citation": f"Là {kind} “Dân vận khéo” {self.level_id.name.lower()} "
            f"năm {self.campaign_id.year}",
            "decision": decision_line(self.decision_number, self.decision_date),
            "register": "",
            "post": _post(paper, unit).upper(),
            "signer": paper.signer_name or "",
        }

    def _certificate_file_name(self):
        only = self.sudo().registration_id.name if len(self) == 1 else ""
        return f"Giấy công nhận {only}".strip()


def _post(paper, unit):
    """Return the lines above the signature: those of the decision, or, before there is
    one, the post of the unit's leader."""
    lines = paper._capacities() if paper else [unit.leader_post]
    return "\n".join(line for line in lines if line)


def _place(unit, territory):
    """Return unit and territory, the latter only where the unit's name lacks it."""
    named = (unit or "").lower()
    return ", ".join(
        part
        for part in (unit, territory if (territory or "").lower() not in named else "")
        if part
    )
