"""Registrations of several communes, to be counted."""

from .common import DanvanCase

# What was stopped or taken off the list was registered nevertheless.
ENDED_EARLY = ("stopped", "removed")
COUNTED = (
    *("sent", "received", "running", "paused", "self_assessed", "done"),
    *ENDED_EARLY,
)


class RegisteredCase(DanvanCase):
    """Registrations of two communes, a hamlet and a department."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.form = cls.env["danvan.statistics.registered"]
        cls.ntm = cls.env.ref("danvan_kheo.theme_ntm")
        cls._make_registrations()

    @classmethod
    def _make_registrations(cls):
        sector = cls.env.ref
        commune, hamlet = cls.commune, cls.hamlet
        cls._counted(commune, sector_id=sector("danvan_kheo.sector_kt").id)
        cls._counted(
            commune,
            kind="exemplar",
            subject_type="individual",
            deed="Vận động hiến đất mở đường",
            deed_since="2024",
            beneficiaries="40 hộ thôn 10",
        )
        cls._counted(hamlet, theme_ids=[(6, 0, cls.ntm.ids)], subject_type="household")
        cls._counted(
            cls.commune_government, sector_id=sector("danvan_kheo.sector_qpan").id
        )
        cls._counted(
            cls.other_commune,
            cls.other_officer,
            cls.other_leader,
            kind="exemplar",
            subject_type="household",
            theme_ids=[(6, 0, (cls.ntm | sector("danvan_kheo.theme_dvcq")).ids)],
        )
        cls._register(cls.campaign, name="Còn là bản nháp")

    @classmethod
    def _counted(cls, unit, officer=None, leader=None, **vals):
        registration = cls._register(cls.campaign, unit, officer or cls.officer, **vals)
        cls.act(registration, officer or cls.officer, "submit")
        cls.act(registration, leader or cls.leader, "accept")
        return registration

    def _form(self, user):
        self.env.invalidate_all()
        return self.form.with_user(user)

    def _table(self, user, unit=None):
        return self._form(user).get_table(self.campaign.id, unit and unit.id)

    @staticmethod
    def _figures(table):
        """Return `{row name: {column key: figure}}`, the total row as None."""
        keys = [c["key"] for heading in table["headings"] for c in heading["columns"]]
        rows = {
            row["name"]: dict(zip(keys, row["figures"], strict=True))
            for row in table["rows"]
        }
        return {**rows, None: dict(zip(keys, table["totals"], strict=True))}
