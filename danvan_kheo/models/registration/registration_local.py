"""“Xác nhận của địa phương”: the committee of the place reads and confirms."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ..workflow.transition import Transition
from .registration_workflow import ACCEPTED_STATES, UNSENT_STATES

_lt = LazyTranslate(__name__)


class DanvanRegistration(models.Model):
    """A registration carried out in a commune under whose committee its unit does not
    stand: that committee reads it and confirms it with a note, without approving."""

    _inherit = "danvan.registration"
    _owned_fields = ("local_confirmed_on",)

    place_unit_id = fields.Many2one(
        "danvan.unit",
        "Committee of the Place",
        compute="_compute_place_unit_id",
        compute_sudo=True,
        store=True,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
        help="Where another committee than the unit's own answers for the place.",
    )
    local_confirmed_on = fields.Date(
        "Confirmed by the Place on", readonly=True, copy=False
    )

    @api.depends("unit_id", "territory_id")
    def _compute_place_unit_id(self):
        committees = self.territory_id._committees()
        for registration in self:
            committee = committees.get(registration.territory_id)
            inside = committee and committee.id in registration.unit_id._chain()
            registration.place_unit_id = False if inside else committee

    @api.model
    def _transitions(self):
        return [
            *super()._transitions(),
            Transition(
                name="confirm_locally",
                label=_lt("Local Confirmation"),
                sources=("sent", "received", *ACCEPTED_STATES),
                target=None,
                role="approver",
                unit="place_unit_id",
                reason=True,
                is_task=True,
                is_batch=True,
                condition="_unconfirmed_by_place",
                values="_confirmed_by_place",
                style="secondary",
            ),
        ]

    def _unconfirmed_by_place(self):
        return self.filtered(lambda r: r.place_unit_id and not r.local_confirmed_on)

    def _confirmed_by_place(self):
        today = self.env["danvan.period"]._today()
        return {registration.id: {"local_confirmed_on": today} for registration in self}


class DanvanTerritory(models.Model):
    """Who answers for a commune."""

    _inherit = "danvan.territory"

    def _committees(self):
        """Return `{territory: committee}`: of each of these the committee in force of
        its own level, by one query."""
        units = self.env["danvan.unit"]
        domain = (
            units._in_force()
            & Domain("territory_id", "in", self.ids)
            & Domain("kind_id.is_committee", "=", True)
        )
        found = units.search(domain, order="id desc") if self else units
        return {
            unit.territory_id: unit
            for unit in found
            if unit.level_id == unit.territory_id.level_id
        }


class DanvanScoped(models.AbstractModel):
    """Registrations and their lines are read by the units that take part, and by the
    committee of the place, once they have left their desk."""

    _inherit = "danvan.scoped"

    @api.model
    def _read_beyond(self, mine):
        beyond = super()._read_beyond(mine)
        name = self._field_to_registration()
        ids = name and self.env["danvan.registration"]._taken_part_in(mine)
        return beyond | Domain(name, "in", ids) if ids else beyond

    @api.model
    def _field_to_registration(self):
        """Return the field that leads to the registration: of that and of its lines,
        of nothing else that hangs on one."""
        if self._name == "danvan.registration":
            return "id"
        lines = self.env.registry["danvan.registration.line"]
        return "registration_id" if isinstance(self, lines) else None


class DanvanRegistrationTaken(models.Model):
    """Which registrations of others concern a person's units."""

    _inherit = "danvan.registration"

    @api.model
    def _taken_part_in(self, mine):
        """Return the ids of the registrations in which the units of the assignments
        `mine` take part, or for whose place they answer."""
        seats = mine.filtered(lambda a: a.role != "viewer")
        if not seats:
            return []
        # sudo: what is asked are the person's own units, within each one's limits.
        part = self.env["danvan.registration.partner"].sudo()
        parts = part.search([("partner_id", "in", seats.unit_id.ids)])
        taken = parts.grouped("partner_id")
        concerned = Domain.OR(
            seat._concerned_registrations(taken.get(seat.unit_id, parts.browse()))
            for seat in seats
        )
        left = Domain("state", "not in", UNSENT_STATES)
        return self.sudo().search(left & concerned).ids


class DanvanAssignment(models.Model):
    """What concerns the unit of one assignment, within the assignment's own limits."""

    _inherit = "danvan.assignment"

    def _concerned_registrations(self, parts):
        """Return the domain of the registrations of others that concern the unit.

        :param parts: the parts that it takes in registrations
        """
        model = "danvan.registration"
        place = Domain("place_unit_id", "=", self.unit_id.id)
        part = Domain("id", "in", parts.registration_id.ids)
        return (place | part) & self._narrows(model)
