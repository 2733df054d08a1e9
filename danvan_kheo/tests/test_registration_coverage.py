"""The board: assigned, registered, accepted, missing, each counted once."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import YEAR, DanvanCase

ALLOWED_DIFFERENCE = 3
BEFORE, AFTER = f"{YEAR}-03-20 08:00:00", f"{YEAR}-04-10 08:00:00"


@tagged("post_install", "-at_install")
class TestRegistrationCoverage(DanvanCase):
    """One commune has a quota of three and one in the list; the other has nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign(registration_to=f"{YEAR}-03-31")
        cls.running = cls._run(cls._register(cls.campaign))
        cls.draft = cls._register(cls.campaign, name="Hũ gạo nghĩa tình thôn 10")
        cls._quota(unit_id=cls.commune.id, number=3)

    @classmethod
    def _registration_vals(cls, campaign, unit, **vals):
        late = {"late_reason": "Mưa lũ kéo dài"}
        return super()._registration_vals(campaign, unit, **late, **vals)

    @classmethod
    def _quota(cls, **vals):
        return cls.env["danvan.quota"].create({"campaign_id": cls.campaign.id, **vals})

    def _board(self, user, moment=AFTER):
        """Return the board of `user` as the list shows it."""
        with self.local_time(moment):
            board = self.env["danvan.coverage"].with_user(user)
            board.env.invalidate_all()
            action = board.action_open()
            return board.with_context(**action["context"]).search(action["domain"])

    def _row(self, user, unit, moment=AFTER):
        return self._board(user, moment).filtered(lambda row: row.unit_id == unit)

    def _figures(self, row):
        return row.assigned, row.registered, row.accepted, row.unsent, row.missing

    def test_a_row_tells_assigned_registered_accepted_and_missing(self):
        row = self._row(self.province_officer, self.commune)
        self.assertEqual(self._figures(row), (3, 1, 1, 1, 2))
        self.assertEqual(row.situation, "short")
        nothing = self._row(self.province_officer, self.other_commune)
        self.assertEqual(self._figures(nothing), (0, 0, 0, 0, 0))
        self.assertEqual(nothing.situation, "none")

    def test_what_stands_below_counts_for_the_commune_unless_it_has_its_own_quota(self):
        below = self._register(self.campaign, self.hamlet, name="Đèn đường thôn 10 mới")
        self._run(below)
        self.assertEqual(self._row(self.province_officer, self.commune).registered, 2)
        self._quota(unit_id=self.hamlet.id, number=1)
        board = self._board(self.province_officer)
        by_unit = {row.unit_id: row.registered for row in board}
        self.assertEqual(by_unit[self.commune], 1)
        self.assertEqual(by_unit[self.hamlet], 1)

    def test_every_registration_counts_once_and_all_of_them_do(self):
        self._run(self._register(self.campaign, self.hamlet, name="Đèn đường thôn 10"))
        board = self._board(self.province_officer)
        registered = self.env["danvan.registration"].search_count(
            self.env["danvan.registration"]._registered_domain(self.campaign)
        )
        self.assertEqual(sum(board.mapped("registered")), registered)
        for dimension in ("territory_id", "line_id"):
            groups = board._read_group(
                [("id", "in", board.ids)], [dimension], ["registered:sum"]
            )
            self.assertEqual(sum(total for _value, total in groups), registered)

    def test_the_number_assigned_is_the_closest_quota_of_every_unit(self):
        kind = self.commune.kind_id
        self._quota(kind_id=kind.id, level_id=self.commune.level_id.id, number=7)
        board = self._board(self.province_officer)
        numbers = self.campaign._quota_numbers(board.unit_id)
        self.assertEqual(
            {row.unit_id.id: row.assigned for row in board},
            {unit.id: numbers.get(unit.id, 0) for unit in board.unit_id},
        )
        self.assertEqual(numbers[self.other_commune.id], 7)

    def test_a_unit_of_which_none_is_asked_owes_nothing(self):
        self._quota(unit_id=self.other_commune.id, number=0)
        self.assertFalse(self._row(self.province_officer, self.other_commune))

    def test_a_figure_opens_the_registrations_that_it_counts(self):
        self._run(self._register(self.campaign, self.hamlet, name="Đèn đường thôn 10"))
        row = self._row(self.province_officer, self.commune)
        action = row.action_registrations()
        found = self.env["danvan.registration"].search(action["domain"])
        self.assertEqual(len(found.filtered("is_accepted")), row.accepted)
        self.assertIn(self.draft, found)

    def test_a_commune_sees_what_stands_under_it_and_no_neighbour(self):
        board = self._board(self.leader)
        self.assertIn(self.commune_government, board.unit_id)
        self.assertFalse(board.unit_id & (self.other_commune | self.department))

    def test_who_follows_two_communes_sees_both_and_nothing_between(self):
        followed = self._person("two", "viewer", self.commune)
        self.env["danvan.assignment"].create(
            {
                "user_id": followed.id,
                "role": "viewer",
                "unit_id": self.other_commune.id,
            }
        )
        office = self._unit(
            "T.UB2",
            "UBND xã Đồi Xanh",
            "government",
            "commune",
            self.other_commune,
        )
        self._quota(unit_id=self.department.id, number=2)
        board = self._board(followed)
        self.assertIn(office, board.unit_id)
        self.assertIn(self.commune_government, board.unit_id)
        self.assertNotIn(self.department, board.unit_id)

    def test_a_vertical_line_sees_its_own_units_and_their_registrations(self):
        line = self.env.ref("danvan_kheo.line_women")
        women = self._unit(
            "T.PN", "Hội LHPN tỉnh", "mass_organisation", "province", self.province
        )
        below = self._unit(
            "T.PN1", "Hội LHPN xã", "mass_organisation", "commune", self.commune
        )
        (women | below).line_id = line
        officer = self._person("line", "viewer", women)
        self.env["danvan.assignment"].search([("user_id", "=", officer.id)]).write(
            {"scope": "line", "line_id": line.id, "area_id": self.province.id}
        )
        self._run(self._register(self.campaign, below, name="Tuyến đường hoa thôn 10"))
        board = self._board(officer)
        self.assertEqual(board.unit_id, women | below)
        row = board.filtered(lambda one: one.unit_id == below)
        self.assertEqual(row.registered, 1)

    def test_who_follows_nothing_here_sees_nothing(self):
        self.assertFalse(
            self.campaign.with_user(
                self._person(
                    "far",
                    "viewer",
                    self._unit("X.1", "Tỉnh ủy Khác", "party_committee", "province"),
                )
            )._followed_coverage()
        )

    def test_a_commune_reminds_the_units_under_it(self):
        row = self._row(self.officer, self.commune_government)
        with self.local_time(AFTER):
            row.action_remind()
        reminder = self.env["danvan.reminder"].search([])
        self.assertEqual(reminder.unit_id, self.commune_government)
        self.assertEqual(reminder.by_unit_id, self.commune)

    def test_a_commune_reads_in_the_title_what_is_asked_of_it(self):
        board = self.env["danvan.coverage"].with_user(self.leader)
        self.assertRegex(board.action_open()["name"], "Suối Trong.* 3$")

    def test_nobody_sees_the_board_of_another(self):
        rows = self._board(self.province_officer)
        mine = self.env["danvan.coverage"].with_user(self.leader)
        self.assertFalse(mine.search([("id", "in", rows.ids)]))
        with self.assertRaises(AccessError):
            mine.browse(rows.ids).read(["registered"])

    def test_no_client_makes_or_changes_a_row(self):
        row = self._row(self.province_officer, self.commune)
        with self.assertRaises(AccessError):
            row.write({"registered": 9})
        with self.assertRaises(AccessError):
            row.create({"campaign_id": self.campaign.id, "registered": 9})
        with self.assertRaises(AccessError):
            self.env["danvan.reminder"].with_user(self.province_officer).create(
                {"campaign_id": self.campaign.id, "unit_id": self.commune.id}
            )

    def test_an_extension_is_shown_with_both_days_and_its_reason(self):
        day = self.campaign.registration_to.replace(month=5, day=15)
        self.campaign.with_user(self.province_officer)._extend_for(
            self.commune, day, "Bão số 3"
        )
        row = self._row(self.province_officer, self.commune)
        self.assertEqual(row.first_until, self.campaign.registration_to)
        self.assertEqual(row.until, day)
        self.assertEqual(row.extension_reason, "Bão số 3")
        self.assertFalse(row.is_late)
        self.assertTrue(self._row(self.province_officer, self.other_commune).is_late)

    def test_a_quota_not_reached_is_late_after_the_last_day_only(self):
        self.act(self.draft, self.officer, "submit")
        self.act(self.draft, self.leader, "accept")
        before = self._row(self.province_officer, self.commune, BEFORE)
        self.assertFalse(before.is_late)
        row = self._row(self.province_officer, self.commune)
        self.assertTrue(row.is_late)
        self.assertEqual((row.missing, row.days_late), (1, 10))

    def test_reminding_tells_the_unit_once_a_day_and_is_kept(self):
        row = self._row(self.province_officer, self.other_commune)
        with self.local_time(AFTER):
            row.action_remind()
            reminder = self.env["danvan.reminder"].search([])
            self.assertEqual(reminder.unit_id, self.other_commune)
            told = self.env["mail.message"].search(
                [
                    ("model", "=", "danvan.campaign"),
                    ("message_type", "=", "user_notification"),
                ]
            )
            self.assertEqual(
                told.notified_partner_ids,
                (self.other_officer | self.other_leader).partner_id,
            )
            again = self._row(self.province_officer, self.other_commune)
            self.assertTrue(again.reminded_on)
            with self.assertRaises(UserError):
                again.action_remind()
        line = self.campaign.trail_ids.sorted("id")[-1:]
        self.assertEqual(line.transition, "remind_units")
        self.assertEqual(line.reason, self.other_commune.name)

    def test_who_only_appraises_or_follows_reminds_nobody(self):
        for user in (self.appraiser, self.viewer):
            row = self._board(user)[:1]
            with self.local_time(AFTER), self.assertRaises(UserError):
                row.action_remind()
        self.assertFalse(self.env["danvan.reminder"].search([]))

    def test_the_letter_names_the_chosen_units_or_all_late_ones(self):
        row = self._row(self.province_officer, self.other_commune)
        with self.local_time(AFTER):
            drafts = [
                self.env["danvan.document"].browse(board.action_letter()["res_id"])
                for board in (
                    row,
                    row.browse().with_context(danvan_campaign=self.campaign.id),
                )
            ]
        chosen, every = (f"{draft.body}{draft.annex}" for draft in drafts)
        self.assertIn(self.other_commune.name, chosen)
        self.assertNotIn(self.department.name, chosen)
        for unit in (self.other_commune, self.department, self.commune):
            self.assertIn(unit.name, every)
        self.assertIn("Đã gửi 01, còn 01 đăng ký chưa gửi (chỉ tiêu 03)", every)

    def test_a_board_before_any_campaign_is_empty_and_says_so(self):
        self._board(self.province_officer)
        self.campaign._write_owned({"state": "draft"})
        stranger = self.env["danvan.coverage"].with_user(self.officer)
        action = stranger.action_open()
        self.assertFalse(stranger.search(action["domain"]))
        self.assertIn("No unit to show", action["help"])
        with self.assertRaisesRegex(UserError, "No campaign has been launched yet"):
            stranger.with_context(**action["context"]).action_letter()

    def test_buttons_pressed_elsewhere_are_refused_in_words(self):
        board = self.env["danvan.coverage"].with_user(self.officer)
        for context in ({}, {"danvan_campaign": "x"}, {"danvan_campaign": 2**30}):
            for act in ("action_remind", "action_letter"):
                with self.assertRaises(UserError):
                    getattr(board.with_context(**context), act)()

    def test_the_cost_does_not_grow_with_the_units(self):
        def cost():
            self.env.invalidate_all()
            self.env.registry.clear_cache()
            before = self.env.cr.sql_log_count
            self.campaign.with_user(self.province_officer)._coverage()
            return self.env.cr.sql_log_count - before

        few = cost()
        for number in range(40):
            self._unit(
                f"T.X{number}",
                f"Đảng ủy xã {number}",
                "party_committee",
                "commune",
                self.province,
            )
        self.assertLessEqual(cost(), few + ALLOWED_DIFFERENCE)
