"""The official paper: drafted from a record, signed, numbered, issued."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import long_dates

# A paper that has its number, whatever became of it later.
ISSUED_STATES = ("issued", "amended", "corrected", "replaced", "cancelled")


class DanvanDocument(models.Model):
    """A paper of one unit. The officer corrects its text while it is open; number and
    date are the registrar's; once issued its exact PDF is kept and nothing changes."""

    _name = "danvan.document"
    _inherit = [
        "danvan.workflow",
        "danvan.searchable",
        "danvan.paper.source",
        "danvan.signature",
    ]
    _description = "Official Paper"
    _order = "date desc, id desc"
    _search_key_fields = ("number_text", "title", "subject")
    _open_states = ("draft", "returned")
    _closed_states = ISSUED_STATES
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
        "sign_file",
        "sign_sha256",
    )

    state = fields.Selection(
        [
            ("draft", "In Draft"),
            ("to_sign", "To Sign"),
            ("to_number", "To Number"),
            ("issued", "Issued"),
            ("returned", "Draft Returned"),
            ("amended", "Amended"),
            ("corrected", "Corrected"),
            ("replaced", "Replaced"),
            ("cancelled", "Cancelled"),
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
    series = fields.Char(
        "Series of Numbers",
        compute="_compute_series",
        store=True,
        help="The year, or the term of office where the layout numbers by terms.",
    )
    issuer_ids = fields.One2many(
        "danvan.document.issuer", "document_id", "Issued Together with", copy=True
    )
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

    left_signature = fields.Char(
        "Second Signature at the Left",
        help="For example XÁC NHẬN CỦA CẤP ỦY; printed in place of the recipients.",
    )

    _number_unique = models.UniqueIndex(
        "(unit_id, COALESCE(type_symbol, ''), series, number) WHERE number > 0",
        "This number has been given to another paper of the same kind in this series.",
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

    @api.depends("date", "layout_id.number_series")
    def _compute_series(self):
        for document in self:
            document.series = document.date and document._series_on(document.date)

    def _series_on(self, date):
        """Return the series in which this paper is numbered on `date`; empty where
        the layout numbers by terms and none is entered for that day."""
        self.ensure_one()
        if self.layout_id.number_series != "term":
            return str(date.year)
        return self.env["danvan.document.term"]._for_unit(self.unit_id, date).name

    @api.depends("state")
    def _compute_is_public_below(self):
        # As the template said when the paper was issued.
        for document in self:
            meant = document.template_id.for_units_below
            document.is_public_below = meant and document._has_been_issued()

    def _has_been_issued(self):
        """Tell whether this paper has its number, whatever became of it later."""
        return self.state in ISSUED_STATES

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
        return {**template._filled(blank), **unit._signature()}

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

    def _file_name(self):
        """Return the name under which the paper is downloaded."""
        symbol = (self.number_text or "").replace("/", "-")
        parts = (self.title or self.template_id.name, symbol, self.unit_id.code)
        return " ".join(part for part in parts if part)

    def _paper_values(self):
        values = super()._paper_values()
        return {**values, "today": long_dates.short_date(self.date) or values["today"]}
