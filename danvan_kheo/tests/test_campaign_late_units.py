"""Which units are reminded: by whom, from when on, and at what cost."""

from odoo.tests import tagged

from .common import YEAR
from .test_campaign_papers import NAMES, CampaignPapersCase

ALLOWED_DIFFERENCE = 3
BEFORE, AFTER = f"{YEAR}-03-20 08:00:00", f"{YEAR}-04-10 08:00:00"


@tagged("post_install", "-at_install")
class TestLateUnits(CampaignPapersCase):
    """The department has sent, one commune has a draft, the other has nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.department_officer = cls._person("dept", "officer", cls.department)
        cls.department_leader = cls._person("dept_lead", "approver", cls.department)
        cls.bureau = cls._unit(
            "T.PHONG",
            "Phòng không có con dấu",
            "department",
            "province",
            cls.department,
            has_seal=False,
        )
        cls.ended = cls._unit(
            "T.CU",
            "Sở cũ",
            "department",
            "province",
            cls.province,
            date_to="2025-06-30",
        )

    def setUp(self):
        super().setUp()
        self.sent = self._sent_by_the_department()
        self.draft = self._register(self.campaign, name="Bản nháp")

    def _sent_by_the_department(self, **vals):
        registration = self._register(
            self.campaign, self.department, self.department_officer, **vals
        )
        self.act(registration, self.department_officer, "submit")
        self.act(registration, self.department_leader, "approve")
        self.assertEqual(registration.state, "sent")
        return registration

    def _rows(self, user=None):
        acting = self.campaign.with_user(user or self.province_officer)
        acting.env.invalidate_all()
        _headings, rows = acting._late_table()
        return [list(row[1:]) for row in rows]

    def test_sent_drafted_nothing_and_no_duty(self):
        with self.local_time(AFTER):
            self.assertEqual(
                self._rows(),
                [
                    [self.other_commune.name, "Chưa đăng ký", "10"],
                    [self.commune.name, "Có 01 đăng ký chưa gửi", "10"],
                ],
            )

    def test_until_the_last_day_nobody_is_late(self):
        for moment in (BEFORE, f"{YEAR}-03-31 23:30:00"):
            with self.local_time(moment):
                self.assertEqual({row[2] for row in self._rows()}, {"Chưa đến hạn"})
        with self.local_time(f"{YEAR}-04-01 00:30:00"):
            self.assertEqual({row[2] for row in self._rows()}, {"1"})

    def test_one_that_sent_some_is_late_with_the_rest_after_the_day(self):
        self._register(self.campaign, self.department, self.department_officer)
        with self.local_time(BEFORE):
            self.assertNotIn(self.department.name, [row[0] for row in self._rows()])
        with self.local_time(AFTER):
            self.assertIn(
                [self.department.name, "Đã gửi 01, còn 01 đăng ký chưa gửi", "10"],
                self._rows(),
            )

    def test_given_back_is_not_sent(self):
        self.act(self.sent, self.province_officer, "return_to_unit", "Bổ sung chỉ tiêu")
        with self.local_time(AFTER):
            self.assertIn(
                [
                    self.department.name,
                    "Có 01 đăng ký chưa gửi, trong đó 01 bị trả lại bổ sung",
                    "10",
                ],
                self._rows(),
            )

    def test_withdrawn_is_none(self):
        self.act(self.sent, self.department_officer, "withdraw", "Nhầm đơn vị")
        with self.local_time(AFTER):
            self.assertIn([self.department.name, "Chưa đăng ký", "10"], self._rows())

    def test_a_hamlet_answers_through_its_commune(self):
        registration = self._register(self.campaign, self.hamlet)
        self.act(registration, self.officer, "submit")
        self.act(registration, self.leader, "accept")
        with self.local_time(BEFORE):
            names = [row[0] for row in self._rows()]
            self.assertEqual(names, [self.other_commune.name])

    def test_the_commune_reminds_its_own(self):
        with self.local_time(AFTER):
            self.assertEqual(
                self._rows(self.officer),
                [[self.commune_government.name, "Chưa đăng ký", "10"]],
            )

    def test_what_a_merged_unit_had_done_counts_for_its_successor(self):
        old = self._unit(
            "T.DU0",
            "Đảng ủy xã Cũ",
            "party_committee",
            "commune",
            self.province,
            successor_ids=[self.other_commune.id],
        )
        vals = self._registration_vals(self.campaign, old)
        self.env["danvan.registration"].create(vals)._write_owned({"state": "done"})
        old.date_to = f"{YEAR}-01-31"
        with self.local_time(BEFORE):
            names = [row[0] for row in self._rows()]
            self.assertEqual(names, [self.commune.name])

    def test_the_letter_carries_the_list(self):
        with self.local_time(AFTER):
            paper = self._drafted(self.campaign, self.province_officer, NAMES[4])
        self.assertIn("còn 02 cơ quan, đơn vị, địa phương", paper.body)
        text = self._printed(paper, self.province_officer)
        for name in (self.other_commune.name, self.commune.name):
            self.assertIn(name, text)
        for name in (self.bureau, self.ended, self.hamlet, self.department):
            self.assertNotIn(name.name, text)

    def test_200_units_cost_about_as_many_queries_as_20(self):
        self._rows()
        counts = []
        for number in (20, 180):
            self._many_departments(number)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            _headings, rows = self.campaign.with_user(
                self.province_officer
            )._late_table()
            counts.append((len(rows), self.env.cr.sql_log_count - before))
        (few, cheap), (many, dear) = counts
        self.assertEqual(many - few, 180)
        self.assertLessEqual(dear - cheap, ALLOWED_DIFFERENCE)

    def _many_departments(self, number):
        kind, level = self.department.kind_id, self.department.level_id
        units = self.env["danvan.unit"].create(
            [
                {
                    "name": f"Sở thứ {n} của {number}",
                    "code": f"S{number}.{n}",
                    "kind_id": kind.id,
                    "level_id": level.id,
                    "parent_id": self.province.id,
                }
                for n in range(number)
            ]
        )
        self.env["danvan.registration"].create(
            [
                dict(self._registration_vals(self.campaign, unit), name=f"Nháp {i}")
                for i, unit in enumerate(units)
            ]
        )
