"""The morning mail: to whom, when, about what, and never twice a day."""

from unittest.mock import patch

from lxml import html

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import DanvanCase

DIGEST = "danvan.digest"
LOGGER = "odoo.addons.danvan_kheo.models.workflow.digest"


@tagged("post_install", "-at_install")
class TestWorkflowDigest(DanvanCase):
    """A leader with registrations to approve, the first of them overdue."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["mail.mail"].search([]).unlink()
        # What waits in the database of a developer is not ours.
        cls.env.cr.execute("DELETE FROM danvan_approval_step")
        cls.campaign = cls._campaign(registration_to="2026-12-31")
        cls.env["danvan.approval.step"].invalidate_model()
        for user in (cls.officer, cls.leader, cls.other_leader, cls.viewer):
            user.email = f"{user.login}@example.org"
        parameter = cls.env["ir.config_parameter"]
        parameter.set_param("danvan_kheo.digest", True)
        parameter.set_param("danvan_kheo.digest_hour", "7")
        parameter.set_param("web.base.url", "https://dvk.example.org")

    def setUp(self):
        super().setUp()
        with self.local_time("2026-03-02 09:00"):
            self.late = self._sent("Thắp sáng đường quê thôn 10")
        with self.local_time("2026-03-16 09:00"):
            self.fresh = self._sent("Tổ tự quản <an ninh>")

    def _sent(self, name, unit=None, user=None):
        registration = self._register(self.campaign, unit, user, name=name)
        self.act(registration, user or self.officer, "submit")
        return registration

    def _run(self, moment="2026-03-17 07:05"):
        """Let the job run as the scheduler does; return the mails it has queued."""
        before = self.env["mail.mail"].search([])
        with self.local_time(moment), self.enter_registry_test_mode():
            self.env.ref("danvan_kheo.digest_cron").method_direct_trigger()
        return self.env["mail.mail"].search([]) - before

    @staticmethod
    def _rows(mail):
        """Return the lines of the mail's table as lists of texts."""
        body = html.fromstring(mail.body_html)
        return [
            [" ".join(" ".join(cell.itertext()).split()) for cell in row]
            for row in body.iterfind(".//tbody/tr")
        ]

    def test_a_leader_is_told_what_waits_the_overdue_first(self):
        [mail] = self._run()
        self.assertEqual(mail.recipient_ids, self.leader.partner_id)
        self.assertEqual(
            mail.subject, "Dân vận khéo 17/03/2026: 2 việc chờ xử lý, 1 việc quá hạn"
        )
        late, fresh = self._rows(mail)
        subject, act, since, due = late
        said = f"{self.late.name} Đăng ký · {self.commune.name}"
        self.assertEqual(subject, said)
        self.assertEqual(act, "Chấp thuận vào danh mục")
        self.assertEqual(since, "02/03/2026")
        self.assertEqual(due, "09/03/2026 Quá hạn")
        self.assertIn("Tổ tự quản <an ninh>", fresh[0])
        self.assertEqual(fresh[-1], "23/03/2026")
        self.assertEqual(mail.state, "outgoing")
        self.assertIn(
            "https://dvk.example.org/odoo/action-"
            "danvan_kheo.danvan_approval_step_action",
            mail.body_html,
        )

    def test_only_the_overdue_are_red(self):
        [mail] = self._run()
        rows = html.fromstring(mail.body_html).findall(".//tbody/tr")
        self.assertEqual(
            ["color" in (r.get("style") or "") for r in rows], [True, False]
        )

    def test_nobody_is_told_that_nothing_waits(self):
        self.act(self.late | self.fresh, self.leader, "accept")
        self.assertFalse(self._run())

    def test_once_a_day_and_again_the_next(self):
        self.assertEqual(len(self._run("2026-03-17 07:05")), 1)
        self.assertFalse(self._run("2026-03-17 08:05"))
        self.assertFalse(self._run("2026-03-17 23:30"))
        self.assertFalse(self._run("2026-03-18 00:30"))
        self.assertEqual(len(self._run("2026-03-18 07:05")), 1)

    def test_who_got_something_to_do_later_is_told_the_same_day(self):
        self._run("2026-03-17 07:05")
        with self.local_time("2026-03-17 09:00"):
            self._sent("Việc mới", self.other_commune, self.other_officer)
        [mail] = self._run("2026-03-17 10:05")
        self.assertEqual(mail.recipient_ids, self.other_leader.partner_id)

    def test_not_before_the_hour_in_the_deployments_zone(self):
        self.assertFalse(self._run("2026-03-17 06:55"))
        self.assertEqual(len(self._run("2026-03-17 07:00")), 1)

    def test_off_until_it_is_switched_on(self):
        for value in (False, "False", ""):
            self.env["ir.config_parameter"].set_param("danvan_kheo.digest", value)
            self.assertFalse(self._run())

    def test_who_has_no_address_is_passed_over(self):
        self.leader.email = False
        self.assertFalse(self._run())

    def test_who_has_left_is_told_nothing(self):
        assignment = self.env["danvan.assignment"].search(
            [("user_id", "=", self.leader.id)]
        )
        assignment.date_to = "2026-03-16"
        self.assertFalse(self._run())
        assignment.date_to = False
        self.leader.active = False
        self.assertFalse(self._run())

    def test_nothing_is_told_of_what_the_person_cannot_read(self):
        rule = self.env.ref("danvan_kheo.registration_read_rule")
        rule.domain_force = [("id", "=", self.fresh.id)]
        [mail] = self._run()
        [row] = self._rows(mail)
        self.assertIn(self.fresh.name, row[0])
        rule.domain_force = [(0, "=", 1)]
        self.env[DIGEST].sudo().search([]).unlink()
        self.assertFalse(self._run())

    def test_one_that_fails_stops_no_other(self):
        with self.local_time("2026-03-16 09:00"):
            self._sent("Của xã khác", self.other_commune, self.other_officer)
        model = type(self.env[DIGEST])
        vals = model._mail_vals

        def fail(digest, user, steps):
            if user == self.leader:
                raise ValueError("broken")
            return vals(digest, user, steps)

        with patch.object(model, "_mail_vals", fail), mute_logger(LOGGER):
            mails = self._run()
        self.assertEqual(mails.recipient_ids, self.other_leader.partner_id)
        [mail] = self._run()
        self.assertEqual(mail.recipient_ids, self.leader.partner_id)

    def test_a_long_inbox_is_cut_and_says_so(self):
        with patch(f"{LOGGER}.MOST_LINES", 1):
            [mail] = self._run()
        self.assertEqual(len(self._rows(mail)), 1)
        self.assertIn("Còn 1 việc khác", html.fromstring(mail.body_html).text_content())

    def test_the_contact_stands_at_the_end(self):
        parameter = self.env["ir.config_parameter"]
        parameter.set_param("danvan_kheo.contact_name", "Đặng Quản Trị")
        parameter.set_param("danvan_kheo.contact_phone", "0263 000 000")
        [mail] = self._run()
        text = " ".join(html.fromstring(mail.body_html).text_content().split())
        self.assertIn("liên hệ Đặng Quản Trị, điện thoại 0263 000 000", text)

    def test_a_few_queries_for_a_person_and_none_for_a_step(self):
        digest = self.env[DIGEST]
        with self.local_time("2026-03-17 07:05"):
            digest._tell(self.leader)
            digest.sudo().search([])._write_owned({"date": "2026-03-16"})
            few = self._counted(digest)
            registrations = self.env["danvan.registration"]
            for number in range(20):
                registrations |= self._register(self.campaign, name=f"Mô hình {number}")
            self.act(registrations, self.officer, "submit")
            many = self._counted(digest)
        self.assertLessEqual(many, few + 2)
        self.assertLess(few, 30)

    def _counted(self, digest):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        digest._tell(self.leader)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_the_day_noted_is_not_written_by_anyone(self):
        self._run()
        noted = self.env[DIGEST].sudo().search([("user_id", "=", self.leader.id)])
        self.assertTrue(noted)
        for user in (self.officer, self.administrator):
            with self.assertRaises(AccessError):
                noted.with_user(user).write({"date": "2026-01-01"})
            with self.assertRaises(AccessError):
                noted.with_user(user).create({"user_id": user.id, "date": "2026-01-01"})
        with self.assertRaises(AccessError):
            noted.write({"date": "2026-01-01"})

    def test_the_settings_are_kept_as_parameters(self):
        settings = self.env["res.config.settings"].create({})
        self.assertTrue(settings.danvan_digest)
        self.assertEqual(settings.danvan_digest_hour, 7)
        self.assertEqual(settings.danvan_timezone, "Asia/Ho_Chi_Minh")
        settings.write(
            {
                "danvan_digest": False,
                "danvan_digest_hour": 6,
                "danvan_contact_name": "Đặng Quản Trị",
            }
        )
        settings.execute()
        read = self.env["ir.config_parameter"].get_param
        self.assertFalse(read("danvan_kheo.digest"))
        self.assertEqual(read("danvan_kheo.digest_hour"), "6")
        self.assertEqual(read("danvan_kheo.contact_name"), "Đặng Quản Trị")
        for hour in (0, 24):
            with self.assertRaises(ValidationError):
                settings.danvan_digest_hour = hour
