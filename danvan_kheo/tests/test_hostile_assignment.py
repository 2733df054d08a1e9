"""Delegation, ending and handover against a client that tries everything."""

from odoo.tests import new_test_user, tagged

from .hostile import HostileCase
from .test_registration_narrowing import NarrowingFixture

ASSIGNMENT = "danvan.assignment"
HANDOVER = "danvan.handover"
REGISTRATION = "danvan.registration"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileAssignment(NarrowingFixture, HostileCase):
    """Over XML-RPC and `/json/2`, by people without the right."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = new_test_user(cls.env, "danvan_deputy", "base.group_user")
        cls.portal = new_test_user(cls.env, "danvan_portal", "base.group_portal")
        cls.own = cls._held(cls.leader)

    def _dialog(self, user, assignment, to, **vals):
        """Create the dialog of a delegation as a client would; return its id."""
        dialog = self.env["danvan.delegation"].with_user(user).sudo()
        return dialog.create(
            {
                "assignment_id": assignment.id,
                "user_id": to.id,
                "date_from": self._day(),
                "date_to": self._day(3),
                "reason": "Thử",
                **vals,
            }
        )

    def test_nobody_writes_from_whom(self):
        mine = self._held(self.officer)
        for user, records in (
            (self.officer, mine),
            (self.leader, self.own),
            (self.administrator, mine),
        ):
            for vals in (
                {"delegated_from_id": self.own.id},
                {"reason": "Tự ghi"},
                {"ended_at": False},
                {"was_in_force": True},
            ):
                self.assert_refused(user, ASSIGNMENT, "write", records.ids, vals=vals)
        vals = {
            "user_id": self.deputy.id,
            "unit_id": self.commune.id,
            "role": "approver",
            "delegated_from_id": self.own.id,
        }
        for user in (self.leader, self.officer, self.administrator):
            self.assert_refused(user, ASSIGNMENT, "create", vals_list=[vals])
        self.assert_refused(
            self.leader,
            ASSIGNMENT,
            "create",
            vals_list=[{k: v for k, v in vals.items() if k != "delegated_from_id"}],
            context={"default_delegated_from_id": self.own.id},
        )
        self.assertFalse(self._held(self.deputy))

    def test_nobody_delegates_what_one_does_not_hold(self):
        for user in (self.officer, self.other_leader, self.administrator, self.deputy):
            self.assert_refused(user, ASSIGNMENT, "action_delegate", self.own.ids)
            dialog = self._dialog(user, self.own, self.deputy)
            self.assert_refused(user, "danvan.delegation", "action_confirm", dialog.ids)
        dialog = self._dialog(self.officer, self._held(self.officer), self.deputy)
        self.assert_refused(
            self.officer, "danvan.delegation", "action_confirm", dialog.ids
        )
        self.assertFalse(self._held(self.deputy))

    def test_to_whom_it_is_not_delegated(self):
        for to, vals in (
            (self.leader, {}),
            (self.portal, {}),
            (self.deputy, {"date_from": self._day(-3)}),
            (self.deputy, {"date_to": self._day(-1)}),
        ):
            dialog = self._dialog(self.leader, self.own, to, **vals)
            self.assert_refused(
                self.leader, "danvan.delegation", "action_confirm", dialog.ids
            )
        self.assertFalse(self._held(self.deputy) | self._held(self.portal))

    def test_it_is_not_handed_on_and_not_lengthened(self):
        given = self._delegate(self.leader, self.deputy)
        self.assert_refused(self.deputy, ASSIGNMENT, "action_delegate", given.ids)
        dialog = self._dialog(self.deputy, given, self.viewer)
        self.assert_refused(
            self.deputy, "danvan.delegation", "action_confirm", dialog.ids
        )
        for user in (self.deputy, self.leader):
            for vals in (
                {"date_to": self._day(90)},
                {"area_id": self.province.id},
                {"scope": "list"},
                {"sector_ids": [(5,)]},
            ):
                self.assert_refused(user, ASSIGNMENT, "write", given.ids, vals=vals)
        for user in (self.deputy, self.officer, self.other_leader):
            self.assert_refused(user, ASSIGNMENT, "action_take_back", given.ids)

    def test_private_doors_stay_shut(self):
        for method in ("_delegate", "_end", "_settle", "_cron_settle", "_write_owned"):
            self.assert_refused(self.leader, ASSIGNMENT, method, self.own.ids)

    def test_nobody_but_administrators_ends(self):
        for user in (self.officer, self.leader, self.province_leader):
            self.assert_refused(user, ASSIGNMENT, "action_end", self.own.ids)
            self.assert_refused(
                user,
                "danvan.assignment.end",
                "create",
                vals_list=[{"assignment_ids": [(6, 0, self.own.ids)]}],
            )
        self.assertEqual(self.own.state, "active")

    def _prepared(self):
        self.draft = self._register(self.campaign)
        return (
            self.env[HANDOVER]
            .with_user(self.officer)
            .create(
                {
                    "unit_id": self.commune.id,
                    "from_user_id": self.officer.id,
                    "to_user_id": self.viewer.id,
                    "reason": "Nghỉ hưu",
                }
            )
        )

    def test_a_handover_is_carried_out_by_the_right_person_only(self):
        handover = self._prepared()
        for user in (self.officer, self.viewer, self.other_leader, self.other_officer):
            self.assert_refused(user, HANDOVER, "action_hand_over", handover.ids)
        for user in (self.other_officer, self.other_leader, self.deputy):
            self.assert_refused(user, HANDOVER, "read", handover.ids, fields=["reason"])
            self.assert_refused(user, HANDOVER, "action_list", handover.ids)
            self.assert_refused(user, HANDOVER, "action_draft_minutes", handover.ids)
            lines = handover.line_ids
            self.assert_refused(
                user, lines._name, "write", lines.ids, vals={"is_chosen": False}
            )
            self.assert_refused(user, lines._name, "action_open", lines[:1].ids)
        for vals in (
            {"state": "done"},
            {"from_user_id": self.leader.id},
            {"unit_id": self.other_commune.id},
            {"line_ids": [(0, 0, {"res_model": REGISTRATION, "res_id": 1})]},
        ):
            self.assert_refused(
                self.officer, HANDOVER, "write", handover.ids, vals=vals
            )
        self.assertEqual(self.draft.officer_id, self.officer)

    def test_lines_name_no_foreign_document(self):
        handover = self._prepared()
        foreign = self._register(self.campaign, self.other_commune, self.other_officer)
        line = handover.line_ids[:1]
        for user in (self.officer, self.leader, self.administrator):
            self.assert_refused(
                user, line._name, "write", line.ids, vals={"res_id": foreign.id}
            )
            self.assert_refused(
                user,
                line._name,
                "create",
                vals_list=[
                    {
                        "handover_id": handover.id,
                        "res_model": REGISTRATION,
                        "res_id": foreign.id,
                        "subject": "x",
                        "what": "officer",
                    }
                ],
            )
        self.assertEqual(foreign.officer_id, self.other_officer)

    def test_another_person_in_charge_is_the_leaders_to_choose(self):
        draft = self._register(self.campaign)
        context = {"danvan_model": REGISTRATION, "danvan_ids": draft.ids}
        for user in (self.officer, self.viewer, self.other_leader):
            self.assert_refused(user, REGISTRATION, "action_reassign", draft.ids)
            dialog = self.env["danvan.reassign"].with_user(user)
            made = dialog.create({"user_id": self.viewer.id, "reason": "Thử"})
            self.assert_refused(
                user, "danvan.reassign", "action_confirm", made.ids, context=context
            )
        made = self.env["danvan.reassign"].with_user(self.leader)
        made = made.create({"user_id": self.viewer.id, "reason": "Thử"})
        for context in (
            {},
            {"danvan_model": "res.users", "danvan_ids": self.viewer.ids},
            {"danvan_model": REGISTRATION, "danvan_ids": "all"},
        ):
            self.assert_refused(
                self.leader,
                "danvan.reassign",
                "action_confirm",
                made.ids,
                context=context,
            )
        self.assertEqual(draft.officer_id, self.officer)


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileSector(NarrowingFixture, HostileCase):
    """An appraiser of one sector asks for another sector's documents."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._make_narrowed()
        for registration in cls.both:
            cls.act(registration, cls.officer, "submit")
        cls.appraiser = cls._limited("sector", "appraiser", cls.commune)
        cls.message = cls.outside.with_user(cls.officer).message_post(body="Mật")
        cls.scan = cls.env["ir.attachment"].create(
            {
                "name": "Ảnh.txt",
                "raw": b"x",
                "res_model": REGISTRATION,
                "res_id": cls.outside.id,
            }
        )

    def _everything(self):
        steps = self.env["danvan.approval.step"].search(
            [("res_model", "=", REGISTRATION), ("res_id", "=", self.outside.id)]
        )
        return (
            self.outside,
            self.outside.person_ids,
            self.outside.activity_plan_ids,
            self.outside.indicator_ids,
            self.outside.trail_ids,
            steps,
            self.scan,
            self.message,
        )

    def test_nothing_of_another_sector_is_read_or_found(self):
        user = self.appraiser
        for records in self._everything():
            self.assertTrue(records)
            model = records._name
            self.assert_refused(user, model, "read", records.ids, fields=["id"])
            domain = [("id", "in", records.ids)]
            self.assert_answers([], user, model, "search", domain=domain)
            self.assert_answers(0, user, model, "search_count", domain=domain)
        for answer in self.tried(
            user,
            REGISTRATION,
            "formatted_read_group",
            domain=[],
            groupby=["sector_id"],
            aggregates=["__count"],
        ):
            counted = sum(group["__count"] for group in answer.value)
            self.assertEqual(counted, len(self.inside))

    def test_what_is_inside_is_read(self):
        for records in (self.inside, self.inside.person_ids, self.inside.trail_ids):
            self.assert_answers(
                records.ids[:1],
                self.appraiser,
                records._name,
                "search",
                domain=[("id", "in", records.ids[:1])],
            )

    def test_nothing_is_done_and_nothing_waits(self):
        user = self._limited("leader_of_sector", "approver", self.commune)
        for act in ("accept", "refuse", "return_to_officer"):
            self.assert_refused(
                user,
                REGISTRATION,
                "action_transition",
                self.outside.ids,
                name=act,
                reason="Thử",
            )
        step = self.env["danvan.approval.step"]
        waiting = step.search([("res_id", "=", self.outside.id)])
        for person in (user, self.appraiser):
            self.assert_answers(
                [],
                person,
                step._name,
                "search",
                domain=[("id", "in", waiting.ids), ("is_mine", "=", True)],
            )
            self.assert_refused(person, step._name, "read", waiting.ids, fields=["id"])
            self.assert_refused(
                person, REGISTRATION, "action_appraise", self.outside.ids
            )
        list(self.tried(user, step._name, "action_approve_selected", waiting.ids))
        self.assertEqual(self.outside.state, "to_approve")
