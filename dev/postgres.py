"""A private PostgreSQL cluster, reached through a socket in the work folder.

It opens no network port, so it can never be in the way of another server, and it
leaves Debian's own cluster alone.
"""

import contextlib
import os
import pwd
import secrets
import subprocess
from pathlib import Path

from paths import LOGS, WORK
from system import Stop, find_command, run, say

# Odoo refuses to work as the database user `postgres`.
DATABASE_USER = "danvan"
UNPRIVILEGED = ("postgres", "nobody")
# The system's limit for the path of a socket is 107 bytes.
LONGEST_FOLDER = 107 - len("/.s.PGSQL.5432")

# A development cluster: its data can be made again, so it need not survive a
# power cut, and in return a test run is several times faster.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    # Rules make long queries over few rows: compiling them takes longer than they do.
    "jit": "off",
    "max_connections": "120",
    "autovacuum_naptime": "1min",
    "log_timezone": "UTC",
    "timezone": "UTC",
}


class Cluster:
    """The cluster of this work folder."""

    def __init__(self):
        self.owner = _owner()
        home = self._reachable_home()
        self.data = home / "cluster"
        self.sockets = self._socket_folder(home)

    def ensure_running(self):
        """Start the cluster if it is not running; return whether this started it."""
        if not (self.data / "PG_VERSION").exists():
            self._create()
        self._make_folder(self.sockets)
        if self._control("status", check=False).returncode == 0:
            return False
        self._start()
        return True

    def stop(self):
        """Stop the cluster at once; whoever is connected is cut off."""
        self._control("stop", "-m", "fast", "-w", check=False)

    def environment(self):
        """Return what makes Odoo, psql and the like talk to this cluster."""
        return {
            "PGHOST": str(self.sockets),
            "PGPORT": "5432",
            "PGUSER": DATABASE_USER,
        }

    def psql(self, query, database="postgres"):
        """Run one SQL query; return its rows as lines of text."""
        words = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database]
        environment = {**os.environ, **self.environment()}
        command = [self._program("psql"), *words, "-c", query]
        return run(command, env=environment).splitlines()

    def databases(self):
        """Return the names of the databases."""
        return self.psql("SELECT datname FROM pg_database WHERE NOT datistemplate")

    def drop(self, database):
        """Drop a database, also when somebody is still connected."""
        self.psql(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def copy(self, source, target):
        """Make a database as an exact copy of another, which nobody may be using."""
        self.drop(target)
        self.psql(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')

    def _create(self):
        say("PostgreSQL cluster")
        self._make_folder(self.data.parent)
        self._make_folder(self.data)
        initdb = self._program("initdb")
        words = [initdb, "-D", self.data, "-U", DATABASE_USER, "-A", "trust"]
        # Collation C, as Odoo itself asks of a new database; letters as UTF-8 knows
        # them, or `ilike` would take Đ and đ for different letters.
        words += ["-E", "UTF8", "--locale=C", "--lc-ctype=C.UTF-8", "--no-sync"]
        run(words, log="initdb.log", **self._as_owner())
        lines = "".join(f"{key} = {value}\n" for key, value in SETTINGS.items())
        with open(self.data / "postgresql.conf", "a") as conf:
            conf.write(lines)

    def _start(self):
        server_log = self.data.parent / "server.log"
        options = f"-c unix_socket_directories='{self.sockets}' -p 5432"
        try:
            # Own session: Ctrl-C in the terminal must not reach the server.
            words = ["-w", "-t", "60", "-l", server_log, "-o", options]
            self._control("start", *words, start_new_session=True)
        except Stop as error:
            reason = f"PostgreSQL did not start: {error}; see {server_log}."
            raise Stop(reason) from None

    def _control(self, action, *words, check=True, **options):
        command = [self._program("pg_ctl"), action, "-D", self.data, *words]
        command = [str(word) for word in command]
        # Not captured: the server would keep our end of a pipe open for ever.
        with open(self._log(), "w+") as log:
            done = subprocess.run(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                **self._as_owner(), **options,
            )  # fmt: skip
            log.seek(0)
            said = log.read().strip().splitlines()
        if check and done.returncode:
            raise Stop(said[-1] if said else f"pg_ctl {action} failed")
        return done

    def _log(self):
        LOGS.mkdir(parents=True, exist_ok=True)
        return LOGS / "pg_ctl.log"

    def _program(self, name):
        found = find_command(name)
        if not found:
            raise Stop(f"PostgreSQL's '{name}' is missing: apt-get install postgresql.")
        return found

    def _as_owner(self):
        """Return the options with which a program runs as the cluster's owner."""
        # The owner may not be allowed into the current folder.
        options = {"cwd": "/"}
        if os.geteuid() == 0:
            options.update(
                user=self.owner.pw_uid, group=self.owner.pw_gid, extra_groups=[]
            )
        return options

    def _reachable_home(self):
        """Return the folder for data: in the work folder if its owner may go there."""
        if os.geteuid() != 0 or _may_enter(WORK):
            return WORK / "postgres"
        return Path("/var/tmp") / _own_name()

    def _socket_folder(self, home):
        folder = home / "run"
        return (
            folder if len(str(folder)) <= LONGEST_FOLDER else Path("/tmp") / _own_name()
        )

    def _make_folder(self, folder):
        """Make a folder that the cluster's owner alone can use."""
        folder.mkdir(parents=True, exist_ok=True)
        if folder.stat().st_uid not in (self.owner.pw_uid, os.geteuid()):
            raise Stop(f"{folder} belongs to somebody else: remove it.")
        folder.chmod(0o700)
        if os.geteuid() == 0:
            os.chown(folder, self.owner.pw_uid, self.owner.pw_gid)


def _owner():
    """Return the account that runs the server, which refuses to run as root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    for name in UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise Stop("no unprivileged account to run PostgreSQL as: install postgresql.")


def _own_name():
    """Return a name for what this work folder keeps outside of itself."""
    known = WORK / "outside"
    if not known.exists():
        # Random: a work folder made anew must not find its predecessor's data.
        known.write_text(f"danvan-{secrets.token_hex(5)}")
    return known.read_text()


def _may_enter(folder):
    """Whether everybody may pass through all folders down to this one."""
    return all(part.stat().st_mode & 0o001 for part in (folder, *folder.parents))
