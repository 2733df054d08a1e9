"""`bin/odoo`: the odoo command inside the development environment.

The database server that it starts stays up, for the next command to find it.
"""

import os
import signal
import sys

from environment import Environment
from system import one_line_errors


def main():
    """Become Odoo, so that signals and the exit status are its own."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C without a traceback
    with one_line_errors():
        environment = Environment()
    command = environment.odoo_command(*sys.argv[1:])
    os.execve(command[0], command, environment.variables())


if __name__ == "__main__":
    main()
