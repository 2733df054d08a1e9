"""The checks which read the code and do not run it; each counts as one."""

from paths import DEV, MODULE, PROJECT, SUPPORT_MODULE
from results import Clock, Outcome

ADDONS = [PROJECT / MODULE, DEV / "addons" / SUPPORT_MODULE]

# Messages of pylint-odoo that do not suit this project.
PYLINT_OFF = [
    "manifest-required-author",  # asks for the author OCA
    "missing-readme",  # the project's README is beside the module
    # Rooms are readable alone: a later room extends an earlier room's model by
    # `_inherit` in its own folder.
    "consider-merging-classes-inherited",
    # A label may repeat the field's name: it is the term that gets translated.
    "attribute-string-redundant",
    # A long override is split into small methods, which call its `super()`.
    "super-method-mismatch",
]
# Messages of oca-checks-odoo-module that Odoo's own files do not follow.
OCA_OFF = [
    "xml-header-wrong",  # asks for one spelling of the XML header
    "xml-field-numeric-without-eval",
]


def lint(environment):
    """Run every check and yield its outcome."""
    addons = [addon for addon in ADDONS if addon.is_dir()]
    for name, words in _checks(addons).items():
        yield _check(environment, name, words)


def _checks(addons):
    """Return the command of each check."""
    translations = [file for addon in addons for file in sorted(addon.glob("i18n/*"))]
    checks = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "--diff", "."],
        "pylint-odoo": ["pylint", f"--disable={','.join(PYLINT_OFF)}", *addons],
        "oca-checks-odoo-module": [
            "oca-checks-odoo-module",
            f"--disable={','.join(OCA_OFF)}",
            *addons,
        ],
    }
    if translations:
        checks["oca-checks-po"] = ["oca-checks-po", *translations]
    return checks


def _check(environment, name, words):
    clock = Clock()
    done = environment.tool(*words, cwd=PROJECT)
    bad = int(bool(done.returncode))
    said = f"{done.stdout}{done.stderr}".strip().replace(f"{PROJECT}/", "")
    return Outcome(name, 1 - bad, bad, 0, clock.seconds, said)
