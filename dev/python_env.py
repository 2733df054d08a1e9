"""The virtual environment: pinned packages, and Odoo on its path."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys

from paths import DEV, VENV, WORK
from system import Stop, install_packages, run, say

PYTHON = VENV / "bin" / "python"
PINS = [DEV / "requirements.txt", DEV / "requirements-test.txt"]
STAMP = WORK / "venv.stamp"


def ensure_python(odoo_home):
    """Return the environment's python, made anew when the pins changed."""
    wanted = _fingerprint()
    if not PYTHON.exists() or not STAMP.exists() or STAMP.read_text() != wanted:
        say("Python environment")
        STAMP.unlink(missing_ok=True)
        _make()
        STAMP.write_text(wanted)
    _link_odoo(odoo_home)
    return PYTHON


def _fingerprint():
    """Return what the environment was made from."""
    content = b"".join(path.read_bytes() for path in PINS)
    return f"{sys.version_info[:2]} {VENV} {hashlib.sha256(content).hexdigest()}"


def _make():
    """Create the environment and install every pinned package."""
    shutil.rmtree(VENV, ignore_errors=True)
    if not importlib.util.find_spec("ensurepip"):
        install_packages(["python3-venv"])
    run([sys.executable, "-m", "venv", VENV], log="venv.log")
    say(f"  pip install {' '.join(path.name for path in PINS)}")
    requirements = [word for path in PINS for word in ("-r", path)]
    # setuptools for the few packages which PyPI has as sources only.
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    run([*pip, *requirements], log="pip.log")


def _link_odoo(home):
    """Put Odoo's folder on the environment's path."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    found = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True)
    if found.returncode:
        raise Stop(f"{VENV} is broken: delete it and run this again.")
    with open(f"{found.stdout.strip()}/danvan_odoo.pth", "w") as link:
        link.write(f"{home}\n")
