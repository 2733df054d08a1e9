"""A commune's papers are not seen from a neighbouring commune, by any way of asking."""

from odoo.tests import tagged

from .hostile import PROTOCOLS, HostileCase

REGISTRATION = "danvan.registration"
PERSON = "danvan.registration.person"
SECRET = "Bí mật Thôn 10"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileScope(HostileCase):
    """The other commune's officer knows the ids and asks for everything."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hidden = cls._register(cls.campaign, name=SECRET)
        cls.sent = cls._register(cls.campaign, name=f"{SECRET} đã trình")
        cls.act(cls.sent, cls.officer, "submit")
        cls.both = cls.hidden | cls.sent
        cls.message = cls.hidden.with_user(cls.officer).message_post(body=SECRET)
        cls.scan = cls.env["ir.attachment"].create(
            {
                "name": "Ảnh.txt",
                "raw": SECRET.encode(),
                "res_model": REGISTRATION,
                "res_id": cls.hidden.id,
            }
        )
        export = cls.env.ref("base.group_allow_export")
        (cls.other_officer | cls.officer).write({"group_ids": [(4, export.id)]})

    def _everything(self):
        """Return `{model: records}` of all that hangs on the two registrations."""
        trail = self.sent.trail_ids
        steps = self.env["danvan.approval.step"].search(
            [("res_model", "=", REGISTRATION), ("res_id", "in", self.both.ids)]
        )
        self.assertTrue(trail and steps)
        return {
            REGISTRATION: self.both,
            PERSON: self.both.person_ids,
            "danvan.registration.activity": self.both.activity_plan_ids,
            "danvan.registration.indicator": self.both.indicator_ids,
            "danvan.trail": trail,
            "danvan.approval.step": steps,
            "ir.attachment": self.scan,
            "mail.message": self.message,
        }

    def test_nothing_is_read_by_its_id(self):
        for model, records in self._everything().items():
            self.assert_refused(
                self.other_officer, model, "read", records.ids, fields=["id"]
            )
            self.assert_refused(
                self.other_officer,
                model,
                "web_read",
                records.ids,
                specification={"display_name": {}},
            )
            self.assert_refused(
                self.other_officer,
                model,
                "export_data",
                records.ids,
                fields_to_export=["id", "display_name"],
            )

    def test_nothing_is_found(self):
        for model, records in self._everything().items():
            domain = [("id", "in", records.ids)]
            user = self.other_officer
            self.assert_answers([], user, model, "search", domain=domain)
            self.assert_answers(0, user, model, "search_count", domain=domain)
            self.assert_answers(
                [], user, model, "search_read", domain=domain, fields=["id"]
            )
            self.assert_answers(
                {"length": 0, "records": []},
                user,
                model,
                "web_search_read",
                domain=domain,
                specification={"display_name": {}},
            )

    def test_nothing_is_counted(self):
        for model, records in self._everything().items():
            domain = [("id", "in", records.ids)]
            user = self.other_officer
            for answer in self.tried(
                user,
                model,
                "formatted_read_group",
                domain=domain,
                groupby=["create_uid"],
                aggregates=["__count"],
            ):
                self.assertIn(answer.value, ([], None))
            for answer in self.tried(
                user,
                model,
                "read_group",
                domain=domain,
                fields=[],
                groupby=["create_uid"],
            ):
                self.assertIn(answer.value, ([], None))

    def test_no_name_is_completed(self):
        self.assert_answers(
            [], self.other_officer, REGISTRATION, "name_search", name="Bí mật"
        )
        self.assert_answers(
            [],
            self.other_officer,
            REGISTRATION,
            "web_name_search",
            name="bi mat",
            specification={"display_name": {}},
        )

    def test_no_internal_operator_passes_the_rules(self):
        probe = [("hamlet", "=", "Thôn 10")]
        for model, name in (
            (PERSON, "registration_id"),
            ("danvan.model", "registration_ids"),
        ):
            for protocol in PROTOCOLS:
                # Odoo itself rejects it, not as a refusal but as a wrong call.
                domain = [(name, "any!", probe)]
                answer = self.call(
                    protocol, self.other_officer, model, "search", domain=domain
                )
                self.assertFalse(answer.value)

    def test_no_detour_through_a_link(self):
        for model, domain in (
            (PERSON, [("registration_id.hamlet", "=", "Thôn 10")]),
            ("danvan.model", [("registration_ids.name", "ilike", SECRET)]),
            ("danvan.approval.step", [("owner_unit_id.name", "ilike", "Suối Trong")]),
            ("mail.message", [("body", "ilike", SECRET)]),
            ("ir.attachment", [("res_model", "=", REGISTRATION)]),
        ):
            for answer in self.tried(
                self.other_officer, model, "search", domain=domain
            ):
                self.assertIn(answer.value, ([], None))

    def test_no_file_and_no_message_over_the_web(self):
        self.authenticate(self.other_officer.login, self.other_officer.login)
        for path in (
            f"/web/content/{self.scan.id}",
            f"/web/content/{self.scan.id}?download=true",
            f"/web/content/{REGISTRATION}/{self.hidden.id}/name",
            f"/web/content/{self.scan.id}/file.txt",
        ):
            response = self.url_open(path)
            self.assertEqual(response.status_code, 404, path)
            self.assertNotIn(SECRET, response.text)
        messages = self.url_open(
            "/mail/thread/messages",
            json=self.build_rpc_payload(
                {"thread_model": REGISTRATION, "thread_id": self.hidden.id}
            ),
        )
        self.assertNotIn(SECRET, messages.text)

    def test_nobody_listens_in(self):
        user = self.other_officer
        partners = user.partner_id.ids
        list(
            self.tried(
                user,
                REGISTRATION,
                "message_subscribe",
                self.hidden.ids,
                partner_ids=partners,
            )
        )
        self.assert_refused(
            user, REGISTRATION, "message_post", self.hidden.ids, body="Nghe ngóng"
        )
        follower = {
            "res_model": REGISTRATION,
            "res_id": self.hidden.id,
            "partner_id": user.partner_id.id,
        }
        self.assert_refused(user, "mail.followers", "create", vals_list=[follower])
        self.assertNotIn(user.partner_id, self.hidden.message_partner_ids)

    def test_nothing_is_copied_or_continued(self):
        for method in ("copy", "action_continue"):
            self.assert_refused(
                self.other_officer, REGISTRATION, method, self.hidden.ids
            )

    def test_a_running_models_thread_is_not_public_before_it_is_published(self):
        self.act(self.sent, self.leader, "accept")
        self.assert_answers(
            [],
            self.other_officer,
            "danvan.model",
            "search",
            domain=[("id", "=", self.sent.model_id.id)],
        )
        self.assert_refused(
            self.other_officer, "danvan.model", "read", self.sent.model_id.ids
        )

    def test_the_own_people_and_the_commission_read_it(self):
        for user in (self.officer, self.viewer, self.leader, self.province_officer):
            for model, records in self._everything().items():
                self.assert_answers(
                    len(records),
                    user,
                    model,
                    "search_count",
                    domain=[("id", "in", records.ids)],
                )
                answer = self.call(
                    "json", user, model, "read", records.ids, fields=["id"]
                )
                self.assertEqual(answer.value, [{"id": id_} for id_ in records.ids])

    def test_a_campaign_shows_below_from_its_launch(self):
        draft = self.campaign.with_user(self.province_officer).create({"year": 2040})
        for user in (self.officer, self.other_officer, self.viewer):
            self.assert_answers(
                self.campaign.ids,
                user,
                "danvan.campaign",
                "search",
                domain=[("id", "in", (draft | self.campaign).ids)],
            )
            self.assert_refused(
                user, "danvan.campaign", "read", draft.ids, fields=["name"]
            )
            answer = self.call(
                "json",
                user,
                "danvan.campaign",
                "read",
                self.campaign.ids,
                fields=["year"],
            )
            self.assertEqual(answer.value[0]["year"], self.campaign.year)
            self.assert_refused(
                user,
                "danvan.campaign",
                "write",
                self.campaign.ids,
                vals={"topic": "Của xã"},
            )

    def test_a_communes_own_campaign_is_not_seen_next_door(self):
        own = self.campaign.with_user(self.officer).create({"year": 2041})
        self.assert_refused(
            self.other_officer, "danvan.campaign", "read", own.ids, fields=["name"]
        )
