"""A template seen as a paper, before anything is drafted by it."""

from odoo import models
from odoo.exceptions import UserError

from ...tools import placeholders


class DanvanDocumentTemplate(models.Model):
    """The wording on its page, with the names of what will be filled in."""

    _inherit = "danvan.document.template"

    def _paper(self):
        """Return what the report prints, see `danvan.document._paper`; every value
        reads as its own name: «name of the unit».

        :raise UserError: where there is no unit yet whose heading could be shown
        """
        self.ensure_one()
        self.check_access("read")
        unit = self._sample_unit()
        # sudo: nothing of a real document is shown, only the heading of a unit.
        paper = (
            self.env["danvan.document"]
            .sudo()
            .new(
                {
                    "template_id": self.id,
                    "unit_id": unit.id,
                    "title": self.title,
                    "left_signature": self.left_signature,
                    **unit._signature(),
                    **self._sample_texts(),
                }
            )
        )
        return {**paper._paper(), "is_draft": True}

    def _sample_unit(self):
        # sudo: as above.
        units = self.env["danvan.unit"].sudo()
        in_force = units._in_force()
        unit = units.search(in_force, order="leads_movement desc, id", limit=1)
        if not unit:
            raise UserError(
                self.env._(
                    "There is no unit yet whose heading could be shown. Enter the "
                    "units first."
                )
            )
        return unit

    def _sample_texts(self):
        source = self._source_model()
        values = {
            name: f"«{self.env._(label)}»"
            for name, label in source._paper_placeholders().items()
        }
        lists = {
            name: ((self.env._(label),), [("……",)])
            for name, label in source._paper_list_placeholders().items()
        }
        return self._texts_filled(values, lists)

    def _texts_filled(self, values, lists):
        """Return the texts of this template with values and lists filled in."""
        texts = {n: placeholders.fill_text(self[n], values) for n in self._texts()}
        bodies = {
            n: placeholders.fill_html(self[n], values, lists) for n in self._bodies()
        }
        return {**texts, **bodies}

    def action_preview(self):
        """Show the template as a paper.

        :return: the action that prints it
        """
        self._exactly_one()
        report = self.env.ref("danvan_kheo.template_preview_report")
        return report.report_action(self)
