"""Which fonts the server has for papers."""

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
