"""The check of the set-up: what is still missing, and what to do about it."""

from odoo import api, fields, models

STATES = [
    ("error", "To Be Done"),
    ("warning", "Advised"),
    ("unknown", "Not Known"),
    ("ok", "In Order"),
]
_RANK = {state: number for number, (state, _label) in enumerate(STATES)}


class DanvanSetupCheck(models.TransientModel):
    """A line for each check that the rooms register; made anew each time it is shown.

    A room adds its checks by `_checks()` and `super()`. Each check is a method without
    arguments that returns a `Finding`, or None where it does not apply; it counts by
    one query.
    """

    _name = "danvan.setup.check"
    _description = "Set-up Check"
    _order = "rank, id"

    key = fields.Char(required=True, readonly=True, export_string_translation=False)
    rank = fields.Integer(readonly=True, export_string_translation=False)
    name = fields.Char("Checked", readonly=True)
    state = fields.Selection(STATES, readonly=True)
    count = fields.Char("How Many", readonly=True)
    advice = fields.Text("What to Do", readonly=True)
    can_open = fields.Boolean(readonly=True, export_string_translation=False)

    @api.model
    def _checks(self):
        """Return the names of the methods that check, in their order."""
        return []

    @api.model
    def _findings(self):
        """Return `{name of the check: Finding}` of the checks that apply."""
        found = {name: getattr(self, name)() for name in self._checks()}
        return {name: finding for name, finding in found.items() if finding}

    @api.model
    def action_show(self):
        """Check everything and show what was found, what is in order last.

        :raise AccessError: for anyone but administrators of the module
        """
        self.check_access("create")
        lines = self.create(
            [_line(key, finding) for key, finding in self._findings().items()]
        )
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "danvan_kheo.danvan_setup_check_action"
        )
        return {**action, "domain": [("id", "in", lines.ids)]}

    def action_open(self):
        """Open what this line is about.

        :raise AccessError: for anyone but administrators of the module
        """
        self.ensure_one()
        self.check_access("read")
        # Asked again rather than kept: only a check that there is can be asked.
        finding = self._findings_of(self.key)
        opens = finding and finding.action
        return opens() if opens else self.action_show()

    @api.model
    def _findings_of(self, key):
        return getattr(self, key)() if key in self._checks() else None

    @api.model
    def _lists(self, model, domain, name):
        """Return the function that answers with the list of `model` in `domain`: by
        their ids, for a client may not send back every condition."""
        return lambda: {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "views": [(False, "list"), (False, "form")],
            "domain": [("id", "in", self.env[model].search(domain).ids)]
            if domain
            else [],
        }

    @api.model
    def _opens(self, name):
        """Return the function that answers with the module's action `name`."""
        actions = self.env["ir.actions.act_window"]
        return lambda: actions._for_xml_id(f"danvan_kheo.{name}")


def _line(key, finding):
    return {
        "key": key,
        "rank": _RANK[finding.state],
        "name": finding.name,
        "state": finding.state,
        "count": "" if finding.count is None else str(finding.count),
        "advice": finding.advice,
        "can_open": bool(finding.action),
    }
