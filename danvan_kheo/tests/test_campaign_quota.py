"""Quotas: for units and kinds, frozen by the launch, changed with a reason."""

from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import YEAR, DanvanCase
from .reorganisation_common import ReorganisationCase


@tagged("post_install", "-at_install")
class TestQuota(DanvanCase):
    """The commission asks two of each commune's committee and three of one of them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.commune_kind = cls.env.ref("danvan_kheo.kind_party_committee")
        cls.commune_level = cls.env.ref("danvan_kheo.level_commune")
        cls.campaign = cls._campaign(
            quota_ids=[
                Command.create({"kind_id": cls.commune_kind.id, "number": 2}),
                Command.create({"unit_id": cls.other_commune.id, "number": 3}),
            ]
        )

    def _assign(self, user, reason="Bổ sung sau hội nghị", **vals):
        dialog = Form(
            self.env["danvan.quota.assign"]
            .with_user(user)
            .with_context(default_campaign_id=self.campaign.id)
        )
        for unit in vals.get("units", ()):
            dialog.unit_ids.add(unit)
        for kind in vals.get("kinds", ()):
            dialog.kind_ids.add(kind)
        dialog.number = vals.get("number", 1)
        dialog.reason = reason
        return dialog.save().action_confirm()

    def _numbers(self):
        """Return what is asked of one commune, of the other, of the department."""
        units = self.commune | self.other_commune | self.department
        numbers = self.campaign._quota_numbers(units)
        return [numbers.get(unit.id) for unit in units]

    def test_a_unit_goes_before_its_kind(self):
        self.assertEqual(self._numbers(), [2, 3, None])

    def test_a_kind_at_a_level_goes_before_the_kind(self):
        self.campaign._write_quotas(
            [(False, self.commune_kind.id, self.commune_level.id)], 5, "Nghị quyết mới"
        )
        self.assertEqual(self._numbers(), [5, 3, None])

    def test_frozen_by_the_launch(self):
        quota = self.campaign.quota_ids[:1]
        for user in (self.province_officer, self.province_leader, self.officer):
            with self.assertRaises(AccessError):
                quota.with_user(user).number = 9
            with self.assertRaises(AccessError):
                quota.with_user(user).unlink()

    def test_changed_for_many_with_a_reason_in_the_trail(self):
        with self.assertRaises(AssertionError):  # the dialog asks for the reason
            self._assign(self.province_officer, reason=False, units=self.commune)
        units = self.commune | self.department
        self._assign(self.province_officer, units=units, number=4)
        self.assertEqual(self._numbers(), [4, 3, 4])
        changed = self.campaign.quota_ids.filtered(lambda q: q.unit_id in units)
        self.assertEqual(set(changed.mapped("change_reason")), {"Bổ sung sau hội nghị"})
        line = self.campaign.trail_ids.sorted("id")[-1:]
        self.assertEqual(line.transition, "assign_quotas")
        self.assertEqual(line.user_id, self.province_officer)
        self.assertIn(self.department.name, line.reason)

    def test_the_reason_is_asked_by_the_server_too(self):
        acting = self.campaign.with_user(self.province_officer)
        no_kind, no_level = self.commune_kind.browse(), self.commune_level.browse()
        with self.assertRaises(UserError):
            acting._assign_quotas(self.commune, no_kind, no_level, 4, "")

    def test_only_officers_of_the_campaigns_unit_assign(self):
        for user in (self.officer, self.leader, self.province_leader, self.appraiser):
            with self.assertRaises(UserError):
                self._assign(user, units=self.commune, number=4)
        self.assertEqual(self._numbers(), [2, 3, None])

    def test_a_selection_opens_the_dialog_filled_in(self):
        quota = self.campaign.quota_ids.filtered("unit_id")
        context = quota.with_user(self.province_officer).action_change()["context"]
        dialog = Form(
            self.env["danvan.quota.assign"]
            .with_user(self.province_officer)
            .with_context(**context)
        )
        dialog.number, dialog.reason = 6, "Điều chỉnh"
        dialog.save().action_confirm()
        self.assertEqual(self._numbers(), [2, 6, None])
        self.assertEqual(len(self.campaign.quota_ids), 2)

    def test_a_unit_sees_its_own_and_those_of_kinds(self):
        quota = self.env["danvan.quota"]
        for user, units in (
            (self.officer, self.commune.browse()),
            (self.other_officer, self.other_commune),
        ):
            seen = quota.with_user(user).search(
                [("campaign_id", "=", self.campaign.id)]
            )
            self.assertEqual(seen.unit_id, units)
            self.assertEqual(seen.kind_id, self.commune_kind)

    def test_nothing_is_seen_below_before_the_launch(self):
        drafted = self.env["danvan.campaign"].with_user(self.province_officer)
        drafted.create(
            {
                "year": YEAR + 1,
                "quota_ids": [Command.create({"unit_id": self.commune.id})],
            }
        )
        seen = self.env["danvan.quota"].with_user(self.officer).search([])
        self.assertEqual(seen.campaign_id, self.campaign)

    def test_one_unit_or_one_kind_covered_by_the_campaign(self):
        below = self.env["danvan.campaign"].with_user(self.officer)
        below = below.create({"year": YEAR, "parent_id": self.campaign.id})
        kind = self.commune_kind
        for vals in (
            {},
            {"unit_id": self.hamlet.id, "kind_id": kind.id},
            {"unit_id": self.hamlet.id, "level_id": self.commune_level.id},
            {"unit_id": self.other_commune.id},
        ):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                below.quota_ids = [Command.create(vals)]
        below.quota_ids = [Command.create({"unit_id": self.hamlet.id, "number": 7})]
        self.assertEqual(below._quota_numbers(self.hamlet), {self.hamlet.id: 7})

    def test_one_quota_for_one_unit_and_no_number_below_nothing(self):
        draft = self.env["danvan.campaign"].with_user(self.province_officer)
        draft = draft.create({"year": YEAR + 1})
        for commands in (
            [{"unit_id": self.commune.id}, {"unit_id": self.commune.id}],
            [{"unit_id": self.commune.id, "number": -1}],
        ):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(IntegrityError),
                self.env.cr.savepoint(),
            ):
                draft.quota_ids = [Command.create(vals) for vals in commands]

    def test_the_quota_of_a_unit_that_is_gone_does_not_stop_the_next_year(self):
        yesterday = self.other_commune._today() - timedelta(days=1)
        self.other_commune._write_owned({"date_to": yesterday})
        made = self.campaign.with_user(self.province_officer).action_next_year()
        following = self.env["danvan.campaign"].browse(made["res_id"])
        self.assertEqual(following.quota_ids.kind_id, self.commune_kind)
        self.assertFalse(following.quota_ids.unit_id)

    def test_an_unsaved_dialog_tells_nothing_of_a_campaign_one_may_not_read(self):
        model = self.env["danvan.campaign"].with_user(self.province_officer)
        draft = model.create({"year": YEAR + 1})
        for name in ("danvan.quota.assign", "danvan.campaign.extend"):
            dialog = self.env[name].with_user(self.other_officer)
            opened = dialog.with_context(default_campaign_id=draft.id)
            with self.subTest(name), self.assertRaises(AccessError):
                Form(opened)

    def test_the_next_year_begins_with_the_same(self):
        self.act(self.campaign, self.province_officer, "evaluate")
        made = self.campaign.with_user(self.province_officer).action_next_year()
        following = self.env["danvan.campaign"].browse(made["res_id"])
        units = self.commune | self.other_commune
        self.assertEqual(list(following._quota_numbers(units).values()), [2, 3])
        self.assertFalse(any(following.quota_ids.mapped("change_reason")))


@tagged("post_install", "-at_install")
class TestQuotaReorganised(ReorganisationCase):
    """Three communes with quotas become one."""

    def test_quotas_of_merged_units_come_together(self):
        for number, commune in enumerate(self.communes, 1):
            key = [(commune.id, False, False)]
            self.this_year._write_quotas(key, number, "Giao đầu năm")
            self.last_year._write_quotas(key, number, "Giao đầu năm")
        act = self._merger()
        new = self._carry_out(act)
        quotas = self.this_year.quota_ids
        self.assertEqual(quotas.unit_id, new)
        self.assertEqual(quotas.mapped("number"), [6])
        self.assertEqual(quotas.change_reason, act.basis)
