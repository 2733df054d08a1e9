"""A year with sixty publicly reported models, as the officers would carry it.

The file holds what newspapers and public sites wrote (2011–2026); it says neither
who would have registered a model nor all that a registration asks for. What it does
not say is filled with a marker that nobody can take for a fact. The expected numbers
are counted from the file with the csv module alone.
"""

import csv
from collections import Counter
from zlib import crc32

from odoo import fields
from odoo.tests import tagged
from odoo.tools.misc import file_open

from .common import YEAR, DanvanCase

FILE = "danvan_kheo/tests/data/reported_models.csv"
ROWS = 60
COMMUNES = 5
UNKNOWN_PERSON = "(Nguồn không nêu tên)"
UNKNOWN_POST = "(nguồn không nêu chức vụ)"
UNKNOWN_PLACE = "(nguồn không nêu địa điểm)"
INVENTED_WORK = "(Việc làm đặt ra để kiểm thử)"


def reported_rows():
    """Return the first rows of the file that tell a name and a sector."""
    with file_open(FILE) as file:
        told = [row for row in csv.DictReader(file) if row["name"] and row["sector"]]
    return told[:ROWS]


def commune_of(row):
    """Return the number of the commune that registers a row, the same in every run."""
    place = row["place_commune"] or row["unit"] or row["ref"]
    return crc32(place.encode()) % COMMUNES


def name_and_post(person):
    """Split “name, post”; a name is one text and is not split further."""
    name, _comma, post = person.partition(",")
    return name.strip() or UNKNOWN_PERSON, post.strip() or UNKNOWN_POST


def from_to(value):
    """Return the two ends of a figure: “2–3” is 2 to 3, “20” is 20 to 20."""
    ends = [float(end) for end in value.replace("-", "–").split("–")]
    return ends[0], ends[-1]


def results_of(row):
    """Return `[(name, value, measure)]` of the results that a row tells."""
    told = (
        [row[f"result_{n}_{part}"] for part in ("name", "value", "unit")]
        for n in (1, 2, 3)
    )
    return [result for result in told if result[0] and result[1]]


@tagged("post_install", "-at_install")
class TestReportedFile(DanvanCase):
    """How the file is read."""

    def test_a_range_has_two_ends(self):
        self.assertEqual(from_to("2–3"), (2, 3))
        self.assertEqual(from_to("5-7"), (5, 7))
        self.assertEqual(from_to("1.2"), (1.2, 1.2))

    def test_a_name_of_one_word_stays_whole(self):
        self.assertEqual(name_and_post("Yôl, Trưởng làng"), ("Yôl", "Trưởng làng"))
        self.assertEqual(
            name_and_post("A Dắt Ha Jê My"), ("A Dắt Ha Jê My", UNKNOWN_POST)
        )
        self.assertEqual(name_and_post(""), (UNKNOWN_PERSON, UNKNOWN_POST))

    def test_there_are_sixty_rows_of_every_sector_and_kind(self):
        rows = reported_rows()
        self.assertEqual(len(rows), ROWS)
        self.assertEqual({r["sector"] for r in rows}, {"KT", "VHXH", "QPAN", "HTCT"})
        self.assertEqual({r["kind"] for r in rows}, {"model", "exemplar"})


@tagged("post_install", "-at_install")
class TestYearOfRealModels(DanvanCase):
    """From registration to the table of the year; each act builds on the one before."""

    # Acts of later rooms join here in their order.
    ACTS = ("register", "submit", "accept", "enter_results")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = reported_rows()
        cls.campaign = cls._campaign()
        cls.communes = [cls._staffed_commune(n) for n in range(COMMUNES)]
        cls.sectors = {s.code: s.id for s in cls.env["danvan.sector"].search([])}
        cls.themes = {t.code: t.id for t in cls.env["danvan.theme"].search([])}

    @classmethod
    def _staffed_commune(cls, number):
        """Return `(unit, officer, leader)` of an invented commune."""
        unit = cls._unit(
            f"R.{number}",
            f"Đảng ủy xã Thử {number}",
            "party_committee",
            "commune",
            cls.province,
            territory_id=cls.territory.id,
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

    # what is looked at

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
