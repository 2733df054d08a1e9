"""The trail handed out as a workbook: what the user may read, and no more."""

import json
from datetime import UTC
from urllib.parse import quote

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import split_every

from ...reports.workflow import trail_book
from ...tools import dates

ADDRESS = "/danvan_kheo/trail"
BATCH = 1000
# An address holds no more than so many ids; beyond that the list's own filter goes.
MOST_IDS = 500
# A workbook of so many lines takes about half a minute to write.
MOST_LINES = 200_000


class DanvanTrail(models.Model):
    """Lines as rows of a workbook. Papers and workbooks are in Vietnamese, whatever
    the language of the screen."""

    _inherit = "danvan.trail"

    def action_export(self):
        """Download the selected lines, or all that the list shows.

        :return: the action that opens the workbook's address
        """
        domain = self.env.context.get("active_domain") or []
        if 0 < len(self) <= MOST_IDS:
            domain = [("id", "in", self.ids)]
        return _download(f"{ADDRESS}?domain={quote(json.dumps(domain))}")

    @api.model
    def _workbook(self, domain, title):
        """Return an open file with the lines of `domain` that the user may read.

        :param domain: a search domain, from a client as well
        :param title: heading of the sheet
        :raise AccessError: for who may read no trail at all
        :raise UserError: for more lines than one workbook takes
        """
        lines = self.search(Domain(domain), order="id", limit=MOST_LINES + 1)
        if len(lines) > MOST_LINES:
            raise UserError(
                self.env._(
                    "More than %s lines: narrow the list with a filter, for example "
                    "to one unit or one month, then export again.",
                    MOST_LINES,
                )
            )
        moment = dates.local(self.env, fields.Datetime.now())
        counted_at = f"Số liệu tính đến {moment:%H:%M} ngày {moment:%d/%m/%Y}"
        return trail_book.write(title, counted_at, lines._rows())

    def _rows(self):
        """Yield a row of the workbook for each line, a batch in memory at a time."""
        zone = dates.zone(self.env)
        for ids in split_every(BATCH, self.ids):
            for line in self.browse(ids):
                yield line._row(zone)
            # The documents whose names were read as well.
            self.env.invalidate_all(flush=False)

    def _row(self, zone):
        return (
            self.id,
            self.date.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None),
            self.kind_label,
            self.document_name,
            self.unit_name,
            self.act_label,
            self.state_label,
            self.user_name,
            self.capacity_label,
            self.reason,
            self.hash,
        )


class DanvanWorkflow(models.AbstractModel):
    """The trail of one document."""

    _inherit = "danvan.workflow"

    def action_export_trail(self):
        """Download the trail of this document.

        :return: the action that opens the workbook's address
        :raise AccessError: when the document is not the user's to read
        """
        self._exactly_one()
        self.check_access("read")
        return _download(f"{ADDRESS}/{self._name}/{self.id}")

    def _trail_workbook(self):
        """Return an open file with the trail of this document, as far as the user
        may read it.

        :raise AccessError: when the document is not the user's to read
        """
        self.ensure_one()
        self.check_access("read")
        domain = [("res_model", "=", self._name), ("res_id", "=", self.id)]
        title = f"Nhật ký: {self.display_name}"
        return self.env["danvan.trail"]._workbook(domain, title)


def _download(address):
    return {"type": "ir.actions.act_url", "url": address, "target": "download"}
