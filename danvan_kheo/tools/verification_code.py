"""Verification codes: how they are made, written on paper and typed back in.

Crockford's base 32: figures and letters without I, L, O and U, so that nothing printed
is taken for something else; what is typed as one of them is read as what was meant.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
# log2(32) for each character: 80 bits.
BITS = LENGTH * 5
GROUP = 4
# Has the length of a code and is none: asked for in place of what cannot be one, so
# that the same work is done.
NO_CODE = "?" * LENGTH

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IGNORED = str.maketrans(dict.fromkeys(" -\u00a0\u2010\u2011\u2012\u2013\u2014\t\r\n"))


def new():
    """Return a fresh random code of `BITS` bits."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def grouped(code):
    """Return a code as it is printed: `7K3M-92QD-XF4T-0WPA`."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read(text):
    """Return the code that a person typed or a QR held; `NO_CODE` when it is none.

    :param text: anything that a stranger sends
    """
    typed = str(text or "")[: LENGTH * 4].translate(_IGNORED).upper()
    code = typed.translate(_READ_AS)
    is_code = len(code) == LENGTH and set(code) <= set(ALPHABET)
    return code if is_code else NO_CODE
