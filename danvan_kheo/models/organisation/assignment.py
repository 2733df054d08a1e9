"""Who is who: user × unit × role × area × dates, in one place."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
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


class DanvanAssignment(models.Model):
    """A person holds a role for a unit, over an area, from a date to a date.

    The unit says in whose name one acts; the area is the subtree that the role
    covers. Transitions and record rules read this and nothing else.
    """

    _name = "danvan.assignment"
    _inherit = ["danvan.period"]
    _description = "Assignment"
    _order = "unit_id, role, id"
    _placing_fields = ("user_id", "unit_id", "role")

    user_id = fields.Many2one(
        "res.users", "Account", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        "danvan.unit", "Unit", required=True, index=True, ondelete="restrict"
    )
    role = fields.Selection(ROLES, required=True, index=True)
    area_id = fields.Many2one(
        "danvan.unit",
        "Area",
        compute="_compute_area_id",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        index=True,
        ondelete="restrict",
        help="The role covers this unit and all below it. By default the own unit, "
        "for a unit that advises a committee that committee.",
    )
    line_id = fields.Many2one(
        "danvan.unit.line", "Only this Line", help="Leave empty for every line."
    )
    state = fields.Selection(
        [("planned", "Coming"), ("active", "In Effect"), ("ended", "Ended")],
        compute="_compute_state",
    )

    _user_role_idx = models.Index("(user_id, role, date_from, date_to)")

    @api.depends("unit_id")
    def _compute_area_id(self):
        for assignment in self:
            unit = assignment.unit_id
            assignment.area_id = unit.advises_id or unit

    @api.depends("date_from", "date_to")
    def _compute_state(self):
        for assignment in self:
            if assignment.is_in_force:
                assignment.state = "active"
            else:
                begun = assignment.filtered_domain(self._begun())
                assignment.state = "ended" if begun else "planned"

    @api.model
    def _begun(self):
        """Return the domain of the assignments that have begun."""
        today = self._today()
        return Domain("date_from", "=", False) | Domain("date_from", "<=", today)

    @api.depends("user_id", "role", "unit_id")
    def _compute_display_name(self):
        roles = dict(self._fields["role"]._description_selection(self.env))
        for assignment in self:
            parts = (assignment.user_id.name, roles.get(assignment.role))
            assignment.display_name = " · ".join(p for p in parts if p)

    @api.model
    def _mine(self, roles=None):
        """Return the current user's assignments in force today.

        :param roles: only these roles; all when empty
        """
        domain = self._in_force() & Domain("user_id", "=", self.env.uid)
        if roles:
            domain &= Domain("role", "in", list(roles))
        return self.sudo().search(domain)

    def _area_domain(self):
        """Return the domain of the units that these assignments cover."""
        return Domain.OR(assignment._one_area() for assignment in self)

    def _one_area(self):
        area = Domain("id", "child_of", self.area_id.ids)
        return area & Domain("line_id", "=", self.line_id.id) if self.line_id else area

    def _narrows(self, model):
        """Return the domain of the records of `model` to which this assignment is
        limited inside its area; rooms that know sectors or campaigns add theirs.

        :param model: technical name of a model
        """
        return Domain.TRUE

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
        mine = self._mine([role])
        acting = units._acting_units() if mine else {}
        held = {}
        for unit_id, actor in acting.items():
            fits = mine.filtered(lambda a, u=actor: u in (a.unit_id, a.area_id))
            if fits:
                held[unit_id] = fits
        return held

    @api.model_create_multi
    def create(self, vals_list):
        """Create assignments and open the menus of their roles to the persons."""
        assignments = super().create(vals_list)
        assignments._open_menus()
        return assignments

    def _open_menus(self):
        """Add the role's group to the person.

        The groups only open menus and models; they grant no record, so one that
        outlives its assignment gives nothing.
        """
        # sudo: create was checked just before, for administrators only; the group
        # given is the role's own and nothing else.
        for role, assignments in self.sudo().grouped("role").items():
            group = self.env.ref(f"danvan_kheo.group_{role}")
            lacking = assignments.user_id.filtered(
                lambda u, g=group: g not in u.group_ids
            )
            if lacking:
                lacking.write({"group_ids": [fields.Command.link(group.id)]})

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
