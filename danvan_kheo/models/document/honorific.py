"""How papers address persons."""

from odoo import models


class DanvanUnit(models.Model):
    """Papers of the Party say “đồng chí”, those of the State “Ông (Bà)”."""

    _inherit = "danvan.unit"

    def _honorific(self):
        """Return how papers of this unit address a person within a sentence; its
        family decides."""
        # sudo: of which kind a unit is, is no secret.
        family = self.sudo().kind_id.paper_family
        return "Ông (Bà)" if family == "state" else "đồng chí"
