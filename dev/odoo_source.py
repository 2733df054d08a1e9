"""Get Odoo 19's source: yours (ODOO_HOME), else Debian's package, else git."""

import os
import shutil
import subprocess
from pathlib import Path

from paths import APT, ODOO
from system import Stop, run, say

SERIES = "19.0"
REPOSITORY = "https://github.com/odoo/odoo.git"
PACKAGE = "odoo-19"
SUITE = "sid"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")

# Odoo's package links into these for its fonts and scripts.
LINKED = {
    "sid": [
        "fonts-roboto-unhinted",
        "fonts-montserrat",
        "fonts-inconsolata",
        "fonts-ocr-b",
        "libjs-jquery",
        "libjs-jquery-form",
        "libjs-underscore",
    ],
    # Odoo's screens use the icons of version 4; sid has 6 and they would vanish.
    "bookworm": ["fonts-font-awesome"],
}


def ensure_odoo():
    """Return the folder which holds the `odoo` package, fetching it if need be."""
    given = os.environ.get("ODOO_HOME")
    if given:
        return _checked(Path(given).expanduser().resolve())
    home = _unpacked()
    if home:
        return home
    say("Odoo 19 source")
    _fetch()
    return _checked(_unpacked() or ODOO)


def version(home):
    """Return what tells one Odoo from another: used to know stale databases."""
    release = (home / "odoo" / "release.py").read_text()
    stamp = (ODOO / "done").read_text() if (ODOO / "done").exists() else ""
    return f"{home}\n{stamp}\n{release}"


def addons_paths(home):
    """Return Odoo's own addons folders: a git checkout has two."""
    base = home / "odoo" / "addons"
    # Debian has all in one, and beside it only remains that would hide the rest.
    return [base] if (base / "web").is_dir() else [home / "addons", base]


def _checked(home):
    release = home / "odoo" / "release.py"
    if not release.exists() or "version_info = (19, 0" not in release.read_text():
        raise Stop(f"{home} is no Odoo {SERIES} source folder; correct ODOO_HOME.")
    return home


def _unpacked():
    """Return the folder of an Odoo that an earlier run completed, or None."""
    if not (ODOO / "done").exists():
        return None
    folders = [ODOO / "usr/lib/python3/dist-packages", ODOO / "git"]
    return next((f for f in folders if (f / "odoo/release.py").exists()), None)


def _fetch():
    """Try each way in turn, and tell of every one when none works."""
    reasons = []
    for way in (_from_debian, _from_git):
        shutil.rmtree(ODOO, ignore_errors=True)
        ODOO.mkdir(parents=True)
        try:
            done = way()
        except Stop as error:
            reasons.append(str(error))
            continue
        (ODOO / "done").write_text(done)
        return
    raise Stop(
        f"Odoo {SERIES} could not be had: {'; '.join(reasons)} - set ODOO_HOME to "
        "a folder with its source."
    )


def _from_git():
    say(f"  git clone, branch {SERIES}")
    command = ["git", "clone", "-q", "--depth", "1", "-b", SERIES, REPOSITORY]
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
    run([*command, ODOO / "git"], log="git-clone.log", env=environment, timeout=3600)
    return "git"


def _from_debian():
    """Unpack Debian's packages beside each other, installing nothing."""
    mirror = _mirror()
    names = []
    for suite, packages in LINKED.items():
        apt = _private_apt(mirror, suite)
        wanted = [*packages, PACKAGE] if suite == SUITE else packages
        say(f"  from Debian {suite}: {' '.join(wanted)}")
        names += _download(apt, suite, wanted)
    shutil.rmtree(APT)
    return "\n".join(sorted(names))


def _mirror():
    """Return the address of the Debian mirror which this machine's apt uses."""
    if not shutil.which("apt-get"):
        raise Stop("no apt-get here to get Debian's package with")
    layout = "$(ORIGIN)|$(LABEL)|$(REPO_URI)"
    text = run(["apt-get", "indextargets", "--format", layout, "Created-By: Packages"])
    rows = [line.split("|") for line in text.splitlines()]
    known = [uri for origin, label, uri in rows if origin == label == "Debian"]
    # Before the first `apt-get update` apt does not know who publishes what.
    guessed = [uri for *_, uri in rows if uri.rstrip("/").endswith("/debian")]
    if not known + guessed:
        raise Stop("apt here has no Debian mirror to get Odoo's package from")
    return (known + guessed)[0]


def _private_apt(mirror, suite):
    """Return an apt-get command which sees that suite only, and its own lists."""
    folder = APT / suite
    for name in ("lists/partial", "cache/archives/partial", "state"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    signed = f"[signed-by={KEYRING}] " if KEYRING.exists() else ""
    sources = folder / "sources.list"
    sources.write_text(f"deb {signed}{mirror} {suite} main\n")
    options = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "-",
        "Dir::Etc::preferences": "-",
        "Dir::Etc::preferencesparts": "-",
        "Dir::State": folder / "state",
        "Dir::State::lists": folder / "lists",
        "Dir::Cache": folder / "cache",
        "Acquire::Languages": "none",
        "APT::Sandbox::User": "root",
        "APT::Get::List-Cleanup": "false",
    }
    words = [
        word for key, value in options.items() for word in ("-o", f"{key}={value}")
    ]
    return ["apt-get", "-q", *words]


def _download(apt, suite, packages):
    """Fetch packages and unpack them into one tree; return their file names."""
    run([*apt, "update"], log=f"apt-{suite}.log")
    folder = APT / suite / "packages"
    folder.mkdir(exist_ok=True)
    run([*apt, "download", *packages], log=f"apt-{suite}.log", cwd=folder)
    files = sorted(folder.glob("*.deb"))
    for file in files:
        run(["dpkg", "-x", file, ODOO])
    _relink()
    return [file.name for file in files]


def _relink():
    """Point absolute links of the packages into the tree they were unpacked to."""
    for folder, directories, files in os.walk(ODOO):
        for name in directories + files:
            path = Path(folder, name)
            target = os.readlink(path) if path.is_symlink() else ""
            if target.startswith("/"):
                path.unlink()
                path.symlink_to(os.path.relpath(f"{ODOO}{target}", folder))


def missing_links():
    """Return links of the unpacked tree that lead nowhere (for a look by hand)."""
    found = subprocess.run(["find", ODOO, "-xtype", "l"], capture_output=True)
    return found.stdout.decode().splitlines()
