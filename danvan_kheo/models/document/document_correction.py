"""What becomes of an issued paper: corrected, amended, replaced, cancelled, each by a
paper of its own."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import clean_context
from odoo.tools.translate import LazyTranslate

from ...tools import long_dates
from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)

RELATIONS = [
    ("corrects", "Corrects the Form of"),
    ("amends", "Amends"),
    ("replaces", "Replaces"),
    ("cancels", "Cancels"),
]
# What the later paper makes of the earlier one, and the wording it begins with.
OUTCOMES = {
    "corrects": "corrected",
    "amends": "amended",
    "replaces": "replaced",
    "cancels": "cancelled",
}
WORDINGS = {
    "corrects": "correction_letter",
    "amends": "amendment",
    "replaces": "replacement",
    "cancels": "cancellation_decision",
}
LABELS = {
    "corrected": _lt("Corrected by a letter"),
    "amended": _lt("Amended by a later paper"),
    "replaced": _lt("Replaced by a later paper"),
    "cancelled": _lt("Cancelled by a decision"),
}
# A paper of the same kind carries these over from the one that it changes.
SAME_KIND = ("amends", "replaces")
# States in which an issued paper still holds.
HOLDING = ("issued", "corrected", "amended")


class DanvanDocument(models.Model):
    """An issued paper is never changed. Wrong form is corrected by a letter, wrong
    content amended or replaced by a paper of the same kind, and what should not have
    been issued is cancelled by a decision that states its ground.

    Source: Nghị định 30/2020/NĐ-CP, Điều 18 (recalling papers and correcting errors in
    issued ones), for the practice of the Party likewise.
    """

    _inherit = "danvan.document"
    _owned_fields = ("relation", "target_id")

    relation = fields.Selection(RELATIONS, "What It Does", copy=False)
    target_id = fields.Many2one(
        "danvan.document",
        "Earlier Paper",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
    )
    later_ids = fields.One2many("danvan.document", "target_id", "Later Papers")
    ground = fields.Text(
        "What Is Wrong",
        copy=False,
        help="The error, or the ground on which the earlier paper is cancelled.",
    )
    may_be_changed = fields.Boolean(
        compute="_compute_may_be_changed", export_string_translation=False
    )

    @api.depends_context("uid")
    @api.depends("state", "unit_id")
    def _compute_may_be_changed(self):
        officers = self.env["danvan.assignment"]._holding(self.unit_id, "officer")
        for paper in self:
            held = paper.unit_id.id in officers
            paper.may_be_changed = held and paper.state in HOLDING

    @api.model
    def _transitions(self):
        after = [
            Transition(
                name=outcome,
                label=label,
                sources=HOLDING,
                target=outcome,
                role="registrar",
                is_automatic=True,
            )
            for outcome, label in LABELS.items()
        ]
        return [*super()._transitions(), *after]

    def action_ask_correction(self, relation="corrects"):
        """Open the dialog that asks what is wrong with this paper.

        :param relation: corrects, amends, replaces or cancels
        :return: the action that opens it
        """
        self._check_changeable(relation)
        return {
            "type": "ir.actions.act_window",
            "name": self._relation_label(relation),
            "res_model": "danvan.document.correction",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_document_id": self.id, "default_relation": relation},
        }

    def action_correct(self, relation, ground):
        """Draft the paper that corrects, amends, replaces or cancels this one.

        :param relation: corrects, amends, replaces or cancels
        :param ground: what is wrong, or the ground of the cancellation
        :return: the action that opens the draft
        :raise UserError: for a paper that is not issued or does not hold any more,
            without a ground, or for who is not officer of the unit
        """
        self._check_changeable(relation)
        ground = ground.strip() if isinstance(ground, str) else ""
        if not ground:
            raise UserError(self.env._("Say what is wrong with the paper."))
        drafted = self._open_correction(relation) or self._new_correction(
            relation, ground
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": drafted.id,
            "views": [(False, "form")],
        }

    def _check_changeable(self, relation):
        self._exactly_one()
        self.check_access("read")
        if not isinstance(relation, str) or relation not in OUTCOMES:
            raise UserError(self.env._("%s: no such act on this document.", relation))
        if self.state not in HOLDING:
            raise UserError(
                self.env._(
                    "Only a paper that is issued and still holds is changed by another."
                )
            )
        if not self.may_be_changed:
            raise UserError(
                self.env._(
                    "Only an officer of %s draws up the paper that changes this one.",
                    self.unit_id.name,
                )
            )

    @api.model
    def _relation_label(self, relation):
        return {
            "corrects": self.env._("Draft Letter of Correction"),
            "amends": self.env._("Draft Amending Paper"),
            "replaces": self.env._("Draft Replacing Paper"),
            "cancels": self.env._("Draft Cancelling Decision"),
        }[relation]

    def _open_correction(self, relation):
        """Return the paper of this sort that is not issued yet, empty when none."""
        return self.later_ids.filtered(
            lambda paper: paper.relation == relation and not paper._has_been_issued()
        )[:1]

    def _new_correction(self, relation, ground):
        vals = self._correction_vals(relation, ground)
        # The dialog's own defaults are none of the paper.
        papers = self.with_context(clean_context(self.env.context))
        paper = papers.create({"unit_id": self.unit_id.id, **vals}).with_env(self.env)
        paper._write_owned(
            {
                "res_model": self._name,
                "res_id": self.id,
                "relation": relation,
                "target_id": self.id,
            }
        )
        return paper

    def _correction_vals(self, relation, ground):
        """Return the text with which the later paper begins."""
        wording = self.env["danvan.document.template"]._for_code(
            WORDINGS[relation], family=self._paper_family()
        )
        told = self.with_context(danvan_ground=ground)
        vals = {"ground": ground, "layout_id": self.unit_id._paper_layout().id}
        if relation not in SAME_KIND:
            return {"template_id": wording.id, **vals, **wording._filled(told)}
        vals |= {"template_id": self.template_id.id, "title": self.title}
        for name in ("authority", "legal_bases", "addressees", "recipients"):
            vals[name] = self[name]
        filled = wording._filled(told)
        vals |= {name: filled[name] for name in ("subject", "body")}
        if relation == "replaces":
            vals["body"] = (self.body or "") + filled["body"]
            vals |= {"annex_title": self.annex_title, "annex": self.annex}
        return vals

    def _document_issued(self, document):
        """An earlier paper hears of the one that changes it: it is marked, and what it
        was drafted from hears of it too.

        :param document: the later paper
        """
        super()._document_issued(document)
        outcome = OUTCOMES.get(document.relation)
        if not outcome or document.target_id != self:
            return
        if self.state not in HOLDING:
            raise UserError(
                self.env._(
                    "“%s” does not hold any more, so it cannot be changed again.",
                    self.display_name,
                )
            )
        # sudo: the registrar's issuing was checked just before; the rest follows.
        self.sudo()._follow(outcome, document.ground)
        source = self._source()
        if source:
            source.sudo()._document_changed(self, document)

    @api.model
    def _paper_placeholders(self):
        return {
            **super()._paper_placeholders(),
            "paper_kind": _lt("kind of the paper"),
            "paper_number": _lt("number and symbol of the paper"),
            "paper_date": _lt("date of the paper, in words"),
            "paper_subject": _lt("what the paper is about"),
            "paper_issuer": _lt("who issued the paper"),
            "ground": _lt("what is wrong with the paper"),
        }

    def _paper_values(self):
        written = long_dates.long_date(self.date) if self.date else ""
        return {
            **super()._paper_values(),
            "paper_kind": (self.title or self.template_id.name or "").capitalize(),
            "paper_number": self.number_text,
            "paper_date": written,
            "paper_subject": self.subject,
            "paper_issuer": self.authority or self.unit_name or self.unit_id.name,
            "ground": self.env.context.get("danvan_ground") or self.ground,
        }


class DanvanPaperSource(models.AbstractModel):
    """What a record does when a paper drafted from it is changed by a later one."""

    _inherit = "danvan.paper.source"

    def _document_changed(self, document, later):
        """React when an issued paper of this record was corrected, amended, replaced
        or cancelled. It runs with full rights, after the registrar's were checked.

        :param document: the earlier paper, already in its new state
        :param later: the `danvan.document` that changed it, see its `relation`
        """
