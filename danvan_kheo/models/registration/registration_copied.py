"""“Sao chép”: more of last year's text than a registration may repeat."""

from odoo import api, fields, models

from ...tools.likeness import text_likeness
from ...tools.text import search_key

BAR_PARAMETER = "danvan_kheo.copied_percent"
DEFAULT_BAR = 80
# What is written anew each year, in the order of the form.
CONTENT = (
    "scale",
    "political_task",
    "people_need",
    "people_asked",
    "deed",
    "activity_plan_ids",
    "funding",
    "situation_before",
    "indicator_ids",
    "beneficiaries",
)


class DanvanRegistration(models.Model):
    """How much of its text stood in the registration that it continues."""

    _inherit = "danvan.registration"
    _owned_fields = ("is_copied", "copied_percent")

    is_copied = fields.Boolean("Copied from Last Year", readonly=True, copy=False)
    copied_percent = fields.Integer(
        "Same Text as Last Year (%)", readonly=True, copy=False
    )
    copied_notice = fields.Text("To Be Renewed", compute="_compute_copied_notice")

    _is_copied_idx = models.Index("(id) WHERE is_copied")

    @api.depends(
        "previous_id",
        "state",
        *(n for n in CONTENT if not n.endswith("_ids")),
        "activity_plan_ids.name",
        "activity_plan_ids.doer",
        "indicator_ids.name",
        "indicator_ids.measure",
        "indicator_ids.baseline",
        "indicator_ids.target",
    )
    def _compute_copied_notice(self):
        bar = self._copied_bar()
        for registration in self:
            percent, names = registration._copied(bar)
            registration.copied_notice = percent > bar and self.env._(
                "%(percent)s %% of the content is as in last year's registration. "
                "Please update: %(parts)s.",
                percent=percent,
                parts=", ".join(
                    self._fields[name]._description_string(self.env) for name in names
                ),
            )

    @api.model
    def _copied_bar(self):
        """Return above how many percent a text counts as copied."""
        # sudo: a setting that everybody's form follows.
        parameters = self.env["ir.config_parameter"].sudo()
        percent = parameters.get_param(BAR_PARAMETER, "")
        return int(percent) if percent.isdecimal() and int(percent) else DEFAULT_BAR

    def _copied(self, bar):
        """Return how many percent of the text are as last year's, and the names of
        the parts of which more than `bar` percent are."""
        # sudo: who continues a model sees what it was; of it only shares are told.
        previous = self.sudo().previous_id
        if not previous:
            return 0, []
        own, old = self._parts(), previous._parts()
        whole = text_likeness(" ".join(own.values()), " ".join(old.values()))
        names = [
            name
            for name, text in own.items()
            if text and _likeness(text, old[name]) * 100 > bar
        ]
        return round(whole * 100), names

    def _parts(self):
        """Return `{name: text}` of the content, each as search key."""
        parts = {name: self[name] for name in CONTENT}
        parts["activity_plan_ids"] = " ".join(
            f"{line.name or ''} {line.doer or ''}" for line in self.activity_plan_ids
        )
        parts["indicator_ids"] = " ".join(
            f"{line.name or ''} {line.measure or ''} {line.baseline or ''} "
            f"{line.target or ''}"
            for line in self.indicator_ids
        )
        return {name: search_key(text or "") for name, text in parts.items()}

    def _submitted(self):
        res = super()._submitted()
        self._mark_copied()
        return res

    def _mark_copied(self):
        """Keep how much was copied; what continues nothing stays as it is."""
        bar = self._copied_bar()
        continued = self.sudo().filtered("previous_id")
        for registration in continued:
            percent, _names = registration._copied(bar)
            registration._write_owned(
                {"is_copied": percent > bar, "copied_percent": percent}
            )


def _likeness(text, old):
    """Return the share of one part: a short one is the same or it is not."""
    return 1.0 if text == old else text_likeness(text, old)
