"""“Sắp xếp đơn vị”: units merged, renamed, split or ended, in one act on one date."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

KINDS = [
    ("merge", "Merge"),
    ("rename", "Rename or Place under Another Superior"),
    ("split", "Split"),
    ("end", "End without Successor"),
]


class DanvanReorganisation(models.Model):
    """One act of reorganisation: prepared as a draft, carried out once, kept as the
    trace of what was done, on which basis and by whom.

    Units are never renamed or moved in the tree: they end on the day before, and new
    units begin, so that what was done stays where it was and under the name it had.
    """

    _name = "danvan.reorganisation"
    _inherit = ["danvan.guarded"]
    _description = "Reorganisation"
    _order = "date desc, id desc"
    _owned_fields = ("state", "done_date", "done_user_id", "report")

    kind = fields.Selection(KINDS, "What Is Done", required=True, default="merge")
    date = fields.Date(
        "In Effect from",
        required=True,
        default=lambda self: self.env["danvan.period"]._today(),
        help="The units end on the day before; those that succeed them begin on it.",
    )
    basis = fields.Text(
        help="Resolution or decision, with number and date. It stands in the trail of "
        "every item that moves."
    )
    predecessor_ids = fields.Many2many("danvan.unit", string="Units that End")
    target_ids = fields.One2many(
        "danvan.reorganisation.target", "reorganisation_id", "Units that Succeed"
    )
    line_ids = fields.One2many(
        "danvan.reorganisation.line", "reorganisation_id", "Units below"
    )
    end_superior = fields.Boolean(
        "End the Superior Unit Too",
        help="Where nothing is left under it: no unit, no account, no open item.",
    )
    preview = fields.Text("What Will Happen", compute="_compute_preview")
    state = fields.Selection(
        [("draft", "In Preparation"), ("done", "Carried Out")],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    done_date = fields.Datetime("Carried Out on", readonly=True, copy=False)
    done_user_id = fields.Many2one(
        "res.users", "Carried Out by", readonly=True, copy=False, ondelete="restrict"
    )
    report = fields.Text("What Was Done", readonly=True, copy=False)

    @api.depends("kind", "predecessor_ids", "date")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for act in self:
            names = ", ".join(act.predecessor_ids.mapped("name"))
            parts = (kinds.get(act.kind), names)
            act.display_name = ": ".join(part for part in parts if part)

    @api.depends("kind", "date", "predecessor_ids", "target_ids", "line_ids", "state")
    def _compute_preview(self):
        for act in self:
            act.preview = act._preview() if act.state == "draft" else False

    def _preview(self):
        """Return what stands against the act, or else what it will do, in lines."""
        faults = self._faults()
        lines = faults or self._what_will_happen()
        head = (
            self.env._("Still to be put right:")
            if faults
            else self.env._("When it is carried out:")
        )
        return "\n".join([head, *(f"• {line}" for line in lines)])

    def _check_administrator(self):
        """Refuse everybody but the module's administrators, and what is done.

        :raise AccessError: for everybody else
        :raise UserError: when the act has been carried out already
        """
        self.ensure_one()
        if not self.env.user.has_group("danvan_kheo.group_administrator"):
            raise AccessError(self.env._("Only administrators reorganise units."))
        self.check_access("write")
        if self.state != "draft":
            raise UserError(self.env._("This has been carried out already."))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_done(self):
        """Superusers too: what was done to units stays on file."""
        if any(act.state == "done" for act in self):
            raise UserError(
                self.env._("A reorganisation that was carried out stays on file.")
            )
