"""The deployment's calendar: what day it is does not depend on who asks."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"
ZONE_PARAMETER = "danvan_kheo.timezone"


def zone(env):
    """Return the deployment's time zone (`danvan_kheo.timezone`, a setting)."""
    name = env["ir.config_parameter"].sudo().get_param(ZONE_PARAMETER, DEFAULT_ZONE)
    return ZoneInfo(name)


def today(env):
    """Return today's date in the deployment's zone.

    `fields.Date.today()` is UTC, still yesterday until seven in the morning in
    Viet Nam, and `context_today` follows the zone that the client sends.
    """
    return datetime.now(UTC).astimezone(zone(env)).date()


def local(env, moment):
    """Return a naive UTC `moment` of the database as local aware datetime."""
    return moment.replace(tzinfo=UTC).astimezone(zone(env))
