"""Passwords and keys of persons who live as long as one test."""

import gc

from passlib.context import CryptContext

from odoo import models

from odoo.addons.base.models import res_users

# Odoo asks for 600,000 rounds, most of a second for each of the thousands of users
# that the tests make: a third of the whole run, and nothing is tested by it.
ONE_ROUND = CryptContext(
    ["pbkdf2_sha512", "plaintext"], deprecated=["auto"], pbkdf2_sha512__rounds=1
)
# Keys of programs are hashed with every call that brings one along.
res_users.KEY_CRYPT_CONTEXT = CryptContext(["pbkdf2_sha512"], pbkdf2_sha512__rounds=1)


class ResUsers(models.Model):
    """Accounts of test and demonstration databases, hashed in no time."""

    _inherit = "res.users"

    def _crypt_context(self):
        return ONE_ROUND

    def _register_hook(self):
        """Leave what loading made out of every later search for garbage: it lives as
        long as the process, and walking over it was a thirtieth of the run."""
        super()._register_hook()
        gc.collect()
        gc.freeze()
