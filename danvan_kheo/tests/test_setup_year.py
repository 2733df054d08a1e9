"""From an empty database to a registration by an account of the list, in a browser."""

from odoo.tests import HttpCase, tagged

from .setup_common import SetupFixture

PEOPLE = (
    ("cb.tinh", "Nguyễn Văn An", "BTGDV", "Cán bộ phụ trách"),
    ("ld.tinh", "Trần Thị Bình", "BTGDV", "Lãnh đạo"),
    ("cb.xa", "Phạm Thị Dung", "DU03466", "Cán bộ phụ trách"),
    ("ld.xa", "Hoàng Văn Em", "DU03466", "Lãnh đạo"),
)


@tagged("post_install", "-at_install", "danvan_http")
class TestSetupYear(SetupFixture, HttpCase):
    """The sitting in the browser, then the first people at work."""

    def test_from_nothing_to_the_first_registration(self):
        self.start_tour("/odoo", "danvan_setup", login=self.administrator.login)
        self.env.invalidate_all()
        self.assertEqual(self.env["danvan.unit"].search_count([]), 331)
        campaign = self.env["danvan.campaign"].search([])
        self.assertEqual(campaign.unit_id.code, "BTGDV")
        _loading, result = self.load(*PEOPLE)
        self.assertEqual(len(result), 4)
        people = {
            login: self.env["res.users"].search([("login", "=", login)])
            for login, *_rest in PEOPLE
        }
        self._launch(campaign, people)
        registration = self._register(campaign, people)
        self.assertEqual(registration.state, "running")
        # The initial password opens the door; so it would be typed on the first day.
        self.authenticate("cb.xa", result[4]["Mật khẩu lần đầu"])
        self.assertEqual(self.url_open("/odoo").status_code, 200)

    def _launch(self, campaign, people):
        criteria = self.env["danvan.criteria.set"]
        sample = criteria.search([("is_sample", "=", True), ("kind", "=", "model")])
        own = sample[:1].with_user(people["cb.tinh"]).action_copy_to_own_unit()
        own = criteria.browse(own["res_id"])
        own.with_user(people["ld.tinh"]).action_transition("issue")
        drafted = campaign.with_user(people["cb.tinh"])
        drafted.criteria_set_ids = own
        for login, act in (
            ("cb.tinh", "submit"),
            ("ld.tinh", "approve"),
            ("cb.tinh", "launch"),
        ):
            campaign.with_user(people[login]).action_transition(act)

    def _register(self, campaign, people):
        create = self.env["danvan.registration"].with_user(people["cb.xa"]).create
        unit = self.env["danvan.unit"].search([("code", "=", "DU03466")])
        command = [(0, 0, {"name": "Lý Thị Thử", "post": "Trưởng bản"})]
        year = campaign.year
        registration = create(
            {
                "name": "Thắp sáng đường bản Nà Hừ",
                "campaign_id": campaign.id,
                "unit_id": unit.id,
                "sector_id": self.env.ref("danvan_kheo.sector_vhxh").id,
                "hamlet": "Bản Nà Hừ",
                "person_ids": command,
                "activity_plan_ids": [
                    (0, 0, {"name": "Họp bản", "date": f"{year}-03-01"})
                ],
                "indicator_ids": [
                    (0, 0, {"name": "Đường có đèn", "measure": "km", "target": 2})
                ],
            }
        )
        self.assertEqual(registration.territory_id.code, "03466")
        registration.action_transition("submit")
        registration.with_user(people["ld.xa"]).action_transition("accept")
        return registration
