"""A registration shows at which level it has been recognised."""

from odoo import api, fields, models

from .recognition import STATES


class DanvanRegistration(models.Model):
    """Its recognitions, one for each level, and what they come to."""

    _inherit = "danvan.registration"

    recognition_ids = fields.One2many(
        "danvan.recognition", "registration_id", "Recognitions", readonly=True
    )
    recognition_state = fields.Selection(
        STATES,
        "Recognition",
        compute="_compute_recognition_state",
        compute_sudo=True,
        store=True,
        index=True,
    )
    recognised_level_id = fields.Many2one(
        "danvan.level",
        "Recognised at Level",
        compute="_compute_recognition_state",
        compute_sudo=True,
        store=True,
        index="btree_not_null",
        ondelete="restrict",
        help="The highest level at which it has been recognised.",
    )

    @api.depends("recognition_ids.state", "recognition_ids.level_id")
    def _compute_recognition_state(self):
        for registration in self:
            recognitions = registration.recognition_ids
            done = recognitions.filtered(lambda r: r.state == "recognised")
            newest = recognitions.sorted("id")[-1:]
            registration.recognition_state = done[:1].state or newest.state
            registration.recognised_level_id = done.level_id.sorted("rank")[:1]

    def _with_results(self):
        """Return those with at least one result that has a figure."""
        groups = self.env["danvan.registration.result"]._read_group(
            [
                ("registration_id", "in", self.ids),
                "|",
                ("value_from", "!=", 0),
                ("value_to", "!=", 0),
            ],
            ["registration_id"],
        )
        return self.browse(registration.id for (registration,) in groups)
