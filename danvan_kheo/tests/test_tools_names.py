"""Names in Vietnamese order."""

import random
import unicodedata

from odoo.tests import BaseCase, tagged

from ..tools import names


@tagged("post_install", "-at_install")
class TestNames(BaseCase):
    """As a clerk would sort a list of persons by hand."""

    def _assert_order(self, ordered, key):
        """Fail unless `ordered` comes out so however it was shuffled and typed."""
        chance = random.Random(15101930)
        for form in ("NFC", "NFD"):
            for _time in range(5):
                mixed = [unicodedata.normalize(form, text) for text in ordered]
                chance.shuffle(mixed)
                found = [
                    unicodedata.normalize("NFC", text)
                    for text in sorted(mixed, key=key)
                ]
                self.assertEqual(found, ordered)

    def test_the_letters_in_their_order(self):
        letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
        self._assert_order(list(letters), names.collation_key)

    def test_the_tones_in_their_order(self):
        for tones in ("ma mà mả mã má mạ", "ư ừ ử ữ ứ ự", "ê ề ể ễ ế ệ"):
            self._assert_order(tones.split(), names.collation_key)

    def test_letters_go_before_tones(self):
        ordered = ["ta", "tạ", "tai", "tài", "tăm", "tâm", "tầm", "tấm", "to", "tô"]
        self._assert_order(ordered, names.collation_key)

    def test_syllable_by_syllable(self):
        ordered = ["ba", "ba ba", "bà", "bà con", "bả", "bã", "bá", "bạ", "bác", "bần"]
        self._assert_order(ordered, names.collation_key)

    def test_capitals_and_the_place_of_the_mark_make_no_difference(self):
        for one, other in (("HOÀ", "hòa"), ("Thuỷ", "thủy"), ("  Lê   An ", "lê an")):
            self.assertEqual(names.collation_key(one), names.collation_key(other))

    def test_persons_by_last_word_then_family_and_middle_names(self):
        self._assert_order(
            [
                "Nguyễn Văn An",
                "Nguyễn Văn Ân",
                "Đinh Thị Bình",
                "Lê Bình",
                "Lê Văn Bình",
                "Lệ An Bình",
                "Nguyễn Anh Dũng",
                "Trần Văn Đông",
                "Lê Hà",
                "Lê Hạ",
                "Hoàng Thị Ý",
                "Nguyễn Thị Như Ý",
            ],
            names.person_key,
        )

    def test_names_of_one_word_and_of_other_peoples(self):
        self._assert_order(
            ["K’ Brêu Thị Hạnh", "Y Moan", "K’ Tin", "Wơn"], names.person_key
        )

    def test_nothing_goes_first(self):
        self._assert_order(["", "1 A", "An"], names.collation_key)
        self.assertLess(names.person_key(None), names.person_key("An"))
