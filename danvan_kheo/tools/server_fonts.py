"""Which fonts the server has for papers."""

import functools
import shutil
import subprocess

# In the order in which papers ask for them (static/src/document/paper.css).
OF_PAPERS = ("Times New Roman", "Tinos")
SECONDS = 10


def families():
    """Return the names of the fonts that the server has, None where it does not tell.

    Asks `fc-list` of fontconfig, by which both engines find their fonts.
    """
    program = shutil.which("fc-list")
    if not program:
        return None
    try:
        # Fixed arguments, nothing of a user's.
        told = subprocess.run(
            [program, ":", "family"],
            capture_output=True,
            check=True,
            text=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return {
        name.strip() for line in told.stdout.splitlines() for name in line.split(",")
    }


@functools.cache
def file_of(family, bold=False, italic=False):
    """Return the path of the font file that the engines would take, empty where the
    server does not tell.

    :param family: name of a family, as a style sheet names it
    """
    program = shutil.which("fc-match")
    if not program:
        return ""
    weight, slant = ("bold" if bold else "regular"), ("italic" if italic else "roman")
    pattern = f"{family}:weight={weight}:slant={slant}"
    try:
        # A family out of the module's closed list, nothing of a user's.
        told = subprocess.run(
            [program, "-f", "%{file}", pattern],
            capture_output=True,
            check=True,
            text=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip()
