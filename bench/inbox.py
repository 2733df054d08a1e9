"""What one press of “Duyệt các mục đã chọn” costs for 1,000 pending steps.

Against the least that any program must write: an UPDATE of the documents, an UPDATE
of the steps and an INSERT of the trail lines, 1,000 rows each. Every run is undone,
so that all of them find the same steps.
"""

import statistics
import time

from odoo.fields import Command, Domain
from odoo.tools import SQL

from bench import measure, seed

STEPS = 1000
FEW = 100
RUNS = 5
MODEL = "danvan.registration"
STEP = "danvan.approval.step"


def main(env, out):
    """Make the steps, approve them by the button and by bare SQL."""
    leader = _user(env, "bench_commune_leader")
    _submit(env, STEPS)
    steps = env[STEP].with_user(leader).sudo(False)
    mine = steps.search(steps._mine_domain(), limit=STEPS)
    assert len(mine) == STEPS, f"{len(mine)} steps wait instead of {STEPS}"
    ways = {
        f"raw SQL, {STEPS}": lambda: _raw(env, mine),
        f"button, {FEW}": lambda: mine[:FEW].action_approve_selected(),
        f"button, {STEPS}": lambda: mine.action_approve_selected(),
    }
    seconds, queries = {name: [] for name in ways}, {}
    for number in range(RUNS + 1):
        for name, work in ways.items():
            spent, queries[name] = _undone(env, work)
            if number:
                seconds[name].append(spent * 1000)
    _assert_it_works(env, mine)
    least = statistics.median(seconds[f"raw SQL, {STEPS}"])
    rows = [
        [
            name,
            statistics.median(s),
            min(s),
            queries[name],
            statistics.median(s) / least,
        ]
        for name, s in seconds.items()
    ]
    facts = {"steps": STEPS, "runs": RUNS, "documents": env[MODEL].search_count([])}
    headings = ["way", "median ms", "least ms", "queries", "ratio"]
    measure.write(out, "Approving a whole inbox", headings, rows, facts)


def _user(env, login):
    return env["res.users"].search([("login", "=", login)])


def _submit(env, number):
    """Let the commune's officer submit that many complete registrations."""
    officer = env[MODEL].with_user(_user(env, "bench_commune")).sudo(False)
    campaign = env["danvan.campaign"].search([("state", "=", "launched")], limit=1)
    unit = env["danvan.unit"].search([("code", "=", seed.COMMUNE)])
    territory = env["danvan.territory"].search([], limit=1)
    sector = env["danvan.sector"].search([], limit=1)
    if not territory:
        level = env.ref("danvan_kheo.level_commune").id
        vals = {"name": "Xã Mẫu 1", "level_id": level}
        territory = env["danvan.territory"].create(vals)
    made = officer.create(
        [
            {
                "name": f"Mô hình chờ duyệt {position}",
                "campaign_id": campaign.id,
                "unit_id": unit.id,
                "sector_id": sector.id,
                "territory_id": territory.id,
                "hamlet": "Thôn 10",
                "late_reason": "Dữ liệu đo",
                "person_ids": [Command.create({"name": "Lê Thị Đo", "post": "Trưởng"})],
                "activity_plan_ids": [
                    Command.create({"name": "Họp dân", "date": "2026-03-01"})
                ],
                "indicator_ids": [
                    Command.create({"name": "Đường", "measure": "km", "target": 2})
                ],
            }
            for position in range(number)
        ]
    )
    made.action_transition("submit")
    env.flush_all()


def _undone(env, work):
    """Return seconds and queries of `work()`, and undo it."""
    env.flush_all()
    env.invalidate_all()
    with env.cr.savepoint(flush=False) as savepoint:
        before = env.cr.sql_log_count
        start = time.perf_counter()
        work()
        env.flush_all()
        spent = time.perf_counter() - start
        queries = env.cr.sql_log_count - before
        env.invalidate_all(flush=False)
        savepoint.rollback()
    return spent, queries


def _raw(env, steps):
    """Write what the approval writes, without asking anything."""
    ids, documents = steps.ids, steps.mapped("res_id")
    env.execute_query(
        SQL(
            """UPDATE danvan_registration SET state = 'running', is_accepted = TRUE,
                      results_open = TRUE, accepted_date = now(), write_date = now()
                WHERE id = ANY(%s) RETURNING id""",
            documents,
        )
    )
    env.execute_query(
        SQL(
            """UPDATE danvan_approval_step SET state = 'approved', done_date = now(),
                      done_user_id = 1, write_date = now()
                WHERE id = ANY(%s) RETURNING id""",
            ids,
        )
    )
    env.execute_query(
        SQL(
            """INSERT INTO danvan_trail (res_model, res_id, unit_id, unit_name, user_id,
                      user_name, role, acting_unit_name, date, transition, from_state,
                      to_state, previous_hash, hash)
               SELECT res_model, res_id, owner_unit_id, 'Đảng ủy xã Mẫu 1', 1,
                      'Lãnh đạo', 'approver', 'Đảng ủy xã Mẫu 1', now(),
                      'accept', 'to_approve', 'running', repeat('0', 64),
                      repeat('1', 64)
                 FROM danvan_approval_step WHERE id = ANY(%s) RETURNING id""",
            ids,
        )
    )


def _assert_it_works(env, steps):
    """Fail unless the button really moves all documents."""
    answer = steps.action_approve_selected()
    assert answer["params"]["type"] == "success", answer["params"]["message"][:500]
    documents = env[MODEL].browse(steps.mapped("res_id"))
    waiting = Domain("id", "in", steps.ids) & Domain("state", "=", "pending")
    assert not env[STEP].search_count(waiting), "steps still wait"
    assert all(documents.sudo().mapped("is_accepted")), "documents were not accepted"
