"""What must not be possible with awards, over any protocol."""

from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .award_common import AwardCase


@tagged("post_install", "-at_install")
class TestAwardHostile(AwardCase):
    """What a client may try over any protocol."""

    def test_owned_fields_are_not_written(self):
        award = self._propose(act=False)
        tries = {
            "state": "awarded",
            "amount": 10**9,
            "register_number": 1,
            "register_year": 2026,
            "decision_number": "01/QĐ-UBND",
            "decision_date": "2026-10-15",
            "printed_name": "Người khác",
            "subject_type": "individual",
            "campaign_id": self.campaign.id,
        }
        for name, value in tries.items():
            for user in (self.officer, self.env.ref("base.user_root")):
                with self.subTest(field=name, user=user.login):
                    with self.assertRaises(AccessError):
                        award.with_user(user).write({name: value})
                    with self.assertRaises(AccessError):
                        award.with_user(user).create(
                            {**self._award_vals(), name: value}
                        )

    def test_a_decision_is_not_moved_or_filled_from_outside(self):
        awards = self._eligible("Tổ xung kích")
        decision = self._decision()
        link = [fields.Command.link(awards.id)]
        for vals in (
            {"state": "issued"},
            {"number": "01"},
            {"date": "2026-10-15"},
            {"drafted": {}},
            {"unit_id": self.commune.id},
            {"award_ids": link},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                decision.with_user(self.officer).write(vals)
        with self.assertRaises(UserError):
            decision.with_user(self.officer).action_transition("issue")
        with self.assertRaises(UserError):
            awards.with_user(self.officer).action_transition("award")

    def test_defaults_and_copies_begin_as_drafts(self):
        award = self._awarded("Tổ kiểu mẫu")
        copied = award.with_user(self.officer).copy()
        self.assertEqual(copied.state, "draft")
        self.assertFalse(copied.register_number or copied.amount or copied.decision_id)
        model = self.env["danvan.award"].with_user(self.officer)
        self.env["ir.default"].with_user(self.officer).set(
            "danvan.award", "state", "awarded", user_id=True
        )
        self.assertEqual(model.create(self._award_vals()).state, "draft")
        with self.assertRaises(AccessError):
            model.with_context(default_state="awarded").create(self._award_vals())

    def test_load_does_not_award(self):
        vals = self._award_vals()
        columns = ["honouree_id/.id", "registration_id/.id", "form_id/.id", "state"]
        row = [str(vals[name.split("/")[0]]) for name in columns[:-1]] + ["Awarded"]
        model = self.env["danvan.award"].with_user(self.officer)
        before = model.search_count([])
        result = model.with_context(lang="en_US").load(columns, [row])
        self.assertTrue(result["messages"])
        self.assertEqual(model.search_count([]), before)

    def test_another_commune_knows_nothing_of_the_honouree(self):
        award = self._propose(self._honouree("Lê Thị Thử", "individual"))
        for record in (award, award.honouree_id):
            foreign = record.with_user(self.other_officer)
            with self.subTest(model=record._name), self.assertRaises(AccessError):
                foreign.read(["display_name"])
            self.assertFalse(foreign.search([("id", "=", record.id)]))
        with self.assertRaises(AccessError):
            award.honouree_id.with_user(self.other_officer).full_name = "Ai đó"

    def test_nobody_proposes_what_belongs_to_another_commune(self):
        vals = self._award_vals()
        model = self.env["danvan.award"].with_user(self.other_officer)
        for unit in (self.commune, self.other_commune):
            with (
                self.subTest(unit=unit.name),
                self.assertRaises(
                    ValidationError if unit == self.other_commune else AccessError
                ),
                self.cr.savepoint(),
            ):
                model.create({**vals, "unit_id": unit.id})

    def test_the_deciding_unit_reads_once_it_is_proposed(self):
        clerk = self._person("clerk", "officer", self.commune_government)
        award = self._propose(act=False)
        for record in (award, award.honouree_id):
            with self.assertRaises(AccessError):
                record.with_user(clerk).read(["display_name"])
        self.act(award, self.officer, "propose")
        self.env.invalidate_all()
        for record in (award, award.honouree_id):
            self.assertTrue(record.with_user(clerk).read(["display_name"]))
            self.assertEqual(
                record.with_user(clerk).search([("id", "=", record.id)]), record
            )
        with self.assertRaises(AccessError):
            award.with_user(clerk).summary = "Viết thêm"
        with self.assertRaises(AccessError):
            award.honouree_id.with_user(clerk).full_name = "Viết khác"
        with self.assertRaises(UserError):
            self.act(award, self.officer, "screen")
        self.act(award, clerk, "screen")

    def test_content_is_locked_once_proposed(self):
        award = self._propose()
        for vals in ({"summary": "x"}, {"form_id": self.form.id}):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                award.with_user(self.officer).write(vals)
        with self.assertRaises(AccessError):
            award.with_user(self.officer).unlink()

    def test_a_proposed_honouree_is_not_turned_into_another_sort(self):
        award = self._propose(self._honouree("Lê Thị Thử", "individual"))
        with self.assertRaises(ValidationError):
            award.honouree_id.with_user(self.officer).subject_type = "collective"

    @mute_logger("odoo.sql_db")
    def test_a_number_is_given_once(self):
        first, second = self._awarded("Tổ một"), self._awarded("Tổ hai")
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            second._write_owned({"register_number": first.register_number})
            second.flush_recordset()

    def test_the_register_is_not_edited_by_officers(self):
        self._awarded("Tổ ba")
        register = self.env["danvan.award.register"].search([])
        with self.assertRaises(AccessError):
            register.with_user(self.officer).last_number = 0

    def test_only_the_deciding_units_officer_makes_its_decision(self):
        awards = self._eligible("Tổ bốn")
        with self.assertRaises(AccessError):
            awards.with_user(self.leader).action_draft_decision()
        with self.assertRaises(AccessError):
            awards.with_user(self.other_officer).action_draft_decision()
        decision = self._decision(awards)
        self.act(decision, self.officer, "submit")
        with self.assertRaises(UserError):
            self.act(decision, self.officer, "approve")
        with self.assertRaises(UserError):
            self.act(decision, self.other_leader, "approve")

    def test_those_awarded_read_the_decision_once_issued(self):
        form = self.env.ref("danvan_kheo.award_form_province_merit")
        award = self._propose(
            form_id=form.id, deciding_unit_id=self.province_government.id
        )
        clerk = self._person("p_clerk", "officer", self.province_government)
        head = self._person("p_head", "approver", self.province_government)
        self.act(award, clerk, "screen")
        action = award.with_user(clerk).action_draft_decision()
        decision = self.env["danvan.award.decision"].browse(action["res_id"])
        self.act(decision, clerk, "submit")
        self.act(decision, head, "approve")
        own = decision.with_user(self.officer)
        self.assertFalse(own.search([("id", "=", decision.id)]))
        action = decision.with_user(clerk).action_draft_paper()
        paper = self.env["danvan.document"].browse(action["res_id"])
        paper.with_user(clerk).write({"signer_post": "Chủ tịch", "signer_name": "Mẫu"})
        self.act(paper, clerk, "submit")
        self.act(paper, head, "approve")
        registrar = self._person("p_registrar", "registrar", self.province_government)
        paper.with_user(registrar).action_issue(12, "2026-10-15")
        self.assertEqual(award.amount, 7590000)
        self.env.invalidate_all()
        self.assertEqual(own.search([("id", "=", decision.id)]), decision)
        foreign = decision.with_user(self.other_officer)
        self.assertFalse(foreign.search([("id", "=", decision.id)]))
