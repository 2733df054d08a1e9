"""Points of a score: half points, and how they are written."""


def is_half_step(points):
    """Tell whether `points` is a whole number of half points."""
    return float(points * 2).is_integer()


def label(points):
    """Return `points` as an office writes them: “80” or “79,5”."""
    return f"{points:.1f}".replace(".", ",").removesuffix(",0")
