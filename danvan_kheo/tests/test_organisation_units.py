"""Units: what is refused, who decides, who acts, and how they are found."""

import unicodedata
from contextlib import contextmanager

from psycopg2 import IntegrityError

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestOrganisationUnits(DanvanCase):
    """The tree that everything else hangs on."""

    @contextmanager
    def _refused(self, *said):
        with self.assertRaises(ValidationError) as caught:
            yield
        for words in said:
            self.assertIn(words, str(caught.exception))

    def test_a_code_is_given_once(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self._unit("T.DU1", "Đảng ủy trùng mã", "party_committee", "commune")

    def test_a_unit_stands_not_under_itself(self):
        for parent in (self.commune, self.hamlet):
            with self._refused("Choose another superior unit"):
                self.commune.parent_id = parent

    def test_an_end_before_the_beginning_is_refused(self):
        with self._refused("30/06/2025"):
            self.hamlet.write({"date_from": "2025-07-01", "date_to": "2025-06-30"})

    def test_a_superior_that_ended_before_is_refused_from_both_sides(self):
        district = self._unit(
            "T.HU",
            "Huyện ủy Mẫu",
            "party_committee",
            "district",
            self.province,
            date_to="2025-06-30",
        )
        with self._refused("30/06/2025"):
            self.commune.write({"parent_id": district.id, "date_from": "2025-07-01"})
        self.commune.write({"date_from": "2025-07-01"})
        with self._refused("30/06/2025"):
            self.province.date_to = "2025-06-30"

    def test_state_follows_from_dates_and_successors(self):
        old = self._unit("T.CU", "Đảng ủy xã Cũ", "party_committee", "commune")
        self.assertEqual(old.state, "active")
        old.write({"date_from": "2020-01-01", "date_to": "2025-06-30"})
        self.assertEqual(old.state, "ended")
        old.successor_ids = self.commune
        self.assertEqual(old.state, "renamed")
        self.other_commune.write({"date_from": "2020-01-01", "date_to": "2025-06-30"})
        self.other_commune.successor_ids = self.commune
        old.invalidate_recordset()
        self.assertEqual(old.state, "merged")

    def test_who_decides_at_a_level(self):
        province = self.env.ref("danvan_kheo.level_province")
        commune = self.env.ref("danvan_kheo.level_commune")
        district = self.env.ref("danvan_kheo.level_district")
        for unit in (self.hamlet, self.commune_government, self.commune):
            self.assertEqual(unit._deciding_unit(commune), self.commune)
            self.assertEqual(unit._deciding_unit(province), self.commission)
            self.assertFalse(unit._deciding_unit(district))
        self.assertEqual(self.department._deciding_unit(province), self.commission)
        self.assertFalse(self.department._deciding_unit(commune))

    def test_who_acts_for_a_unit_without_account(self):
        self.assertEqual(self.hamlet._acting_units(), {self.hamlet.id: self.commune})
        self._person("hamlet_officer", "officer", self.hamlet)
        self.assertEqual(self.hamlet._acting_units(), {self.hamlet.id: self.hamlet})

    def test_who_acts_where_nobody_has_an_account(self):
        lonely = self._unit("T.LE", "Trường Mẫu", "grassroots", "grassroots")
        self.assertEqual(lonely._acting_units(), {lonely.id: lonely})

    def test_the_committee_of_a_unit(self):
        self.assertEqual(self.hamlet.committee_id, self.commune)
        self.assertEqual(self.commission.committee_id, self.province)

    def test_found_with_and_without_marks_composed_or_not(self):
        unit = self.env["danvan.unit"]
        for typed in (
            "Đồi Xanh",
            "doi xanh",
            "DOI XANH",
            "đồi  xanh",
            unicodedata.normalize("NFD", "Đồi Xanh"),
            "t.du2",
        ):
            found = unit.name_search(typed)
            self.assertIn(self.other_commune.id, [id_ for id_, _name in found], typed)

    def test_texts_are_stored_composed(self):
        typed = unicodedata.normalize("NFD", "Thôn Suối Tiên")
        unit = self._unit("T.NFD", typed, "grassroots", "grassroots")
        self.assertEqual(unit.name, unicodedata.normalize("NFC", typed))
        unit.name = unicodedata.normalize("NFD", "Thôn Đồi Mới")
        self.assertEqual(unit.name, "Thôn Đồi Mới")
