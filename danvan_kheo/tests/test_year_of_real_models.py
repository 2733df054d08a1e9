"""A year with sixty publicly reported models, as the officers would carry it.

The expected numbers are counted from the file with the csv module alone.
"""

from collections import Counter

from odoo import fields
from odoo.tests import tagged

from .common import YEAR, DanvanCase
from .reported_models import (
    COMMUNES,
    INVENTED_WORK,
    ROWS,
    UNKNOWN_PLACE,
    commune_of,
    from_to,
    grade_of,
    is_measured,
    name_and_post,
    reported_rows,
    results_of,
    scores_of,
)

DECISION_DATE = f"{YEAR}-10-10"


@tagged("post_install", "-at_install")
class TestYearOfRealModels(DanvanCase):
    """From registration to the table of the year; each act builds on the one before."""

    # Acts of later rooms join here in their order.
    ACTS = (
        "register",
        "submit",
        "accept",
        "enter_results",
        "self_evaluate",
        "appraise",
        "draw_up",
        "agree",
        "issue",
    )

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = reported_rows()
        cls.campaign = cls._campaign()
        cls.appraisers, cls.registrars = {}, {}
        cls.communes = [cls._staffed_commune(n) for n in range(COMMUNES)]
        cls.sectors = {s.code: s.id for s in cls.env["danvan.sector"].search([])}
        cls.themes = {t.code: t.id for t in cls.env["danvan.theme"].search([])}

    @classmethod
    def _staffed_commune(cls, number):
        """Return `(unit, officer, leader)` of an invented commune, whose appraiser
        and registrar are kept beside."""
        unit = cls._unit(
            f"R.{number}",
            f"Đảng ủy xã Thử {number}",
            "party_committee",
            "commune",
            cls.province,
            territory_id=cls.territory.id,
            paper_symbol="ĐU",
            leader_name="Nguyễn Văn Mẫu",
            leader_post="Bí thư",
        )
        cls.appraisers[unit] = cls._person(
            f"real_appraiser_{number}", "appraiser", unit
        )
        cls.registrars[unit] = cls._person(
            f"real_registrar_{number}", "registrar", unit
        )
        officer = cls._person(f"real_officer_{number}", "officer", unit)
        leader = cls._person(f"real_leader_{number}", "approver", unit)
        return unit, officer, leader

    def _in_communes(self):
        """Return `[(unit, officer, leader, rows)]`: who registers which rows."""
        return [
            (*staff, [row for row in self.rows if commune_of(row) == number])
            for number, staff in enumerate(self.communes)
        ]

    def test_a_year(self):
        for act in self.ACTS:
            getattr(self, f"_act_{act}")()
            getattr(self, f"_check_{act}")()

    # register

    def _act_register(self):
        """Every officer enters the rows of the own commune at once."""
        self.registrations = {}
        for unit, officer, _leader, rows in self._in_communes():
            model = self.env["danvan.registration"].with_user(officer)
            made = model.create([self._vals(row, unit) for row in rows])
            refs = (row["ref"] for row in rows)
            self.registrations |= dict(zip(refs, made.with_env(self.env), strict=True))

    def _vals(self, row, unit):
        name, post = name_and_post(row["lead_person"])
        themes = [self.themes[code] for code in row["themes"].split(";") if code]
        return {
            "name": row["name"],
            "kind": row["kind"],
            "subject_type": row["subject"],
            "campaign_id": self.campaign.id,
            "unit_id": unit.id,
            "sector_id": self.sectors[row["sector"]],
            "theme_ids": [fields.Command.set(themes)],
            "place_kind": "hamlet" if row["place_hamlet"] else "commune",
            "hamlet": row["place_hamlet"],
            "place_detail": row["place_commune"] or UNKNOWN_PLACE,
            "people_need": row["activity"],
            "core_force": row["unit"],
            **dict.fromkeys(("deed", "deed_since", "beneficiaries"), INVENTED_WORK),
            "person_ids": [fields.Command.create({"name": name, "post": post})],
            "activity_plan_ids": [
                fields.Command.create({"name": INVENTED_WORK, "date": f"{YEAR}-03-01"})
            ],
            "indicator_ids": [fields.Command.create(v) for v in self._aims(row)],
        }

    @staticmethod
    def _aims(row):
        """Return the indicators: what was reported stands for what was aimed at."""
        told = results_of(row) or [(INVENTED_WORK, "1", "lần")]
        return [
            {"name": name, "measure": measure, "target": from_to(value)[1]}
            for name, value, measure in told
        ]

    def _check_register(self):
        self.assertEqual(len(self.registrations), ROWS)
        self.assertEqual(self._table()[None]["total"], 0, "drafts do not count")
        for row in self.rows:
            self.assertEqual(self.registrations[row["ref"]].name, row["name"])

    # submit

    def _act_submit(self):
        for _unit, officer, _leader, rows in self._in_communes():
            self.act(self._of(rows), officer, "submit")

    def _check_submit(self):
        self.assertEqual(self._states(), {"to_approve": ROWS})
        self.assertEqual(self._table()[None]["total"], 0, "still at the own leader")

    # accept

    def _act_accept(self):
        for _unit, _officer, leader, rows in self._in_communes():
            self.act(self._of(rows), leader, "accept")

    def _check_accept(self):
        self.assertEqual(self._states(), {"running": ROWS})
        self._check_totals()
        self._check_each_commune()

    def _check_totals(self):
        totals = self._table()[None]
        self.assertEqual(totals["total"], ROWS)
        for code, count in Counter(row["sector"] for row in self.rows).items():
            self.assertEqual(totals[f"sector_{code}"], count, code)
        kinds = Counter(f"{row['kind']}_{row['subject']}" for row in self.rows)
        for key in [key for key in totals if key.startswith(("model_", "exemplar_"))]:
            self.assertEqual(totals[key], kinds[key], key)
        themes = Counter(code for r in self.rows for code in r["themes"].split(";"))
        self.assertEqual(totals["theme_NTM"], themes["NTM"])
        self.assertEqual((totals["new"], totals["continued"]), (ROWS, 0))

    def _check_each_commune(self):
        table = self._table()
        for unit, officer, _leader, rows in self._in_communes():
            for seen in (table[unit.name], self._table(officer)[None]):
                self.assertEqual(seen["total"], len(rows), unit.name)
                self.assertEqual(
                    seen["sector_KT"], sum(row["sector"] == "KT" for row in rows)
                )

    # enter_results

    def _act_enter_results(self):
        for _unit, officer, _leader, rows in self._in_communes():
            self.env["danvan.registration.result"].with_user(officer).create(
                [vals for row in rows for vals in self._result_vals(row)]
            )

    def _result_vals(self, row):
        registration = self.registrations[row["ref"]]
        aims = registration.indicator_ids.sorted("id")
        return [
            {
                "registration_id": registration.id,
                "indicator_id": aim.id,
                "value_from": from_to(value)[0],
                "value_to": from_to(value)[1],
            }
            for aim, (_name, value, _measure) in zip(
                aims, results_of(row), strict=False
            )
        ]

    def _check_enter_results(self):
        for row in self.rows:
            results = self.registrations[row["ref"]].result_ids.sorted("id")
            told = [(n, m, *from_to(v)) for n, v, m in results_of(row)]
            kept = [(r.name, r.measure, r.value_from, r.value_to) for r in results]
            self.assertEqual(kept, told, row["ref"])

    # self_evaluate

    def _act_self_evaluate(self):
        """Every commune finds its own models perfect, as some do."""
        for _unit, officer, leader, rows in self._in_communes():
            self._of(rows).with_user(officer).action_self_evaluate()
            sheets = self._sheets(rows, "self")
            for line in sheets.score_ids:
                line.with_user(officer).score = line.max_score
            self.act(sheets, officer, "submit")
            self.act(sheets, leader, "conclude")

    def _check_self_evaluate(self):
        self.assertEqual(self._states(), {"self_assessed": ROWS})
        registrations = self._of(self.rows)
        self.assertEqual(set(registrations.mapped("self_total_score")), {100})
        self.assertFalse(registrations.grade_id, "the own score decides nothing")

    # appraise

    def _act_appraise(self):
        for unit, _officer, leader, rows in self._in_communes():
            appraiser = self.appraisers[unit]
            self._of(rows).with_user(appraiser).action_appraise()
            for row in rows:
                self._score(self._sheets([row], "level"), appraiser, scores_of(row))
            sheets = self._sheets(rows, "level")
            self.act(sheets, appraiser, "submit_appraisal")
            self.act(sheets, leader, "conclude")

    @staticmethod
    def _score(sheet, appraiser, scores):
        lines = sheet.score_ids.sorted("id").with_user(appraiser)
        for line, score in zip(lines, scores, strict=True):
            line.write({"score": score, "reason": "Đã đối chiếu với kết quả"})

    def _check_appraise(self):
        self.assertEqual(self._states(), {"done": ROWS})
        for row in self.rows:
            registration = self.registrations[row["ref"]]
            self.assertEqual(registration.total_score, sum(scores_of(row)), row["ref"])
            self.assertEqual(registration.grade_id.name, grade_of(row), row["ref"])

    # draw_up

    def _act_draw_up(self):
        self.lists = {}
        for unit, appraiser in self.appraisers.items():
            lists = self.env["danvan.recognition.list"].with_user(appraiser)
            # In English, so that the reasons are those of the source.
            lists = lists.with_context(lang="en_US")
            drawn = lists.create({"campaign_id": self.campaign.id})
            drawn.action_draw_up()
            self.lists[unit] = drawn.with_env(self.env)

    def _check_draw_up(self):
        """The list holds what has a measured result, and says why the rest has not."""
        for unit, _officer, _leader, rows in self._in_communes():
            drawn = self.lists[unit]
            listed = drawn.recognition_ids.registration_id
            told = self._of(row for row in rows if is_measured(row))
            self.assertEqual(set(listed.ids), set(told.ids), unit.name)
            lines = (drawn.left_out or "").split("\n")
            left_out = [row for row in rows if not is_measured(row)]
            self.assertEqual(len(lines), len(left_out), unit.name)
            for row in left_out:
                [line] = [line for line in lines if row["name"] in line]
                self.assertIn("no result with a figure", line)

    # agree

    def _act_agree(self):
        for unit, _officer, leader, _rows in self._in_communes():
            self.act(self.lists[unit], self.appraisers[unit], "submit")
            self.act(self.lists[unit], leader, "approve")

    def _check_agree(self):
        """Each commune has its decision drafted; nothing is recognised by that."""
        for unit, drawn in self.lists.items():
            self.assertEqual(drawn.state, "approved")
            self.assertEqual(drawn.paper_ids.state, "draft")
            count = len(drawn.recognition_ids)
            self.assertIn(f"Công nhận {count:02d} mô hình", drawn.paper_ids.body)
            self.assertEqual(drawn.paper_ids.unit_id, unit)
        self.assertEqual(self._recognised_states(), {"submitted": self._measured()})

    # issue

    def _act_issue(self):
        for number, (unit, officer, leader, _rows) in enumerate(self._in_communes(), 1):
            decision = self.lists[unit].paper_ids
            self.act(decision, officer, "submit")
            self.act(decision, leader, "approve")
            registrar = self.registrars[unit]
            decision.with_user(registrar).action_issue(number, DECISION_DATE)

    def _check_issue(self):
        self.assertEqual(self._recognised_states(), {"recognised": self._measured()})
        self._check_recognised_sorts()
        for number, (unit, _officer, _leader, rows) in enumerate(
            self._in_communes(), 1
        ):
            recognised = self.lists[unit].recognition_ids
            self.assertEqual(len(recognised), sum(map(is_measured, rows)))
            self.assertEqual(
                set(recognised.mapped("decision_number")), {f"{number:02d}-QĐ/ĐU"}
            )
            self.assertEqual(
                {str(day) for day in recognised.mapped("decision_date")},
                {DECISION_DATE},
            )
        # The table of the year counts what was registered, recognised or not.
        self._check_totals()

    def _check_recognised_sorts(self):
        """Compare by sector and kind, and by grade, with the file."""
        done = self._of(self.rows).filtered(
            lambda r: r.recognition_state == "recognised"
        )
        told = [row for row in self.rows if is_measured(row)]
        self.assertEqual(
            Counter((r.sector_id.code, r.kind) for r in done),
            Counter((row["sector"], row["kind"]) for row in told),
        )
        self.assertEqual(
            Counter(done.recognition_ids.mapped("grade_name")),
            Counter(map(grade_of, told)),
        )
        self.assertEqual(done.recognised_level_id, self.commune.level_id)

    # what is looked at

    def _sheets(self, rows, stage):
        return self._of(rows).evaluation_ids.filtered(lambda e: e.stage == stage)

    def _recognised_states(self):
        self.env.invalidate_all()
        return Counter(self._of(self.rows).recognition_ids.mapped("state"))

    def _measured(self):
        return sum(map(is_measured, self.rows))

    def _of(self, rows):
        ids = [self.registrations[row["ref"]].id for row in rows]
        return self.env["danvan.registration"].browse(ids)

    def _states(self):
        self.env.invalidate_all()
        return Counter(self._of(self.rows).mapped("state"))

    def _table(self, user=None):
        """Return Form 01 as `{row name: {column key: figure}}`, the total as None."""
        self.env.invalidate_all()
        form = self.env["danvan.statistics.registered"]
        table = form.with_user(user or self.province_officer).get_table(
            self.campaign.id
        )
        keys = [c["key"] for heading in table["headings"] for c in heading["columns"]]
        lines = [(row["name"], row["figures"]) for row in table["rows"]]
        return {
            name: dict(zip(keys, figures, strict=True))
            for name, figures in [*lines, (None, table["totals"])]
        }
