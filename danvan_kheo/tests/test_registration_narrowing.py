"""Assignments limited to sectors or to a campaign: what is inside, what is not."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .appraisal_common import AppraisalActs
from .assignment_common import AssignmentActs
from .common import YEAR, DanvanCase


class NarrowingFixture(AssignmentActs, AppraisalActs):
    """Two registrations of the commune, of two sectors, and one limited person of
    each sort. Goes before a class of the small province that has `campaign`."""

    @classmethod
    def _make_narrowed(cls):
        cls.economy = cls.env.ref("danvan_kheo.sector_kt")
        cls.culture = cls.env.ref("danvan_kheo.sector_vhxh")
        cls.inside = cls._register(cls.campaign, sector_id=cls.economy.id)
        cls.outside = cls._register(cls.campaign, sector_id=cls.culture.id)
        cls.both = cls.inside | cls.outside

    @classmethod
    def _limited(cls, login, role, unit, **vals):
        user = new_test_user(
            cls.env, f"danvan_{login}", "base.group_user", lang="vi_VN"
        )
        limits = vals or {"sector_ids": [(6, 0, cls.economy.ids)]}
        cls._assign(user, role, unit, **limits)
        return user


@tagged("post_install", "-at_install")
class TestRegistrationNarrowing(NarrowingFixture, DanvanCase):
    """Search, read and act give the same answer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()
        cls._make_narrowed()

    def _seen(self, user, records, right=None):
        """Return those of `records` that `user` finds; reading must agree."""
        self.env.invalidate_all()
        mine = records.with_user(user)
        domain = [("id", "in", records.ids)]
        if right:
            domain.append((right, "=", True))
        found = mine.search(domain)
        self.env.invalidate_all()
        self.assertEqual(mine._filtered_access("read"), mine.search(domain[:1]))
        return found.with_env(self.env)

    def test_by_role_and_unit(self):
        for login, role, unit, sees in (
            ("n1", "appraiser", self.commission, self.inside),
            ("n2", "viewer", self.commission, self.inside),
            ("n3", "officer", self.commune, self.inside),
            ("n4", "viewer", self.commune, self.inside),
            ("n5", "officer", self.other_commune, self.env["danvan.registration"]),
        ):
            with self.subTest(role=role, unit=unit.name):
                user = self._limited(login, role, unit)
                self.assertEqual(self._seen(user, self.both), sees)
                lines = self.both.person_ids | self.both.person_ids
                self.assertEqual(self._seen(user, lines), sees.person_ids)
                for name in ("activity_plan_ids", "indicator_ids"):
                    self.assertEqual(self._seen(user, self.both[name]), sees[name])

    def test_several_limits_add_up(self):
        user = self._limited("n1", "viewer", self.commission)
        self.assertEqual(self._seen(user, self.both), self.inside)
        self._assign(user, "officer", self.commune)
        self.assertEqual(self._seen(user, self.both), self.both)
        self.assertEqual(self._seen(user, self.both, "user_can_edit"), self.both)

    def test_a_draft_without_sector_is_inside_in_the_own_unit(self):
        officer = self._limited("n1", "officer", self.commune)
        above = self._limited("n2", "viewer", self.commission)
        draft = self._register(self.campaign, user=officer, sector_id=False)
        self.assertEqual(self._seen(officer, draft), draft)
        self.assertFalse(self._seen(above, draft))
        draft.with_user(officer).write({"hamlet": "Thôn 11"})
        with self.assertRaises(AccessError):
            self._register(self.campaign, user=officer, sector_id=self.culture.id)

    def test_writing_follows(self):
        officer = self._limited("n1", "officer", self.commune)
        self.inside.with_user(officer).write({"hamlet": "Thôn 11"})
        for record in (self.outside, self.outside.person_ids):
            with self.assertRaises(AccessError):
                record.with_user(officer).write({"name": "Khác"})

    def test_acting_follows(self):
        leader = self._limited("n1", "approver", self.commune)
        self.act(self.both, self.officer, "submit")
        steps = self._steps_of(leader)
        self.assertEqual(steps.mapped("res_id"), self.inside.ids)
        self.assertEqual(steps.mapped("is_mine"), [True])
        self.assertTrue(self.inside.with_user(leader).allowed_transitions)
        with self.assertRaises(AccessError):
            self.act(self.outside, leader, "accept")
        self._assign(leader, "viewer", self.commune)
        self.assertEqual(self._steps_of(leader).mapped("res_id"), self.inside.ids)
        self.assertFalse(self.outside.with_user(leader).allowed_transitions)
        with self.assertRaises(UserError):
            self.act(self.outside, leader, "accept")
        self.act(self.inside, leader, "accept")
        self.assertEqual(self.inside.state, "running")

    def test_the_trail_and_steps_follow_their_documents(self):
        self.act(self.both, self.officer, "submit")
        steps = self.env["danvan.approval.step"].search(
            [("res_model", "=", self.both._name), ("res_id", "in", self.both.ids)]
        )
        for login, unit in (("n1", self.commission), ("n2", self.commune)):
            user = self._limited(login, "viewer", unit)
            own = self._seen(user, self.both.trail_ids)
            self.assertEqual(own, self.inside.trail_ids)
            seen = self._seen(user, steps)
            self.assertEqual(seen.mapped("res_id"), self.inside.ids)

    def test_documents_without_sector_only_of_the_own_unit(self):
        papers = self.env["danvan.document"].create(
            [
                {
                    "unit_id": unit.id,
                    "template_id": self.env.ref("danvan_kheo.template_report").id,
                    "subject": "Báo cáo",
                }
                for unit in (self.commission, self.commune)
            ]
        )
        user = self._limited("n1", "officer", self.commission)
        self.assertEqual(self._seen(user, papers), papers[0])
        units = self._granted(user).with_env(self.env)
        self.assertEqual(units, self.commission)

    def test_one_campaign(self):
        later = self._campaign(year=YEAR + 1)
        other = self._register(later, sector_id=self.economy.id)
        user = self._limited("n1", "appraiser", self.commission, campaign_id=later.id)
        self.assertEqual(self._seen(user, self.both | other), other)
        self._held(user).sector_ids = self.culture
        self.assertFalse(self._seen(user, self.both | other))

    def test_evaluations_and_scores_follow(self):
        for registration in self.both:
            self._run(registration)
        own = [self._self_concluded(registration) for registration in self.both]
        appraisals = self.env["danvan.evaluation"]
        for registration in self.both:
            appraisals |= self._appraisal(registration)
        user = self._limited("n1", "appraiser", self.commune)
        evaluations = appraisals | own[0] | own[1]
        inside = evaluations.filtered(lambda e: e.registration_id == self.inside)
        self.assertEqual(self._seen(user, evaluations), inside)
        self.assertEqual(self._seen(user, evaluations.score_ids), inside.score_ids)
        scores = (appraisals - inside).score_ids
        with self.assertRaises(AccessError):
            scores[0].with_user(user).write({"score": 1})
        mine = (appraisals & inside).score_ids
        mine[0].with_user(user).write({"score": 1, "reason": "Đối chiếu"})

    def test_appraising_what_one_may_only_look_at(self):
        for registration in self.both:
            self._run(registration)
            self._self_concluded(registration)
        user = self._limited("n1", "appraiser", self.commune)
        self._assign(user, "viewer", self.commune)
        with self.assertRaises(UserError):
            self.outside.with_user(user).action_appraise()
        self.assertTrue(self.inside.with_user(user).action_appraise())

    def test_a_model_through_the_years_follows_its_sector(self):
        for registration in self.both:
            self._run(registration)
        user = self._limited("n1", "viewer", self.commission)
        threads = self.both.model_id
        self.assertEqual(self._seen(user, threads), self.inside.model_id)
        by_campaign = self._limited(
            "n2", "viewer", self.commission, campaign_id=self.campaign.id
        )
        self.assertEqual(self._seen(by_campaign, threads), threads)

    def test_the_limits_go_with_a_delegation(self):
        leader = self._limited("n1", "approver", self.commune)
        deputy = new_test_user(self.env, "danvan_deputy", "base.group_user")
        given = self._delegate(leader, deputy)
        self.assertEqual(given.sector_ids, self.economy)
        self.act(self.both, self.officer, "submit")
        self.assertEqual(self._steps_of(deputy).mapped("res_id"), self.inside.ids)
        self._held(leader).sector_ids = self.culture
        self.assertEqual(self._steps_of(deputy).mapped("res_id"), self.outside.ids)

    def test_form_01_counts_what_one_may_read(self):
        for registration in self.both:
            self._run(registration)
        form = self.env["danvan.statistics.registered"]
        for login, count in (("n1", 1), (None, 2)):
            user = self.appraiser
            if login:
                user = self._limited(login, "appraiser", self.commission)
            mine = form.with_user(user)
            domain = mine._domain(self.campaign.with_user(user), self.province)
            found = self.env["danvan.registration"].with_user(user).search(domain)
            self.assertEqual(len(found), count)

    def test_who_has_no_limit_asks_the_plain_query(self):
        limited = self._limited("n1", "viewer", self.commission)
        for user, asks_sector in (
            (self.officer, False),
            (self.province_officer, False),
            (limited, True),
        ):
            model = self.env["danvan.registration"].with_user(user)
            text = str(model._search([]).select().code)
            self.assertIn('"parent_path" LIKE', text)
            self.assertEqual('"sector_id"' in text, asks_sector, user.login)
