"""Days off and made-up working days: what deadlines are counted with."""

from datetime import timedelta

from odoo import api, fields, models

SATURDAY = 5


class DanvanHoliday(models.Model):
    """A day that differs from its weekday: off though Monday to Friday, or worked
    though a weekend. Weekends are off otherwise."""

    _name = "danvan.holiday"
    _inherit = ["danvan.guarded"]
    _description = "Holiday"
    _order = "date desc"

    date = fields.Date(required=True)
    day_type = fields.Selection(
        [("off", "Day Off"), ("working", "Made-up Working Day")],
        "Sort of Day",
        required=True,
        default="off",
    )
    name = fields.Char("Occasion", required=True)
    basis = fields.Char(
        help="The paper that fixed this day, as the province has received it."
    )

    _date_unique = models.UniqueIndex("(date)", "This day is in the table already.")

    @api.model
    def _days_after(self, day, counts):
        """Return `{count: date}`: the dates so many working days after `day`.

        :param day: the day from which one counts; it is not counted itself
        :param counts: numbers of working days, 0 for the day itself
        """
        most = max(counts, default=0)
        if not most:
            return dict.fromkeys(counts, day)
        # Holidays never fill half of a year: this reaches far enough.
        until = day + timedelta(days=2 * most + 60)
        exceptions = self._exceptions(day, until)
        dates, passed = {0: day}, 0
        while passed < most:
            day += timedelta(days=1)
            passed += exceptions.get(day, day.weekday() < SATURDAY)
            dates.setdefault(passed, day)
        return {count: dates[count] for count in counts}

    @api.model
    def _exceptions(self, start, end):
        """Return `{date: is it worked}` of the table's days between two dates."""
        # sudo: the calendar is the same for everybody.
        days = self.sudo().search_fetch(
            [("date", ">", start), ("date", "<=", end)], ["date", "day_type"]
        )
        return {day.date: day.day_type == "working" for day in days}
