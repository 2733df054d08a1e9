"""The first data: territories of a province and the file of units."""

import base64
import csv
import io

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools.misc import file_open

from .common import DanvanCase

UNITS = "danvan_kheo/demo/units_lamdong.csv"
PROVINCE = "68"
COLUMNS = ["code", "name", "kind", "level", "parent_code", "territory_code"]


@tagged("post_install", "-at_install")
class TestOrganisationLoad(DanvanCase):
    """Lâm Đồng with its 124 communes and 404 units."""

    def _import(self, content):
        if isinstance(content, str):
            content = content.encode()
        wizard = self.env["danvan.setup.import"].with_user(self.administrator)
        vals = {"province": PROVINCE, "units_file": base64.b64encode(content)}
        return wizard.create(vals).action_load()

    @staticmethod
    def _csv(*rows, columns=None):
        file = io.StringIO()
        csv.writer(file).writerows([columns or COLUMNS, *rows])
        return file.getvalue()

    def _refused(self, content, *said):
        before = self.env["danvan.unit"].search_count([])
        with self.assertRaises(UserError) as caught:
            self._import(content)
        for words in said:
            self.assertIn(words, str(caught.exception))
        self.assertEqual(self.env["danvan.unit"].search_count([]), before)

    def test_the_list_has_34_provinces(self):
        provinces = self.env["danvan.territory"]._available_provinces()
        self.assertEqual(len(provinces), 34)
        self.assertIn(PROVINCE, dict(provinces))

    def test_a_province_is_loaded_once(self):
        territory = self.env["danvan.territory"]
        loaded = territory._load_province(PROVINCE)
        self.assertEqual(len(loaded), 125)
        self.assertEqual(len(loaded.filtered("parent_id")), 124)
        before = territory.search_count([])
        self.assertEqual(territory._load_province(PROVINCE), loaded)
        self.assertEqual(territory.search_count([]), before)

    def test_an_unknown_province_is_refused(self):
        with self.assertRaisesRegex(UserError, "99"):
            self.env["danvan.territory"]._load_province("99")

    def test_the_packaged_units_are_loaded_once(self):
        unit = self.env["danvan.unit"]
        with file_open(UNITS, "rb") as file:
            content = file.read()
        known = set(unit.search([]).mapped("code"))
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        self.assertEqual(len(rows), 404)
        self._import(content)
        codes = {row["code"] for row in rows}
        self.assertEqual(unit.search_count([("code", "in", list(codes))]), 404)
        self.assertEqual(set(unit.search([]).mapped("code")), known | codes)
        hamlet = unit.search([("code", "=", "CS2500001")])
        self.assertEqual(hamlet.name, "Thôn 10, xã Di Linh")
        self.assertTrue(hamlet.parent_id.territory_id)
        self._import(content)
        self.assertEqual(set(unit.search([]).mapped("code")), known | codes)

    def test_superiors_may_come_after_those_below(self):
        self._import(
            self._csv(
                ["X.2", "Thôn X", "grassroots", "grassroots", "X.1", ""],
                ["X.1", "Đảng ủy xã X", "party_committee", "commune", "", ""],
            )
        )
        child = self.env["danvan.unit"].search([("code", "=", "X.2")])
        self.assertEqual(child.parent_id.code, "X.1")

    def test_unknown_names_are_refused_with_line_and_column(self):
        good = ["X.1", "Đảng ủy xã X", "party_committee", "commune", "", ""]
        for column, value in (
            ("kind", "guild"),
            ("level", "galaxy"),
            ("parent_code", "NONE"),
            ("territory_code", "99999"),
        ):
            bad = ["X.2", "Thôn X", "grassroots", "grassroots", "X.1", ""]
            bad[COLUMNS.index(column)] = value
            self._refused(self._csv(good, bad), "3", column, value)

    def test_what_must_be_given_is_asked_for_with_its_line(self):
        for column in ("code", "name", "kind", "level"):
            bad = ["X.1", "Thôn X", "grassroots", "grassroots", "", ""]
            bad[COLUMNS.index(column)] = ""
            self._refused(self._csv(bad), "2", column)

    def test_a_code_that_comes_twice_is_refused_with_its_line(self):
        row = ["X.1", "Thôn X", "grassroots", "grassroots", "", ""]
        self._refused(self._csv(row, row), "3", "X.1")

    def test_a_short_line_is_refused_with_its_number(self):
        self._refused(self._csv(["X.1", "Thôn X"]), "2")

    def test_a_circle_is_refused_with_its_lines(self):
        self._refused(
            self._csv(
                ["X.1", "Thôn X", "grassroots", "grassroots", "X.2", ""],
                ["X.2", "Thôn Y", "grassroots", "grassroots", "X.1", ""],
            ),
            "2",
            "3",
        )

    def test_a_missing_column_is_named(self):
        self._refused(self._csv(["X.1"], columns=["code"]), "parent_code", "kind")

    def test_what_is_no_text_in_utf8_is_refused(self):
        self._refused("Đảng ủy".encode("utf-16"), "UTF-8")
        self._refused(b"\xff\xfe\x00\x01PK", "UTF-8")

    def test_an_empty_file_is_refused(self):
        self._refused(b"\n", "code")

    def test_a_code_means_the_unit_that_has_it_today(self):
        self.hamlet.write({"date_from": "2000-01-01", "date_to": "2025-06-30"})
        self.hamlet.flush_recordset()
        heir = self._unit(
            self.hamlet.code, "Thôn Mười", "grassroots", "grassroots", self.commune
        )
        self.hamlet.successor_ids = heir
        row = ["X.9", "Tổ 9", "grassroots", "grassroots", heir.code, ""]
        self._import(self._csv(row))
        below = self.env["danvan.unit"].search([("code", "=", "X.9")])
        self.assertEqual(below.parent_id, heir)

    def test_a_unit_that_ended_is_not_begun_again_by_its_old_file(self):
        self.hamlet.write({"date_from": "2000-01-01", "date_to": "2025-06-30"})
        self.hamlet.successor_ids = self.commune
        row = [self.hamlet.code, "Thôn 10", "grassroots", "grassroots", "", ""]
        self._refused(self._csv(row), "2", "30/06/2025", self.commune.name)

    def test_a_no_in_the_column_of_the_leading_body_is_no(self):
        columns = [*COLUMNS, "advises_code", "leads_movement"]
        party = ("party_committee", "province", "", "")
        advisers = [
            (f"N.{said}", f"Ban {said}", "party_commission", "province", "N.TU", "")
            for said in ("0", "no", "", "1", "x")
        ]
        rows = [("N.TU", "Tỉnh ủy Thử", *party, "", "")]
        rows += [(*row, "N.TU", row[0][2:]) for row in advisers]
        self._import(self._csv(*rows, columns=columns))
        leading = self.env["danvan.unit"].search(
            [("code", "=like", "N.%"), ("leads_movement", "=", True)]
        )
        self.assertEqual(set(leading.mapped("code")), {"N.1", "N.x"})
