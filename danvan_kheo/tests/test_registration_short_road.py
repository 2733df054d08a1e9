"""The short road in the browser: by the panel, on a phone, and when things fail."""

from odoo.tests import tagged

from .common import DanvanHttpCase

NAME = "Thắp sáng đường quê"


class ShortRoadCase(DanvanHttpCase):
    """The commune's officer before a new registration."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("danvan_kheo.readiness_name").level = "block"
        year = cls.env["danvan.period"]._today().year
        ends = ("registration_to", "evaluation_to", "ceremony_date", "date_end")
        cls.campaign = cls._campaign(
            year=year,
            date_start=f"{year}-01-01",
            **dict.fromkeys(ends, f"{year}-12-31"),
        )

    def _made(self):
        """Return what the officer has registered."""
        self.env.invalidate_all()
        return self.env["danvan.registration"].search([])

    def _tour(self, name, address="/odoo"):
        self.start_tour(address, f"danvan_{name}", login=self.officer.login)
        return self._made()


@tagged("post_install", "-at_install", "danvan_http")
class TestRegistrationForm(ShortRoadCase):
    """Filled in by the lines of the panel; nobody presses “Save”."""

    def test_by_the_panel_on_a_desktop(self):
        made = self._tour("register_by_panel")
        self.assertEqual(made.state, "to_approve")
        self.assertEqual(made.person_ids.post, "Trưởng thôn")
        self.assertEqual(made.scale, "120 hộ")

    def test_for_a_school_added_on_the_way(self):
        made = self._tour("register_for_a_school")
        self.assertEqual(made.unit_id.name, "Trường Mầm non Hoa Mai")
        self.assertEqual(made.unit_id.parent_id, self.commune)
        self.assertEqual(made.state, "draft")


@tagged("post_install", "-at_install", "danvan_http")
class TestRegistrationOnPhone(ShortRoadCase):
    """The same at 390 points width, with one hand."""

    browser_size = "390x844"
    touch_enabled = True

    def test_on_a_phone(self):
        action = self.env.ref("danvan_kheo.danvan_registration_new_action")
        made = self._tour("register_on_a_phone", f"/odoo/action-{action.id}/new")
        self.assertEqual(made.state, "draft")
        self.assertEqual(made.person_ids.name, "Lê Thị Thử")
        self.assertEqual(made.activity_plan_ids.date.month, 3)
        self.assertFalse(made.missing)


@tagged("post_install", "-at_install", "danvan_http")
class TestRegistrationUnsent(ShortRoadCase):
    """What was typed is not lost, and not left behind."""

    def test_the_tab_is_killed(self):
        made = self._tour("unsent_tab")
        self.assertEqual(made.name, NAME)
        self.assertEqual(made.person_ids.name, "Lê Thị Thử")

    def test_the_network_is_off(self):
        made = self._tour("unsent_network")
        self.assertEqual((made.name, made.scale), (NAME, "120 hộ"))

    def test_the_server_is_restarted(self):
        made = self._tour("unsent_restart")
        self.assertEqual((made.name, made.scale), (NAME, "120 hộ"))

    def test_the_session_has_ended(self):
        self.assertEqual(self._tour("unsent_session").name, NAME)

    def test_logging_out_leaves_nothing(self):
        self.assertFalse(self._tour("unsent_log_out"))
