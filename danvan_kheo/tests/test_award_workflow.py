"""From the proposal to the award, through the doors that users use."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .award_common import AwardCase


@tagged("post_install", "-at_install")
class TestAwardWorkflow(AwardCase):
    """One commune: its committee proposes, its People's Committee decides."""

    def test_the_peoples_committee_of_the_commune_decides_by_default(self):
        award = self._propose(act=False)
        self.assertEqual(award.deciding_unit_id, self.commune_government)
        of_hamlet = self._propose(act=False, unit_id=self.hamlet.id)
        self.assertEqual(of_hamlet.deciding_unit_id, self.commune_government)
        praise = self.env.ref("danvan_kheo.award_form_praise")
        self.assertEqual(
            self._propose(act=False, form_id=praise.id).deciding_unit_id, self.commune
        )

    def test_from_proposal_to_register_number(self):
        person = self._honouree("Lê Thị Thử", "individual")
        group = self._honouree("Tổ tự quản thôn 10")
        awards = self._propose(person) | self._propose(group)
        self.act(awards, self.officer, "screen")
        decision = self._decide(awards)
        self._issue(decision, "2026-10-15", 7)
        self.assertEqual(set(awards.mapped("state")), {"awarded"})
        self.assertEqual(decision.state, "issued")
        self.assertEqual(decision.amount_total, 2277000)
        by_person, by_group = (
            awards.filtered(lambda a, h=h: a.honouree_id == h) for h in (person, group)
        )
        self.assertEqual((by_group.register_number, by_group.amount), (1, 1518000))
        self.assertEqual((by_person.register_number, by_person.amount), (2, 759000))
        self.assertEqual(by_person.amount_basis, "0,3 × 2.530.000")
        self.assertEqual(by_person.register_year, 2026)
        self.assertEqual(str(by_person.decision_date), "2026-10-15")
        acts = by_person.trail_ids.sorted("id").mapped("transition")
        self.assertEqual(acts, ["propose", "screen", "award"])

    def test_the_register_goes_on_by_unit_and_year(self):
        first = self._awarded("Hộ ông Nguyễn Văn Mẫu")
        second = self._awarded("Hộ bà Trần Thị Mẫu")
        next_year = self._awarded("Hộ bà Lê Thị Mẫu", day="2027-01-20")
        self.assertEqual((first.register_number, second.register_number), (1, 2))
        self.assertEqual(next_year.register_number, 1)

    def test_a_register_begun_on_paper_is_continued(self):
        self.env["danvan.award.register"].with_user(self.administrator).create(
            {
                "unit_id": self.commune_government.id,
                "year": 2026,
                "last_number": 57,
            }
        )
        self.assertEqual(self._awarded("Hộ ông Phạm Văn Mẫu").register_number, 58)

    def test_amounts_are_those_of_the_decisions_date(self):
        with self.local_time("2026-06-20 09:00:00"):
            decision = self._decide(self._eligible("Tổ thu gom rác"))
        with self.assertRaisesRegex(UserError, "01/07/2026"), self.cr.savepoint():
            self._issue(decision, "2026-07-01", 9)
        self.assertEqual(decision.state, "approved")
        self._issue(decision, "2026-06-30", 9)
        self.assertEqual(decision.award_ids.amount, 1404000)

    def test_amounts_are_drafted_for_the_expected_date(self):
        with self.local_time("2026-06-20 09:00:00"):
            decision = self._decision(self._eligible("Tổ thu gom rác"))
            self.assertEqual(decision.amount_total, 1404000)
            decision.with_user(self.officer).expected_date = "2026-07-01"
            self.assertEqual(decision.amount_total, 1518000)
            self.act(decision, self.officer, "submit")
            self.act(decision, self.leader, "approve")
            self._draft(decision)
        self._issue(decision, "2026-07-01", 9)
        self.assertEqual(decision.award_ids.amount, 1518000)

    def test_what_was_awarded_keeps_amount_and_name(self):
        award = self._awarded("Tổ tự quản thôn 1O")
        award.form_id.rate_ids.filtered(lambda r: not r.date_to).coefficient = 5
        award.honouree_id.with_user(self.officer).full_name = "Tổ tự quản thôn 10"
        self.assertEqual(award.amount, 1518000)
        self.assertEqual(award.printed_name, "Tổ tự quản thôn 1O")

    def test_a_paper_is_not_issued_for_a_list_changed_since(self):
        decision = self._decide(self._eligible("Tổ hòa giải"))
        paper = decision._pending_paper()
        self.act(decision, self.leader, "return", "Bổ sung một tập thể")
        self._eligible("Tổ vay vốn")
        decision.with_user(self.officer).action_collect()
        with self.assertRaises(UserError), self.cr.savepoint():
            self._issue(decision, "2026-10-15", 3)
        self.act(decision, self.officer, "submit")
        self.act(decision, self.leader, "approve")
        with self.assertRaises(UserError), self.cr.savepoint():
            self._issue(decision, "2026-10-15", 3)
        self.assertNotIn("Tổ vay vốn", paper.annex)
        self.assertEqual(self._draft(decision), paper)
        self.assertIn("Tổ vay vốn", paper.annex)
        self._issue(decision, "2026-10-15", 3)
        self.assertEqual(decision.award_ids.mapped("state"), ["awarded", "awarded"])

    def test_a_text_corrected_by_hand_is_kept(self):
        decision = self._decide(self._eligible("Tổ hòa giải"))
        paper = decision._pending_paper()
        paper.with_user(self.officer).subject = "Về việc khen thưởng đột xuất"
        self.assertEqual(self._draft(decision), paper)
        self.assertEqual(paper.subject, "Về việc khen thưởng đột xuất")

    def test_no_paper_before_the_list_is_approved(self):
        decision = self._decision(self._eligible("Tổ hòa giải"))
        with self.assertRaises(UserError):
            decision.with_user(self.officer).action_draft_paper()
        self.act(decision, self.officer, "submit")
        self.act(decision, self.leader, "approve")
        with self.assertRaises(AccessError):
            decision.with_user(self.leader).action_draft_paper()

    def test_one_achievement_one_form(self):
        group = self._honouree("Tổ phụ nữ tiết kiệm")
        self._propose(group)
        praise = self.env.ref("danvan_kheo.award_form_praise")
        second = self._propose(group, act=False, form_id=praise.id)
        with self.assertRaisesRegex(UserError, "(?s)Tổ phụ nữ tiết kiệm.*Giấy khen"):
            self.act(second, self.officer, "propose")
        typed_again = self._honouree("TỔ PHỤ NỮ  tiết kiệm")
        third = self._propose(typed_again, act=False)
        with self.assertRaises(UserError):
            self.act(third, self.officer, "propose")
        self.assertEqual((second | third).mapped("state"), ["draft", "draft"])

    def test_one_achievement_one_form_within_one_selection(self):
        group = self._honouree("Tổ liên gia tự quản")
        both = self._propose(group, act=False) | self._propose(group, act=False)
        self.act(both, self.officer, "propose")
        self.assertEqual(both.sorted("id").mapped("state"), ["proposed", "draft"])

    @mute_logger("odoo.sql_db")
    def test_two_colleagues_proposing_at_once_are_stopped_by_the_database(self):
        group = self._honouree("Tổ bảo vệ rừng")
        self._propose(group)
        second = self._propose(group, act=False)
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            second._write_owned({"state": "proposed"})
            second.flush_recordset()

    def test_after_being_dropped_the_achievement_may_be_proposed_again(self):
        group = self._honouree("Tổ nước sạch")
        award = self._propose(group)
        dialog = self.act(award, self.officer, "drop")
        self.assertEqual(dialog["res_model"], "danvan.transition.reason")
        self.act(award, self.officer, "drop", "Chưa đủ thời gian thực hiện")
        self.assertEqual(award.state, "dropped")
        self.assertIn("Chưa đủ thời gian", award.last_reason)
        self.assertEqual(self._propose(group).state, "proposed")

    def test_only_an_accepted_registration_is_commended(self):
        draft = self._register(self.campaign, name="Mô hình còn nháp")
        award = self._propose(act=False, registration_id=draft.id)
        with self.assertRaisesRegex(UserError, "Mô hình còn nháp"):
            self.act(award, self.officer, "propose")

    def test_a_form_is_given_only_to_whom_it_allows(self):
        self.form.for_household = False
        home = self._honouree("Hộ ông Mẫu", "household")
        with self.assertRaises(ValidationError):
            self._propose(home, act=False)

    def test_only_a_unit_with_the_authority_decides(self):
        for giver in (self.commune, self.department, self.other_government):
            with self.subTest(giver=giver.name), self.assertRaises(ValidationError):
                self._propose(act=False, deciding_unit_id=giver.id)

    def test_a_form_that_has_ended_is_not_proposed(self):
        award = self._propose(act=False)
        self.form.date_to = "2026-01-01"
        with self.assertRaisesRegex(UserError, "01/01/2026"):
            self.act(award, self.officer, "propose")

    def test_an_empty_decision_is_not_submitted(self):
        decision = self._decision()
        with self.assertRaises(UserError):
            self.act(decision, self.officer, "submit")
        with self.assertRaises(UserError):
            decision.with_user(self.officer).action_collect()

    def test_amounts_that_cannot_be_computed_stop_the_decision_early(self):
        decision = self._decision(self._eligible("Tổ khuyến học"))
        self.form.rate_ids.unlink()
        with self.assertRaisesRegex(UserError, self.form.name):
            self.act(decision, self.officer, "submit")
        self.assertEqual(decision.amount_total, 0)

    def test_taken_off_the_list_it_waits_again(self):
        awards = self._eligible("Tổ thiện nguyện")
        decision = self._decision(awards)
        awards.with_user(self.officer).action_take_off()
        self.assertFalse(decision.award_ids)
        self.assertEqual(awards.state, "screened")
        decision.with_user(self.officer).action_collect()
        self.assertEqual(decision.award_ids, awards)

    def test_a_submitted_list_stands_still(self):
        awards = self._eligible("Tổ truyền thông")
        decision = self._decision(awards)
        self.act(decision, self.officer, "submit")
        with self.assertRaises(AccessError):
            awards.with_user(self.officer).action_take_off()
        with self.assertRaises(UserError):
            self.act(awards, self.officer, "drop", "Rút khỏi danh sách")
        with self.assertRaises(AccessError):
            decision.with_user(self.officer).action_collect()
        self.assertEqual(decision.award_ids, awards)

    def test_the_appraiser_of_the_deciding_unit_may_check(self):
        award = self._propose()
        appraiser = award.with_user(self.commune_appraiser)
        self.assertEqual(appraiser.allowed_transitions, ["screen_as_appraiser"])
        self.act(award, self.commune_appraiser, "screen_as_appraiser")
        self.assertEqual(award.state, "screened")

    def test_one_button_for_who_holds_both_roles(self):
        award = self._propose()
        self.env["danvan.assignment"].create(
            {
                "user_id": self.officer.id,
                "role": "appraiser",
                "unit_id": self.commune.id,
            }
        )
        allowed = award.with_user(self.officer).allowed_transitions
        self.assertEqual(allowed, ["screen", "drop"])

    def test_the_check_waits_in_the_inbox_of_who_decides(self):
        award = self._propose()
        steps = self.env["danvan.approval.step"].with_user(self.officer)
        mine = steps.search([("is_mine", "=", True)])
        self.assertEqual((mine.res_model, mine.res_id), (award._name, award.id))
        self.act(award, self.officer, "screen")
        self.assertFalse(steps.search([("is_mine", "=", True)]))

    def test_the_form_of_a_proposal_from_the_registration(self):
        registration = self.registration.with_user(self.officer)
        action = registration.action_propose_award()
        model = self.env["danvan.award"].with_user(self.officer)
        with Form(model.with_context(**action["context"])) as form:
            form.honouree_id = self._honouree("Tổ đổi công").with_user(self.officer)
            form.form_id = self.form
            form.summary = "Đổi công cho 30 hộ."
        award = form.record
        self.assertEqual(award.registration_id, self.registration)
        self.assertEqual(award.deciding_unit_id, self.commune_government)
        self.assertIn(award, registration.award_ids)

    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        # The first fills caches, so that the two others are alike but for the length.
        _first, few, many = (self._counted_issue(count) for count in (2, 20, 200))
        self.assertLessEqual(many - few, 5, f"{few} queries for 20, {many} for 200")

    def _counted_issue(self, count):
        names = [f"Tổ số {n} của {count}" for n in range(count)]
        awards = self._eligible(*names)
        decision = self._decide(awards)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self._issue(decision, "2026-10-15", count)
        self.env.flush_all()
        return self.cr.sql_log_count - before
