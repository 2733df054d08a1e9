"""“Phiếu điều chỉnh”: content of an accepted registration changes by agreement only."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .change_common import WHY, ChangeCase
from .common import YEAR

NEW_NAME = "Thắp sáng đường quê thôn 10 và thôn 11"
OLD_NAME = "Thắp sáng đường quê thôn 10"


class AdjustmentCase(ChangeCase):
    """An accepted registration of the commune's women, and adjustments of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration._write_owned({"accepted_date": f"{YEAR}-01-10"})

    def _line(self, part="name", **vals):
        return Command.create({"part": part, **vals})

    def _adjustment(self, *lines, user=None, **vals):
        """Return a draft adjustment, made by the unit's officer."""
        model = self.env["danvan.registration.change"].with_user(user or self.officer)
        return model.create(
            {
                "registration_id": self.registration.id,
                "reason": WHY,
                "date_from": f"{YEAR}-06-01",
                "line_ids": list(lines) or [self._line(new_text=NEW_NAME)],
                **vals,
            }
        ).with_env(self.env)

    def _sent(self, *lines, **vals):
        change = self._adjustment(*lines, **vals)
        self.act(change, self.officer, "send")
        return change

    def _agreed(self, *lines, **vals):
        change = self._sent(*lines, **vals)
        self.act(change, self.leader, "agree")
        return change


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


@tagged("post_install", "-at_install")
class TestAdjustmentReadiness(AdjustmentCase):
    """What is missing is said in words, and nothing is sent."""

    def _assert_refused(self, words, *lines, **vals):
        change = self._adjustment(*lines, **vals)
        with self.assertRaisesRegex(UserError, words):
            self.act(change, self.officer, "send")
        self.assertEqual(change.state, "draft")
        change.unlink()

    def test_what_is_missing_is_named(self):
        person = self.registration.person_ids
        self._assert_refused("reason", reason="  ")
        self._assert_refused("from when", date_from=False)
        self._assert_refused("10/01", date_from=f"{YEAR}-01-09")
        self._assert_refused("write the new wording", self._line())
        self._assert_refused("same as the old", self._line(new_text=f" {OLD_NAME} "))
        self._assert_refused("which row", self._line("person", new_text="Ai đó"))
        self._assert_refused(
            "one has to remain",
            self._line("person", act="remove", person_id=person.id),
        )
        twice = [self._line("hamlet", new_text=name) for name in ("Thôn 8", "Thôn 9")]
        self._assert_refused("two lines", *twice)
        empty = self._adjustment()
        empty.line_ids.unlink()
        with self.assertRaisesRegex(UserError, "at least one line"):
            self.act(empty, self.officer, "send")

    def test_an_indicator_with_results_stays(self):
        indicator = self.registration.indicator_ids
        self.registration.with_user(self.officer).result_ids = [
            Command.create({"indicator_id": indicator.id, "value_from": 1})
        ]
        self._assert_refused(
            "results have been entered",
            self._line("indicator", act="remove", indicator_id=indicator.id),
        )

    def test_a_cooperating_unit_stands_there_once_and_is_never_the_own(self):
        self.registration._write_owned({})
        self._assert_refused(
            "itself", self._line("partner", act="add", new_unit_id=self.commune.id)
        )

    def test_each_adjustment_applies_from_the_one_before_on(self):
        self._agreed(date_from=f"{YEAR}-06-01")
        self._assert_refused(
            "01/06", self._line("hamlet", new_text="Thôn 8"), date_from=f"{YEAR}-05-31"
        )


@tagged("post_install", "-at_install")
class TestAdjustmentWordings(AdjustmentCase):
    """A paper shows the wording valid on its date."""

    def _as_of(self, month):
        return self.registration._as_of(date(YEAR, month, 15))

    def test_each_day_has_its_own_wording(self):
        person = self.registration.person_ids
        self._agreed(self._line(new_text=NEW_NAME), date_from=f"{YEAR}-06-01")
        self._agreed(
            self._line(new_text="Đường hoa thôn 10"),
            self._line(
                "person", act="add", new_text="Trần Văn Mẫu", new_detail="Bí thư"
            ),
            self._line("person", act="remove", person_id=person.id),
            date_from=f"{YEAR}-09-01",
        )
        names = {month: self._as_of(month).name for month in (3, 6, 9)}
        self.assertEqual(names, {3: OLD_NAME, 6: NEW_NAME, 9: "Đường hoa thôn 10"})
        persons = {m: self._as_of(m).person_ids.mapped("name") for m in (3, 9)}
        self.assertEqual(persons, {3: ["Lê Thị Thử"], 9: ["Trần Văn Mẫu"]})
        self.registration.invalidate_recordset()
        self.assertEqual(self.registration.name, "Đường hoa thôn 10")
        self.assertEqual(self.registration.person_ids.name, "Trần Văn Mẫu")

    def test_the_form_prints_as_it_was_approved_and_later_papers_as_it_reads(self):
        before = self.registration._paper_form("registration_form")["body"]
        indicator = self.registration.indicator_ids
        activity = self.registration.activity_plan_ids
        self._agreed(
            self._line(new_text=NEW_NAME),
            self._line(
                "activity",
                activity_id=activity.id,
                new_text="Lắp đèn",
                new_date=f"{YEAR}-05-01",
            ),
            self._line("indicator", act="add", new_text="Hộ góp công", new_number=40),
            self._line("indicator", act="remove", indicator_id=indicator.id),
        )
        self.env.invalidate_all()
        officer = self.registration.with_user(self.officer)
        self.assertEqual(officer._paper_form("registration_form")["body"], before)
        for day, name in ((f"{YEAR}-05-31", OLD_NAME), (f"{YEAR}-06-01", NEW_NAME)):
            with self.local_time(f"{day} 08:00:00"):
                plan = officer._draft_document("registration_plan")
            texts = f"{plan.subject} {plan.body}"
            self.assertIn(name, texts)
            self.assertEqual(NEW_NAME in texts, name == NEW_NAME)
            plan.unlink()

    def test_the_adjustment_form_lists_what_was_registered_and_what_it_reads(self):
        change = self._agreed()
        paper = change.with_user(self.officer)._paper_form("adjustment_form")
        for words in (NEW_NAME, WHY, f"01/06/{YEAR}", "Điều chỉnh thành"):
            self.assertIn(words, str(paper["body"]))
        self.assertIn(f"<b>{OLD_NAME}</b>", str(paper["body"]))

    def test_a_moved_registration_takes_its_adjustments_with_it(self):
        change = self._sent()
        self.registration.with_user(self.officer).action_ask_move(
            self.other_commune.id, WHY
        )
        self.act(self.registration, self.leader, "move_out")
        self.act(self.registration, self.other_leader, "move_in")
        self.env.invalidate_all()
        self.assertEqual(change.unit_id, self.other_commune)
        self.assertEqual(change.line_ids.unit_id, self.other_commune)

    def test_what_waits_goes_to_the_unit_that_succeeds(self):
        change = self._sent()
        changes = self.env["danvan.registration.change"].with_user(self.administrator)
        changes._move_to_successors({self.commune: self.other_commune}, WHY)
        self.assertEqual(change.agreeing_unit_id, self.other_commune)
        self.assertEqual(change.state, "sent")
