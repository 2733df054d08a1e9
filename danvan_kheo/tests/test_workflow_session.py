"""Taken off a unit while logged in: the next click is refused, no mail follows."""

from odoo.tests import tagged
from odoo.tools import mute_logger

from .assignment_common import AssignmentActs
from .common import DanvanHttpCase


@tagged("post_install", "-at_install", "danvan_http")
class TestWorkflowSession(AssignmentActs, DanvanHttpCase):
    """A real session of the commune's viewer, kept over the end."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration = cls._register(cls._campaign())
        cls.registration.message_subscribe(cls.viewer.partner_id.ids)

    def _click(self, method="web_read", *args, **kwargs):
        """Return the answer of the web client's call in the open session."""
        params = {
            "model": "danvan.registration",
            "method": method,
            "args": [self.registration.ids, *args],
            "kwargs": kwargs or {"specification": {"name": {}}},
        }
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            answer = self.url_open(
                f"/web/dataset/call_kw/danvan.registration/{method}",
                json=self.build_rpc_payload(params),
            )
        self.env.invalidate_all()
        return answer.json()

    def _said_no(self, answer):
        return answer["error"]["data"]["name"] == "odoo.exceptions.AccessError"

    def test_the_next_click_is_refused_and_no_mail_comes(self):
        self.viewer.notification_type = "email"
        self.authenticate(self.viewer.login, self.viewer.login)
        self.assertEqual(self._click()["result"][0]["name"], self.registration.name)
        self._end(self._held(self.viewer))
        self.env.flush_all()
        self.assertTrue(self._said_no(self._click()))
        self.assertTrue(self._said_no(self._click("message_post", body="Còn đây")))
        page = self.url_open(f"/web/image/danvan.registration/{self.registration.id}")
        self.assertNotIn(self.registration.name, page.text)
        self._assert_no_mail()

    def _assert_no_mail(self):
        partner = self.viewer.partner_id
        domain = [("recipient_ids", "in", partner.ids)]
        before = self.env["mail.mail"].search_count(domain)
        message = self.registration.with_user(self.officer).message_post(
            body="Đã sửa tuyến đường", partner_ids=partner.ids
        )
        self.assertFalse(message.sudo().notification_ids)
        self.assertEqual(self.env["mail.mail"].search_count(domain), before)
        self.assertNotIn(partner, self.registration.message_partner_ids)

    def test_an_officer_in_the_middle_of_a_form_saves_and_submits_no_more(self):
        self.authenticate(self.officer.login, self.officer.login)
        saved = self._click("web_save", {"hamlet": "Thôn 12"}, specification={})
        self.assertIn("result", saved)
        self._end(self._held(self.officer))
        self.env.flush_all()
        saved = self._click("web_save", {"hamlet": "Thôn 13"}, specification={})
        self.assertTrue(self._said_no(saved))
        pressed = self._click("action_transition", "submit", reason=False)
        self.assertIn("error", pressed)
        self.assertEqual(self.registration.hamlet, "Thôn 12")
        self.assertEqual(self.registration.state, "draft")
