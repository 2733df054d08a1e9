"""Results are entered while a registration runs, on its own form."""

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import DanvanCase


@tagged("post_install", "-at_install")
class TestRegistrationResults(DanvanCase):
    """The rest of the registration stays locked."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.registration = cls._run(cls._register(cls.campaign))
        cls.vals = {"name": "Đường có đèn", "measure": "km", "value_from": 2}

    def _enter(self, user, *commands):
        acting = self.registration.with_user(user)
        acting.invalidate_recordset()
        acting.write({"result_ids": list(commands)})

    def test_the_officer_enters_changes_and_removes_results(self):
        form = Form(self.registration.with_user(self.officer))
        with form.result_ids.new() as line:
            line.name = "Đường có đèn"
            line.measure = "km"
            line.value_from = 2
        form.save()
        result = self.registration.result_ids
        self.assertEqual(result.value_from, 2)
        self._enter(self.officer, Command.update(result.id, {"value_from": 3}))
        self.assertEqual(result.value_from, 3)
        self._enter(self.officer, Command.delete(result.id))
        self.assertFalse(result.exists())

    def test_the_content_stays_locked(self):
        for vals in ({"name": "Khác"}, {"hamlet": "Thôn 1", "result_ids": []}):
            with self.assertRaises(AccessError):
                self.registration.with_user(self.officer).write(vals)

    def test_nobody_else_enters_results(self):
        for user in (self.leader, self.viewer, self.other_officer, self.appraiser):
            with self.assertRaises(AccessError):
                self._enter(user, Command.create(self.vals))

    def test_no_results_after_the_own_evaluation(self):
        self.registration._follow("self_assess")
        with self.assertRaises(AccessError):
            self._enter(self.officer, Command.create(self.vals))

    def test_a_result_of_another_registration_is_not_reached(self):
        other = self._run(self._register(self.campaign, name="Mô hình khác"))
        other.with_user(self.officer).write({"result_ids": [Command.create(self.vals)]})
        for command in (
            Command.update(other.result_ids.id, {"value_from": 9}),
            Command.delete(other.result_ids.id),
        ):
            self._enter(self.officer, command)
        self.assertEqual(other.result_ids.value_from, 2)
