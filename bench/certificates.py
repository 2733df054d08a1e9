"""What two hundred certificates cost as one PDF: the module against its engine.

*Engine alone* lays out the very HTML that the module makes, ready in memory, and writes
one PDF. *Module* begins with the ids: rights, records, QR codes, templates, layout, one
PDF. *Print job* is the same in slices, each with an empty cache as in a request of its
own, and the slices put together. The three take turns in one process; memory is that of
a child process that does the work once.
"""

import base64
import io
import os
import statistics
import time

import pypdf

from odoo.addons.danvan_kheo.models.award.verification import ON_PARAMETER
from odoo.addons.danvan_kheo.tools import paper_pdf

from bench import measure, seed

CERTIFICATES = 200
RUNS = 5
REPORT = "danvan_kheo.report_certificate"
SOURCE = "Dữ liệu đo"
# Tells Linux to begin anew with the most memory that the process has used.
CLEAR_PEAK = ("/proc/self/clear_refs", "5")


def main(env, out):
    """Measure and write the table."""
    env["ir.config_parameter"].set_param(ON_PARAMETER, True)
    user = env["res.users"].search([("login", "=", "bench_commune")])
    awards = _awarded(env)
    reports = env(user=user.id)["ir.actions.report"]
    pages = [_html(reports, award.id) for award in awards]
    ways = {
        "engine alone": lambda: paper_pdf.render(pages),
        "module": lambda: reports._paper_pdf(REPORT, awards.ids),
        "print job": lambda: _job(reports.env, awards.ids),
    }
    memory = {name: _memory(env, work) for name, work in ways.items()}
    seconds, queries, sizes = _measured(env, ways)
    least = statistics.median(seconds["engine alone"])
    rows = [
        [
            name,
            statistics.median(seconds[name]),
            min(seconds[name]),
            statistics.median(seconds[name]) / least,
            memory[name],
            queries[name],
            sizes[name] // 1024,
        ]
        for name in ways
    ]
    facts = {
        "certificates": len(awards),
        "runs": RUNS,
        "QR codes printed": sum("data:image/png" in page for page in pages),
        "bytes of HTML": len(pages[0]),
    }
    headings = ["way", "median s", "least s", "ratio", "more MB", "queries", "KB"]
    measure.write(out, "Certificates in one PDF", headings, rows, facts)


def _awarded(env):
    """Return awards of the commune, taken over as such, with codes."""
    unit = env["danvan.unit"].search([("code", "=", seed.COMMUNE)])
    decider = env["danvan.unit"].search(
        [("code", "=", seed.COMMUNE.replace("DU", "UB"))]
    )
    registration = env["danvan.registration"].search(
        [("unit_id", "=", unit.id)], limit=1
    )
    honourees = env["danvan.honouree"].create(
        [
            {"full_name": f"Tập thể thôn số {number}", "unit_id": unit.id}
            for number in range(1, CERTIFICATES + 1)
        ]
    )
    common = {
        "unit_id": unit.id,
        "deciding_unit_id": decider.id,
        "registration_id": registration.id,
        "form_id": env.ref("danvan_kheo.award_form_commune_merit").id,
        "state": "awarded",
        "decision_number": "12/QĐ-UBND",
        "decision_date": "2026-10-15",
        "register_year": 2026,
    }
    administrator = env.ref("base.user_admin")
    awards = (
        env["danvan.award"]
        .with_user(administrator)
        ._take_over(
            [
                {
                    **common,
                    "honouree_id": honouree.id,
                    "printed_name": honouree.full_name,
                    "register_number": number,
                }
                for number, honouree in enumerate(honourees, 1)
            ],
            SOURCE,
        )
    )
    awards._issue_codes()
    env.flush_all()
    return awards


def _html(reports, award_id):
    return reports._render_qweb_html(REPORT, [award_id])[0].decode()


def _job(env, ids):
    jobs = env["danvan.print.job"]
    job = jobs.browse(jobs.action_begin(REPORT, ids)["id"])
    while job.action_next()["state"] == "running":
        env.flush_all()
        env.invalidate_all()
    return base64.b64decode(job.result_file)


def _measured(env, ways):
    """Return seconds, queries and bytes of each way; the ways take turns, and the
    first turn counts for nothing."""
    seconds, queries, sizes = {name: [] for name in ways}, {}, {}
    for number in range(RUNS + 1):
        for name, work in ways.items():
            env.flush_all()
            env.invalidate_all()
            asked, start = env.cr.sql_log_count, time.perf_counter()
            content = work()
            spent = time.perf_counter() - start
            assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == CERTIFICATES
            queries[name] = env.cr.sql_log_count - asked
            sizes[name] = len(content)
            if number:
                seconds[name].append(spent)
    return seconds, queries, sizes


def _memory(env, work):
    """Return by how many megabytes the most memory of a process grows by the work.

    A child does it before anything else was laid out: what earlier runs leave to be
    used again would hide the growth. It goes on in this process's transaction, while
    this one waits, and ends without a word to the database.
    """
    env.flush_all()
    env.invalidate_all()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            _clear_peak()
            before = _peak()
            work()
            os.write(writing, str(_peak() - before).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as file:
        return int(file.read())


def _clear_peak():
    path, value = CLEAR_PEAK
    with open(path, "w") as file:
        file.write(value)


def _peak():
    """Return the most memory since the peak was cleared, in megabytes."""
    with open("/proc/self/status") as file:
        line = next(line for line in file if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024
