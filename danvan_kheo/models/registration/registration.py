"""A registration: one model in one campaign, the one form that an officer fills."""

from odoo import api, fields, models

KINDS = [("model", "Model"), ("exemplar", "Exemplar")]
SUBJECTS = [
    ("collective", "Collective"),
    ("individual", "Individual"),
    ("household", "Household"),
]
PLACES = [
    ("hamlet", "One hamlet or quarter"),
    ("commune", "The whole commune"),
    ("several", "Several hamlets or communes"),
    ("institution", "Office, school, company or unit"),
]


class DanvanRegistration(models.Model):
    """What a unit registers for a year: aims, place, people, plan and results.

    It holds the year's content itself and stays true to its year; every list, rule
    and table reads it without a join.
    """

    _name = "danvan.registration"
    _inherit = [
        "danvan.workflow",
        "danvan.searchable",
        "danvan.thread",
        "danvan.scoped",
    ]
    _description = "Registration"
    _order = "year desc, id desc"
    _search_key_fields = ("name", "hamlet", "place_detail")
    _placing_fields = ("campaign_id", "unit_id", "previous_id")

    name = fields.Char("Name of the Model or Exemplar")
    campaign_id = fields.Many2one(
        "danvan.campaign",
        "Campaign",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._open_for_own(),
    )
    year = fields.Integer(related="campaign_id.year", store=True)
    unit_id = fields.Many2one(
        "danvan.unit",
        "Registering Unit",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["danvan.campaign"]._own_unit(),
    )
    kind = fields.Selection(KINDS, required=True, default="model", index=True)
    subject_type = fields.Selection(SUBJECTS, required=True, default="collective")
    sector_id = fields.Many2one(
        "danvan.sector", "Sector", index=True, ondelete="restrict"
    )
    theme_ids = fields.Many2many("danvan.theme", string="Themes")
    registered_level_id = fields.Many2one(
        "danvan.level",
        "Registered at Level",
        compute="_compute_registered_level_id",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
        ondelete="restrict",
        help="The level that accepts and evaluates.",
    )
    deciding_unit_id = fields.Many2one(
        "danvan.unit",
        "Decided by",
        compute="_compute_deciding_unit_id",
        compute_sudo=True,
        store=True,
        precompute=True,
        index=True,
        ondelete="restrict",
    )

    place_kind = fields.Selection(
        PLACES, "Carried out in", required=True, default="hamlet"
    )
    territory_id = fields.Many2one(
        "danvan.territory",
        "Commune",
        compute="_compute_territory_id",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
        ondelete="restrict",
    )
    hamlet = fields.Char("Hamlet or Quarter")
    place_detail = fields.Char("Place in Detail")
    political_task = fields.Text("Political Task Served")
    people_need = fields.Text("Need of the People Answered")

    person_ids = fields.One2many(
        "danvan.registration.person", "registration_id", "Persons in Charge", copy=True
    )
    core_force = fields.Char("Core Force")
    activity_plan_ids = fields.One2many(
        "danvan.registration.activity",
        "registration_id",
        "Activities and Dates",
        copy=True,
    )
    funding = fields.Char("Cost and Source")

    situation_before = fields.Text("Situation before")
    indicator_ids = fields.One2many(
        "danvan.registration.indicator", "registration_id", "Indicators", copy=True
    )
    result_ids = fields.One2many(
        "danvan.registration.result", "registration_id", "Results"
    )
    beneficiaries = fields.Char("Who Benefits")
    late_reason = fields.Char("Why it is Registered Late")

    model_id = fields.Many2one(
        "danvan.model", "Model through the Years", readonly=True, index=True, copy=False
    )
    previous_id = fields.Many2one(
        "danvan.registration",
        "Registration of the Year before",
        index="btree_not_null",
        copy=False,
        ondelete="restrict",
    )
    continuity = fields.Selection(
        [("new", "New Model"), ("continued", "Continued")],
        compute="_compute_continuity",
        store=True,
    )

    @api.depends("unit_id")
    def _compute_registered_level_id(self):
        levels = self.env["danvan.level"]._upward()
        # Of many registered at once the deciders of a unit are asked about once.
        for registrations in self.grouped("unit_id").values():
            lowest = registrations[:1]._lowest_deciding(levels)
            registrations.registered_level_id = lowest

    def _lowest_deciding(self, levels):
        """Return the lowest level at or above the unit's where someone decides."""
        unit = self.unit_id.sudo()
        at_or_above = levels.filtered(lambda level: level.rank <= unit.level_id.rank)
        return next((lv for lv in at_or_above if unit._deciding_unit(lv)), levels[:0])

    @api.depends("unit_id", "registered_level_id")
    def _compute_deciding_unit_id(self):
        for level, registrations in self.grouped("registered_level_id").items():
            deciders = registrations.unit_id._deciding_units(level)
            for registration in registrations:
                registration.deciding_unit_id = deciders.get(registration.unit_id)

    @api.depends("unit_id")
    def _compute_territory_id(self):
        for registration in self:
            registration.territory_id = registration.unit_id.territory_id

    @api.depends("previous_id")
    def _compute_continuity(self):
        for registration in self:
            registration.continuity = "continued" if registration.previous_id else "new"

    @api.depends("name")
    def _compute_display_name(self):
        for registration in self:
            registration.display_name = registration.name or self.env._(
                "Draft without a name"
            )

    @api.constrains("campaign_id", "unit_id")
    def _check_campaign_covers_unit(self):
        # Of many registered at once each pair is asked about once.
        pairs = self.grouped(lambda r: (r.campaign_id, r.unit_id))
        for campaign, unit in pairs:
            campaign._check_covers(unit)
