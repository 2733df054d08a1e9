"""A reorganisation moves what is open: documents of every kind, and pending steps."""

from odoo import models
from odoo.fields import Domain
from odoo.tools.misc import groupby

from .transition import SIDE_ACTS

STEP_UNITS = ("owner_unit_id", "for_unit_id", "unit_id")


class DanvanReorganisation(models.Model):
    """Walks all models that move by the workflow, so that none is forgotten."""

    _inherit = "danvan.reorganisation"

    def _reorganise_documents(self, mapping):
        res = super()._reorganise_documents(mapping)
        if mapping:
            for model in self.env["danvan.workflow"]._documents():
                if model._unit_fields:
                    model._move_to_successors(mapping, self.basis)
            self._move_steps(mapping)
        return res

    def _move_steps(self, mapping):
        """Let the pending steps wait for the units that succeed, at whoever acts for
        them today."""
        olds = self.env["danvan.unit"].union(*mapping)
        step = self.env["danvan.approval.step"]
        named = Domain.OR(Domain(name, "in", olds.ids) for name in STEP_UNITS)
        # sudo: the administrator's right to reorganise was checked just before.
        open_ = Domain("state", "in", ("pending", "waiting"))
        pending = step.sudo().search(open_ & named)
        fallen = self._with_the_unit(pending)
        fallen._end("withdrawn")
        pending -= fallen
        for places, steps in groupby(
            pending, lambda one: tuple(one[name] for name in STEP_UNITS)
        ):
            units = (mapping.get(unit, unit) for unit in places)
            step.browse(one.id for one in steps)._write_owned(
                {name: unit.id for name, unit in zip(STEP_UNITS, units, strict=True)}
            )
        step._resettle(self.env["danvan.unit"].union(*mapping.values()))

    def _with_the_unit(self, steps):
        """Return those of these steps that end with the unit: what was only to be noted
        or confirmed of a finished document, which stays where it is."""
        ended = steps.browse()
        aside = steps.filtered(lambda step: step.transition in SIDE_ACTS)
        for name, some in aside.grouped("res_model").items():
            documents = self.env[name].sudo().browse(set(some.mapped("res_id")))
            going_on = documents.filtered_domain(documents._open_domain()).ids
            ended |= some.filtered(lambda s, on=going_on: s.res_id not in on)
        return ended

    def _what_will_happen(self):
        sentences = super()._what_will_happen()
        if self.kind == "end":
            return sentences
        counts = self._document_counts(self.predecessor_ids.union(*self._concerned()))
        moving = [f"{label}: {moves}" for label, moves, _stays in counts if moves]
        staying = [f"{label}: {stays}" for label, _moves, stays in counts if stays]
        if moving:
            sentences.append(self.env._("Open items that move: %s.", ", ".join(moving)))
        if staying:
            sentences.append(
                self.env._(
                    "Finished items that stay where they are: %s.", ", ".join(staying)
                )
            )
        return sentences

    def _document_counts(self, units):
        """Return `[(label, open, finished)]` of what `units` have, model by model."""
        counts = []
        for model in self.env["danvan.workflow"]._documents():
            if model._unit_fields:
                # sudo: counts only, for who reorganises these units.
                here = model.sudo()._domain_at(units)
                moves = model.sudo().search_count(here & model._open_domain())
                stays = model.sudo().search_count(here) - moves
                label = self.env["ir.model"]._get(model._name).name
                counts.append((label, moves, stays))
        return counts

    def _faults_of_documents(self):
        faults = super()._faults_of_documents()
        if self.kind != "end":
            return faults
        left = self._open_items(self.predecessor_ids)
        if left:
            faults.append(
                self.env._(
                    "There are open items: %s. Have them finished or moved first.", left
                )
            )
        return faults

    def _open_items(self, units):
        """Return what is open at `units`, in words."""
        counts = self._document_counts(units)
        return ", ".join(f"{label}: {moves}" for label, moves, _s in counts if moves)

    def _what_is_left(self, unit):
        left = super()._what_is_left(unit)
        items = not left and self._open_items(unit)
        return self.env._("there are open items (%s).", items) if items else left
