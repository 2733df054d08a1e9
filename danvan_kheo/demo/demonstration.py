"""Demonstration data: a real unit tree with invented people and models.

Everything is done by the accounts that would do it, through the same buttons, so
what the demonstration shows is what the module does.
"""

import csv
from datetime import date, timedelta

from odoo import api, fields, models
from odoo.tools.misc import file_open

PROVINCE = "68"
# What the file of units does not tell: leaders, and how papers name the units.
UNITS = {
    "TU": {
        "paper_symbol": "TU",
        "place_name": "Lâm Đồng",
        "organisation_name": "Đảng bộ tỉnh Lâm Đồng",
        "heading_name": "Tỉnh ủy Lâm Đồng",
    },
    "BTGDV": {
        "leads_movement": True,
        "paper_symbol": "BTGDVTU",
        "place_name": "Lâm Đồng",
        "heading_name": "Ban Tuyên giáo và Dân vận",
        "leader_name": "Trần Quốc Bảo Minh",
        "leader_post": "Trưởng ban",
    },
    "DU25000": {
        "paper_symbol": "ĐU",
        "place_name": "Di Linh",
        "leader_name": "Ngô Văn Thành Tâm",
        "leader_post": "Bí thư",
    },
    "UB25000": {
        "paper_symbol": "UBND",
        "place_name": "Di Linh",
        "heading_name": "Ủy ban nhân dân\nxã Di Linh",
        "leader_name": "Nguyễn Hữu Phước An",
        "leader_post": "Chủ tịch",
    },
    "DU24958": {
        "paper_symbol": "ĐU",
        "place_name": "Đức Trọng",
        "leader_name": "Võ Minh Nhật",
        "leader_post": "Phó Bí thư",
    },
}
# Which account presses which button, by the unit that the registration belongs to.
ACCOUNTS = {"DU24958": "ductrong"}
ACTORS = {
    "submit": "canbo",
    "accept": "lanhdao",
    "approve": "lanhdao",
    "receive": "canbo.tinh",
}


class DanvanDemonstration(models.AbstractModel):
    """Loads the demonstration; nothing of it is reachable by a client."""

    _name = "danvan.demonstration"
    _description = "Demonstration Data"

    @api.model
    def _load(self):
        """Load the tree, the accounts and the years of the movement."""
        self.env.ref("base.main_company").name = "Tỉnh ủy Lâm Đồng"
        units = self._load_units()
        users = self._load_accounts(units)
        campaign = self._launch(users, self._open_year())
        self._make_registrations(users, units, campaign)
        self._load_results(users, units, campaign)

    @staticmethod
    def _rows(name):
        with file_open(f"danvan_kheo/demo/{name}") as file:
            return list(csv.DictReader(file))

    def _load_units(self):
        self.env["danvan.territory"]._load_province(PROVINCE)
        units = self.env["danvan.setup.import"]._load_units(
            self._rows("units_lamdong.csv")
        )
        for code, vals in UNITS.items():
            units[code].write(vals)
        units["BTGDV"].advises_id = units["TU"]
        return units

    def _load_accounts(self, units):
        users = {}
        for row in self._rows("accounts.csv"):
            user = self._account(row)
            users[row["login"]] = user
            if row["unit_code"]:
                self.env["danvan.assignment"].create(
                    {
                        "user_id": user.id,
                        "role": row["role_code"],
                        "unit_id": units[row["unit_code"]].id,
                    }
                )
        return users

    def _account(self, row):
        groups = [self.env.ref("base.group_user").id]
        if row["role_code"] == "administrator":
            groups.append(self.env.ref("danvan_kheo.group_administrator").id)
        vals = {
            "login": row["login"],
            "password": row["password"],
            "name": row["name"],
            "lang": self._language(),
            "tz": "Asia/Ho_Chi_Minh",
            "group_ids": [fields.Command.set(groups)],
            "action_id": self.env.ref("danvan_kheo.danvan_approval_step_action").id,
        }
        users = self.env["res.users"].with_context(no_reset_password=True)
        if "odoobot_state" in users._fields:
            # The bot's greeting would cover a phone's screen.
            vals["odoobot_state"] = "disabled"
        return users.create(vals)

    def _language(self):
        installed = dict(self.env["res.lang"].get_installed())
        return "vi_VN" if "vi_VN" in installed else self.env.lang

    def _open_year(self):
        """Return the year that registers now: from October on it is the next one."""
        today = self.env["danvan.period"]._today()
        return today.year + (today.month >= 10)

    def _launch(self, users, year):
        """Return the campaign of `year`, planned backwards so that it is open today."""
        until = max(
            date(year, 3, 31), self.env["danvan.period"]._today() + timedelta(60)
        )
        evaluation = max(date(year, 8, 31), until + timedelta(60))
        ceremony = max(date(year, 10, 15), evaluation + timedelta(15))
        campaign = (
            self.env["danvan.campaign"]
            .with_user(users["canbo.tinh"])
            .create(
                {
                    "year": year,
                    "topic": "Chung tay xây dựng nông thôn mới, khu phố văn minh",
                    "date_start": min(self.env["danvan.period"]._today(), until),
                    "registration_to": until,
                    "evaluation_to": evaluation,
                    "ceremony_date": ceremony,
                    "date_end": max(date(year, 12, 31), ceremony),
                    "criteria_set_ids": self._issue_criteria(users).ids,
                    "quota_ids": self._quotas(),
                    "guide": "<p>Mỗi xã, phường chọn từ một đến ba mô hình có địa chỉ "
                    "cụ thể, người thật, việc thật; nêu rõ trước khi làm thế nào, "
                    "phấn đấu đến đâu.</p>",
                }
            )
        )
        for login, act in (
            ("canbo.tinh", "submit"),
            ("lanhdao.tinh", "approve"),
            ("canbo.tinh", "launch"),
        ):
            campaign.with_user(users[login]).action_transition(act)
        return campaign

    def _quotas(self):
        """Return the commands that ask two models of each commune's committee, one of
        each body of the province."""
        asked = (("party_committee", "commune", 2), ("department", "province", 1))
        return [
            fields.Command.create(
                {
                    "kind_id": self.env.ref(f"danvan_kheo.kind_{kind}").id,
                    "level_id": self.env.ref(f"danvan_kheo.level_{level}").id,
                    "number": number,
                }
            )
            for kind, level, number in asked
        ]

    def _issue_criteria(self, users):
        """Return the commission's own copies of the samples, issued by its leader."""
        criteria = self.env["danvan.criteria.set"]
        samples = criteria.search([("is_sample", "=", True)])
        for sample in samples.with_user(users["canbo.tinh"]):
            criteria += criteria.browse(sample.action_copy_to_own_unit()["res_id"])
        criteria.with_user(users["lanhdao.tinh"]).action_transition("issue")
        return criteria

    def _make_registrations(self, users, units, campaign):
        for row in self._rows("registrations.csv"):
            place = ACCOUNTS.get(row["unit_code"], "dilinh")
            officer = users[self._officer(row, place)]
            model = self.env["danvan.registration"].with_user(officer)
            registration = model.create(self._registration_vals(row, units, campaign))
            for act in row["acts"].split():
                if act in ACTORS:
                    login = self._actor(row, act, place)
                    registration.with_user(users[login]).action_transition(act)

    @staticmethod
    def _officer(row, place):
        return (
            f"canbo.ubnd.{place}" if row["unit_code"][:2] == "UB" else f"canbo.{place}"
        )

    def _actor(self, row, act, place):
        if act == "submit":
            return self._officer(row, place)
        actor = ACTORS[act]
        return actor if "." in actor else f"{actor}.{place}"

    def _registration_vals(self, row, units, campaign):
        unit = units[row["unit_code"]]
        level = "province" if "province" in row["acts"] else "commune"
        return {
            "campaign_id": campaign.id,
            "unit_id": unit.id,
            "registered_level_id": self.env.ref(f"danvan_kheo.level_{level}").id,
            "name": row["name"],
            "kind": row["kind"],
            "subject_type": row["subject"],
            "sector_id": self.env.ref(f"danvan_kheo.sector_{row['sector'].lower()}").id,
            "theme_ids": [
                self.env.ref(f"danvan_kheo.theme_{theme.lower()}").id
                for theme in row["themes"].split()
            ],
            "place_kind": "hamlet" if row["place"] else "commune",
            "hamlet": row["place"],
            **self._deed_vals(row),
            **self._line_vals(row, campaign.year),
        }

    @staticmethod
    def _deed_vals(row):
        """Return what only a person as an exemplar has: the deed itself."""
        if row["subject"] != "individual":
            return {}
        return {
            "deed": f"{row['activity']}; nhiều năm liền được bà con tin cậy.",
            "deed_since": "Năm 2019",
            "beneficiaries": f"Bà con {row['place']}",
        }

    @staticmethod
    def _line_vals(row, year):
        create = fields.Command.create
        target = float(row["target"].replace(",", "."))
        return {
            "person_ids": [create({"name": row["person"], "post": row["post"]})],
            "activity_plan_ids": [
                create({"name": row["activity"], "date": date(year, 3, 1)}),
                create({"name": "Sơ kết, rút kinh nghiệm", "date": date(year, 7, 1)}),
            ],
            "indicator_ids": [
                create(
                    {
                        "name": row["indicator"],
                        "measure": row["measure"],
                        "baseline": row["baseline"],
                        "target": target,
                    }
                )
            ],
        }
