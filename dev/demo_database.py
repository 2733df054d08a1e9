"""The demonstration database: the module with its demonstration data, offline."""

from databases import (
    DEPENDENCIES,
    LANGUAGE,
    MODULES,
    digest,
    locked,
    source_digest,
)
from environment import SILENT_PORT
from paths import MODULE
from system import say

NAME = "danvan_demo"
TIMEZONE = "Asia/Ho_Chi_Minh"

# Odoo loads a module's demonstration data only where those of its dependencies
# are loaded too. Theirs (American companies, Marc Demo) would be out of place
# here, so they only count as loaded while the module is installed.
PRETEND = "UPDATE ir_module_module SET demo = true WHERE state = 'installed'"
PRETEND_NO_MORE = f"UPDATE ir_module_module SET demo = false WHERE name <> '{MODULE}'"

# Vietnamese for everybody, and nothing that calls Odoo's services by itself.
SETTINGS = f"""
everybody = env["res.users"].with_context(active_test=False).search([])
everybody.write({{"lang": "{LANGUAGE}", "tz": "{TIMEZONE}"}})
env.company.partner_id.lang = "{LANGUAGE}"
env["ir.default"].set("res.partner", "lang", "{LANGUAGE}")
env["ir.default"].set("res.partner", "tz", "{TIMEZONE}")
for cron in ("mail.ir_cron_module_update_notification",
             "sms.ir_cron_sms_scheduler_action", "snailmail.snailmail_print"):
    found = env.ref(cron, raise_if_not_found=False)
    _ = found and found.write({{"active": False}})

for service in ("iap", "enrich", "iap.partner_autocomplete", "sms", "snailmail"):
    env["ir.config_parameter"].set_param(
        service + ".endpoint", "http://127.0.0.1:{SILENT_PORT}")

"""


def prepare(environment, databases, fresh):
    """Make the demonstration database, or bring it to the present source."""
    databases.drop_leftovers()
    key = digest(environment.odoo_version + source_digest())
    known = databases.key_of(NAME)
    if fresh or not known:
        _create(databases, key)
    elif known != key:
        _update(environment, databases, key)


def _create(databases, key):
    """Install the module with its demonstration data."""
    say("  making the demonstration database (half a minute or more)")
    databases.dependencies()
    environment = databases.environment
    with (
        locked("demonstration"),
        databases.building(NAME, DEPENDENCIES, key) as name,
    ):
        databases.cluster.psql(PRETEND, name)
        words = ["-d", name, "-i", MODULES, "--with-demo", "--stop-after-init"]
        environment.run_odoo("demo_install.log", *words)
        databases.cluster.psql(PRETEND_NO_MORE, name)
        environment.odoo_shell(name, SETTINGS)


def _update(environment, databases, key):
    """Bring the database to the present source and keep its data."""
    say("  the module has changed: updating (bin/demo --fresh begins anew)")
    words = ["-d", NAME, "-u", MODULE, "--stop-after-init"]
    environment.run_odoo("demo_update.log", *words)
    databases.set_key(NAME, key)
