"""The register of directing documents, on which papers rest."""

from odoo import api, fields, models

from ...tools import citations

# On whose papers a directing document is cited.
FAMILIES = [("party", "Party"), ("state", "State Bodies"), ("both", "Party and State")]


class DanvanDirective(models.Model):
    """A directive, resolution, law, decree, plan … with the dates between which it is
    in force. Without a keeping unit it came with the module, or was entered by an
    administrator, and everybody reads it."""

    _name = "danvan.directive"
    _inherit = ["danvan.period", "danvan.searchable"]
    _description = "Directing Document"
    # The order in which papers cite: law before decree before circular before plan.
    _order = "sequence, date_issued, id"
    _search_key_fields = ("name", "issuer", "summary")
    _placing_fields = ("unit_id",)

    name = fields.Char(compute="_compute_name", store=True, precompute=True)
    kind_id = fields.Many2one(
        "danvan.directive.kind",
        "Kind of Directing Document",
        required=True,
        index=True,
        ondelete="restrict",
    )
    is_named = fields.Boolean(related="kind_id.is_named")
    number = fields.Char("Number and Symbol", required=True)
    date_issued = fields.Date("Date of Issue", index=True)
    issuer = fields.Char("Issuing Body", help="As papers cite it: Chính phủ.")
    summary = fields.Text(
        help="As printed under its title, with a small first letter: quy định ……"
    )
    family = fields.Selection(
        FAMILIES, "Cited on Papers of", required=True, default="both", index=True
    )
    sequence = fields.Integer(
        "Order among Bases",
        compute="_compute_sequence",
        store=True,
        readonly=False,
        precompute=True,
        help="Lower numbers are cited first; proposed by the kind.",
    )
    citation = fields.Text(
        "As Papers Cite It",
        compute="_compute_citation",
        store=True,
        readonly=False,
        precompute=True,
        help="Without a mark at the end: the paper sets it.",
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Kept by",
        index=True,
        ondelete="restrict",
        copy=False,
        default=lambda self: self.env["danvan.document"]._default_unit(),
        help="The unit whose officers keep this entry; the units below it read it. "
        "Empty: everybody reads it, administrators keep it.",
    )
    attachment_ids = fields.Many2many("ir.attachment", string="Files", copy=False)
    note = fields.Text()
    may_edit = fields.Boolean(
        compute="_compute_may_edit", export_string_translation=False
    )

    @api.depends("kind_id.name", "kind_id.is_named", "number", "summary")
    def _compute_name(self):
        for directive in self:
            kind = directive.kind_id
            named = kind.is_named and directive.summary
            parts = (kind.name, named, directive.number)
            directive.name = " ".join(part for part in parts if part)

    @api.depends("kind_id")
    def _compute_sequence(self):
        for directive in self:
            directive.sequence = directive.kind_id.sequence

    @api.depends("kind_id", "number", "date_issued", "issuer", "summary")
    def _compute_citation(self):
        for directive in self:
            kind = directive.kind_id
            directive.citation = directive.number and citations.citation(
                kind.name or "",
                directive.number,
                date=directive.date_issued,
                issuer=directive.issuer,
                summary=directive.summary,
                is_named=kind.is_named,
            )

    @api.depends_context("uid")
    @api.depends("unit_id")
    def _compute_may_edit(self):
        allowed = self._origin._filtered_access("write")
        for directive in self:
            directive.may_edit = not directive._origin or directive._origin in allowed

    @api.model_create_multi
    def create(self, vals_list):
        """Create entries; files uploaded before they stood become theirs."""
        directives = super().create(vals_list)
        directives._adopt_files()
        return directives

    def write(self, vals):
        """Write; files uploaded meanwhile become the entry's own."""
        result = super().write(vals)
        if "attachment_ids" in vals:
            self._adopt_files()
        return result

    def _adopt_files(self):
        """Give files that belong to nothing yet to their entry: who reads the entry
        reads them. As the person, who reads no loose file of another."""
        for directive in self:
            loose = directive.attachment_ids.filtered(
                lambda file: file.res_model == self._name and not file.res_id
            )
            loose.write({"res_id": directive.id})
