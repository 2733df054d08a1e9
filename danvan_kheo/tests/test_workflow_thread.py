"""Who follows a document but may no longer read it hears nothing."""

from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestWorkflowThread(DanvanCase):
    """The officer talks; followers of every sort are there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls._register(cls._campaign())

    def _notified(self):
        message = self.draft.with_user(self.officer).message_post(
            body="Đã sửa tuyến đường",
            partner_ids=(self.viewer | self.other_officer).partner_id.ids,
        )
        return message.sudo().notified_partner_ids

    def test_only_those_who_may_read_are_told(self):
        followers = self.viewer | self.leader | self.other_officer
        self.draft.message_subscribe(followers.partner_id.ids)
        told = self._notified()
        self.assertIn(self.viewer.partner_id, told)
        self.assertNotIn(self.other_officer.partner_id, told)

    def test_the_end_of_an_assignment_ends_what_one_hears(self):
        self.draft.message_subscribe(self.viewer.partner_id.ids)
        self.assertIn(self.viewer.partner_id, self._notified())
        assignment = self.env["danvan.assignment"].search(
            [("user_id", "=", self.viewer.id)]
        )
        assignment.date_to = assignment._today() - timedelta(days=1)
        self.env.invalidate_all()
        self.assertNotIn(self.viewer.partner_id, self._notified())

    def test_readers_talk_strangers_do_not(self):
        self.draft.with_user(self.viewer).message_post(body="Nên ghi rõ hơn")
        with self.assertRaises(AccessError):
            self.draft.with_user(self.other_officer).message_post(body="Nghe ngóng")

    def test_whoever_writes_a_document_does_not_follow_it_unasked(self):
        self.assertFalse(self.draft.message_follower_ids)
