"""A commune that has awarded, with the public page switched on."""

from odoo.tests import new_test_user

from ..models.award.verification import ON_PARAMETER, PAGE
from .award_common import AwardCase
from .hostile import HostileCase

VERIFICATION = "danvan.verification"
# Well formed, and of nobody: chance would have to hit one of 2^80.
UNKNOWN = "0000-0000-0000-0000"


class VerifyCase(AwardCase, HostileCase):
    """One award with a code; whoever asks for the page has no account."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._switch(True)
        cls.award = cls._awarded("Tổ tự quản thôn 10")
        cls.env.flush_all()

    @classmethod
    def _campaign(cls, **vals):
        """Both parents ask for the campaign of the year; there is one."""
        return getattr(cls, "campaign", None) or super()._campaign(**vals)

    @classmethod
    def _switch(cls, is_on):
        cls.env["ir.config_parameter"].set_param(ON_PARAMETER, is_on)

    @staticmethod
    def _code(certificate):
        """Return the code in force as it is printed."""
        return certificate.sudo()._code_in_force()._text()

    @classmethod
    def _other_award(cls, name):
        """Return an award by a decision of its own."""
        award = cls._awarded(name)
        cls.env.flush_all()
        return award

    def _page(self, code="", method="GET", **kwargs):
        """Return the answer for a code in the address, as the QR leads there."""
        path = f"{PAGE}/{code}" if code else PAGE
        return self.url_open(path, method=method, **kwargs)

    def _typed(self, text):
        """Return the answer for a code typed into the form."""
        return self.url_open(PAGE, params={"ma": text})

    @classmethod
    def _portal(cls):
        return new_test_user(cls.env, "verify_portal", "base.group_portal")
