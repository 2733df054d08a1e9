"""Buttons come from the transition table, so that none can be forgotten or differ."""

from lxml import etree

from odoo import api, models


class DanvanWorkflow(models.AbstractModel):
    """Inserts the buttons of the transitions into form and list views."""

    _inherit = "danvan.workflow"

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        arch, view = super()._get_view(view_id, view_type, **options)
        if view_type == "form":
            self._add_form_buttons(arch)
        elif view_type == "list":
            self._add_list_buttons(arch)
        return arch, view

    def _add_form_buttons(self, arch):
        header = arch.find("header")
        if header is None:
            return
        manual = [t for t in self._transitions() if not t.is_automatic]
        # A phone shows only the first button: the one that goes forward.
        manual.sort(key=lambda transition: transition.style != "primary")
        for position, transition in enumerate(manual):
            button = self._button(transition)
            button.set(
                "invisible", f"'{transition.name}' not in (allowed_transitions or [])"
            )
            header.insert(position, button)
        header.append(etree.Element("field", name="allowed_transitions", invisible="1"))

    def _add_list_buttons(self, arch):
        batch = [
            transition for transition in self._transitions() if transition.is_batch
        ]
        header = arch.find("header")
        if header is None and batch:
            header = etree.Element("header")
            arch.insert(0, header)
        for transition in batch:
            button = self._button(transition)
            button.set("groups", f"danvan_kheo.group_{transition.role}")
            header.append(button)

    def _button(self, transition):
        style = transition.style
        return etree.Element(
            "button",
            {
                "name": "action_transition",
                "type": "object",
                "args": f"['{transition.name}']",
                "string": self.env._(transition.label),
                # All buttons have the same name: this class tells them apart.
                "class": f"btn-{style} danvan_do_{transition.name}",
            },
        )
