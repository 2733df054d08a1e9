"""“Hướng dẫn tiêu chí”: the criteria of the campaign as tables."""

from odoo.fields import Command
from odoo.tests import tagged

from .common import YEAR, DanvanCase
from .papers_common import PaperActs


@tagged("post_install", "-at_install")
class TestCriteriaGuide(PaperActs, DanvanCase):
    """Points, groups, grades and what excludes, of one set and of several."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._name_leaders()
        cls.campaign = cls._campaign()
        cls.sets = cls.campaign.criteria_set_ids

    def _rows(self, name, user=None):
        acting = self.campaign.with_user(user or self.province_officer)
        headings, rows = acting._paper_lists()[name]()
        return headings, [tuple(row) for row in rows]

    def _only(self, **vals):
        create = Command.create
        criteria_set = self.env["danvan.criteria.set"].create(
            {
                "name": "Bộ có nhóm",
                "unit_id": self.commission.id,
                "year": YEAR,
                "group_ids": [create({"number": "I", "name": "Công tác lãnh đạo"})],
                "grade_ids": [
                    create({"name": "Tốt", "minimum": 79.5, "sequence": 1}),
                    create({"name": "Chưa đạt", "minimum": 0, "sequence": 2}),
                ],
                **vals,
            }
        )
        group = criteria_set.group_ids
        criteria_set.criterion_ids = [
            create(
                {
                    "number": "1",
                    "name": "Đăng ký đúng hạn",
                    "max_score": 20.5,
                    "group_id": group.id,
                    "hint": "Trễ hạn: 0 điểm",
                }
            ),
            create({"number": "2", "name": "Lan tỏa", "max_score": 79.5}),
        ]
        self.campaign.criteria_set_ids = criteria_set

    def test_groups_points_and_hints(self):
        self._only()
        headings, rows = self._rows("criteria")
        self.assertEqual(headings[-1], "Cách chấm điểm")
        self.assertEqual(
            rows,
            [
                ("2", "Lan tỏa", "79,5", False),
                ("I", "Công tác lãnh đạo", "20,5", ""),
                ("1", "Đăng ký đúng hạn", "20,5", "Trễ hạn: 0 điểm"),
                ("", "Tổng cộng", "100", ""),
            ],
        )

    def test_grades_in_words(self):
        self._only()
        _headings, rows = self._rows("grades")
        self.assertEqual(
            rows,
            [
                ("1", "Tốt", "Từ 79,5 điểm trở lên", "Không"),
                ("2", "Chưa đạt", "Dưới 79,5 điểm", "Không"),
            ],
        )

    def test_several_sets_are_named_where_they_differ(self):
        models = self.sets.filtered(lambda s: s.kind == "model").sudo()
        models.name = "Bộ cho mô hình"
        models.criterion_ids[0].name = "Tiêu chí riêng"
        (self.sets - models).sudo().name = "Bộ cho điển hình"
        headings, rows = self._rows("criteria")
        self.assertNotIn("Cách chấm điểm", headings, "no hints, no column for them")
        named = [row for row in rows if len(row) == 1]
        self.assertEqual(named, [("Bộ cho mô hình",), ("Bộ cho điển hình",)])

    def test_alike_grades_stand_once(self):
        _headings, rows = self._rows("grades")
        self.assertEqual(
            [row[1] for row in rows], ["Xuất sắc", "Tốt", "Khá", "Không đạt"]
        )
        self.assertEqual(rows[1][2], "Từ 80 đến dưới 90 điểm")

    def test_a_campaign_below_prints_the_sets_of_the_one_above(self):
        below = (
            self.env["danvan.campaign"]
            .with_user(self.officer)
            .create({"unit_id": self.commune.id, "parent_id": self.campaign.id})
        )
        _headings, rows = below._paper_lists()["knockouts"]()
        self.assertEqual(rows, [("1", "Báo cáo sai sự thật")])

    def test_the_guide_by_the_officer(self):
        paper = self._drafted(
            self.campaign, self.province_officer, "Hướng dẫn tiêu chí"
        )
        text = self._printed(paper, self.province_officer)
        for said in (
            "HƯỚNG DẪN",
            "Lãnh đạo 20",
            "Cách làm 25",
            "Tổng cộng 100",
            "1 Xuất sắc Từ 90 điểm trở lên Có",
            "4 Không đạt Dưới 65 điểm Không",
            "1 Báo cáo sai sự thật",
            f"trước ngày 31/12/{YEAR}",
        ):
            self.assertIn(said, text)
