"""First set-up in one sitting: the province, its communes, their bodies, who leads."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

STEPS = [
    ("province", "Province"),
    ("bodies", "Bodies"),
    ("leader", "Leading Body"),
    ("done", "Finished"),
]


class DanvanSetup(models.TransientModel):
    """Asks everything first and writes nothing before the last step; then one act
    makes it all. Run again, it adds what is missing and leaves what is there."""

    _name = "danvan.setup"
    _description = "First Set-up"

    step = fields.Selection(
        STEPS, required=True, default="province", export_string_translation=False
    )
    province = fields.Selection(
        lambda self: self.env["danvan.territory"]._available_provinces(),
        default=lambda self: self._loaded_province(),
    )
    commune_count = fields.Integer("Communes", compute="_compute_counts")
    province_standard_ids = fields.Many2many(
        "danvan.unit.standard",
        "danvan_setup_province_standard_rel",
        string="Bodies of the Province",
        domain=lambda self: self._of_top_level(True),
        default=lambda self: self._proposed(True),
    )
    commune_standard_ids = fields.Many2many(
        "danvan.unit.standard",
        "danvan_setup_commune_standard_rel",
        string="Bodies of Each Commune",
        domain=lambda self: self._of_top_level(False),
        default=lambda self: self._proposed(False),
    )
    missing_count = fields.Integer("Units to Be Made", compute="_compute_counts")
    standing_count = fields.Integer("There Already", compute="_compute_counts")
    lead_standard_id = fields.Many2one(
        "danvan.unit.standard",
        "Leading Body",
        compute="_compute_lead_standard_id",
        store=True,
        readonly=False,
        domain="[('id', 'in', province_standard_ids), ('advises', '=', True)]",
        help="Receives and decides what is registered at the level of the province.",
    )
    leading_unit_id = fields.Many2one(
        "danvan.unit", "Leads Already", compute="_compute_leading_unit_id"
    )
    result = fields.Text(readonly=True)

    @api.model
    def _loaded_province(self):
        """Return the code of the province that is loaded already."""
        codes = [
            code for code, _name in self.env["danvan.territory"]._available_provinces()
        ]
        loaded = self.env["danvan.territory"].search([("code", "in", codes)], limit=1)
        return loaded.code

    @api.model
    def _of_top_level(self, is_top):
        """Return the domain of the standard units of the highest level, or of those
        below it."""
        top = self.env["danvan.level"]._upward()[-1:]
        domain = Domain("level_id", "=" if is_top else "!=", top.id)
        return list(domain & self.env["danvan.unit.standard"]._in_force())

    @api.model
    def _proposed(self, is_top):
        domain = [*self._of_top_level(is_top), ("is_proposed", "=", True)]
        return self.env["danvan.unit.standard"].search(domain)

    def _standards(self):
        # The ids as stored: while the form is edited they come wrapped.
        return (self.province_standard_ids | self.commune_standard_ids)._origin

    def _planner(self):
        """Return the plan of all units that are asked for."""
        places = self.env["danvan.territory"]._places(self.province)
        return self._standards()._planner(places)

    @api.depends("province", "province_standard_ids", "commune_standard_ids")
    def _compute_counts(self):
        for setup in self:
            planner = setup._planner() if setup.province else None
            setup.commune_count = len(planner.places) - 1 if planner else 0
            setup.missing_count = len(planner.missing()) if planner else 0
            setup.standing_count = len(planner.standing()) if planner else 0

    @api.depends("province_standard_ids")
    def _compute_lead_standard_id(self):
        for setup in self:
            chosen = setup.province_standard_ids._origin
            if setup.lead_standard_id not in chosen:
                setup.lead_standard_id = chosen.filtered("leads_movement")[:1]

    @api.depends("province")
    def _compute_leading_unit_id(self):
        """Find the body that leads for the committee of the whole province."""
        for setup in self:
            setup.leading_unit_id = self.env["danvan.unit"].search(
                [
                    ("leads_movement", "=", True),
                    ("advises_id.parent_id", "=", False),
                    ("is_in_force", "=", True),
                ],
                limit=1,
            )

    @api.model
    def _steps(self):
        """Return the names of the steps in their order, the last one being the end."""
        return [name for name, _label in self._fields["step"].selection]

    def action_next(self):
        """Go to the next step.

        :raise UserError: when this step is not answered
        """
        self._check_answers()
        return self._go(1)

    def action_back(self):
        """Go back to the step before."""
        return self._go(-1)

    def _go(self, move):
        self.ensure_one()
        self.env["danvan.unit"].check_access("create")
        steps = self._steps()
        place = steps.index(self.step) + move
        # The last step is the end of the act, not a page to turn to.
        self.step = steps[min(max(place, 0), len(steps) - 2)]
        return self._reopened()

    def _check_answers(self):
        if not self.province:
            raise UserError(self.env._("Choose the province first."))
        if self.step == "bodies" and not self._standards():
            raise UserError(self.env._("Tick at least one body."))

    def action_apply(self):
        """Load the territories, make the units, say who leads.

        :return: the action that shows what was made and what was there
        :raise AccessError: for anyone but administrators of the module
        :raise UserError: when something is not answered
        """
        self.ensure_one()
        self.env["danvan.unit"].check_access("create")
        self.env["danvan.territory"].check_access("create")
        self._check_answers()
        said = self._apply()
        self.write({"step": "done", "result": "\n".join(said)})
        return self._reopened()

    def _apply(self):
        """Do what was asked for; rooms add theirs.

        :return: sentences that tell what was done
        """
        territory = self.env["danvan.territory"]
        before = territory.search_count([])
        territory._load_province(self.province)
        planner = self._planner()
        standing = planner.standing()
        made = self._standards()._make_units(planner)
        return [
            self.env._("Territories loaded: %s.", territory.search_count([]) - before),
            self.env._("Units made: %s.", len(made)),
            self.env._("Units that were there already: %s.", len(standing)),
            *self._name_leader(planner, made),
        ]

    def _name_leader(self, planner, made):
        """Mark who leads the movement, unless somebody does.

        :param made: the units made just now
        """
        lead = self._unit_of(planner, self.lead_standard_id)
        if not lead:
            return []
        committee = lead.advises_id or lead.parent_id
        leading = self.env["danvan.unit"].search(
            [("advises_id", "=", committee.id), ("leads_movement", "=", True)]
        )
        (leading & made - lead).leads_movement = False
        earlier = leading - made - lead
        if earlier:
            return [
                self.env._("The movement is led by %s, as before.", earlier[0].name)
            ]
        lead.write({"advises_id": committee.id, "leads_movement": True})
        return [self.env._("The movement is led by %s.", lead.name)]

    def _unit_of(self, planner, standard):
        planned = planner.planned.get((standard.id, self.province))
        return planned and planned.unit

    def action_units(self):
        """Open the tree of units."""
        return self._action("danvan_unit_action")

    def action_accounts(self):
        """Go on to the list of accounts."""
        return self._action("danvan_account_import_action")

    def action_checks(self):
        """Go on to the check of what is still missing."""
        return self.env["danvan.setup.check"].action_show()

    def _action(self, name):
        return self.env["ir.actions.act_window"]._for_xml_id(f"danvan_kheo.{name}")

    def _reopened(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("First Set-up"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }
