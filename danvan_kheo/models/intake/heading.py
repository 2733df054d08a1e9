"""The headings under which units write things, as data that can be added to."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.intake import table, targets

TARGETS = [
    ("number", "Running number"),
    ("name", "Name of the model or exemplar"),
    ("kind", "Model or exemplar"),
    ("subject_type", "Collective, individual or household"),
    ("sector", "Sector"),
    ("themes", "Themes"),
    ("place_kind", "Carried out in"),
    ("territory", "Commune"),
    ("hamlet", "Hamlet or quarter"),
    ("place_detail", "Place in detail"),
    ("political_task", "Political task served"),
    ("people_need", "Need of the people answered"),
    ("core_force", "Core force"),
    ("funding", "Cost and source"),
    ("situation_before", "Situation before"),
    ("beneficiaries", "Who benefits"),
    ("late_reason", "Why it is registered late"),
    ("person", "Person in charge"),
    ("person_post", "Post of the person in charge"),
    ("person_phone", "Telephone of the person in charge"),
    ("activity", "Activity"),
    ("activity_date", "Month of the activity"),
    ("activity_doer", "Who does the activity"),
    ("indicator", "Indicator"),
    ("indicator_measure", "Unit of measure"),
    ("indicator_baseline", "At present"),
    ("indicator_target", "Figure aimed at"),
    ("ignored", "Not taken over"),
]


class DanvanIntakeHeading(models.Model):
    """A heading of a column, and what stands in such columns. Compared without accents,
    capitals and signs."""

    _name = "danvan.intake.heading"
    _inherit = ["danvan.guarded"]
    _description = "Heading of a Column"
    _order = "target, sequence, id"

    name = fields.Char("Column Heading", required=True)
    target = fields.Selection(TARGETS, "Holds", required=True)
    sequence = fields.Integer(
        default=10, help="The first one stands in the unit's own workbook."
    )
    key = fields.Char(
        compute="_compute_key", store=True, export_string_translation=False
    )

    _key_unique = models.Constraint("UNIQUE (key)", "This heading is known already.")

    @api.depends("name")
    def _compute_key(self):
        for heading in self:
            heading.key = table.key(heading.name)

    @api.model
    def _terms(self):
        """Return `{key: what it holds}` of all headings."""
        return {h.key: h.target for h in self.search_fetch([], ["key", "target"])}

    @api.model
    def _labels(self):
        """Return `{what it holds: heading}` as the unit's own workbook has them."""
        found = self.search_fetch([], ["name", "target"])
        return {h.target: h.name for h in found[::-1]}

    @api.model
    def _check_target(self, target):
        if target not in targets.TARGETS:
            raise UserError(self.env._("Choose what the column holds from the list."))
