"""Likely the same, and copied from last year: a warning, never a block."""

import unicodedata

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from .common import YEAR, DanvanCase

NAME = "Mô hình “Dân vận khéo” thắp sáng đường quê thôn 10"
NEED = (
    "Nhân dân thôn 10 họp ngày 12 tháng 3 đề nghị thắp sáng tuyến đường liên thôn "
    "để con em đi học buổi tối được an toàn và phòng trộm cắp"
)


class AlikeCase(DanvanCase):
    """A registration of the commune in the list of this year."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.first = cls._run(cls._register(cls.campaign, name=NAME, people_need=NEED))

    def _sentences(self, registration, user=None):
        seen = registration.with_user(user or self.officer)
        seen = seen.with_context(lang="vi_VN")
        seen.invalidate_recordset()
        return [line["sentence"] for line in seen.alike]

    def _next_campaign(self):
        ends = ("registration_to", "evaluation_to", "ceremony_date", "date_end")
        day = f"{YEAR + 1}-12-31"
        return self._campaign(year=YEAR + 1, **dict.fromkeys(ends, day))


@tagged("post_install", "-at_install")
class TestRegistrationAlike(AlikeCase):
    """Found however it is typed; told to each reader as far as he may read."""

    def test_said_while_the_name_is_typed(self):
        model = self.env["danvan.registration"].with_user(self.officer)
        for typed in (
            "Thắp sáng đường quê",
            "thap sang duong que",
            unicodedata.normalize("NFD", "Thắp sáng đường quê thôn 10"),
        ):
            with self.subTest(typed):
                form = Form(model)
                form.name = "Nuôi ong lấy mật"
                form.hamlet = "Thôn 10"
                self.assertFalse(form.has_alike)
                form.name = typed
                self.assertTrue(form.has_alike)
                line = form.alike[0]
                self.assertEqual(line["id"], self.first.id)

    def test_the_sentence_of_the_wording(self):
        draft = self._register(self.campaign, name="Thắp sáng đường quê")
        self.assertEqual(
            self._sentences(draft),
            [
                f"Có thể trùng với “{NAME}”, Đảng ủy xã Suối Trong, năm {YEAR}: cùng "
                "Thôn 10, tên giống 100%. Nếu khác, ghi rõ điểm khác; nếu là một, bấm "
                "“Tiếp tục từ năm trước”."
            ],
        )

    def test_words_of_every_name_make_nothing_alike(self):
        draft = self._register(
            self.campaign, name="Mô hình “Dân vận khéo” nuôi ong thôn 10"
        )
        self.assertFalse(draft.has_alike)

    def test_the_same_text_under_another_name(self):
        draft = self._register(
            self.campaign, name="Đèn đường an toàn buổi tối", people_need=NEED
        )
        self.assertIn("nội dung giống 100%", self._sentences(draft)[0])

    def test_what_was_withdrawn_or_continues_is_no_other(self):
        again = self._register(self._next_campaign(), previous_id=self.first.id)
        self.assertFalse(again.has_alike)
        other = self._register(self.campaign, name="Nuôi ong lấy mật thôn 10")
        self.act(other, self.officer, "submit")
        self.act(other, self.officer, "withdraw", "Thôi không làm")
        draft = self._register(self.campaign, name="Nuôi ong lấy mật")
        self.assertFalse(draft.has_alike)

    def test_a_common_name_elsewhere_says_nothing(self):
        model = self.env["danvan.territory"]
        level = self.territory.level_id.id
        places = model.create(
            [{"name": f"Xã Mẫu {n}", "level_id": level} for n in range(6)]
        )
        for place in places[:5]:
            self._register(self.campaign, name="Đường hoa", territory_id=place.id)
        draft = self._register(self.campaign, name="Đường hoa")
        self.assertEqual(len(draft.alike), 5)
        self._register(self.campaign, name="Đường hoa", territory_id=places[5].id)
        draft.invalidate_recordset()
        self.assertFalse(draft.alike)

    def test_who_may_not_read_it_learns_unit_and_year_only(self):
        self._register(
            self.campaign,
            self.other_commune,
            self.other_officer,
            name="Thắp sáng đường quê xóm Bí Mật",
            people_need=NEED,
        )
        draft = self._register(
            self.campaign, name="Thắp sáng đường quê xóm Bí Mật", hamlet="Thôn 2"
        )
        # Only where the officer may not read: of the other commune.
        reader = draft.with_user(self.officer).with_context(lang="vi_VN")
        draft_lines = reader.alike
        hidden = [line for line in draft_lines if not line["id"]]
        self.assertEqual(
            [line["sentence"] for line in hidden],
            [
                "Có thể trùng với một đăng ký của Đảng ủy xã Đồi Xanh, năm "
                f"{YEAR}, mà tài khoản này không được xem."
            ],
        )
        self.act(draft, self.officer, "submit")
        read = draft.with_user(self.officer).read()
        self.assertNotIn("alike_kept", read[0])
        with self.assertRaises(AccessError):
            draft.with_user(self.officer).read(["alike_kept"])
        seen = self._sentences(draft, self.province_officer)
        self.assertTrue(any("xóm Bí Mật" in sentence for sentence in seen))

    def test_sent_it_keeps_the_warning_and_why_it_differs(self):
        draft = self._register(self.campaign, name="Thắp sáng đường quê")
        draft.with_user(self.officer).difference = "Tuyến đường khác, nhóm hộ khác"
        self.act(draft, self.officer, "submit")
        self.assertEqual(draft.state, "to_approve")
        self.assertTrue(draft.is_alike)
        self.assertIn("tên giống 100%", self._sentences(draft, self.leader)[0])
        found = self.env["danvan.registration"].search([("is_alike", "=", True)])
        self.assertEqual(found, draft)

    def test_the_marks_are_not_typed_in(self):
        draft = self._register(self.campaign).with_user(self.officer)
        for name in ("is_alike", "is_copied", "copied_percent", "alike_kept"):
            with self.subTest(name), self.assertRaises(AccessError):
                draft.write({name: True})

    def _register_elsewhere(self, name):
        place = self.territory.copy({"name": f"Xã Mẫu {name[:9]}"})
        officer = self.other_officer
        vals = {"name": name, "territory_id": place.id}
        return self._register(self.campaign, self.other_commune, officer, **vals)

    def test_elsewhere_one_of_many_words_may_be_another(self):
        long = "Nhân dân góp sức làm hàng rào xanh dọc tuyến đường liên xóm"
        elsewhere = self._register_elsewhere(long)
        for name, found in (
            (long.replace("sức", "sứcs"), elsewhere),
            (long.removeprefix("Nhân "), elsewhere),
            (long.replace("góp sức", "vào hội"), elsewhere.browse()),
        ):
            with self.subTest(name):
                draft = self._register(self.campaign, name=name)
                self.assertEqual([a.id for a in draft._alike()[draft]], found.ids)
                draft.unlink()

    def test_odd_and_endless_names_are_compared_too(self):
        many = " ".join(f"ch{chr(97 + n % 26) * (n // 26)}" for n in range(1500))
        for name, is_name in (
            ("Đèn ' & | ! <-> : * \\ ( ) hẻm nhỏ", True),
            ("Hàng rào xanh " + "b" * 5000, True),
            (many, True),
            ("a" * 5000, False),
        ):
            with self.subTest(name[:30]):
                first = self._register_elsewhere(name)
                draft = self._register(self.campaign, name=name)
                found = [a.id for a in draft._alike()[draft]]
                self.assertEqual(found, first.ids if is_name else [])

    def test_without_trigrams_the_place_is_compared(self):
        draft = self._register(self.campaign, name="Thắp sáng đường quê")
        self.patch(self.env.registry, "has_trigram", False)
        self.assertEqual([a.id for a in draft._alike()[draft]], [self.first.id])

    def test_two_hundred_at_once_cost_a_few_queries(self):
        model = self.env["danvan.registration"].with_user(self.officer)
        drafts = model.create(
            [
                self._registration_vals(
                    self.campaign, self.commune, name=f"Đường hoa đẹp số {number}"
                )
                for number in range(200)
            ]
        ).with_env(self.env)
        self.env.flush_all()
        self.env.invalidate_all()
        drafts.mapped("alike_key")
        # Candidates, and updates of a hundred each.
        with self.assertQueryCount(12):
            drafts._keep_alike()
            self.env.flush_all()
        self.assertTrue(all(drafts.mapped("is_alike")))


@tagged("post_install", "-at_install")
class TestRegistrationCopied(AlikeCase):
    """More than the set share of last year's text is marked."""

    def _sent(self, **vals):
        again = self._register(self._next_campaign(), previous_id=self.first.id, **vals)
        self.act(again, self.officer, "submit")
        return again

    def test_the_same_text_is_marked_and_told(self):
        again = self._sent(people_need=NEED)
        self.assertTrue(again.is_copied)
        self.assertEqual(
            again.with_user(self.leader).with_context(lang="vi_VN").copied_notice,
            "100 % nội dung giống đăng ký năm trước. Đề nghị cập nhật: Nhu cầu, "
            "nguyện vọng của Nhân dân được đáp ứng, Việc làm và thời gian, Chỉ tiêu.",
        )
        found = self.env["danvan.registration"].search([("is_copied", "=", True)])
        self.assertEqual(found, again)

    def test_a_renewed_text_is_not(self):
        renewed = (
            "Năm nay nhân dân đề nghị kéo dài tuyến đèn thêm hai cây số tới trường "
            "mầm non và giao cho chi đoàn thanh niên bảo dưỡng hằng tháng"
        )
        again = self._sent(people_need=renewed)
        self.assertFalse(again.is_copied)
        self.assertFalse(again.copied_notice)

    def test_the_share_is_a_setting(self):
        again = self._sent(people_need=NEED + " và tiết kiệm điện cho từng hộ dân")
        self.assertTrue(again.is_copied)
        settings = self.env["res.config.settings"].create({"danvan_copied_percent": 99})
        settings.execute()
        again.invalidate_recordset()
        self.assertFalse(again.copied_notice)
