"""The 1 July 2025 case: three communes of a district become one of the province."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .reorganisation_common import BASIS, ReorganisationCase


@tagged("post_install", "-at_install")
class TestReorganisation2025(ReorganisationCase):
    """Last year's tables unchanged, last year's models continued by the new unit."""

    def _table(self, user, campaign, unit=None):
        self.env.invalidate_all()
        form = self.env["danvan.statistics.registered"].with_user(user)
        table = form.get_table(campaign.id, unit and unit.id)
        return [(row["name"], row["figures"]) for row in table["rows"]], table["totals"]

    def _content(self, records):
        self.env.invalidate_all()
        names = [
            name
            for name, field in records._fields.items()
            if field.store and field.column_type
        ]
        return records.read(names, load=None)

    def _merge(self, **target):
        act = self._merger(**target)
        act.end_superior = True
        return act, self._carry_out(act)

    def test_the_tree_of_the_new_unit(self):
        act, new = self._merge()
        self.assertEqual(act.state, "done")
        self.assertEqual(new.parent_id, self.province)
        self.assertEqual(new.date_from, date(2025, 7, 1))
        self.assertEqual(new.predecessor_ids, self.communes)
        self.assertEqual(new.code, "H.Bắc")
        names = new.child_ids.sorted("id").mapped("name")
        self.assertEqual(names[0], "UBND xã Hòa Hợp")
        self.assertEqual(
            sorted(names[1:]), sorted(["Thôn 1, xã Hòa Hợp", "Thôn 2, xã Hòa Hợp"] * 3)
        )
        government = new.child_ids[0]
        self.assertEqual(government.predecessor_ids, self.governments)

    def test_the_tree_of_last_year_stays_as_it_was(self):
        before = {unit: (unit.name, unit.parent_id) for unit in self.old_units}
        _act, _new = self._merge()
        after = {unit: (unit.name, unit.parent_id) for unit in self.old_units}
        self.assertEqual(after, before)
        ends = {unit.date_to for unit in self.old_units | self.district}
        self.assertEqual(ends, {date(2025, 6, 30)})
        self.assertEqual(set(self.communes.mapped("state")), {"merged"})
        self.assertEqual(set(self.governments.mapped("state")), {"merged"})
        self.assertEqual(set(self.hamlets.mapped("state")), {"renamed"})
        self.assertEqual(self.district.state, "ended")

    def test_last_years_form_01_is_the_same_cell_by_cell(self):
        people = (self.province_officer, self.administrator)
        before = [self._table(user, self.last_year) for user in people]
        district = self._table(self.province_officer, self.last_year, self.district)
        self.assertEqual(
            [name for name, _f in district[0]],
            ["Đảng ủy xã Bắc", "Đảng ủy xã Nam", "Đảng ủy xã Trung"],
        )
        self._merge()
        self.assertEqual([self._table(user, self.last_year) for user in people], before)
        again = self._table(self.province_officer, self.last_year, self.district)
        self.assertEqual(again, district)

    def test_this_years_form_01_counts_the_same_in_the_new_row(self):
        rows, totals = self._table(self.province_officer, self.this_year)
        self.assertEqual(dict(rows)["Huyện ủy Mẫu"][0], 3)
        self._merge()
        rows, after = self._table(self.province_officer, self.this_year)
        self.assertEqual(dict(rows)["Đảng ủy xã Hòa Hợp"][0], 3)
        self.assertNotIn("Huyện ủy Mẫu", dict(rows))
        self.assertEqual(after, totals)

    def test_the_new_units_table_of_last_year_shows_the_units_of_then(self):
        _act, new = self._merge()
        officer = self.people[self.communes[0]][0]
        rows, totals = self._table(officer, self.last_year)
        self.assertEqual(
            [(name, figures[0]) for name, figures in rows],
            [("Đảng ủy xã Bắc", 1), ("Đảng ủy xã Nam", 1), ("Đảng ủy xã Trung", 1)],
        )
        self.assertEqual(totals[0], 3)
        rows, totals = self._table(officer, self.this_year, new)
        self.assertEqual(totals[0], 3)

    def test_what_has_ended_is_not_touched(self):
        persons = self.ended.person_ids
        before = self._content(self.ended), self._content(persons)
        trail = self._content(self.ended.trail_ids)
        self._merge()
        self.assertEqual((self._content(self.ended), self._content(persons)), before)
        self.assertEqual(self._content(self.ended.trail_ids), trail)

    def test_what_runs_in_a_closed_year_is_not_touched(self):
        left = self._running_model(self.communes[0], self.last_year)
        self.act(self.last_year, self.province_officer, "evaluate")
        self.act(self.last_year, self.province_officer, "close")
        before = self._content(left)
        self._merge()
        self.assertEqual(self._content(left), before)

    def test_what_runs_goes_to_the_successor_with_a_line_in_the_trail(self):
        states = self.running.mapped("state")
        _act, new = self._merge()
        self.assertEqual(self.running.unit_id, new)
        self.assertEqual(self.running.person_ids.unit_id, new)
        self.assertEqual(self.running.deciding_unit_id, new)
        self.assertEqual(self.running.model_id.unit_id, new)
        self.assertEqual(self.running.mapped("state"), states)
        for registration in self.running:
            line = registration.trail_ids.sorted("id")[-1]
            self.assertEqual(line.transition, "reorganise")
            self.assertEqual(line.reason, BASIS)
            self.assertEqual(line.unit_id, new)
            self.assertEqual(line.act_label, "Moved to the successor unit")
        self.assertFalse(self.env["danvan.trail"]._first_broken())

    def test_pending_steps_wait_at_the_successor(self):
        officer, _leader = self.people[self.communes[1]]
        waiting = self._register(
            self.this_year, self.hamlets[2], officer, late_reason="Nhập sau"
        )
        self.act(waiting, officer, "submit")
        _act, new = self._merge()
        steps = self.env["danvan.approval.step"].search(
            [("res_model", "=", waiting._name), ("res_id", "=", waiting.id)]
        )
        hamlet = self.hamlets[2].successor_ids
        self.assertEqual(waiting.unit_id, hamlet)
        self.assertEqual(steps.owner_unit_id, hamlet)
        self.assertEqual(steps.for_unit_id, new)
        self.assertEqual(steps.unit_id, new)
        for _officer, leader in self.people.values():
            step = self.env["danvan.approval.step"].with_user(leader)
            self.assertIn(steps, step.search([("is_mine", "=", True)]))
        self.act(waiting, self.people[self.communes[0]][1], "accept")
        self.assertEqual(waiting.state, "running")

    def test_assignments_end_and_begin_anew(self):
        olds = self.env["danvan.assignment"].search(
            [("unit_id", "in", self.old_units.ids)]
        )
        _act, new = self._merge()
        self.assertEqual(set(olds.mapped("date_to")), {date(2025, 6, 30)})
        fresh = new.assignment_ids
        self.assertEqual(len(fresh), 6)
        self.assertEqual(fresh.user_id, olds.user_id)
        self.assertEqual(fresh.area_id, new)
        self.assertEqual(set(fresh.mapped("date_from")), {date(2025, 7, 1)})

    def test_one_person_of_two_communes_is_assigned_once(self):
        officer = self.people[self.communes[0]][0]
        self.env["danvan.assignment"].create(
            {"user_id": officer.id, "role": "officer", "unit_id": self.communes[1].id}
        )
        _act, new = self._merge()
        mine = new.assignment_ids.filtered(lambda a: a.user_id == officer)
        self.assertEqual(len(mine), 1)

    def test_an_area_that_ended_becomes_the_successor(self):
        expert = self._person("expert", "viewer", self.department)
        assignment = self.department.assignment_ids
        assignment.area_id = self.communes[2]
        _act, new = self._merge()
        fresh = self.department.assignment_ids - assignment
        self.assertEqual(fresh.area_id, new)
        self.assertEqual(fresh.user_id, expert)
        self.assertEqual(assignment.date_to, date(2025, 6, 30))

    def test_old_officers_read_what_all_three_did_and_write_none_of_it(self):
        _act, _new = self._merge()
        for officer, _leader in self.people.values():
            mine = self.env["danvan.registration"].with_user(officer)
            self.assertEqual(mine.search([]), self.ended | self.running)
            self.env.invalidate_all()
            self.assertTrue(self.ended.with_user(officer).mapped("name"))
            for registration in (self.ended | self.running).with_user(officer):
                acts = registration.trail_ids.mapped("transition")
                self.assertIn("accept", acts, "the trail of then is read too")
            with self.assertRaises(AccessError):
                self.ended.with_user(officer).write({"hamlet": "Thôn 9"})
        stranger = self.env["danvan.registration"].with_user(self.other_officer)
        self.assertFalse(stranger.search([("id", "in", self.ended.ids)]))

    def test_what_the_district_issued_is_still_meant_for_its_communes(self):
        chief = self._person("chief", "officer", self.district)
        campaign = self.env["danvan.campaign"].with_user(chief).create(self._year(2024))
        campaign.with_env(self.env)._write_owned({"state": "closed"})
        self.district.assignment_ids.date_to = "2025-06-30"
        officer = self.people[self.communes[0]][0]
        seen = self.env["danvan.campaign"].with_user(officer)
        self.assertIn(campaign, seen.search([]))
        self._merge()
        self.assertEqual(self.district.state, "ended")
        self.assertIn(campaign, seen.search([]))
        self.assertTrue(campaign.with_user(officer).read(["name"]))
        self.assertNotIn(campaign, seen.with_user(self.officer).search([]))

    def test_the_new_unit_continues_last_years_model_by_its_button(self):
        _act, new = self._merge()
        officer, leader = self.people[self.communes[1]]
        last = self.ended[0]
        action = last.with_user(officer).action_continue()
        draft = self.env["danvan.registration"].browse(action["res_id"])
        self.assertEqual(draft.unit_id, new)
        self.assertEqual(draft.campaign_id, self.this_year)
        self.assertEqual(draft.previous_id, last)
        self.assertEqual(draft.continuity, "continued")
        self.assertEqual(draft.deciding_unit_id, new)
        self.assertEqual(draft.person_ids.mapped("name"), ["Lê Thị Thử"])
        draft.activity_plan_ids.with_user(officer).date = draft.campaign_id.date_start
        self.act(draft, officer, "submit")
        self.act(draft, leader, "accept")
        self.assertEqual(draft.model_id, last.model_id)
        self.assertEqual(last.model_id.unit_id, new)
        self.assertEqual(last.unit_id, self.communes[0])

    def test_what_was_scored_before_is_recognised_by_the_new_unit(self):
        commune = self.communes[0]
        registration = self.running[0]
        scored = self.env["danvan.evaluation"]._open(
            registration,
            "level",
            {registration.id: commune},
            {registration.id: self.this_year.criteria_set_ids[0]},
        )
        scored._write_owned({"state": "concluded"})
        _act, new = self._merge()
        self.assertEqual(scored.evaluator_unit_id, commune)
        self.assertEqual(scored.unit_id, new)
        appraiser = self._person("new_appraiser", "appraiser", new)
        record = (
            self.env["danvan.recognition.list"]
            .with_user(appraiser)
            .create({"campaign_id": self.this_year.id, "unit_id": new.id})
        )
        self.assertEqual(record._candidates(), scored)

    def test_for_a_unit_that_ended_its_successor_acts(self):
        _act, new = self._merge()
        acting = (self.communes | self.hamlets)._acting_units()
        self.assertEqual(set(acting.values()), {new})

    def test_who_is_not_of_the_new_unit_does_not_continue_it(self):
        self._merge()
        with self.assertRaises(AccessError):
            self.ended[0].with_user(self.other_officer).action_continue()
        with self.assertRaisesRegex(UserError, "Đảng ủy xã Hòa Hợp"):
            self.ended[0].with_user(self.province_officer).action_continue()

    def test_nothing_new_is_entered_for_a_unit_that_ended(self):
        self._merge()
        with self.assertRaisesRegex(UserError, "Đảng ủy xã Hòa Hợp"):
            self._register(self.this_year, self.communes[0], self.province_officer)

    def test_the_district_goes_on_while_something_is_left_under_it(self):
        other = self._unit("H.K", "Đảng ủy xã Khác", "party_committee", "commune")
        other.parent_id = self.district
        act, _new = self._merge()
        self.assertFalse(self.district.date_to)
        self.assertIn("Đảng ủy xã Khác", act.report)

    def test_a_draft_that_moved_can_still_be_deleted(self):
        officer, _leader = self.people[self.communes[0]]
        draft = self._register(self.this_year, self.communes[0], officer)
        self._merge()
        self.assertTrue(draft.trail_ids)
        draft.with_user(officer).unlink()
        self.assertFalse(draft.exists())

    def test_a_later_reorganisation_leads_from_2024_to_the_newest_unit(self):
        _act, new = self._merge()
        act = self._reorganisation(
            kind="rename", date="2026-01-01", predecessor_ids=[Command.set(new.ids)]
        )
        act.target_ids.name = "Đảng ủy phường Hòa Hợp"
        newest = self._carry_out(act)
        self.assertEqual(self.communes.heir_ids, new | newest)
        self.assertEqual(self.communes._living(), newest)
        officer = self.people[self.communes[2]][0]
        mine = self.env["danvan.registration"].with_user(officer)
        self.assertEqual(mine.search([]), self.ended | self.running)
        self.assertEqual(self.running.unit_id, newest)
