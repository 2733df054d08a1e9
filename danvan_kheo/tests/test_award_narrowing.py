"""Honourees, proposals and recognitions under an assignment limited to a sector."""

from odoo.tests import tagged

from .award_common import AwardCase
from .test_registration_narrowing import NarrowingFixture


@tagged("post_install", "-at_install")
class TestAwardNarrowing(NarrowingFixture, AwardCase):
    """One proposal within the sector, one outside."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._make_narrowed()
        for registration in cls.both:
            cls._run(registration)
        cls.proposals = cls.env["danvan.award"]
        for registration, name in ((cls.inside, "Tổ trong"), (cls.outside, "Tổ ngoài")):
            honouree = cls._honouree(name)
            cls.proposals |= cls._propose(honouree, registration_id=registration.id)

    def _found(self, user, records):
        self.env.invalidate_all()
        mine = records.with_user(user)
        found = mine.search([("id", "in", records.ids)])
        self.env.invalidate_all()
        self.assertEqual(mine._filtered_access("read"), found)
        return found.with_env(self.env)

    def test_proposals_and_honourees_follow(self):
        inside = self.proposals.filtered(lambda a: a.registration_id == self.inside)
        # The province's appraiser reads what its area proposes, within the sector.
        for login, unit in (("n1", self.commission), ("n2", self.commune_government)):
            user = self._limited(login, "appraiser", unit)
            self.assertEqual(self._found(user, self.proposals), inside, unit.name)
        decider = self._limited("n3", "officer", self.commune_government)
        honourees = self.proposals.honouree_id
        self.assertEqual(self._found(decider, honourees), inside.honouree_id)

    def test_who_decides_acts_within_the_sector_only(self):
        decider = self._limited("n1", "officer", self.commune_government)
        inside = self.proposals.filtered(lambda a: a.registration_id == self.inside)
        steps = self._steps_of(decider)
        self.assertEqual(steps.mapped("res_id"), inside.ids)
        self.act(inside, decider, "screen")
        self.assertEqual(inside.state, "screened")
