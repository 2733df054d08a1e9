"""A year in the browser, by the people whose work it is, each at the own screen."""

import csv
import io

import pypdf

from odoo.tests import tagged
from odoo.tools import file_open, mute_logger

from .common import DanvanHttpCase
from .reported_models import FILE

MODEL = "Vận động hiến đất, bê tông hóa đường và kéo điện chiếu sáng buôn Khanh"
HONOUREE = "Ban tự quản buôn Khanh"
PAPER = "danvan_kheo.report_document"
FORM = "danvan_kheo.report_registration"
CERTIFICATE = "danvan_kheo.report_certificate"


@tagged("post_install", "-at_install", "danvan_http")
class TestTourYear(DanvanHttpCase):
    """From the draft of the campaign to the printed certificate."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = cls.env["danvan.period"]._today()
        cls._make_signers()
        cls.campaign = cls._draft_campaign()

    @classmethod
    def _make_signers(cls):
        """Add the body that commends, and what papers need of those that sign."""
        cls.province_government = cls._unit(
            "T.UBT", "UBND tỉnh Mẫu", "government", "province", cls.province
        )
        signers = {
            cls.commission: ("BTGDVTU", "Trưởng ban"),
            cls.province_government: ("UBND", "Chủ tịch"),
        }
        for unit, (symbol, post) in signers.items():
            unit.write(
                {
                    "leader_name": "Nguyễn Văn Mẫu",
                    "leader_post": post,
                    "paper_symbol": symbol,
                    "place_name": "Mẫu",
                }
            )

    @classmethod
    def _draft_campaign(cls):
        """Return a campaign of this year, whatever year that is: the browser's and
        the server's clock go on."""
        year = cls.today.year
        sets = cls._criteria_set(year=year)
        sets |= cls._criteria_set(year=year, kind="exemplar")
        last_day = f"{year}-12-31"
        ends = ("registration_to", "evaluation_to", "ceremony_date", "date_end")
        vals = {
            "year": year,
            "date_start": f"{year}-01-01",
            "criteria_set_ids": sets.ids,
            **dict.fromkeys(ends, last_day),
        }
        model = cls.env["danvan.campaign"].with_user(cls.province_officer)
        return model.create(vals).with_env(cls.env)

    def _tour(self, user, name):
        self.start_tour("/odoo", f"danvan_year_{name}", login=user.login)
        self.env.invalidate_all()

    def test_a_year(self):
        self._launch()
        self._register()
        self._evaluate()
        self._recognise()
        self._commend()
        self._look()
        self._print()

    def _launch(self):
        self._tour(self.province_officer, "campaign_submit")
        self._tour(self.province_leader, "campaign_approve")
        self._tour(self.province_officer, "campaign_launch")
        self.assertEqual(self.campaign.state, "launched")

    def _register(self):
        self._tour(self.officer, "register")
        self._tour(self.leader, "approve_and_send")
        self._tour(self.province_officer, "receive")
        self._tour(self.province_leader, "accept")
        self.registration = self.env["danvan.registration"].search([])
        self._check_registration()

    def _check_registration(self):
        with file_open(FILE) as file:
            told = next(row for row in csv.DictReader(file) if row["name"] == MODEL)
        registration = self.registration
        self.assertEqual(registration.name, MODEL)
        self.assertEqual(registration.state, "running")
        self.assertEqual(registration.deciding_unit_id, self.commission)
        self.assertEqual(registration.sector_id.code, told["sector"])
        self.assertEqual(registration.hamlet, told["place_hamlet"])
        aim = registration.indicator_ids
        self.assertEqual(aim.name, told["result_2_name"])
        self.assertEqual(aim.target, float(told["result_2_value"]))
        self.assertEqual(aim.measure, told["result_2_unit"])

    def _evaluate(self):
        self._tour(self.officer, "self_evaluate")
        self._tour(self.leader, "conclude")
        self.assertEqual(self.registration.state, "self_assessed")
        self._tour(self.appraiser, "appraise")
        self._tour(self.province_leader, "conclude")
        self.assertEqual(self.registration.state, "done")
        self.assertEqual(self.registration.total_score, 95)
        self.assertEqual(self.registration.grade_id.name, "Xuất sắc")

    def _recognise(self):
        self._tour(self.appraiser, "draw_up")
        self._tour(self.province_leader, "recognise")
        self._tour(self.province_officer, "decision_submit")
        self._check_refused(PAPER, self._papers("to_sign"))
        self._tour(self.province_leader, "decision_sign")
        self.assertNotEqual(self.registration.recognition_state, "recognised")
        self._tour(self.registrar, "decision_issue")
        self.assertEqual(self.registration.recognition_state, "recognised")
        recognition = self.registration.recognition_ids
        self.assertIn("21", recognition.decision_number)
        self.assertEqual(recognition.decision_date, self.today)

    def _commend(self):
        self._tour(self.officer, "award_propose")
        self._tour(self.province_officer, "award_screen")
        self._tour(self.province_officer, "award_collect")
        self._tour(self.province_leader, "award_approve")
        self._tour(self.province_officer, "award_paper")
        self._tour(self.province_leader, "award_sign")
        self._tour(self.registrar, "award_issue")
        award = self.registration.award_ids
        self.assertEqual(award.state, "awarded")
        self.assertEqual(award.printed_name, HONOUREE)
        self.assertEqual(award.deciding_unit_id, self.province_government)
        self.assertEqual(award.amount, 7590000)  # 3 × 2.530.000
        self.assertIn("22", award.decision_number)

    def _look(self):
        self._tour(self.viewer, "list")
        self._tour(self.officer, "award_seen")
        self._tour(self.administrator, "units")

    def _print(self):
        recognised, awarded = self._papers("issued")
        # Decisions name persons and amounts: not for every unit below.
        self._check_refused(PAPER, recognised)
        self._check_refused(PAPER, awarded)
        certificate = self.registration.award_ids
        self._check_printed(PAPER, recognised, MODEL, "21")
        self._check_printed(PAPER, awarded, HONOUREE, "7.590.000", "Văn phòng UBND")
        self._check_printed(CERTIFICATE, certificate, HONOUREE, "22")
        self._check_refused(CERTIFICATE, certificate)
        self._check_refused(FORM, self.registration)

    def _papers(self, state):
        papers = self.env["danvan.document"].search([("state", "=", state)], order="id")
        self.assertTrue(papers)
        return papers

    def _check_printed(self, report, record, *said):
        """The province's officer gets the PDF, and it says what it should."""
        content = self._get(self.province_officer, report, record).content
        self.assertTrue(content.startswith(b"%PDF"), content[:200])
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        self.assertNotIn("DỰ THẢO", text)
        self.assertNotIn("{", text)
        for words in said:
            self.assertIn(words, text)

    def _check_refused(self, report, record):
        """The officer of another commune gets nothing."""
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            refused = self._get(self.other_officer, report, record)
        self.assertEqual(refused.status_code, 403)
        self.assertNotIn(b"%PDF", refused.content)

    def _get(self, user, report, record):
        self.authenticate(user.login, user.login)
        context = '{"force_report_rendering": true}'
        address = f"/report/pdf/{report}/{record.id}?context={context}"
        return self.url_open(address, timeout=60)
