"""What stands beside the form: examples, the campaign's guide, questions."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import is_html_empty

from ..document.document import ISSUED_STATES
from .example import STEPS

# Papers that took another's place are no guide any more.
IN_FORCE_STATES = tuple(set(ISSUED_STATES) - {"replaced", "cancelled"})
PAPERS_SHOWN = 5


class DanvanRegistration(models.Model):
    """The panel “Hướng dẫn”, as one field: read once with the form, and again when
    sector or campaign change."""

    _inherit = "danvan.registration"

    guidance = fields.Json(compute="_compute_guidance", export_string_translation=False)

    @api.depends_context("uid", "lang")
    @api.depends("sector_id", "campaign_id", "state")
    def _compute_guidance(self):
        for registration in self:
            registration.guidance = registration.is_open and registration._guidance()

    def _guidance(self):
        """Return what the panel shows: `{steps, campaign, papers}`."""
        campaign = self.campaign_id._origin
        examples_of = self.env["danvan.example"]
        examples = examples_of._beside(self.sector_id._origin)
        step = examples_of._fields["step"]
        labels = dict(step._description_selection(self.env))
        return {
            "steps": [
                {
                    "name": name,
                    "label": labels[name],
                    "examples": _texts(examples[name]),
                }
                for name, _label in STEPS
            ],
            **campaign._guide_links(),
        }


class DanvanCampaign(models.Model):
    """Where the guide of a campaign is found."""

    _inherit = "danvan.campaign"

    def _guide_links(self):
        """Return `{campaign, has_guide, papers}` as far as the user may read them: the
        text on the campaign, and the papers that its unit has issued from it."""
        readable = self._filtered_access("read")
        papers = readable._guide_papers()
        return {
            "campaign": readable.id,
            "has_guide": bool(readable and not is_html_empty(readable.guide)),
            "papers": [{"id": p.id, "name": p.display_name} for p in papers],
        }

    def _guide_papers(self):
        """Return the papers about this campaign in force, the newest first."""
        if not self:
            return self.env["danvan.document"]
        return self.env["danvan.document"].search(
            Domain("res_model", "=", self._name)
            & Domain("res_id", "in", self.ids)
            & Domain("unit_id", "in", self.sudo().unit_id.ids)
            & Domain("state", "in", IN_FORCE_STATES),
            order="date desc, id desc",
            limit=PAPERS_SHOWN,
        )


def _texts(examples):
    return [{"id": e.id, "name": e.name, "text": e.text} for e in examples]
