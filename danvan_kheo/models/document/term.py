"""Terms of Party committees: their papers are numbered through a whole term."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class DanvanDocumentTerm(models.Model):
    """A term of office, from a congress to the next one."""

    _name = "danvan.document.term"
    _inherit = ["danvan.period"]
    _description = "Term of Office"
    _order = "date_from desc, id desc"

    name = fields.Char(required=True, help="For example 2025 - 2030.")
    committee_id = fields.Many2one(
        "danvan.unit",
        "For the Committee",
        index=True,
        ondelete="restrict",
        help="The committee and all below it; empty: every unit. Congresses are held "
        "on different days, so a committee may have terms of its own.",
    )
    date_from = fields.Date(required=True)

    @api.constrains("date_from", "date_to", "committee_id")
    def _check_overlap(self):
        for term in self:
            other = term._overlapping("committee_id")
            if other:
                raise ValidationError(
                    self.env._(
                        "The terms “%(name)s” and “%(other)s” overlap. Let the first "
                        "end the day before the second begins.",
                        name=term.name,
                        other=other.name,
                    )
                )

    @api.model
    def _for_unit(self, unit, date):
        """Return the term of `unit` on `date`, that of the nearest committee that has
        its own; empty where none is entered."""
        chain = unit.sudo()._chain()
        # sudo: when a term began is no secret.
        terms = self.sudo().search(
            self._in_force(date) & fields.Domain("committee_id", "in", [*chain, False])
        )
        near = {unit_id: place for place, unit_id in enumerate(chain)}
        return terms.sorted(lambda term: near.get(term.committee_id.id, len(near)))[:1]
