"""Joint papers: two or three bodies issue one paper together."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

MOST_ISSUERS = 3


class DanvanDocumentIssuer(models.Model):
    """A body that issues a paper together with the unit that drew it up: with its own
    line in the heading, its own number and its own signature.

    The number is the one that the body itself gives; the registrar of the drafting
    unit types it in when the paper is issued.
    """

    _name = "danvan.document.issuer"
    _inherit = ["danvan.guarded", "danvan.signature"]
    _description = "Joint Issuer"
    _order = "document_id, sequence, id"
    _placing_fields = ("document_id",)
    _owned_fields = ("number", "number_text")

    document_id = fields.Many2one(
        "danvan.document", "Paper", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        related="document_id.unit_id", store=True, index=True, string="Drawn Up by"
    )
    sequence = fields.Integer(default=10)
    issuer_id = fields.Many2one(
        "danvan.unit", "Issued with", required=True, index=True, ondelete="restrict"
    )
    layout_id = fields.Many2one(
        "danvan.document.layout", compute="_compute_layout_id", compute_sudo=True
    )
    number = fields.Integer(copy=False, aggregator=None)
    number_text = fields.Char("Number and Symbol", copy=False)
    type_symbol = fields.Char(related="document_id.type_symbol", store=True)
    series = fields.Char(related="document_id.series", store=True)

    _once = models.Constraint(
        "UNIQUE (document_id, issuer_id)",
        "This unit is among the issuers already.",
    )
    _number_unique = models.UniqueIndex(
        "(issuer_id, COALESCE(type_symbol, ''), series, number) WHERE number > 0",
        "This number has been given to another joint paper of that unit.",
    )

    @api.depends("issuer_id", "document_id.date")
    def _compute_layout_id(self):
        for line in self:
            unit = line.issuer_id
            line.layout_id = unit and unit._paper_layout(line.document_id.date)

    def _signing_unit(self):
        return self.issuer_id

    @api.depends("issuer_id")
    def _compute_signer_domain(self):
        return super()._compute_signer_domain()

    @api.depends("issuer_id")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.issuer_id.name

    @api.onchange("issuer_id")
    def _onchange_issuer_id(self):
        if self.issuer_id:
            self.update(self.issuer_id._signature())

    @api.constrains("issuer_id", "document_id")
    def _check_issuers(self):
        for paper in self.document_id:
            issuers = paper.issuer_ids.issuer_id
            if paper.unit_id in issuers or len(issuers) >= MOST_ISSUERS:
                raise ValidationError(
                    self.env._(
                        "A joint paper has two or three different issuers, the unit "
                        "that draws it up among them."
                    )
                )

    def _symbol(self):
        """Return number and symbol; blank where the number is not given yet."""
        self.ensure_one()
        return self.number_text or self.layout_id._symbol(
            self.number, self.type_symbol, self.issuer_id.sudo().paper_symbol
        )
