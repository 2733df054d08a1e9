"""A whole province from an empty database, in one sitting."""

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, TransactionCase, new_test_user, tagged

from .setup_common import SetupFixture

LAI_CHAU = "12"  # 38 communes, the fewest
HUE = "46"  # a city
LAM_DONG = "68"
ALLOWED_DIFFERENCE = 5


@tagged("post_install", "-at_install")
class TestSetupProvince(SetupFixture, TransactionCase):
    """What the dialog proposes, taken as it is."""

    def _unit(self, code):
        return self.env["danvan.unit"].search([("code", "=", code)])

    def test_the_dialog_counts_before_it_writes(self):
        form = self.form_at("bodies", LAI_CHAU)
        self.assertEqual(form.commune_count, 38)
        self.assertEqual(form.missing_count, 27 + 38 * 8)
        self.assertEqual(form.standing_count, 0)
        self.assertFalse(self.env["danvan.unit"].search_count([]))
        self.assertFalse(self.env["danvan.territory"].search_count([]))

    def test_fewer_bodies_are_fewer_units(self):
        form = self.form_at("bodies", LAI_CHAU)
        form.commune_standard_ids.remove(
            self.env.ref("danvan_kheo.standard_c_veterans").id
        )
        self.assertEqual(form.missing_count, 27 + 38 * 7)

    def test_a_province_is_set_up_in_one_sitting(self):
        setup = self.set_up(LAI_CHAU)
        self.assertEqual(setup.step, "done")
        self.assertEqual(self.env["danvan.unit"].search_count([]), 27 + 38 * 8)
        self.assertEqual(self.env["danvan.territory"].search_count([]), 39)
        root = self._unit("TU")
        self.assertEqual(root.name, "Tỉnh ủy Lai Châu")
        self.assertFalse(root.parent_id)
        self.assertEqual(self._unit("SNV").parent_id, self._unit("UBT"))
        self.assertIn("331", setup.result)

    def test_units_are_called_as_papers_call_them(self):
        self.set_up(LAI_CHAU)
        told = {
            "DU03408": "Đảng ủy phường Tân Phong",
            "UB03466": "UBND xã Bum Nưa",
            "BXD03408": "Ban Xây dựng Đảng Đảng ủy phường Tân Phong",
            "DTN": "Tỉnh đoàn Lai Châu",
            "BTGDV": "Ban Tuyên giáo và Dân vận Tỉnh ủy Lai Châu",
        }
        for code, name in told.items():
            self.assertEqual(self._unit(code).name, name)

    def test_a_city_has_a_city_s_names(self):
        self.set_up(HUE)
        self.assertEqual(self._unit("TU").name, "Thành ủy Huế")
        self.assertEqual(self._unit("UBT").name, "UBND thành phố Huế")
        self.assertEqual(self._unit("TU").organisation_name, "Đảng bộ thành phố Huế")

    def test_papers_come_out_right_from_the_first(self):
        self.set_up(LAM_DONG)
        government = self._unit("UB25000")
        heading = government._paper_heading()
        self.assertEqual(
            heading["issuers"][0]["issuer"], ["ỦY BAN NHÂN DÂN", "XÃ DI LINH"]
        )
        self.assertIn("Di Linh, ", heading["place_date"])
        self.assertEqual(government.paper_symbol, "UBND")
        committee = self._unit("DU25000")._paper_heading()
        self.assertEqual(committee["issuers"][0]["superior"], ["ĐẢNG BỘ TỈNH LÂM ĐỒNG"])
        department = self._unit("SNV")._paper_heading()
        self.assertEqual(
            department["issuers"][0]["superior"], ["ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"]
        )
        self.assertEqual(department["issuers"][0]["issuer"], ["SỞ NỘI VỤ"])
        # A name that is a number is written in full.
        self.assertEqual(self._unit("DU24823").place_name, "Phường 1 Bảo Lộc")

    def test_the_commission_leads_and_covers_the_province(self):
        setup = self.set_up(LAI_CHAU)
        lead = self.env["danvan.unit"].search([("leads_movement", "=", True)])
        self.assertEqual(lead.code, "BTGDV")
        self.assertEqual(lead.advises_id.code, "TU")
        self.assertEqual(setup.leading_unit_id, lead)
        province = self.env.ref("danvan_kheo.level_province")
        self.assertEqual(self._unit("UB03466")._deciding_unit(province), lead)

    def test_another_body_can_lead(self):
        form = self.form_at("bodies", LAI_CHAU)
        steering = self.env.ref("danvan_kheo.standard_p_steering")
        form.province_standard_ids.add(steering)
        setup = form.save()
        setup.action_next()
        form = Form(setup)
        form.lead_standard_id = steering
        form.save().action_apply()
        lead = self.env["danvan.unit"].search([("leads_movement", "=", True)])
        self.assertEqual(lead.code, "BCD")

    def test_the_first_campaign_is_the_leading_body_s_draft(self):
        form = self.form_at("campaign", LAI_CHAU)
        form.year = 2031
        form.topic = "Chung sức"
        form.save().action_apply()
        campaign = self.env["danvan.campaign"].search([])
        self.assertEqual(campaign.unit_id.code, "BTGDV")
        self.assertEqual((campaign.state, campaign.year), ("draft", 2031))
        self.assertEqual(str(campaign.registration_to), "2031-03-31")
        self.assertEqual(str(campaign.ceremony_date), "2031-10-15")
        self.assertEqual(campaign.topic, "Chung sức")

    def test_dates_are_still_to_come_when_the_year_is_under_way(self):
        for today, until in (
            ("2026-02-10", "2026-03-31"),
            ("2026-06-10", "2026-07-10"),
            ("2026-09-20", "2026-10-20"),
        ):
            with self.subTest(today=today), freeze_time(f"{today} 05:00:00"):
                form = self.setup_form(LAI_CHAU)
                self.assertEqual(form.year, 2026)
                self.assertEqual(str(form.registration_to), until)
                self.assertGreaterEqual(form.ceremony_date, form.evaluation_to)
        with freeze_time("2026-11-20 05:00:00"):
            self.assertEqual(self.setup_form(LAI_CHAU).year, 2027)

    def test_a_second_sitting_doubles_nothing(self):
        self.set_up(LAI_CHAU)
        counted = ("danvan.unit", "danvan.territory", "danvan.campaign")
        before = [self.env[name].search_count([]) for name in counted]
        again = self.set_up(LAI_CHAU)
        self.assertEqual([self.env[name].search_count([]) for name in counted], before)
        self.assertEqual(again.missing_count, 0)
        self.assertEqual(again.standing_count, 27 + 38 * 8)

    def test_a_second_sitting_adds_what_was_left_out(self):
        union = self.env.ref("danvan_kheo.standard_c_union")
        self.set_up(LAI_CHAU)
        form = self.form_at("bodies", LAI_CHAU)
        form.province_standard_ids.clear()
        form.commune_standard_ids.clear()
        form.commune_standard_ids.add(union)
        form.save().action_apply()
        unions = self.env["danvan.unit"].search([("code", "=like", "CD%")])
        self.assertEqual(len(unions), 38)
        self.assertEqual(set(unions.parent_id.mapped("kind_id.code")), {"front"})

    def test_units_with_other_codes_are_known_by_name_and_territory(self):
        self.env["danvan.territory"]._load_province(LAI_CHAU)
        commune = self.env["danvan.territory"].search([("code", "=", "03408")])
        named = {
            "kind_id": self.env.ref("danvan_kheo.kind_party_committee").id,
            "level_id": self.env.ref("danvan_kheo.level_commune").id,
            "territory_id": commune.id,
        }
        earlier = self.env["danvan.unit"].create(
            {"code": "X1", "name": "Đảng ủy phường Tân Phong", **named}
        )
        self.set_up(LAI_CHAU)
        self.assertFalse(self._unit("DU03408"))
        self.assertEqual(self._unit("UB03408").parent_id, earlier)

    def test_nothing_is_put_under_a_unit_that_has_ended(self):
        self.set_up(LAI_CHAU)
        self._unit("MT03408").date_to = "2026-01-01"
        form = self.form_at("bodies", LAI_CHAU)
        form.commune_standard_ids.add(self.env.ref("danvan_kheo.standard_c_union"))
        form.save().action_apply()
        self.assertFalse(self._unit("CD03408"))
        self.assertTrue(self._unit("CD03466"))

    def test_who_leads_already_goes_on(self):
        self.set_up(LAI_CHAU)
        organisation = self._unit("BTC")
        self._unit("BTGDV").leads_movement = False
        organisation.leads_movement = True
        setup = self.set_up(LAI_CHAU)
        self.assertFalse(self._unit("BTGDV").leads_movement)
        self.assertIn(organisation.name, setup.result)

    def test_more_communes_cost_no_more_queries(self):
        places = self.env["danvan.territory"]._places(LAM_DONG)
        self.env["danvan.territory"]._load_province(LAM_DONG)
        standards = self.env["danvan.unit.standard"].search([])
        counts = []
        for some in (places[:2], places[:4], places[4:24], places[24:]):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            made = standards._make_units(standards._planner([places[0], *some]))
            self.env.flush_all()
            counts.append((len(made), self.env.cr.sql_log_count - before))
        few, many, rest = counts[1:]
        self.assertEqual((few[0], many[0], rest[0]), (22, 220, 101 * 11))
        self.assertLessEqual(many[1] - few[1], ALLOWED_DIFFERENCE)
        # One insert takes a thousand rows at most.
        self.assertLessEqual(rest[1] - few[1], 6 * ALLOWED_DIFFERENCE)

    def test_an_unanswered_question_is_asked_for(self):
        setup = self.env["danvan.setup"].with_user(self.administrator).create({})
        for act in (setup.action_next, setup.action_apply):
            with self.assertRaises(UserError):
                act()
        self.assertFalse(self.env["danvan.unit"].search_count([]))

    def test_others_do_not_set_up(self):
        officer = new_test_user(self.env, "setup_officer", "danvan_kheo.group_officer")
        with self.assertRaises(AccessError):
            self.env["danvan.setup"].with_user(officer).create({"province": LAI_CHAU})
        setup = self.env["danvan.setup"].create({"province": LAI_CHAU})
        with self.assertRaises(AccessError):
            setup.with_user(officer).action_apply()

    def test_a_standard_unit_says_what_may_stand_in_braces(self):
        standard = self.env.ref("danvan_kheo.standard_c_front")
        for name in ("name_pattern", "code_pattern", "heading_pattern"):
            with self.assertRaisesRegex(ValidationError, "{email}"):
                standard[name] = "Mặt trận {email}"

    def test_who_leads_advises_a_committee(self):
        standard = self.env.ref("danvan_kheo.standard_c_front")
        with self.assertRaises(ValidationError):
            standard.leads_movement = True
        with self.assertRaises(ValidationError):
            self.env.ref("danvan_kheo.standard_c_union").advises = True

    def test_the_demonstration_s_units_are_the_standard_ones(self):
        """What was loaded from the packaged file is not made a second time."""
        setup = self.env["danvan.demonstration"]
        setup._load_units()
        before = self.env["danvan.unit"].search_count([])
        form = self.form_at("bodies", LAM_DONG)
        form.commune_standard_ids.clear()
        form.commune_standard_ids.add(self.env.ref("danvan_kheo.standard_c_front"))
        form.save().action_apply()
        self.assertEqual(self.env["danvan.unit"].search_count([]), before)
