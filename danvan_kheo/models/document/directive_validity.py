"""Which directing documents are in force, and what has taken the place of others."""

import datetime
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ...tools import long_dates

# How long before its end a document is shown as ending.
SOON = timedelta(days=90)
STATES = [
    ("planned", "Not Yet in Force"),
    ("in_force", "Still in Force"),
    ("ending", "In Force, Ending Soon"),
    ("ended", "No Longer in Force"),
    ("replaced", "Replaced by Another"),
]
# Directing documents of which families are cited on papers of a family; the Front and
# the unions, which are not listed, cite both.
CITED_BY = {"party": ("party", "both"), "state": ("state", "both")}


class DanvanDirective(models.Model):
    """Validity follows from the dates alone; nobody presses a button for it."""

    _inherit = "danvan.directive"

    date_to = fields.Date(
        compute="_compute_date_to",
        store=True,
        readonly=False,
        precompute=True,
        help="The last day on which it is in force.",
    )
    replaced_by_id = fields.Many2one(
        "danvan.directive",
        "Replaced by",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
    )
    replaces_ids = fields.One2many("danvan.directive", "replaced_by_id", "Replaces")
    state = fields.Selection(
        STATES, "Validity", compute="_compute_state", search="_search_state"
    )

    @api.depends("replaced_by_id.date_from")
    def _compute_date_to(self):
        for directive in self:
            successor_from = directive.replaced_by_id.date_from
            until = successor_from and successor_from - timedelta(days=1)
            directive.date_to = directive.date_to or until

    @api.model
    def _state_domains(self):
        """Return `{state: domain}`; every document is in exactly one of them."""
        today = self._today()
        ended = Domain("date_to", "<", today)
        replaced = Domain("replaced_by_id", "!=", False)
        in_force = self._in_force(today)
        ending = Domain("date_to", "<=", today + SOON)
        return {
            "planned": ~ended & Domain("date_from", ">", today),
            "in_force": in_force & ~ending,
            "ending": in_force & ending,
            "ended": ended & ~replaced,
            "replaced": ended & replaced,
        }

    @api.depends("date_from", "date_to", "replaced_by_id")
    def _compute_state(self):
        self.state = False
        for state, domain in self._state_domains().items():
            self.filtered_domain(domain).state = state

    def _search_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        domains = self._state_domains()
        return Domain.OR(domains[state] for state in value if state in domains)

    @api.constrains("replaced_by_id", "date_to")
    def _check_replacement(self):
        for directive in self.filtered("replaced_by_id"):
            if directive._has_cycle("replaced_by_id"):
                raise ValidationError(
                    self.env._(
                        "“%s” would in the end be replaced by itself. Choose another "
                        "document that replaces it.",
                        directive.name,
                    )
                )
            if not directive.date_to:
                raise ValidationError(
                    self.env._(
                        "Enter the last day on which “%s” was in force: another "
                        "document replaces it.",
                        directive.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        """Create entries.

        :raise AccessError: when one is replaced by what its maker may not read
        """
        directives = super().create(vals_list)
        directives._check_successor_readable()
        return directives

    def write(self, vals):
        """Write.

        :raise AccessError: when one is replaced by what the person may not read
        """
        result = super().write(vals)
        if vals.get("replaced_by_id"):
            self._check_successor_readable()
        return result

    def _check_successor_readable(self):
        # The ORM checks no right on the target of a many2one, and runs constraints
        # with full rights.
        self.replaced_by_id.check_access("read")

    @api.ondelete(at_uninstall=False)
    def _unlink_except_cited(self):
        for model in ("danvan.document", "danvan.document.template"):
            # sudo: only tells that somebody cites it, not who.
            citing = self.env[model].sudo()
            cited = citing.search([("basis_ids", "in", self.ids)], limit=1).basis_ids
            if cited & self:
                raise UserError(
                    self.env._(
                        "Papers cite “%s”. Enter its last day in force instead of "
                        "deleting it.",
                        (cited & self)[:1].name,
                    )
                )

    def _is_in_force_on(self, date):
        return bool(self.filtered_domain(self._in_force(date)))

    def _current_on(self, date=None):
        """Return these documents, each that is not in force on `date` (default: today)
        exchanged for the one in force then that has taken its place, if there is one.
        """
        return self.browse().union(*(one._current_one(date) for one in self))

    def _current_one(self, date):
        candidate, passed = self, self.browse()
        # `passed`: a cycle is refused when saved only.
        while candidate and candidate not in passed:
            if candidate._is_in_force_on(date):
                return candidate
            passed |= candidate
            candidate = candidate.replaced_by_id._filtered_access("read")
        return self

    def _citable_by(self, family):
        """Return those of these documents that papers of a family cite.

        :param family: key of `danvan.document.layout.family`
        """
        cited = CITED_BY.get(family)
        return self.filtered(lambda one: not cited or one.family in cited)

    def _in_order(self):
        """Return these documents in the order in which papers cite them."""
        return self.sorted(
            lambda one: (
                one.sequence,
                one.date_issued or datetime.date.max,
                one._origin.id,
            )
        )

    def _fault_on(self, date):
        """Say why this document is no basis on `date`, empty when it is one."""
        self.ensure_one()
        if self.date_to and self.date_to < date:
            return self.env._(
                "Basis “%(number)s” is no longer in force from %(date)s.",
                number=self.number,
                date=long_dates.short_date(self.date_to + timedelta(days=1)),
            )
        if self.date_from and self.date_from > date:
            return self.env._(
                "Basis “%(number)s” is in force only from %(date)s.",
                number=self.number,
                date=long_dates.short_date(self.date_from),
            )
        return ""
