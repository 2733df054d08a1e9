"""A registration in the list of the year, and what is asked of it."""

from .common import DanvanCase

WHY = "Mưa lũ kéo dài"
RESULT = "Xong 1 km đèn, thôn tiếp tục trông nom"
LESSONS = "Cần hỏi dân về tiền điện trước"


class ChangeCase(DanvanCase):
    """A registration of the commune in the list of the year."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls.registration = cls._run(cls._register(cls.campaign))

    def _mine(self, user):
        """Return the acts that wait in the inbox of `user`."""
        steps = self.env["danvan.approval.step"].with_user(user)
        return steps.search([("is_mine", "=", True)]).mapped("transition")

    def _ask_stop(self, records=None, user=None):
        records = (records or self.registration).with_user(user or self.officer)
        records.invalidate_recordset()
        return records.action_ask_stop(WHY, RESULT, LESSONS)

    def _stop(self, records=None):
        self._ask_stop(records)
        self.act(records or self.registration, self.leader, "stop")

    def _pause(self, records=None):
        self.act(records or self.registration, self.leader, "pause_at_once", WHY)
