"""What the workflow says: names of acts and states, why not, what was done."""

import psycopg2

from odoo import api, models
from odoo.exceptions import UserError

from ...tools import dates


class DanvanWorkflow(models.AbstractModel):
    """Sentences and dialogs of the acts."""

    _inherit = "danvan.workflow"

    def _why_refused(self, error):
        """Return the sentence with which an act was refused."""
        if isinstance(error, psycopg2.Error):
            return self._sql_error_to_message(error)
        return error.args[0]

    def _not_by_hand(self, transition):
        if transition.is_task:
            label = self.env._(transition.label)
            return self.env._("“%s” is done on the document itself: open it.", label)
        return self.env._("This follows from another act, by itself.")

    def _all_out_of_place(self):
        """Return `{id: sentence}` of `_out_of_place`, put into words together."""
        newest = self._newest_trails()
        return {record.id: record._out_of_place(newest) for record in self}

    def _out_of_place(self, newest=None):
        """Say who acted first, or in which state the document is.

        :param newest: `{id: line}` where the last lines of the trails are known
        """
        line = (self._newest_trails() if newest is None else newest).get(self.id)
        if not line:
            return self.env._(
                "This does not apply while it is “%s”.", self._state_label(self.state)
            )
        return self.env._(
            "%(person)s did “%(act)s” at %(hour)s. The page has been refreshed.",
            person=line.user_name,
            act=line.act_label,
            hour=dates.local(self.env, line.date).strftime("%H:%M %d/%m/%Y"),
        )

    def _asked_unit(self, transition):
        """Return the unit whose role `transition` asks for."""
        return self[transition.unit]

    def _no_right(self, transition):
        unit = self.sudo()._asked_unit(transition)
        return self.env._(
            "This account is not assigned to do “%(act)s” at %(unit)s. Ask the "
            "administrator for an assignment.",
            act=self.env._(transition.label),
            unit=unit.name or self.env._("the unit that decides"),
        )

    def _ask_reason(self, transition):
        """Return the dialog that asks why, once the act is known to be possible."""
        refusals = self._refusals(transition)
        if len(refusals) == len(self):
            raise UserError("\n".join(self._refusal_lines(refusals)))
        return {
            "type": "ir.actions.act_window",
            "name": self.env._(transition.label),
            "res_model": "danvan.transition.reason",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "danvan_transition": transition.name,
                "danvan_model": self._name,
                "danvan_ids": self.ids,
            },
        }

    def _refusal_lines(self, refusals):
        """Return one sentence for each refused record; alone it needs no name."""
        if len(self) == 1:
            return list(refusals.values())
        names = {record.id: record.display_name for record in self}
        return [f"{names[id_]}: {reason}" for id_, reason in refusals.items()]

    @api.model
    def _batch_result(self, done, refusals):
        """Return the notification that sums up what was done and what was not."""
        message = self.env._(
            "%(done)s of %(all)s items handled.", done=done, all=done + len(refusals)
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if refusals else "success",
                "message": "\n".join([message, *refusals]),
                "sticky": bool(refusals),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    @api.model
    def _transition_label(self, name):
        return self._act_labels().get(name, name)

    @api.model
    def _act_labels(self):
        """Return `{act: words}` of all that may stand in the trail of this model."""
        labels = {t.name: self.env._(t.label) for t in self._transitions()}
        return {**labels, "take_over": self.env._("Taken over from earlier records")}

    @api.model
    def _state_label(self, state):
        return dict(self._fields["state"]._description_selection(self.env)).get(state)
