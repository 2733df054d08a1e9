"""Papers and files by their address: printed for whom the screen shows them, and for
nobody else."""

import html
import json
import unicodedata
from urllib.parse import urlencode

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import YEAR
from .document_common import pdf_texts
from .hostile import HostileCase

SECRET = "Tổ Xuân Hồng kín đáo"
OTHER = "Đường hoa Nguyễn Thị Thử"
REGISTRATION = "danvan_kheo.report_registration"
DOCUMENT = "danvan_kheo.report_document"
CERTIFICATE = "danvan_kheo.report_certificate"
# Odoo renders HTML instead of PDF in tests unless told.
CONTEXT = json.dumps({"force_report_rendering": True})


class HostilePapersCase(HostileCase):
    """A commune with two registrations, an issued paper and a certificate."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_viewer = cls._person("other_viewer", "viewer", cls.other_commune)
        cls.registrar_here = cls._person("registrar_here", "registrar", cls.commune)
        cls.registration = cls._register(cls.campaign, name=SECRET)
        cls.second = cls._register(cls.campaign, name=OTHER)
        cls.paper = cls._issued_paper()
        cls.award = cls._proposed_award()
        for user in (cls.officer, cls.other_officer, cls.other_viewer):
            user.password = user.login

    @classmethod
    def _issued_paper(cls):
        template = cls.env["danvan.document.template"]._for_code("submission")
        cls.commune.write(
            {
                "paper_symbol": "ĐU",
                "leader_name": "Nguyễn Văn Mẫu",
                "leader_post": "Bí thư",
            }
        )
        papers = cls.env["danvan.document"].with_user(cls.officer)
        paper = papers.create(
            {
                "unit_id": cls.commune.id,
                "template_id": template.id,
                "subject": SECRET,
                "body": f"<p>{SECRET}</p>",
            }
        )
        cls.act(paper, cls.officer, "submit")
        cls.act(paper, cls.leader, "approve")
        paper.with_user(cls.registrar_here).action_issue(1, f"{YEAR}-02-05")
        return paper.with_env(cls.env)

    @classmethod
    def _proposed_award(cls):
        honourees = cls.env["danvan.honouree"].with_user(cls.officer)
        honouree = honourees.create({"full_name": SECRET, "unit_id": cls.commune.id})
        vals = {
            "honouree_id": honouree.id,
            "unit_id": cls.commune.id,
            "registration_id": cls._run(cls._register(cls.campaign)).id,
            "form_id": cls.env.ref("danvan_kheo.award_form_commune_merit").id,
            "summary": SECRET,
        }
        awards = cls.env["danvan.award"].with_user(cls.officer)
        return awards.create(vals).with_env(cls.env)

    def _reports(self):
        """Return `{report: records}` of every paper that the module prints."""
        return {
            REGISTRATION: self.registration,
            DOCUMENT: self.paper,
            CERTIFICATE: self.award,
        }

    def _open(self, path, user=None, **kwargs):
        """Open an address as `user`, or as nobody."""
        self.authenticate(user and user.login, user and user.login)
        return self.url_open(path, timeout=60, **kwargs)

    def _report(self, user, report, records, kind="pdf"):
        ids = ",".join(str(id_) for id_ in records.ids)
        return self._open(f"/report/{kind}/{report}/{ids}?context={CONTEXT}", user)

    def _download(self, user, report, records, kind="pdf"):
        address = f"/report/{kind}/{report}/{','.join(map(str, records.ids))}"
        data = json.dumps([address, f"qweb-{kind}"])
        query = urlencode({"data": data, "context": CONTEXT})
        return self._open(f"/report/download?{query}", user)

    def _assert_says_nothing(self, response):
        """Fail if an answer tells anything of what was asked for."""
        self.assertNotIn(b"%PDF", response.content)
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, response.text)
            for told in (SECRET, OTHER):
                self.assertNotIn(unicodedata.normalize(form, told), text)
                self.assertNotIn(json.dumps(told)[1:-1], text)


@tagged("post_install", "-at_install", "danvan_http")
class TestHostilePapers(HostilePapersCase):
    """Officer and viewer of the next commune, and a passer-by."""

    def _strangers(self):
        return (self.other_officer, self.other_viewer)

    def test_no_report_is_printed_by_its_address(self):
        for report, records in self._reports().items():
            for user in self._strangers():
                for kind in ("pdf", "html", "text"):
                    with self.subTest(report=report, user=user.login, kind=kind):
                        response = self._report(user, report, records, kind)
                        self.assertEqual(response.status_code, 403)
                        self.assertNotIn("Traceback", response.text)
                        self._assert_says_nothing(response)

    def test_one_foreign_record_among_own_ones_refuses_all(self):
        own = self._register(
            self.campaign, self.other_commune, self.other_officer, name="Của mình"
        )
        for kind in ("pdf", "html"):
            response = self._report(
                self.other_officer, REGISTRATION, own | self.registration, kind
            )
            self.assertEqual(response.status_code, 403)
            self._assert_says_nothing(response)

    @mute_logger("odoo.addons.web.controllers.report")
    def test_no_report_is_downloaded(self):
        for report, records in self._reports().items():
            for user in self._strangers():
                for kind in ("pdf", "text"):
                    with self.subTest(report=report, user=user.login, kind=kind):
                        response = self._download(user, report, records, kind)
                        self.assertEqual(response.status_code, 403)
                        said = json.loads(html.unescape(response.text))["data"]
                        self.assertTrue(said["message"])
                        self.assertFalse(said["debug"])
                        self.assertNotIn("Traceback", response.text)
                        self._assert_says_nothing(response)

    def test_a_passer_by_is_sent_to_sign_in(self):
        self.authenticate(None, None)
        data = json.dumps([f"/report/pdf/{DOCUMENT}/{self.paper.id}", "qweb-pdf"])
        for path in (
            *(
                f"/report/{kind}/{report}/{records.id}"
                for report, records in self._reports().items()
                for kind in ("pdf", "html", "text")
            ),
            f"/report/download?{urlencode({'data': data})}",
            f"/danvan_kheo/form01/{self.campaign.id}",
        ):
            response = self.url_open(path, allow_redirects=False)
            self.assertEqual(response.status_code, 303, path)
            self.assertIn("/web/login", response.headers["Location"])

    def test_the_workbook_of_another_commune(self):
        address = f"/danvan_kheo/form01/{self.campaign.id}"
        for user in self._strangers():
            foreign = self._open(f"{address}?unit_id={self.commune.id}", user)
            self.assertEqual(foreign.status_code, 403)
            self.assertNotIn("Traceback", foreign.text)
            self._assert_says_nothing(foreign)

    def test_the_kept_files_of_a_paper(self):
        files = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "danvan.document"),
                ("res_id", "=", self.paper.id),
                ("res_field", "=", "pdf_file"),
            ]
        )
        self.assertEqual(len(files), 1)
        for user in (*self._strangers(), None):
            for path in (
                f"/web/content/{files.id}",
                f"/web/content/{files.id}?download=true",
                f"/web/content/{files.id}?access_token=guessed",
                f"/web/content/danvan.document/{self.paper.id}/pdf_file",
                f"/web/content/danvan.document/{self.paper.id}/signed_file",
                f"/web/content/danvan.document/{self.paper.id}/subject",
            ):
                with self.subTest(path=path, user=user and user.login):
                    response = self._open(path, user)
                    self.assertEqual(response.status_code, 404)
                    self._assert_says_nothing(response)
            for path in (
                f"/web/image/{files.id}",
                f"/web/image/danvan.document/{self.paper.id}/pdf_file",
            ):
                with self.subTest(path=path, user=user and user.login):
                    # Odoo answers with its picture of a missing picture.
                    response = self._open(path, user)
                    self.assertNotIn(files.checksum, response.headers.get("ETag", ""))
                    self._assert_says_nothing(response)

    def test_the_own_officer_gets_the_kept_file(self):
        path = f"/web/content/danvan.document/{self.paper.id}/pdf_file"
        response = self._open(path, self.officer)
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.content.startswith(b"%PDF"))


@tagged("post_install", "-at_install", "danvan_http")
class TestOwnPapers(HostilePapersCase):
    """The officer prints what is his own, one and many."""

    def _text(self, response):
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.content.startswith(b"%PDF"))
        text = " ".join(" ".join(pdf_texts(response.content)).split())
        self.assertTrue(unicodedata.is_normalized("NFC", text))
        return text

    def test_one(self):
        for ask in (self._report, self._download):
            text = self._text(ask(self.officer, REGISTRATION, self.registration))
            self.assertIn(SECRET, text)
            self.assertNotIn(OTHER, text)
            self.assertIn("PHIẾU ĐĂNG KÝ", text)

    def test_many(self):
        both = self.registration | self.second
        for ask in (self._report, self._download):
            text = self._text(ask(self.officer, REGISTRATION, both))
            self.assertIn(SECRET, text)
            self.assertIn(OTHER, text)
            self.assertEqual(text.count("PHIẾU ĐĂNG KÝ"), 2)

    def test_a_name_typed_apart_is_printed_composed(self):
        self.second.with_user(self.officer).name = unicodedata.normalize("NFD", OTHER)
        text = self._text(self._report(self.officer, REGISTRATION, self.second))
        self.assertIn(OTHER, text)

    def test_the_paper_is_the_kept_one(self):
        text = self._text(self._report(self.officer, DOCUMENT, self.paper))
        self.assertIn(SECRET, text)
