"""The seed: a province of 4,000 units with five years of registrations.

Deterministic: no random number, no clock but the campaign's year. Units, people and
one registration for each unit go through the module's own doors, so that every
stored computed column is what the module makes of it; `seed_registrations` then
multiplies the registrations by SQL.
"""

from bench import seed_registrations

COMMUNES = 125
GRASSROOTS = 29
YEARS = (2026, 2025, 2024, 2023, 2022)
COMMUNE = "DU001"
LEAF = "TH001001"


def main(env, _out):
    """Fill a fresh database."""
    env = env(context={**env.context, "tracking_disable": True, "no_reset_password": 1})
    units = _make_units(env)
    _make_people(env, units)
    campaigns = _take_over_campaigns(env, units["BTGDV"])
    seed_registrations.fill(env, units, campaigns)


def _make_units(env):
    """Return `{code: unit}`."""
    kinds = {name: env.ref(f"danvan_kheo.kind_{name}").id for name in KINDS}
    levels = {
        name: env.ref(f"danvan_kheo.level_{name}").id
        for name in ("province", "commune", "grassroots")
    }

    def make(rows):
        vals = [
            {
                "code": code,
                "name": name,
                "kind_id": kinds[kind],
                "level_id": levels[level],
                "parent_id": parent and parent.id,
                **more,
            }
            for code, name, kind, level, parent, more in rows
        ]
        made = env["danvan.unit"].create(vals)
        return dict(zip((row[0] for row in rows), made, strict=True))

    units = make([("TU", "Tỉnh ủy", "party_committee", "province", None, {})])
    advises = {"advises_id": units["TU"].id, "leads_movement": True}
    name = "Ban Tuyên giáo và Dân vận Tỉnh ủy"
    units |= make(
        [("BTGDV", name, "party_commission", "province", units["TU"], advises)]
    )
    communes = make([_commune(n, units["TU"]) for n in range(1, COMMUNES + 1)])
    below = [row for code, unit in communes.items() for row in _below(code, unit)]
    return units | communes | make(below)


KINDS = ("party_committee", "party_commission", "government", "grassroots")


def _commune(number, province):
    name = f"Đảng ủy xã Mẫu {number}"
    return f"DU{number:03}", name, "party_committee", "commune", province, {}


def _below(code, commune):
    """Yield the rows of what stands under a commune: 31 units."""
    number = code[2:]
    name = commune.name.removeprefix("Đảng ủy ")
    yield f"UB{number}", f"UBND {name}", "government", "commune", commune, {}
    yield f"MT{number}", f"Mặt trận {name}", "government", "commune", commune, {}
    for hamlet in range(1, GRASSROOTS + 1):
        text = f"Thôn {hamlet}, {name}"
        row = (f"TH{number}{hamlet:03}", text, "grassroots", "grassroots")
        yield (*row, commune, {})


def _make_people(env, units):
    """Make the accounts that the benchmarks ask with."""
    for login, role, code in (
        ("bench_province", "officer", "BTGDV"),
        ("bench_province_leader", "approver", "BTGDV"),
        ("bench_commune", "officer", COMMUNE),
        ("bench_commune_leader", "approver", COMMUNE),
        ("bench_leaf", "officer", LEAF),
    ):
        user = env["res.users"].create(
            {
                "login": login,
                "name": login,
                "group_ids": [(6, 0, env.ref("base.group_user").ids)],
            }
        )
        env["danvan.assignment"].create(
            {"user_id": user.id, "role": role, "unit_id": units[code].id}
        )


def _take_over_campaigns(env, unit):
    """Return one campaign a year, this year's launched, the others closed."""
    return env["danvan.campaign"]._take_over(
        [
            {
                "unit_id": unit.id,
                "year": year,
                "state": "launched" if year == YEARS[0] else "closed",
                "date_start": f"{year}-01-05",
                "registration_to": f"{year}-12-31",
                "evaluation_to": f"{year}-12-31",
                "ceremony_date": f"{year}-12-31",
                "date_end": f"{year}-12-31",
            }
            for year in YEARS
        ],
        "Dữ liệu đo",
    )
