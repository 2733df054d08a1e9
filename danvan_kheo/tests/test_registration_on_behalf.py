"""Registering for a hamlet or a school without leaving the form (“nhập thay”)."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import YEAR, DanvanCase


@tagged("post_install", "-at_install")
class TestRegistrationOnBehalf(DanvanCase):
    """The officer of the commune enters for units below that have no account."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.registrations = cls.env["danvan.registration"].with_user(cls.officer)

    def _dialog(self, draft, user=None, choice="new"):
        """Return the form of the dialog that the button opens."""
        acting = draft.with_user(user or self.officer)
        button = "action_add_unit" if choice == "new" else "action_choose_unit"
        action = getattr(acting, button)()
        self.assertEqual(action["context"]["default_choice"], choice)
        model = acting.env[action["res_model"]].with_context(**action["context"])
        return Form(model)

    def _add(self, draft, name, **vals):
        with self._dialog(draft) as form:
            form.name = name
            for field, value in vals.items():
                form[field] = value
        form.record.action_confirm()
        draft.invalidate_recordset()
        return draft.unit_id

    def test_a_draft_goes_to_a_unit_of_the_list(self):
        draft = self.registrations.create({"name": "Thắp sáng đường quê"})
        self.assertFalse(draft.is_on_behalf)
        with self._dialog(draft, choice="existing") as form:
            form.unit_id = self.hamlet
        form.record.action_confirm()
        draft.invalidate_recordset()
        self.assertEqual(draft.unit_id, self.hamlet)
        self.assertEqual(draft.deciding_unit_id, self.commune)
        self.assertEqual(draft.hamlet, "Thôn 10")
        self.assertTrue(draft.is_on_behalf)

    def test_a_new_school_stands_below_the_commune_and_is_registered_for(self):
        draft = self.registrations.create({"name": "Vườn rau tự tay em trồng"})
        school = self._add(draft, "Trường Mầm non Hoa Mai", hamlet="Thôn 3")
        self.assertEqual(school.parent_id, self.commune)
        self.assertEqual(school.level_id.code, "grassroots")
        self.assertEqual(school.territory_id, self.territory)
        self.assertTrue(school.code.startswith("T.DU1-"))
        self.assertEqual((draft.hamlet, draft.place_kind), ("Thôn 3", "hamlet"))
        self.assertEqual(draft.place_detail, "Trường Mầm non Hoa Mai")
        self.assertEqual(draft.create_uid, self.officer)
        again = self.registrations.create({})
        other = self._add(again, "Câu lạc bộ Dân ca")
        self.assertNotEqual(other.code, school.code)
        self.assertEqual(again.place_kind, "institution")

    def test_a_unit_of_a_similar_name_is_shown(self):
        draft = self.registrations.create({})
        with self._dialog(draft) as form:
            form.name = "Thôn 1"
            self.assertIn(self.hamlet, form.alike_ids[:])
            form.name = "thon 10 xa suoi trong"
            self.assertIn(self.hamlet, form.alike_ids[:])
            form.name = "Hợp tác xã Rau sạch"
            self.assertFalse(form.alike_ids[:])
        with self.assertRaises(UserError):
            self._add(draft, "Thôn 10")
        self.assertEqual(draft.unit_id, self.commune)

    def test_what_was_typed_stays(self):
        draft = self.registrations.create({"hamlet": "Thôn 7"})
        self._add(draft, "Thôn 12")
        self.assertEqual(draft.hamlet, "Thôn 7")

    def test_only_a_draft_that_never_left_changes_its_unit(self):
        draft = self._register(self.campaign)
        self.act(draft, self.officer, "submit")
        self.act(draft, self.leader, "return_to_officer", "Ghi rõ tuyến đường")
        with self.assertRaises(UserError):
            draft.with_user(self.officer).action_choose_unit()

    def test_a_stranger_moves_nothing_and_adds_nothing(self):
        draft = self._register(self.campaign)
        for user in (self.other_officer, self.viewer, self.leader):
            with self.assertRaises(AccessError):
                draft.with_user(user).action_choose_unit()
        units = self.env["danvan.unit"].search_count([])
        theirs = self.registrations.with_user(self.other_officer).create({})
        vals = {"choice": "new", "name": "Thôn 99", "parent_id": self.commune.id}
        context = {"danvan_model": theirs._name, "danvan_ids": theirs.ids}
        dialog = theirs.env["danvan.registration.unit"].with_context(**context)
        with self.assertRaises(AccessError):
            dialog.create(vals).action_confirm()
        existing = {"choice": "existing", "unit_id": self.hamlet.id}
        with self.assertRaises(UserError):
            dialog.create(existing).action_confirm()
        self.assertEqual(self.env["danvan.unit"].search_count([]), units)
        self.assertEqual(theirs.unit_id, self.other_commune)

    def test_odd_choices_are_refused_in_words(self):
        draft = self.registrations.create({})
        context = {"danvan_model": draft._name, "danvan_ids": draft.ids}
        dialog = draft.env["danvan.registration.unit"].with_context(**context)
        committee = self.env.ref("danvan_kheo.kind_party_committee")
        for vals in (
            {"choice": "existing"},
            {"choice": "new"},
            {"choice": "new", "name": "   "},
            {"choice": "new", "name": "Thôn 9", "kind_id": False},
            {"choice": "new", "name": "Thôn 9", "kind_id": committee.id},
            {"choice": "new", "name": "Thôn 9", "parent_id": False},
            {"choice": "new", "name": "Thôn 9", "parent_id": self.hamlet.id},
        ):
            with self.assertRaises(UserError):
                dialog.create(vals).action_confirm()
        paper = {"danvan_model": "danvan.campaign", "danvan_ids": self.campaign.ids}
        for odd in (paper, {"danvan_model": "res.users", "danvan_ids": [1]}, {}):
            clean = dialog.with_context(danvan_model=None, danvan_ids=None)
            with self.assertRaises(UserError):
                clean.with_context(**odd).create({"name": "Thôn 9"}).action_confirm()

    def test_the_form_begins_with_what_the_unit_registered_last_year(self):
        self._register(self.campaign, core_force="Chi hội Phụ nữ")
        end = f"{YEAR + 1}-12-31"
        following = self._campaign(
            year=YEAR + 1,
            registration_to=end,
            evaluation_to=end,
            ceremony_date=end,
            date_end=end,
        )
        with Form(self.registrations) as form:
            self.assertEqual(form.campaign_id, following)
            self.assertEqual(form.sector_id, self.sector)
            self.assertEqual(form.core_force, "Chi hội Phụ nữ")
            form.unit_id = self.hamlet
            self.assertEqual(form.hamlet, "Thôn 10")
