"""What an assignment covers: five presets, and the limits within them."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

SCOPES = [
    ("subtree", "The Unit and Those Below"),
    ("committee", "The Committee's Area (advising, assisting)"),
    ("line", "Vertical Line"),
    ("territory", "Territory"),
    ("list", "List of Units"),
]
# Presets that cover all of their area, so that who has one acts for its root.
WHOLE = ("subtree", "committee")
# What a preset cannot do without.
NEEDED = {
    "line": "line_id",
    "territory": "territory_id",
    "list": "listed_unit_ids",
}


class DanvanAssignment(models.Model):
    """The area of an assignment, said by `_one_area` alone.

    A limit to sectors or to a campaign belongs to documents, not to units: rooms that
    know those add them to `_narrowing_fields` and `_narrows`.
    """

    _inherit = "danvan.assignment"

    scope = fields.Selection(
        SCOPES,
        "Area is",
        compute="_compute_scope",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
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
        "danvan.unit.line",
        "Only this Line",
        compute="_compute_line_id",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
        help="Leave empty for every line.",
    )
    territory_id = fields.Many2one(
        "danvan.territory",
        "Units in this Territory",
        compute="_compute_territory_id",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
    )
    listed_unit_ids = fields.Many2many(
        "danvan.unit",
        "danvan_assignment_listed_unit_rel",
        "assignment_id",
        "unit_id",
        "Units on the List",
        help="Each of them, and the units below it.",
    )
    is_narrowed = fields.Boolean(
        "Limited to Some Documents",
        compute="_compute_is_narrowed",
        store=True,
        precompute=True,
        help="Limited to sectors or to a campaign.",
    )

    @api.depends("unit_id")
    def _compute_scope(self):
        for assignment in self:
            advises = assignment.unit_id.advises_id
            assignment.scope = "committee" if advises else "subtree"

    @api.depends("unit_id", "scope")
    def _compute_area_id(self):
        for assignment in self:
            assignment.area_id = assignment._proposed_area()

    def _proposed_area(self):
        """Return the root of the area that the preset proposes."""
        unit = self.unit_id
        if self.scope in ("committee", "line"):
            # A line runs beside the tree: its units stand under other bodies.
            return unit.advises_id or unit.committee_id or unit
        return unit

    @api.depends("unit_id", "scope")
    def _compute_line_id(self):
        for assignment in self:
            line = assignment.line_id
            if assignment.scope == "line":
                line = line or assignment.unit_id.line_id
            assignment.line_id = line

    @api.depends("unit_id", "scope")
    def _compute_territory_id(self):
        for assignment in self:
            territory = assignment.territory_id
            if assignment.scope == "territory":
                territory = territory or assignment.unit_id.territory_id
            assignment.territory_id = territory

    @api.model
    def _narrowing_fields(self):
        """Return the names of the fields that limit an assignment to some documents
        of its area; rooms that know sectors or campaigns add theirs."""
        return ()

    @api.model
    def _scope_fields(self):
        """Return the names of the fields that say what an assignment covers."""
        preset = ("scope", "area_id", "line_id", "territory_id", "listed_unit_ids")
        return (*preset, *self._narrowing_fields())

    @api.depends(lambda self: self._narrowing_fields())
    def _compute_is_narrowed(self):
        names = self._narrowing_fields()
        for assignment in self:
            assignment.is_narrowed = any(assignment[name] for name in names)

    @api.constrains("scope", *NEEDED.values())
    def _check_preset(self):
        for assignment in self:
            name = NEEDED.get(assignment.scope)
            if name and not assignment[name]:
                raise ValidationError(
                    self.env._(
                        "%(person)s: choose “%(field)s”, or another kind of area.",
                        person=assignment.user_id.name,
                        field=self._fields[name]._description_string(self.env),
                    )
                )

    def _area_domain(self):
        """Return the domain of the units that these assignments cover whole: of a
        narrowed one only the own unit, for its other documents have their own say."""
        return Domain.OR(assignment._whole_area() for assignment in self)

    def _whole_area(self):
        if self.is_narrowed:
            return Domain("id", "=", self.unit_id.id)
        return self._one_area()

    def _one_area(self):
        """Return the domain of the units in the area of this assignment. Who acts for
        a unit also sees it, wherever the area lies; who only looks on sees the area.
        """
        area = self._preset_area()
        if self.line_id:
            area &= Domain("line_id", "=", self.line_id.id)
        if self.role != "viewer" and not self._covers_root():
            area |= Domain("id", "=", self.unit_id.id)
        return area

    def _preset_area(self):
        if self.scope == "territory":
            return Domain("territory_id", "child_of", self.territory_id.ids)
        units = self.listed_unit_ids if self.scope == "list" else self.area_id
        return Domain("id", "child_of", units.ids)

    def _covers_root(self):
        """Tell whether the area is the whole of `area_id`."""
        return self.scope in WHOLE and not self.line_id

    def _units_acted_for(self):
        """Return the units for which these assignments let one act: where one sits,
        and what one's area is just."""
        return self.unit_id | self.filtered(lambda a: a._covers_root()).area_id

    @api.model
    def _covering_root(self):
        """Return the domain of the assignments that cover all of their `area_id`."""
        return Domain("scope", "in", WHOLE) & Domain("line_id", "=", False)

    def _roots(self):
        """Return the highest units that these assignments cover."""
        listed = self.filtered(lambda a: a.scope == "list")
        placed = self.filtered(lambda a: a.scope == "territory")
        inside = placed and self.env["danvan.unit"].search(placed._area_domain())
        highest = inside and inside.filtered(lambda u: u.parent_id not in inside)
        found = (self - listed - placed).area_id | listed.listed_unit_ids
        return found | highest if highest else found

    def _narrows(self, model):
        """Return the domain of the records of `model` to which this assignment is
        limited inside its area; rooms that know sectors or campaigns add theirs.

        :param model: technical name of a model
        """
        return Domain.TRUE

    def _narrows_by(self, model, name, operator, ids):
        """Return the limit on a field that documents carry themselves or through what
        they belong to. What is not filled in yet counts as inside in the own unit;
        of documents that carry no such thing only the own unit's are inside.

        :param model: technical name of a model
        :param name: name of the field, for example of the sector
        """
        own = Domain("unit_id", "=", self.unit_id.id)
        documents = self.env[model]
        inside = Domain(name, operator, ids) | (Domain(name, "=", False) & own)
        through = getattr(documents, "_narrowed_through", None)
        if name in documents._fields:
            return inside
        return Domain(through, "any!", inside) if through else own
