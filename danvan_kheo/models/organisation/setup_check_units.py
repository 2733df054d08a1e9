"""Is there a tree of units, and are there people in it."""

from dateutil.relativedelta import relativedelta

from odoo import api, models
from odoo.fields import Domain

from .assignment import ROLES
from .finding import Finding

# Who only looks on acts for nobody.
ACTING_ROLES = tuple(role for role, _label in ROLES if role != "viewer")
SOON = relativedelta(days=30)


class DanvanSetupCheck(models.TransientModel):
    """Territories, the root, who leads; officers, leaders, appraisers; assignments."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [
            *super()._checks(),
            "_check_territories",
            "_check_root",
            "_check_leading_body",
            "_check_leading_people",
            "_check_officers",
            "_check_approvers",
            "_check_half_staffed",
            "_check_appraisers",
            "_check_archived_accounts",
            "_check_ending_assignments",
        ]

    def _check_territories(self):
        count = self.env["danvan.territory"].search_count([("is_in_force", "=", True)])
        return Finding(
            name=self.env._("Territories"),
            state="ok" if count else "error",
            count=count,
            advice=self.env._("The communes of the province are loaded.")
            if count
            else self.env._("Choose the province under “First Set-up”."),
            action=self._opens(
                "danvan_territory_action" if count else "danvan_setup_action"
            ),
        )

    def _units(self, *domains):
        """Return the domain of the units in force for which all of `domains` hold."""
        return Domain.AND([self.env["danvan.unit"]._in_force(), *map(Domain, domains)])

    def _units_finding(self, name, domain, state, well, advice):
        """Return the finding of a check that counts units which should not be.

        :param state: when there are any
        :param well: what is said when there are none
        """
        count = self.env["danvan.unit"].search_count(domain)
        return Finding(
            name=name,
            state=state if count else "ok",
            count=count,
            advice=advice if count else well,
            action=self._lists("danvan.unit", domain, name) if count else None,
        )

    def _check_root(self):
        domain = self._units([("parent_id", "=", False)])
        roots = self.env["danvan.unit"].search(domain, limit=10)
        committee = roots.kind_id.filtered("is_committee")
        name = self.env._("Committee of the province")
        if not committee:
            return Finding(
                name=name,
                state="error",
                count=len(roots),
                advice=self.env._(
                    "No Party committee stands at the top of the tree. Make the units "
                    "under “First Set-up”, or load them from a file."
                ),
                action=self._opens("danvan_setup_action"),
            )
        return Finding(
            name=name,
            state="warning" if len(roots) > 1 else "ok",
            count=len(roots),
            advice=self.env._(
                "Several units stand under none. Put them under their superior."
            )
            if len(roots) > 1
            else roots.name,
            action=self._lists("danvan.unit", domain, name),
        )

    def _check_leading_body(self):
        domain = self._units([("leads_movement", "=", True)])
        rows = self.env["danvan.unit"]._read_group(domain, ["advises_id"], ["__count"])
        doubled = sum(count > 1 for committee, count in rows if committee)
        stray = any(not committee for committee, _count in rows)
        advice = self.env._(
            "The body that receives and decides registrations is named."
        )
        if not rows:
            advice = self.env._(
                "Tick “Leads the Movement” on one body that advises the committee."
            )
        elif doubled:
            advice = self.env._("Two bodies lead for the same committee. Leave one.")
        elif stray:
            advice = self.env._(
                "A body leads but advises no committee. Fill in “Advises”."
            )
        return Finding(
            name=self.env._("Body that leads the movement"),
            state="error" if not rows else "warning" if doubled or stray else "ok",
            count=sum(count for _committee, count in rows),
            advice=advice,
            action=self._lists(
                "danvan.unit",
                domain if rows else self._units([("advises_id", "!=", False)]),
                self.env._("Body that leads the movement"),
            ),
        )

    def _check_leading_people(self):
        roles = ("officer", "approver", "registrar")
        lacking = Domain.OR(~self._holding(role) for role in roles)
        return self._units_finding(
            self.env._("Leading bodies without officer, leader or registrar"),
            self._units([("leads_movement", "=", True)], lacking),
            "error",
            self.env._("The leading body can plan, approve and number its papers."),
            self.env._(
                "Assign an officer, a leader who approves and a registrar there: the "
                "year begins with them."
            ),
        )

    def _holding(self, *roles):
        """Return the domain of the units for which somebody acts in one of `roles`:
        who sits there, or covers just that unit."""
        assignment = self.env["danvan.assignment"]
        held = assignment._effective() & Domain("role", "in", roles)
        covering = held & assignment._covering_root()
        sitting = Domain("assignment_ids", "any", held)
        return sitting | Domain("covering_ids", "any", covering)

    def _own_desk(self):
        """Return the domain of the units that need people of their own: with a seal,
        above the lowest level, for whose units the one above acts."""
        lowest = self.env["danvan.level"]._upward()[:1]
        return Domain("has_seal", "=", True) & Domain("level_id", "!=", lowest.id)

    def _check_officers(self):
        return self._units_finding(
            self.env._("Units without an officer"),
            self._units(self._own_desk(), ~self._holding("officer")),
            "warning",
            self.env._("Every unit with a seal has an officer."),
            self.env._(
                "Assign officers, at best by a list of accounts. Until then the unit "
                "above enters for them."
            ),
        )

    def _check_approvers(self):
        return self._units_finding(
            self.env._("Units without a leader who approves"),
            self._units(self._own_desk(), ~self._holding("approver")),
            "warning",
            self.env._("Every unit with a seal has a leader who approves."),
            self.env._("Assign the leader of each unit with the role “Approver”."),
        )

    def _check_half_staffed(self):
        return self._units_finding(
            self.env._("Units with accounts, but nobody to send or approve"),
            self._units(
                # As `danvan.unit._staffed` does.
                self._holding(*ACTING_ROLES),
                ~self._holding("officer") | ~self._holding("approver"),
            ),
            "error",
            self.env._("Where there are accounts, there are an officer and a leader."),
            self.env._(
                "Nobody above acts for a unit that has accounts: its papers would "
                "stop. Assign both an officer and a leader there."
            ),
        )

    def _check_appraisers(self):
        leading = self.env["danvan.unit"].search(
            self._units([("leads_movement", "=", True)])
        )
        decides = Domain("id", "in", leading.ids) | (
            Domain("kind_id.is_committee", "=", True)
            & Domain("child_ids", "!=", False)
            & Domain("id", "not in", leading.advises_id.ids)
        )
        return self._units_finding(
            self.env._("Deciding units without an appraiser"),
            self._units(decides, ~self._holding("appraiser")),
            "warning",
            self.env._("Who decides on registrations has an appraiser."),
            self.env._("Assign an appraiser before the evaluation begins."),
        )

    def _check_archived_accounts(self):
        domain = self.env["danvan.assignment"]._effective()
        domain &= Domain("user_id.active", "=", False)
        return self._assignments_finding(
            self.env._("Assignments of archived accounts"),
            domain,
            self.env._("No archived account holds a role."),
            self.env._("Give each an end, and assign the successor."),
        )

    def _check_ending_assignments(self):
        today = self.env["danvan.assignment"]._today()
        return self._assignments_finding(
            self.env._("Assignments that end within 30 days"),
            Domain("date_to", ">=", today) & Domain("date_to", "<=", today + SOON),
            self.env._("No assignment ends soon."),
            self.env._("Prolong them, or assign the successor from the day after."),
        )

    def _assignments_finding(self, name, domain, well, advice):
        count = self.env["danvan.assignment"].search_count(domain)
        return Finding(
            name=name,
            state="warning" if count else "ok",
            count=count,
            advice=advice if count else well,
            action=self._lists("danvan.assignment", domain, name) if count else None,
        )
