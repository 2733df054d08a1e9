"""`odoo danvan_trail -d DATABASE`: is the audit trail whole?"""

import sys

from odoo import SUPERUSER_ID
from odoo.api import Environment
from odoo.cli.command import Command
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.tools import config

LANGUAGE = "vi_VN"


class DanvanTrail(Command):
    """Follow the audit trail of Dân vận khéo and find the first broken line.

    Ends with 0 when all follows, 1 when a line is broken, 2 when a person should
    look at something (a document's newest line is gone, an earlier seal differs).
    """

    name = "danvan_trail"

    def run(self, cmdargs):
        """Follow the trail, print what was found and end with its status."""
        self.parser.add_argument("-c", "--config", help="configuration file of Odoo")
        self.parser.add_argument("-d", "--database", required=True)
        self.parser.add_argument(
            "--seal", help="what an earlier run printed, noted outside the server"
        )
        options = self.parser.parse_args(cmdargs)
        words = ["--no-http", "-d", options.database]
        if options.config:
            words += ["-c", options.config]
        config.parse_config(words, setup_logging=True)
        sys.exit(self._check(options.database, options.seal))

    def _check(self, database, seal):
        registry = Registry(database)
        with registry.cursor() as cr:
            trail = Environment(cr, SUPERUSER_ID, {})["danvan.trail"]
            newest = trail._newest_committed()
        with registry.cursor() as cr:
            env = Environment(cr, SUPERUSER_ID, {})
            if env["res.lang"]._get_data(code=LANGUAGE):
                env = env(context={"lang": LANGUAGE})
            try:
                status, sentences = env["danvan.trail"]._statement(newest, seal)
            except UserError as error:
                status, sentences = 3, [str(error)]
        sys.stdout.write("\n".join([*sentences, ""]))
        return status
