"""Buttons come from the transition table, so that none can be forgotten or differ."""

from lxml import etree

from odoo import api, models

# What an action says of its list, for the buttons above it.
STATES_SHOWN = "danvan_states"
# A list on a desk, cards on a phone.
STEP_VIEWS = {
    "list": "danvan_kheo.danvan_approval_step_view_list_document",
    "kanban": "danvan_kheo.danvan_approval_step_view_kanban_document",
}


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
        self._add_paper_button(header)
        if self._goes_by_route():
            self._add_route(arch)

    def _add_paper_button(self, header):
        """Add the button that records a signed paper in place of a leader's act."""
        button = {
            "name": "action_record_paper",
            "type": "object",
            "string": self.env._("Record Signed Paper"),
            "class": "btn-secondary danvan_record_paper",
            "invisible": "not recordable_step_id",
        }
        header.insert(len(header.findall("button")), etree.Element("button", button))
        header.append(etree.Element("field", name="recordable_step_id", invisible="1"))

    def _add_route(self, arch):
        """Add the page with the steps, and the warning where nobody would act."""
        sheet, notebook = arch.find("sheet"), arch.find(".//notebook")
        if sheet is not None:
            told = {"class": "alert alert-warning", "role": "status"}
            alert = etree.Element("div", told, invisible="not route_warning")
            alert.append(etree.Element("field", name="route_warning", readonly="1"))
            sheet.insert(0, alert)
        if notebook is not None:
            page = etree.Element("page", name="steps", invisible="not step_ids")
            page.set("string", self.env._("Steps of Handling"))
            steps = etree.SubElement(page, "field", name="step_ids", readonly="1")
            for view_type, xmlid in STEP_VIEWS.items():
                view = self.env.ref(xmlid).id
                steps.append(
                    self.env["danvan.approval.step"]._get_view(view, view_type)[0]
                )
            notebook.append(page)

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
            button.set("invisible", _is_out_of_place(transition))
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


def _is_out_of_place(transition):
    """Return the expression that hides a button of a list: where the list shows only
    documents of some states (`danvan_states` of its context), and none that can go."""
    shown = f"context.get('{STATES_SHOWN}')"
    going = " or ".join(f"'{state}' in {shown}" for state in transition.sources)
    return f"{shown} and not ({going})"
