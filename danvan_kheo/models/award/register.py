"""The register of awards (“sổ khen thưởng”): one series of numbers a unit and year."""

from odoo import api, fields, models
from odoo.fields import Domain


class DanvanAwardRegister(models.Model):
    """The last number given by a unit in a year.

    A row of its own: two decisions issued at once both change it, so that one of them
    is tried again by Odoo instead of giving a number twice.
    """

    _name = "danvan.award.register"
    _inherit = ["danvan.guarded"]
    _description = "Award Register"
    _order = "year desc, unit_id, id"
    _rec_name = "year"

    unit_id = fields.Many2one(
        "danvan.unit", "Unit", required=True, index=True, ondelete="restrict"
    )
    year = fields.Integer(required=True)
    last_number = fields.Integer(
        help="A unit that began the year on paper enters the last number given there."
    )

    _unit_year_unique = models.Constraint(
        "UNIQUE (unit_id, year)", "This unit has a register of that year already."
    )
    _last_number_positive = models.Constraint(
        "CHECK (last_number >= 0)", "A register begins with 1; enter 0 before that."
    )

    @api.model
    def _next_numbers(self, unit, year, count):
        """Take `count` numbers out of the register of `unit` and `year`.

        :return: a range of numbers that nobody else receives
        """
        domain = Domain("unit_id", "=", unit.id) & Domain("year", "=", year)
        register = self.sudo().search(domain)
        if not register:
            register = self._create_owned([{"unit_id": unit.id, "year": year}]).sudo()
        last = max(register.last_number, self._highest_given(unit, year))
        register._write_owned({"last_number": last + count})
        return range(last + 1, last + count + 1)

    @api.model
    def _highest_given(self, unit, year):
        """Return the highest number on an award, taken over ones included."""
        domain = [("deciding_unit_id", "=", unit.id), ("register_year", "=", year)]
        awards = self.env["danvan.award"].sudo()
        return awards._read_group(domain, [], ["register_number:max"])[0][0] or 0
