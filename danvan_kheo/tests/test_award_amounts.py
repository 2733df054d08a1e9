"""Prize money: what was in force on the date, rounded as the rate of then says."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import DanvanCase

# Worked by hand: coefficient × base salary in force that day.
COMMUNE_MERIT = [
    ("2026-10-15", "individual", 759000),
    ("2026-10-15", "collective", 1518000),
    ("2025-06-30", "individual", 351000),
    ("2025-06-30", "collective", 702000),
    ("2025-07-01", "individual", 702000),
    ("2025-07-01", "collective", 1404000),
    ("2026-06-30", "individual", 702000),
    ("2026-07-01", "individual", 759000),
    ("2023-06-30", "individual", 220000),
    ("2023-06-30", "collective", 450000),
    ("2023-07-01", "individual", 270000),
    ("2024-06-30", "individual", 270000),
    ("2024-07-01", "individual", 351000),
]
PROVINCE_MERIT = [
    ("2026-10-15", "individual", 3795000),
    ("2026-10-15", "collective", 7590000),
]


@tagged("post_install", "-at_install")
class TestAwardAmounts(DanvanCase):
    """Coefficients, base salaries and rounding, as dated data."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.form = cls.env.ref("danvan_kheo.award_form_commune_merit")
        cls.rates = cls.env["danvan.award.rate"]
        cls.salaries = cls.env["danvan.base.salary"]

    def _own_form(self, **rate):
        form = self.form.copy({"code": "test", "name": "Giấy khen thử"})
        self.rates.create(
            {
                "form_id": form.id,
                "subject_type": "individual",
                "coefficient": 0.15,
                "date_from": "2019-07-01",
                **rate,
            }
        )
        return form

    def test_amounts_of_shipped_forms(self):
        province = self.env.ref("danvan_kheo.award_form_province_merit")
        for form, table in ((self.form, COMMUNE_MERIT), (province, PROVINCE_MERIT)):
            for day, subject, amount in table:
                with self.subTest(form=form.code, day=day, subject=subject):
                    computed = form._amount(subject, date.fromisoformat(day))
                    self.assertEqual(computed, amount)

    def test_rounding_modes(self):
        day = date(2020, 10, 15)
        expected = [
            ("none", 10000, 223500),
            ("nearest", 10000, 220000),
            ("up", 10000, 230000),
            ("nearest", 1000, 224000),
            ("up", 500, 223500),
        ]
        form = self._own_form()
        for mode, unit, amount in expected:
            with self.subTest(mode=mode, unit=unit):
                form.rate_ids.write({"rounding": mode, "rounding_unit": unit})
                self.assertEqual(form._amount("individual", day), amount)

    def test_a_coefficient_with_three_decimals_is_exact(self):
        form = self._own_form(coefficient=0.225, date_from="2024-07-01")
        self.assertEqual(form._amount("individual", date(2025, 1, 1)), 526500)

    def test_a_form_without_money_costs_nothing(self):
        praise = self.env.ref("danvan_kheo.award_form_praise")
        self.assertEqual(praise._amount("collective", date(2026, 10, 15)), 0)

    def test_missing_rate_is_said(self):
        with self.assertRaisesRegex(UserError, "16/09/2017"):
            self.form._amount("individual", date(2017, 9, 16))
        party = self.env.ref("danvan_kheo.award_form_party_commune_merit")
        with self.assertRaisesRegex(UserError, party.name):
            party._amount("individual", date(2026, 10, 15))

    def test_missing_base_salary_is_said(self):
        form = self._own_form(date_from="2018-01-01")
        with self.assertRaisesRegex(UserError, "30/06/2019"):
            form._amount("individual", date(2019, 6, 30))

    def test_periods_of_base_salary_do_not_overlap(self):
        for vals in (
            {"date_from": "2026-12-01"},
            {"date_from": "2010-01-01", "date_to": "2019-07-01"},
            {"date_from": "2025-01-01", "date_to": "2025-01-31"},
        ):
            with self.subTest(vals=vals), self.assertRaises(ValidationError):
                self.salaries.create({"amount": 1, **vals})
        before = self.salaries.create(
            {"amount": 1390000, "date_from": "2018-07-01", "date_to": "2019-06-30"}
        )
        self.assertEqual(self.salaries._for_date(date(2019, 6, 30)), before)

    def test_periods_of_a_rate_do_not_overlap(self):
        form = self._own_form(date_to="2023-12-31")
        vals = {"form_id": form.id, "subject_type": "individual", "coefficient": 0.3}
        raised = self.assertRaisesRegex(ValidationError, "31/12/2023")
        with raised, self.cr.savepoint():
            self.rates.create({**vals, "date_from": "2023-12-31"})
        self.rates.create({**vals, "date_from": "2024-01-01"})
        self.rates.create(
            {**vals, "subject_type": "collective", "date_from": "2020-01-01"}
        )

    @mute_logger("odoo.sql_db")
    def test_nothing_and_less_are_no_amounts(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self._own_form(coefficient=0)
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.salaries.create(
                {"amount": -1, "date_from": "2010-01-01", "date_to": "2010-02-01"}
            )

    def test_only_administrators_edit_the_catalogues(self):
        for record in (self.form, self.form.rate_ids[0], self.salaries.search([])[0]):
            with self.subTest(model=record._name), self.assertRaises(AccessError):
                record.with_user(self.officer).write({"date_to": "2030-01-01"})
        rate = self.form.rate_ids[0].with_user(self.administrator)
        rate.write({"note": "Đã đối chiếu"})
        self.assertEqual(rate.note, "Đã đối chiếu")
