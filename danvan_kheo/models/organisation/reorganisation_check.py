"""What stands against a reorganisation, in sentences, before anything is touched."""

from collections import Counter

from odoo import models
from odoo.fields import Domain


class DanvanReorganisation(models.Model):
    """Everything is checked first: the units, the successors, the list of those
    below, and, by the rooms that know documents, what still lies there."""

    _inherit = "danvan.reorganisation"

    def _faults(self):
        """Return one sentence for each thing that stands against the act."""
        self.ensure_one()
        faults = self._faults_of_entry()
        if faults:
            return faults
        faults = [*self._faults_of_units(), *self._faults_of_tree()]
        if self.kind == "end":
            return faults or [*self._faults_of_ending(), *self._faults_of_documents()]
        faults += [*self._faults_of_targets(), *self._faults_of_names()]
        return faults or [*self._faults_of_lines(), *self._faults_of_documents()]

    def _faults_of_documents(self):
        """Return what stands against it in the units' items; rooms add theirs."""
        return []

    def _faults_of_entry(self):
        today = self.env["danvan.period"]._today()
        least, most = {"rename": (1, 1), "split": (1, 1), "end": (1, None)}.get(
            self.kind, (1 if self.target_ids.existing_id else 2, None)
        )
        count = len(self.predecessor_ids)
        checks = [
            (
                self.basis and self.basis.strip(),
                self.env._("Basis: write the resolution or decision."),
            ),
            (
                self.date and self.date <= today,
                self.env._(
                    "Date: it has not come yet. Prepare the act now and carry it out "
                    "on that day or later."
                ),
            ),
            (
                count >= least and (not most or count <= most),
                self.env._("Units that end: choose exactly one.")
                if most
                else self.env._("Units that end: choose at least %s.", least),
            ),
        ]
        return [sentence for holds, sentence in checks if not holds]

    def _faults_of_units(self):
        """Units that have ended, or began too late to end on the day before."""
        units = self.predecessor_ids.union(*self._concerned())
        faults = []
        for unit in units:
            if unit.date_to and unit.date_to < self.date:
                fault = self.env._("%(unit)s ended on %(date)s already.")
                faults.append(fault % _said(unit, unit.date_to))
            elif unit.date_from and unit.date_from >= self.date:
                fault = self.env._(
                    "%(unit)s began on %(date)s only, so it cannot end before that. "
                    "Choose a later date."
                )
                faults.append(fault % _said(unit, unit.date_from))
        return faults

    def _faults_of_tree(self):
        """A unit that ends below another one that ends."""
        return [
            self.env._(
                "%(unit)s stands below %(above)s, which ends too. Name only the upper "
                "one: those below are taken along.",
                unit=unit.name,
                above=above.name,
            )
            for unit in self.predecessor_ids
            for above in self.predecessor_ids - unit
            if self.kind != "end" and above.id in unit._chain()
        ]

    def _faults_of_targets(self):
        targets = self.target_ids
        many = self.kind == "split"
        if not targets or (len(targets) > 1) != many:
            return [
                self.env._("Units that succeed: a split has two or more.")
                if many
                else self.env._(
                    "Units that succeed: enter exactly one. “Draw up the Plan” "
                    "proposes it."
                )
            ]
        faults = [fault for target in targets for fault in self._faults_of(target)]
        if many and len(targets.filtered("is_main")) != 1:
            faults.append(
                self.env._("Units that succeed: mark exactly one as taking over.")
            )
        return faults

    def _faults_of(self, target):
        """Return what stands against one successor."""
        ending = self.predecessor_ids.union(*self._concerned())
        if target.existing_id:
            return self._faults_of_existing(target, ending)
        superior = target.parent_id
        checks = [
            (
                target.name and target.code and target.kind_id and target.level_id,
                self.env._("Units that succeed: name, code, kind and level."),
            ),
            (
                not set(superior._chain()) & set(ending.ids),
                self.env._(
                    "%s ends too: choose a superior unit that goes on.", superior.name
                ),
            ),
            (
                not superior or superior.filtered_domain(superior._in_force(self.date)),
                self.env._("%s is not in force on that date.", superior.name),
            ),
            (
                self.kind != "rename" or self._differs(target),
                self.env._(
                    "The new unit is like the old one: change its name, kind, level or "
                    "superior unit."
                ),
            ),
        ]
        return [sentence for holds, sentence in checks if not holds]

    def _faults_of_existing(self, target, ending):
        unit = target.existing_id
        checks = [
            (
                self.kind == "merge",
                self.env._(
                    "Only a merger goes into a unit that exists: leave “%s” out.",
                    unit.name,
                ),
            ),
            (
                not set(unit._chain()) & set(ending.ids),
                self.env._(
                    "%s ends itself, or stands below a unit that ends: choose another.",
                    unit.name,
                ),
            ),
            (
                unit.filtered_domain(unit._in_force(self.date)),
                self.env._("%s is not in force on that date.", unit.name),
            ),
        ]
        return [sentence for holds, sentence in checks if not holds]

    def _differs(self, target):
        old = self.predecessor_ids[:1]
        names = ("name", "kind_id", "level_id", "parent_id")
        return any(target[name] != old[name] for name in names)

    def _faults_of_names(self):
        """Codes that two successors would have, or that a living unit has."""
        codes = [t.code for t in self.target_ids if t.code and not t.existing_id]
        twice = [code for code, count in Counter(codes).items() if count > 1]
        holders = self.env["danvan.unit"].search(
            Domain("code", "in", codes)
            & Domain("date_to", "=", False)
            & Domain("id", "not in", self.predecessor_ids.ids)
        )
        return [
            *(self.env._("Code %s stands twice: give each its own.", c) for c in twice),
            *(
                self.env._(
                    "Code %(code)s belongs to %(unit)s.", code=u.code, unit=u.name
                )
                for u in holders
            ),
        ]

    def _faults_of_lines(self):
        """The list of the units below does not fit what is there now."""
        concerned = set(self._concerned())
        listed = set(self.line_ids.unit_id)
        if concerned != listed:
            names = [unit.name for unit in concerned ^ listed]
            return [
                self.env._(
                    "The list of the units below is not up to date (%s). Press “Draw "
                    "up the Plan” again.",
                    ", ".join(sorted(names)[:5]),
                )
            ]
        return [
            self.env._("%s: choose where it goes, and its name.", line.unit_id.name)
            for line in self.line_ids
            if not line.target_id or not (line.name or "").strip()
        ]

    def _faults_of_ending(self):
        """Living units below, and accounts, of units that end without successor."""
        left = self.env["danvan.unit"].union(*self._concerned()) - self.predecessor_ids
        faults = []
        if left:
            faults.append(
                self.env._(
                    "These units stand below: %s. Name them among the units that end, "
                    "or give them another place first.",
                    _some(left.mapped("name"), self.env),
                )
            )
        assigned = self._assignments_of(self.predecessor_ids)
        if assigned:
            faults.append(
                self.env._(
                    "These accounts are still assigned: %s. End their assignments "
                    "first.",
                    _some(assigned.mapped("display_name"), self.env),
                )
            )
        return faults


def _said(unit, date):
    return {"unit": unit.name, "date": date.strftime("%d/%m/%Y")}


def _some(names, env, most=10):
    """Return the names in one text, no more than `most` of them."""
    shown, rest = ", ".join(names[:most]), len(names) - most
    if rest <= 0:
        return shown
    return env._("%(names)s and %(rest)s more", names=shown, rest=rest)
