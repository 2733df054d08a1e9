"""Presets of an assignment's area, as a table: what is chosen, what is seen."""

from odoo.exceptions import ValidationError
from odoo.tests import new_test_user, tagged

from .assignment_common import AssignmentActs
from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestOrganisationAssignments(AssignmentActs, DanvanCase):
    """A person of the commission follows units by subtree, line, place or list."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.women = cls.env.ref("danvan_kheo.line_women")
        cls.women_province = cls._unit(
            "T.PNT",
            "Hội Phụ nữ tỉnh Mẫu",
            "mass_organisation",
            "province",
            cls.province,
            line_id=cls.women.id,
        )
        cls.women_commune = cls._unit(
            "T.PN1",
            "Hội Phụ nữ xã Suối Trong",
            "mass_organisation",
            "commune",
            cls.commune,
            line_id=cls.women.id,
        )
        cls.newcomer = new_test_user(cls.env, "danvan_newcomer", "base.group_user")
        own = cls.commune | cls.commune_government | cls.hamlet | cls.women_commune
        cls.commune_and_below = own

    def _seen(self, role, unit, **vals):
        assignment = self._assign(self.newcomer, role, unit, **vals)
        seen = self._granted(self.newcomer).with_env(self.env)
        units = self.env["danvan.unit"].search([]).with_user(self.newcomer)
        self.assertEqual(units.filtered("user_can_read").with_env(self.env), seen)
        assignment.date_to = self._day(-1)
        return seen

    def test_each_preset_shows_its_units(self):
        everything = self.province | self.env["danvan.unit"].search(
            [("parent_id", "child_of", self.province.id)]
        )
        commission, commune = self.commission, self.commune
        place = {"scope": "territory", "territory_id": self.territory.id}
        here = commune | self.commune_government | self.hamlet
        listed = {
            "scope": "list",
            "listed_unit_ids": [(6, 0, (commune | self.department).ids)],
        }
        on_list = self.commune_and_below | self.department
        line = self.women_province | self.women_commune
        for role, unit, vals, seen in (
            ("officer", commune, {}, self.commune_and_below),
            ("officer", commune, {"scope": "subtree"}, self.commune_and_below),
            ("officer", commission, {}, everything),
            ("officer", commission, {"scope": "subtree"}, commission),
            ("officer", self.commune_government, {"scope": "committee"}, None),
            ("officer", self.women_province, {"scope": "line"}, line),
            ("viewer", self.women_province, {"scope": "line"}, line),
            # Who acts for a unit sees it too; who only looks on sees the area.
            ("officer", commission, place, here | commission),
            ("viewer", commission, place, here),
            ("appraiser", commission, listed, on_list | commission),
            ("viewer", commission, listed, on_list),
        ):
            with self.subTest(role=role, unit=unit.name, **vals):
                expected = self.commune_and_below if seen is None else seen
                self.assertEqual(self._seen(role, unit, **vals), expected)

    def test_what_a_preset_proposes(self):
        for unit, vals, name, proposed in (
            (self.commission, {}, "scope", "committee"),
            (self.commune, {}, "scope", "subtree"),
            (self.commission, {"scope": "committee"}, "area_id", self.province),
            (self.women_province, {"scope": "line"}, "line_id", self.women),
            (self.women_province, {"scope": "line"}, "area_id", self.province),
            (self.commune, {"scope": "territory"}, "territory_id", self.territory),
        ):
            with self.subTest(unit=unit.name, field=name, **vals):
                made = self._assign(self.newcomer, "viewer", unit, **vals)
                self.assertEqual(made[name], proposed)

    def test_a_preset_without_what_it_needs_is_refused(self):
        for scope in ("line", "territory", "list"):
            with self.subTest(scope=scope), self.assertRaises(ValidationError):
                self._assign(self.newcomer, "viewer", self.other_commune, scope=scope)

    def test_only_who_covers_all_of_an_area_acts_for_its_root(self):
        self._assign(
            self.newcomer,
            "approver",
            self.women_province,
            scope="line",
            area_id=self.province.id,
        )
        held = self.env["danvan.assignment"].with_user(self.newcomer)
        units = self.province | self.women_province
        self.assertEqual(
            list(held._holding(units, "approver")), self.women_province.ids
        )

    def test_a_person_holds_several(self):
        self._assign(self.newcomer, "officer", self.commune)
        self._assign(self.newcomer, "appraiser", self.other_commune)
        seen = self.commune_and_below | self.other_commune
        self.assertEqual(self._granted(self.newcomer), seen)
        editable = self._granted(self.newcomer, "user_can_edit")
        self.assertNotIn(self.other_commune, editable)
        for role in ("officer", "appraiser"):
            self.assertTrue(self.newcomer.has_group(f"danvan_kheo.group_{role}"))

    def test_the_table_of_a_list_begins_at_its_units(self):
        two = self.commune | self.other_commune
        made = self._assign(
            self.newcomer,
            "viewer",
            self.commission,
            scope="list",
            listed_unit_ids=[(6, 0, two.ids)],
        )
        self.assertEqual(made._roots(), two)
        made.write({"scope": "territory", "territory_id": self.territory.id})
        self.assertEqual(made._roots(), self.commune)
