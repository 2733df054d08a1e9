"""Both wordings stay: what a registration read on a given day."""

from datetime import date

from odoo import api, models

from .adjustment_parts import PARTS

ADJUSTED = "adjusted"


class DanvanRegistration(models.Model):
    """The wording valid on a day, and the mark of an adjustment in the trail."""

    _inherit = "danvan.registration"

    @api.model
    def _act_labels(self):
        return {**super()._act_labels(), ADJUSTED: self.env._("Adjusted")}

    def _log_adjustment(self, lines, holding):
        """Say in the trail what reads otherwise now.

        :param lines: the lines of an adjustment that took effect
        :param holding: `{id: assignment}` of who agreed
        """
        reason = "\n".join([lines.change_id.reason, *map(_told, lines)])
        self._log(ADJUSTED, {self.id: self.state}, holding, reason)

    def _form_day(self):
        """The form is the paper that was approved: it goes before every adjustment,
        whether it was sent or decided on in the unit itself."""
        return date.min

    def _as_of(self, day):
        """Return this registration as it read on `day`: itself, or a copy in memory
        on which what was adjusted from a later day on is undone."""
        self.ensure_one()
        # sudo: whoever may read the registration may read what it said before.
        later = self.sudo().change_ids.filtered(
            lambda c: c.state == "agreed" and c.date_from > day
        )
        if not later:
            return self
        then, rows = self._fresh_copy(), {}
        for line in later.sorted("id", reverse=True).line_ids:
            line._undo_on(then, rows)
        return then

    def _fresh_copy(self):
        """Return an unsaved copy that reads as this registration does now.

        All copies of a record share one cache: what an earlier one was given is
        forgotten first.
        """
        then = self.new(origin=self)
        for table in {part.rows for part in PARTS.values()} - {None}:
            then[table].invalidate_recordset(flush=False)
        then.invalidate_recordset(flush=False)
        return then


class DanvanRegistrationChangeLine(models.Model):
    """A line taken back in memory."""

    _inherit = "danvan.registration.change.line"

    def _undo_on(self, then, rows):
        """Put the old wording on the unsaved registration `then`.

        :param rows: `{(table, id): unsaved row}` of rows that are no more, put back
        """
        table, vals = PARTS[self.part].rows, self.old["vals"]
        if not table:
            then.update(vals)
            return
        key = (table, self.old["row"])
        row = rows.get(key) or then[table].filtered(lambda r: r._origin.id == key[1])
        if self.act == "add":
            then[table] -= row
        elif self.act == "change":
            row.update(vals)
        else:
            rows[key] = then[table].new(vals)
            then[table] |= rows[key]


def _told(line):
    """Return the line as the trail tells it: before → after, or one of the two."""
    both = (line.old_wording, line.new_wording)
    return f"{line.label}: {' → '.join(f'“{words}”' for words in both if words)}"
