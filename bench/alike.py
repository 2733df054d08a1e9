"""What the search for likely duplicates costs among 100,000 registrations.

Measured against the same comparison by a scan of the whole table, in one run. The
names of the seed are all of one sort, so the copy at hand gets varied ones first.
"""

from odoo.tools import SQL

from bench import measure

MODEL = "danvan.registration"
DEEDS = "Thắp sáng|Trồng hoa|Thu gom rác|Nuôi ong|Trồng nấm|Lắp camera|Sửa nhà|Dạy chữ"
THINGS = (
    "đường quê|cho hộ nghèo|ngõ xóm|bên suối|vườn rẫy|nhà văn hóa|chợ phiên|lớp học"
)
WAYS = "cùng phụ nữ|của thanh niên|do cựu chiến binh giúp|theo tổ|bằng quỹ góp|tự quản"
PEOPLE = "người Mạ|người Mông|người Kinh|người Dao|người Tày|người Nùng|giáo dân"
TYPED = {
    "found in the commune": ("Thắp sáng đường quê cùng phụ nữ người Mạ", "Thôn 3"),
    # No word of the seed: its rows as they were stay in the index till vacuumed.
    "a short name": ("Trồng hoa ngõ xóm", "Thôn 3"),
    "nothing alike": ("Sưu tầm nhạc cụ cồng chiêng cổ", "Thôn 5"),
    "common words": ("Mô hình dân vận khéo thôn 5", "Thôn 5"),
}


def main(env, out):
    """Measure and write the table."""
    territory = _vary(env)
    campaign = env["danvan.campaign"].search([], order="year DESC", limit=1)
    unit = env["danvan.unit"].search([("code", "=", "TH001003")])
    rows, plans = [], {}
    for title, (name, hamlet) in TYPED.items():
        vals = {"name": name, "hamlet": hamlet, "unit_id": unit.id}
        vals |= {"campaign_id": campaign.id, "territory_id": territory}
        ways = {
            "full scan": lambda v=vals: env.execute_query(_scan(env[MODEL].new(v))),
            "search": lambda v=vals: env[MODEL].new(v)._alike(),
            "search as typed, with sentences": lambda v=vals: env[MODEL].new(v).alike,
        }
        costs = measure.costs(env, ways)
        bare = costs["full scan"]
        for way, cost in costs.items():
            times = cost.median, cost.least, cost.queries, cost.median / bare.median
            # Anew each time: measuring forgets what a new record was given.
            typed = env[MODEL].new(vals)
            rows.append([title, way, *times, len(typed._alike()[typed])])
        plans[title] = measure.plan(
            env, env[MODEL]._alike_query({0: env[MODEL].new(vals)}, True)
        )
    facts = {"registrations": env[MODEL].search_count([]), "runs": measure.RUNS}
    headings = ["typed", "way", "median ms", "least ms", "queries", "ratio", "found"]
    measure.write(out, "Likely the same", headings, rows, facts, plans)


def _vary(env):
    """Give every registration a name of its own sort, a hamlet and a commune.

    :return: id of the commune of which the benchmarks ask
    """
    level = env.ref("danvan_kheo.level_commune").id
    places = env["danvan.territory"].create(
        [{"name": f"Xã Mẫu {n}", "level_id": level} for n in range(125)]
    )
    words = [text.split("|") for text in (DEEDS, THINGS, WAYS, PEOPLE)]
    named = SQL("concat_ws(' ', %s)", SQL(", ").join(map(_word, enumerate(words))))
    env.cr.execute(
        SQL(
            """UPDATE danvan_registration SET name = %s, hamlet = 'Thôn ' || id %% 29,
                      territory_id = %s + id / 29 %% 125""",
            named,
            places[0].id,
        )
    )
    env.invalidate_all()
    keys = {"alike_key", "place_key"}
    records = env[MODEL].search([], order="id")
    for start in range(0, len(records), 2000):
        part = records[start : start + 2000]
        for key in keys:
            env.add_to_compute(env[MODEL]._fields[key], part)
        part._recompute_recordset(keys)
        env.flush_all()
        env.invalidate_all()
    env.cr.execute("ANALYZE danvan_registration")
    return places[0].id


def _word(numbered):
    """Return the SQL of one word of a name, chosen by the id."""
    number, words = numbered
    texts = SQL(", ").join(SQL("%s", word) for word in words)
    hashed = SQL("abs(hashint4(id + %s))", number * 1_000_003)
    return SQL("(ARRAY[%s])[1 + %s %% %s]", texts, hashed, len(words))


def _scan(typed):
    """Return the query that compares with every name, without an index."""
    return SQL(
        """SELECT id FROM danvan_registration
            WHERE similarity(alike_key || '', %s) >= 0.35
            ORDER BY similarity(alike_key || '', %s) DESC LIMIT 20""",
        typed.alike_key,
        typed.alike_key,
    )
