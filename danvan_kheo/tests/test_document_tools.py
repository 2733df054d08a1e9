"""Amounts, dates and placeholders: plain functions."""

from datetime import date

from odoo.tests import TransactionCase, tagged

from ..tools import amounts, long_dates, placeholders


@tagged("post_install", "-at_install")
class TestDocumentTools(TransactionCase):
    """What a treasurer or a clerk would strike out if it were wrong."""

    def test_amounts_in_words(self):
        expected = {
            0: "Không",
            5: "Năm",
            10: "Mười",
            11: "Mười một",
            14: "Mười bốn",
            15: "Mười lăm",
            21: "Hai mươi mốt",
            24: "Hai mươi tư",
            25: "Hai mươi lăm",
            101: "Một trăm linh một",
            105: "Một trăm linh năm",
            110: "Một trăm mười",
            1_005: "Một nghìn không trăm linh năm",
            1_007_000: "Một triệu không trăm linh bảy nghìn",
            1_518_000: "Một triệu năm trăm mười tám nghìn",
            759_000: "Bảy trăm năm mươi chín nghìn",
            2_000_000_000: "Hai tỷ",
            1_000_000_005: "Một tỷ không trăm linh năm",
            1_005_000: "Một triệu không trăm linh năm nghìn",
            1_000_000: "Một triệu",
            1_000_001: "Một triệu không trăm linh một",
            999_999_999: "Chín trăm chín mươi chín triệu chín trăm chín mươi chín "
            "nghìn chín trăm chín mươi chín",
            1_000_000_000: "Một tỷ",
            1_000_000_001: "Một tỷ không trăm linh một",
            1_000_001_000: "Một tỷ không trăm linh một nghìn",
            1_015_000_000: "Một tỷ không trăm mười lăm triệu",
            21_021_021_021: "Hai mươi mốt tỷ không trăm hai mươi mốt triệu không trăm "
            "hai mươi mốt nghìn không trăm hai mươi mốt",
            105_000_000_000: "Một trăm linh năm tỷ",
            1_000_000_000_000: "Một nghìn tỷ",
            1_000_000_000_001: "Một nghìn tỷ không trăm linh một",
            1_000_000_000_000_000_000: "Một tỷ tỷ",
            3_021_000_000_000: "Ba nghìn không trăm hai mươi mốt tỷ",
        }
        for number, words in expected.items():
            self.assertEqual(amounts.in_words(number), f"{words} đồng")
        self.assertEqual(amounts.in_words(-5), "Âm năm đồng")
        self.assertEqual(amounts.in_words(758_999.6), amounts.in_words(759_000))
        self.assertEqual(amounts.in_words(12, ""), "Mười hai")

    def test_amounts_with_dots(self):
        self.assertEqual(amounts.dotted(1518000), "1.518.000")
        self.assertEqual(amounts.dotted(0), "0")
        self.assertEqual(amounts.dotted(999), "999")
        self.assertEqual(amounts.dotted(1_000_000_000_000), "1.000.000.000.000")

    def test_things_are_counted_with_two_digits(self):
        for number, written in {0: "00", 5: "05", 12: "12", 2071: "2.071"}.items():
            self.assertEqual(amounts.counted(number), written)

    def test_long_dates(self):
        self.assertEqual(
            long_dates.long_date(date(2026, 2, 5)), "ngày 05 tháng 02 năm 2026"
        )
        self.assertEqual(
            long_dates.long_date(date(2026, 3, 15)), "ngày 15 tháng 3 năm 2026"
        )
        self.assertEqual(
            long_dates.long_date(date(2026, 10, 9)), "ngày 09 tháng 10 năm 2026"
        )
        blank = long_dates.blank_date(2026).replace("\N{NO-BREAK SPACE}", " ")
        self.assertEqual(blank, "ngày     tháng     năm 2026")

    def test_values_are_escaped_and_read_once(self):
        html = placeholders.fill_html(
            "<p>{unit} {year}</p>", {"unit": "<b>A</b> & {year}", "year": ""}, {}
        )
        self.assertEqual(html, "<p>&lt;b&gt;A&lt;/b&gt; &amp; {year} ……</p>")

    def test_lists_become_tables(self):
        lists = {"people": (["TT", "Tên"], [["1", "<i>Mẫu</i>"], ["2", None]])}
        html = placeholders.fill_html("<p>x</p><p>{list:people}</p>", {}, lists)
        self.assertIn("<thead><tr><th>TT</th><th>Tên</th></tr></thead>", html)
        self.assertIn(">&lt;i&gt;Mẫu&lt;/i&gt;</td>", html)
        self.assertNotIn("{list", html)
        self.assertNotIn("<p><table>", html)
