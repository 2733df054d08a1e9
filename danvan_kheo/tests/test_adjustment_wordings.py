"""What stands against an adjustment, and what a registration read before it."""

from datetime import date

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged

from .adjustment_common import NEW_NAME, OLD_NAME, AdjustmentCase
from .change_common import WHY
from .common import YEAR


@tagged("post_install", "-at_install")
class TestAdjustmentReadiness(AdjustmentCase):
    """What is missing is said in words, and nothing is sent."""

    def _assert_refused(self, words, *lines, **vals):
        change = self._adjustment(*lines, **vals)
        with self.assertRaisesRegex(UserError, words):
            self.act(change, self.officer, "send")
        self.assertEqual(change.state, "draft")
        change.unlink()

    def test_a_place_in_one_hamlet_names_it_and_only_once(self):
        place = self._line("place_kind", new_place_kind="hamlet", new_text="")
        self._assert_refused("write the hamlet or quarter", place)
        whole = self._line("place_kind", new_place_kind="commune", new_text="Thôn 8")
        self._assert_refused("names no hamlet", whole)
        both = self._line("hamlet", new_text="Thôn 8")
        place = self._line("place_kind", new_place_kind="commune")
        self._assert_refused("not in one of its own", place, both)

    def test_a_sector_that_has_ended_is_not_chosen(self):
        ended = self.env.ref("danvan_kheo.sector_qpan")
        ended.date_to = f"{YEAR - 2}-12-31"
        self._assert_refused("in force", self._line("sector", new_sector_id=ended.id))

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
