"""Long work done slice by slice, at the pace of the person's screen.

No queue works on it: the browser asks for one slice after the other, so that no request
lasts long, a bar tells how far it is, and “Stop” takes effect after the present slice.
"""

from odoo import models


class DanvanSliced(models.AbstractModel):
    """What the dialog with the bar (`static/src/base/sliced_job.js`) talks to.

    A model has the fields `name`, `state`, `total_count`, `done_count` and `failure`,
    and says who may work on a job, when it is unfinished, and what a slice is.
    """

    _name = "danvan.sliced"
    _inherit = ["danvan.guarded"]
    _description = "Work in Slices"

    # The client action that opens the dialog.
    _job_tag = None

    def _check_own(self):
        """Refuse who may not work on this job."""
        raise NotImplementedError

    def _is_unfinished(self):
        """Tell whether there is something left to do."""
        raise NotImplementedError

    def _go_on(self):
        """Do the next slice, or what follows the last one."""
        raise NotImplementedError

    def _leave(self):
        """Undo what was done so far."""
        raise NotImplementedError

    def action_next(self):
        """Do the next slice of an unfinished job.

        :return: the job's progress, see `_progress`
        """
        self._check_own()
        # Another window of the same person may be at it: then nothing is done here.
        if self.sudo().try_lock_for_update() and self._is_unfinished():
            self._go_on()
        return self._progress()

    def action_stop(self):
        """Stop an unfinished job and leave no trace of it.

        :return: the job's progress, see `_progress`
        """
        self._check_own()
        if self._is_unfinished():
            self._leave()
        return self._progress()

    def action_continue(self):
        """Open the dialog in which the job goes on.

        :return: the action of the dialog
        """
        self._check_own()
        return self._action()

    def _action(self):
        return {
            "type": "ir.actions.client",
            "tag": self._job_tag,
            "params": self._progress(),
        }

    def _progress(self):
        """Return what the dialog shows: `id, name, state, is_unfinished, done, total,
        failure`."""
        self.ensure_one()
        return {
            "id": self.id,
            "name": self.name,
            "state": self.state,
            "is_unfinished": self._is_unfinished(),
            "done": self.done_count,
            "total": self.total_count,
            "failure": self.failure or "",
        }
