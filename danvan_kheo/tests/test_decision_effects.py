"""What a later paper makes of an issued decision becomes of what it decided."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .award_common import AwardCase
from .common import YEAR
from .paper_reading import PaperReading
from .test_appraisal_recognition import RecognitionCase

GROUND = "Mô hình kê khai không đúng sự thật."


@tagged("post_install", "-at_install")
class TestRecognitionDecision(PaperReading, RecognitionCase):
    """Through the buttons of officer, leader and registrar."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.team = cls.people[cls.commune]
        cls.disputed = cls._another("Còn tranh chấp", (20, 20, 30, 12))
        cls.list = cls._submitted()
        cls.refused = cls.list.recognition_ids.filtered(
            lambda r: r.registration_id == cls.disputed
        )
        cls.act(cls.refused, cls.leader, "refuse", "Còn khiếu nại")
        cls.act(cls.list, cls.leader, "approve")
        cls._issue(cls.list)
        cls.decision = cls.list.paper_ids
        cls.recognition = cls.list.recognition_ids - cls.refused

    def _last(self, record):
        return record.sudo().trail_ids.sorted("id")[-1]

    def test_cancelling_revokes_what_was_recognised(self):
        later = self._changed(
            self.decision, self.team, "cancels", 30, f"{YEAR}-11-02", GROUND
        )
        self.assertEqual(self.decision.state, "cancelled")
        self.assertEqual((self.list.state, self.recognition.state), ("revoked",) * 2)
        self.assertEqual(self.refused.state, "refused")
        for record in (self.list, self.recognition):
            line = self._last(record)
            self.assertEqual(line.transition, "decision_cancelled")
            self.assertEqual(line.reason, GROUND)
            self.assertEqual(line.paper_ref, later.number_text)
            self.assertIn(GROUND, record.last_reason)
            self.assertNotIn("False", record.last_reason)
        self.assertEqual(self.registration.recognition_state, "revoked")
        self.assertFalse(self.registration.recognised_level_id)
        shown = self.env["danvan.registration"].search(
            [("recognition_state", "=", "recognised")]
        )
        self.assertNotIn(self.registration, shown)

    def test_the_registering_unit_still_reads_what_was_revoked(self):
        self._changed(self.decision, self.team, "cancels", 30, f"{YEAR}-11-02")
        self.assertTrue(
            self.recognition.with_user(self.officer)._filtered_access("read")
        )
        below = self._person("below", "viewer", self.hamlet)
        self.assertTrue(self.list.with_user(below)._filtered_access("read"))

    def test_what_was_revoked_can_be_recognised_again(self):
        self._changed(self.decision, self.team, "cancels", 30, f"{YEAR}-11-02")
        again = self._list()
        self.assertEqual(
            again.recognition_ids.registration_id, self.registration | self.disputed
        )
        self.assertEqual(self.registration.recognition_state, "proposed")
        self.act(again, self.commune_appraiser, "submit")
        self.act(again, self.leader, "approve")
        self._issue(again, 40)
        self.assertEqual(self.registration.recognition_state, "recognised")
        self.assertEqual(self.registration.recognised_level_id, self.commune.level_id)

    def test_replacing_keeps_it_under_the_new_number_and_date(self):
        later = self._changed(
            self.decision, self.team, "replaces", 31, f"{YEAR}-11-03", GROUND
        )
        self.assertEqual((self.list.state, self.recognition.state), ("recognised",) * 2)
        for record in (self.list, self.recognition):
            self.assertEqual(record.decision_number, later.number_text)
            self.assertEqual(str(record.decision_date), f"{YEAR}-11-03")
            self.assertEqual(self._last(record).transition, "decision_replaced")
        self.assertFalse(self.refused.decision_number)
        self.assertEqual(self.registration.recognition_state, "recognised")

    def test_cancelling_what_replaced_it_revokes_as_well(self):
        later = self._changed(self.decision, self.team, "replaces", 31, f"{YEAR}-11-03")
        self._changed(later, self.team, "cancels", 32, f"{YEAR}-11-04", GROUND)
        self.assertEqual((self.list.state, self.recognition.state), ("revoked",) * 2)
        self.assertEqual(self._last(self.recognition).reason, GROUND)

    def test_amending_and_correcting_are_only_told_by_the_trail(self):
        amending = self._changed(
            self.decision, self.team, "amends", 33, f"{YEAR}-11-05", GROUND
        )
        self.assertEqual(self._last(self.list).transition, "decision_amended")
        self.assertEqual(self._last(self.list).paper_ref, amending.number_text)
        self._changed(self.decision, self.team, "corrects", 34, f"{YEAR}-11-06")
        self.assertEqual(self._last(self.list).transition, "decision_corrected")
        # What amended it falls; the decision itself goes on.
        self._changed(amending, self.team, "cancels", 35, f"{YEAR}-11-07")
        self.assertEqual((self.list.state, self.recognition.state), ("recognised",) * 2)
        self.assertEqual(self.list.decision_number, "12-QĐ/ĐU")

    def test_another_paper_about_the_list_changes_nothing(self):
        notice = self.list.with_user(self.officer)._draft_document(
            "recognition_submission"
        )
        self.act(notice, self.officer, "submit")
        self.act(notice, self.leader, "approve")
        notice.with_user(self.team[2]).action_issue(1, f"{YEAR}-11-01")
        self._changed(notice, self.team, "cancels", 30, f"{YEAR}-11-02")
        self.assertEqual(self.list.state, "recognised")

    def test_a_draft_of_the_cancellation_changes_nothing(self):
        self._change_drafted(self.decision, self.officer, "cancels")
        self.assertEqual((self.list.state, self.recognition.state), ("recognised",) * 2)

    def test_nobody_presses_it_and_others_draft_no_cancellation(self):
        for user in (self.officer, self.leader, self.team[2], self.administrator):
            for record in (self.list, self.recognition):
                with self.subTest(user=user.login), self.assertRaises(UserError):
                    self.act(record, user, "decision_cancelled", GROUND)
        for user in (self.other_officer, self.province_officer, self.leader):
            with self.assertRaises(UserError):
                self._change_drafted(self.decision, user, "cancels")
        self.assertEqual(self.list.state, "recognised")


@tagged("post_install", "-at_install")
class TestAwardDecision(PaperReading, AwardCase):
    """Cancelled awards count no more; their numbers stay used."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.team = (cls.officer, cls.leader, cls.commune_registrar)
        cls.awards = cls._eligible("Tổ một", "Tổ hai")
        cls.decision = cls._decide(cls.awards)
        cls.paper = cls.decision._pending_paper()
        cls._issue(cls.decision, f"{YEAR}-10-15", 21)
        cls.env.invalidate_all()

    def _cancel(self, number=30):
        return self._changed(
            self.paper, self.team, "cancels", number, f"{YEAR}-11-02", GROUND
        )

    def test_cancelling_cancels_every_award_of_the_list(self):
        later = self._cancel()
        self.assertEqual(self.decision.state, "cancelled")
        self.assertEqual(set(self.awards.mapped("state")), {"cancelled"})
        for record in (self.decision, *self.awards):
            line = record.sudo().trail_ids.sorted("id")[-1]
            self.assertEqual(
                (line.transition, line.reason, line.paper_ref),
                ("decision_cancelled", GROUND, later.number_text),
            )
        # What was decided stays readable, the amounts with it.
        self.assertEqual(self.awards.mapped("amount"), [1518000, 1518000])
        self.assertEqual(self.decision.amount_total, 3036000)
        self.assertEqual(self.decision.number, "21/QĐ-UBND")

    def test_the_history_counts_it_no_more(self):
        honouree = self.awards[0].honouree_id
        before = [("award_ids.state", "=", "awarded"), ("id", "=", honouree.id)]
        self.assertTrue(self.env["danvan.honouree"].search(before))
        self._cancel()
        self.assertFalse(self.env["danvan.honouree"].search(before))
        self.assertFalse(self.awards._earlier_awards()[honouree])

    def test_register_numbers_are_not_given_again(self):
        self.assertEqual(self.awards.mapped("register_number"), [1, 2])
        self._cancel()
        self.assertEqual(self.awards.mapped("register_number"), [1, 2])
        self.assertEqual(self._awarded("Tổ ba").register_number, 3)

    def test_the_achievement_can_be_proposed_again(self):
        self._cancel()
        again = self._propose(self.awards[0].honouree_id)
        self.assertEqual(again.state, "proposed")

    def test_the_unit_concerned_still_reads_the_decision(self):
        viewer = self.viewer
        self._cancel()
        self.assertTrue(self.decision.with_user(viewer)._filtered_access("read"))

    def test_replacing_moves_number_date_and_signer_and_keeps_the_awards(self):
        self.commune_government.leader_name = "Lê Thị Mới"
        later = self._changed(
            self.paper, self.team, "replaces", 31, f"{YEAR}-11-03", GROUND
        )
        self.assertEqual(self.decision.state, "issued")
        self.assertEqual(self.decision.number, later.number_text)
        self.assertEqual(self.decision.signer_name, "Lê Thị Mới")
        self.assertEqual(set(self.awards.mapped("state")), {"awarded"})
        self.assertEqual(
            set(self.awards.mapped("decision_number")), {later.number_text}
        )
        self.assertEqual(self.awards.mapped("register_number"), [1, 2])
        self.assertEqual(self.awards.mapped("amount"), [1518000, 1518000])

    def test_amending_changes_nothing_by_itself(self):
        self._changed(self.paper, self.team, "amends", 32, f"{YEAR}-11-04", GROUND)
        self.assertEqual(self.decision.state, "issued")
        self.assertEqual(self.decision.number, "21/QĐ-UBND")
        line = self.decision.sudo().trail_ids.sorted("id")[-1]
        self.assertEqual(line.transition, "decision_amended")

    def test_others_cancel_nothing(self):
        for user in (self.other_officer, self.other_leader, self.viewer):
            with self.assertRaises(UserError):
                self._change_drafted(self.paper, user, "cancels")
        for user in (self.officer, self.leader, self.commune_registrar):
            with self.assertRaises(UserError):
                self.act(self.awards, user, "decision_cancelled")
        for record in (self.decision, self.awards):
            with self.assertRaises(AccessError):
                record.sudo().write({"state": "cancelled"})

    def test_a_thousand_follow_in_a_few_queries(self):
        """The number of queries does not grow with the list."""
        more = self._eligible(*(f"Tổ số {number}" for number in range(40)))
        decision = self._decide(more)
        paper = decision._pending_paper()
        self._issue(decision, f"{YEAR}-10-16", 22)
        counted = {}
        for some, issued, number in ((2, self.paper, 40), (40, paper, 41)):
            later = self._change_drafted(issued, self.officer, "cancels")
            later._write_owned({"state": "issued", "number_text": f"{number}/QĐ"})
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            later.target_id._document_issued(later)
            self.env.flush_all()
            counted[some] = self.env.cr.sql_log_count - before
        self.assertEqual(set(more.mapped("state")), {"cancelled"})
        self.assertLessEqual(counted[40] - counted[2], 8)
