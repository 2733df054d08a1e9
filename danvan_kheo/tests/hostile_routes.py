"""A People's Committee on its route, for those who attack it."""

import base64

from odoo.tools import mute_logger

from .common import YEAR
from .hostile import PROTOCOLS, HostileCase

REGISTRATION = "danvan.registration"
ROUTE = "danvan.approval.route"
ROUTE_STEP = "danvan.approval.route.step"
STEP = "danvan.approval.step"
PAPER_DIALOG = "danvan.signed.paper"
REASON_DIALOG = "danvan.transition.reason"
SCAN = base64.b64encode(b"%PDF-1.4 signed page").decode()
PAPER = {
    "number": "12-CV/UBND",
    "date": f"{YEAR}-03-02",
    "signer": "Nguyễn Hữu Thử, Chủ tịch",
    "file": SCAN,
    "file_name": "cong-van.pdf",
}
# What is no list of ids of documents.
ODD_IDS = (["x"], "abc", {"a": 1}, 7, False, [True], [0], [-1], [1.5], [[1]])
NO_DOCUMENTS = ("res.users", "danvan.trail", "danvan.workflow", STEP, "no.such.model")


class HostileRoutesCase(HostileCase):
    """A People's Committee whose registration goes to its committee, and a
    neighbouring commune that knows all ids."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        person, government = cls._person, cls.commune_government
        cls.ub_officer = person("ub_officer", "officer", government)
        cls.ub_leader = person("ub_leader", "approver", government)
        cls.own = cls._submitted("Ở bước đơn vị")
        cls.confirming = cls._submitted("Ở bước cấp ủy", agreed=True)
        cls.recorded = cls._submitted("Đã ghi nhận văn bản")
        cls._record(cls.recorded)
        cls.paper_step = cls.recorded.step_ids.filtered(lambda s: s.state == "paper")
        cls.foreign = cls._submitted("Của xã bên", other=True)
        cls.documents = cls.own | cls.confirming | cls.recorded | cls.foreign
        cls.env.flush_all()

    @classmethod
    def _submitted(cls, name, agreed=False, other=False):
        """Return a registration at the level of the province, on its route."""
        unit = cls.other_commune if other else cls.commune_government
        officer = cls.other_officer if other else cls.ub_officer
        level = cls.env.ref("danvan_kheo.level_province")
        registration = cls._register(
            cls.campaign, unit, officer, name=name, registered_level_id=level.id
        )
        cls.act(registration, officer, "submit")
        if agreed:
            cls.act(registration, cls.ub_leader, "approve")
        return registration

    @classmethod
    def _record(cls, registration):
        acting = registration.with_user(cls.ub_officer)
        acting.invalidate_recordset()
        action = acting.action_record_paper()
        dialog = cls.env[action["res_model"]].with_user(cls.ub_officer)
        dialog.with_context(**action["context"]).create(PAPER).action_confirm()
        cls.env.invalidate_all()

    def setUp(self):
        super().setUp()
        # What the database itself refuses.
        self.enterContext(mute_logger("odoo.sql_db"))
        self.before = self._traces()

    def _traces(self):
        """Return all that the attacks must not have changed."""
        self.env.invalidate_all()
        steps = self.env[STEP].search([], order="id")
        names = ("state", "for_unit_id", "unit_id", "role", "answer", "contest_reason")
        return (
            self.documents.mapped("state"),
            [tuple(step[name] for name in names) for step in steps],
            self.env["danvan.trail"].search([], order="id").ids,
            self.env["ir.attachment"].search([("res_model", "=", STEP)]).ids,
        )

    def _assert_untouched(self):
        self.assertEqual(self._traces(), self.before)

    def _assert_dialog_refused(self, user, model, vals, context=None):
        """Fail unless the dialog cannot be made, or does nothing."""
        extra = {"context": context} if context else {}
        for protocol in PROTOCOLS:
            with self.subTest(protocol=protocol, model=model, vals=vals, **extra):
                made = self.call(
                    protocol, user, model, "create", vals_list=[vals], **extra
                )
                self.assertFalse(made.crash)
                if made.refusal:
                    continue
                answer = self.call(
                    protocol, user, model, "action_confirm", made.value, **extra
                )
                self.assertFalse(answer.crash)
                self.assertTrue(answer.refusal, f"answered {answer.value!r}")

    def _strangers(self):
        """Those who have nothing to do with what the People's Committee signs."""
        return (self.officer, self.viewer, self.registrar, self.other_leader)

    def _paper_context(self, documents):
        return {"danvan_model": REGISTRATION, "danvan_ids": documents.ids}
