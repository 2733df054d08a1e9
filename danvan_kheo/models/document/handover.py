"""The minutes of a handover of work, signed by both."""

from odoo import api, models
from odoo.tools.translate import LazyTranslate

from ...tools import long_dates, text

_lt = LazyTranslate(__name__)

MINUTES = "handover_minutes"


class DanvanHandover(models.Model):
    """Drafts the minutes with the list of what is handed over."""

    _name = "danvan.handover"
    _inherit = ["danvan.handover", "danvan.paper.source"]

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "giver": _lt("who hands over"),
            "receiver": _lt("who takes over"),
            "from_day": _lt("day from which it is handed over"),
            "reason": _lt("reason"),
            "count": _lt("how many things are handed over"),
            "roles": _lt("roles handed over"),
            "honorific": _lt("how persons are addressed in papers of the unit"),
        }

    @api.model
    def _paper_list_placeholders(self):
        return {
            **super()._paper_list_placeholders(),
            "items": _lt("what is handed over"),
        }

    def _paper_values(self):
        # Papers are Vietnamese whatever the language of who drafts them.
        handover = self.sudo().with_context(lang="vi_VN")
        return {
            **super()._paper_values(),
            "giver": handover.from_user_id.name,
            "receiver": handover.to_user_id.name,
            "from_day": long_dates.short_date(handover.date),
            "reason": handover.reason,
            "count": str(len(handover._chosen())),
            "roles": handover._role_names(),
            "honorific": text.sentence(handover.unit_id._honorific()),
        }

    def _role_names(self):
        labels = dict(
            self.env["danvan.assignment"]
            ._fields["role"]
            ._description_selection(self.env)
        )
        roles = self._giver_assignments().mapped("role")
        return ", ".join(dict.fromkeys(labels[role] for role in roles))

    def _paper_lists(self):
        handover = self.sudo().with_context(lang="vi_VN")
        lines = handover._chosen()
        states = handover._states_on_paper(lines)
        rows = [
            (number, line.kind_label, line.subject, states[line])
            for number, line in enumerate(lines, start=1)
        ]
        headings = ("STT", "Loại", "Tên mục", "Tình trạng")
        return {**super()._paper_lists(), "items": (headings, rows)}

    def _states_on_paper(self, lines):
        """Return `{line: text}`: the state of the document, or the step that waits."""
        states = {}
        for model, some in lines.grouped("res_model").items():
            found = self.env[model].browse(some.mapped("res_id")).exists()
            labels = {record.id: record._state_label(record.state) for record in found}
            for line in some:
                waits = line.act_label and f"Đang chờ: {line.act_label}"
                states[line] = waits or labels.get(line.res_id) or ""
        return states

    def action_draft_minutes(self):
        """Draft the minutes, or open those drafted already.

        :return: the action that opens the paper
        :raise AccessError: for who may not draft papers of the unit
        """
        self._exactly_one()
        self.check_access("read")
        drafted = self.env["danvan.document"].search(
            [("res_model", "=", self._name), ("res_id", "=", self.id)], limit=1
        )
        if drafted:
            return {
                "type": "ir.actions.act_window",
                "res_model": drafted._name,
                "res_id": drafted.id,
                "views": [(False, "form")],
            }
        return self._action_draft_document(MINUTES)

    def _handed_over(self):
        self._draft_minutes()
        return super()._handed_over()

    def _draft_minutes(self):
        """Draft the minutes, in the hands of who takes over: a leader who carries the
        handover out need not be an officer."""
        # sudo: the handover was checked just before; the paper is only a draft.
        for handover in self.sudo().filtered(lambda h: not h.paper_ids):
            minutes = handover._draft_document(MINUTES)
            minutes._write_owned({"officer_id": handover.to_user_id.id})
