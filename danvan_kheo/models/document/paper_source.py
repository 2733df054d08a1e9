"""What a record gives to the papers drafted from it."""

from odoo import api, fields, models
from odoo.tools.translate import LazyTranslate

from ...tools import long_dates

_lt = LazyTranslate(__name__)


class DanvanPaperSource(models.AbstractModel):
    """A record from which papers are drafted, and which hears when one is issued.

    A model that inherits this extends `_paper_placeholders` and `_paper_values`
    together (and `_paper_list_placeholders` with `_paper_lists`): the first is the
    closed list that templates are checked against, the second fills it.
    """

    _name = "danvan.paper.source"
    _description = "Source of Papers"

    paper_ids = fields.One2many(
        "danvan.document",
        "res_id",
        "Papers",
        domain=lambda self: [("res_model", "=", self._name)],
        copy=False,
    )

    @api.model
    def _paper_placeholders(self):
        """Return `{name: label}` of the values that templates may ask for."""
        return {
            "unit": _lt("name of the unit"),
            "superior": _lt("name of the superior unit"),
            "place": _lt("place name of the unit"),
            "leader": _lt("leader in charge"),
            "leader_post": _lt("post of the leader"),
            "year": _lt("this year"),
            "today": _lt("today's date"),
        }

    @api.model
    def _paper_list_placeholders(self):
        """Return `{name: label}` of the lists that templates may ask for."""
        return {}

    def _paper_values(self):
        """Return `{name: plain text}` for every name of `_paper_placeholders`.

        What has to be counted is a function without arguments, asked only where a
        template has the name; `tools.placeholders.LEFT_OUT` leaves out the paragraph.
        """
        self.ensure_one()
        unit = self._paper_unit()
        today = self.env["danvan.period"]._today()
        return {
            "unit": unit.name,
            "superior": (unit.advises_id or unit.parent_id).name,
            "place": unit.place_name,
            "leader": unit.leader_name,
            "leader_post": unit.leader_post,
            "year": str(today.year),
            "today": long_dates.short_date(today),
        }

    def _paper_lists(self):
        """Return `{name: (headings, rows)}` of plain texts, printed as tables, or
        `{name: function}` that returns them, asked only where a template has them."""
        self.ensure_one()
        return {}

    def _on_paper(self):
        """Return these records as papers tell of them: in Vietnamese, whoever drafts,
        and whole. The caller has checked that the record itself may be read.
        """
        reports = self.env["ir.actions.report"]._in_paper_language()
        return self.sudo().with_context(lang=reports.env.context.get("lang"))

    def _paper_unit(self):
        """Return the unit that issues papers about this record."""
        return self.unit_id

    def _paper_family(self, unit=None):
        """Return which family of papers, and so which wording, is drafted.

        :param unit: unit that issues, by default the record's own
        """
        # sudo: of which kind a unit is, is no secret.
        return (unit or self._paper_unit()).sudo().kind_id.paper_family

    def _document_issued(self, document):
        """React to the issue of a paper drafted from this record.

        It runs as the registrar, who may not be able to write here.

        :param document: the `danvan.document` that has its number and date now
        """

    def _paper_form(self, code):
        """Return what the report of a form prints of this record, see
        `danvan.document._paper`.

        :param code: code of a `danvan.document.template` that is a form
        :raise UserError: when no such template is in force
        """
        self.ensure_one()
        self.check_access("read")
        templates = self.env["danvan.document.template"]
        template = templates._for_code(code, family=self._paper_family())
        then = self._as_of(self._form_day())
        # sudo: a form prints what its document says of units one may not open.
        paper = (
            self.env["danvan.document"]
            .sudo()
            .new(
                {
                    "template_id": template.id,
                    "unit_id": self._paper_unit().id,
                    **self._form_vals(),
                    **template._filled(then),
                }
            )
        )
        return {**paper._paper(), "is_draft": self._form_is_draft()}

    def _form_day(self):
        """Return the day whose wording the forms of this record print."""
        return self.env["danvan.period"]._today()

    def _as_of(self, day):
        """Return this record as it read on `day`, for a paper of that date; where a
        model keeps no earlier wordings, as it reads now."""
        return self

    def _form_vals(self):
        """Return signature and date of the forms of this record; without a date they
        have a line for it."""
        return self._paper_unit()._signature()

    def _form_is_draft(self):
        """Tell whether forms of this record are printed as drafts."""
        return False

    def _printed_records(self, report):
        """Return of which of these records `report` is printed, by default of each."""
        return self

    def _archived_pdf(self, report):
        """Return the bytes to print instead of laying out anew, empty to lay out."""
        return b""

    def _draft_document(self, template_code, unit=None):
        """Make the paper `template_code` from each record, ready to be corrected.

        A paper of that kind still open for the same record is returned instead of a
        second one.

        :param template_code: code of a `danvan.document.template`
        :param unit: unit that issues it, by default each record's own
        :return: documents, in the order of the records
        :raise AccessError: when the person may not draft papers of that unit
        """
        self.check_access("read")
        documents = self.env["danvan.document"]
        for record, template in self._templates(template_code, unit).items():
            issuer = unit or record._paper_unit()
            found = record._open_draft(template, issuer)
            documents += found or record._new_draft(template, issuer)
        return documents

    def _templates(self, code, unit=None):
        """Return `{record: template}`: the wording of the family that issues."""
        templates = self.env["danvan.document.template"]
        families = {record: record._paper_family(unit) for record in self}
        found = {
            family: templates._for_code(code, family=family)
            for family in set(families.values())
        }
        for template in found.values():
            template._check_drafted_from(self)
        return {record: found[family] for record, family in families.items()}

    def _open_draft(self, template, issuer):
        return self.env["danvan.document"].search(
            [
                ("res_model", "=", self._name),
                ("res_id", "=", self.id),
                ("template_id", "=", template.id),
                ("unit_id", "=", issuer.id),
                ("is_open", "=", True),
            ],
            limit=1,
        )

    def _new_draft(self, template, issuer):
        today = self.env["danvan.period"]._today()
        vals = {
            "template_id": template.id,
            **template._filled(self._as_of(today)),
            **self._draft_signature(template, issuer),
            "unit_id": issuer.id,
        }
        document = self.env["danvan.document"].create(vals)
        document._write_owned({"res_model": self._name, "res_id": self.id})
        return document

    def _draft_signature(self, template, issuer):
        """Return whose signature a paper of this record begins with.

        :param template: the `danvan.document.template`
        :param issuer: unit that issues it
        """
        return issuer._signature()

    def _action_draft_document(self, template_code, unit=None):
        """Draft the paper and return the action that opens it: for buttons."""
        documents = self._draft_document(template_code, unit)
        action = {
            "type": "ir.actions.act_window",
            "name": documents.template_id[:1].name,
            "res_model": "danvan.document",
            "views": [(False, "list"), (False, "form")],
            "domain": [("id", "in", documents.ids)],
        }
        if len(documents) == 1:
            action |= {"views": [(False, "form")], "res_id": documents.id}
        return action
