"""What a client sent, read as what it should be."""

from odoo import fields

LARGEST = 2**31 - 1  # of the database's whole numbers


def whole(value):
    """Return `value` as a whole number from 0, None where it is none or too large."""
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if number == float(value) and 0 <= number <= LARGEST else None


def day(value):
    """Return `value` as a date, None where it is none."""
    try:
        return fields.Date.to_date(value) or None
    except (TypeError, ValueError, AttributeError):
        return None
