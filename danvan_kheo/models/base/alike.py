"""One UPDATE for the many records that get the same values."""

from collections import defaultdict

from odoo import models
from odoo.tools import SQL

# Odoo updates a hundred rows a statement, each with values of its own.
ROWS_OF_ONE_STATEMENT = 100


class DanvanGuarded(models.AbstractModel):
    """What a button does to a thousand records at once costs one statement."""

    _inherit = "danvan.guarded"

    def _write_multi(self, vals_list):
        if len(self) <= ROWS_OF_ONE_STATEMENT or not self._is_plainly_written(
            vals_list
        ):
            return super()._write_multi(vals_list)
        alike = defaultdict(list)
        for record, vals in zip(self, vals_list, strict=True):
            alike[tuple(sorted(vals.items()))].append(record.id)
        single = {}
        for items, ids in alike.items():
            if len(ids) > 1:
                self.browse(ids)._update_alike(dict(items))
            else:
                single[ids[0]] = dict(items)
        return super(DanvanGuarded, self.browse(single))._write_multi(
            [*single.values()]
        )

    def _is_plainly_written(self, vals_list):
        """Tell whether every value goes into its column as it is."""
        names = set().union(*vals_list)
        fields = [self._fields[name] for name in names]
        return not self._parent_store and not any(
            field.translate or field.company_dependent or field.type == "json"
            for field in fields
        )

    def _update_alike(self, vals):
        """Write `vals` to all these rows in one statement."""
        if self._log_access:
            log = {"write_uid": self.env.uid, "write_date": self.env.cr.now()}
            vals = {**log, **vals}
        columns = [
            SQL(
                "%s = %s::%s",
                SQL.identifier(name),
                value,
                SQL(self._fields[name].column_type[1]),
            )
            for name, value in vals.items()
        ]
        self.env.cr.execute(
            SQL(
                "UPDATE %s SET %s WHERE id IN %s",
                SQL.identifier(self._table),
                SQL(", ").join(columns),
                self._ids,
            )
        )
