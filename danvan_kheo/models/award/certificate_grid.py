"""The test sheet: a grid in millimetres with the fields of a layout at their places."""

from odoo import models

from ...tools.print_job import JOB, PrintJob
from .certificate_sheet import Paper

STEP, NUMBERED = 5, 10  # a line each, and a figure each, so many millimetres
LINE = 0.1
BOLD_LINE = 0.2
CROSS, CROSS_AT = 8, 10  # length of a cross, and how far from both edges it stands
FIGURE = 7  # points
OUTLINE = 0.3


class DanvanCertificateLayout(models.Model):
    """The grid stands still; the outlines move with the printer's offset, so that what
    is off is read from the figures."""

    _inherit = "danvan.certificate.layout"

    def _grid_for_print(self):
        """Return the grid with the offset of the printer that was chosen."""
        self._check_places_kept()
        job = self.env.context.get(JOB)
        return self._grid(*(job.offset if isinstance(job, PrintJob) else (0, 0)))

    def _grid(self, dx=0, dy=0):
        """Return what the report `danvan_kheo.report_certificate_grid` shows.

        :param dx: offset of the printer to the right, in millimetres
        :param dy: offset of the printer down, in millimetres
        """
        self.ensure_one()
        self.check_access("read")
        width, height = self._page_size()
        paper = Paper()
        return {
            "page": f"{width}mm {height}mm",
            "size": f"width: {width}mm; height: {height}mm; ",
            "is_landscape": self.is_landscape,
            "lines": [*_uprights(width, height, paper), *_levels(width, height, paper)],
            "figures": _figures(width, height, paper),
            "crosses": _crosses(width, height, paper),
            "boxes": self._outlines(Paper(dx, dy)),
            "said": f"{self.name} – {width} × {height} mm – "
            f"lệch phải {_number(dx)} mm, lệch xuống {_number(dy)} mm",
            "said_place": paper.place(30, height - 14, width - 60, 5)
            + paper.letters(9),
        }

    def _outlines(self, paper):
        """Return box and name of every field."""
        return [
            {
                "name": field._label() if field.value != "text" else field.text,
                "style": paper.place(
                    field.x - OUTLINE / 2,
                    field.y - OUTLINE / 2,
                    field.width - OUTLINE,
                    field.height - OUTLINE,
                )
                + f"border: {OUTLINE}mm solid #b8141b; {paper.letters(8)}",
            }
            for field in self.field_ids
        ]


def _number(mm):
    return f"{mm:g}".replace(".", ",")


def _thickness(at):
    return BOLD_LINE if at % NUMBERED == 0 else LINE


def _uprights(width, height, paper):
    for at in range(STEP, width, STEP):
        thick = _thickness(at)
        yield paper.place(at - thick / 2, 0, thick, height)


def _levels(width, height, paper):
    for at in range(STEP, height, STEP):
        thick = _thickness(at)
        yield paper.place(0, at - thick / 2, width, thick)


def _figures(width, height, paper):
    """Return the figures along the upper and the left edge."""
    letters = paper.letters(FIGURE)
    above = (
        (at, paper.place(at - 5, 5.5, 10, 3)) for at in range(20, width - 9, NUMBERED)
    )
    beside = (
        (at, paper.place(3, at - 1.5, 10, 3)) for at in range(20, height - 9, NUMBERED)
    )
    return [(str(at), place + letters) for at, place in (*above, *beside)]


def _crosses(width, height, paper):
    """Return the crosses in the four corners."""
    half, thin = CROSS / 2, 0.4
    places = [
        (x, y)
        for x in (CROSS_AT, width - CROSS_AT)
        for y in (CROSS_AT, height - CROSS_AT)
    ]
    return [
        place
        for x, y in places
        for place in (
            paper.place(x - half, y - thin / 2, CROSS, thin),
            paper.place(x - thin / 2, y - half, thin, CROSS),
        )
    ]
