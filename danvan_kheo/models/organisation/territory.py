"""Territories: provinces, communes and hamlets, with their official codes."""

import csv

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools.misc import file_open

from ...tools.places import Place

DIVISIONS = "danvan_kheo/data/vn_divisions.csv"


class DanvanTerritory(models.Model):
    """A place of the map, dated: names and levels changed in July 2025."""

    _name = "danvan.territory"
    _inherit = ["danvan.period", "danvan.searchable"]
    _description = "Territory"
    _parent_store = True
    _order = "name, id"
    _search_key_fields = ("name", "code")

    name = fields.Char(required=True)
    code = fields.Char(help="Official code; hamlets have none.")
    level_id = fields.Many2one(
        "danvan.level", required=True, index=True, ondelete="restrict"
    )
    division_type = fields.Char(help="As the official list writes it: xã, phường …")
    parent_id = fields.Many2one(
        "danvan.territory", "Part of", index=True, ondelete="restrict"
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("danvan.territory", "parent_id", "Consists of")

    _code_unique = models.UniqueIndex(
        "(code) WHERE code IS NOT NULL", "This territory code exists already."
    )

    @api.model
    def _available_provinces(self):
        """Return `[(code, name)]` of the provinces of the packaged list."""
        return [
            (row["code"], row["name"])
            for row in self._packaged_rows()
            if not row["parent_code"]
        ]

    @api.model
    def _load_province(self, code):
        """Load one province and its communes from the packaged list.

        :param code: official two-digit code of the province
        :return: the recordset of its territories; existing ones are left as they are
        :raise UserError: when the list has no such province
        """
        rows = self._rows_of(code)
        known = {t.code: t.id for t in self.search([("code", "!=", False)])}
        levels = {level.code: level.id for level in self.env["danvan.level"].search([])}
        for batch in (rows[:1], rows[1:]):
            new = [row for row in batch if row["code"] not in known]
            records = self.create([self._packaged_vals(r, levels, known) for r in new])
            known.update({record.code: record.id for record in records})
        return self.browse([known[row["code"]] for row in rows])

    @api.model
    def _rows_of(self, code):
        """Return the rows of one province, itself first.

        :raise UserError: when the list has no such province
        """
        rows = [
            r for r in self._packaged_rows() if code in (r["code"], r["parent_code"])
        ]
        if not rows:
            raise UserError(self.env._("The list has no province with code %s.", code))
        return rows

    @api.model
    def _places(self, code):
        """Return the `Place`s of a province, itself first: those that are loaded and
        in force, and those of the packaged list that are still to be loaded.

        :param code: official two-digit code of the province
        """
        rows = self._rows_of(code)
        loaded = self.search(
            Domain("code", "in", [row["code"] for row in rows])
            | (Domain("parent_id.code", "=", code) & Domain("code", "!=", False))
        )
        known = set(loaded.mapped("code"))
        places = [territory._place() for territory in loaded._now_in_force()]
        places += [_packaged_place(row) for row in rows if row["code"] not in known]
        return sorted(places, key=lambda place: bool(place.parent_code))

    def _now_in_force(self):
        return self.filtered_domain(self._in_force())

    def _place(self):
        """Return this territory as a `Place`."""
        return Place(
            code=self.code,
            name=self.name,
            division_type=self.division_type or "",
            level=self.level_id.code,
            parent_code=self.parent_id.code or "",
        )

    @staticmethod
    def _packaged_vals(row, levels, known):
        return {
            "code": row["code"],
            "name": row["name"],
            "division_type": row["division_type"],
            "level_id": levels[row["level"]],
            "parent_id": known.get(row["parent_code"]),
        }

    @staticmethod
    def _packaged_rows():
        """Return the rows of the packaged list, each province before its communes."""
        with file_open(DIVISIONS) as file:
            return sorted(
                csv.DictReader(file), key=lambda row: bool(row["parent_code"])
            )


def _packaged_place(row):
    """Return a row of the packaged list as a `Place`."""
    return Place(**row)
