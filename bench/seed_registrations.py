"""One registration for each unit through the module's door, 25 for each by SQL.

A multiplied row takes over the columns of its first one; what differs (name, search
key, campaign, year, kind, sector, state and what follows from the state) is given.
At the end some rows are computed anew by the module and compared.
"""

import io

from odoo.tools import SQL

TIMES = 25
STATES = ("running", "done", "draft", "sent", "self_assessed")
CHECKED = 200
SOURCE = "Dữ liệu đo"


def fill(env, units, campaigns):
    """Make 25 registrations a unit, with a trail line each."""
    first = _take_over_first(env, units, campaigns)
    _multiply(env, campaigns)
    _trace(env, first)
    _check(env)


def _take_over_first(env, units, campaigns):
    sectors = env["danvan.sector"].search([])
    vals_list = [
        {
            "name": _name(0),
            "campaign_id": campaigns[0].id,
            "unit_id": unit.id,
            "sector_id": sectors[number % len(sectors)].id,
            "hamlet": "Thôn 10",
            "state": STATES[0],
        }
        for number, unit in enumerate(units.values())
    ]
    first = env["danvan.registration"]._take_over(vals_list, SOURCE)
    env.flush_all()
    return first


def _name(number):
    return f"Thắp sáng đường quê số {number}"


def _variants(env, campaigns):
    """Return the values in which the multiplied rows differ, one row for each."""
    model = env["danvan.registration"]
    sectors = env["danvan.sector"].search([]).ids
    rows = []
    for number in range(1, TIMES):
        campaign = campaigns[number % len(campaigns)]
        state = STATES[number // len(campaigns) % len(STATES)]
        draft = model.new({"name": _name(number), "hamlet": "Thôn 10", "state": state})
        rows.append(
            {
                "name": draft.name,
                "search_key": draft.search_key,
                "campaign_id": campaign.id,
                "year": campaign.year,
                "kind": "exemplar" if number % 3 == 0 else "model",
                "sector_id": sectors[number % len(sectors)],
                "state": state,
                "is_open": draft.is_open,
                "results_open": draft.results_open,
                "is_accepted": draft.is_accepted,
            }
        )
    return rows


def _multiply(env, campaigns):
    """Insert all rows by one statement."""
    variants = _variants(env, campaigns)
    given = list(variants[0])
    env.cr.execute(
        """SELECT column_name FROM information_schema.columns
            WHERE table_name = 'danvan_registration'
              AND NOT column_name = ANY(%s) ORDER BY 1""",
        [["id", *given]],
    )
    kept = [row[0] for row in env.cr.fetchall()]
    values = SQL(", ").join(
        SQL("(%s)", SQL(", ").join(SQL("%s", row[name]) for name in given))
        for row in variants
    )
    env.cr.execute(
        SQL(
            """INSERT INTO danvan_registration (%s, %s)
               SELECT %s, %s
                 FROM (VALUES %s) AS variant (%s), danvan_registration AS first
                ORDER BY variant.campaign_id DESC, first.id""",
            SQL(", ").join(map(SQL.identifier, given)),
            SQL(", ").join(map(SQL.identifier, kept)),
            SQL(", ").join(SQL.identifier("variant", name) for name in given),
            SQL(", ").join(SQL.identifier("first", name) for name in kept),
            values,
            SQL(", ").join(map(SQL.identifier, given)),
        )
    )
    env.invalidate_all()


def _trace(env, first):
    """Write one trail line for each multiplied row, by COPY."""
    from odoo.addons.danvan_kheo.models.workflow.trail import HASHED, line_hash

    lines = env["danvan.trail"].search([("res_id", "in", first.ids)])
    model = lines.filtered(lambda line: line.res_model == first._name)[0]
    common = {name: model[name] or None for name in HASHED}
    common |= {"user_id": model.user_id.id}
    columns = (*HASHED, "hash")
    env.cr.execute(
        """SELECT r.id, r.unit_id, u.name, r.state FROM danvan_registration r
             JOIN danvan_unit u ON u.id = r.unit_id
            WHERE NOT r.id = ANY(%s) ORDER BY r.id""",
        [first.ids],
    )
    text = io.StringIO()
    for id_, unit_id, unit_name, state in env.cr.fetchall():
        row = {**common, "res_id": id_, "unit_id": unit_id, "unit_name": unit_name}
        row["to_state"] = state
        row["hash"] = line_hash(row)
        cells = ("\\N" if row[name] is None else str(row[name]) for name in columns)
        text.write("\t".join(cells) + "\n")
    text.seek(0)
    env.cr.copy_expert(f"COPY danvan_trail ({', '.join(columns)}) FROM STDIN", text)
    env.invalidate_all()


def _check(env):
    """Fail unless stored columns of some rows are what the module computes, and the
    trail is whole."""
    model = env["danvan.registration"]
    count = model.search_count([])
    step = max(count // CHECKED, 1)
    ids = model.search([], order="id").ids[::step]
    rows = model.browse(ids)
    names = [
        name
        for name, field in model._fields.items()
        if field.store and field.compute and field.readonly
    ]
    stored = rows.read(names)
    for name in names:
        env.add_to_compute(model._fields[name], rows)
    rows._recompute_recordset(names)
    assert rows.read(names) == stored, "a stored column is not what is computed"
    assert not env["danvan.trail"]._first_broken(), "the trail is broken"
    assert not list(env["danvan.trail"]._suspects()), "a state has no trail line"
