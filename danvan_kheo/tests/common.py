"""A small province with one person per role, and registrations to work on."""

from contextlib import contextmanager
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.tests import HttpCase, TransactionCase, new_test_user

YEAR = 2026


class DanvanFixture:
    """Tỉnh ủy with its commission (a sibling of the communes, as in the real tree),
    two communes, one of them with its People's Committee and a hamlet.

    Goes before Odoo's own test class, see `DanvanCase` and `DanvanHttpCase`.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._count_invalidations()
        quiet = {"tracking_disable": True, "no_reset_password": True}
        cls.env = cls.env(context={**cls.env.context, **quiet})
        cls._make_units()
        cls._make_people()
        cls.sector = cls.env.ref("danvan_kheo.sector_vhxh")
        # Tests give names such as “Mô hình 1”; those of the readiness ask for more.
        cls.env.ref("danvan_kheo.readiness_name").level = "warn"

    @classmethod
    def _count_invalidations(cls):
        """Know whether a test made the registry forget anything. One that did not has
        left nothing there that is no longer so: the next may use what is kept, as the
        next request of a server does, instead of compiling all papers anew."""
        cls.invalidations = 0
        clear_cache = cls.registry.clear_cache

        def counting(*names):
            cls.invalidations += 1
            clear_cache(*names)

        cls.startClassPatcher(patch.object(cls.registry, "clear_cache", counting))

    def setUp(self):
        before, clear = self.invalidations, self.registry.clear_all_caches

        def clear_if_invalidated():
            if self.invalidations > before:
                clear()

        with patch.object(self.registry, "clear_all_caches", clear_if_invalidated):
            super().setUp()

    @classmethod
    def _make_units(cls):
        unit = cls._unit
        cls.province = unit("T.TU", "Tỉnh ủy Mẫu", "party_committee", "province")
        cls.commission = unit(
            "T.BTGDV",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy Mẫu",
            "party_commission",
            "province",
            cls.province,
            advises_id=cls.province.id,
            leads_movement=True,
        )
        cls.department = unit(
            "T.SYT", "Sở Y tế tỉnh Mẫu", "department", "province", cls.province
        )
        cls.commune = unit(
            "T.DU1", "Đảng ủy xã Suối Trong", "party_committee", "commune", cls.province
        )
        cls.commune_government = unit(
            "T.UB1", "UBND xã Suối Trong", "government", "commune", cls.commune
        )
        cls.other_commune = unit(
            "T.DU2", "Đảng ủy xã Đồi Xanh", "party_committee", "commune", cls.province
        )
        cls.hamlet = unit(
            "T.TH1", "Thôn 10, xã Suối Trong", "grassroots", "grassroots", cls.commune
        )
        cls.territory = cls.env["danvan.territory"].create(
            {
                "name": "Xã Suối Trong",
                "level_id": cls.env.ref("danvan_kheo.level_commune").id,
            }
        )
        (cls.commune | cls.commune_government | cls.hamlet).territory_id = cls.territory

    @classmethod
    def _unit(cls, code, name, kind, level, parent=None, **vals):
        return cls.env["danvan.unit"].create(
            {
                "code": code,
                "name": name,
                "kind_id": cls.env.ref(f"danvan_kheo.kind_{kind}").id,
                "level_id": cls.env.ref(f"danvan_kheo.level_{level}").id,
                "parent_id": parent and parent.id,
                **vals,
            }
        )

    @classmethod
    def _make_people(cls):
        seats = {
            "province_officer": ("officer", cls.commission),
            "province_leader": ("approver", cls.commission),
            "appraiser": ("appraiser", cls.commission),
            "registrar": ("registrar", cls.commission),
            "officer": ("officer", cls.commune),
            "leader": ("approver", cls.commune),
            "commune_appraiser": ("appraiser", cls.commune),
            "viewer": ("viewer", cls.commune),
            "other_officer": ("officer", cls.other_commune),
            "other_leader": ("approver", cls.other_commune),
        }
        for name, user in zip(seats, cls._persons(seats), strict=True):
            setattr(cls, name, user)
        cls.administrator = new_test_user(
            cls.env, "danvan_admin", "danvan_kheo.group_administrator", lang="vi_VN"
        )

    @classmethod
    def _persons(cls, seats):
        """Return users with one assignment each, all made at once.

        :param seats: `{login without prefix: (role, unit)}`
        """
        group = cls.env.ref("base.group_user")
        users = cls.env["res.users"].create(
            [
                {
                    "name": f"danvan_{login} (base.group_user)",
                    "login": f"danvan_{login}",
                    "password": f"danvan_{login}",
                    "email": "d.d@example.com",
                    "lang": "vi_VN",
                    "group_ids": [fields.Command.set(group.ids)],
                }
                for login in seats
            ]
        )
        cls.env["danvan.assignment"].create(
            [
                {"user_id": user.id, "role": role, "unit_id": unit.id}
                for user, (role, unit) in zip(users, seats.values(), strict=True)
            ]
        )
        return users

    @classmethod
    def _person(cls, login, role, unit):
        return cls._persons({login: (role, unit)})

    @classmethod
    def _campaign(cls, **vals):
        """Return a campaign of the commission, launched by the people who do that,
        with a criteria set for models and one for exemplars."""
        sets = cls._criteria_set() | cls._criteria_set(kind="exemplar")
        campaign = (
            cls.env["danvan.campaign"]
            .with_user(cls.province_officer)
            .create(
                {
                    "year": YEAR,
                    "date_start": f"{YEAR}-01-05",
                    "registration_to": f"{YEAR}-12-31",
                    "evaluation_to": f"{YEAR}-12-31",
                    "ceremony_date": f"{YEAR}-12-31",
                    "date_end": f"{YEAR}-12-31",
                    "criteria_set_ids": sets.ids,
                    **vals,
                }
            )
        )
        cls.act(campaign, cls.province_officer, "submit")
        cls.act(campaign, cls.province_leader, "approve")
        cls.act(campaign, cls.province_officer, "launch")
        return campaign.with_env(cls.env)

    @classmethod
    def _criteria_set_vals(cls, **vals):
        """Values of a complete set: four criteria of 100 points, four grades."""
        create = fields.Command.create
        maxima = {"Lãnh đạo": 20, "Cách làm": 25, "Kết quả": 35, "Lan tỏa": 20}
        minima = {"Xuất sắc": 90, "Tốt": 80, "Khá": 65, "Không đạt": 0}
        return {
            "name": "Bộ tiêu chí thử",
            "year": YEAR,
            "criterion_ids": [
                create({"name": name, "max_score": most, "sequence": number})
                for number, (name, most) in enumerate(maxima.items(), 1)
            ],
            "grade_ids": [
                create(
                    {
                        "name": name,
                        "minimum": least,
                        "permits_recognition": least > 0,
                        "sequence": number,
                    }
                )
                for number, (name, least) in enumerate(minima.items(), 1)
            ],
            "knockout_ids": [create({"name": "Báo cáo sai sự thật"})],
            **vals,
        }

    @classmethod
    def _criteria_set(cls, officer=None, leader=None, **vals):
        """Return an issued criteria set of the commission."""
        model = cls.env["danvan.criteria.set"].with_user(
            officer or cls.province_officer
        )
        criteria_set = model.create(cls._criteria_set_vals(**vals))
        cls.act(criteria_set, leader or cls.province_leader, "issue")
        return criteria_set.with_env(cls.env)

    @classmethod
    def _registration_vals(cls, campaign, unit, **vals):
        return {
            "name": "Thắp sáng đường quê thôn 10",
            "campaign_id": campaign.id,
            "unit_id": unit.id,
            "sector_id": cls.sector.id,
            "territory_id": cls.territory.id,
            "hamlet": "Thôn 10",
            "person_ids": [
                fields.Command.create({"name": "Lê Thị Thử", "post": "Trưởng thôn"})
            ],
            "activity_plan_ids": [
                fields.Command.create(
                    {"name": "Họp dân thống nhất tuyến đường", "date": f"{YEAR}-03-01"}
                )
            ],
            "indicator_ids": [
                fields.Command.create(
                    {"name": "Đường có đèn", "measure": "km", "target": 2}
                )
            ],
            **vals,
        }

    @classmethod
    def _register(cls, campaign, unit=None, user=None, **vals):
        """Return a complete draft registration, made by the unit's officer."""
        model = cls.env["danvan.registration"].with_user(user or cls.officer)
        unit = unit or cls.commune
        return model.create(cls._registration_vals(campaign, unit, **vals)).with_env(
            cls.env
        )

    @classmethod
    def _run(cls, registration):
        """Bring a commune's registration into the list of the year."""
        cls.act(registration, cls.officer, "submit")
        cls.act(registration, cls.leader, "accept")
        return registration

    @staticmethod
    def act(records, user, transition, reason=None):
        """Let `user` press the button `transition` on `records`."""
        acting = records.with_user(user)
        acting.invalidate_recordset()
        return acting.action_transition(transition, reason)

    @contextmanager
    def local_time(self, moment):
        """Freeze the clock at a moment of the deployment's zone."""
        with freeze_time(f"{moment}+07:00"):
            yield


class DanvanCase(DanvanFixture, TransactionCase):
    """The small province, for tests of the models."""


class DanvanHttpCase(DanvanFixture, HttpCase):
    """The small province, for tests through the server's doors."""
