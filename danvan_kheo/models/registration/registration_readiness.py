"""“Có địa chỉ cụ thể, người thật, việc thật” as a check, in plain words."""

from odoo import api, fields, models


class DanvanRegistration(models.Model):
    """What a registration still lacks before it can leave its desk.

    Source: the directive of 2014, point 4.
    """

    _inherit = "danvan.registration"

    missing = fields.Text("Still Missing", compute="_compute_missing")

    @api.depends(
        "name",
        "sector_id",
        "place_kind",
        "territory_id",
        "hamlet",
        "place_detail",
        "person_ids.name",
        "person_ids.post",
        "activity_plan_ids.date",
        "indicator_ids.target",
        "late_reason",
        "campaign_id.registration_to",
        "deciding_unit_id",
        "state",
    )
    def _compute_missing(self):
        for registration in self:
            lines = registration._missing_lines() if registration.is_open else []
            registration.missing = "\n".join(f"• {line}" for line in lines)

    def _missing_lines(self):
        """Return one sentence for each thing that is still missing."""
        checks = [
            *self._missing_address(),
            *self._missing_people_and_work(),
            *self._missing_formalities(),
        ]
        return [sentence for present, sentence in checks if not present]

    def _missing_address(self):
        in_hamlet = self.place_kind == "hamlet"
        elsewhere = self.place_kind in ("several", "institution")
        return [
            (self.name, self.env._("Name: say what is done and where.")),
            (self.sector_id, self.env._("Sector: choose one of the sectors.")),
            (self.territory_id, self.env._("Commune: choose where it is carried out.")),
            (
                not in_hamlet or self.hamlet or self.place_detail,
                self.env._("Hamlet or quarter: write its name."),
            ),
            (
                not elsewhere or self.place_detail or self.hamlet,
                self.env._(
                    "Place in detail: name the hamlets, or the office or school."
                ),
            ),
        ]

    def _missing_people_and_work(self):
        named = any(person.name and person.post for person in self.person_ids)
        dated = any(activity.date for activity in self.activity_plan_ids)
        aimed = any(indicator.target for indicator in self.indicator_ids)
        return [
            (
                named,
                self.env._("Person in charge: full name and post of at least one."),
            ),
            (dated, self.env._("Activities: at least one with its month.")),
            (aimed, self.env._("Indicators: at least one with the figure aimed at.")),
        ]

    def _missing_formalities(self):
        today = self.env["danvan.period"]._today()
        late = self.sudo()._is_after_window(today)
        return [
            (
                not late or self.late_reason,
                self.env._(
                    "The window closed on %s. It can still be sent as an additional "
                    "registration: write why it is late.",
                    late
                    and self.sudo().campaign_id.registration_to.strftime("%d/%m/%Y"),
                ),
            ),
            (
                self.deciding_unit_id,
                self.env._(
                    "Level: nobody decides at this level for this unit; choose another."
                ),
            ),
        ]

    def _not_ready(self):
        """Return `{id: reason}` of the registrations that cannot be sent yet."""
        reasons = {}
        for registration in self:
            lines = registration._missing_lines()
            if lines:
                head = self.env._(
                    "%s things are to be completed before sending:", len(lines)
                )
                reasons[registration.id] = "\n".join([head, *lines])
            elif not registration.campaign_id.sudo()._is_registering():
                reasons[registration.id] = self.env._(
                    "The campaign takes no registrations at this time."
                )
        return reasons
