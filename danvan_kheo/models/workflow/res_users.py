"""What waits for a person is counted in Odoo's clock menu."""

from odoo import api, models


class ResUsers(models.Model):
    """Adds the pending steps to the clock menu.

    Precedent: `addons/calendar/models/res_users.py`.
    """

    _inherit = "res.users"

    @api.model
    def _get_activity_groups(self):
        groups = super()._get_activity_groups()
        counts = self._danvan_step_counts()
        if counts["total_count"]:
            groups.insert(0, counts)
        return groups

    def _danvan_step_counts(self):
        """Return the clock menu's entry of the pending steps of the current user."""
        step = self.env["danvan.approval.step"]
        today = self.env["danvan.period"]._today()
        rows = step._read_group(step._mine_domain(), ["due_date:day"], ["__count"])
        counts = {"overdue": 0, "today": 0, "planned": 0}
        for due, count in rows:
            late = due and due < today
            counts["overdue" if late else "today" if due == today else "planned"] += (
                count
            )
        return {
            "id": self.env["ir.model"]._get_id(step._name),
            "name": self.env._("Waiting for Me"),
            "model": step._name,
            "type": "activity",
            "icon": "/danvan_kheo/static/description/icon.png",
            "domain": [("is_mine", "=", True)],
            "view_type": "list",
            "total_count": sum(counts.values()),
            **{f"{name}_count": count for name, count in counts.items()},
        }
