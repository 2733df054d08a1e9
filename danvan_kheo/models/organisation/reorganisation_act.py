"""Carrying a reorganisation out: in one transaction, or not at all."""

from collections import Counter
from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain


class DanvanReorganisation(models.Model):
    """Ends the old units, begins the new ones, and moves what is alive."""

    _inherit = "danvan.reorganisation"

    def action_carry_out(self):
        """Carry the act out.

        :raise AccessError: for everybody but administrators
        :raise UserError: with every thing that stands against it; nothing is changed
        """
        self._check_administrator()
        # Two administrators pressing at once carry it out once.
        if not self.try_lock_for_update():
            raise UserError(self.env._("Someone else is acting on it at this moment."))
        faults = self._faults()
        if faults:
            raise UserError("\n".join(faults))
        report = self._what_will_happen()
        mapping = self._replace_units()
        self._move_assignments(mapping)
        self._reorganise_documents(mapping)
        report += self._end_superiors()
        self._write_owned(
            {
                "state": "done",
                "done_date": fields.Datetime.now(),
                "done_user_id": self.env.uid,
                "report": "\n".join(f"• {line}" for line in report),
            }
        )
        return True  # XML-RPC carries no None

    def _reorganise_documents(self, mapping):
        """Move what is open from the units that ended to those that succeed them;
        rooms add theirs (documents, and one day quotas).

        :param mapping: `{old unit: new unit}`
        """

    def _what_will_happen(self):
        """Return what the act does, in sentences with counts; rooms add theirs."""
        ending = self.predecessor_ids.union(*self._concerned())
        last = (self.date - timedelta(days=1)).strftime("%d/%m/%Y")
        sentences = [
            self.env._(
                "%(count)s units end on %(date)s: %(names)s.",
                count=len(ending),
                date=last,
                names=", ".join(self.predecessor_ids.mapped("name")),
            )
        ]
        if self.kind == "end":
            return sentences
        names = [target._unit_name() for target in self.target_ids]
        sentences.append(
            self.env._(
                "They are succeeded by %(names)s; %(count)s units below go with them.",
                names=", ".join(names),
                count=len(self.line_ids),
            )
        )
        alike = self._names_given_twice()
        if alike:
            sentences.append(
                self.env._(
                    "Look once more: several units will bear the same name: %s.",
                    ", ".join(alike),
                )
            )
        assigned = self._assignments_of(ending)
        return [*sentences, self.env._("%s assignments move.", len(assigned))]

    def _names_given_twice(self):
        """Return the names that several units below will bear beside each other."""
        units = {
            (line.target_id, line.name, line._alike_key(None)) for line in self.line_ids
        }
        counts = Counter((target, name) for target, name, _key in units)
        return sorted({name for (_target, name), count in counts.items() if count > 1})

    def _replace_units(self):
        """End the old units and begin the new ones.

        :return: `{old unit: new unit}`; of several the one that takes over
        """
        self._end(self.predecessor_ids.union(*self._concerned()))
        if self.kind == "end":
            return {}
        mapping = self._begin_targets()
        by_depth = self.line_ids.grouped(lambda line: len(line.unit_id._chain()))
        for _depth, lines in sorted(by_depth.items(), key=lambda pair: pair[0]):
            mapping |= self._begin_below(lines, mapping)
        self._point_advisers(mapping)
        for line in self.line_ids:
            line._write_owned({"successor_id": mapping[line.unit_id].id})
        return mapping

    def _end(self, units):
        vals = {
            "date_to": self.date - timedelta(days=1),
            "reorganisation_id": self.id,
        }
        units.write(vals)
        # Their codes are free from here on.
        units.flush_recordset(vals)

    def _begin_targets(self):
        new = self.target_ids.filtered(lambda target: not target.existing_id)
        units = self.env["danvan.unit"].create(
            [target._unit_vals(self._merged_vals(target)) for target in new]
        )
        made = dict(zip(new, units, strict=True))
        for target in self.target_ids:
            unit = made.get(target) or target.existing_id
            target._write_owned({"unit_id": unit.id})
            unit.predecessor_ids = [
                Command.link(old.id) for old in self.predecessor_ids
            ]
        main = self._main_target().unit_id
        self.predecessor_ids.main_successor_id = main
        return dict.fromkeys(self.predecessor_ids, main)

    def _main_target(self):
        """Return the successor that takes over accounts and open items."""
        return self.target_ids.filtered("is_main")[:1] or self.target_ids[:1]

    def _merged_vals(self, target):
        """Return what a new unit has of the units that end, the first one first; of
        several successors only one leads the movement."""
        olds = self._bases()
        leads = any(olds.mapped("leads_movement")) and target == self._main_target()
        advises = {"advises_id": olds.advises_id[:1].id, "leads_movement": leads}
        return self._carried(olds[:1], **advises)

    def _carried(self, unit, **changes):
        """Return the values of a new unit that is like `unit` but for `changes`."""
        same = {
            "date_from": self.date,
            "date_to": False,
            "successor_ids": False,
            "predecessor_ids": False,
        }
        [vals] = unit.copy_data({**same, **changes})
        return vals

    def _begin_below(self, lines, mapping):
        """Begin the successors of `lines`, whose superiors have theirs already."""
        groups = lines.grouped(lambda line: line._alike_key(line._parent_from(mapping)))
        found = self._found_beside(lines, mapping)
        result, fresh = {}, []
        for alike in groups.values():
            first = alike[:1]
            existing = found.get(first._alike_key(first._parent_from(mapping)))
            if existing:
                result |= dict.fromkeys(alike.unit_id, existing)
                links = [Command.link(old.id) for old in alike.unit_id]
                existing.predecessor_ids = links
            else:
                fresh.append(alike)
        units = self.env["danvan.unit"].create(
            [alike._successor_vals(mapping) for alike in fresh]
        )
        for alike, unit in zip(fresh, units, strict=True):
            result |= dict.fromkeys(alike.unit_id, unit)
        return result

    def _found_beside(self, lines, mapping):
        """Return `{key: unit}` of what a unit that goes on has of the same kind and
        name below it."""
        if not self.target_ids.existing_id:
            return {}
        parents = {line._parent_from(mapping).id for line in lines if line.melts}
        beside = self.env["danvan.unit"].search(
            Domain("parent_id", "in", list(parents))
            & self.env["danvan.unit"]._in_force(self.date)
        )
        return {
            (unit.parent_id, unit.kind_id, unit.level_id, unit.line_id, unit.name): unit
            for unit in beside
        }

    def _point_advisers(self, mapping):
        """Let new units that advise one that ended advise its successor."""
        news = self.env["danvan.unit"].union(*mapping.values())
        for advised, advisers in news.grouped("advises_id").items():
            if advised in mapping:
                advisers.advises_id = mapping[advised]

    def _end_superiors(self):
        """End the superior units under which nothing is left, where that is wished.

        :return: sentences that tell which ended, and which did not and why
        """
        sentences = []
        superiors = self.env["danvan.unit"]
        if self.end_superior:
            superiors = self.predecessor_ids.parent_id
        while superiors:
            going_on = superiors.filtered_domain(superiors._in_force(self.date))
            left = {unit: self._what_is_left(unit) for unit in going_on}
            ended = going_on.filtered(lambda unit, left=left: not left[unit])
            self._end(ended)
            sentences += [self._end_sentence(unit, left[unit]) for unit in going_on]
            superiors = ended.parent_id
        return sentences

    def _end_sentence(self, unit, left):
        if not left:
            return self.env._("%s ends too: nothing is left under it.", unit.name)
        return self.env._("%(unit)s goes on: %(left)s", unit=unit.name, left=left)

    def _what_is_left(self, unit):
        """Say what keeps a superior unit from ending, empty when nothing does; rooms
        add theirs."""
        below = unit.child_ids.filtered_domain(self._lasting(self.date))
        if below:
            return self.env._("there are units under it, such as %s.", below[0].name)
        if self._assignments_of(unit):
            return self.env._("accounts are still assigned to it.")
        return ""
