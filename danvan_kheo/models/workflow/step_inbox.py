"""Many steps at once, with one comment."""

from odoo import models


class DanvanApprovalStep(models.Model):
    """What the inbox does with a selection."""

    _inherit = "danvan.approval.step"

    def action_approve_selected(self, comment=None):
        """Do what each selected step asks for, as far as this person may.

        :param comment: one remark for all, kept in the trail
        :return: a notification that says how many passed and why the others did not
        """
        comment = (comment.strip() if isinstance(comment, str) else None) or None
        opinions = self.filtered("is_opinion")
        words_missing = self.env._(
            "This needs some words: write the comment for all, or open it."
        )
        done = 0
        refusals = opinions._each(self.env._("Open it and write the opinion."))
        for (model, name), steps in (
            (self - opinions)
            .grouped(lambda step: (step.res_model, step.transition))
            .items()
        ):
            documents = self.env[model].browse(steps.mapped("res_id"))
            transition = documents._transition(name)
            if transition.reason and not comment:
                refusals += steps._each(words_missing)
                continue
            moved, reasons = documents._move(transition, comment)
            done += len(moved)
            refusals += documents._refusal_lines(reasons)
        return self.env["danvan.workflow"]._batch_result(done, refusals)

    def _each(self, sentence):
        """Return `sentence` for each of these steps."""
        return [f"{step.subject}: {sentence}" for step in self]

    def action_ask_comment(self):
        """Open the dialog in which one comment for the selected steps is written.

        :return: the action that opens it
        """
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Approve Selected"),
            "res_model": "danvan.step.approval",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_step_ids": self.ids},
        }
