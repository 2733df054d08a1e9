"""The trail: who did what, for whom, when and why; evidence, never rewritten."""

import hashlib
import json

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

# What a line's hash covers, in this order.
HASHED = (
    "res_model",
    "res_id",
    "unit_id",
    "unit_name",
    "user_id",
    "user_name",
    "role",
    "acting_unit_name",
    "date",
    "transition",
    "from_state",
    "to_state",
    "reason",
)
# Covered as well, but only where set: lines without them keep the hash they had.
HASHED_WHEN_SET = ("on_behalf", "is_entered_for", "paper_ref")


class DanvanTrail(models.Model):
    """One move of one document. Each line carries the hash of the one before it on
    the same document, so that a change behind Odoo's back breaks the chain."""

    _name = "danvan.trail"
    _inherit = ["danvan.guarded"]
    _description = "Audit Trail"
    _order = "id desc"
    _rec_name = "transition"

    # By model and id, never by a cascading link: the trail outlives its document.
    res_model = fields.Char("Technical Model", required=True, readonly=True)
    res_id = fields.Many2oneReference(
        "Document", model_field="res_model", required=True, readonly=True
    )
    unit_id = fields.Many2one(
        "danvan.unit", "Unit", readonly=True, index=True, ondelete="restrict"
    )
    unit_name = fields.Char("Name of the Unit then", readonly=True)
    user_id = fields.Many2one(
        "res.users", "Account", required=True, readonly=True, ondelete="restrict"
    )
    user_name = fields.Char("Person", readonly=True)
    role = fields.Char("Technical Role", readonly=True)
    acting_unit_name = fields.Char("Acting for", readonly=True)
    on_behalf = fields.Char(
        "By Delegation of",
        readonly=True,
        help="The person who delegated the power to act for the period.",
    )
    is_entered_for = fields.Boolean(
        "Entered for the Unit",
        readonly=True,
        help="Another unit's officer typed it in for a unit without an officer.",
    )
    paper_ref = fields.Char(
        "By Paper", readonly=True, help="Number of the signed paper that it records."
    )
    date = fields.Datetime("When", required=True, readonly=True)
    transition = fields.Char("Technical Act", required=True, readonly=True)
    from_state = fields.Char("Technical State before", readonly=True)
    to_state = fields.Char("Technical State after", readonly=True)
    reason = fields.Text(readonly=True)
    previous_hash = fields.Char(readonly=True, export_string_translation=False)
    hash = fields.Char(required=True, readonly=True, export_string_translation=False)
    kind_label = fields.Char("Kind", compute="_compute_labels")
    document_name = fields.Char("Item", compute="_compute_document_name")
    act_label = fields.Char("Act", compute="_compute_labels")
    state_label = fields.Char("State after", compute="_compute_labels")
    role_label = fields.Char("Role", compute="_compute_labels")
    capacity_label = fields.Char("In which Capacity", compute="_compute_capacity_label")

    _document_idx = models.Index("(res_model, res_id, id)")

    @api.depends_context("lang")
    @api.depends("transition", "to_state", "role", "res_model")
    def _compute_labels(self):
        roles = dict(
            self.env["danvan.assignment"]
            ._fields["role"]
            ._description_selection(self.env)
        )
        models_told = set(self.mapped("res_model"))
        acts = {name: self.env[name]._act_labels() for name in models_told}
        # Once for all lines of a sort: a list shows few sorts and many lines.
        for (name, act, state, role), lines in self.grouped(
            lambda line: (line.res_model, line.transition, line.to_state, line.role)
        ).items():
            model = self.env[name]
            lines.kind_label = self.env["ir.model"]._get(name).name
            lines.act_label = acts[name].get(act, act)
            lines.state_label = model._state_label(state)
            lines.role_label = roles.get(role)

    @api.depends_context("uid")
    @api.depends("res_model", "res_id")
    def _compute_document_name(self):
        for model, lines in self.grouped("res_model").items():
            documents = self.env[model].browse(set(lines.mapped("res_id"))).exists()
            readable = documents._filtered_access("read")
            names = {document.id: document.display_name for document in readable}
            for line in lines:
                line.document_name = names.get(line.res_id)

    @api.depends_context("lang")
    @api.depends(
        "role", "transition", "acting_unit_name", "unit_name", *HASHED_WHEN_SET
    )
    def _compute_capacity_label(self):
        for line in self:
            line.capacity_label = ", ".join(filter(None, line._capacity_parts()))

    def _capacity_parts(self):
        """Return what makes up the capacity: role, unit, and how the person came to
        act for it."""
        if not self.role:
            return [self._capacity_without_role(), self.acting_unit_name]
        return [
            self.role_label,
            self.acting_unit_name,
            self.on_behalf and self.env._("by delegation of %s", self.on_behalf),
            self.is_entered_for and self.env._("entered for %s", self.unit_name),
            self.paper_ref and self.env._("by paper no. %s", self.paper_ref),
        ]

    def _capacity_without_role(self):
        if self.transition == "take_over":
            return self.env._("Administrator")
        return self.env._("by itself, following another act")

    @api.model_create_multi
    def create(self, vals_list):
        """Chain the lines; only the module's own code may add any.

        :raise UserError: for every other caller, superusers included
        """
        if not self._is_keyed():
            raise self._untouchable()
        return super().create(self._chained(vals_list))

    # pylint: disable=method-required-super,no-raise-unlink
    def write(self, vals):
        """Refuse: a line stands as it was written.

        :raise UserError: always
        """
        raise self._untouchable()

    def unlink(self):
        """Refuse: a line stands as it was written.

        :raise UserError: always
        """
        raise self._untouchable()

    def _untouchable(self):
        return UserError(
            self.env._(
                "The trail is evidence: nobody adds, changes or deletes its lines."
            )
        )

    def _chained(self, vals_list):
        last = self._last_hashes(vals_list)
        chained = []
        for vals in vals_list:
            document = (vals["res_model"], vals["res_id"])
            vals = dict(vals, previous_hash=last.get(document))
            vals["hash"] = last[document] = line_hash(vals)
            chained.append(vals)
        return chained

    def _last_hashes(self, vals_list):
        """Return `{(res_model, res_id): hash}` of the newest line of each document."""
        if not vals_list:
            return {}
        self.flush_model(["res_model", "res_id", "hash"])
        rows = self.env.execute_query(
            SQL(
                "SELECT DISTINCT ON (res_model, res_id) res_model, res_id, hash"
                " FROM danvan_trail WHERE res_model IN %s AND res_id IN %s"
                " ORDER BY res_model, res_id, id DESC",
                tuple({vals["res_model"] for vals in vals_list}),
                tuple({vals["res_id"] for vals in vals_list}),
            )
        )
        return {(model, id_): hash_ for model, id_, hash_ in rows}


def line_hash(vals):
    """Return the SHA-256 of what a line says and of the line before it."""
    said = [str(vals.get(name) or "") for name in HASHED]
    said.append(vals.get("previous_hash") or "")
    marks = {name: vals[name] for name in HASHED_WHEN_SET if vals.get(name)}
    text = json.dumps([*said, marks] if marks else said, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
