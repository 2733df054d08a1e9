"""The names of the bodies below a unit that gets a new name."""

from odoo.tests import BaseCase, tagged

from ..tools.text import renamed


@tagged("post_install", "-at_install")
class TestOrganisationNames(BaseCase):
    """The place changes; what has no place in it stays."""

    def _renamed(self, text, old="Đảng ủy xã Bắc", new="Đảng ủy xã Hòa Hợp"):
        return renamed(text, old, new)

    def test_the_place_at_the_end_changes(self):
        self.assertEqual(self._renamed("UBND xã Bắc"), "UBND xã Hòa Hợp")
        self.assertEqual(self._renamed("Thôn 1, xã Bắc"), "Thôn 1, xã Hòa Hợp")
        self.assertEqual(
            self._renamed("UBND xã Bắc", new="Đảng ủy phường Bắc"), "UBND phường Bắc"
        )

    def test_a_name_without_the_place_stays(self):
        for text in ("Trường Tiểu học Lê Lợi", "", "UBND xã Nam"):
            self.assertEqual(self._renamed(text), text)

    def test_a_superior_of_another_sort_changes_nothing(self):
        self.assertEqual(self._renamed("UBND xã Bắc", new="Khu kinh tế"), "UBND xã Bắc")
        self.assertEqual(self._renamed("UBND xã Bắc", new="Đảng ủy"), "UBND xã Bắc")
        self.assertEqual(self._renamed("UBND xã Bắc", new=None), "UBND xã Bắc")

    def test_the_heading_keeps_its_lines(self):
        heading = "Ủy ban nhân dân\nxã Bắc"
        self.assertEqual(self._renamed(heading), "Ủy ban nhân dân\nxã Hòa Hợp")
