"""“Có thể trùng”: said while the name is typed, kept with what was sent."""

from odoo import api, fields, models

from .registration_alike_search import TEXTS, Alike


class DanvanRegistration(models.Model):
    """A warning and never a block: who registers may say how it differs.

    What the reader may not read shows as a fact with unit and year alone.
    """

    _inherit = "danvan.registration"
    _owned_fields = ("is_alike", "alike_kept")

    alike = fields.Json(
        "Likely the Same",
        compute="_compute_alike",
        export_string_translation=False,
    )
    has_alike = fields.Boolean(
        compute="_compute_alike", export_string_translation=False
    )
    # As found when it was sent; what a reader sees of it is said by `alike`.
    alike_kept = fields.Json(
        copy=False, groups="base.group_system", export_string_translation=False
    )
    is_alike = fields.Boolean("Likely Registered Twice", readonly=True, copy=False)
    difference = fields.Text(
        "How It Differs",
        copy=False,
        help="Why it is another one than those that seem the same.",
    )

    _is_alike_idx = models.Index("(id) WHERE is_alike")

    @api.depends_context("uid")
    @api.depends("alike_key", "place_key", "previous_id", "state", *TEXTS)
    def _compute_alike(self):
        found = self._alike_now_or_kept()
        others = self.browse({alike.id for some in found.values() for alike in some})
        others = others.sudo().exists().sudo(False)
        readable = others._filtered_access("read")
        for registration in self:
            lines = [
                registration._alike_line(alike, others.browse(alike.id), readable)
                for alike in found.get(registration, [])
                if alike.id in others._ids
            ]
            registration.alike = lines
            registration.has_alike = bool(lines)

    def _alike_now_or_kept(self):
        """Return `{registration: [Alike]}`: of open ones as it is now, of others as it
        was when they were sent."""
        is_open = self.filtered(lambda r: r.state in r._open_states)
        found = is_open._alike() if is_open else {}
        for registration in self - is_open:
            # sudo: what of it the reader sees is decided by `_alike_line`.
            kept = registration.sudo().alike_kept or []
            found[registration] = [Alike(**alike) for alike in kept]
        return found

    def _alike_line(self, alike, other, readable):
        """Return what is shown of one: its sentence, and the id that may be opened.

        :param other: the registration that is alike
        :param readable: those that the user may read
        """
        # sudo: unit and year are told of those that may not be read, nothing else.
        unit, year = other.sudo().unit_id.name, other.sudo().year
        if other not in readable:
            sentence = self.env._(
                "Possibly the same as a registration of %(unit)s, year %(year)s, "
                "which this account may not read.",
                unit=unit,
                year=year,
            )
            return {"sentence": sentence, "id": False}
        sentence = self.env._(
            "Possibly the same as “%(name)s”, %(unit)s, year %(year)s: %(reason)s. "
            "If it is another one, write clearly how it differs; if it is one, press "
            "“Continue from Last Year”.",
            name=other.display_name,
            unit=unit,
            year=year,
            reason=self._alike_reason(alike),
        )
        return {"sentence": sentence, "id": other.id}

    def _alike_reason(self, alike):
        """Return why, in plain words."""
        place = self.territory_id.name
        if alike.common_place == "hamlet":
            place = self.hamlet or self.place_detail
        same = self.env._("same place: %s", place)
        parts = [same if alike.common_place else self.env._("another place")]
        shares = [
            (alike.name_share, self.env._("name %s%% alike")),
            (alike.text_share, self.env._("content %s%% alike")),
        ]
        parts += [text % round(share * 100) for share, text in shares if share >= 0.5]
        return ", ".join(parts)

    def _submitted(self):
        res = super()._submitted()
        self._keep_alike()
        return res

    def _keep_alike(self):
        """Keep what these seem the same as, one search for all."""
        for registration, found in self.sudo()._alike().items():
            kept = [vars(alike) for alike in found]
            if kept or registration.alike_kept:
                registration._write_owned({"alike_kept": kept, "is_alike": bool(kept)})
