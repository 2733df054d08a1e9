"""The dialog in which the registrar types number and date."""

from odoo import api, fields, models


class DanvanDocumentNumbering(models.TransientModel):
    """Proposes the next number and today; the paper's own act checks the person."""

    _name = "danvan.document.numbering"
    _description = "Number and Date of a Paper"

    document_id = fields.Many2one(
        "danvan.document", "Paper", required=True, ondelete="cascade"
    )
    date = fields.Date(
        required=True, default=lambda self: self.env["danvan.period"]._today()
    )
    number = fields.Integer(
        compute="_compute_number",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    symbol = fields.Char("Number and Symbol", compute="_compute_symbol")
    line_ids = fields.One2many(
        "danvan.document.numbering.line",
        "numbering_id",
        "Numbers of the Other Issuers",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
        precompute=True,
    )

    @api.depends("document_id", "date")
    def _compute_number(self):
        for numbering in self:
            if numbering.document_id and numbering.date:
                paper = numbering.document_id
                paper.check_access("read")
                numbering.number = paper._next_number(numbering.date)

    @api.depends("document_id")
    def _compute_line_ids(self):
        for numbering in self:
            paper = numbering.document_id
            paper.check_access("read")
            numbering.line_ids = [
                fields.Command.create({"issuer_line_id": line.id})
                for line in paper.issuer_ids
            ]

    @api.depends("document_id", "number")
    def _compute_symbol(self):
        for numbering in self:
            paper = numbering.document_id
            numbering.symbol = paper and paper.layout_id._symbol(
                numbering.number, paper.type_symbol, paper.unit_id.paper_symbol
            )

    def action_confirm(self):
        """Number and issue the paper.

        :raise UserError: with what stands against it
        """
        self.ensure_one()
        joint = [[line.issuer_line_id.id, line.number] for line in self.line_ids]
        self.document_id.action_issue(self.number, self.date, joint)
        return {"type": "ir.actions.act_window_close"}
