"""What has evidence: registrations, their activities, their results."""

from odoo import api, fields, models


class DanvanEvidenced(models.AbstractModel):
    """Counts the evidence of a record, by one query for a set."""

    _name = "danvan.evidenced"
    _description = "Counts Evidence"

    # The field of `danvan.evidence` that points here.
    _evidence_field = "registration_id"

    evidence_count = fields.Integer("Evidence Items", compute="_compute_evidence_count")

    @api.depends("evidence_ids")
    def _compute_evidence_count(self):
        name = self._evidence_field
        counts = dict(
            self.env["danvan.evidence"]._read_group(
                [(name, "in", self._origin.ids)], [name], ["__count"]
            )
        )
        for record in self:
            record.evidence_count = counts.get(record._origin, 0)


class DanvanRegistrationActivity(models.Model):
    """An activity shows what was seen of it."""

    _name = "danvan.registration.activity"
    _inherit = ["danvan.registration.activity", "danvan.evidenced"]
    _evidence_field = "activity_id"

    evidence_ids = fields.One2many("danvan.evidence", "activity_id")


class DanvanRegistrationResult(models.Model):
    """A result shows what proves it."""

    _name = "danvan.registration.result"
    _inherit = ["danvan.registration.result", "danvan.evidenced"]
    _evidence_field = "result_id"

    evidence_ids = fields.One2many("danvan.evidence", "result_id")


class DanvanRegistration(models.Model):
    """A registration with the evidence of all its lines."""

    _name = "danvan.registration"
    _inherit = ["danvan.registration", "danvan.evidenced"]

    evidence_ids = fields.One2many("danvan.evidence", "registration_id")

    def unlink(self):
        """Delete with the evidence, of which the database would leave the files."""
        self.check_access("unlink")
        # sudo: who may delete the whole deletes its lines.
        self.sudo().evidence_ids.unlink()
        return super().unlink()
