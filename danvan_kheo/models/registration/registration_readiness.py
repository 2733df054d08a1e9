"""“Có địa chỉ cụ thể, người thật, việc thật” as a check, in plain words."""

from odoo import api, fields, models

from ...tools.telling_name import is_telling


class DanvanRegistration(models.Model):
    """What a registration still lacks before it can leave its desk.

    Source: the directive of 2014, point 4.
    """

    _inherit = "danvan.registration"

    people_asked = fields.Text("How the People Were Asked")
    scale = fields.Char(help="Households, persons, length, area … that it reaches.")
    deed = fields.Text(help="What the person does, in plain words.")
    deed_since = fields.Char("Since When", help="Year, or month and year.")

    missing = fields.Text(
        "Still Missing",
        compute="_compute_missing",
        help="What stops the sending, one sentence a line.",
    )
    readiness = fields.Json(
        compute="_compute_missing",
        export_string_translation=False,
    )

    @api.depends(
        "name",
        "kind",
        "subject_type",
        "campaign_id.registration_to",
        "campaign_id.extension_ids",
        "unit_id",
        "sector_id",
        "place_kind",
        "territory_id",
        "hamlet",
        "place_detail",
        "political_task",
        "people_need",
        "people_asked",
        "scale",
        "deed",
        "deed_since",
        "person_ids.name",
        "person_ids.post",
        "activity_plan_ids.name",
        "activity_plan_ids.date",
        "indicator_ids.name",
        "indicator_ids.role",
        "indicator_ids.measure",
        "indicator_ids.baseline",
        "indicator_ids.target",
        "beneficiaries",
        "evidence_ids",
        "late_reason",
        "deciding_unit_id",
        "state",
    )
    def _compute_missing(self):
        lacking = self.filtered("is_open")._lacking()
        for registration in self:
            lines = lacking.get(registration, [])
            registration.readiness = lines
            registration.missing = "\n".join(f"• {line}" for line in _blocking(lines))

    def _lacking(self):
        """Return `{registration: lines}` of what each lacks, what stops the sending
        first. A line is `{code, level, field, sentence}`, so that the panel can show
        it and jump. The settings are read by one query for all."""
        checks = self.env["danvan.readiness.check"]._for_campaigns(
            self.campaign_id._origin
        )
        tests = self._readiness_tests()
        return {
            registration: sorted(
                [
                    *registration._lacking_conditions(checks, tests),
                    *registration._lacking_formalities(),
                ],
                key=lambda line: line["level"] != "block",
            )
            for registration in self
        }

    def _lacking_conditions(self, checks, tests):
        lines = []
        for code, check in checks._holding_for(self).items():
            test, field = tests[code]
            if not test(self):
                name = field if isinstance(field, str) else field(self)
                lines.append(_line(code, check.level, name, check.sentence))
        return lines

    def _lacking_formalities(self):
        """Return the lines for what no setting can leave out: a late one says why, and
        somebody has to decide."""
        lines = []
        today = self.env["danvan.period"]._today()
        late = self.sudo()._is_after_window(today)
        if late and not self.late_reason:
            until = self.sudo()._last_day().strftime("%d/%m/%Y")
            sentence = self.env._(
                "The window closed on %s. It can still be sent as an additional "
                "registration: write why it is late.",
                until,
            )
            lines.append(_line("late", "block", "late_reason", sentence))
        if not self.deciding_unit_id:
            sentence = self.env._(
                "Level: nobody decides at this level for this unit; choose another."
            )
            lines.append(_line("decider", "block", "registered_level_id", sentence))
        return lines

    @api.model
    def _readiness_tests(self):
        """Return `{code: (test, field)}`: whether a registration has what the check of
        that code asks for, and in which field it is written (a name, or a function of
        the registration). Rooms add theirs, with the code in the selection of
        `danvan.readiness.check`.
        """
        cls = type(self)
        return {
            "name": (cls._has_telling_name, "name"),
            "sector": (lambda r: r.sector_id, "sector_id"),
            "place": (cls._has_place, cls._field_of_place),
            "hamlet": (cls._has_hamlet, "hamlet"),
            "person": (cls._has_named_person, "person_ids"),
            "activity": (cls._has_dated_activity, "activity_plan_ids"),
            "expected": (cls._has_expected_result, "indicator_ids"),
            "measured": (cls._has_measured_indicator, "indicator_ids"),
            "task": (lambda r: _said(r.political_task), "political_task"),
            "need": (lambda r: _said(r.people_need), "people_need"),
            "asked": (lambda r: _said(r.people_asked), "people_asked"),
            "scale": (cls._has_scale, "scale"),
            "deed": (lambda r: _said(r.deed), "deed"),
            "since": (lambda r: _said(r.deed_since), "deed_since"),
            "benefit": (lambda r: _said(r.beneficiaries), "beneficiaries"),
            "evidence": (lambda r: r.evidence_ids, "evidence_ids"),
        }

    def _has_telling_name(self):
        """A model's name says what is done; an exemplar's may be just who it is."""
        if self.kind == "exemplar":
            return is_telling(self.name, fewest=1)
        # sudo: the unit's and the place's name are no secret to who registers there.
        places = self.hamlet, self.territory_id.name, self.sudo().unit_id.name
        return is_telling(self.name, *places)

    def _has_place(self):
        """A commune always; several places and an institution by name."""
        elsewhere = self.place_kind in ("several", "institution")
        named = _said(self.place_detail) or _said(self.hamlet)
        return bool(self.territory_id) and (not elsewhere or named)

    def _field_of_place(self):
        return "place_detail" if self.territory_id else "territory_id"

    def _has_hamlet(self):
        in_hamlet = self.place_kind == "hamlet"
        return not in_hamlet or _said(self.hamlet) or _said(self.place_detail)

    def _has_named_person(self):
        return any(_said(one.name) and _said(one.post) for one in self.person_ids)

    def _has_dated_activity(self):
        return any(_said(one.name) and one.date for one in self.activity_plan_ids)

    def _has_expected_result(self):
        return any(_said(one.name) for one in self.indicator_ids)

    def _has_measured_indicator(self):
        """One with its unit, what there is (“chưa có” is an answer), and its aim."""
        return any(
            _said(one.name)
            and _said(one.measure)
            and _said(one.baseline)
            and one.target
            for one in self.indicator_ids
        )

    def _has_scale(self):
        told = any(one.role == "scale" and one.target for one in self.indicator_ids)
        return _said(self.scale) or told

    def _missing_lines(self):
        """Return one sentence for each thing that stops the sending of this one."""
        return _blocking(self._lacking()[self])

    def _not_ready(self):
        """Return `{id: reason}` of the registrations that cannot be sent yet."""
        reasons = {}
        for registration, lacking in self._lacking().items():
            lines = _blocking(lacking)
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


def _line(code, level, field, sentence):
    return {"code": code, "level": level, "field": field, "sentence": sentence}


def _blocking(lines):
    return [line["sentence"] for line in lines if line["level"] == "block"]


def _said(text):
    """Tell whether a text has more than spaces."""
    return bool((text or "").strip())
