"""The steps of a route on one document: frozen when it is submitted, gone through in
turn, gone back to."""

from odoo import api, fields, models

from .approval_step import AGREED


class DanvanApprovalStep(models.Model):
    """Freezing, opening and going back along a route."""

    _inherit = "danvan.approval.step"

    @api.model
    def _freeze(self, documents):
        """Create the waiting steps of `documents` by the routes in force today."""
        documents = documents.sudo()
        plans = self._plans(documents)
        laps = self._laps(documents)
        self._create_owned(
            [
                {
                    **self._document_vals(document),
                    **planned,
                    "lap": laps.get(document.id, 0) + 1,
                }
                for document in documents
                for planned in plans[document.unit_id, document._deciding_for()]
            ]
        )

    @api.model
    def _plans(self, documents):
        """Return `{(unit, deciding unit): planned steps}` for all that occur."""
        routes = self.env["danvan.approval.route"]._for_units(
            documents._name, documents.unit_id
        )
        return {
            (unit, decider): self._plan(documents, unit, decider, routes[unit.id])
            for unit, decider in {(d.unit_id, d._deciding_for()) for d in documents}
        }

    @api.model
    def _planned(self, document):
        """Return the values of the steps that one document would go through."""
        return next(iter(self._plans(document).values()))

    @api.model
    def _laps(self, documents):
        """Return `{document_id: how often its route was begun}`."""
        groups = self.sudo()._read_group(
            [("res_model", "=", documents._name), ("res_id", "in", documents.ids)],
            ["res_id"],
            ["lap:max"],
        )
        return dict(groups)

    @api.model
    def _plan(self, documents, unit, decider, route):
        """Return the values of the steps that what `unit` submits goes through.

        A unit that decides anyway is not asked before, nor is one asked twice in a
        row for the same role.

        :param decider: the unit to which the document goes in the end, if any
        :param route: a route, empty for the leader of the unit alone
        """
        planned, last = [], None
        asked = self._asked(documents, unit, route)
        acting = unit.union(unit, *(step["unit"] for step in asked))._acting_units()
        deciders = (decider | decider.advises_id) - acting[unit.id]
        for step in asked:
            actor = acting[step.pop("unit").id]
            step["unit_id"] = actor.id
            asker = (actor, step["role"])
            # The body of a committee decides for it.
            idle = actor in deciders or asker == last
            if step["is_opinion"] or not idle:
                planned.append(step)
            if not step["is_opinion"]:
                last = asker
        return planned

    @api.model
    def _asked(self, documents, unit, route):
        """Return what the route asks, one dictionary for each unit asked; its key
        `unit` is the unit itself."""
        own, other = documents._agreeing("own"), documents._agreeing("other")
        shared = {"is_routed": True, "state": "waiting", "submitter_id": self.env.uid}
        if not route:
            return [
                {
                    **shared,
                    "unit": unit,
                    "for_unit_id": unit.id,
                    "role": own.role,
                    "transition": own.name,
                    "days": own.days,
                    "is_opinion": False,
                    "same_person": "skip",
                }
            ]
        return [
            {
                **shared,
                "unit": actor,
                "for_unit_id": actor.id,
                "role": step.role,
                "transition": (own if actor == unit else other).name,
                "name": step.name,
                "sequence": number,
                "days": step.days,
                "is_opinion": step.is_opinion,
                "same_person": step.same_person,
                "allows_paper": step.allows_paper,
            }
            for number, step in enumerate(route.step_ids, 1)
            for actor in step._units_for(unit)
        ]

    @api.model
    def _progress(self, documents):
        """Open the next step of each document's route.

        :return: the documents whose route is at its end
        """
        waiting = self._of(documents, "waiting")
        deciding = waiting.filtered(lambda step: not step.is_opinion)
        skipped = deciding._held_by_same_person()
        nexts = self.browse()
        for steps in deciding.grouped("res_id").values():
            following = (steps - skipped)[:1]
            nexts |= following
            skipped -= steps.filtered(
                lambda s, f=following: f and s.sequence >= f.sequence
            )
        skipped._end("skipped")
        opened = nexts | nexts._opinions_beside(waiting)
        opened._begin()
        documents.invalidate_recordset(["current_step_id"], flush=False)
        return documents.browse(set(documents.ids) - set(nexts.mapped("res_id")))

    def _held_by_same_person(self):
        """Return the steps that are skipped, for who acts now holds their role too."""
        skippable = self.filtered(lambda step: step.same_person == "skip")
        assignment = self.env["danvan.assignment"].with_env(self.env)
        held = {
            role: assignment._holding(steps.for_unit_id, role)
            for role, steps in skippable.grouped("role").items()
        }
        return skippable.filtered(lambda s: s.for_unit_id.id in held[s.role])

    def _opinions_beside(self, waiting):
        """Return the opinions asked by the time these steps have their turn."""
        turn = {step.res_id: step.sequence for step in self}
        return waiting.filtered(
            lambda s: s.is_opinion and s.sequence <= turn.get(s.res_id, -1)
        )

    def _begin(self):
        """Let these steps wait from now on, each as long as it was given."""
        now = fields.Datetime.now()
        due = self._due_dates(set(self.mapped("days")))
        for days, steps in self.grouped("days").items():
            steps._write_owned(
                {"state": "pending", "since": now, "due_date": due[days]}
            )

    def _earlier(self):
        """Return the decisions of this document's route before this step's."""
        self.ensure_one()
        steps = self.sudo().search(
            [
                ("res_model", "=", self.res_model),
                ("res_id", "=", self.res_id),
                ("is_routed", "=", True),
                ("is_opinion", "=", False),
                ("state", "in", AGREED),
                ("lap", "=", self.lap),
                ("sequence", "<", self.sequence),
            ],
            order="sequence, id desc",
        )
        # Of a step gone through twice only the last one counts.
        return self.browse({step.sequence: step.id for step in steps[::-1]}.values())

    def _go_back(self, earlier):
        """Let the document of this step wait at an earlier one again; what lies
        between is gone through anew."""
        self.ensure_one()
        between = earlier | self._earlier().filtered(
            lambda step: step.sequence > earlier.sequence
        )
        anew = [
            {**step._again(), "state": "waiting"}
            for step in (between | self).sudo().sorted("sequence")
        ]
        self._end("returned")
        self._create_owned(anew)

    def _again(self):
        """Return the values with which this step is gone through once more."""
        kept = (
            "res_model",
            "res_id",
            "subject",
            "owner_unit_id",
            "for_unit_id",
            "unit_id",
            "role",
            "transition",
            "name",
            "sequence",
            "is_routed",
            "is_opinion",
            "same_person",
            "allows_paper",
            "days",
            "submitter_id",
            "lap",
        )
        vals = {
            name: self._fields[name].convert_to_write(self[name], self) for name in kept
        }
        # What is asked anew is wanted: it is not skipped again.
        anew = "allow" if self.same_person == "skip" else self.same_person
        return {**vals, "same_person": anew, "since": fields.Datetime.now()}
