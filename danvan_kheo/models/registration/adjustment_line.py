"""One line of an adjustment: what reads otherwise, before and after."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ...tools import amounts, long_dates
from .adjustment_parts import COLUMNS, LABELS, PARTS, ROWS
from .registration import PLACES

ACTS = [("change", "Change"), ("add", "Add"), ("remove", "Remove")]
OF_THE_SAME = "[('registration_id', '=', registration_id)]"
# Fields of what is adjusted that hold an id, with its model.
NAMED = {"partner_id": "danvan.unit", "sector_id": "danvan.sector"}


class DanvanRegistrationChangeLine(models.Model):
    """A text of the registration, or one row of its tables, in its new wording. The
    old one is kept as it was when the adjustment was sent, and when it took effect."""

    _name = "danvan.registration.change.line"
    _inherit = ["danvan.guarded", "danvan.scoped"]
    _description = "Line of an Adjustment"
    _order = "change_id, sequence, id"
    _placing_fields = ("change_id",)
    # `{"row": id, "vals": {field: value}}`
    _owned_fields = ("old",)
    _narrowed_through = "registration_id"

    change_id = fields.Many2one(
        "danvan.registration.change", required=True, index=True, ondelete="cascade"
    )
    registration_id = fields.Many2one(
        related="change_id.registration_id", store=True, index=True
    )
    unit_id = fields.Many2one(
        related="change_id.unit_id", store=True, index=True, string="Unit"
    )
    sequence = fields.Integer(default=10)
    part = fields.Selection(LABELS, "What", required=True, default="name")
    act = fields.Selection(ACTS, "Kind of Change", required=True, default="change")
    person_id = fields.Many2one(
        "danvan.registration.person",
        "Person in Charge",
        index="btree_not_null",
        ondelete="set null",
        domain=OF_THE_SAME,
    )
    activity_id = fields.Many2one(
        "danvan.registration.activity",
        "Planned Activity",
        index="btree_not_null",
        ondelete="set null",
        domain=OF_THE_SAME,
    )
    indicator_id = fields.Many2one(
        "danvan.registration.indicator",
        "Indicator",
        index="btree_not_null",
        ondelete="set null",
        domain=OF_THE_SAME,
    )
    partner_row_id = fields.Many2one(
        "danvan.registration.partner",
        "Cooperating Unit",
        index="btree_not_null",
        ondelete="set null",
        domain=OF_THE_SAME,
    )
    new_text = fields.Text("New Wording")
    new_detail = fields.Char("Details")
    new_phone = fields.Char("Telephone")
    new_baseline = fields.Char("At Present")
    new_number = fields.Float("Target", digits=(16, 2))
    new_date = fields.Date("Month")
    new_sector_id = fields.Many2one(
        "danvan.sector",
        "New Sector",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('is_in_force', '=', True)]",
    )
    new_place_kind = fields.Selection(PLACES, "To Be Carried out in")
    new_unit_id = fields.Many2one(
        "danvan.unit",
        "New Cooperating Unit",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('is_in_force', '=', True)]",
    )
    is_row = fields.Boolean(compute="_compute_label", export_string_translation=False)
    label = fields.Char("What is Adjusted", compute="_compute_label")
    old = fields.Json(readonly=True, copy=False, export_string_translation=False)
    # Never computed as superuser: an unsaved line names the row that a client likes.
    old_wording = fields.Text("Registered Wording", compute="_compute_wordings")
    new_wording = fields.Text("Adjusted to", compute="_compute_wordings")

    @api.depends_context("lang")
    @api.depends("part", "act")
    def _compute_label(self):
        parts, acts = (
            dict(self._fields[name]._description_selection(self.env))
            for name in ("part", "act")
        )
        for line in self:
            line.is_row = bool(line.part and PARTS[line.part].rows)
            words = [parts.get(line.part, "")]
            if line.is_row and line.act != "change":
                words.append(acts.get(line.act, "").lower())
            line.label = ": ".join(words)

    @api.depends_context("lang")
    @api.depends("part", "act", "old", "change_id.state", *ROWS, *COLUMNS)
    def _compute_wordings(self):
        for line in self:
            before, after = line.old or line._present(), line._new_vals()
            line.old_wording = line._in_words(before["vals"])
            line.new_wording = line._in_words(after)

    @api.onchange("part", "act", *ROWS)
    def _onchange_target(self):
        """Begin with the present wording, so that only the difference is typed."""
        part = PARTS.get(self.part)
        if not part:
            return
        present = self._present()["vals"]
        for column in COLUMNS:
            name = part.columns.get(column)
            self[column] = name in present and present[name]
        for row in ROWS:
            if row != part.row or self.act == "add":
                self[row] = False
        if not part.rows:
            self.act = "change"

    @api.onchange("new_place_kind")
    def _onchange_new_place_kind(self):
        """Leave out the hamlet of what is carried out in the whole commune."""
        if self.new_place_kind == "commune":
            self.new_text = False

    @api.constrains(*ROWS)
    def _check_same_registration(self):
        for line in self:
            for name in ROWS:
                # sudo: only whose row it is.
                row = line[name].sudo()
                if row and row.registration_id != line.sudo().registration_id:
                    raise ValidationError(
                        self.env._("This row belongs to another registration.")
                    )

    def _target(self):
        """Return what the line is about: the registration, one of its rows, or no row
        where one is added."""
        part = PARTS[self.part]
        if not part.rows:
            return self.registration_id or self.change_id.registration_id
        return self[part.row].browse() if self.act == "add" else self[part.row]

    def _present(self):
        """Return the wording of this moment, in the shape of `old`."""
        part = PARTS.get(self.part)
        target = part and self._target()
        if not target:
            return {"row": False, "vals": {}}
        vals = {name: _plain(target[name]) for name in part.columns.values()}
        return {"row": part.rows and (target._origin.id or False), "vals": vals}

    def _new_vals(self):
        """Return `{field: value}` of what it is to read."""
        part = PARTS.get(self.part)
        if not part or (part.rows and self.act == "remove"):
            return {}
        return {name: self._typed(col) for col, name in part.columns.items()}

    def _typed(self, column):
        value = _plain(self[column])
        return value.strip() if isinstance(value, str) else value

    def _in_words(self, vals):
        """Return the values as papers write them, in one line."""
        # The columns give the order: what was kept as JSON has none.
        columns = PARTS[self.part].columns.values() if self.part else ()
        words = (self._word(name, vals.get(name)) for name in columns)
        return " · ".join(word for word in words if word)

    def _word(self, name, value):
        if not value:
            return ""
        if name in NAMED:
            # sudo: names of units and sectors are no secret.
            return self.env[NAMED[name]].sudo().browse(value).name
        if name == "place_kind":
            field = self._fields["new_place_kind"]
            return dict(field._description_selection(self.env)).get(value, "")
        if name == "date":
            return long_dates.month(fields.Date.to_date(value))
        if name == "target":
            return self.env._("target %s", amounts.figure(value))
        return self.env._("at present %s", value) if name == "baseline" else value

    def _first_fault(self):
        """Return the first fault of these lines, with the name of its line."""
        for line in self:
            fault = line._fault()
            if fault:
                return f"{line.label}: {fault}"
        return self._fault_of_emptying()

    def _fault(self):
        """Say what is wrong with this line; nothing where it can be done."""
        part, new = PARTS[self.part], self._new_vals()
        if not self._target() and self.act != "add":
            return self.env._("choose which row it is.")
        if self._is_twice():
            return self.env._("it stands in two lines.")
        if self.act == "remove" and part.rows:
            return self._fault_of_removing()
        if not new[next(iter(part.columns.values()))]:
            return self.env._("write the new wording.")
        if new == self._present()["vals"]:
            return self.env._("the new wording is the same as the old one.")
        if self.part == "sector" and not self.new_sector_id.is_in_force:
            return self.env._("choose a sector that is in force.")
        if self.part == "place_kind":
            return self._fault_of_place(new)
        return self._fault_of_partner(new) if self.part == "partner" else None

    def _is_twice(self):
        if self.act == "add":
            return False
        others = self.change_id.line_ids - self
        return any(
            other.part == self.part and other._target() == self._target()
            for other in others
            if other.act != "add"
        )

    def _fault_of_place(self, new):
        """Say what is wrong with the place, of which the hamlet is a part."""
        parts = self.change_id.line_ids.mapped("part")
        if "hamlet" in parts:
            return self.env._("write the hamlet in this line, not in one of its own.")
        if new["place_kind"] == "commune":
            return new["hamlet"] and self.env._("the whole commune names no hamlet.")
        in_detail = "place_detail" in parts or self.registration_id.place_detail
        if new["hamlet"] or in_detail:
            return None
        return self.env._("write the hamlet or quarter, or the place in detail.")

    def _fault_of_removing(self):
        results = self.env["danvan.registration.result"]
        of_it = Domain("indicator_id", "=", self.indicator_id.id)
        if self.part == "indicator" and results.sudo().search_count(of_it, limit=1):
            return self.env._("results have been entered for it, so it stays.")
        return None

    def _fault_of_partner(self, new):
        registration, unit = self.registration_id, self.new_unit_id
        if unit == registration.unit_id:
            return self.env._("the registering unit does not cooperate with itself.")
        if self.act == "change":
            same = new["partner_id"] == self._present()["vals"]["partner_id"]
            return None if same else self.env._("another unit is removed and added.")
        if unit in registration.partner_ids.partner_id:
            return self.env._("this unit is among the cooperating units already.")
        return None

    def _fault_of_emptying(self):
        """Refuse that nobody, no work or no indicator would be left."""
        for name, part in PARTS.items():
            lines = self.filtered(lambda line, name=name: line.part == name)
            gone = lines.filtered(lambda line: line.act == "remove")
            added = lines.filtered(lambda line: line.act == "add")
            rows = part.rows and self.registration_id[part.rows]
            if gone and part.is_kept and not added and len(rows) <= len(gone):
                return self.env._("%s: at least one has to remain.", gone[:1].label)
        return None

    def _freeze(self):
        """Keep the wording of this moment as the old one."""
        for line in self:
            line._write_owned({"old": line._present()})

    def _put_in_force(self):
        """Write the new wording; the transition asked for the right."""
        for line in self:
            part, vals, target = PARTS[line.part], line._new_vals(), line._target()
            if part.rows and line.act == "add":
                line._add_row(part, vals)
            elif part.rows and line.act == "remove":
                # sudo: agreed to just before.
                target.sudo().unlink()
            else:
                target._write_owned(line._differing(target, vals))

    def _add_row(self, part, vals):
        rows = self.registration_id[part.rows]
        placed = {**vals, "registration_id": self.registration_id.id}
        row = rows._create_owned([placed])
        self._write_owned({part.row: row.id, "old": {"row": row.id, "vals": {}}})

    def _differing(self, target, vals):
        return {name: v for name, v in vals.items() if _plain(target[name]) != v}


def _plain(value):
    """Return a field's value as JSON keeps it."""
    if isinstance(value, models.BaseModel):
        return value.id
    return fields.Date.to_string(value) if hasattr(value, "year") else value
