"""Signed papers, opinions and files of steps, in the wrong hands."""

from odoo.fields import Command
from odoo.tests import tagged

from .common import YEAR
from .hostile_routes import (
    NO_DOCUMENTS,
    ODD_IDS,
    PAPER,
    PAPER_DIALOG,
    REGISTRATION,
    SCAN,
    STEP,
    HostileRoutesCase,
)

ATTACHMENT = "ir.attachment"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileSteps(HostileRoutesCase):
    """Nobody signs, answers or disowns for another."""

    # Signed papers

    def test_nobody_records_a_paper_for_another_unit(self):
        for user in (*self._strangers(), self.ub_leader, self.administrator):
            self.assert_refused(user, REGISTRATION, "action_record_paper", self.own.ids)
            context = self._paper_context(self.own)
            self._assert_dialog_refused(user, PAPER_DIALOG, PAPER, context)
        # Nor the own officer the step of the committee, or one who has acted.
        for document in (self.confirming, self.recorded, self.foreign):
            self.assert_refused(
                self.ub_officer, REGISTRATION, "action_record_paper", document.ids
            )
            context = self._paper_context(document)
            self._assert_dialog_refused(self.ub_officer, PAPER_DIALOG, PAPER, context)
        self._assert_untouched()

    def test_a_paper_is_recorded_on_exactly_one_document(self):
        for ids in ([], (self.own | self.confirming).ids, [2**30]):
            self.assert_refused(
                self.ub_officer, REGISTRATION, "action_record_paper", ids
            )
        for ids in (*ODD_IDS, [], (self.own | self.confirming).ids, [2**30]):
            context = {"danvan_model": REGISTRATION, "danvan_ids": ids}
            self._assert_dialog_refused(self.ub_officer, PAPER_DIALOG, PAPER, context)
        for model in (*NO_DOCUMENTS, ["danvan.registration"], False, 7):
            context = {"danvan_model": model, "danvan_ids": self.own.ids}
            self._assert_dialog_refused(self.ub_officer, PAPER_DIALOG, PAPER, context)
        self._assert_dialog_refused(self.ub_officer, PAPER_DIALOG, PAPER)
        self._assert_untouched()

    def test_a_paper_is_recorded_with_a_file_that_is_one(self):
        context = self._paper_context(self.own)
        for vals in (
            {"file": ""},
            {"file": "abc"},
            {"file": "**** ****"},
            {"number": ""},
            {"number": "   "},
            {"signer": ""},
        ):
            self._assert_dialog_refused(
                self.ub_officer, PAPER_DIALOG, {**PAPER, **vals}, context
            )
        self._assert_untouched()

    def test_nobody_disowns_a_paper_of_another(self):
        for user in (*self._strangers(), self.ub_officer, self.administrator):
            self.assert_refused(
                user, STEP, "action_contest", self.paper_step.ids, reason="Không phải"
            )
            vals = {"step_id": self.paper_step.id, "reason": "Không phải"}
            self._assert_dialog_refused(user, "danvan.paper.contest", vals)
        for step in (self.own.current_step_id, self.confirming.current_step_id):
            self.assert_refused(
                self.ub_leader, STEP, "action_contest", step.ids, reason="Không phải"
            )
        for reason in (False, "", "  ", [], {}, 7, True, ["Không phải"]):
            self.assert_refused(
                self.ub_leader,
                STEP,
                "action_contest",
                self.paper_step.ids,
                reason=reason,
            )
        several = (self.paper_step | self.own.current_step_id).ids
        for ids in ([], several, [2**30]):
            self.assert_refused(
                self.ub_leader, STEP, "action_contest", ids, reason="Không phải"
            )
        self._assert_untouched()

    # Opinions

    def _asked(self):
        """Return the opinions that a neighbour and a department are asked for."""
        units = self.department | self.other_commune
        self.env["danvan.approval.route"].create(
            {
                "name": "Tuyến hỏi ý kiến",
                "sequence": 1,
                "res_model": REGISTRATION,
                "step_ids": [
                    Command.create(
                        {
                            "name": "Ý kiến",
                            "is_opinion": True,
                            "target": "named",
                            "unit_ids": units.ids,
                        }
                    ),
                    Command.create({"name": "Duyệt", "sequence": 20}),
                ],
            }
        )
        registration = self._submitted("Đang hỏi ý kiến")
        steps = registration.step_ids.filtered("is_opinion")
        self.before = self._traces()
        letter = steps.filtered("is_by_letter")
        return registration, letter, steps - letter

    def test_nobody_answers_for_another_unit(self):
        _registration, letter, asked = self._asked()
        arguments = {"answer": "Nhất trí", "number": "1", "date": f"{YEAR}-03-02"}
        for user in (self.officer, self.leader, self.other_officer, self.ub_leader):
            for step in (letter, asked):
                self.assert_refused(user, STEP, "action_answer", step.ids, **arguments)
                vals = {"step_id": step.id, **arguments}
                self._assert_dialog_refused(user, "danvan.opinion.answer", vals)
        for user in (self.ub_officer, self.administrator):
            self.assert_refused(user, STEP, "action_answer", asked.ids, **arguments)
        for step in (self.own.current_step_id, self.paper_step):
            self.assert_refused(
                self.ub_leader, STEP, "action_answer", step.ids, **arguments
            )
        self._assert_untouched()

    def test_an_odd_answer_is_no_answer(self):
        _registration, letter, asked = self._asked()
        leader = self.other_leader
        for answer in (False, "", "  ", [], {}, 7, True, ["Nhất trí"]):
            self.assert_refused(leader, STEP, "action_answer", asked.ids, answer=answer)
        for number in ("", "  ", False, [], {}, 7, ["1"], {"a": 1}, True):
            self.assert_refused(
                self.ub_officer,
                STEP,
                "action_answer",
                letter.ids,
                answer="Nhất trí",
                number=number,
                date=f"{YEAR}-03-02",
            )
        for date in ("", "hôm qua", "2026-13-45", [], {"a": 1}, 7, True):
            self.assert_refused(
                self.ub_officer,
                STEP,
                "action_answer",
                letter.ids,
                answer="Nhất trí",
                number="1",
                date=date,
            )
        for ids in ([], (letter | asked).ids, [2**30]):
            self.assert_refused(leader, STEP, "action_answer", ids, answer="Nhất trí")
        self._assert_untouched()

    def test_buttons_of_a_step_take_exactly_one(self):
        steps = (self.own.current_step_id | self.paper_step).ids
        for method in ("action_open", "action_ask_answer", "action_ask_contest"):
            for ids in ([], steps):
                self.assert_refused(self.ub_leader, STEP, method, ids)

    def test_buttons_of_one_document_take_exactly_one(self):
        campaigns = self.campaign.copy({"year": YEAR + 1}) | self.campaign
        sets = self.campaign.criteria_set_ids
        several = {
            (REGISTRATION, "action_continue"): self.own | self.recorded,
            (REGISTRATION, "action_propose_award"): self.own | self.recorded,
            ("danvan.campaign", "action_next_year"): campaigns,
            ("danvan.campaign", "action_form01_workbook"): campaigns,
            ("danvan.criteria.set", "action_copy_to_own_unit"): sets,
        }
        for (model, method), records in several.items():
            for ids in ([], records.ids):
                self.assert_refused(self.province_officer, model, method, ids)
        for method in ("action_collect", "action_draft_paper"):
            self.assert_refused(
                self.province_officer, "danvan.award.decision", method, []
            )
        number = {"number": 1, "date": f"{YEAR}-03-02"}
        for method in ("action_number", "action_issue"):
            self.assert_refused(self.registrar, "danvan.document", method, [], **number)

    def test_an_answer_is_given_once(self):
        _registration, _letter, asked = self._asked()
        arguments = {"answer": "Nhất trí"}
        answer = self.call(
            "json", self.other_leader, STEP, "action_answer", asked.ids, **arguments
        )
        self.assertIs(answer.value, True)
        self.before = self._traces()
        self.assert_refused(
            self.other_leader, STEP, "action_answer", asked.ids, **arguments
        )
        self._assert_untouched()

    # Files

    def test_signed_copies_are_not_read_by_strangers(self):
        scan = self.paper_step.attachment_ids
        self.assertEqual(scan.raw, b"%PDF-1.4 signed page")
        for user in (self.other_leader, self.other_officer):
            self.assert_refused(user, ATTACHMENT, "read", scan.ids, fields=["datas"])
            self.assert_answers(
                [], user, ATTACHMENT, "search", domain=[("id", "=", scan.id)]
            )
            self.assert_refused(user, STEP, "read", self.paper_step.ids)
            self.authenticate(user.login, user.login)
            for path in (
                f"/web/content/{scan.id}",
                f"/web/content/{scan.id}?download=true",
                f"/web/content/{STEP}/{self.paper_step.id}/attachment_ids",
                f"/web/image/{scan.id}",
            ):
                response = self.url_open(path)
                self.assertNotIn("signed page", response.text, path)
            # The next one comes by key again, without this session.
            self.authenticate(None, None)
        self.authenticate(self.ub_officer.login, self.ub_officer.login)
        self.assertIn("signed page", self.url_open(f"/web/content/{scan.id}").text)

    def test_signed_copies_are_changed_by_nobody(self):
        scan = self.paper_step.attachment_ids
        step = self.own.current_step_id
        mine = self.env[ATTACHMENT].with_user(self.ub_officer)
        loose = mine.create({"name": "Khác.pdf", "datas": SCAN})
        for user in (self.ub_officer, self.ub_leader, self.leader, self.administrator):
            for vals in (
                {"datas": "QQ=="},
                {"raw": "A"},
                {"name": "Khác.pdf"},
                {"res_id": step.id},
                {"res_model": REGISTRATION, "res_id": self.own.id},
                {"res_model": False, "res_id": 0},
                {"public": True},
            ):
                self.assert_refused(user, ATTACHMENT, "write", scan.ids, vals=vals)
            self.assert_refused(user, ATTACHMENT, "unlink", scan.ids)
            planted = {
                "name": "Chữ ký.pdf",
                "datas": SCAN,
                "res_model": STEP,
                "res_id": self.paper_step.id,
            }
            self.assert_refused(user, ATTACHMENT, "create", vals_list=[planted])
        moved = {"res_model": STEP, "res_id": self.paper_step.id}
        self.assert_refused(self.ub_officer, ATTACHMENT, "write", loose.ids, vals=moved)
        self.assertEqual(scan.raw, b"%PDF-1.4 signed page")
        self._assert_untouched()
