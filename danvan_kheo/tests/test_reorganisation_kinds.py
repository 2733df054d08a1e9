"""Merging, renaming, splitting and ending; and what is refused, in which words."""

from datetime import timedelta

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged

from .reorganisation_common import DATE, ReorganisationCase


@tagged("post_install", "-at_install")
class TestReorganisationKinds(ReorganisationCase):
    """Each act in its ways; a mistake changes nothing and says what to do."""

    def _refused(self, act, *said):
        self.env.flush_all()
        before = self.env["danvan.unit"].search_count([])
        with self.assertRaises(UserError) as caught:
            act.action_carry_out()
        for words in said:
            self.assertIn(words, str(caught.exception))
            act.invalidate_recordset()
            self.assertIn(words, act.preview)
        self.assertEqual(self.env["danvan.unit"].search_count([]), before)
        self.assertEqual(act.state, "draft")

    def _rename(self, unit, **target):
        act = self._reorganisation(
            kind="rename", predecessor_ids=[Command.set(unit.ids)]
        )
        act.target_ids.write(target)
        return act

    def _split(self, unit, names):
        act = self._reorganisation(
            kind="split", predecessor_ids=[Command.set(unit.ids)]
        )
        for target, name in zip(act.target_ids, names, strict=True):
            target.write({"name": name, "code": target.code or "H.MOI"})
        return act

    def test_a_renamed_commune_keeps_code_bodies_and_people(self):
        commune = self.communes[0]
        act = self._rename(commune, name="Đảng ủy phường Bắc")
        new = self._carry_out(act)
        self.assertEqual(new.code, commune.code)
        self.assertEqual(new.parent_id, self.province)
        self.assertEqual(commune.state, "renamed")
        self.assertEqual(
            sorted(new.child_ids.mapped("name")),
            ["Thôn 1, phường Bắc", "Thôn 2, phường Bắc", "UBND phường Bắc"],
        )
        self.assertEqual(new.leader_name, commune.leader_name)
        self.assertEqual(self.running[0].unit_id, new)
        self.assertEqual(len(new.assignment_ids), 2)

    def test_a_commune_moves_under_the_province_with_its_name(self):
        commune = self.communes[0]
        new = self._carry_out(self._rename(commune))
        self.assertEqual(new.name, commune.name)
        self.assertEqual(new.parent_id, self.province)
        self.assertEqual(commune.parent_id, self.district)

    def test_a_merger_into_a_commune_that_goes_on(self):
        staying, other = self.communes[0], self.communes[1]
        self.governments.line_id = self.env.ref("danvan_kheo.line_women")
        act = self._reorganisation(
            kind="merge", predecessor_ids=[Command.set(other.ids)]
        )
        act.target_ids = [
            Command.clear(),
            Command.create({"existing_id": staying.id}),
        ]
        act.action_prepare()
        new = self._carry_out(act)
        self.assertEqual(new, staying)
        self.assertEqual(other.state, "merged")
        self.assertEqual(self.governments[1].successor_ids, self.governments[0])
        self.assertEqual(self.running[1].unit_id, staying)
        self.assertEqual(self.running[0].unit_id, staying)
        self.assertEqual(len(staying.child_ids), 5)
        self.assertEqual(len(staying.assignment_ids), 4)

    def test_a_split_takes_bodies_and_documents_where_the_lines_say(self):
        commune, hamlets = self.communes[0], self.hamlets[:2]
        officer, leader = self.people[commune]
        there = self._running_model(hamlets[1], self.this_year, commune)
        act = self._split(commune, ("Đảng ủy xã Bắc Một", "Đảng ủy xã Bắc Hai"))
        first, second = act.target_ids
        act.line_ids.filtered(
            lambda line: line.unit_id == hamlets[1]
        ).target_id = second
        main = self._carry_out(act)
        self.assertEqual(main, first.unit_id)
        self.assertEqual(commune.successor_ids, first.unit_id | second.unit_id)
        self.assertEqual(commune.state, "ended")
        self.assertEqual(self.running[0].unit_id, main)
        self.assertEqual(there.unit_id, hamlets[1].successor_ids)
        self.assertEqual(there.unit_id.name, "Thôn 2, xã Bắc Hai")
        self.assertEqual(there.unit_id.parent_id, second.unit_id)
        self.assertEqual(there.deciding_unit_id, second.unit_id)
        self.assertEqual(main.assignment_ids.user_id, officer | leader)
        self.assertFalse(second.unit_id.assignment_ids)

    def test_an_area_elsewhere_covers_all_parts_of_a_split(self):
        self._person("expert", "viewer", self.department)
        self.department.assignment_ids.area_id = self.communes[0]
        act = self._split(self.communes[0], ("Đảng ủy xã Bắc Một", "Đảng ủy xã Bắc 2"))
        self._carry_out(act)
        lasting = self.department.assignment_ids.filtered(lambda a: not a.date_to)
        self.assertEqual(lasting.area_id, act.target_ids.unit_id)

    def test_who_edits_one_part_of_a_split_continues_there(self):
        act = self._split(self.communes[0], ("Đảng ủy xã Bắc Một", "Đảng ủy xã Bắc 2"))
        self._carry_out(act)
        second = act.target_ids[1].unit_id
        newcomer = self._person("newcomer", "officer", second)
        action = self.ended[0].with_user(newcomer).action_continue()
        draft = self.env["danvan.registration"].browse(action["res_id"])
        self.assertEqual(draft.unit_id, second)

    def test_an_end_without_successor(self):
        school = self._unit(
            "H.TH", "Trường cũ", "grassroots", "grassroots", self.commune
        )
        act = self._reorganisation(
            kind="end", predecessor_ids=[Command.set(school.ids)]
        )
        act.action_carry_out()
        self.assertEqual(school.state, "ended")
        self.assertFalse(school.successor_ids)

    def test_an_end_is_refused_while_something_is_left(self):
        commune = self.communes[0]
        act = self._reorganisation(
            kind="end", predecessor_ids=[Command.set(commune.ids)]
        )
        self._refused(act, "UBND xã Bắc", "danvan_officer_bắc", "Registration: 1")

    def test_papers_awards_and_lists_follow_too(self):
        commune = self.communes[0]
        officer, _leader = self.people[commune]
        honouree = (
            self.env["danvan.honouree"]
            .with_user(officer)
            .create({"full_name": "Nguyễn Thị Thử", "unit_id": commune.id})
        )
        draft = (
            self.env["danvan.award"]
            .with_user(officer)
            .create(
                {
                    "honouree_id": honouree.id,
                    "unit_id": commune.id,
                    "registration_id": self.ended[0].id,
                    "form_id": self.env["danvan.award.form"]
                    .search([("for_collective", "=", True)], limit=1)
                    .id,
                }
            )
        )
        paper = (
            self.env["danvan.document"]
            .with_user(officer)
            .create(
                {
                    "unit_id": commune.id,
                    "template_id": self.env["danvan.document.template"]
                    .search([], limit=1)
                    .id,
                }
            )
        )
        directive = self.env["danvan.directive"].create(
            {
                "kind_id": self.env.ref("danvan_kheo.directive_kind_plan").id,
                "number": "01-KH/ĐU",
                "unit_id": commune.id,
            }
        )
        new = self._carry_out(self._merger())
        self.assertEqual((draft.unit_id, honouree.unit_id, paper.unit_id), (new,) * 3)
        self.assertEqual(directive.unit_id, new)
        self.assertEqual(draft.registration_id.unit_id, commune)

    def test_a_campaign_of_one_commune_goes_along_and_two_are_refused(self):
        first, second = self.communes[0], self.communes[1]
        own = self._own_campaign(first)
        act = self._merger()
        other = self._own_campaign(second)
        self._refused(act, "2025", first.name, second.name)
        self.act(other, self.people[second][1], "cancel", "Không tổ chức")
        new = self._carry_out(act)
        self.assertEqual(own.unit_id, new)
        self.assertEqual(other.unit_id, second)

    def _own_campaign(self, commune):
        vals = {**self._year(2025), "parent_id": self.this_year.id}
        officer = self.people[commune][0]
        campaign = self.env["danvan.campaign"].with_user(officer).create(vals)
        self.act(campaign, officer, "submit")
        return campaign.with_env(self.env)

    def test_a_model_of_the_districts_campaign_goes_into_the_provinces(self):
        officer = self._person("district", "officer", self.district)
        leader = self._person("district_leader", "approver", self.district)
        campaign = (
            self.env["danvan.campaign"]
            .with_user(officer)
            .create({**self._year(2025), "parent_id": self.this_year.id})
        )
        campaign.with_env(self.env)._write_owned({"state": "launched"})
        commune = self.communes[0]
        model = self._running_model(commune, campaign.with_env(self.env))
        new = self._carry_out(self._merger())
        self.assertEqual(model.unit_id, new)
        self.assertEqual(model.campaign_id, self.this_year)
        self.assertTrue(leader)

    def test_a_campaign_that_does_not_reach_the_new_place_stands_against(self):
        officer = self._person("district", "officer", self.district)
        campaign = (
            self.env["danvan.campaign"].with_user(officer).create(self._year(2025))
        )
        campaign.with_env(self.env)._write_owned({"state": "launched"})
        self._running_model(self.communes[0], campaign.with_env(self.env))
        self._refused(self._merger(), "Close that campaign first", self.district.name)

    def test_mistakes_of_entry(self):
        today = self.env["danvan.period"]._today()
        for vals, said in (
            ({"basis": "  "}, "Basis"),
            ({"date": today + timedelta(days=1)}, "not come yet"),
            ({"predecessor_ids": [Command.clear()]}, "at least 2"),
            ({"kind": "rename"}, "exactly one"),
            ({"kind": "split"}, "exactly one"),
        ):
            act = self._merger()
            act.write(vals)
            with self.subTest(said=said):
                self._refused(act, said)

    def test_a_unit_that_ended_or_began_later(self):
        self.communes[0].write({"date_from": "2000-01-01", "date_to": "2025-01-31"})
        self.communes[1].date_from = DATE
        act = self._merger()
        self._refused(act, "ended on 31/01/2025", "began on 01/07/2025")

    def test_a_hamlet_that_began_later_stands_against_it_too(self):
        self.hamlets[0].date_from = "2025-09-01"
        self._refused(self._merger(), "Thôn 1, xã Bắc began on 01/09/2025")

    def test_a_unit_named_together_with_one_below_it(self):
        act = self._merger(self.communes[0] | self.hamlets[0])
        self._refused(act, "stands below Đảng ủy xã Bắc")

    def test_a_successor_below_what_ends(self):
        self._refused(self._merger(parent_id=self.communes[1].id), "Đảng ủy xã Trung")
        self._refused(
            self._merger(parent_id=self.governments[1].id), "UBND xã Trung ends too"
        )
        self._refused(self._merger(existing_id=self.communes[0].id), "choose another")

    def test_codes_are_free_or_of_what_ends(self):
        act = self._merger(code="T.DU1")
        self._refused(act, "T.DU1", "Đảng ủy xã Suối Trong")
        act = self._split(self.communes[0], ("Đảng ủy xã Một", "Đảng ủy xã Hai"))
        act.target_ids.code = "H.Bắc"
        self._refused(act, "stands twice")

    def test_a_renaming_that_changes_nothing(self):
        self.communes[0].parent_id = self.province
        self._refused(self._rename(self.communes[0]), "like the old one")

    def test_a_plan_that_is_out_of_date(self):
        act = self._merger()
        self._unit("H.M", "Thôn mới lập", "grassroots", "grassroots", self.communes[0])
        self._refused(act, "Thôn mới lập", "Draw up the Plan")
        act.action_prepare()
        act.action_carry_out()
        self.assertEqual(act.state, "done")

    def test_a_split_has_exactly_one_that_takes_over(self):
        act = self._split(self.communes[0], ("Đảng ủy xã Một", "Đảng ủy xã Hai"))
        act.target_ids.is_main = True
        self._refused(act, "exactly one")

    def test_a_split_into_one_and_a_merger_into_two_are_refused(self):
        act = self._split(self.communes[0], ("Đảng ủy xã Một", "Đảng ủy xã Hai"))
        act.target_ids[1].unlink()
        self._refused(act, "two or more")
        act = self._merger()
        act.target_ids[0].copy()
        self._refused(act, "exactly one")

    def test_two_hamlets_of_one_name_are_pointed_out_before(self):
        act = self._merger()
        self.assertIn("Thôn 1, xã Hòa Hợp", act.preview)
        act.line_ids.filtered(lambda line: line.unit_id == self.hamlets[0]).name = "X"
        act.invalidate_recordset()
        self.assertIn("Thôn 1, xã Hòa Hợp", act.preview)

    def test_what_was_done_is_done_once_and_stays_on_file(self):
        act = self._merger()
        self._carry_out(act)
        for attempt in (
            act.action_carry_out,
            act.action_prepare,
            act.unlink,
            lambda: act.write({"basis": "Khác"}),
            lambda: act.target_ids.write({"name": "Khác"}),
            lambda: act.line_ids.unlink(),
        ):
            with self.assertRaises(UserError):
                attempt()
        with self.assertRaises(UserError):
            act.sudo().unlink()
        self.assertIn("Registration: 3", act.report)

    def test_a_unit_cannot_come_after_itself(self):
        self.communes[0].successor_ids = self.communes[1]
        with self.assertRaisesRegex(UserError, "come after itself"):
            self.communes[1].successor_ids = self.communes[0]

    def test_every_kind_of_document_says_what_moves(self):
        for model in self.env["danvan.workflow"]._documents():
            states = set(model._fields["state"].get_values(self.env))
            with self.subTest(model=model._name):
                self.assertTrue(model._closed_states)
                self.assertLessEqual(set(model._closed_states), states)
                named = {
                    name
                    for name, field in model._fields.items()
                    if field.store
                    and field.comodel_name == "danvan.unit"
                    and field.type == "many2one"
                    and not field.related
                }
                self.assertEqual(named, set(model._unit_fields))
