"""Who is who: user × unit × role × area × dates, in one place."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

ROLES = [
    ("viewer", "Viewer"),
    ("officer", "Officer"),
    ("registrar", "Registrar"),
    ("approver", "Approver"),
    ("appraiser", "Appraiser"),
    ("council_member", "Council Member"),
    ("council_secretary", "Council Secretary"),
]
HELD = "danvan.assignment.held"  # in the cursor's cache, emptied with each transaction


class DanvanAssignment(models.Model):
    """A person holds a role for a unit, over an area, from a date to a date.

    The unit says in whose name one acts; the area is what the role covers.
    Transitions and record rules read this and nothing else. What is in force is told
    by `_effective` alone.
    """

    _name = "danvan.assignment"
    _inherit = ["danvan.period"]
    _description = "Assignment"
    _order = "unit_id, role, id"
    _placing_fields = ("user_id", "unit_id", "role")
    _owned_fields = ("delegated_from_id", "reason", "ended_at", "was_in_force")

    user_id = fields.Many2one(
        "res.users", "Account", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        "danvan.unit", "Unit", required=True, index=True, ondelete="restrict"
    )
    role = fields.Selection(ROLES, required=True, index=True)
    ended_at = fields.Datetime(
        "Ended at",
        readonly=True,
        copy=False,
        help="Ended at once at this moment; without it the last day is served in full.",
    )
    state = fields.Selection(
        [("planned", "Coming"), ("active", "In Effect"), ("ended", "Ended")],
        compute="_compute_state",
    )
    is_own = fields.Boolean(
        "My Period", compute="_compute_is_own", search="_search_is_own"
    )

    _user_role_idx = models.Index("(user_id, role, date_from, date_to)")

    @api.model
    def _effective(self, date=None):
        """Return the domain of the assignments in force on `date` (default: today):
        begun, not ended, and, where delegated, as long as the giver's is.

        Everything that asks who holds what asks this.
        """
        held = super()._in_force(date)
        if date is None or date >= self._today():
            held &= Domain("ended_at", "=", False)
        own = Domain("delegated_from_id", "=", False)
        return held & (own | Domain("delegated_from_id", "any!", held))

    @api.model
    def _in_force(self, date=None):
        return self._effective(date)

    @api.depends(
        "date_from",
        "date_to",
        "ended_at",
        "delegated_from_id.date_from",
        "delegated_from_id.date_to",
        "delegated_from_id.ended_at",
    )
    def _compute_is_in_force(self):
        return super()._compute_is_in_force()

    @api.depends("is_in_force", "date_from", "ended_at")
    def _compute_state(self):
        today = self._today()
        for assignment in self:
            coming = assignment.date_from and assignment.date_from > today
            if assignment.is_in_force:
                assignment.state = "active"
            else:
                planned = coming and not assignment.ended_at
                assignment.state = "planned" if planned else "ended"

    @api.depends("user_id", "role", "unit_id")
    def _compute_display_name(self):
        roles = dict(self._fields["role"]._description_selection(self.env))
        for assignment in self:
            parts = (assignment.user_id.name, roles.get(assignment.role))
            assignment.display_name = " · ".join(p for p in parts if p)

    @api.model
    def _own_domain(self):
        """Return the domain of what the current user holds or has delegated."""
        mine = Domain("user_id", "=", self.env.uid)
        return mine | Domain("delegated_from_id", "any!", mine)

    @api.depends_context("uid")
    @api.depends("user_id", "delegated_from_id")
    def _compute_is_own(self):
        own = self.sudo().filtered_domain(self._own_domain())
        for assignment in self:
            assignment.is_own = assignment in own

    def _search_is_own(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._own_domain()

    @api.model
    def _mine(self, roles=None):
        """Return the current user's assignments in force today, those held in one's
        own right before those held by delegation.

        :param roles: only these roles; all when empty
        """
        held = self._held_today()
        return held.filtered(lambda a: a.role in roles) if roles else held

    @api.model
    def _held_today(self):
        """Return the current user's assignments, read once in a transaction: every rule
        asks for them, and what another transaction changes is seen by the next one
        anyway. What this one changes makes it forget (`_forget_held`)."""
        held = self.env.cr.cache.setdefault(HELD, {})
        key = (self.env.uid, self._today())
        if key not in held:
            domain = self._effective() & Domain("user_id", "=", self.env.uid)
            # Read at once: whoever asks for them looks at what they cover.
            held[key] = self.sudo().search_fetch(domain)._own_first().ids
        return self.sudo().browse(held[key])

    @api.model
    def _forget_held(self):
        self.env.cr.cache.pop(HELD, None)

    def _own_first(self):
        """Return the assignments, those held by delegation last."""
        return self.sorted(lambda assignment: bool(assignment.delegated_from_id))

    @api.model
    def _holding(self, units, role):
        """Return for each unit the current user's assignments to act for it.

        Who acts for a unit sits in it or covers just it. A unit without any account
        (a hamlet, a school) is acted for by the nearest unit above that has one;
        covering a wide area alone lets nobody act for the units inside it.

        :param units: recordset of `danvan.unit`
        :param role: name of the role asked for
        :return: `{unit_id: assignments}`, only for the units where there is any
        """
        mine = self._mine([role]) if units else self.browse()
        acting = units._acting_units() if mine else {}
        held = {}
        for unit_id, actor in acting.items():
            fits = mine.filtered(lambda a, u=actor: u in a._units_acted_for())
            if fits:
                held[unit_id] = fits
        return held

    def _is_administrator(self):
        """Tell whether the current user administers the module."""
        return self.env.su or self.env.user.has_group("danvan_kheo.group_administrator")

    @api.model_create_multi
    def create(self, vals_list):
        """Create assignments; what follows from them is drawn at once.

        :raise AccessError: for everybody but administrators
        """
        assignments = super().create(vals_list)
        self._forget_held()
        assignments._settle()
        return assignments

    def write(self, vals):
        """Write; what follows from new dates or another area is drawn at once.

        :raise UserError: when one of them was ended at once and is to last longer
        """
        self._check_lasting(vals)
        result = super().write(vals)
        self._forget_held()
        if set(vals) & self._fields_with_effect():
            self._spread_to_delegations(vals)
            self._settle()
        return result

    def unlink(self):
        """Delete; who held them has lost them at once."""
        self._forget_held()
        result = super().unlink()
        self._forget_held()
        return result

    @api.model
    def _fields_with_effect(self):
        """Return the names of the fields that say what a person sees and may do."""
        dates = {"date_from", "date_to", "ended_at"}
        return dates | set(self._scope_fields())

    def _check_lasting(self, vals):
        changes_dates = {"date_from", "date_to"} & set(vals)
        if changes_dates and not self._is_keyed() and any(self.mapped("ended_at")):
            raise UserError(
                self.env._(
                    "This assignment was ended. Make a new one instead, so that the "
                    "history stays true."
                )
            )

    @api.constrains("user_id")
    def _check_internal_user(self):
        for assignment in self:
            if assignment.user_id.share:
                raise ValidationError(
                    self.env._(
                        "%s is a portal account. Only internal accounts can be "
                        "assigned.",
                        assignment.user_id.name,
                    )
                )
