"""Conditions of a registration are data: for whom, how strictly, in which words."""

from lxml import etree
from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger
from odoo.tools.misc import file_path

from ..tools.telling_name import is_telling
from .common import YEAR, DanvanCase
from .evidence_common import base64_of, photo

REMINDERS = ["task", "need", "asked", "scale", "measured", "evidence"]


class ReadinessCase(DanvanCase):
    """A campaign, and what its registrations lack."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("danvan_kheo.readiness_name").level = "block"
        cls.campaign = cls._campaign()

    def _codes(self, registration, level):
        lines = registration.readiness or []
        return [line["code"] for line in lines if line["level"] == level]

    def _setting(self, user, **vals):
        return (
            self.env["danvan.readiness.check"]
            .with_user(user)
            .create({"code": "scale", "sentence": "Ghi quy mô.", **vals})
        )


@tagged("post_install", "-at_install")
class TestReadinessCheck(ReadinessCase):
    """Which conditions hold for a registration, and what each asks."""

    def test_reminders_are_shown_and_stop_nothing(self):
        draft = self._register(self.campaign, hamlet=False)
        self.assertEqual(self._codes(draft, "block"), [])
        self.assertEqual(self._codes(draft, "warn"), ["hamlet", *REMINDERS])
        self.act(draft, self.officer, "submit")
        self.assertEqual(draft.state, "to_approve")
        self.assertFalse(draft.readiness, "what has left the desk lacks nothing")

    def test_each_reminder_goes_when_it_is_answered(self):
        draft = self._register(self.campaign)
        aim = {"measure": "km", "baseline": "chưa có", "target": 2}
        file = base64_of(photo())
        for code, vals in {
            "task": {"political_task": "Nông thôn mới"},
            "need": {"people_need": "Đi lại an toàn"},
            "asked": {"people_asked": "Họp thôn ngày 10/01, 80 hộ đồng ý"},
            "scale": {"scale": "120 hộ"},
            "measured": {"indicator_ids": [Command.create({"name": "Đèn", **aim})]},
            "evidence": {"evidence_ids": [Command.create({"file": file})]},
        }.items():
            self.assertIn(code, self._codes(draft, "warn"))
            draft.with_user(self.officer).write(vals)
            self.assertNotIn(code, self._codes(draft, "warn"))
        self.assertFalse(draft.readiness)

    def test_a_figure_of_scale_among_the_indicators_tells_the_scale(self):
        aim = {"name": "Hộ tham gia", "role": "scale", "target": 120}
        draft = self._register(self.campaign, indicator_ids=[Command.create(aim)])
        self.assertNotIn("scale", self._codes(draft, "warn"))

    def test_a_person_is_asked_for_the_deed_since_when_and_for_whom(self):
        person = {"kind": "exemplar", "subject_type": "individual"}
        draft = self._register(self.campaign, activity_plan_ids=False, **person)
        self.assertEqual(self._codes(draft, "block"), ["deed", "since", "benefit"])
        self.assertIn("activity", self._codes(draft, "warn"))
        with self.assertRaises(UserError):
            self.act(draft, self.officer, "submit")
        draft.with_user(self.officer).write(
            {
                "deed": "Hòa giải mâu thuẫn đất đai",
                "deed_since": "2019",
                "beneficiaries": "Bà con thôn 10",
            }
        )
        self.act(draft, self.officer, "submit")
        self.assertEqual(draft.state, "to_approve")

    def test_places_of_four_sorts(self):
        for place in (
            {"place_kind": "hamlet", "hamlet": "Thôn 10"},
            {"place_kind": "commune", "hamlet": False},
            {"place_kind": "several", "hamlet": False, "place_detail": "Thôn 1, 2"},
            {"place_kind": "institution", "hamlet": False, "place_detail": "Trạm Y tế"},
        ):
            draft = self._register(self.campaign, **place)
            self.assertEqual(self._codes(draft, "block"), [], place)
            self.assertNotIn("hamlet", self._codes(draft, "warn"), place)

    def test_a_line_jumps_to_the_field_where_the_answer_is_written(self):
        fields = self.env["danvan.registration"]._fields
        draft = self.env["danvan.registration"].with_user(self.officer).create({})
        self.assertGreater(len(draft.readiness), 8)
        for line in draft.readiness:
            self.assertIn(line["field"], fields)
        draft.territory_id = False
        [place] = [line for line in draft.readiness if line["code"] == "place"]
        self.assertEqual(place["field"], "territory_id")

    def test_what_stops_the_sending_as_shipped(self):
        root = etree.parse(file_path("danvan_kheo/data/readiness.xml")).getroot()
        shipped = {
            record.get("id").removeprefix("readiness_"): record.findtext(
                "field[@name='level']"
            )
            for record in root.iter("record")
        }
        blocking = [code for code, level in shipped.items() if level == "block"]
        general = ["activity", "expected", "name", "person", "place", "sector"]
        person = ["benefit_of_person", "deed_of_person", "since_of_person"]
        self.assertEqual(sorted(blocking), sorted([*general, *person]))

    def test_every_code_is_known_to_the_module(self):
        check = self.env["danvan.readiness.check"]
        codes = check._fields["code"].get_values(self.env)
        tests = self.env["danvan.registration"]._readiness_tests()
        self.assertEqual(sorted(codes), sorted(tests))
        self.assertEqual(sorted(set(check.search([]).mapped("code"))), sorted(codes))

    def test_the_panel_follows_what_is_typed_before_saving(self):
        registration = self.env["danvan.registration"].with_user(self.officer)
        with Form(registration) as form:
            self.assertIn("name", [line["code"] for line in form.readiness])
            form.name = "Thắp sáng đường quê"
            self.assertNotIn("name", [line["code"] for line in form.readiness])
            with form.person_ids.new() as person:
                person.name = "Lê Thị Thử"
            self.assertIn("person", [line["code"] for line in form.readiness])
            with form.person_ids.edit(0) as person:
                person.post = "Trưởng thôn"
            self.assertNotIn("person", [line["code"] for line in form.readiness])

    def test_what_a_set_lacks_is_read_by_one_query_for_all(self):
        made = [self._register(self.campaign, hamlet=False) for _ in range(12)]
        counts = []
        for few in (made[:2], made):
            drafts = self.env["danvan.registration"].browse([r.id for r in few])
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            drafts.mapped("readiness")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(*counts)


@tagged("post_install", "-at_install")
class TestReadinessSettings(ReadinessCase):
    """The closest setting holds; a campaign's own belongs to who launches it."""

    def test_a_campaigns_own_setting_wins_in_that_campaign_only(self):
        own = self._setting(
            self.province_officer, campaign_id=self.campaign.id, level="block"
        )
        other = self._campaign(year=YEAR + 1, previous_id=self.campaign.id)
        draft = self._register(self.campaign)
        self.assertEqual(self._codes(draft, "block"), ["scale"])
        self.assertIn("Ghi quy mô.", draft.missing)
        self.assertEqual(self._codes(self._register(other), "block"), [])
        own.level = "off"
        draft.invalidate_recordset()
        self.assertNotIn("scale", self._codes(draft, "block"))
        self.assertNotIn("scale", self._codes(draft, "warn"))

    def test_the_narrower_general_setting_goes_before_the_wider(self):
        self._setting(self.administrator, subject_type="household", level="block")
        self._setting(self.administrator, kind="exemplar", level="off")
        draft = self._register(self.campaign)
        for kind, subject, level in (
            ("model", "collective", "warn"),
            ("model", "household", "block"),
            ("exemplar", "collective", None),
            ("exemplar", "household", "block"),
        ):
            draft.write({"kind": kind, "subject_type": subject})
            found = {line["code"]: line["level"] for line in draft.readiness}
            self.assertEqual(found.get("scale"), level, (kind, subject))

    def test_the_words_are_edited_and_shown(self):
        check = self.env.ref("danvan_kheo.readiness_scale")
        check.with_user(self.administrator).sentence = "Ghi rõ bao nhiêu hộ tham gia."
        draft = self._register(self.campaign).with_user(self.officer)
        words = [line["sentence"] for line in draft.readiness]
        self.assertIn("Ghi rõ bao nhiêu hộ tham gia.", words)

    def test_a_new_setting_begins_with_the_words_of_the_general_one(self):
        check = self.env["danvan.readiness.check"].with_user(self.administrator)
        with Form(check) as form:
            form.code = "scale"
            form.kind = "exemplar"
            general = self.env.ref("danvan_kheo.readiness_scale")
            self.assertEqual(form.sentence, general.with_user(check.env.user).sentence)

    @mute_logger("odoo.sql_db")
    def test_one_case_has_one_setting(self):
        with self.assertRaises(UniqueViolation):
            self._setting(self.administrator)

    def test_general_settings_belong_to_administrators(self):
        general = self.env.ref("danvan_kheo.readiness_name")
        for user in (self.province_officer, self.appraiser, self.officer):
            self.assertTrue(general.with_user(user).sentence)
            with self.assertRaises(AccessError):
                general.with_user(user).level = "off"
            with self.assertRaises(AccessError):
                self._setting(user, kind="model")

    def test_a_campaigns_settings_belong_to_who_launches_it(self):
        mine = {"campaign_id": self.campaign.id}
        with self.assertRaises(AccessError):
            self._setting(self.officer, **mine)
        with self.assertRaises(AccessError):
            self._setting(self.commune_appraiser, **mine)
        own = self._setting(self.appraiser, **mine)
        own.with_user(self.province_officer).level = "block"
        for user in (self.officer, self.leader, self.other_officer):
            self.assertEqual(own.with_user(user).level, "block")
            with self.assertRaises(AccessError):
                own.with_user(user).level = "off"
            with self.assertRaises(AccessError):
                own.with_user(user).unlink()

    def test_a_setting_does_not_move_to_another_campaign(self):
        vals = {"year": YEAR, "parent_id": self.campaign.id}
        theirs = self.campaign.with_user(self.other_officer).create(vals)
        own = self._setting(self.other_officer, campaign_id=theirs.id)
        with self.assertRaises(AccessError):
            own.campaign_id = self.campaign
        with self.assertRaises(AccessError):
            own.campaign_id = False

    def test_the_menu_opens_for_appraisers_and_nothing_else_of_the_settings(self):
        menus = self.env["ir.ui.menu"]
        settings = self.env.ref("danvan_kheo.menu_settings")
        for user, seen in (
            (self.appraiser, [self.env.ref("danvan_kheo.menu_readiness_checks").id]),
            (self.officer, []),
        ):
            visible = menus.with_user(user)._visible_menu_ids()
            below = menus.search([("parent_id", "=", settings.id)]).ids
            shown = settings.id in visible and sorted(set(below) & set(visible))
            self.assertEqual(shown or [], seen)


@tagged("post_install", "-at_install")
class TestTellingName(DanvanCase):
    """Names that say what is done, and names that only say that it is a model."""

    PLACES = ("Thôn 10", "Xã Suối Trong", "Đảng ủy xã Suối Trong")

    def test_names_that_tell(self):
        for name in (
            "Thắp sáng đường quê thôn 10",
            "Mô hình trồng nấm hương",
            "Dân vận khéo trong hiến đất làm đường",
            "Hũ gạo nghĩa tình",
            "thap sang duong que",
        ):
            self.assertTrue(is_telling(name, *self.PLACES), name)

    def test_names_that_do_not(self):
        for name in (
            None,
            "",
            "Mô hình dân vận khéo",
            "MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2026",
            "Mo hinh dan van kheo thon 10",
            "Mô hình điển hình tiên tiến tại thôn 10, xã Suối Trong",
            "Mô hình dân vận khéo của Đảng ủy xã Suối Trong",
            "Mô hình 1",
        ):
            self.assertFalse(is_telling(name, *self.PLACES), name)
