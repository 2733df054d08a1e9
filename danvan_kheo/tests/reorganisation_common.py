"""A district of 2024 with three communes, and the act of 1 July 2025."""

from odoo.fields import Command

from .common import DanvanCase, DanvanFixture

DATE = "2025-07-01"
BASIS = "Nghị quyết số 1671/NQ-THỬ ngày 16/6/2025 về sắp xếp đơn vị (mẫu)"


class ReorganisationFixture(DanvanFixture):
    """Huyện ủy Mẫu with three communes; each has its People's Committee, two hamlets,
    an officer and a leader, one model of 2024 that has ended and one of this year that
    is running."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.district = cls._unit(
            "H.HU", "Huyện ủy Mẫu", "party_committee", "district", cls.province
        )
        cls.communes = cls.env["danvan.unit"]
        cls.governments = cls.env["danvan.unit"]
        cls.hamlets = cls.env["danvan.unit"]
        cls.people = {}
        for place in ("Bắc", "Trung", "Nam"):
            cls._make_commune(place)
        cls.old_units = cls.communes | cls.governments | cls.hamlets
        cls.last_year = cls._campaign(**cls._year(2024))
        cls.this_year = cls._campaign(**cls._year(2025))
        cls.ended = cls.env["danvan.registration"]
        cls.running = cls.env["danvan.registration"]
        for commune in cls.communes:
            cls.ended |= cls._ended_model(commune)
            cls.running |= cls._running_model(commune, cls.this_year)

    @classmethod
    def _make_commune(cls, place):
        code = f"H.{place}"
        commune = cls._unit(
            code,
            f"Đảng ủy xã {place}",
            "party_committee",
            "commune",
            cls.district,
            leader_name=f"Lê Văn {place}",
            place_name=place,
        )
        cls.communes |= commune
        cls.governments |= cls._unit(
            f"{code}.UB", f"UBND xã {place}", "government", "commune", commune
        )
        for number in (1, 2):
            cls.hamlets |= cls._unit(
                f"{code}.{number}",
                f"Thôn {number}, xã {place}",
                "grassroots",
                "grassroots",
                commune,
            )
        login = place.lower()
        cls.people[commune] = (
            cls._person(f"officer_{login}", "officer", commune),
            cls._person(f"leader_{login}", "approver", commune),
        )

    @staticmethod
    def _year(year):
        return {
            "year": year,
            "date_start": f"{year}-01-05",
            "registration_to": f"{year}-03-31",
            "evaluation_to": f"{year}-08-31",
            "ceremony_date": f"{year}-10-15",
            "date_end": f"{year}-12-31",
        }

    @classmethod
    def _running_model(cls, unit, campaign, commune=None, **vals):
        officer, leader = cls.people[commune or unit]
        registration = cls._register(
            campaign,
            unit,
            officer,
            name=f"Mô hình {campaign.year} của {unit.name}",
            late_reason="Nhập sau",
            **vals,
        )
        cls.act(registration, officer, "submit")
        cls.act(registration, leader, "accept")
        return registration

    @classmethod
    def _ended_model(cls, unit):
        registration = cls._running_model(unit, cls.last_year)
        registration._follow("end")
        return registration

    @classmethod
    def _reorganisation(cls, **vals):
        """Return a draft of the administrator's, prepared as its button does."""
        model = cls.env["danvan.reorganisation"].with_user(cls.administrator)
        act = model.create({"date": DATE, "basis": BASIS, **vals})
        act.action_prepare()
        return act

    @classmethod
    def _merger(cls, communes=None, **target):
        act = cls._reorganisation(
            kind="merge", predecessor_ids=[Command.set((communes or cls.communes).ids)]
        )
        act.target_ids.write({"name": "Đảng ủy xã Hòa Hợp", **target})
        return act

    @classmethod
    def _carry_out(cls, act):
        """Press the button and return the (main) unit that succeeds."""
        act.action_carry_out()
        cls.env.flush_all()
        cls.env.invalidate_all()
        return act.with_env(cls.env)._main_target().unit_id


class ReorganisationCase(ReorganisationFixture, DanvanCase):
    """The three communes, for tests of the models."""
