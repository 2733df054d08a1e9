"""Evidence attacked over the protocols of any account."""

from odoo.fields import Command
from odoo.tests import tagged

from .evidence_common import (
    EXE,
    HEIC,
    HTML,
    MACRO,
    SCRIPT,
    SVG,
    base64_of,
    office,
    photo,
    picture_bomb,
)
from .hostile import HostileCase

EVIDENCE = "danvan.evidence"
REGISTRATION = "danvan.registration"
ATTACHMENT = "ir.attachment"
WORSE = (SVG, HTML, SCRIPT, EXE, HEIC, picture_bomb(), office(MACRO), b"0" * 11_000_000)


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileEvidence(HostileCase):
    """A neighbour wants to see the photo; an officer wants to plant or change one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration = cls._register(cls.campaign)
        cls.vals = {
            "registration_id": cls.registration.id,
            "name": "Ảnh mật",
            "file": base64_of(photo()),
            "filename": "a.jpg",
        }
        officer = cls.env[EVIDENCE].with_user(cls.officer)
        cls.evidence = officer.create(cls.vals).with_env(cls.env)
        cls.attachment = cls.env[ATTACHMENT].search(
            [("res_model", "=", EVIDENCE), ("res_field", "=", "file")]
        )

    def _pages(self):
        ids = f"{EVIDENCE}/{self.evidence.id}/file"
        return (
            f"/web/content/{ids}",
            f"/web/content/{self.attachment.id}",
            f"/web/image/{ids}",
            f"/web/image/{ids}/300x300",
            f"/web/image/{self.attachment.id}",
        )

    def _shown(self, user):
        """Return how many of the addresses show the photo."""
        self.authenticate(user.login, user.login)
        stored = self.attachment.raw
        shown = [self.url_open(page) for page in self._pages()]
        self.env.invalidate_all()
        return sum(r.ok and r.content == stored for r in shown)

    def test_strangers_see_no_photo(self):
        for user in (self.officer, self.other_officer):
            user.password = user.login
        self.assertEqual(self._shown(self.officer), len(self._pages()))
        self.assertEqual(self._shown(self.other_officer), 0)

    def test_strangers_read_and_find_none(self):
        ids = self.evidence.ids
        stranger = self.other_officer
        self.assert_refused(stranger, EVIDENCE, "read", ids, fields=["file", "name"])
        self.assert_refused(
            stranger, ATTACHMENT, "read", self.attachment.ids, fields=["datas"]
        )
        self.assert_answers([], stranger, EVIDENCE, "name_search", name="Ảnh")
        domain = [("name", "ilike", "mật")]
        self.assert_answers(0, stranger, EVIDENCE, "search_count", domain=domain)

    def test_strangers_add_change_and_delete_none(self):
        for user in (self.other_officer, self.viewer, self.administrator):
            self.assert_refused(user, EVIDENCE, "create", vals_list=[self.vals])
            self.assert_refused(
                user, EVIDENCE, "write", self.evidence.ids, vals={"name": "Khác"}
            )
            self.assert_refused(user, EVIDENCE, "unlink", self.evidence.ids)

    def test_nothing_but_photos_and_papers_is_taken(self):
        for content in WORSE:
            file = base64_of(content)
            name = "anh.jpg"
            for protocol in ("xmlrpc", "json"):
                for method, ids, kwargs in (
                    ("create", None, {"vals_list": [{**self.vals, "file": file}]}),
                    ("write", self.evidence.ids, {"vals": {"file": file}}),
                ):
                    answer = self.call(
                        protocol, self.officer, EVIDENCE, method, ids, **kwargs
                    )
                    self.assertFalse(answer.crash)
                    self.assertTrue(answer.refusal, name)
            line = Command.create({"file": file, "filename": name})
            answer = self.call(
                "json",
                self.officer,
                REGISTRATION,
                "write",
                self.registration.ids,
                vals={"evidence_ids": [line]},
            )
            self.assertTrue(answer.refusal and not answer.crash)
        self.assertEqual(self.registration.evidence_ids, self.evidence)
        self.assertEqual(self.evidence.mimetype, "image/jpeg")

    def test_odd_values_are_refused_in_words(self):
        for file in (5, 5.5, True, [1], {"a": 1}, "é", "====", "a"):
            vals = {**self.vals, "file": file}
            self.assert_refused(self.officer, EVIDENCE, "create", vals_list=[vals])
            self.assert_refused(
                self.officer, EVIDENCE, "write", self.evidence.ids, vals={"file": file}
            )
        for name in (5, [1], {"a": 1}):
            self.assert_refused(
                self.officer,
                EVIDENCE,
                "write",
                self.evidence.ids,
                vals={"filename": name},
            )

    def test_the_file_is_not_changed_past_its_line(self):
        before = self.attachment.raw
        svg = base64_of(SVG)
        planted = {"name": "file", "datas": svg}
        placed = {"res_model": EVIDENCE, "res_field": "file"}
        placed["res_id"] = self.evidence.id
        loose = self.env[ATTACHMENT].with_user(self.officer).create(planted)
        defaults = {f"default_{name}": value for name, value in placed.items()}
        defaults["danvan_evidence_key"] = True
        for user in (self.officer, self.administrator):
            for vals in ({"datas": svg}, {"res_id": 1}, {"res_field": False}):
                self.assert_refused(
                    user, ATTACHMENT, "write", self.attachment.ids, vals=vals
                )
            self.assert_refused(user, ATTACHMENT, "unlink", self.attachment.ids)
            self.assert_refused(
                user, ATTACHMENT, "create", vals_list=[{**planted, **placed}]
            )
            self.assert_refused(
                user, ATTACHMENT, "create", vals_list=[planted], context=defaults
            )
        self.assert_refused(self.officer, ATTACHMENT, "write", loose.ids, vals=placed)
        self.assertEqual(self.attachment.raw, before)
        self.assertEqual(self.evidence.mimetype, "image/jpeg")

    def test_what_the_server_found_is_not_typed_in(self):
        for vals in (
            {"mimetype": "text/html"},
            {"latitude": 11.5},
            {"taken_on": "2026-01-01 00:00:00"},
            {"is_of_plan": False},
            {"registration_id": self._register(self.campaign, name="Khác").id},
        ):
            self.assert_refused(
                self.officer, EVIDENCE, "write", self.evidence.ids, vals=vals
            )

    def test_a_locked_registration_takes_none_and_loses_none(self):
        self.act(self.registration, self.officer, "submit")
        fresh = {"name": "Thêm", "file": self.vals["file"]}
        vals = {**fresh, "registration_id": self.registration.id}
        self.assert_refused(self.officer, EVIDENCE, "create", vals_list=[vals])
        self.assert_refused(
            self.officer, EVIDENCE, "write", self.evidence.ids, vals={"name": "Khác"}
        )
        self.assert_refused(
            self.officer, EVIDENCE, "write", self.evidence.ids, vals=fresh
        )
        self.assert_refused(self.officer, EVIDENCE, "unlink", self.evidence.ids)
        self._refused_through_the_parent(Command.create(fresh))

    def test_what_was_sent_stays_while_the_model_runs(self):
        self._run(self.registration)
        self.assert_refused(
            self.officer, EVIDENCE, "write", self.evidence.ids, vals={"name": "Khác"}
        )
        self.assert_refused(self.officer, EVIDENCE, "unlink", self.evidence.ids)
        self._refused_through_the_parent(Command.delete(self.evidence.id))
        planned = {**self.vals, "is_of_plan": True}
        self.assert_refused(self.officer, EVIDENCE, "create", vals_list=[planned])
        line = {"evidence_ids": [Command.create({"file": self.vals["file"]})]}
        for user in (self.other_officer, self.viewer):
            self.assert_refused(
                user, REGISTRATION, "write", self.registration.ids, vals=line
            )
        answers = self.tried(
            self.officer, REGISTRATION, "write", self.registration.ids, vals=line
        )
        for number, answer in enumerate(answers, 2):
            self.assertTrue(answer.value)
            self.assertEqual(len(self.registration.evidence_ids), number)

    def _refused_through_the_parent(self, command):
        before = self.registration.evidence_ids
        self.assert_refused(
            self.officer,
            REGISTRATION,
            "write",
            self.registration.ids,
            vals={"evidence_ids": [command]},
        )
        self.assertEqual(self.registration.evidence_ids, before)
