"""Databases made once and copied: dependencies only, and with the module in.

What a database was made from is kept as its comment, so a stale one is noticed.
"""

import ast
import contextlib
import fcntl
import hashlib
import os
import shutil

from paths import DATA, MODULE, PROJECT, SUPPORT_MODULE, WORK, project_addons
from system import Stop, say

LANGUAGE = "vi_VN"
DEPENDENCIES = "danvan_template_dependencies"
INSTALLED = "danvan_template_installed"
MODULES = f"{MODULE},{SUPPORT_MODULE}"
RUN_PREFIX = "danvan_run_"

# Scripts and styles for the browser, put together once instead of in every run.
ASSETS = "env['ir.qweb']._pregenerate_assets_bundles()"

# A change of these may leave traces in an updated database (records that are not
# updated, columns of removed fields): then the template is installed anew.
INSTALL_PARTS = ("__manifest__.py", "hooks.py", "data/", "security/", "models/")


class Databases:
    """The templates and copies in the cluster of an environment."""

    def __init__(self, environment):
        self.environment = environment
        self.cluster = environment.cluster

    def dependencies(self):
        """Make the template with Odoo's own modules, unless it is there."""
        modules = ",".join(sorted(_odoo_dependencies()))
        key = digest(self.environment.odoo_version + modules + LANGUAGE)
        with locked("templates"):
            if self.key_of(DEPENDENCIES) != key:
                with self.building(DEPENDENCIES, None, key) as name:
                    self._install(name, DEPENDENCIES, "-i", modules)
        return key

    def installed(self, fresh):
        """Make the template with the module in it; return the log of a fresh one."""
        key = digest(self.dependencies() + source_digest(INSTALL_PARTS))
        with locked("templates"):
            if not fresh and self.key_of(INSTALLED) == key:
                return None
            with self.building(INSTALLED, DEPENDENCIES, key) as name:
                log = self._install(name, INSTALLED, "-i", MODULES)
                self.environment.odoo_shell(name, ASSETS)
            return log

    def _install(self, name, label, *words):
        words = ["-d", name, *words, f"--load-language={LANGUAGE}"]
        return self.environment.run_odoo(f"{label}.log", *words, "--stop-after-init")

    @contextlib.contextmanager
    def building(self, name, source, key):
        """Give a scratch database which in the end replaces the one of that name."""
        scratch = f"{RUN_PREFIX}{os.getpid()}_new"
        self.drop(scratch)
        if source:
            self.copy(source, scratch)
        try:
            yield scratch
            self.drop(name)
            self.cluster.psql(f'ALTER DATABASE "{scratch}" RENAME TO "{name}"')
            if filestore(scratch).exists():
                filestore(scratch).rename(filestore(name))
            self.set_key(name, key)
        finally:
            self.drop(scratch)

    def copy(self, source, target):
        """Copy a database and its files."""
        self.drop(target)
        self.cluster.copy(source, target)
        if filestore(source).exists():
            # Stored files never change, so a second name for each will do.
            shutil.copytree(filestore(source), filestore(target), copy_function=os.link)

    def drop(self, name):
        """Drop a database and its files."""
        self.cluster.drop(name)
        shutil.rmtree(filestore(name), ignore_errors=True)

    def drop_leftovers(self):
        """Drop what runs that were killed left behind."""
        for name in self.cluster.databases():
            if name.startswith(RUN_PREFIX) and not _alive(name):
                self.drop(name)

    @contextlib.contextmanager
    def scratch(self, label):
        """Give a copy of the installed template, and drop it in the end."""
        name = f"{RUN_PREFIX}{os.getpid()}_{label}"
        with locked("templates"):
            self.copy(INSTALLED, name)
        try:
            yield name
        finally:
            self.drop(name)

    def key_of(self, name):
        """Return what a database was made from; nothing if there is none."""
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
        rows = self.cluster.psql(f"{query} WHERE datname = '{name}'")
        return rows[0] if rows else ""

    def set_key(self, name, key):
        """Note what a database was made from."""
        self.cluster.psql(f"COMMENT ON DATABASE \"{name}\" IS '{key}'")


def source_digest(parts=()):
    """Return a digest of the project's addons, or of some parts of them."""
    digest = hashlib.sha256()
    for folder in addon_folders():
        for file in sorted(folder.rglob("*")):
            name = str(file.relative_to(folder))
            if not file.is_file() or "__pycache__" in name:
                continue
            if not parts or name.startswith(parts):
                digest.update(f"{folder.name}/{name}".encode() + file.read_bytes())
    return digest.hexdigest()


def addon_folders():
    """Return the folders of the project's addons."""
    found = [folder / MODULE for folder in project_addons()]
    found += [folder / SUPPORT_MODULE for folder in project_addons()]
    return [folder for folder in found if folder.is_dir()]


def _odoo_dependencies():
    """Return the modules of Odoo which the module asks for."""
    manifest = PROJECT / MODULE / "__manifest__.py"
    if not manifest.exists():
        raise Stop(f"{manifest} is missing: is this clone complete?")
    wanted = ast.literal_eval(manifest.read_text()).get("depends", [])
    return {"base", "web", "mail", "web_hierarchy", *wanted}


def filestore(name):
    """Return the folder of a database's files."""
    return DATA / "filestore" / name


def digest(text):
    """Return a short name for a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _alive(name):
    """Whether the run that a scratch database is named after still goes on."""
    pid = name.removeprefix(RUN_PREFIX).split("_")[0]
    return os.path.exists(f"/proc/{pid}")


@contextlib.contextmanager
def locked(what):
    """Let one command at a time work on something."""
    with open(WORK / f"{what}.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"  waiting for another command to finish with the {what}")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
