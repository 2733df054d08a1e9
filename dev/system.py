"""What the machine has to bring: commands, Debian packages, room on the disk."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from paths import LOGS, WORK

# Debian package -> how to see that it is there (a path, or a command's name).
APT_PACKAGES = {
    "postgresql": "initdb",
    "chromium": "chromium",
    "poppler-utils": "pdftotext",
    "gettext": "msgfmt",
    "fontconfig": "fc-list",
    "fonts-croscore": "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf",
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
    # Only tests need it: it opens and prints the Word files of papers.
    "libreoffice-writer-nogui": "soffice",
}
# Papers come out of WeasyPrint here; without this one only a fallback is untested.
OPTIONAL_APT_PACKAGES = {"wkhtmltopdf": "wkhtmltopdf"}
NEEDED_MEGABYTES = 3000


class Stop(Exception):
    """Something that the person at the keyboard has to know, in one line."""


@contextlib.contextmanager
def one_line_errors():
    """End the program with one clear line instead of a traceback."""
    try:
        yield
    except Stop as error:
        sys.exit(f"danvan: {error}")
    except OSError as error:
        sys.exit(f"danvan: {error}. Free some space or correct the permissions.")


def say(text):
    """Print one line of progress at once, also into a pipe."""
    print(text, flush=True)


def run(command, log=None, **options):
    """Run a command quietly; when it fails its last words become the error."""
    LOGS.mkdir(parents=True, exist_ok=True)
    options = {"text": True, "stdout": subprocess.PIPE, **options}
    options.setdefault("stderr", subprocess.STDOUT)
    try:
        done = subprocess.run([str(part) for part in command], **options)
    except FileNotFoundError:
        raise Stop(f"the command '{command[0]}' is missing on this machine.") from None
    except subprocess.TimeoutExpired:
        raise Stop(f"'{command[0]}' took too long.") from None
    if log:
        (LOGS / log).write_text(done.stdout or "")
    if done.returncode:
        raise Stop(_failure(command, done, log))
    return done.stdout


def _failure(command, done, log):
    """Say in one line what went wrong with a command."""
    lines = [line for line in (done.stdout or "").splitlines() if line.strip()]
    reason = lines[-1].strip() if lines else f"exit status {done.returncode}"
    where = f" (everything it said: {LOGS / log})" if log else ""
    return f"'{os.path.basename(str(command[0]))}' failed: {reason}{where}"


def check_disk():
    """Refuse to begin when the disk would fill half way."""
    WORK.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(WORK).free // 1_000_000
    if free < NEEDED_MEGABYTES:
        raise Stop(
            f"{WORK} has {free} MB free and {NEEDED_MEGABYTES} MB are needed: "
            "free some space, or set DANVAN_WORK to a folder on another disk."
        )


def as_root():
    """Return the words to put before a command which needs the root user."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        return ["sudo"]
    return None


def install_packages(names):
    """Install Debian packages, or say exactly which ones a person must install."""
    prefix = as_root()
    wanted = " ".join(names)
    if prefix is None:
        raise Stop(f"no root rights and no sudo: ask for 'apt-get install {wanted}'.")
    if not shutil.which("apt-get"):
        raise Stop(f"no apt-get on this machine: install by other means: {wanted}.")
    say(f"  apt-get install {wanted}")
    # `env` because sudo drops the variables that keep apt from asking questions.
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    run([*apt, "update"], log="apt-update.log")
    run([*apt, "install", "--no-install-recommends", *names], log="apt-install.log")


def ensure_packages():
    """Install what the machine lacks; asks for nothing when all is there."""
    missing = [name for name, sign in APT_PACKAGES.items() if not _present(sign)]
    if missing:
        install_packages(missing)
    for name, sign in OPTIONAL_APT_PACKAGES.items():
        if not _present(sign):
            _try_package(name)


def _try_package(name):
    """Install a package some Debian releases no longer carry."""
    skipped = WORK / f"no-{name}"
    if skipped.exists():
        return
    try:
        install_packages([name])
    except Stop as error:
        say(f"  note: going on without {name}: {error}")
        skipped.touch()


def _present(sign):
    """Whether a package's sign (path, shared library or command) is there."""
    if sign.startswith("/"):
        return os.path.exists(sign)
    if ".so." in sign:
        return sign in _shared_libraries()
    return bool(find_command(sign))


def _shared_libraries():
    """Names of all shared libraries which the loader knows."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True).stdout


def find_command(name):
    """Find a command, also where Debian keeps PostgreSQL's server programs."""
    return shutil.which(name) or next(_postgresql_programs(name), None)


def _postgresql_programs(name):
    """Yield Debian's server programs of that name, newest release first."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    for folder in sorted(folders, key=lambda f: -float(f.parent.name)):
        if (folder / name).exists():
            yield str(folder / name)
