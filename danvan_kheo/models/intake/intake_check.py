"""Checking: entry by entry, what it would be and what stands against it."""

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...tools.intake import table
from ...tools.intake.entries import Reader
from .interpreter import Interpreter, Problem
from .matching import Names

# How many entries one request checks: about a second.
SLICE = 1000
# More would not be corrected on the screen; the marked file has them all.
MOST_PROBLEMS = 5000


class DanvanIntake(models.Model):
    """The columns are confirmed by asking for the check; then slices, then what only
    the whole tells: rows that say the same, and what was registered before."""

    _inherit = "danvan.intake"

    def action_check(self):
        """Confirm the columns and check all rows; long tables in the dialog.

        :return: the dialog, or False where the check is done already
        :raise UserError: without a column for the name, or once the file was entered
        """
        self._check_open()
        self._confirm_columns()
        reader = Reader(
            [(c.place, c.target) for c in self.column_ids], Names(self).meaning
        )
        parts = self.env["danvan.intake.part"]
        entries = reader.entries_of(parts._rows_of(self))
        if not entries:
            raise UserError(self.env._("No rows stand under the headings."))
        parts._keep_entries(self, entries, SLICE)
        # sudo: marks of the own intake, as was checked above.
        self.sudo().problem_ids._write_owned({"is_bad": False})
        self._begin("check", len(entries))
        return self._first_slice()

    def _begin(self, phase, total):
        self._write_owned(
            {"phase": phase, "total_count": total, "done_count": 0, "failure": False}
        )

    def _first_slice(self):
        """Do what fits into one request at once; open the dialog for more."""
        if self.total_count > SLICE:
            return self._action()
        while self._is_unfinished():
            self._go_on()
        return False

    def _confirm_columns(self):
        """Keep what each column holds for the next table of the unit.

        :raise UserError: unless one column has the names
        """
        columns = self.column_ids
        for column in columns:
            self.env["danvan.intake.heading"]._check_target(column.target)
        if "name" not in columns.mapped("target"):
            raise UserError(
                self.env._(
                    "Say in the list of columns which one holds the name of the model "
                    "or exemplar."
                )
            )
        holds = columns.mapped("target")
        headings = columns.mapped("heading")
        self.env["danvan.intake.layout"]._keep(self.unit_id, headings, holds)
        self._write_owned({"is_known_table": True})

    def _is_unfinished(self):
        return bool(self.phase)

    def _leave(self):
        """Stop: what was checked is forgotten, what was to be entered is not."""
        if self.phase == "check":
            parts = self.env["danvan.intake.part"]._of(self)
            parts[1:].unlink()
            self._write_owned({"state": "uploaded", "phase": False})
        else:
            self._write_owned({"state": "checked", "phase": False})

    def _go_on(self):
        if self.phase == "import":
            self._enter()
        elif self.done_count < self.total_count:
            self._check_slice()
        else:
            self._end_check()

    def _check_slice(self):
        """Check the entries of the next part."""
        # By its number: looking for what is not done yet would read all that is.
        part = self.env["danvan.intake.part"]._of(self)[1 + self.done_count // SLICE]
        interpreter = Interpreter(self, Names(self))
        prepared, problems = [], []
        for entry in part._read_entries():
            vals, key, found = interpreter.interpret(entry)
            prepared.append([entry.row, key, None if found else vals])
            problems += found
        part._write_owned({"prepared": prepared})
        self._note(problems)
        self._write_owned({"done_count": self.done_count + len(prepared)})

    def _note(self, problems):
        """Show problems: those of before stay with what was written instead."""
        # sudo: problems of the own intake, as was checked by the caller.
        shown = {(p.row, p.place): p for p in self.sudo().problem_ids}
        room = MOST_PROBLEMS - len(shown)
        headings = {column.place: column.heading for column in self.column_ids}
        news = {}
        for problem in problems:
            at = (problem.row, problem.place)
            if at in shown:
                found = {"found": problem.found, "wanted": problem.wanted}
                shown[at]._write_owned({**found, "is_bad": True})
            elif at not in news and len(news) < room:
                news[at] = self._problem_vals(problem, headings)
        self.env["danvan.intake.problem"]._create_owned([*news.values()])
        self.invalidate_recordset(["problem_ids"])

    def _problem_vals(self, problem, headings):
        return {
            "intake_id": self.id,
            "row": problem.row,
            "place": problem.place,
            "cell": f"{table.letter(problem.place)}{problem.row}",
            "heading": headings.get(problem.place, ""),
            "found": problem.found,
            "wanted": problem.wanted,
            "is_bad": True,
        }

    def _end_check(self):
        """Set aside what the file says twice and what is registered already."""
        parts = self.env["danvan.intake.part"]._of(self)[1:]
        known, seen = self._registered_keys(), {}
        interpreter = Interpreter(self, Names(self))
        repeated, counts = [], {"good": 0, "bad": 0, "known": 0}
        for part in parts:
            prepared = part.prepared
            for item in prepared:
                row, key, vals = item
                if vals and key in known:
                    counts["known"] += 1
                    item[2] = {}
                elif vals and key in seen:
                    place = interpreter.places["name"]
                    wanted = interpreter.words.repeated(seen[key])
                    repeated.append(Problem(row, place, vals["name"][:200], wanted))
                    item[2] = None
                seen.setdefault(key, row)
                counts["bad"] += item[2] is None
                counts["good"] += bool(item[2])
            part._write_owned({"prepared": prepared})
        self._note(repeated)
        self._write_owned(
            {
                "state": "checked",
                "phase": False,
                "entry_count": sum(counts.values()),
                **{f"{name}_count": count for name, count in counts.items()},
            }
        )

    def _registered_keys(self):
        """Return the keys of what the unit has registered in this campaign, whatever
        has become of it but what was taken back."""
        here = (
            Domain("unit_id", "=", self.unit_id.id)
            & Domain("campaign_id", "=", self.campaign_id.id)
            & Domain("state", "!=", "withdrawn")
        )
        # sudo: told apart only; the right to enter for the unit was checked before,
        # and an assignment limited to sectors would not see all of them.
        groups = (
            self.env["danvan.registration"].sudo()._read_group(here, ["search_key"])
        )
        return {key for (key,) in groups}

    def _corrections(self):
        """Return `{(row, place): text}` of what was written instead."""
        return {
            (problem.row, problem.place): problem.correction
            for problem in self.problem_ids
            if problem.correction
        }

    def _hamlet_names(self):
        """Return the names of the hamlets below the unit, then those it has named."""
        # sudo: names of places, for who enters for the unit, as was checked before.
        below = self.env["danvan.unit"].sudo()
        domain = below._in_force() & Domain("parent_id", "child_of", self.unit_id.id)
        lowest = self.env["danvan.level"].sudo()._upward()[:1]
        found = below.search(domain & Domain("level_id", "=", lowest.id))
        names = [unit.name.partition(",")[0].strip() for unit in found]
        mine = Domain("unit_id", "=", self.unit_id.id) & Domain("hamlet", "!=", False)
        groups = self.env["danvan.registration"].sudo()._read_group(mine, ["hamlet"])
        return list(dict.fromkeys([*names, *(name for (name,) in groups)]))
