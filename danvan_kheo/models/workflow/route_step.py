"""The steps of a route: which unit, in which role, within how many working days."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..organisation.assignment import ROLES

SAME_PERSON = [
    ("skip", "Skip the step"),
    ("other", "Another person must act"),
    ("allow", "The same person may act"),
]
TARGETS = [
    ("own", "The unit itself"),
    ("committee", "Party committee of the same level"),
    ("body", "Body that advises the committee of a level"),
    ("superior", "Superior of the vertical line"),
    ("named", "Units named here"),
]


class DanvanApprovalRouteStep(models.Model):
    """One step: a decision by one unit, or an opinion asked of several at once."""

    _name = "danvan.approval.route.step"
    _inherit = ["danvan.guarded"]
    _description = "Step of a Route"
    _order = "route_id, sequence, id"
    _placing_fields = ("route_id",)

    route_id = fields.Many2one(
        "danvan.approval.route", "Route", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(
        "What to Do", required=True, help="Shown to who acts, for example: Xác nhận."
    )
    is_opinion = fields.Boolean(
        "Opinion Only",
        help="Asked of all its units at once while the next step waits; it informs "
        "who decides and never blocks.",
    )
    target = fields.Selection(TARGETS, "Which Unit", required=True, default="own")
    kind_id = fields.Many2one("danvan.unit.kind", "Kind of the Body")
    level_id = fields.Many2one("danvan.level", "Level of the Committee")
    unit_ids = fields.Many2many("danvan.unit", string="Named Units")
    role = fields.Selection(ROLES, required=True, default="approver")
    days = fields.Integer("Working Days", required=True, default=3)
    same_person = fields.Selection(
        SAME_PERSON,
        "If Who Submitted Holds the Role",
        required=True,
        default="other",
    )
    allows_paper = fields.Boolean(
        "May Be Recorded from a Signed Paper",
        default=True,
        help="For leaders who sign on paper and have no account.",
    )

    _days_not_negative = models.Constraint(
        "CHECK (days >= 0)", "The number of working days cannot be negative."
    )

    @api.constrains("target", "kind_id", "level_id", "unit_ids", "is_opinion")
    def _check_target(self):
        for step in self:
            missing = (step.target == "named" and not step.unit_ids) or (
                step.target == "body" and not (step.kind_id and step.level_id)
            )
            several = step.target == "named" and len(step.unit_ids) > 1
            if missing or (several and not step.is_opinion):
                raise ValidationError(
                    self.env._(
                        "Step “%s” does not say which unit acts: choose the kind and "
                        "level of the body, or name exactly one unit (several only "
                        "for an opinion).",
                        step.name,
                    )
                )

    def _units_for(self, unit):
        """Return the units that act at this step on what `unit` submits."""
        self.ensure_one()
        return getattr(self, f"_{self.target}_units")(unit)

    def _own_units(self, unit):
        return unit

    def _named_units(self, unit):
        return self.unit_ids

    def _committee_units(self, unit):
        """Return the committee that leads `unit`; a committee confirms for itself."""
        return unit.committee_id - unit

    def _body_units(self, unit):
        """Return the body that advises the nearest committee of the step's level."""
        committee = unit._nearest(
            lambda u: u.kind_id.is_committee and u.level_id == self.level_id
        )
        advising = Domain("advises_id", "=", committee.id)
        of_kind = Domain("kind_id", "=", self.kind_id.id)
        in_force = unit._in_force()
        return unit.search(advising & of_kind & in_force, limit=1)

    def _superior_units(self, unit):
        """Return the nearest unit of the same vertical line at a higher level."""
        chain = unit._chain()
        if not unit.line_id:
            return unit.browse()
        same_line = Domain("line_id", "=", unit.line_id.id)
        same_tree = Domain("id", "child_of", chain[-1:])
        higher = Domain("level_id.rank", "<", unit.level_id.rank)
        found = unit.search(same_line & same_tree & higher & unit._in_force())
        shared = {u: len(set(u._chain()) & set(chain)) for u in found}
        return found.sorted(lambda u: (-u.level_id.rank, -shared[u], u.id))[:1]
