"""Form 01: screen, workbook and plain SQL say the same, each within one's scope."""

import io

import openpyxl

from odoo.exceptions import AccessError, MissingError, UserError
from odoo.tests import new_test_user, tagged

from ..models.statistics.registration import NOT_REGISTERED
from .statistics_common import COUNTED, RegisteredCase


@tagged("post_install", "-at_install")
class TestStatisticsRegistered(RegisteredCase):
    """What is counted, in which row, for whom."""

    def test_every_state_is_known_to_the_form(self):
        states = set(
            self.env["danvan.registration"]._fields["state"].get_values(self.env)
        )
        self.assertEqual(
            states,
            set(NOT_REGISTERED) | set(COUNTED),
            "Say in statistics/registration.py whether the new state is registered.",
        )

    def test_one_row_for_each_unit_directly_following(self):
        figures = self._figures(self._table(self.province_officer))
        self.assertEqual(figures["Đảng ủy xã Suối Trong"]["total"], 4)
        self.assertEqual(figures["Đảng ủy xã Đồi Xanh"]["total"], 1)
        self.assertEqual(figures["Sở Y tế tỉnh Mẫu"]["total"], 0)
        self.assertNotIn("Thôn 10, xã Suối Trong", figures)
        self.assertEqual(figures[None]["total"], 5)

    def test_the_figures_of_each_column(self):
        row = self._figures(self._table(self.province_officer))["Đảng ủy xã Suối Trong"]
        told = {key: figure for key, figure in row.items() if figure}
        self.assertEqual(
            told,
            {
                "total": 4,
                "model_collective": 2,
                "model_household": 1,
                "exemplar_individual": 1,
                "sector_KT": 1,
                "sector_VHXH": 2,
                "sector_QPAN": 1,
                "theme_NTM": 1,
                "new": 4,
            },
        )

    def test_kinds_sectors_and_years_each_sum_up_to_the_total(self):
        for user in (self.province_officer, self.officer, self.administrator):
            for name, row in self._figures(self._table(user)).items():
                for starts in (
                    ("model_", "exemplar_"),
                    ("sector_",),
                    ("new", "contin"),
                ):
                    parts = sum(n for key, n in row.items() if key.startswith(starts))
                    self.assertEqual(parts, row["total"], (user.login, name, starts))

    def test_a_sector_no_longer_in_force_or_unknown_keeps_its_registrations(self):
        self.env.ref("danvan_kheo.sector_kt").date_to = "2025-12-31"
        vals = {"campaign_id": self.campaign.id, "unit_id": self.commune.id}
        self.env["danvan.registration"].with_user(self.administrator)._take_over(
            [dict(vals, name="Năm trước", state="done", sector_id=False)], "Sổ giấy"
        )
        totals = self._figures(self._table(self.province_officer))[None]
        self.assertEqual(totals["sector_KT"], 1)
        self.assertEqual(totals["sector_none"], 1)
        sectors = sum(n for key, n in totals.items() if key.startswith("sector_"))
        self.assertEqual(sectors, totals["total"])

    def test_a_sector_added_by_the_province_has_a_column(self):
        self.env["danvan.sector"].create({"name": "Môi trường", "code": "MT"})
        headings = self._table(self.province_officer)["headings"]
        labels = [c["label"] for heading in headings for c in heading["columns"]]
        self.assertIn("Môi trường", labels)

    def test_a_campaign_below_is_counted_above_once(self):
        officer = self.officer
        below = self.env["danvan.campaign"].with_user(officer)
        dates = ("date_start", "registration_to", "evaluation_to", "ceremony_date")
        below = below.create(
            {
                "year": self.campaign.year,
                "unit_id": self.commune.id,
                "parent_id": self.campaign.id,
                **{name: self.campaign[name] for name in (*dates, "date_end")},
            }
        )
        self.act(below, officer, "submit")
        self.act(below, self.leader, "approve")
        self.act(below, officer, "launch")
        registration = self._register(below)
        self.act(registration, officer, "submit")
        self.act(registration, self.leader, "accept")
        above = self._figures(self._table(self.province_officer))
        self.assertEqual(above["Đảng ủy xã Suối Trong"]["total"], 5)
        own = self._form(officer).get_table(below.id)
        self.assertEqual(self._figures(own)[None]["total"], 1)

    def test_a_commune_sees_its_own_units_only(self):
        table = self._table(self.officer)
        figures = self._figures(table)
        self.assertEqual(table["unit"]["id"], self.commune.id)
        self.assertEqual(figures["Đảng ủy xã Suối Trong"]["total"], 2)
        self.assertEqual(figures["UBND xã Suối Trong"]["total"], 1)
        self.assertEqual(figures["Thôn 10, xã Suối Trong"]["total"], 1)
        self.assertEqual(figures[None]["total"], 4)
        self.assertFalse(table["above_id"])

    def test_a_commune_cannot_ask_for_the_table_of_another(self):
        with self.assertRaises(AccessError):
            self._table(self.officer, self.other_commune)
        with self.assertRaises(AccessError):
            self._table(self.officer, self.province)

    def test_two_areas_show_as_rows_of_the_whole(self):
        self.env["danvan.assignment"].create(
            {
                "user_id": self.officer.id,
                "role": "viewer",
                "unit_id": self.other_commune.id,
            }
        )
        figures = self._figures(self._table(self.officer))
        self.assertEqual(figures[None]["total"], 5)
        self.assertNotIn("Sở Y tế tỉnh Mẫu", figures)

    def test_the_province_goes_down_into_a_commune_and_back(self):
        table = self._table(self.province_officer, self.commune)
        self.assertEqual(self._figures(table)[None]["total"], 4)
        self.assertEqual(table["above_id"], self.province.id)
        self.assertEqual(table["own_id"], self.province.id)

    def test_a_unit_outside_the_campaign_has_no_table(self):
        abroad = self._unit("X.DU", "Đảng ủy tỉnh khác", "party_committee", "province")
        with self.assertRaisesRegex(UserError, "not launched|phát động"):
            self._table(self.administrator, abroad)

    def test_what_does_not_exist_is_said(self):
        form = self._form(self.province_officer)
        for bad in (self.campaign.id + 10**6, 10**30, -1, "x", [1]):
            with self.assertRaises(MissingError):
                form.get_table(bad)
            with self.assertRaises(MissingError):
                form.open_figure(self.campaign.id, self.province.id, "total", bad)
        with self.assertRaises(UserError):
            form.open_figure(self.campaign.id, self.province.id, "no_such_column")

    def test_an_account_without_the_module_gets_nothing(self):
        stranger = new_test_user(self.env, "stranger_form", "base.group_user")
        with self.assertRaises(AccessError):
            self._form(stranger).get_table(self.campaign.id)

    def test_every_figure_opens_as_many_rows(self):
        for user in (self.province_officer, self.officer):
            table = self._table(user)
            keys = [c["key"] for h in table["headings"] for c in h["columns"]]
            lines = [(r["id"], r["figures"]) for r in table["rows"]]
            for row, figures in [*lines, (None, table["totals"])]:
                for key, figure in zip(keys, figures, strict=True):
                    self.assertEqual(self._opened(user, table, key, row), figure, key)

    def _opened(self, user, table, key, row):
        action = self._form(user).open_figure(
            table["campaign_id"], table["unit"]["id"], key, row
        )
        registrations = self.env[action["res_model"]].with_user(user)
        return registrations.search_count(action["domain"])

    def test_plain_sql_agrees(self):
        self.env.flush_all()
        self.env.cr.execute(
            """
            SELECT CASE WHEN u.parent_path LIKE %s THEN %s ELSE %s END, count(*)
              FROM danvan_registration r
              JOIN danvan_unit u ON u.id = r.unit_id
             WHERE r.campaign_id = %s AND r.state = ANY(%s)
             GROUP BY 1
            """,
            (
                f"{self.commune.parent_path}%",
                self.commune.name,
                self.other_commune.name,
                self.campaign.id,
                list(COUNTED),
            ),
        )
        figures = self._figures(self._table(self.province_officer))
        for name, count in self.env.cr.fetchall():
            self.assertEqual(figures[name]["total"], count)

    def test_the_workbook_says_what_the_screen_says(self):
        for user in (self.province_officer, self.officer):
            table = self._table(user)
            _name, content = self._form(user)._workbook(self.campaign.with_user(user))
            page = openpyxl.load_workbook(io.BytesIO(content)).active
            lines = {row[1]: list(row[2:]) for row in page.iter_rows(values_only=True)}
            for row in table["rows"]:
                self.assertEqual(lines[row["name"]], row["figures"])
            self.assertEqual(lines["Tổng cộng"], table["totals"])

    def test_the_workbook_is_vietnamese_whatever_the_language(self):
        self.province_officer.lang = "en_US"
        user = self.province_officer
        _name, content = self._form(user)._workbook(self.campaign.with_user(user))
        page = openpyxl.load_workbook(io.BytesIO(content)).active
        texts = {c.value for row in page.iter_rows() for c in row if c.value}
        self.assertLessEqual({"Tổng", "Mô hình", "Điển hình", "Duy trì"}, texts)
        self.assertLessEqual({"BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY MẪU"}, texts)

    def test_the_print_menu_of_a_campaign_offers_the_form(self):
        bindings = self.env["ir.actions.actions"].with_user(self.officer)
        offered = bindings.get_bindings("danvan.campaign")["report"]
        action = self.env.ref("danvan_kheo.campaign_form01_action")
        self.assertIn(action.id, [entry["id"] for entry in offered])
        context = {"active_model": "danvan.campaign", "active_id": self.campaign.id}
        acting = action.with_user(self.officer).with_context(
            **context, active_ids=self.campaign.ids
        )
        self.assertEqual(acting.run()["url"], f"/danvan_kheo/form01/{self.campaign.id}")

    def _queries(self):
        self.env.invalidate_all()
        form = self.form.with_user(self.province_officer)
        before = self.env.cr.sql_log_count
        form.get_table(self.campaign.id)
        return self.env.cr.sql_log_count - before

    def test_the_number_of_queries_does_not_grow_with_the_rows(self):
        self._queries()
        few = self._queries()
        units = [
            self._unit(
                f"N{n}", f"Đảng ủy xã {n}", "party_committee", "commune", self.province
            )
            for n in range(40)
        ]
        self.env["danvan.registration"].with_user(self.administrator)._take_over(
            [
                {
                    "name": f"Mô hình {unit.code}",
                    "campaign_id": self.campaign.id,
                    "unit_id": unit.id,
                    "sector_id": self.sector.id,
                    "state": "running",
                }
                for unit in units
            ],
            "Sổ giấy",
        )
        self.assertEqual(self._queries(), few)
        totals = self._figures(self._table(self.province_officer))[None]
        self.assertEqual(totals["total"], 45)

    def test_hamlets_stand_in_the_order_of_their_numbers(self):
        for number in (2, 100):
            self._unit(
                f"T{number}", f"Thôn {number}", "grassroots", "grassroots", self.commune
            )
        names = [row["name"] for row in self._table(self.officer)["rows"]]
        hamlets = [name for name in names if name.startswith("Thôn")]
        self.assertEqual(hamlets, ["Thôn 2", "Thôn 10, xã Suối Trong", "Thôn 100"])

    def _assign(self, unit, number):
        vals = {"campaign_id": self.campaign.id, "number": number}
        self.env["danvan.quota"].create({**vals, "unit_id": unit.id})

    def test_without_quotas_the_form_has_no_columns_for_them(self):
        figures = self._figures(self._table(self.province_officer))
        self.assertNotIn("assigned", figures[None])

    def test_assigned_and_how_much_of_it_was_registered(self):
        self._assign(self.commune, 4)
        self._assign(self.hamlet, 1)
        self._assign(self.other_commune, 4)
        figures = self._figures(self._table(self.province_officer))
        for name, assigned, share in (
            ("Đảng ủy xã Suối Trong", 5, 80),
            ("Đảng ủy xã Đồi Xanh", 4, 25),
            ("Sở Y tế tỉnh Mẫu", 0, 0),
            (None, 9, 56),
        ):
            row = figures[name]
            self.assertEqual(
                (row["assigned"], row["assigned_share"]), (assigned, share)
            )
        below = self._figures(self._table(self.officer))
        self.assertEqual(below[None]["assigned"], 1, "of the units below only")

    def test_the_assigned_figure_opens_the_quotas(self):
        self._assign(self.commune, 4)
        form, args = self._form(self.province_officer), (self.campaign.id,)
        action = form.open_figure(*args, self.province.id, "assigned", self.commune.id)
        self.assertEqual(action["res_model"], "danvan.quota")
        quotas = self.env["danvan.quota"].search(action["domain"])
        self.assertEqual(quotas.mapped("number"), [4])
