"""The guard holds for superusers and administrators too, by every way of writing."""

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .common import DanvanCase

REGISTRATION = "danvan.registration"


@tagged("post_install", "-at_install")
class TestGuardSuperuser(DanvanCase):
    """The thirteen ways that pass an override of `write` and `create`."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.draft = cls._register(cls.campaign)
        system = cls.env.ref("base.user_admin")
        officer = cls.env["danvan.assignment"]
        officer.create(
            {"user_id": system.id, "role": "officer", "unit_id": cls.commune.id}
        )
        cls.strong = {
            "superuser": cls.draft.sudo(),
            "system administrator": cls.draft.with_user(system),
            "system administrator as superuser": cls.draft.with_user(system).sudo(),
        }

    def _vals(self, **vals):
        return self._registration_vals(self.campaign, self.commune, **vals)

    def _each(self):
        for who, draft in self.strong.items():
            with self.subTest(who=who):
                yield draft

    def _assert_all_drafts(self):
        self.env.invalidate_all()
        everything = self.env[REGISTRATION].search(
            [("campaign_id", "=", self.campaign.id)]
        )
        self.assertEqual(set(everything.mapped("state")), {"draft"})

    def test_write(self):
        for draft in self._each():
            for vals in (
                {"state": "running"},
                {"year": 1999},
                {"unit_id": self.other_commune.id},
                {"deciding_unit_id": self.commission.id},
            ):
                with self.assertRaises(AccessError):
                    draft.write(vals)

    def test_assignment_of_an_attribute(self):
        for draft in self._each():
            with self.assertRaises(AccessError):
                draft.state = "running"

    def test_create(self):
        for draft in self._each():
            with self.assertRaises(AccessError):
                draft.create(self._vals(state="running"))

    def test_create_with_a_default_in_the_context(self):
        for draft in self._each():
            with self.assertRaises(AccessError):
                draft.with_context(default_state="running").create(self._vals())

    def test_create_with_a_planted_default(self):
        self.env["ir.default"].set(REGISTRATION, "state", "running")
        for draft in self._each():
            self.assertEqual(draft.create(self._vals()).state, "draft")

    def test_copy(self):
        for draft in self._each():
            with self.assertRaises(AccessError):
                draft.copy({"state": "running"})
            self.assertEqual(draft.copy().state, "draft")

    def test_load(self):
        row = ["Nhập lậu", str(self.campaign.id), str(self.commune.id), "running"]
        names = ["name", "campaign_id/.id", "unit_id/.id", "state"]
        for draft in self._each():
            self.assertFalse(draft.browse().load(names, [row])["ids"])
        self._assert_all_drafts()

    def test_web_save(self):
        for draft in self._each():
            with self.assertRaises(AccessError):
                draft.web_save({"state": "running"}, {})
            with self.assertRaises(AccessError):
                draft.browse().web_save(self._vals(state="running"), {})

    def test_commands_of_a_parent(self):
        for draft in self._each():
            person = draft.person_ids
            for command in (
                Command.create({"name": "Kẻ Lạ", "unit_id": self.other_commune.id}),
                Command.update(person.id, {"unit_id": self.other_commune.id}),
                Command.update(person.id, {"registration_id": draft.id}),
            ):
                with self.assertRaises(AccessError):
                    draft.write({"person_ids": [command]})

    def test_a_command_through_another_model(self):
        own = self.campaign.create({"unit_id": self.commune.id, "year": 2031})
        child = {"year": 2032, "unit_id": self.commune.id, "state": "launched"}
        with self.assertRaises(AccessError):
            own.sudo().write({"child_ids": [Command.create(child)]})

    def test_onchange_then_save(self):
        for draft in self._each():
            answer = draft.browse().onchange(
                self._vals(state="running"), ["state"], {"state": {}}
            )
            value = answer["value"].get("state") or "running"
            with self.assertRaises(AccessError):
                draft.browse().web_save(self._vals(state=value), {})

    def test_web_resequence(self):
        for draft in self._each():
            with self.assertRaises(AccessError):
                draft.web_resequence({}, field_name="year", offset=1999)

    def test_a_related_field_that_writes_through(self):
        """An administrator adds a writable field related to `state`; its inverse
        writes on the registration as superuser, and is refused there."""
        model = "danvan.registration.person"
        self.env["ir.model.fields"].create(
            {
                "name": "x_state",
                "model_id": self.env["ir.model"]._get_id(model),
                "ttype": "selection",
                "related": "registration_id.state",
                "readonly": False,
                "store": False,
            }
        )
        for draft in self._each():
            person = self.env(user=draft.env.uid, su=draft.env.su)[model].browse(
                self.draft.person_ids.id
            )
            self.assertEqual(person.x_state, "draft")
            with self.assertRaises(AccessError):
                person.write({"x_state": "running"})
            person.invalidate_recordset()
        self._assert_all_drafts()

    def test_the_mail_gateway(self):
        letter = {"subject": "Thư", "from": "thu@example.com", "body": "Thử"}
        for draft in self._each():
            with self.assertRaises(AccessError):
                draft.browse().message_new(letter, self._vals(state="running"))
            with self.assertRaises(AccessError):
                draft.message_update(letter, {"state": "running"})

    def test_a_counterfeit_key(self):
        for key in (object(), True, "key"):
            for draft in self._each():
                with self.assertRaises(AccessError):
                    draft.with_context(danvan_key=key).write({"state": "running"})

    def test_the_trail_stands_for_superusers_too(self):
        self.act(self.draft, self.officer, "submit")
        for trail in (
            self.draft.trail_ids.sudo(),
            self.draft.trail_ids.with_user(self.env.ref("base.user_admin")).sudo(),
        ):
            with self.assertRaises(UserError):
                trail.write({"reason": "Khác"})
            with self.assertRaises(UserError):
                trail.unlink()
            with self.assertRaises(UserError):
                trail.copy()
            with self.assertRaises(UserError):
                trail.create({"res_model": REGISTRATION, "res_id": self.draft.id})

    def test_steps_stand_for_superusers_too(self):
        self.act(self.draft, self.officer, "submit")
        step = self.env["danvan.approval.step"].search(
            [("res_model", "=", REGISTRATION), ("res_id", "=", self.draft.id)]
        )
        with self.assertRaises(AccessError):
            step.sudo().write({"state": "approved"})
        with self.assertRaises(AccessError):
            step.sudo().copy()
        with self.assertRaises(UserError):
            step.sudo().unlink()
        self.assertEqual(step.state, "pending")

    def test_what_has_left_draft_is_not_deleted_by_a_superuser(self):
        self.act(self.draft, self.officer, "submit")
        with self.assertRaises(UserError):
            self.draft.sudo().unlink()

    def test_the_door_for_earlier_years_opens_to_administrators_only(self):
        vals = [self._vals(state="done")]
        for user in (
            self.officer,
            self.province_leader,
            self.env.ref("base.user_demo", False),
        ):
            if user:
                with self.assertRaises(AccessError):
                    self.draft.with_user(user)._take_over(vals, "Sổ năm 2024")
        taken = self.draft.with_user(self.administrator)._take_over(vals, "Sổ năm 2024")
        self.assertEqual((taken.state, taken.is_historical), ("done", True))
        self.assertEqual(taken.sudo().trail_ids.transition, "take_over")
        self.assertEqual(taken.sudo().trail_ids.reason, "Sổ năm 2024")
