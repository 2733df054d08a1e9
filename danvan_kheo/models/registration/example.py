"""Worked examples that stand beside the steps of the form."""

from odoo import api, fields, models
from odoo.fields import Domain

STEPS = [
    ("what_where", "1. What and Where"),
    ("who_when", "2. Who and When"),
    ("results", "3. What Result"),
]
SHOWN = 2


class DanvanExample(models.Model):
    """A short text as somebody could have filled in one step; the people and places in
    it are invented."""

    _name = "danvan.example"
    _inherit = ["danvan.period"]
    _description = "Worked Example"
    _order = "sector_id, step, sequence, id"

    name = fields.Char("Model in the Example", required=True)
    sector_id = fields.Many2one(
        "danvan.sector", "Sector", required=True, index=True, ondelete="cascade"
    )
    step = fields.Selection(STEPS, "Beside the Step", required=True)
    text = fields.Text(
        required=True, help="What stands beside the step, one thing a line."
    )
    sequence = fields.Integer(default=10)

    @api.model
    def _beside(self, sector, date=None):
        """Return `{step: examples}` in force: of the sector, or of any sector while
        none is chosen or it has none.

        :param sector: a `danvan.sector`, perhaps empty
        """
        # The sector's own first, all by one query.
        found = self.search(self._in_force(date) & Domain("sector_id", "!=", False))
        chosen = {}
        for step, _label in STEPS:
            of_step = found.filtered(lambda e, s=step: e.step == s)
            own = of_step.filtered(lambda e: e.sector_id == sector)
            chosen[step] = (own or _of_each_sector(of_step))[:SHOWN]
        return chosen


def _of_each_sector(examples):
    """Return the first example of each sector."""
    groups = examples.grouped("sector_id").values()
    return examples.browse(group[:1].id for group in groups)
