"""What the printed form of a registration says of it."""

from odoo import models

from ...tools import amounts


class DanvanRegistration(models.Model):
    """A registration is the source of papers, its own form among them."""

    _name = "danvan.registration"
    _inherit = ["danvan.registration", "danvan.paper.source"]

    def _paper_subject(self):
        """Return the line under the title of the form."""
        # Papers speak Vietnamese, whoever prints them.
        kind = "điển hình" if self.kind == "exemplar" else "mô hình"
        return f"{kind} “Dân vận khéo” năm {self.year}"

    def _paper_place(self):
        """Return the place in one line, from the smallest to the commune."""
        parts = (self.place_detail, self.hamlet, self.territory_id.name)
        return ", ".join(part for part in parts if part)


class DanvanRegistrationIndicator(models.Model):
    """The figure aimed at, as papers write it."""

    _inherit = "danvan.registration.indicator"

    def _paper_target(self):
        """Return the target with Vietnamese separators: 1.800 and 2,5."""
        whole, fraction = divmod(round(self.target * 100), 100)
        decimals = f"{fraction:02}".rstrip("0")
        return amounts.dotted(whole) + (f",{decimals}" if decimals else "")
