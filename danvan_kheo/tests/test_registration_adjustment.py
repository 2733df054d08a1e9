"""“Phiếu điều chỉnh”: content of an accepted registration changes by agreement only."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .adjustment_common import NEW_NAME, OLD_NAME, AdjustmentCase
from .change_common import WHY
from .common import YEAR


@tagged("post_install", "-at_install")
class TestRegistrationAdjustment(AdjustmentCase):
    """Sent by the officer, agreed to by the level that accepted."""

    def test_the_button_opens_a_new_form_and_then_the_one_going_on(self):
        registration = self.registration.with_user(self.officer)
        action = registration.action_adjust()
        form = Form(
            self.env["danvan.registration.change"]
            .with_user(self.officer)
            .with_context(**action["context"])
        )
        form.reason = WHY
        with form.line_ids.new() as line:
            line.part = "name"
            self.assertEqual(line.new_text, OLD_NAME)
            self.assertEqual(line.old_wording, OLD_NAME)
            line.new_text = NEW_NAME
        change = form.save()
        self.assertEqual(registration.action_adjust()["res_id"], change.id)

    def test_agreed_to_the_new_wording_stands_and_both_stay_visible(self):
        change = self._sent()
        self.assertEqual(self.registration.name, OLD_NAME)
        self.assertEqual(self._mine(self.leader), ["agree"])
        self.act(change, self.leader, "agree")
        self.assertEqual(self.registration.name, NEW_NAME)
        line = change.line_ids
        self.assertEqual((line.old_wording, line.new_wording), (OLD_NAME, NEW_NAME))
        self.assertFalse(self._mine(self.leader))

    def test_the_trail_of_the_registration_says_what_reads_otherwise_and_who_agreed(
        self,
    ):
        self._agreed()
        newest = self.registration.sudo().trail_ids.sorted("id")[-1]
        self.assertEqual(newest.transition, "adjusted")
        self.assertEqual(newest.user_id, self.leader)
        self.assertEqual(newest.role, "approver")
        for words in (WHY, OLD_NAME, NEW_NAME):
            self.assertIn(words, newest.reason)

    def test_rows_of_tables_are_changed_added_and_removed(self):
        registration = self.registration
        person, activity = registration.person_ids, registration.activity_plan_ids
        indicator = registration.indicator_ids
        change = self._agreed(
            self._line(
                "person",
                person_id=person.id,
                new_text=person.name,
                new_detail="Bí thư chi bộ",
                new_phone="0900 000 000",
            ),
            self._line(
                "activity",
                act="add",
                new_text="Lắp đèn đợt hai",
                new_date=f"{YEAR}-09-01",
            ),
            self._line("activity", act="remove", activity_id=activity.id),
            self._line(
                "indicator",
                indicator_id=indicator.id,
                new_text=indicator.name,
                new_detail="km",
                new_number=3.5,
            ),
        )
        self.assertEqual(person.post, "Bí thư chi bộ")
        self.assertFalse(activity.exists())
        self.assertEqual(registration.activity_plan_ids.name, "Lắp đèn đợt hai")
        self.assertEqual(indicator.target, 3.5)
        line = change.line_ids.with_context(lang="vi_VN")[-1]
        self.assertEqual(line.old_wording, "Đường có đèn · km · phấn đấu 2")
        self.assertEqual(line.new_wording, "Đường có đèn · km · phấn đấu 3,5")

    def test_the_sector_and_the_place_are_adjusted_by_choice(self):
        registration, before = self.registration, self.registration.sector_id
        sector = self.env.ref("danvan_kheo.sector_qpan")
        self.assertNotEqual(before, sector)
        change = self._agreed(
            self._line("sector", new_sector_id=sector.id),
            self._line("place_kind", new_place_kind="commune", new_text=""),
        )
        self.assertEqual(registration.sector_id, sector)
        self.assertEqual(registration.place_kind, "commune")
        self.assertFalse(registration.hamlet)
        told = [
            (line.old_wording, line.new_wording)
            for line in change.line_ids.with_context(lang="vi_VN")
        ]
        place = ("Một thôn, khu phố · Thôn 10", "Toàn xã")
        self.assertEqual(told, [(before.name, sector.name), place])
        then = registration._as_of(date(YEAR, 5, 31))
        self.assertEqual((then.sector_id, then.hamlet), (before, "Thôn 10"))
        self.assertEqual(then.place_kind, "hamlet")

    def test_not_agreed_to_nothing_changes_and_the_reason_is_kept(self):
        change = self._sent()
        self.act(change, self.leader, "refuse", "Chưa họp dân")
        self.assertEqual(change.state, "refused")
        self.assertEqual(self.registration.name, OLD_NAME)
        self.assertIn("Chưa họp dân", change.with_user(self.officer).last_reason)
        self.assertTrue(self._adjustment())

    def test_withdrawn_by_its_officer(self):
        change = self._sent()
        self.act(change, self.officer, "withdraw")
        self.assertEqual(change.state, "withdrawn")
        self.assertFalse(self._mine(self.leader))

    def test_one_at_a_time(self):
        self._adjustment()
        with self.assertRaisesRegex(UserError, "going on already"):
            self._adjustment()

    def test_only_what_is_carried_out_is_adjusted(self):
        draft = self._register(self.campaign, name="Hũ gạo nghĩa tình thôn 10")
        self.assertIn("accepted", draft._fault_of_adjusting())
        with self.assertRaises(UserError):
            draft.with_user(self.officer).action_adjust()
        with self.assertRaises(ValidationError):
            self._adjustment(registration_id=draft.id)

    def test_stopped_in_between_it_is_not_agreed_to(self):
        change = self._sent()
        self._stop()
        with self.assertRaisesRegex(UserError, "carried out"):
            self.act(change, self.leader, "agree")
        self.assertEqual(self.registration.name, OLD_NAME)


@tagged("post_install", "-at_install")
class TestAdjustmentAgreement(AdjustmentCase):
    """Who agrees, and who has no hand in it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        province = cls.env.ref("danvan_kheo.level_province")
        vals = {"registered_level_id": province.id}
        cls.registration = cls._register(cls.campaign, name=OLD_NAME, **vals)
        cls.registration._write_owned(
            {"state": "running", "accepted_date": f"{YEAR}-01-10"}
        )

    def test_content_is_agreed_to_by_the_level_that_accepted(self):
        change = self._sent()
        self.assertEqual(change.agreeing_unit_id, self.registration.deciding_unit_id)
        self.assertNotEqual(change.agreeing_unit_id, self.commune)
        with self.assertRaises(UserError):
            self.act(change, self.leader, "agree")
        self.act(change, self.province_leader, "agree")
        self.assertEqual(self.registration.name, NEW_NAME)

    def test_persons_and_cooperating_units_by_the_leader_of_the_unit_itself(self):
        person = self.registration.person_ids
        change = self._sent(
            self._line(
                "person",
                person_id=person.id,
                new_text="Trần Văn Mẫu",
                new_detail=person.post,
            ),
            self._line("partner", act="add", new_unit_id=self.hamlet.id),
        )
        self.assertEqual(change.agreeing_unit_id, self.commune)
        with self.assertRaises(UserError):
            self.act(change, self.province_leader, "agree")
        self.act(change, self.leader, "agree")
        self.assertEqual(person.name, "Trần Văn Mẫu")
        self.assertEqual(self.registration.partner_ids.partner_id, self.hamlet)

    def test_a_person_together_with_a_text_goes_to_the_level_that_accepted(self):
        person = self.registration.person_ids
        change = self._sent(
            self._line("person", person_id=person.id, new_text="Trần Văn Mẫu"),
            self._line("hamlet", new_text="Thôn 11"),
        )
        self.assertEqual(change.agreeing_unit_id, self.registration.deciding_unit_id)

    def test_the_officer_does_not_agree_and_the_neighbour_sees_nothing(self):
        change = self._sent()
        with self.assertRaises(UserError):
            self.act(change, self.officer, "agree")
        neighbours = self.env["danvan.registration.change"].with_user(
            self.other_officer
        )
        self.assertFalse(neighbours.search([]))
        with self.assertRaises(AccessError):
            neighbours.create({"registration_id": self.registration.id})
        lines = self.env["danvan.registration.change.line"]
        self.assertFalse(lines.with_user(self.other_officer).search([]))

    def test_sent_it_is_not_rewritten(self):
        change = self._sent().with_user(self.officer)
        with self.assertRaises(AccessError):
            change.reason = "Khác"
        with self.assertRaises(AccessError):
            change.line_ids.new_text = "Khác"
        with self.assertRaises(AccessError):
            change.line_ids = [self._line("hamlet", new_text="Thôn 11")]

    def test_the_old_wording_and_the_state_are_nobodys_to_write(self):
        change = self._adjustment()
        for user in (self.officer, self.administrator):
            with self.assertRaises(AccessError):
                change.with_user(user).state = "agreed"
            with self.assertRaises(AccessError):
                change.line_ids.with_user(user).old = {"row": False, "vals": {}}

    def test_an_unsaved_line_shows_nobody_what_he_may_not_read(self):
        person = self.registration.person_ids
        lines = self.env["danvan.registration.change.line"]
        spec = {name: {} for name in ("old_wording", "new_text", "new_detail")}
        given = {"part": "person", "person_id": person.id, "new_text": "Ai đó"}
        shown = lines.with_user(self.officer).onchange(given, ["person_id"], spec)
        self.assertIn(person.name, str(shown))
        for named in ("person_id", "new_text"):
            self.env.invalidate_all()
            with self.assertRaises(AccessError):
                lines.with_user(self.other_officer).onchange(given, [named], spec)

    def test_a_row_of_another_registration_is_refused(self):
        other = self._register(self.campaign, name="Hũ gạo nghĩa tình thôn 10")
        row = other.person_ids
        with self.assertRaises(ValidationError):
            self._adjustment(self._line("person", person_id=row.id, new_text="Khác"))
