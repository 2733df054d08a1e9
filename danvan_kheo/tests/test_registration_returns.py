"""Reasons of returns: chosen in the dialog, kept by the act, counted."""

from odoo.tests import tagged

from .common import DanvanCase
from .hostile import HostileCase

RETURN = "danvan.return"
REASON = "danvan.return.reason"


class ReturnFixture:
    """A commune's registration that waits for its leader, and the dialog."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.vague = cls.env.ref("danvan_kheo.return_reason_indicator")
        cls.person = cls.env.ref("danvan_kheo.return_reason_person")

    def _waiting(self):
        registration = self._register(self.campaign)
        self.act(registration, self.officer, "submit")
        return registration

    def _dialog(self, registrations, act, user=None):
        opened = self.act(registrations, user or self.leader, act)
        dialog = self.env["danvan.transition.reason"].with_user(user or self.leader)
        return dialog.with_context(**opened["context"])

    def _returned(self, reasons, act="return_to_officer"):
        registration = self._waiting()
        values = {"reason": "Ghi rõ thêm", "reason_ids": reasons.ids}
        self._dialog(registration, act).create(values).action_confirm()
        return registration


@tagged("post_install", "-at_install")
class TestRegistrationReturns(ReturnFixture, DanvanCase):
    """From the dialog to the report."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()

    def test_the_reasons_chosen_are_kept_with_the_words(self):
        registration = self._returned(self.vague | self.person)
        kept = registration.return_ids
        self.assertEqual(kept.reason_ids, self.vague | self.person)
        self.assertEqual(kept.text, "Ghi rõ thêm")
        self.assertEqual(kept.outcome, "returned")
        self.assertEqual(kept.unit_id, self.commune)
        self.assertEqual(kept.campaign_id, self.campaign)
        self.assertEqual(registration.state, "returned")

    def test_a_refusal_is_kept_as_one(self):
        kept = self._returned(self.vague, "refuse").return_ids
        self.assertEqual(kept.outcome, "refused")

    def test_each_return_is_a_line_of_its_own(self):
        registration = self._returned(self.vague)
        self.act(registration, self.officer, "submit")
        self.act(registration, self.leader, "return_to_officer", "Lần hai")
        self.assertEqual(len(registration.return_ids), 2)

    def test_words_alone_are_enough(self):
        registration = self._waiting()
        self.act(registration, self.leader, "return_to_officer", "Thiếu ngày tháng")
        self.assertEqual(registration.return_ids.text, "Thiếu ngày tháng")
        self.assertFalse(registration.return_ids.reason_ids)

    def test_what_is_chosen_begins_the_words(self):
        dialog = self._dialog(self._waiting(), "return_to_officer").new(
            {"reason_ids": [(6, 0, (self.vague | self.person).ids)]}
        )
        dialog._onchange_reason_ids()
        self.assertIn(self.vague.name, dialog.reason)
        self.assertIn(self.person.name, dialog.reason)

    def test_the_list_shows_where_returns_are_counted_only(self):
        registration = self._waiting()
        self.assertTrue(
            self._dialog(registration, "return_to_officer").new().has_reasons
        )
        withdrawing = self._dialog(registration, "withdraw", self.officer)
        self.assertFalse(withdrawing.new().has_reasons)

    def test_the_commission_sees_which_reasons_recur(self):
        for reasons in (self.vague, self.vague | self.person, self.vague):
            self._returned(reasons)
        for user in (self.province_officer, self.province_leader, self.appraiser):
            counted = dict(
                self.env[RETURN]
                .with_user(user)
                ._read_group([], ["reason_ids"], ["__count"])
            )
            self.assertEqual(counted[self.vague], 3)
            self.assertEqual(counted[self.person], 1)

    def test_returns_are_read_with_their_registration(self):
        kept = self._returned(self.vague).return_ids
        for user in (self.officer, self.viewer, self.province_officer):
            self.assertTrue(kept.with_user(user).has_access("read"), user.login)
        for user in (self.other_officer, self.other_leader):
            self.assertFalse(kept.with_user(user).has_access("read"), user.login)


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileReturns(ReturnFixture, HostileCase):
    """A return is made by its act only, whatever the context says."""

    def test_returns_are_written_by_nobody(self):
        registration = self._returned(self.vague)
        kept = registration.return_ids
        vals = {"registration_id": registration.id, "outcome": "refused"}
        for user in (self.officer, self.leader, self.province_officer):
            self.assert_refused(user, RETURN, "create", vals_list=[vals])
            self.assert_refused(user, RETURN, "write", kept.ids, vals={"text": "x"})
            self.assert_refused(user, RETURN, "unlink", kept.ids)
        line = [(0, 0, {"outcome": "refused", "date": "2026-01-01"})]
        for answer in self.tried(
            self.officer,
            "danvan.registration",
            "write",
            registration.ids,
            vals={"return_ids": line},
        ):
            self.assertTrue(answer.refusal)
        self.assertEqual(registration.return_ids, kept)

    def test_odd_reasons_in_the_context_are_none(self):
        for odd in ("x", [2**40], [True], [2**30], {"a": 1}, 7):
            registration = self._waiting()
            answer = self.call(
                "json",
                self.leader,
                "danvan.registration",
                "action_transition",
                registration.ids,
                name="return_to_officer",
                reason="Thiếu",
                context={"danvan_return_reasons": odd},
            )
            self.assertFalse(answer.crash, odd)
            self.assertFalse(registration.return_ids.reason_ids, odd)

    def test_reasons_of_the_list_are_edited_by_administrators_only(self):
        for user in (self.officer, self.province_officer, self.appraiser):
            self.assert_refused(
                user,
                "danvan.return.reason",
                "write",
                self.vague.ids,
                vals={"name": "x"},
            )
