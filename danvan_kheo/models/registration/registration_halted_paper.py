"""The list of what was stopped or removed, in the papers of a campaign."""

import functools
from collections import Counter

from odoo import api, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ...tools import amounts
from ...tools.placeholders import Heading
from .campaign_paper import NONE

_lt = LazyTranslate(__name__)

# Words of the paper itself, so Vietnamese whatever the language of the screen.
HALTED = (
    "TT",
    "Tên mô hình, điển hình",
    "Đơn vị",
    "Ngày",
    "Hình thức",
    "Lý do",
    "Kết quả đến khi dừng",
)
WAYS = {"stopped": "Dừng thực hiện", "removed": "Ra khỏi danh mục"}


class DanvanCampaign(models.Model):
    """What the issuing unit had on its list and has no more; whole or refused."""

    _inherit = "danvan.campaign"

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "stopped_count": _lt("how many registrations were stopped"),
            "removed_count": _lt("how many were removed from the list"),
        }

    def _paper_values(self):
        counted = functools.cache(lambda: Counter(self._halted().mapped("state")))
        return {
            **super()._paper_values(),
            "stopped_count": lambda: amounts.counted(counted()["stopped"]),
            "removed_count": lambda: amounts.counted(counted()["removed"]),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "halted": _lt("registrations stopped or removed from the list"),
        }

    def _paper_lists(self):
        return {**super()._paper_lists(), "halted": self._halted_table}

    def _halted(self):
        """Return what was stopped, or removed from the issuing unit's list.

        :raise AccessError: where the user may read only part of it
        """
        within = Domain("campaign_id", "child_of", self.ids)
        ended = Domain("state", "in", list(WAYS))
        domain = within & ended & self._of_the_issuer()
        found = self.env["danvan.registration"].search(domain)
        self._check_whole(domain, len(found))
        return found

    def _halted_table(self):
        """Return headings and rows of the list."""
        rows = [
            (str(number), *registration._halted_row())
            for number, registration in enumerate(
                self._halted()._in_order_of_units(), 1
            )
        ]
        return HALTED, rows or [Heading((NONE,))]


class DanvanRegistration(models.Model):
    """One row of the list."""

    _inherit = "danvan.registration"

    def _halted_row(self):
        day = self.halted_on
        return (
            self.name or "",
            self.unit_id.name,
            day.strftime("%d/%m/%Y") if day else "",
            WAYS[self.state],
            self.halt_reason or "",
            self.stop_result or "",
        )
