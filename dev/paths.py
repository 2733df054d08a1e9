"""Where the development environment keeps its things.

Everything that is made rather than written lies in `.work/`, which git ignores;
deleting that folder begins anew. `DANVAN_WORK` puts it elsewhere.
"""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
MODULE = "danvan_kheo"
SUPPORT_MODULE = "danvan_test_support"

DEV = PROJECT / "dev"
WORK = Path(os.environ.get("DANVAN_WORK") or PROJECT / ".work").resolve()
APT = WORK / "apt"
ODOO = WORK / "odoo"
VENV = WORK / "venv"
DATA = WORK / "data"
LOGS = WORK / "logs"
CONFIGURATION = WORK / "odoo.conf"


def project_addons():
    """Folders of this project which hold addons."""
    return [PROJECT, DEV / "addons"]
