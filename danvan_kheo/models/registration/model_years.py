"""The years of a model side by side: one column a year, one row a question."""

from odoo import api, fields, models

from ...tools.amounts import figure


class DanvanModel(models.Model):
    """Shows what each year brought. Of registrations that the reader may not open
    nothing is shown but how many there are."""

    _inherit = "danvan.model"

    registration_count = fields.Integer(
        "Years Registered", compute="_compute_registration_count", compute_sudo=True
    )
    years = fields.Html(
        "Through the Years",
        compute="_compute_years",
        sanitize=False,  # made here, of escaped values
        export_string_translation=False,
    )

    @api.depends("registration_ids")
    def _compute_registration_count(self):
        groups = self.env["danvan.registration"]._read_group(
            [("model_id", "in", self.ids)], ["model_id"], ["__count"]
        )
        counts = {model.id: count for model, count in groups}
        for model in self:
            model.registration_count = counts.get(model.id, 0)

    @api.depends_context("uid", "lang")
    @api.depends("registration_ids")
    def _compute_years(self):
        for model in self:
            readable = model._registrations_of_reader().sorted(lambda r: (r.year, r.id))
            model.years = self.env["ir.qweb"]._render(
                "danvan_kheo.model_years",
                {
                    "registrations": readable,
                    "rows": self._year_rows(readable),
                    "hidden": model.registration_count - len(readable),
                },
            )

    def _registrations_of_reader(self):
        """Return those registrations of this model that the current user may read."""
        return self.env["danvan.registration"].search([("model_id", "=", self.id)])

    @api.model
    def _year_rows(self, registrations):
        """Return `[(label, {registration: lines})]`: what is told of each year, from
        top to bottom; rooms add their rows.

        :param registrations: those that the reader may read
        """
        states = dict(registrations._fields["state"]._description_selection(self.env))
        continuity = dict(
            registrations._fields["continuity"]._description_selection(self.env)
        )
        return [
            (self.env._("Registered as"), {r: [r.display_name] for r in registrations}),
            (self.env._("Unit"), {r: [r.unit_id.name] for r in registrations}),
            (
                self.env._("Continuity"),
                {r: [continuity[r.continuity]] for r in registrations},
            ),
            (self.env._("State"), {r: [states[r.state]] for r in registrations}),
            (
                self.env._("Results"),
                {r: r.result_ids.mapped(_told) for r in registrations},
            ),
        ]


def _told(result):
    """Return one result in a line: what, how much from–to, estimated or not."""
    figures = [figure(v) for v in (result.value_from, result.value_to) if v]
    reached = "–".join(dict.fromkeys(figures))
    estimated = result.env._("(estimated)") if result.is_estimated else ""
    amount = " ".join(part for part in (reached, result.measure, estimated) if part)
    return f"{result.name or ''}: {amount}" if reached else result.note or result.name
