"""The trail: who did what, for whom, when and why; evidence, never rewritten."""

import hashlib
import json

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

# The act of a line that says that a document followed its unit to the successor.
REORGANISE = "reorganise"
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
    date = fields.Datetime("When", required=True, readonly=True)
    transition = fields.Char("Technical Act", required=True, readonly=True)
    from_state = fields.Char("Technical State before", readonly=True)
    to_state = fields.Char("Technical State after", readonly=True)
    reason = fields.Text(readonly=True)
    previous_hash = fields.Char(readonly=True, export_string_translation=False)
    hash = fields.Char(required=True, readonly=True, export_string_translation=False)
    act_label = fields.Char("Act", compute="_compute_labels")
    state_label = fields.Char("State after", compute="_compute_labels")
    role_label = fields.Char("Role", compute="_compute_labels")

    _document_idx = models.Index("(res_model, res_id, id)")

    @api.depends_context("lang")
    @api.depends("transition", "to_state", "role", "res_model")
    def _compute_labels(self):
        roles = dict(
            self.env["danvan.assignment"]
            ._fields["role"]
            ._description_selection(self.env)
        )
        for line in self:
            model = self.env[line.res_model]
            line.act_label = model._transition_label(line.transition)
            line.state_label = model._state_label(line.to_state)
            line.role_label = roles.get(line.role)

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
            vals["hash"] = last[document] = self._hash(vals)
            chained.append(vals)
        return chained

    def _last_hashes(self, vals_list):
        """Return `{(res_model, res_id): hash}` of the newest line of each document."""
        models_ = {vals["res_model"] for vals in vals_list}
        ids = {vals["res_id"] for vals in vals_list}
        groups = self.sudo()._read_group(
            [("res_model", "in", list(models_)), ("res_id", "in", list(ids))],
            ["res_model", "res_id"],
            ["id:max"],
        )
        newest = self.sudo().browse(group[2] for group in groups)
        return {(line.res_model, line.res_id): line.hash for line in newest}

    @staticmethod
    def _hash(vals):
        """Return the SHA-256 of what a line says and of the line before it."""
        said = [str(vals.get(name) or "") for name in HASHED]
        text = json.dumps([*said, vals.get("previous_hash") or ""], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    @api.model
    def _first_broken(self):
        """Return the first line whose hash does not follow, empty when all do."""
        last = {}
        for line in self.sudo().search(Domain.TRUE, order="id"):
            document = (line.res_model, line.res_id)
            vals = {name: line[name] for name in HASHED}
            vals.update(unit_id=line.unit_id.id, user_id=line.user_id.id)
            vals.update(previous_hash=last.get(document))
            if line.previous_hash != (last.get(document) or False):
                return line
            if line.hash != self._hash(vals):
                return line
            last[document] = line.hash
        return self.browse()
