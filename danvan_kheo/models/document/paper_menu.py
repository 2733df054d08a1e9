"""From a document to its papers: the Print menu and the button “Compose Paper”."""

from lxml import etree

from odoo import api, fields, models
from odoo.exceptions import UserError


class DanvanDocumentTemplate(models.Model):
    """Every kind of paper stands in the Print menu of the document that it is drafted
    from: a new one, too, from the moment it is entered."""

    _inherit = "danvan.document.template"

    menu_action_id = fields.Many2one(
        "ir.actions.server",
        "Entry of the Print Menu",
        ondelete="set null",
        readonly=True,
        copy=False,
    )

    @api.model_create_multi
    def create(self, vals_list):
        """Create templates; each enters the Print menu of its document."""
        templates = super().create(vals_list)
        templates._enter_menu()
        return templates

    def write(self, vals):
        """Write; the entry of the Print menu follows name and document."""
        result = super().write(vals)
        if {"name", "model_id", "is_form", "code"} & set(vals):
            self._enter_menu()
        return result

    def unlink(self):
        """Delete; the entry of the Print menu goes too."""
        codes = self.mapped("code")
        # sudo: the entry is the template's own and means nothing without it.
        self.sudo().menu_action_id.unlink()
        result = super().unlink()
        # Another wording of the same paper takes its place.
        self.search([("code", "in", codes)])._enter_menu()
        return result

    def _enter_menu(self):
        """Let the entries of the Print menu say what these templates say."""
        for template in self.sudo():
            wanted = template.model_id and not template.is_form
            action = template.menu_action_id
            if not wanted:
                action.unlink()
            elif action:
                action.write(template._menu_vals())
            elif not template._older_entry():
                template.menu_action_id = action.create(template._menu_vals())

    def _older_entry(self):
        """Return the entry of another version of this wording: one is enough."""
        return self.search(
            [("code", "=", self.code), ("menu_action_id", "!=", False)], limit=1
        ).menu_action_id

    def _menu_vals(self):
        """Return the values of the entry. Its line of code holds an id and no text of
        the template, so that editing a wording lets nobody run anything."""
        return {
            "name": self.name,
            "model_id": self.model_id.id,
            "binding_model_id": self.model_id.id,
            "binding_type": "report",
            "binding_view_types": "form",
            "state": "code",
            "code": f"action = env['danvan.document.template'].browse({self.id})"
            "._compose(records)",
            "group_ids": [
                fields.Command.set(self.env.ref("danvan_kheo.group_officer").ids)
            ],
        }

    def _compose(self, records):
        """Draft the paper from `records`; the right is that of who drafts.

        :return: the action that opens it
        :raise UserError: when such records are no source of papers
        """
        self.ensure_one()
        if not isinstance(records, self.env.registry["danvan.paper.source"]):
            raise UserError(self.env._("No paper is drafted from this document."))
        return records._action_draft_document(self.code)


class DanvanPaperSource(models.AbstractModel):
    """A button on the form that offers all kinds of paper of this document."""

    _inherit = "danvan.paper.source"
    _offers_papers = True

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        arch, view = super()._get_view(view_id, view_type, **options)
        header = arch.find("header") if view_type == "form" else None
        if header is not None and self._offers_papers:
            header.append(self._compose_button())
        return arch, view

    def _compose_button(self):
        return etree.Element(
            "button",
            {
                "name": "action_compose",
                "type": "object",
                "string": self.env._("Compose Paper"),
                "class": "btn-secondary danvan_compose",
                "groups": "danvan_kheo.group_officer",
                "invisible": "not id",
            },
        )

    def action_compose(self):
        """Open the dialog that offers the papers of this document.

        :return: the action that opens it
        """
        self._exactly_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Compose Paper"),
            "res_model": "danvan.document.compose",
            "views": [(False, "form")],
            "target": "new",
            "context": {"danvan_model": self._name, "danvan_ids": self.ids},
        }


class DanvanDocument(models.Model):
    """A paper's own papers are drafted by buttons that say what they do to it."""

    _inherit = "danvan.document"
    _offers_papers = False
