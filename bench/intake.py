"""What it costs to check and enter a workbook of 10,000 registrations.

Against Odoo's own `load()` of the same rows and against `create()` of values that are
ready in memory. Every run is undone, so that all of them find the same database.
`load()` is measured on a part of the rows, for it grows with them.
"""

import base64
import io
import resource
import time

import xlsxwriter

from odoo.fields import Command

from bench import measure, seed

ROWS = 10_000
# Of these each way enters so many as well, to see what grows.
FEW = 1000
LOADED = 1000
INTAKE, REGISTRATION = "danvan.intake", "danvan.registration"
HEADINGS = (
    "STT",
    "Tên mô hình",
    "Lĩnh vực",
    "Thôn",
    "Người phụ trách",
    "Chức vụ",
    "Việc làm",
    "Thời gian",
    "Chỉ tiêu",
    "ĐVT",
    "Phấn đấu",
)
SECTORS = ("Kinh tế", "Văn hóa - xã hội", "quốc phòng, an ninh", "He thong chinh tri")


def main(env, out):
    """Measure and write the table."""
    quiet = {"tracking_disable": True}
    user = env["res.users"].search([("login", "=", "bench_commune")])
    env = env(user=user, su=False, context={**env.context, **quiet})
    unit = env["danvan.unit"].search([("code", "=", seed.COMMUNE)])
    campaign = env["danvan.campaign"].search([("state", "=", "launched")], limit=1)
    few, many = _workbook(FEW), _workbook(ROWS)
    ways = {
        f"create() of prepared values, {FEW}": lambda: _create(
            env, unit, campaign, FEW
        ),
        f"create() of prepared values, {ROWS}": lambda: _create(
            env, unit, campaign, ROWS
        ),
        f"intake, {FEW}": lambda: _intake(env, unit, campaign, few),
        f"intake, {ROWS}": lambda: _intake(env, unit, campaign, many),
        f"load(), {LOADED}": lambda: _load(env, unit, campaign, LOADED),
    }
    costs = {name: _undone(env, work) for name, work in ways.items()}
    created = costs[f"create() of prepared values, {ROWS}"][0] / ROWS
    loaded = costs[f"load(), {LOADED}"][0] / LOADED
    rows = []
    for name, (seconds, queries, grown) in costs.items():
        each = seconds / int(name.rpartition(" ")[2])
        rows.append(
            [name, seconds, 1000 * each, queries, each / created, loaded / each, grown]
        )
    facts = {
        "file": f"{len(HEADINGS)} columns",
        "before": env[REGISTRATION].search_count([]),
    }
    headings = [
        "way",
        "seconds",
        "ms a row",
        "queries",
        "to create()",
        "faster than load()",
    ]
    headings += ["peak grew, MB"]
    measure.write(out, "Entering a workbook", headings, rows, facts)


def _undone(env, work):
    """Return seconds, queries and grown memory of `work()`, and undo it."""
    env.flush_all()
    env.invalidate_all()
    memory = _most_memory()
    with env.cr.savepoint(flush=False) as savepoint:
        before = env.cr.sql_log_count
        start = time.perf_counter()
        work()
        env.flush_all()
        spent = time.perf_counter() - start
        queries = env.cr.sql_log_count - before
        env.invalidate_all(flush=False)
        savepoint.rollback()
    return spent, queries, _most_memory() - memory


def _most_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _name(number):
    return f"Vận động nhân dân góp sức làm đường số {number}"


def _workbook(count):
    """Return the number of rows and the file that the officer has filled in."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        page = book.add_worksheet("Biểu 1")
        page.write_row(0, 0, ["BIỂU ĐĂNG KÝ"])
        page.write_row(2, 0, HEADINGS)
        for number in range(count):
            page.write_row(
                number + 3,
                0,
                [
                    *(number + 1, _name(number), SECTORS[number % 4]),
                    *(f"thon {number % 30}", "Lê Thị Đo", "Trưởng thôn"),
                    *("Họp dân thống nhất", "15/3/2026", "Đường có đèn", "km", "1,5"),
                ],
            )
    return count, base64.b64encode(buffer.getvalue()).decode()


def _intake(env, unit, campaign, file):
    """Send in, check and enter, as the screen does."""
    count, content = file
    intake = env[INTAKE].create(
        {
            "unit_id": unit.id,
            "campaign_id": campaign.id,
            "file": content,
            "file_name": "Biểu đo.xlsx",
        }
    )
    for act in (intake.action_check, intake.action_import_all):
        act()
        while intake._is_unfinished():
            intake.action_next()
            # Each slice is a request of its own.
            env.flush_all()
            env.invalidate_all()
    assert intake.imported_count == count, intake.imported_count


def _vals(unit, campaign, sectors, number):
    create = Command.create
    return {
        "name": _name(number),
        "unit_id": unit.id,
        "campaign_id": campaign.id,
        "sector_id": sectors[number % len(sectors)],
        "hamlet": f"Thôn {number % 30}",
        "person_ids": [create({"name": "Lê Thị Đo", "post": "Trưởng thôn"})],
        "activity_plan_ids": [create({"name": "Họp dân", "date": "2026-03-15"})],
        "indicator_ids": [create({"name": "Đường", "measure": "km", "target": 1.5})],
    }


def _create(env, unit, campaign, count):
    sectors = env["danvan.sector"].search([]).ids
    vals = [_vals(unit, campaign, sectors, number) for number in range(count)]
    env[REGISTRATION].create(vals)


def _load(env, unit, campaign, count):
    """Load rows as Odoo's own import does, names and all."""
    sectors = env["danvan.sector"].search([]).mapped("name")
    fields = ["name", "unit_id", "campaign_id", "sector_id", "hamlet"]
    fields += ["person_ids/name", "person_ids/post", "activity_plan_ids/name"]
    fields += ["activity_plan_ids/date", "indicator_ids/name", "indicator_ids/measure"]
    fields += ["indicator_ids/target"]
    data = [
        [
            *(_name(number), unit.name, campaign.name, sectors[number % len(sectors)]),
            *(f"Thôn {number % 30}", "Lê Thị Đo", "Trưởng thôn", "Họp dân"),
            *("2026-03-15", "Đường", "km", "1.5"),
        ]
        for number in range(count)
    ]
    answer = env[REGISTRATION].load(fields, data)
    assert answer["ids"] and len(answer["ids"]) == count, answer["messages"][:3]
