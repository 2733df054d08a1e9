"""Minutes of a handover, as both sign them."""

from odoo.tests import new_test_user, tagged

from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestDocumentHandover(DanvanCase):
    """A commune's Party committee and its People's Committee."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.newcomer = new_test_user(
            cls.env, "danvan_newcomer", "base.group_user", name="Trần Thị Mới"
        )
        cls.clerk = cls._person("clerk", "officer", cls.commune_government)

    def _handed_over(self, giver, unit):
        registration = self._register(self.campaign, unit, giver)
        handover = self.env["danvan.handover"].create(
            {
                "unit_id": unit.id,
                "from_user_id": giver.id,
                "to_user_id": self.newcomer.id,
                "reason": "Nghỉ hưu",
            }
        )
        handover.with_user(self.administrator).action_hand_over()
        self.env.invalidate_all()
        return registration, handover.paper_ids

    def test_they_are_drafted_with_the_list_in_the_units_layout(self):
        for giver, unit, family, address in (
            (self.officer, self.commune, "party", "Đồng chí"),
            (self.clerk, self.commune_government, "state", "Ông (Bà)"),
        ):
            registration, minutes = self._handed_over(giver, unit)
            self.assertEqual(len(minutes), 1)
            self.assertEqual(minutes.layout_id.family, family)
            self.assertEqual(minutes.officer_id, self.newcomer)
            body = str(minutes.body)
            for words in (
                f"{address} {giver.name}",
                f"{address} {self.newcomer.name}",
                registration.name,
                "Nghỉ hưu",
                "BÊN GIAO",
                "BÊN NHẬN",
                "Cán bộ phụ trách",
            ):
                self.assertIn(words, body)

    def test_the_button_opens_what_was_drafted(self):
        _registration, minutes = self._handed_over(self.officer, self.commune)
        handover = minutes._source()
        action = handover.with_user(self.newcomer).action_draft_minutes()
        self.assertEqual(action["res_id"], minutes.id)
        self.assertFalse(minutes.with_user(self.officer)._filtered_access("read"))
