"""What a transition owns, what is derived and what places a record is not written."""

from odoo.fields import Command
from odoo.tests import tagged

from .hostile import HostileCase

REGISTRATION = "danvan.registration"
PERSON = "danvan.registration.person"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileFields(HostileCase):
    """A commune's officer writes and creates his own unit's drafts."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls._register(cls.campaign)
        cls.second = cls._register(cls.campaign, name="Tổ tự quản an ninh")
        cls.person = cls.draft.person_ids
        cls.indicator = cls.draft.indicator_ids

    def _vals(self, **vals):
        return self._registration_vals(self.campaign, self.commune, **vals)

    def _assert_all_drafts(self):
        registrations = self.env[REGISTRATION].search(
            [("campaign_id", "=", self.campaign.id)]
        )
        self.assertEqual(set(registrations.mapped("state")), {"draft"})
        self.assertFalse(any(registrations.mapped("is_accepted")))
        self.assertFalse(any(registrations.mapped("accepted_date")))

    def test_guarded_fields_of_a_registration_are_not_written(self):
        thread = self.env["danvan.model"]._create_owned(
            [{"name": "Mô hình khác", "kind": "model", "unit_id": self.commune.id}]
        )
        forbidden = {
            "state": "running",
            "is_open": False,
            "is_accepted": True,
            "results_open": True,
            "is_historical": True,
            "is_late": True,
            "sent_date": "2026-01-01",
            "accepted_date": "2026-01-01",
            "year": 1999,
            "continuity": "continued",
            "deciding_unit_id": self.commission.id,
            "model_id": thread.id,
            "higher_unit_id": self.commission.id,
            "search_key": "khong dau",
            "unit_id": self.other_commune.id,
            "campaign_id": self.campaign.copy({"year": 2030}).id,
            "previous_id": self.second.id,
        }
        names = list(forbidden)
        before = self.draft.read(names)
        for name, value in forbidden.items():
            vals = {name: value}
            self.assert_refused(
                self.officer, REGISTRATION, "write", self.draft.ids, vals=vals
            )
            self.assert_refused(
                self.officer,
                REGISTRATION,
                "web_save",
                self.draft.ids,
                vals={"hamlet": "Thôn 11", **vals},
                specification={},
            )
        self.assertEqual(self.draft.read(names), before)
        self.assertEqual(self.draft.hamlet, "Thôn 10")

    def test_guarded_fields_of_a_line_are_not_written(self):
        for vals in (
            {"registration_id": self.second.id},
            {"unit_id": self.other_commune.id},
        ):
            self.assert_refused(
                self.officer, PERSON, "write", self.person.ids, vals=vals
            )
        self.assertEqual(self.person.registration_id, self.draft)
        self.assertEqual(self.person.unit_id, self.commune)

    def test_lines_do_not_move_through_the_parent(self):
        for command in (
            Command.link(self.person.id),
            Command.set(self.person.ids),
            Command.create({"name": "Kẻ Lạ", "unit_id": self.other_commune.id}),
            Command.update(
                self.second.person_ids.id, {"registration_id": self.draft.id}
            ),
        ):
            self.assert_refused(
                self.officer,
                REGISTRATION,
                "write",
                self.second.ids,
                vals={"person_ids": [command]},
            )
        self.assertEqual(self.draft.person_ids, self.person)
        self.assertEqual(len(self.second.person_ids), 1)

    def test_a_later_state_is_not_created_by_values(self):
        for vals in (
            {"state": "running"},
            {"is_accepted": True},
            {"model_id": 1},
            {"deciding_unit_id": self.commission.id},
            {"year": 1999},
            {"is_historical": True},
        ):
            vals = self._vals(**vals)
            self.assert_refused(self.officer, REGISTRATION, "create", vals_list=[vals])
            self.assert_refused(
                self.officer, REGISTRATION, "web_save", [], vals=vals, specification={}
            )
        self._assert_all_drafts()

    def test_a_later_state_is_not_created_by_context(self):
        context = {"default_state": "running", "default_accepted_date": "2026-01-01"}
        for method, args in (
            ("create", {"vals_list": [self._vals()]}),
            ("web_save", {"ids": [], "vals": self._vals(), "specification": {}}),
            ("name_create", {"name": "Ghi nhanh"}),
            ("copy", {"ids": self.draft.ids}),
        ):
            list(
                self.tried(self.officer, REGISTRATION, method, **args, context=context)
            )
            self._assert_all_drafts()

    def test_the_module_key_cannot_be_sent(self):
        for key in ("1", True, "<object object>"):
            context = {"danvan_key": key}
            self.assert_refused(
                self.officer,
                REGISTRATION,
                "write",
                self.draft.ids,
                vals={"state": "running"},
                context=context,
            )
            self.assert_refused(
                self.officer,
                REGISTRATION,
                "create",
                vals_list=[self._vals(state="running")],
                context=context,
            )
        self._assert_all_drafts()

    def test_a_planted_default_plants_no_state(self):
        for field, value in (("state", "running"), ("accepted_date", "2026-01-01")):
            list(
                self.tried(
                    self.officer,
                    "ir.default",
                    "set",
                    model_name=REGISTRATION,
                    field_name=field,
                    value=value,
                    user_id=True,
                )
            )
        list(self.tried(self.officer, REGISTRATION, "create", vals_list=[self._vals()]))
        list(self.tried(self.officer, REGISTRATION, "copy", self.draft.ids))
        self._assert_all_drafts()

    def test_a_copy_takes_no_state(self):
        for default in ({"state": "running"}, {"model_id": 1}, {"is_accepted": True}):
            self.assert_refused(
                self.officer, REGISTRATION, "copy", self.draft.ids, default=default
            )
        self._assert_all_drafts()

    def test_an_import_sets_no_state(self):
        arguments = {
            "fields": ["name", "campaign_id/.id", "unit_id/.id", "state"],
            "data": [
                ["Nhập lậu", str(self.campaign.id), str(self.commune.id), "running"]
            ],
        }
        for answer in self.tried(self.officer, REGISTRATION, "load", **arguments):
            self.assertTrue(answer.refusal or not answer.value["ids"])
        self._assert_all_drafts()

    def test_an_onchange_carries_no_state_into_a_save(self):
        values = {"state": "running", "deciding_unit_id": self.commission.id}
        spec = {"state": {}, "deciding_unit_id": {}, "name": {}}
        for answer in self.tried(
            self.officer,
            REGISTRATION,
            "onchange",
            [],
            values=values,
            field_names=["state"],
            fields_spec=spec,
        ):
            proposed = (answer.value or {}).get("value", {})
            vals = self._vals(**values, **{k: v for k, v in proposed.items() if v})
            self.assert_refused(
                self.officer, REGISTRATION, "web_save", [], vals=vals, specification={}
            )
        self._assert_all_drafts()

    def test_a_resequencing_touches_no_guarded_field(self):
        self.assert_refused(
            self.officer,
            REGISTRATION,
            "web_resequence",
            self.draft.ids,
            specification={},
            field_name="year",
            offset=1999,
        )
        self.assertEqual(self.draft.year, self.campaign.year)

    def test_a_campaign_below_is_not_created_launched(self):
        own = self.env["danvan.campaign"].with_user(self.officer).create({"year": 2031})
        child = {"year": 2032, "unit_id": self.commune.id, "state": "launched"}
        self.assert_refused(
            self.officer,
            "danvan.campaign",
            "write",
            own.ids,
            vals={"child_ids": [Command.create(child)]},
        )
        for vals in (
            {"state": "launched"},
            {"is_public_below": True},
            {"launch_date": "2026-01-01"},
            {"year": 2033},
        ):
            self.assert_refused(
                self.officer, "danvan.campaign", "write", own.ids, vals=vals
            )
        self.assertEqual((own.state, own.is_public_below), ("draft", False))

    def test_a_line_is_not_created_in_another_communes_registration(self):
        foreign = self._register(self.campaign, self.other_commune, self.other_officer)
        vals = {"name": "Kẻ Lạ", "registration_id": foreign.id}
        self.assert_refused(self.officer, PERSON, "create", vals_list=[vals])
        vals["unit_id"] = self.commune.id
        self.assert_refused(self.officer, PERSON, "create", vals_list=[vals])
        self.assertEqual(len(foreign.person_ids), 1)

    def test_a_registration_is_not_placed_where_it_does_not_belong(self):
        foreign = self._register(self.campaign, self.other_commune, self.other_officer)
        theirs = self.env["danvan.campaign"].with_user(self.other_officer).create({})
        for vals in (
            {"unit_id": self.other_commune.id},
            {"unit_id": self.commission.id},
            {"campaign_id": theirs.id},
            {"previous_id": foreign.id},
        ):
            self.assert_refused(
                self.officer, REGISTRATION, "create", vals_list=[self._vals(**vals)]
            )

    def test_a_campaign_does_not_hang_itself_under_a_neighbours(self):
        theirs = self.env["danvan.campaign"].with_user(self.other_officer).create({})
        for vals in (
            {"year": 2034, "parent_id": theirs.id},
            {"year": 2035, "previous_id": theirs.id},
        ):
            self.assert_refused(
                self.officer, "danvan.campaign", "create", vals_list=[vals]
            )
        self.assertFalse(theirs.child_ids)
