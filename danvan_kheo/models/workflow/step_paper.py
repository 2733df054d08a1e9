"""A step taken from a signed paper, for leaders who sign and do not log in."""

import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

RECORDING_ROLES = ("officer", "registrar")


def _bytes(content):
    return content.encode() if isinstance(content, str) else content or b""


def _is_file(content):
    """Tell whether `content` is the base64 of a file that is not empty."""
    try:
        return bool(base64.b64decode(b"".join(_bytes(content).split()), validate=True))
    except (TypeError, ValueError):
        return False


class DanvanApprovalStep(models.Model):
    """What the signed paper says, and whether the leader disowns it."""

    _inherit = "danvan.approval.step"
    _owned_fields = (
        "paper_number",
        "paper_date",
        "paper_signer",
        "contest_reason",
    )

    paper_number = fields.Char("Number of the Signed Paper")
    paper_date = fields.Date("Date of the Signed Paper")
    paper_signer = fields.Char("Signed by")
    contest_reason = fields.Text("Disowned by the Leader")
    attachment_ids = fields.Many2many(
        "ir.attachment", string="Signed Copies", compute="_compute_attachment_ids"
    )

    def _compute_attachment_ids(self):
        copies = self.env["ir.attachment"].search(
            [("res_model", "=", self._name), ("res_id", "in", self.ids)]
        )
        by_step = copies.grouped("res_id")
        for step in self:
            step.attachment_ids = by_step.get(step.id)

    def action_ask_contest(self):
        """Open the dialog that asks what is wrong with the paper.

        :return: the action that opens it
        """
        self._exactly_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Disown the Paper"),
            "res_model": "danvan.paper.contest",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_step_id": self.id},
        }

    def action_contest(self, reason=None):
        """Disown a signed paper that was recorded in one's name.

        Where the document still goes along its route it waits for the leader again;
        where it has gone on, the objection stands beside it for everybody to see.

        :param reason: what is wrong with the paper
        :return: True
        :raise UserError: without a reason, or for whom the paper does not speak
        """
        self._exactly_one()
        self.check_access("read")
        reason = (
            reason.strip() if isinstance(reason, str) else ""
        ) or self._no_reason()
        document = self.env[self.res_model].browse(self.res_id)
        holding = self._contesting()
        self._write_owned({"contest_reason": reason})
        document._log(
            "contest", {document.id: document.state}, {document.id: holding}, reason
        )
        present = document.sudo().current_step_id
        if present and self in present._earlier():
            present._go_back(self.sudo())
            self._progress(document)
        return True

    def _keep_copies(self, files):
        """Keep the signed copies on the step: nobody may write a step, so nobody
        changes or deletes them.

        :param files: `[(name, base64 content)]`
        """
        # sudo: who may record was checked by the document.
        self.env["ir.attachment"].sudo().create(
            [
                {
                    "name": name or self.paper_number,
                    "datas": content,
                    "res_model": self._name,
                    "res_id": self.id,
                }
                for name, content in files
            ]
        )

    def _no_reason(self):
        raise UserError(self.env._("Say what is wrong with the signed paper."))

    def _contesting(self):
        """Return the assignment by which the current user disowns this paper."""
        held = self.env["danvan.assignment"]._holding(self.for_unit_id, self.role)
        if self.state != "paper" or not held:
            raise UserError(
                self.env._(
                    "Only who holds this role at %s disowns a paper recorded for it.",
                    self.sudo().for_unit_id.name,
                )
            )
        return held[self.for_unit_id.id][:1]


class DanvanWorkflow(models.AbstractModel):
    """Recording a signed paper in place of a leader's own act."""

    _inherit = "danvan.workflow"

    recordable_step_id = fields.Many2one(
        "danvan.approval.step",
        compute="_compute_recordable_step_id",
        export_string_translation=False,
    )

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_recordable_step_id(self):
        steps = self._leaders_steps()
        for record in self:
            step = steps.get(record.id)
            held = step and record._allows_signed_paper() and record._recording(step)
            record.recordable_step_id = step if held else False

    def _leaders_steps(self):
        """Return `{record_id: step}`: the decision each waits for, if paper may
        stand for it."""
        pending = self.env["danvan.approval.step"]._of(self, "pending")
        fit = pending.filtered(
            lambda s: s.role == "approver" and s.allows_paper and not s.is_opinion
        )
        return {step.res_id: step for step in fit}

    def _recording(self, step):
        """Return the assignment by which the current user records papers at `step`."""
        assignment = self.env["danvan.assignment"]
        for role in RECORDING_ROLES:
            held = assignment._holding(step.for_unit_id, role)
            candidates = held.get(step.for_unit_id.id, assignment)
            fitting = self._first_fitting({self.sudo(): candidates})
            if fitting:
                return fitting[self.id]
        return assignment.browse()

    def action_record_paper(self):
        """Open the dialog in which the signed paper is recorded.

        :return: the action that opens it
        :raise UserError: when no step of this document can be recorded by this person
        """
        self._recordable()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Record Signed Paper"),
            "res_model": "danvan.signed.paper",
            "views": [(False, "form")],
            "target": "new",
            "context": {"danvan_model": self._name, "danvan_ids": self.ids},
        }

    def _recordable(self):
        self._exactly_one()
        self.check_access("read")
        if not self.recordable_step_id:
            raise UserError(
                self.env._(
                    "Nothing here waits for a signature that this account may record: "
                    "officers and registrars record signed papers of their own unit, "
                    "where the campaign allows it."
                )
            )
        return self.recordable_step_id.sudo()

    def _record_paper(self, number, date, signer, files):
        """Take the step that waits for a leader as the signed paper says.

        :param number: number and symbol of the paper
        :param date: its date
        :param signer: full name and post of who signed
        :param files: `[(name, base64 content)]`, at least one
        :raise UserError: when something stands against the act
        """
        step = self._recordable()
        files = self._checked_files(number, date, signer, files)
        transition = self._transition(step.transition)
        refusals = self._refusals_of_paper(transition)
        if refusals:
            raise UserError("\n".join(refusals.values()))
        holding = {self.id: self._recording(step)}
        step._write_owned(
            {"paper_number": number, "paper_date": date, "paper_signer": signer}
        )
        step._keep_copies(files)
        self._apply(transition, holding=holding, outcome="paper", paper=number)
        self._tell_leaders(step)

    def _checked_files(self, number, date, signer, files):
        """Return the files, once the paper is told in full and they can be kept.

        :raise UserError: with what is missing
        """
        told = all(isinstance(text, str) and text.strip() for text in (number, signer))
        if not (told and date and files and all(_is_file(data) for _n, data in files)):
            raise UserError(
                self.env._(
                    "Write number, date and signer of the paper, and attach its "
                    "signed page or file."
                )
            )
        return files

    def _refusals_of_paper(self, transition):
        """Return `{id: reason}` of what stands against the act, whoever does it."""
        if not self._fitting(transition):
            return {self.id: self._out_of_place()}
        return getattr(self, transition.guard)() if transition.guard else {}

    def _tell_leaders(self, step):
        """Tell who holds the role that a paper was recorded in his or her name."""
        leaders = step.for_unit_id._anyone([step.role])
        if leaders and "message_ids" in self._fields:
            self.message_notify(
                partner_ids=leaders.partner_id.ids,
                subject=self.display_name,
                body=self.env._(
                    "“%(act)s” was recorded from the signed paper %(number)s. If it is "
                    "not yours, open the document and press “Disown the Paper”.",
                    act=step.act_label,
                    number=step.paper_number,
                ),
            )
