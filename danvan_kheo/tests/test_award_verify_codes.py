"""Codes: given in a batch, printed as a QR, withdrawn with a reason, read by nobody."""

import base64
import io
import math

import qrcode
from PIL import Image
from qrcode.util import lost_point

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..models.award.verification import PAGE
from ..models.award.verification_limit import DEFAULTS
from ..tools import qr, verification_code
from .verify_common import VERIFICATION, VerifyCase

AWARD = "danvan.award"
BOTH = ("xmlrpc", "json")


@tagged("post_install", "-at_install", "danvan_http")
class TestAwardVerifyCodes(VerifyCase):
    """The people of the commune, a neighbour, administrators, a portal account."""

    # Given

    def test_a_whole_decision_gets_its_codes_in_one_batch(self):
        awards = self._eligible(*(f"Tổ số {number}" for number in range(30)))
        few = self._eligible("Tổ a", "Tổ b")
        costs = []
        for some in (few, awards):
            before = self.cr.sql_log_count
            some._issue_codes()
            self.env.flush_all()
            costs.append(self.cr.sql_log_count - before)
        self.assertLessEqual(costs[1], costs[0] + 1)
        codes = {self._code(award) for award in awards}
        self.assertEqual(len(codes), 30)

    def test_a_code_comes_with_the_decision_and_not_before(self):
        awards = self._eligible("Tổ một", "Tổ hai")
        decision = self._decide(awards)
        self.assertFalse(awards._code_in_force())
        paper = decision._pending_paper()
        self._issue(decision, "2026-10-16", paper.number or 90)
        self.assertEqual(len(awards._code_in_force()), 2)
        self.assertEqual(awards.mapped("code_state"), ["in_force", "in_force"])

    def test_codes_are_random_and_cannot_be_guessed(self):
        """80 bits; what the limits leave to who guesses, with a million codes out."""
        codes = {verification_code.new() for _number in range(2000)}
        self.assertEqual(len(codes), 2000)
        self.assertGreaterEqual(verification_code.BITS, 80)
        self.assertEqual(
            math.log2(len(verification_code.ALPHABET)) * verification_code.LENGTH,
            verification_code.BITS,
        )
        letters = set("".join(codes))
        self.assertEqual(letters, set(verification_code.ALPHABET))
        self.assertFalse(letters & set("ILOU"))
        window, own, total = DEFAULTS.values()
        windows_a_year = 365 * 86400 / window
        chance = 10**6 / 2**verification_code.BITS
        self.assertLess(own * windows_a_year * chance, 1.4e-11)
        self.assertLess(total * windows_a_year * chance, 2.7e-10)

    def test_awards_of_before_are_given_codes_from_the_list(self):
        old = self._taken_over("Tổ năm trước") | self._taken_over("Tổ năm kia")
        self.assertEqual(old.mapped("code_state"), [False, False])
        self.act(old, self.officer, "issue_code")
        self.assertEqual(old.mapped("code_state"), ["in_force", "in_force"])
        self._switch(False)
        self.assertNotIn("issue_code", self._offered(self._taken_over("Tổ cũ")))

    def _taken_over(self, name):
        vals = {**self._award_vals(self._honouree(name)), "state": "awarded"}
        awards = self.env[AWARD].with_user(self.administrator)
        return awards._take_over([vals], "Sổ năm 2025").with_env(self.env)

    def _offered(self, award, user=None):
        award.invalidate_recordset()
        return award.with_user(user or self.officer).allowed_transitions or []

    # Printed

    def _matrix_of(self, address):
        """Read the modules of a printed QR back from its picture."""
        kind, content = address.split(",")
        self.assertEqual(kind, "data:image/png;base64")
        picture = Image.open(io.BytesIO(base64.b64decode(content))).convert("1")
        count = picture.width // qr.DOT
        self.assertEqual(picture.size, (count * qr.DOT,) * 2)
        dots = [
            [not picture.getpixel((x * qr.DOT, y * qr.DOT)) for x in range(count)]
            for y in range(count)
        ]
        edge = qr.QUIET_ZONE
        inside = [row[edge:-edge] for row in dots[edge:-edge]]
        self.assertEqual(sum(map(sum, dots)), sum(map(sum, inside)), "quiet zone")
        return inside

    def test_the_qr_says_the_address_of_the_page(self):
        """Against another maker of QR codes."""
        base = "https://danvan.example.org"
        self.env["ir.config_parameter"].set_param("web.base.url", base)
        printed = self.award.with_user(self.officer)._certificate_qr()
        address = f"{base}{PAGE}/{self._code(self.award)}"
        other = self._other_maker(address, qr.MASK)
        self.assertEqual(self._matrix_of(printed), other.get_matrix())

    @staticmethod
    def _other_maker(address, mask):
        other = qrcode.QRCode(
            error_correction=qrcode.ERROR_CORRECT_M, border=0, mask_pattern=mask
        )
        other.add_data(address, optimize=0)
        other.make(fit=True)
        return other

    def test_the_mask_is_about_as_good_as_the_best(self):
        """By the penalties of the standard, on average over some codes."""
        excess = []
        for base in ("http://localhost:8069", "https://danvan.thanhpho.gov.vn"):
            for _code in range(8):
                text = verification_code.grouped(verification_code.new())
                address = f"{base}{PAGE}/{text}"
                points = [
                    lost_point(self._other_maker(address, mask).modules)
                    for mask in range(8)
                ]
                excess.append(points[qr.MASK] / min(points))
        self.assertLess(sum(excess) / len(excess), 1.15)

    def test_the_address_in_the_qr_opens_the_certificate(self):
        code = self.award.with_user(self.officer)._certificate_code()
        self.assertRegex(code, r"^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$")
        address = self.award._code_in_force()._address()
        self.assertEqual(address, f"{self.award.get_base_url()}{PAGE}/{code}")
        response = self.url_open(address.removeprefix(self.award.get_base_url()))
        self.assertIn("Tổ tự quản thôn 10", response.text)

    def test_printed_again_it_is_the_same(self):
        award = self.award.with_user(self.officer)
        first = award._certificate_qr()
        self.env.invalidate_all()
        self.assertEqual(award._certificate_qr(), first)

    def test_without_page_award_or_code_there_is_no_qr(self):
        proposal = self._propose(self._honouree("Tổ mới"))
        withdrawn = self._other_award("Tổ in sai")
        self.act(withdrawn, self.officer, "withdraw_code", "In sai tên")
        for award in (proposal, withdrawn):
            self.assertEqual(award._certificate_qr(), "")
            self.assertEqual(award._certificate_code(), "")
        self._switch(False)
        self.assertEqual(self.award._certificate_qr(), "")

    def test_who_may_not_read_the_certificate_prints_no_code(self):
        for method in ("_certificate_qr", "_certificate_code"):
            with self.assertRaises(AccessError):
                getattr(self.award.with_user(self.other_officer), method)()
            self.assert_refused(self.officer, AWARD, method, self.award.ids)

    # Withdrawn

    def test_the_deciding_unit_withdraws_with_a_reason_that_stays_in_the_trail(self):
        for name, user in (("officer", self.officer), ("leader", self.leader)):
            award = self._other_award(f"Tổ của {name}")
            dialog = award.with_user(user).action_transition("withdraw_code")
            self.assertEqual(dialog["res_model"], "danvan.transition.reason")
            self.act(award, user, "withdraw_code", "Giấy khen bị mất")
            line = award.trail_ids.sorted("id")[-1]
            self.assertEqual(line.reason, "Giấy khen bị mất")
            self.assertEqual((line.user_id, line.role), (user, line.role))
            self.assertTrue(line.role)
            self.assertEqual(award.code_state, "withdrawn")
            self.assertEqual(award.state, "awarded")
        self.assertFalse(list(self.env["danvan.trail"]._suspects()))

    def test_an_administrator_withdraws_and_the_trail_says_so(self):
        self.act(self.award, self.administrator, "withdraw_code", "Theo quyết định")
        line = self.award.trail_ids.sorted("id")[-1]
        self.assertEqual(line.user_id, self.administrator)
        told = line.with_context(lang="vi_VN")
        self.assertEqual(told.capacity_label, "Quản trị")
        self.assertEqual(told.act_label, "Thu hồi mã xác minh")

    def test_nobody_else_touches_a_code(self):
        code = self._code(self.award)
        for user in (self.viewer, self.commune_registrar, self.commune_appraiser):
            self.assertNotIn("withdraw_code", self._offered(self.award, user))
            with self.assertRaises(UserError):
                self.act(self.award, user, "withdraw_code", "Thử")
        for user in (self.other_officer, self.other_leader):
            with self.assertRaises(AccessError):
                self.act(self.award, user, "withdraw_code", "Thử")
        self.assertEqual(self._code(self.award), code)

    def test_a_new_code_replaces_the_withdrawn_one_for_good(self):
        old = self._code(self.award)
        self.act(self.award, self.officer, "withdraw_code", "Giấy khen bị mất")
        self.act(self.award, self.officer, "issue_code")
        new = self._code(self.award)
        self.assertNotEqual(new, old)
        self.assertIn("Không tìm thấy", self._page(old).text)
        self.assertIn("Tổ tự quản thôn 10", self._page(new).text)
        self.assertNotIn("issue_code", self._offered(self.award))

    def test_a_cancelled_decision_takes_its_codes_along(self):
        award, other = self._other_award("Tổ bị hủy"), self._other_award("Tổ còn lại")
        code = self._code(award)
        paper = award.decision_id.sudo().paper_ids.with_user(self.officer)
        paper.invalidate_recordset()
        action = paper.action_correct("cancels", "Khen thưởng không đúng đối tượng.")
        later = paper.browse(action["res_id"])
        later.write({"signer_name": "Mẫu", "signer_post": "Chủ tịch"})
        self.act(later, self.officer, "submit")
        self.act(later, self.leader, "approve")
        self.assertEqual(award.code_state, "in_force")
        later.with_user(self.commune_registrar).action_issue(99, "2026-11-15")
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(award.code_state, "withdrawn")
        self.assertEqual(other.code_state, "in_force")
        self.assertIn("Không tìm thấy", self._page(code).text)
        line = award.trail_ids.sorted("id")[-1]
        self.assertEqual(line.paper_ref, later.number_text)
        self.assertEqual(line.to_state, "cancelled")

    # Read by nobody

    def _everybody(self):
        export = self.env.ref("base.group_allow_export")
        root = self.env.ref("base.user_admin")
        people = (self.officer, self.leader, self.administrator, root)
        for user in people:
            user.write({"group_ids": [(4, export.id)]})
        return (*people, self.other_officer, self._portal())

    def _answers(self, user, model, method, ids=None, **kwargs):
        for protocol in BOTH:
            with self.subTest(
                user=user.login, method=method, model=model, by=protocol, **kwargs
            ):
                yield self.call(protocol, user, model, method, ids, **kwargs)

    def test_no_protocol_reads_or_exports_a_code(self):
        verification = self.award._code_in_force()
        secret = verification.code
        printed = verification_code.grouped(secret)
        deep = {"verification_ids": {"fields": {"code": {}}}}
        export = {"fields_to_export": ["verification_ids/code"]}
        own = {"fields_to_export": ["code"]}
        tries = [
            (AWARD, "read", self.award.ids, {"fields": ["verification_ids"]}),
            (AWARD, "web_read", self.award.ids, {"specification": deep}),
            (AWARD, "export_data", self.award.ids, export),
            (VERIFICATION, "read", verification.ids, {"fields": ["code"]}),
            (VERIFICATION, "read", verification.ids, {"fields": ["id"]}),
            (VERIFICATION, "export_data", verification.ids, own),
            (VERIFICATION, "copy", verification.ids, {}),
            (VERIFICATION, "search_read", None, {"domain": [], "fields": ["code"]}),
            (VERIFICATION, "name_search", None, {"name": secret}),
            (AWARD, "name_search", None, {"name": secret}),
            (AWARD, "fields_get", None, {"allfields": ["verification_ids"]}),
            (VERIFICATION, "fields_get", None, {"allfields": ["code"]}),
            (VERIFICATION, "formatted_read_group", None, self._grouped("code")),
            (AWARD, "formatted_read_group", None, self._grouped("verification_ids")),
            (
                AWARD,
                "formatted_read_group",
                None,
                self._grouped("verification_ids.code"),
            ),
            (
                AWARD,
                "onchange",
                self.award.ids,
                {"values": {}, "field_names": [], "fields_spec": deep},
            ),
        ]
        for user in self._everybody():
            for model, method, ids, kwargs in tries:
                for answer in self._answers(user, model, method, ids, **kwargs):
                    said = f"{answer.value}{answer.refusal}{answer.crash}"
                    self.assertNotIn(secret, said)
                    self.assertNotIn(printed, said)
                    self.assertNotIn("'verification_ids'", str(answer.value))

    @staticmethod
    def _grouped(name):
        return {"domain": [], "groupby": [name], "aggregates": ["__count"]}

    def test_no_filter_order_or_group_tells_whether_a_code_begins_so(self):
        secret = self.award._code_in_force().code
        other = "Z" if secret[0] != "Z" else "Y"
        paths = (
            (AWARD, "verification_ids.code"),
            ("danvan.honouree", "award_ids.verification_ids.code"),
            ("danvan.award.decision", "award_ids.verification_ids.code"),
            (VERIFICATION, "code"),
        )
        for user in self._everybody():
            for model, path in paths:
                for method in ("search_count", "search"):
                    right, wrong = (
                        [
                            answer.value
                            for answer in self._answers(
                                user, model, method, domain=[(path, "=like", f"{s}%")]
                            )
                        ]
                        for s in (secret[0], other)
                    )
                    self.assertEqual(right, wrong)
            any_code = [("code", "=", secret)]
            for domain in (
                [("verification_ids", "any", any_code)],
                [("verification_ids", "not any", any_code)],
                [("verification_ids", "any", [("withdrawn_date", "=", False)])],
                ["!", ("verification_ids.code", "=", secret)],
            ):
                for answer in self._answers(user, AWARD, "search", domain=domain):
                    self.assertTrue(answer.refusal, f"answered {answer.value}")
            for answer in self._answers(
                user, VERIFICATION, "search", domain=[], order="code"
            ):
                self.assertTrue(answer.refusal)

    def test_nobody_writes_makes_or_deletes_a_code(self):
        verification = self.award._code_in_force()
        vals = {"code": "0" * 16, "award_id": self.award.id}
        for user in self._everybody():
            for model, method, ids, kwargs in (
                (VERIFICATION, "write", verification.ids, {"vals": {"code": "0" * 16}}),
                (VERIFICATION, "create", None, {"vals_list": [vals]}),
                (VERIFICATION, "unlink", verification.ids, {}),
                (
                    AWARD,
                    "write",
                    self.award.ids,
                    {"vals": {"verification_ids": [(0, 0, {"code": "0" * 16})]}},
                ),
                (AWARD, "_issue_codes", self.award.ids, {}),
                (VERIFICATION, "_facts", None, {"text": "x"}),
                ("danvan.verification.hit", "search_read", None, {"domain": []}),
            ):
                for answer in self._answers(user, model, method, ids, **kwargs):
                    self.assertTrue(answer.refusal, f"answered {answer.value}")
        with self.assertRaises(AccessError):
            verification.sudo().write({"withdrawn_date": False})
        self.assertEqual(self.env[VERIFICATION].search([]), verification)

    # Set up

    def test_the_set_up_check_tells_where_the_printed_code_leads(self):
        check = self.env["danvan.setup.check"].with_user(self.administrator)
        parameters = self.env["ir.config_parameter"]
        for address, state in (
            ("http://localhost:8069", "warning"),
            ("http://danvan.example.org", "warning"),
            ("https://danvan.example.org", "ok"),
        ):
            parameters.set_param("web.base.url", address)
            finding = check._check_verification_page()
            self.assertEqual(finding.state, state)
            self.assertIn(address, finding.advice)
        self._switch(False)
        self.assertEqual(check._check_verification_page().state, "ok")
