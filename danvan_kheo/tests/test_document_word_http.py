"""The button and the address of the Word file: who may read a paper gets it."""

from unittest.mock import patch

from lxml import etree

from odoo.exceptions import UserError
from odoo.tests import Form, HttpCase, new_test_user, tagged
from odoo.tools import mute_logger

from ..tools import paper_docx
from .test_setup_check import line
from .word_common import Word, WordCase

BUTTON = "//button[@name='action_download_word']"


@tagged("post_install", "-at_install")
class TestDocumentWordAddress(WordCase, HttpCase):
    """GET /danvan_kheo/document/…/word as people of the unit and as strangers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.viewer = cls._person("t.viewer", cls.commission, "viewer")

    def _get(self, user, number):
        self.authenticate(user.login, user.login)
        return self.url_open(f"/danvan_kheo/document/{number}/word", timeout=60)

    def test_who_may_read_the_paper_gets_its_word_file(self):
        for user in (self.officer, self.viewer, self.registrar):
            response = self._get(user, self.party.id)
            self.assertEqual(response.status_code, 200, user.login)
            self.assertEqual(response.headers["Content-Type"], paper_docx.TYPE)
            self.assertIn(".docx", response.headers["Content-Disposition"])
            text = Word(response.content).text()
            self.assertIn("TỜ TRÌNH", text)
            self.assertIn("Chi hội Phụ nữ thôn 60", text)

    @mute_logger("odoo.http", "odoo.addons.base.models.ir_rule")
    def test_strangers_are_refused(self):
        plain = new_test_user(self.env, "t.plain", "base.group_user")
        portal = new_test_user(self.env, "t.portal", "base.group_portal")
        for user in (self.below, plain, portal):
            response = self._get(user, self.party.id)
            self.assertEqual(response.status_code, 403, user.login)
            self.assertNotIn("Traceback", response.text)
            self.assertNotIn("TỜ TRÌNH", response.text)

    @mute_logger("odoo.http")
    def test_what_does_not_exist_is_not_found(self):
        for number in (self.party.id + 10**6, 10**30, 0):
            response = self._get(self.officer, number)
            self.assertEqual(response.status_code, 404, number)
            self.assertNotIn("Traceback", response.text)

    def test_an_anonymous_visitor_is_sent_to_sign_in(self):
        address = f"/danvan_kheo/document/{self.party.id}/word"
        response = self.url_open(address, allow_redirects=False)
        self.assertEqual(response.status_code, 303)
        self.assertIn("/web/login", response.headers["Location"])

    @mute_logger("odoo.http")
    def test_a_paper_too_long_says_what_to_do(self):
        self.party.body = "<p>x</p>" * 20_001
        response = self._get(self.officer, self.party.id)
        self.assertEqual(response.status_code, 422)
        self.assertIn("PDF", response.text)


@tagged("post_install", "-at_install")
class TestDocumentWordButton(WordCase):
    """The button, and a server without the libraries."""

    def _button(self, user):
        view = self.party.with_user(user).get_view(view_type="form")
        return etree.fromstring(view["arch"]).xpath(BUTTON)

    def test_everybody_who_reads_has_the_button(self):
        viewer = self._person("t.viewer", self.commission, "viewer")
        for user in (self.officer, viewer):
            self.assertEqual(len(self._button(user)), 1)
            with Form(self.party.with_user(user)) as form:
                self.assertTrue(form.has_word_file)
        action = self.party.with_user(viewer).action_download_word()
        self.assertEqual(action["url"], f"/danvan_kheo/document/{self.party.id}/word")
        with Form(self.env["danvan.document"].with_user(self.officer)) as form:
            self.assertFalse(form.has_word_file, "nothing to download yet")
            form.template_id = self.party.template_id

    def test_without_a_library_there_is_no_button_and_the_check_says_why(self):
        administrator = new_test_user(
            self.env, "t.admin", "danvan_kheo.group_administrator"
        )
        found = line(self.env, administrator, "word")
        self.assertEqual(found.state, "ok")
        for package in paper_docx.PACKAGES:
            with patch.dict(paper_docx.PACKAGES, {package: None}):
                self.party.invalidate_recordset(["has_word_file"])
                self.assertFalse(self.party.has_word_file)
                with self.assertRaisesRegex(UserError, package):
                    self.party._word()
                found = line(self.env, administrator, "word")
                self.assertEqual(found.state, "warning")
                self.assertIn(package, found.advice)
        self.party.invalidate_recordset(["has_word_file"])
        self.assertTrue(self.party.has_word_file)
