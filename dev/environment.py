"""The whole environment in one object: what to run Odoo with, and how."""

import contextlib
import os
import re
import socket
import subprocess

from cluster_use import ClusterUse
from odoo_source import addons_paths, ensure_odoo, version
from paths import CONFIGURATION, DATA, DEV, LOGS, project_addons
from postgres import Cluster
from python_env import ensure_python
from system import Stop, check_disk, ensure_packages, run

# The last line of a traceback.
EXCEPTION = re.compile(r"^[\w.]+(Error|Exception|Warning|Violation|Failed)\b")
SILENT_PORT = 9  # nobody listens there: what is sent to it goes nowhere


class Environment:
    """Everything installed and the database server running."""

    def __init__(self):
        check_disk()
        ensure_packages()
        self.odoo_home = ensure_odoo()
        self.python = ensure_python(self.odoo_home)
        self.cluster = Cluster()
        self.use = ClusterUse(self.cluster)
        self._write_configuration()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.use.end()

    @property
    def odoo_version(self):
        """What tells this Odoo from another one."""
        return version(self.odoo_home)

    def variables(self):
        """Return the environment variables for Odoo and the tools."""
        path = f"{self.python.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        mine = {"PATH": path, "ODOO_RC": str(CONFIGURATION)}
        return {**os.environ, **self.cluster.environment(), **mine}

    def odoo_command(self, *words, runner=()):
        """Return the command line that runs Odoo, perhaps under another program."""
        runner = runner or (self.python,)
        return [str(word) for word in (*runner, DEV / "odoo_starter.py", *words)]

    def run_odoo(self, log, *words):
        """Run Odoo to its end, writing to a log file; return that file."""
        path = LOGS / log
        process = self.start_odoo(path, *words)
        try:
            code = process.wait()
        finally:
            end(process)
        if code:
            raise Stop(f"Odoo failed: {last_error(path)} (see {path})")
        return path

    def start_odoo(self, log, *words, runner=(), **options):
        """Start Odoo in the background, writing to a log file."""
        LOGS.mkdir(parents=True, exist_ok=True)
        with open(log, "w") as file:
            return subprocess.Popen(
                self.odoo_command(*words, runner=runner),
                env=self.variables(),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                **options,
            )

    def odoo_shell(self, database, script):
        """Run some lines of Python inside Odoo and commit what they did."""
        words = ["shell", "-d", database, "--shell-interface=python", "--no-http"]
        text = f"{script}\nenv.cr.commit()\nprint('all lines ran')\n"
        log = f"shell_{database}.log"
        command = self.odoo_command(*words)
        said = run(command, log=log, env=self.variables(), input=text)
        if "all lines ran" not in said.splitlines():
            raise Stop(f"Odoo's shell failed: {last_error(LOGS / log)}")

    def tool(self, *words, **options):
        """Run a program of the Python environment and return the finished process."""
        command = [self.python.parent / words[0], *words[1:]]
        options = {"text": True, "capture_output": True, **options}
        command = [str(word) for word in command]
        return subprocess.run(command, env=self.variables(), **options)

    def _write_configuration(self):
        """Tell Odoo, whatever its subcommand, where everything is."""
        folders = [*addons_paths(self.odoo_home), *project_addons()]
        values = {
            "addons_path": ",".join(str(f) for f in folders if f.is_dir()),
            "data_dir": DATA,
            # For this machine's own browser only.
            "http_interface": "127.0.0.1",
            # No mail leaves this machine, even if it has a mail server.
            "smtp_server": "127.0.0.1",
            "smtp_port": SILENT_PORT,
        }
        lines = [f"{key} = {value}\n" for key, value in values.items()]
        CONFIGURATION.write_text("[options]\n" + "".join(lines))


def last_error(log):
    """Return the line of a log that tells best why Odoo gave up."""
    lines = log.read_text(errors="replace").splitlines()
    errors = [line for line in lines if EXCEPTION.match(line)]
    return (errors or lines or ["it said nothing"])[-1].strip()


def end(process):
    """End a process that is still running, gently at first."""
    if process.poll() is None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
    if process.poll() is None:
        process.kill()
        process.wait()


def free_port():
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_free(port):
    """Whether nobody listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
