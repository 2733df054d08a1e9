"""Results and what proves them are entered on the form of a registration whose
content is locked."""

from odoo import models
from odoo.fields import Command

# Lines with rules of their own, open while the model runs.
LINES_UNDER_WAY = ("result_ids", "evidence_ids", "support_ids")


class DanvanRegistration(models.Model):
    """Passes such lines on to their own model, where their own rules say who may
    write them and when; Odoo would ask for the right to write the registration."""

    _inherit = "danvan.registration"

    def write(self, vals):
        """Write; while under way a save of nothing but such lines goes to them."""
        if self.env.su or not self._is_under_way(vals):
            return super().write(vals)
        self.check_access("read")
        for registration in self:
            for name in LINES_UNDER_WAY:
                registration._enter_lines(name, vals.get(name) or [])
        return True

    def onchange(self, values, field_names, fields_spec):
        """Answer a form; while under way nothing else follows from such lines, and
        Odoo would ask for the right to write the registration.

        Arguments and result are those of the web client's method.
        """
        if self and self.has_access("read") and self._is_under_way(field_names):
            return {"value": {}}
        return super().onchange(values, field_names, fields_spec)

    def _is_under_way(self, names):
        """Tell whether only lines that are open under way are concerned.

        :param names: of fields, as a client sends them
        """
        given = isinstance(names, (dict, list)) and list(names)
        is_of_lines = given and all(name in LINES_UNDER_WAY for name in given)
        return is_of_lines and all(not r.is_open and r.results_open for r in self)

    def _enter_lines(self, name, commands):
        """Carry out one2many commands on lines of this registration.

        :param name: field of the lines
        :param commands: create, update and delete; others are not sent by forms
        """
        own = self[name]
        for code, line_id, content in commands:
            line = own.filtered(lambda result, id_=line_id: result.id == id_)
            if code == Command.CREATE:
                own.create(dict(content, registration_id=self.id))
            elif code == Command.UPDATE:
                line.write(content)
            elif code == Command.DELETE:
                line.unlink()
