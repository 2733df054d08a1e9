"""What was submitted stays as it was submitted: content, lines, attachments."""

from odoo.fields import Command
from odoo.tests import tagged

from .hostile import HostileCase

REGISTRATION = "danvan.registration"
PERSON = "danvan.registration.person"
INDICATOR = "danvan.registration.indicator"
ATTACHMENT = "ir.attachment"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileContent(HostileCase):
    """The officer who wrote it tries to change what his leader has in hand."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration = cls._register(cls.campaign)
        cls.scan = (
            cls.env[ATTACHMENT]
            .with_user(cls.officer)
            .create(
                {
                    "name": "Phiếu đã ký.pdf",
                    "raw": b"scan",
                    "res_model": REGISTRATION,
                    "res_id": cls.registration.id,
                }
            )
        )
        cls.act(cls.registration, cls.officer, "submit")
        cls.open_draft = cls._register(cls.campaign, name="Bản nháp khác")

    def test_content_is_locked(self):
        for vals in (
            {"name": "Tên khác"},
            {"hamlet": "Thôn 11"},
            {"theme_ids": [(5,)]},
        ):
            for user in (self.officer, self.leader, self.viewer, self.administrator):
                self.assert_refused(
                    user, REGISTRATION, "write", self.registration.ids, vals=vals
                )
        self.assertEqual(self.registration.hamlet, "Thôn 10")

    def test_lines_are_locked(self):
        person = self.registration.person_ids
        indicator = self.registration.indicator_ids
        vals = {"name": "Người Mới", "registration_id": self.registration.id}
        self.assert_refused(self.officer, PERSON, "create", vals_list=[vals])
        self.assert_refused(
            self.officer, PERSON, "write", person.ids, vals={"name": "Người Khác"}
        )
        self.assert_refused(
            self.officer, INDICATOR, "write", indicator.ids, vals={"target": 99}
        )
        self.assert_refused(self.officer, PERSON, "unlink", person.ids)
        self.assertEqual(person.name, "Lê Thị Thử")
        self.assertEqual(indicator.target, 2)

    def test_lines_are_locked_through_the_parent(self):
        person = self.registration.person_ids
        for command in (
            Command.create({"name": "Người Mới"}),
            Command.update(person.id, {"name": "Người Khác"}),
            Command.delete(person.id),
            Command.unlink(person.id),
            Command.clear(),
        ):
            self.assert_refused(
                self.officer,
                REGISTRATION,
                "write",
                self.registration.ids,
                vals={"person_ids": [command]},
            )
        self.assertEqual(self.registration.person_ids, person)

    def test_lines_are_not_taken_into_an_open_draft(self):
        for command in (
            Command.link(self.registration.person_ids.id),
            Command.update(self.registration.person_ids.id, {"name": "Người Khác"}),
            Command.delete(self.registration.person_ids.id),
        ):
            self.assert_refused(
                self.officer,
                REGISTRATION,
                "write",
                self.open_draft.ids,
                vals={"person_ids": [command]},
            )
        self.assertEqual(self.registration.person_ids.name, "Lê Thị Thử")

    def test_results_wait_until_the_model_runs(self):
        vals = {"name": "Đường có đèn", "registration_id": self.registration.id}
        self.assert_refused(
            self.officer, "danvan.registration.result", "create", vals_list=[vals]
        )

    def test_attachments_are_locked(self):
        vals = {
            "name": "Thêm.pdf",
            "datas": "WA==",
            "res_model": REGISTRATION,
            "res_id": self.registration.id,
        }
        self.assert_refused(self.officer, ATTACHMENT, "create", vals_list=[vals])
        for vals in (
            {"datas": "WA=="},
            {"name": "Khác.pdf"},
            {"res_id": self.open_draft.id},
            {"res_model": False, "res_id": False},
        ):
            self.assert_refused(
                self.officer, ATTACHMENT, "write", self.scan.ids, vals=vals
            )
        self.assert_refused(self.officer, ATTACHMENT, "unlink", self.scan.ids)
        self.assertEqual(self.scan.raw, b"scan")
        self.assertEqual(self.scan.res_id, self.registration.id)

    def test_attachments_are_not_moved_in_from_a_draft(self):
        loose = (
            self.env[ATTACHMENT]
            .with_user(self.officer)
            .create({"name": "Rời.pdf", "raw": b"loose"})
        )
        vals = {"res_model": REGISTRATION, "res_id": self.registration.id}
        self.assert_refused(self.officer, ATTACHMENT, "write", loose.ids, vals=vals)

    def test_the_chatter_deletes_no_locked_attachment(self):
        self.authenticate(self.officer.login, self.officer.login)
        self.make_jsonrpc_request_quietly(
            "/mail/attachment/delete", {"attachment_id": self.scan.id}
        )
        self.assertTrue(self.scan.exists())

    def test_it_is_not_deleted(self):
        for user in (self.officer, self.leader, self.administrator):
            self.assert_refused(user, REGISTRATION, "unlink", self.registration.ids)
        self.assertTrue(self.registration.exists())

    def test_a_returned_one_opens_again_but_is_not_deleted(self):
        self.act(self.registration, self.leader, "return_to_officer", "Ghi rõ tuyến")
        vals = {"hamlet": "Thôn 11"}
        self.assert_answers(
            True, self.officer, REGISTRATION, "write", self.registration.ids, vals=vals
        )
        self.assert_refused(self.officer, REGISTRATION, "unlink", self.registration.ids)

    def test_a_draft_that_never_left_is_deleted_by_its_officer_only(self):
        for user in (self.viewer, self.leader, self.other_officer):
            self.assert_refused(user, REGISTRATION, "unlink", self.open_draft.ids)
        answer = self.call(
            "json", self.officer, REGISTRATION, "unlink", self.open_draft.ids
        )
        self.assertIs(answer.value, True)

    def make_jsonrpc_request_quietly(self, route, params):
        """Send what the web client would send; the answer does not matter."""
        self.url_open(route, json=self.build_rpc_payload(params))
        self.env.invalidate_all()
