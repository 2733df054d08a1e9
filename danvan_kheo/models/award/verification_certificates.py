"""Which documents carry a verification code, and what of them is public."""

from odoo import fields, models

from ...tools import long_dates


class DanvanAward(models.Model):
    """An award: its certificate is checked by name, form, decision and register."""

    _name = "danvan.award"
    _inherit = ["danvan.verifiable", "danvan.award"]
    _certified_states = ("awarded",)
    _code_link = "award_id"

    verification_ids = fields.One2many(
        "danvan.verification",
        "award_id",
        groups=fields.NO_ACCESS,
        copy=False,
        export_string_translation=False,
    )

    def _public_facts(self):
        number = f"{self.register_number}/{self.register_year}"
        return _told(
            ("Tên", self.printed_name or self.honouree_id.full_name),
            ("Hình thức", self.form_id.name),
            ("Quyết định số", self.decision_number),
            ("Ngày quyết định", long_dates.short_date(self.decision_date)),
            ("Số trong sổ khen thưởng", self.register_number and number),
        )


class DanvanRecognition(models.Model):
    """A recognition: checked by the name of what was recognised and its decision."""

    _name = "danvan.recognition"
    _inherit = ["danvan.verifiable", "danvan.recognition"]
    _certified_states = ("recognised",)
    _code_link = "recognition_id"

    verification_ids = fields.One2many(
        "danvan.verification",
        "recognition_id",
        groups=fields.NO_ACCESS,
        copy=False,
        export_string_translation=False,
    )

    def _public_facts(self):
        kind = "mô hình" if self.kind == "model" else "điển hình"
        year = self.campaign_id.year
        return _told(
            ("Tên", self.registration_id.name),
            ("Hình thức", f"Công nhận {kind} “Dân vận khéo” năm {year}"),
            ("Quyết định số", self.decision_number),
            ("Ngày quyết định", long_dates.short_date(self.decision_date)),
        )


def _told(*facts):
    """Return the facts that are known; taken over ones may lack some."""
    return [(label, value) for label, value in facts if value]
