"""Number and date: the registrar's, unique within a series."""

from odoo import models
from odoo.exceptions import UserError

from ...tools import sent


class DanvanDocument(models.Model):
    """Numbers are proposed, never forced: gaps are the registrar's affair, and a number
    twice in one series is refused by the database."""

    _inherit = "danvan.document"

    def action_number(self, number, date, joint=None):
        """Type number and date into the paper: the registrar's, while it waits for
        its number. The text stays as the leader agreed to it.

        :param number: positive integer
        :param date: date of issue
        :param joint: `[[id of the line of a joint issuer, its number]]`
        :raise UserError: without the role, in another state, with a number taken, or
            with what is no number or date
        """
        self._check_holds(self._transition("issue"))
        number, date = self._read_number(number, date)
        refusal = date and (self._no_term(date) or self._number_taken(number, date))
        if refusal:
            raise UserError(refusal)
        self._write_owned({"number": number, "date": date})
        self.issuer_ids._type_numbers(self._read_joint(joint))
        return True  # XML-RPC carries no None

    def _read_number(self, number, date):
        """Return number and date of what a client sent; either may be empty.

        :raise UserError: where one is given and is none
        """
        read = sent.whole(number or 0), sent.day(date)
        if read[0] is None or (date and not read[1]):
            raise UserError(
                self.env._("Give the number as a whole number and the date as a date.")
            )
        return read

    def _read_joint(self, joint):
        """Return `{id of a line: number}` of what a client sent.

        :raise UserError: where it is no list of pairs, an issuer here and its number
        """
        try:
            numbers = {line: sent.whole(number) for line, number in joint or []}
        except (TypeError, ValueError):
            numbers = {False: None}
        if None in numbers.values() or not numbers.keys() <= set(self.issuer_ids.ids):
            raise UserError(
                self.env._("Give the number of each other issuer as a whole number.")
            )
        return numbers

    def action_issue(self, number, date, joint=None):
        """Give number and date and issue the paper, in one act.

        :param number: positive integer
        :param date: date of issue
        :param joint: `[[id of the line of a joint issuer, its number]]`
        :raise UserError: with what still stands against it
        """
        self.action_number(number, date, joint)
        self._act("issue")
        return True  # XML-RPC carries no None

    def _next_number(self, date):
        """Return the number after the highest of this unit, kind and series."""
        self.ensure_one()
        return self._highest_number(self.unit_id, self._series_on(date)) + 1

    def _highest_number(self, unit, series):
        """Return the highest number that `unit` has given to this kind of paper, its
        own papers and joint ones together."""
        alike = [("type_symbol", "=", self.type_symbol), ("series", "=", series)]
        # sudo: the registrar counts all papers of the unit, of every sort.
        own = self.sudo().search(
            [("unit_id", "=", unit.id), ("number", ">", 0), *alike],
            order="number desc",
            limit=1,
        )
        joint = self.issuer_ids.sudo().search(
            [("issuer_id", "=", unit.id), ("number", ">", 0), *alike],
            order="number desc",
            limit=1,
        )
        return max(own.number, joint.number)

    def _no_term(self, date):
        """Say that no term of office is entered for `date`, False where none is
        needed or there is one."""
        if self._series_on(date):
            return False
        return self.env._(
            "Papers of %(unit)s are numbered through a term of office, and none is "
            "entered for %(date)s. Ask the administrator to enter it under Terms of "
            "Office.",
            unit=self.unit_id.name,
            date=date.strftime("%d/%m/%Y"),
        )

    def _number_taken(self, number, date):
        """Say which other paper has this number, False when none."""
        series = self._series_on(date)
        other = number and self._numbered(self.unit_id, series, number)
        if not other:
            return False
        return self.env._(
            "Number %(number)s has been given to “%(other)s”. The next free number is "
            "%(next)s.",
            number=number,
            other=other.display_name,
            next=self._next_number(date),
        )

    def _numbered(self, unit, series, number):
        """Return the other paper to which `unit` gave this number, empty when none."""
        given = [
            ("type_symbol", "=", self.type_symbol),
            ("series", "=", series),
            ("number", "=", number),
        ]
        # sudo: a number is taken whoever may read the paper that has it.
        papers = self.sudo()
        own = papers.search(
            [("unit_id", "=", unit.id), ("id", "!=", self.id), *given], limit=1
        )
        joint = papers.issuer_ids.search(
            [("issuer_id", "=", unit.id), ("document_id", "!=", self.id), *given],
            limit=1,
        )
        return own or joint.document_id

    def _missing_joint_numbers(self):
        """Return `{label: number}` of what the joint issuers still have to give."""
        return {
            self.env._("the number of %s", line.issuer_id.name): line.number > 0
            for line in self.issuer_ids
        }


class DanvanDocumentIssuer(models.Model):
    """The numbers that the other issuers gave."""

    _inherit = "danvan.document.issuer"

    def _type_numbers(self, numbers):
        """Write the numbers that the other issuers gave.

        :param numbers: `{id of a line: positive integer}`
        :raise UserError: with a number that this unit gave to another paper
        """
        for line in self:
            number = numbers.get(line.id)
            if not number:
                continue
            paper = line.document_id
            other = paper._numbered(line.issuer_id, paper.series, number)
            if other:
                raise UserError(
                    self.env._(
                        "%(unit)s has given number %(number)s to “%(other)s”.",
                        unit=line.issuer_id.name,
                        number=number,
                        other=other.sudo().display_name,
                    )
                )
            line._write_owned({"number": number})

    def _name_numbers(self):
        """Write number and symbol as they are printed from now on."""
        for line in self:
            line._write_owned({"number_text": line._symbol()})
