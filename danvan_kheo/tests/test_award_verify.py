"""The public page: what it tells, to whom, and that nothing else can be told apart."""

import base64
import hashlib
import html
import re

from odoo import fields
from odoo.tests import tagged

from ..models.award.verification import ON_PARAMETER, PAGE
from .appraisal_common import AppraisalActs
from .verify_common import UNKNOWN, VERIFICATION, VerifyCase

NOT_FOUND = "Không tìm thấy giấy khen, bằng khen hoặc giấy công nhận nào có mã này"


def told(response):
    """Return `{label: value}` of what the page tells."""
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", response.text, re.DOTALL)
    return {html.unescape(label): html.unescape(value) for label, value in pairs}


@tagged("post_install", "-at_install", "danvan_http")
class TestAwardVerify(VerifyCase):
    """Asked over HTTP by somebody without an account."""

    def test_the_page_tells_name_form_number_and_date_and_nothing_else(self):
        response = self._page(self._code(self.award))
        self.assertEqual(response.status_code, 200)
        self.assertEqual(
            told(response),
            {
                "Tên": "Tổ tự quản thôn 10",
                "Hình thức": "Giấy khen của Chủ tịch UBND xã",
                "Quyết định số": self.award.decision_number,
                "Ngày quyết định": "15/10/2026",
                "Số trong sổ khen thưởng": f"{self.award.register_number}/2026",
            },
        )
        # Without the facts it is the page of any other certificate.
        other = self._page(self._code(self._other_award("Tổ khác")))
        blank = [re.sub(r"<dd>.*?</dd>", "", page.text) for page in (response, other)]
        self.assertEqual(*blank)

    def test_a_recognition_is_told_by_its_name_and_decision(self):
        recognition = self._recognised()
        response = self._page(self._code(recognition))
        self.assertEqual(
            told(response),
            {
                "Tên": self.registration.name,
                "Hình thức": "Công nhận mô hình “Dân vận khéo” năm 2026",
                "Quyết định số": "12-QĐ/ĐU",
                "Ngày quyết định": "10/10/2026",
            },
        )

    def _recognised(self):
        acts = type("Acts", (AppraisalActs, type(self)), {})
        self.registration.with_user(self.officer).write(
            {
                "result_ids": [
                    fields.Command.create(
                        {"name": "Đường có đèn", "measure": "km", "value_from": 2.1}
                    )
                ]
            }
        )
        acts._self_concluded(self.registration)
        acts._appraised(self.registration)
        self.commune.write(
            {"paper_symbol": "ĐU", "leader_name": "Mẫu", "leader_post": "Bí thư"}
        )
        lists = self.env["danvan.recognition.list"].with_user(self.commune_appraiser)
        drawn = lists.create({"campaign_id": self.campaign.id}).with_env(self.env)
        drawn.with_user(self.commune_appraiser).action_draw_up()
        self.act(drawn, self.commune_appraiser, "submit")
        self.act(drawn, self.leader, "approve")
        self.env.invalidate_all()
        decision = drawn.paper_ids
        self.act(decision, self.officer, "submit")
        self.act(decision, self.leader, "approve")
        decision.with_user(self.commune_registrar).action_issue(12, "2026-10-10")
        self.env.flush_all()
        return drawn.recognition_ids

    def test_a_code_is_read_however_it_is_typed(self):
        code = self._code(self.award)
        expected = self._page(code).text
        spaced = code.replace("-", " ").lower()
        meant = code.replace("0", "O").replace("1", "l")
        for typed in (code, spaced, code.replace("-", ""), f" {code}\n", meant):
            with self.subTest(typed=typed):
                self.assertEqual(self._typed(typed).text, expected)

    def test_unknown_malformed_withdrawn_and_revoked_codes_get_one_answer(self):
        withdrawn, revoked = self._other_award("Tổ một"), self._other_award("Tổ hai")
        gone = [self._code(withdrawn), self._code(revoked)]
        self.act(withdrawn, self.officer, "withdraw_code", "Thu hồi giấy khen in sai")
        revoked._write_owned({"state": "dropped"})
        self.env.flush_all()
        expected = self._page(UNKNOWN)
        self.assertEqual(expected.status_code, 200)
        self.assertIn(NOT_FOUND, expected.text)
        malformed = (
            "x",
            "U" * 16,
            "%3F" * 16,
            "a/b/c",
            "%00",
            "1" * 4000,
            "..%2F",
            "'",
        )
        for code in (*gone, *malformed):
            with self.subTest(code=code):
                self._assert_same(self._page(code), expected)
                self._assert_same(self._typed(code), expected)

    def _assert_same(self, response, expected):
        """Compare status, content and all headers but the clock's."""
        self.assertEqual(response.status_code, expected.status_code)
        self.assertEqual(response.content, expected.content)
        headers = [
            {k: v for k, v in r.headers.items() if k != "Date"}
            for r in (response, expected)
        ]
        self.assertEqual(*headers)

    def test_every_answer_of_not_found_takes_the_same_work(self):
        withdrawn = self._other_award("Tổ ba")
        code = self._code(withdrawn)
        self.act(withdrawn, self.officer, "withdraw_code", "Thu hồi")
        revoked = self._other_award("Tổ bốn")
        revoked_code = self._code(revoked)
        revoked._write_owned({"state": "dropped"})
        self.env.flush_all()
        codes = self.env[VERIFICATION].with_user(self.env.ref("base.public_user"))
        work = set()
        for text in (UNKNOWN, "", "malformed", "?" * 10**6, code, revoked_code):
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.assertIsNone(codes._facts(text))
            work.add(self.cr.sql_log_count - before)
        self.assertEqual(work, {1})

    def test_switched_off_there_is_no_such_address(self):
        code = self._code(self.award)
        nowhere = self.url_open("/dan-van-kheo/khong-co/trang-nay")
        for is_on in (False, "False", "0"):
            self._switch(is_on)
            for path in (PAGE, f"{PAGE}/", f"{PAGE}/{code}", f"{PAGE}/{UNKNOWN}"):
                for method in ("GET", "HEAD", "POST", "PUT", "DELETE"):
                    with self.subTest(path=path, method=method, is_on=is_on):
                        response = self.url_open(path, method=method)
                        self.assertEqual(response.status_code, 404)
                        if method == "GET":
                            self._assert_same(response, nowhere)

    def test_it_is_off_until_switched_on_in_the_settings(self):
        self.env["ir.config_parameter"].search([("key", "=", ON_PARAMETER)]).unlink()
        self.assertEqual(self._page(UNKNOWN).status_code, 404)
        settings = self.env["res.config.settings"].create({"danvan_verify_page": True})
        settings.execute()
        self.assertEqual(self._page(UNKNOWN).status_code, 200)
        settings = self.env["res.config.settings"].create({})
        self.assertTrue(settings.danvan_verify_page)
        settings.danvan_verify_page = False
        settings.execute()
        self.assertEqual(self._page(UNKNOWN).status_code, 404)

    def test_other_methods_are_sane(self):
        code = self._code(self.award)
        head = self._page(code, "HEAD")
        self.assertEqual((head.status_code, head.content), (200, b""))
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            with self.subTest(method=method):
                response = self._page(code, method)
                self.assertEqual(response.status_code, 405)
                self.assertEqual(response.headers["Allow"], "GET, HEAD")
                self.assertFalse(response.content)

    def test_headers_keep_it_out_of_stores_and_indexes_and_frames(self):
        for code in ("", UNKNOWN, self._code(self.award)):
            headers = self._page(code).headers
            self.assertEqual(headers["Cache-Control"], "no-store")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(headers["X-Robots-Tag"], "noindex, nofollow")
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
            policy = headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertIn("frame-ancestors 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertNotIn("Set-Cookie", headers)

    def test_the_style_of_the_page_is_the_one_that_the_policy_allows(self):
        response = self._page()
        style = re.search(r"<style>(.*?)</style>", response.text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = response.headers["Content-Security-Policy"]
        self.assertIn(f"style-src 'sha256-{digest}'", policy)

    def test_the_page_fetches_nothing(self):
        text = self._page(self._code(self.award)).text
        self.assertNotRegex(text, r"(?i)<(script|link|img|iframe|object|embed|base)\b")
        self.assertNotRegex(text, r"(?i)url\(|@import|https?:|\bsrc=|\bhref=|\bon\w+=")

    def test_what_was_asked_is_not_repeated_on_the_page(self):
        for sent in ("<script>alert(1)</script>", "KHONGCOTRONGSOO"):
            response = self._typed(sent)
            self.assertNotIn("alert", response.text)
            self.assertNotIn(sent, response.text)

    def test_names_are_texts(self):
        award = self._other_award("<b>Tổ</b> & bạn")
        response = self._page(self._code(award))
        self.assertIn("&lt;b&gt;Tổ&lt;/b&gt; &amp; bạn", response.text)
        self.assertEqual(told(response)["Tên"], "<b>Tổ</b> & bạn")

    def test_neither_the_award_nor_its_code_is_written(self):
        tables = ("danvan_award", VERIFICATION.replace(".", "_"), "danvan_trail")
        before = [self._rows(table) for table in tables]
        for code in (self._code(self.award), UNKNOWN):
            self._page(code)
            self._page(code, "POST")
        self.assertEqual([self._rows(table) for table in tables], before)

    def _rows(self, table):
        self.cr.execute(f"SELECT t::text, t.xmin FROM {table} t ORDER BY id")
        return self.cr.fetchall()

    def test_whoever_is_logged_in_gets_the_same_page(self):
        code = self._code(self.award)
        expected = self._page(code).text
        self.officer.password = self.officer.login
        self.authenticate(self.officer.login, self.officer.login)
        self.assertEqual(self._page(code).text, expected)
