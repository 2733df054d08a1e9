"""A People's Committee with its people, and routes to send things along."""

from odoo.fields import Command

from .common import DanvanCase


class RouteCase(DanvanCase):
    """Registrations of the People's Committee, meant for the province's level."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        person, government = cls._person, cls.commune_government
        cls.ub_officer = person("ub_officer", "officer", government)
        cls.ub_leader = person("ub_leader", "approver", government)
        cls.ub_registrar = person("ub_registrar", "registrar", government)
        cls.campaign = cls._campaign()
        cls.province_level = cls.env.ref("danvan_kheo.level_province")

    def _draft(self, unit=None, user=None, **vals):
        """A registration of the People's Committee for the province's level."""
        return self._register(
            self.campaign,
            unit or self.commune_government,
            user or self.ub_officer,
            registered_level_id=self.province_level.id,
            **vals,
        )

    def _steps(self, registration):
        self.env.invalidate_all()
        steps = registration.step_ids.sorted("id")
        return [(s.for_unit_id, s.state) for s in steps]

    def _route(self, *steps, model="danvan.registration", **vals):
        return self.env["danvan.approval.route"].create(
            {
                "name": "Tuyến thử",
                "sequence": 1,
                "res_model": model,
                "step_ids": [
                    Command.create({"name": f"Bước {n}", "sequence": n, **step})
                    for n, step in enumerate(steps, 1)
                ],
                **vals,
            }
        )
