"""Two threads that are one model are joined; one that is two is split."""

from odoo import api, models
from odoo.exceptions import UserError

JOIN = "join_models"
SPLIT = "split_model"
# Who decides on a registration, or appraises it, says which model it belongs to.
ROLES = ("officer", "approver", "appraiser")


class DanvanModel(models.Model):
    """The two acts on a thread. Registrations keep everything they say; only the model
    they belong to, and the year they continue, are set anew."""

    _inherit = "danvan.model"

    def action_join(self):
        """Open the dialog in which these models are joined to one.

        :return: the action that opens it
        """
        self.check_access("read")
        return self._thread_dialog(
            "danvan.model.join",
            self.env._("Join Models"),
            {"default_model_ids": self.ids},
        )

    def action_split(self):
        """Open the dialog in which registrations leave this model for one of their own.

        :return: the action that opens it
        """
        self._exactly_one()
        self.check_access("read")
        return self._thread_dialog(
            "danvan.model.split",
            self.env._("Split Model"),
            {"default_model_id": self.id},
        )

    @api.model
    def _thread_dialog(self, name, title, context):
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": name,
            "views": [(False, "form")],
            "target": "new",
            "context": context,
        }

    def _join_to(self, kept, reason):
        """Give the registrations of these models to `kept`; the others cease to be.

        :raise UserError: when there is nothing to join, or somebody else decides
        """
        self.check_access("read")
        # sudo: all registrations follow their model, whoever may read them; the right
        # to decide on each is checked below. Of a model without any nobody decides.
        others = (self - kept).sudo().filtered("registration_ids")
        if not others or kept not in self or not reason:
            raise UserError(
                self.env._(
                    "Choose at least two models, which one stays, and write why."
                )
            )
        moving = others.registration_ids
        holding = (moving | kept.sudo().registration_ids)._holding_of_thread()
        said = self.env._(
            "%(others)s → %(kept)s. %(reason)s",
            others=", ".join(f"“{name}”" for name in others.mapped("name")),
            kept=f"“{kept.name}”",
            reason=reason,
        )
        moving._set_thread(kept, JOIN, holding, said)
        others.unlink()

    def _split_off(self, registrations, reason):
        """Give some registrations of this model a thread of their own.

        :return: the new model
        :raise UserError: when all or none are chosen, or somebody else decides
        """
        self._exactly_one()
        self.check_access("read")
        # sudo: which registrations there are; the right on those chosen comes next.
        every = self.sudo().registration_ids
        if not reason or not registrations or not registrations < every:
            raise UserError(
                self.env._(
                    "Choose the registrations that are another model, leave at least "
                    "one, and write why."
                )
            )
        leaving = registrations.sudo()
        holding = leaving._holding_of_thread()
        newest = leaving.sorted(lambda r: (r.year, r.id))[-1]
        thread = self._create_owned([newest._thread_vals()])
        leaving._set_thread(thread, SPLIT, holding, reason)
        (every - leaving)._continue_each_other()
        return thread


class DanvanRegistration(models.Model):
    """Which model a registration belongs to, changed by the two acts above."""

    _inherit = "danvan.registration"

    @api.model
    def _act_labels(self):
        labels = super()._act_labels()
        own = {JOIN: self.env._("Join Models"), SPLIT: self.env._("Split Model")}
        return {**labels, **own}

    def _holding_of_thread(self):
        """Return `{id: assignment}` by which the current user says to which model each
        belongs: acting for the unit that decides, or appraising in its area.

        :raise UserError: when one of them is not this person's to decide
        """
        holding = {}
        for role in ROLES:
            holding = {**self._held_for_decider(role), **holding}
        for assignment in self.env["danvan.assignment"]._mine(["appraiser"]):
            area = self._within_areas(assignment, "appraise", "unit_id")
            within = self.sudo().filtered_domain(area)
            holding = {**dict.fromkeys(within.ids, assignment), **holding}
        self._check_thread_held(holding)
        return holding

    def _held_for_decider(self, role):
        heirs = {
            r: r.deciding_unit_id._heir() for r in self.sudo() if r.deciding_unit_id
        }
        units = self.env["danvan.unit"].union(*heirs.values())
        held = self.env["danvan.assignment"]._holding(units, role)
        return self._first_fitting(
            {r: held[unit.id] for r, unit in heirs.items() if unit.id in held}
        )

    def _check_thread_held(self, holding):
        foreign = self.sudo().filtered(lambda r: r.id not in holding)
        if foreign:
            units = foreign.deciding_unit_id.mapped("name")
            raise UserError(
                self.env._(
                    "Only who decides or appraises there says which model it is: %s.",
                    ", ".join(units),
                )
            )

    def _set_thread(self, thread, act, holding, reason):
        """Give these registrations to `thread`; the right was checked just before."""
        before = {registration.id: registration.state for registration in self}
        self._write_owned({"model_id": thread.id})
        self._log(act, before, holding, reason)
        thread.sudo().registration_ids._continue_each_other()

    def _continue_each_other(self):
        """Let each continue the one of the year before it in the same thread: what was
        called new and is not, or the other way round, counts as what it is."""
        before = self.browse()
        for registration in self.sorted(lambda r: (r.year, r.id)):
            previous = registration.previous_id
            if previous not in self or previous.year >= registration.year:
                earlier = before.filtered(lambda r, y=registration.year: r.year < y)
                if earlier[-1:] != previous:
                    registration._write_owned({"previous_id": earlier[-1:].id})
            before |= registration
