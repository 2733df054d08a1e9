"""The trail on every form of a document that moves, inserted from one place."""

from lxml import etree

from odoo import api, models

VIEWS = {
    "list": "danvan_kheo.danvan_trail_view_page_list",
    "kanban": "danvan_kheo.danvan_trail_view_page_kanban",
}


class DanvanWorkflow(models.AbstractModel):
    """Fills the page “Trail” of form views, or adds one: the same readable list
    everywhere, as cards on the phone."""

    _inherit = "danvan.workflow"

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        arch, view = super()._get_view(view_id, view_type, **options)
        if view_type == "form":
            self._add_trail(arch)
        return arch, view

    def _add_trail(self, arch):
        place = arch.find(".//field[@name='trail_ids']")
        if place is None:
            place = self._trail_page(arch)
        place.clear()
        place.attrib.update({"name": "trail_ids", "readonly": "1", "nolabel": "1"})
        for view_type, xmlid in VIEWS.items():
            view_id = self.env.ref(xmlid).id
            place.append(self.env["danvan.trail"]._get_view(view_id, view_type)[0])
        place.addprevious(self._export_button())

    def _trail_page(self, arch):
        """Return the place for the trail in a form that has none."""
        book = arch.find(".//notebook")
        if book is None:
            sheet = arch.find(".//sheet")
            book = etree.SubElement(arch if sheet is None else sheet, "notebook")
        page = etree.SubElement(
            book,
            "page",
            {"name": "trail", "string": self.env._("Trail"), "invisible": "not id"},
        )
        return etree.SubElement(page, "field", name="trail_ids")

    def _export_button(self):
        return etree.Element(
            "button",
            {
                "name": "action_export_trail",
                "type": "object",
                "string": self.env._("Export to Excel"),
                "icon": "fa-file-excel-o",
                "class": "btn-link px-0",
                "invisible": "not trail_ids",
            },
        )
