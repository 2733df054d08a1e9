"""Kinds of paper: their wording, in Vietnamese, with a closed list of placeholders."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ...tools import placeholders
from ..organisation.unit_kind import PAPER_FAMILIES

# Plain texts in which placeholders may stand, and those that may hold lists as well.
TEXTS = (
    "subject",
    "authority",
    "legal_bases",
    "addressees",
    "recipients",
    "annex_title",
)
BODIES = ("body", "annex")
EVERY_TEXT = (*TEXTS, *BODIES)


class DanvanDocumentTemplate(models.Model):
    """A kind of paper. The province edits the wording; what is put into it are plain
    values and lists of a closed list of names, never expressions."""

    _name = "danvan.document.template"
    _inherit = ["danvan.period"]
    _description = "Paper Template"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, index=True)
    sequence = fields.Integer(default=10)
    model_id = fields.Many2one(
        "ir.model",
        "Drafted from",
        ondelete="set null",
        domain=lambda self: [("model", "in", self._source_models())],
        help="Kind of document whose values fill the placeholders; empty: the unit.",
    )
    family = fields.Selection(
        PAPER_FAMILIES,
        "Only for",
        help="Where Party, State and Front need different wordings of one paper: each "
        "has the same code; empty: for all that have none of their own.",
    )
    is_sample = fields.Boolean(
        "Sample for Reference",
        help="The wording came with the module and is prescribed by nobody. Untick it "
        "once the wording is your own.",
    )
    type_symbol = fields.Char(help="QĐ, TTr, KH …; empty for letters of the State.")
    title = fields.Char(help="Printed above the text; empty for letters.")
    is_letter = fields.Boolean(
        "Letter", help="The subject is printed under the number instead of the title."
    )
    for_units_below = fields.Boolean(
        "Meant for All Units Below",
        help="Once issued, every unit below the issuer may read it. Leave unticked for "
        "what names persons or amounts.",
    )
    is_form = fields.Boolean(
        "Form Printed at Once",
        help="Printed straight from its document, without a number and without a "
        "draft: registration forms, score sheets, lists.",
    )
    left_signature = fields.Char(
        "Second Signature at the Left",
        help="For example XÁC NHẬN CỦA CẤP ỦY; printed in place of the recipients.",
    )
    subject = fields.Char()
    authority = fields.Char(
        help="Who decides, printed above the legal bases of a decision."
    )
    legal_bases = fields.Text(help="One a line.")
    addressees = fields.Text(help="Kính gửi: one a line.")
    body = fields.Html(sanitize_attributes=True, sanitize_overridable=False)
    recipients = fields.Text(help="Nơi nhận: one a line.")
    annex_title = fields.Char("Title of the Annex")
    annex = fields.Html(
        sanitize_attributes=True,
        sanitize_overridable=False,
        help="Printed on pages of its own after the signature.",
    )
    page_format = fields.Selection(
        [("portrait", "Portrait"), ("landscape", "Landscape")],
        required=True,
        default="portrait",
    )
    placeholder_help = fields.Text(
        "What May Stand in Braces", compute="_compute_placeholder_help"
    )

    _code_from_unique = models.UniqueIndex(
        "(code, COALESCE(family, ''), COALESCE(date_from, '0001-01-01'))",
        "Another template has this code from the same date. Give the new wording "
        "another date.",
    )

    @api.model
    def _source_models(self):
        """Return the names of the models from which papers can be drafted."""
        mixin = self.env.registry["danvan.paper.source"]
        return [
            name
            for name, model in self.env.registry.items()
            if issubclass(model, mixin) and not model._abstract
        ]

    def _source_model(self):
        """Return the empty recordset whose closed list of names holds here."""
        return self.env[self.sudo().model_id.model or "danvan.paper.source"]

    @api.depends_context("lang")
    @api.depends("model_id")
    def _compute_placeholder_help(self):
        for template in self:
            source = template._source_model()
            labels = dict(source._paper_placeholders())
            for name, label in source._paper_list_placeholders().items():
                labels[f"list:{name}"] = label
            template.placeholder_help = "\n".join(
                f"{{{name}}}: {self.env._(label)}" for name, label in labels.items()
            )

    @api.constrains("model_id", *EVERY_TEXT)
    def _check_placeholders(self):
        for template in self:
            unknown = template._unknown_placeholders()
            if unknown:
                raise ValidationError(
                    self.env._(
                        "“%(template)s” asks for {%(unknown)s}, which this kind of "
                        "paper does not have. It may ask for: %(known)s.",
                        template=template.name,
                        unknown="}, {".join(sorted(unknown)),
                        known=", ".join(sorted(template._known_placeholders())),
                    )
                )

            if any(
                placeholders.has_stray_braces(template[name]) for name in EVERY_TEXT
            ):
                raise ValidationError(
                    self.env._(
                        "“%s” has a brace without its name. Write braces and name in "
                        "one piece, {unit}, without formatting inside.",
                        template.name,
                    )
                )

    def _unknown_placeholders(self):
        """Return the names in braces that are not in the closed list; a list may
        stand in the body and the annex only."""
        known = self._known_placeholders()
        plain = {name for name in known if not name.startswith("list:")}
        unknown = set()
        for name in BODIES:
            unknown |= placeholders.found(self[name]) - known
        for name in TEXTS:
            unknown |= placeholders.found(self[name]) - plain
        return unknown

    def _known_placeholders(self):
        source = self._source_model()
        lists = {f"list:{name}" for name in source._paper_list_placeholders()}
        return set(source._paper_placeholders()) | lists

    @api.model
    def _for_code(self, code, date=None, family=None):
        """Return the template `code` in force on `date` (default: today).

        :param family: key of `danvan.unit.kind.paper_family`; its own wording goes
            before the one for all
        :raise UserError: when there is none
        """
        template = self._best(self._in_force(date) & Domain("code", "=", code), family)
        if not template:
            raise UserError(
                self.env._(
                    "No paper template with the code “%s” is in force. Ask the "
                    "administrator to add one under Paper Templates.",
                    code,
                )
            )
        return template

    @api.model
    def _best(self, domain, family):
        """Return of each code the wording that holds: the family's own before the
        one for all, the newest before those that it follows."""
        fitting = domain & Domain("family", "in", [family, False])
        found = self.search(
            fitting, order="family nulls last, date_from desc nulls last, id desc"
        )
        best = [versions[0] for versions in found.grouped("code").values()]
        return self.union(*best).sorted()

    @api.model
    def _texts(self):
        """Return the names of the plain texts in which placeholders stand."""
        return TEXTS

    @api.model
    def _bodies(self):
        """Return the names of the texts in which lists may stand as well."""
        return BODIES

    @api.model
    def _offered_for(self, records):
        """Return the kinds of paper that are drafted from such records today."""
        model = self.env["ir.model"]._get(records._name)
        drafted = Domain("model_id", "=", model.id) & Domain("is_form", "=", False)
        families = {record._paper_family() for record in records}
        return self.union(
            *(self._best(self._in_force() & drafted, family) for family in families)
        )

    def _check_drafted_from(self, records):
        """Refuse to fill a wording from documents that do not have its values.

        :raise UserError: for another kind of document
        """
        model = self.sudo().model_id
        if self.is_form or (model and model.model != records._name):
            raise UserError(
                self.env._(
                    "“%(paper)s” is not drafted from “%(document)s”.",
                    paper=self.name,
                    document=self.env["ir.model"]._get(records._name).name,
                )
            )

    def _filled(self, source):
        """Return the texts of a `danvan.document` drafted from `source`."""
        self.ensure_one()
        vals = self._texts_filled(source._paper_values(), source._paper_lists())
        return {**vals, "title": self.title, "left_signature": self.left_signature}
