"""The official paper: drafted from a record, signed, numbered, issued."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import is_html_empty

from ...tools import long_dates

CAPACITIES = [
    ("own", "In One's Own Power"),
    ("on_behalf", "On Behalf of"),
    ("by_order", "By Order of"),
    ("authorised", "Authorised by"),
]


class DanvanDocument(models.Model):
    """A paper of one unit. The officer corrects its text while it is open; number and
    date are the registrar's; once issued its exact PDF is kept and nothing changes."""

    _name = "danvan.document"
    _inherit = ["danvan.workflow", "danvan.searchable", "danvan.paper.source"]
    _description = "Official Paper"
    _order = "date desc, id desc"
    _search_key_fields = ("number_text", "title", "subject")
    _open_states = ("draft", "returned")
    _closed_states = ("issued",)
    _placing_fields = ("unit_id", "template_id")
    _owned_fields = (
        "state",
        "is_historical",
        "res_model",
        "res_id",
        "number",
        "date",
        "number_text",
        "unit_name",
        "pdf_file",
        "pdf_sha256",
        "signed_file",
        "signed_file_name",
        "signed_sha256",
    )

    state = fields.Selection(
        [
            ("draft", "In Draft"),
            ("to_sign", "To Sign"),
            ("to_number", "To Number"),
            ("issued", "Issued"),
            ("returned", "Draft Returned"),
        ],
        required=True,
        default="draft",
        index=True,
        copy=False,
    )
    unit_id = fields.Many2one(
        "danvan.unit",
        "Unit",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._default_unit(),
    )
    unit_name = fields.Char("Name of the Unit then", copy=False)
    template_id = fields.Many2one(
        "danvan.document.template",
        "Kind of Paper",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("is_in_force", "=", True)],
    )
    layout_id = fields.Many2one(
        "danvan.document.layout",
        "Layout",
        compute="_compute_layout_id",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        ondelete="restrict",
    )
    res_model = fields.Char("Model of the Source", copy=False)
    res_id = fields.Many2oneReference(
        "Source", model_field="res_model", index="btree_not_null", copy=False
    )
    type_symbol = fields.Char(compute="_compute_type_symbol", store=True)
    number = fields.Integer(copy=False, aggregator=None)
    number_text = fields.Char("Number and Symbol", copy=False)
    date = fields.Date("Date of Issue", copy=False)
    year = fields.Integer(compute="_compute_year", store=True, aggregator=None)
    is_public_below = fields.Boolean(compute="_compute_is_public_below", store=True)

    title = fields.Char()
    subject = fields.Char()
    authority = fields.Char(
        help="Who decides, printed above the legal bases of a decision."
    )
    legal_bases = fields.Text()
    addressees = fields.Text()
    body = fields.Html(sanitize_attributes=True, sanitize_overridable=False)
    recipients = fields.Text()
    annex_title = fields.Char("Title of the Annex")
    annex = fields.Html(
        sanitize_attributes=True,
        sanitize_overridable=False,
        help="Printed on pages of its own after the signature.",
    )

    capacity = fields.Selection(CAPACITIES, "Signs", required=True, default="own")
    signing_for = fields.Char(
        "On Whose Behalf", help="The body or post after T/M, T/L: BAN THƯỜNG VỤ."
    )
    deputy_for = fields.Char(
        "Deputy for", help="The post after K/T, where a deputy signs: TRƯỞNG BAN."
    )
    signer_post = fields.Char()
    signer_name = fields.Char()

    _number_unique = models.UniqueIndex(
        "(unit_id, COALESCE(type_symbol, ''), year, number) WHERE number > 0",
        "This number has been given to another paper of the same kind this year.",
    )
    _list_idx = models.Index("(unit_id, state, date DESC, id DESC)")

    @api.model
    def _default_unit(self):
        return self.env["danvan.assignment"]._mine(["officer"])[:1].unit_id

    @api.depends("template_id")
    def _compute_type_symbol(self):
        for document in self:
            document.type_symbol = document.template_id.type_symbol

    @api.depends("date")
    def _compute_year(self):
        for document in self:
            document.year = document.date.year if document.date else 0

    @api.depends("state")
    def _compute_is_public_below(self):
        # As the template said when the paper was issued.
        for document in self:
            meant = document.template_id.for_units_below
            document.is_public_below = meant and document.state == "issued"

    @api.depends("unit_id")
    def _compute_layout_id(self):
        for document in self:
            unit = document.unit_id
            document.layout_id = unit and unit._paper_layout(document.date)

    @api.depends("number_text", "title", "subject", "template_id")
    def _compute_display_name(self):
        for document in self:
            kind = document.title or document.template_id.name
            parts = (kind, document.number_text, document.subject)
            document.display_name = " · ".join(part for part in parts if part)

    @api.onchange("template_id", "unit_id")
    def _onchange_template_id(self):
        if self.template_id and self.unit_id:
            self.update(self._prefilled(self.template_id, self.unit_id))

    @api.model
    def _prefilled(self, template, unit):
        """Return the text and the signer that a paper of `unit` begins with."""
        blank = self.new({"unit_id": unit.id})
        return {
            **template._filled(blank),
            "signer_post": unit.leader_post,
            "signer_name": unit.leader_name,
        }

    @api.model_create_multi
    def create(self, vals_list):
        """Create papers with the text of their template, where none is given."""
        return super().create([self._completed(vals) for vals in vals_list])

    def _completed(self, vals):
        template = self.env["danvan.document.template"].browse(vals.get("template_id"))
        unit = self.env["danvan.unit"].browse(vals.get("unit_id"))
        if not template:
            return vals
        return {**self._prefilled(template, unit or self._default_unit()), **vals}

    def write(self, vals):
        """Write while the text is open; afterwards nobody, administrators included.

        :raise UserError: when one of the papers is on its way or issued
        """
        if not self._is_keyed() and not all(self.mapped("is_open")):
            raise UserError(
                self.env._(
                    "The text is closed since the paper was submitted for signature. "
                    "The leader can return the draft; an issued paper is corrected by "
                    "another paper."
                )
            )
        return super().write(vals)

    def _source(self):
        """Return the record that this paper was drafted from, empty when none."""
        self.ensure_one()
        if not self.res_model or self.res_model not in self.env:
            return self.env["danvan.paper.source"]
        return self.env[self.res_model].browse(self.res_id).exists()

    def _symbol(self):
        """Return number and symbol; blank where the number is not given yet."""
        self.ensure_one()
        unit_symbol = self.unit_id.sudo().paper_symbol
        return self.number_text or self.layout_id._symbol(
            self.number, self.type_symbol, unit_symbol
        )

    def _capacities(self):
        """Return the lines above the signature, prefixes as the layout has them."""
        layout = self.layout_id
        prefix = {
            "on_behalf": layout.prefix_on_behalf,
            "by_order": layout.prefix_by_order,
            "authorised": layout.prefix_authorised,
        }.get(self.capacity)
        pairs = ((prefix, self.signing_for), (layout.prefix_deputy, self.deputy_for))
        lines = [f"{before or ''} {line}".strip() for before, line in pairs if line]
        return [*lines, self.signer_post]

    def _paper(self):
        """Return what the report of the paper prints, as plain values."""
        self.ensure_one()
        unit, layout = self.unit_id, self.layout_id
        letter = self.template_id.is_letter
        return {
            "title": "" if letter else self.title,
            "subject": "" if letter else self.subject,
            "authority": (self.authority or "").upper(),
            "bases": (self.legal_bases or "").splitlines(),
            "addressees": (self.addressees or "").splitlines(),
            "body": self.body,
            "annex": self._annex(),
            "is_draft": self.state not in ("to_number", "issued"),
            "landscape": self.template_id.page_format == "landscape",
            "style": layout._paper_style(),
            "heading": unit._paper_heading(
                self.date, self._symbol(), letter and self.subject, layout
            ),
            "signature": unit._paper_signature(
                self._capacities(), self.signer_name, self.recipients, layout
            ),
        }

    def _annex(self):
        """Return the annex, with the line that says to which paper it belongs.

        Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (annexes).
        """
        if is_html_empty(self.annex):
            return None
        year = self.env["danvan.period"]._today().year
        written = (
            long_dates.long_date(self.date)
            if self.date
            else long_dates.blank_date(year)
        )
        kind = (self.title or self.template_id.name).capitalize()
        issuer = self.authority or self.unit_name or self.unit_id.sudo().name
        return {
            "title": (self.annex_title or "").upper(),
            "line": f"(Kèm theo {kind} số {self._symbol()} {written} của {issuer})",
            "body": self.annex,
        }

    def _file_name(self):
        """Return the name under which the paper is downloaded."""
        symbol = (self.number_text or "").replace("/", "-")
        parts = (self.title or self.template_id.name, symbol, self.unit_id.code)
        return " ".join(part for part in parts if part)

    def _paper_values(self):
        values = super()._paper_values()
        return {**values, "today": long_dates.short_date(self.date) or values["today"]}
