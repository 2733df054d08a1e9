"""Initial passwords: random, readable aloud, hashed at a cost that fits them."""

import secrets

# Without i, l, o, 0 and 1, which are taken for each other on paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 4
SCHEME = "pbkdf2_sha512"
# Many rounds slow down who guesses what people choose. These are 79 bits of chance,
# which no number of guesses finds, as with Odoo's own API keys, which take 6,000
# (odoo/addons/base/models/res_users.py, KEY_CRYPT_CONTEXT). With the 600,000 of chosen
# passwords, 200 accounts would take minutes. Odoo hashes anew, in full, when the
# person first signs in and whenever a password is chosen.
ROUNDS = 6000


def made():
    """Return a new random password: four groups of four letters and figures."""
    return "-".join(
        "".join(secrets.choice(LETTERS) for _letter in range(GROUP_LENGTH))
        for _group in range(GROUPS)
    )


def hashed(context, password):
    """Return the hash of a `made` password that `context` verifies.

    :param context: Odoo's own (`res.users._crypt_context`); a deployment that hashes
        otherwise is followed
    """
    if context.schemes()[0] != SCHEME:
        return context.hash(password)
    quick = context.copy()
    quick.update(**{f"{SCHEME}__rounds": ROUNDS})
    return quick.hash(password)
