"""First data: the communes of a province and the tree of units."""

import base64
import csv
import io

from odoo import api, fields, models
from odoo.exceptions import UserError

COLUMNS = ("code", "name", "kind", "level", "parent_code", "territory_code")
REQUIRED = ("code", "name", "kind", "level")
YES = ("1", "x", "true", "yes", "có")


def _said_yes(cell):
    """Tell whether a cell of the file means yes; empty, 0 and “no” do not."""
    return (cell or "").strip().lower() in YES


class DanvanSetupImport(models.TransientModel):
    """Loads territories from the packaged list and units from a CSV file.

    Run again, it only adds what is missing.
    """

    _name = "danvan.setup.import"
    _description = "Load Territories and Units"

    province = fields.Selection(
        lambda self: self.env["danvan.territory"]._available_provinces(), required=True
    )
    units_file = fields.Binary(
        "File of Units (CSV)",
        help="Columns: code, name, kind, level, parent_code, territory_code.",
    )
    units_file_name = fields.Char(export_string_translation=False)

    def action_load(self):
        """Load the province's territories and, if given, the units of the file."""
        self.ensure_one()
        self.env["danvan.territory"].check_access("create")
        self.env["danvan.territory"]._load_province(self.province)
        if self.units_file:
            self._load_units(self._rows(base64.b64decode(self.units_file)))
        return self.env["ir.actions.act_window"]._for_xml_id(
            "danvan_kheo.danvan_unit_action"
        )

    def _rows(self, content):
        try:
            reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
            rows = list(reader)
        except (UnicodeDecodeError, csv.Error) as error:
            raise UserError(
                self.env._("This is no CSV file in UTF-8. Save it as “CSV UTF-8”.")
            ) from error
        missing = set(COLUMNS) - set(reader.fieldnames or ())
        if missing:
            raise UserError(
                self.env._(
                    "The file lacks these columns: %s.", ", ".join(sorted(missing))
                )
            )
        return rows

    @api.model
    def _load_units(self, rows):
        """Create the units of `rows`, superiors first; existing codes are left.

        :param rows: dictionaries with the columns of `COLUMNS`, further ones allowed:
            advises_code, leads_movement, leader_name, leader_post
        :return: `{code: unit}` of all rows
        :raise UserError: with every row that names something unknown
        """
        maps = self._maps()
        units = self.env["danvan.unit"]._by_code()
        self._check_rows(rows, maps, units)
        waiting = [row for row in rows if row["code"] not in units]
        while waiting:
            batch = [
                r for r in waiting if not r["parent_code"] or r["parent_code"] in units
            ]
            created = self.env["danvan.unit"].create(
                [self._unit_vals(row, maps, units) for row in batch]
            )
            units.update({unit.code: unit for unit in created})
            waiting = [row for row in waiting if row["code"] not in units]
        self._link_advisers(rows, units)
        return units

    def _maps(self):
        """Return `{column: {code: id}}`: each column's names by one query."""
        comodels = {
            "kind": "danvan.unit.kind",
            "level": "danvan.level",
            "territory_code": "danvan.territory",
        }
        return {
            column: {
                r.code: r.id for r in self.env[model].search([("code", "!=", False)])
            }
            for column, model in comodels.items()
        }

    def _check_rows(self, rows, maps, units):
        codes = {row["code"] for row in rows} | set(units)
        problems = [*self._gaps(rows), *self._repetitions(rows)]
        problems += self._ended(rows, units)
        problems += [
            self.env._(
                "Line %(line)s, column %(column)s: “%(value)s” is not known.",
                line=number,
                column=column,
                value=row[column],
            )
            for number, row in enumerate(rows, start=2)
            for column, known in {**maps, "parent_code": codes}.items()
            if row[column] and row[column] not in known
        ]
        problems = problems or self._loops(rows, units)
        if problems:
            raise UserError("\n".join(problems[:20]))

    def _gaps(self, rows):
        """Return a sentence for each thing that a row must say and does not."""
        return [
            self.env._(
                "Line %(line)s, column %(column)s: nothing is written there.",
                line=number,
                column=column,
            )
            for number, row in enumerate(rows, start=2)
            for column in REQUIRED
            if not (row[column] or "").strip()
        ]

    def _repetitions(self, rows):
        """Return a sentence for each row whose code an earlier row has."""
        seen, problems = set(), []
        for number, row in enumerate(rows, start=2):
            if row["code"] and row["code"] in seen:
                problems.append(
                    self.env._(
                        "Line %(line)s: the code %(code)s stands in an earlier line.",
                        line=number,
                        code=row["code"],
                    )
                )
            seen.add(row["code"])
        return problems

    def _ended(self, rows, units):
        """Return a sentence for each row with the code of a unit that has ended and
        that no living one has: loading must not begin it again."""
        codes = [row["code"] for row in rows if row["code"] not in units]
        ended = self.env["danvan.unit"].search([("code", "in", codes)])
        by_code = {unit.code: unit for unit in ended}
        return [
            self.env._(
                "Line %(line)s: %(ended)s Take the line out of the file.",
                line=number,
                ended=by_code[row["code"]]._ended_sentence(),
            )
            for number, row in enumerate(rows, start=2)
            if row["code"] in by_code
        ]

    def _loops(self, rows, units):
        """Return a sentence for each row that never reaches a root."""
        parents = {row["code"]: row["parent_code"] for row in rows}
        problems = []
        for number, row in enumerate(rows, start=2):
            seen, code = set(), row["code"]
            while code in parents and code not in units and code not in seen:
                seen.add(code)
                code = parents[code]
            if code in seen:
                problems.append(
                    self.env._(
                        "Line %(line)s: the superiors form a circle.", line=number
                    )
                )
        return problems

    @staticmethod
    def _unit_vals(row, maps, units):
        return {
            "code": row["code"],
            "name": row["name"],
            "kind_id": maps["kind"][row["kind"]],
            "level_id": maps["level"][row["level"]],
            "parent_id": row["parent_code"] and units[row["parent_code"]].id,
            "territory_id": maps["territory_code"].get(row["territory_code"]),
            "leader_name": row.get("leader_name"),
            "leader_post": row.get("leader_post"),
        }

    @staticmethod
    def _link_advisers(rows, units):
        for row in rows:
            if row.get("advises_code") in units:
                units[row["code"]].write(
                    {
                        "advises_id": units[row["advises_code"]].id,
                        "leads_movement": _said_yes(row.get("leads_movement")),
                    }
                )
