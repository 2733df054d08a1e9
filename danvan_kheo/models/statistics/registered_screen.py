"""Form 01 on the screen: the same figures, each of which opens what it counts."""

from odoo import api, fields, models
from odoo.exceptions import MissingError, UserError
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ...tools import dates
from ..campaign.campaign import PUBLIC_STATES
from .registered_quota import ASSIGNED

_lt = LazyTranslate(__name__)

# The largest id that the database holds.
MAX_ID = 2**31 - 1
HEADINGS = {
    "total": _lt("Total"),
    "model": _lt("Models"),
    "exemplar": _lt("Exemplars"),
    "collective": _lt("Collective"),
    "individual": _lt("Individual"),
    "household": _lt("Household"),
    "sector": _lt("By Sector"),
    "sector_none": _lt("Sector Unknown"),
    "theme": _lt("Of which"),
    "new": _lt("New"),
    "continued": _lt("Continued"),
    "assigned": _lt("Number Assigned"),
    "assigned_share": _lt("% Reached"),
}


class DanvanStatisticsRegistered(models.AbstractModel):
    """What the client view of Form 01 asks for; every figure is counted, and every
    list opened, under the rules of the user."""

    _inherit = "danvan.statistics.registered"

    @api.model
    @api.readonly
    def get_table(self, campaign_id=None, unit_id=None):
        """Return Form 01 for the screen.

        :param campaign_id: id of the campaign; the newest one when empty
        :param unit_id: id of the unit whose table it is; what the user follows
            when empty
        :return: headings, rows, totals and the choices, ready to show; without any
            campaign only `campaigns`, an empty list
        :raise AccessError: when the campaign or the unit is not the user's to read
        """
        campaigns = self._campaigns()
        if not (campaign_id or campaigns):
            return {"campaigns": []}
        campaign = campaigns[:1]
        if campaign_id:
            campaign = self._browse("danvan.campaign", campaign_id)
        campaign.check_access("read")
        own = self._table_unit(campaign)
        unit = self._table_unit(
            campaign, unit_id and self._browse("danvan.unit", unit_id)
        )
        matrix = self._matrix(campaign, unit)
        return {
            "campaigns": [{"id": c.id, "name": c.name} for c in campaigns | campaign],
            "campaign_id": campaign.id,
            "unit": {"id": unit.id, "name": unit.name},
            "above_id": unit != own and self._above_id(unit, own),
            "own_id": own.id,
            "counted_at": self._counted_at(),
            "headings": self._headings(matrix),
            "rows": self._screen_rows(matrix, unit),
            "totals": matrix.totals(),
        }

    @api.model
    def _above_id(self, unit, own):
        """Return the unit above; from one that the user's own has succeeded, that."""
        return unit.parent_id.id if own.id in unit._chain() else own.id

    @api.model
    @api.readonly
    def open_figure(self, campaign_id, unit_id, column, row_id=None):
        """Return the action that lists what a figure counts.

        :param campaign_id: id of the campaign of the table
        :param unit_id: id of the unit of the table
        :param column: key of the figure's column
        :param row_id: id of the unit of the figure's row; empty for the total
        :raise UserError: when the table has no such column, or something named does
            not exist
        """
        campaign = self._browse("danvan.campaign", campaign_id)
        campaign.check_access("read")
        unit = self._table_unit(campaign, self._browse("danvan.unit", unit_id))
        column = self._named_column(self._matrix(campaign, unit), column)
        domain = self._domain(campaign, unit) & Domain(column.domain())
        row = row_id and self._browse("danvan.unit", row_id)
        if column.key == ASSIGNED:
            return self._action_of_quotas(campaign, row or unit)
        if row:
            domain &= Domain("unit_id", "=" if row == unit else "child_of", row.id)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Form 01: %s", self._column_label(column)),
            "res_model": "danvan.registration",
            "views": [(False, "list"), (False, "form")],
            "domain": list(domain),
            "context": {"create": False},
        }

    @api.model
    def _named_column(self, matrix, key):
        for column in matrix.columns:
            if column.key == key:
                return column
        raise UserError(self.env._("The form has no column “%s”.", key))

    @api.model
    def _browse(self, model, id_):
        """Return the record with an id that a client sent.

        :raise MissingError: when there is none with that id, or it is no id at all
        """
        is_id = isinstance(id_, int) and 0 < id_ <= MAX_ID
        record = self.env[model].browse(id_ if is_id else ()).exists()
        if not record:
            raise MissingError(self.env._("This does not exist any more."))
        return record

    @api.model
    def _campaigns(self):
        """Return the campaigns offered: the newest year first, the widest first."""
        public = [("state", "in", PUBLIC_STATES)]
        found = self.env["danvan.campaign"].search(public)
        return found.sorted(lambda c: (-c.year, len(c._area().parent_path or "")))

    @api.model
    def _counted_at(self):
        moment = dates.local(self.env, fields.Datetime.now())
        return self.env._(
            "Figures as of %(hour)s on %(date)s.",
            hour=moment.strftime("%H:%M"),
            date=moment.strftime("%d/%m/%Y"),
        )

    @api.model
    def _word(self, key):
        return self.env._(HEADINGS[key])

    @api.model
    def _column_label(self, column):
        return column.name or self._word(column.word)

    @api.model
    def _headings(self, matrix):
        """Return the heading cells: shared ones with the columns below them, the
        others with the one column that they are."""
        return [
            {
                "key": heading,
                "label": self._word(heading),
                "is_shared": bool(columns[0].group),
                "columns": [
                    {"key": column.key, "label": self._column_label(column)}
                    for column in columns
                ],
            }
            for heading, columns in matrix.headings()
        ]

    @api.model
    def _screen_rows(self, matrix, unit):
        below = self.env["danvan.unit"]._read_group(
            [("parent_id", "in", list(matrix.rows))], ["parent_id"]
        )
        opening = {parent.id for (parent,) in below} - {unit.id}
        return [
            {
                "id": row,
                "name": name,
                "opens": row in opening,
                "figures": matrix.figures(row),
            }
            for row, name in matrix.rows.items()
        ]
