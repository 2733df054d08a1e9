"""Lines of a registration: plan lines lock with it, result lines open while it runs."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

ROLES_OF_INDICATOR = [
    ("mobilised", "Mobilised"),
    ("result", "Result"),
    ("scale", "Scale"),
]


class DanvanRegistrationLine(models.AbstractModel):
    """A line belongs to its registration for good and takes its unit from it."""

    _name = "danvan.registration.line"
    _inherit = ["danvan.guarded", "danvan.scoped"]
    _description = "Line of a Registration"
    _order = "registration_id, sequence, id"
    _placing_fields = ("registration_id",)
    _narrowed_through = "registration_id"

    registration_id = fields.Many2one(
        "danvan.registration", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        related="registration_id.unit_id", store=True, index=True, string="Unit"
    )
    sequence = fields.Integer(default=10)


class DanvanRegistrationPerson(models.Model):
    """A real person who answers for the model (“người thật”)."""

    _name = "danvan.registration.person"
    _inherit = ["danvan.registration.line"]
    _description = "Person in Charge"

    # One field: names of one word and of ethnic minorities cannot be split.
    name = fields.Char("Full Name", required=True)
    post = fields.Char()
    phone = fields.Char("Telephone")


class DanvanRegistrationActivity(models.Model):
    """A real deed with its month (“việc thật”)."""

    _name = "danvan.registration.activity"
    _inherit = ["danvan.registration.line"]
    _description = "Planned Activity"
    _order = "registration_id, date, sequence, id"

    name = fields.Char("Work", required=True)
    date = fields.Date("Month")
    doer = fields.Char("Who Does It")


class DanvanRegistrationIndicator(models.Model):
    """What is to be reached: one figure with its unit of measure."""

    _name = "danvan.registration.indicator"
    _inherit = ["danvan.registration.line"]
    _description = "Indicator"

    name = fields.Char("Content", required=True)
    role = fields.Selection(ROLES_OF_INDICATOR, required=True, default="result")
    # Not required: a draft is saved half written; the readiness checks ask for it.
    measure = fields.Char("Unit of Measure")
    baseline = fields.Char(
        "At Present", help="Write “chưa có” when there is no figure."
    )
    target = fields.Float(digits=(16, 2))
    period = fields.Char("Per", help="Year, month, crop …; empty for the whole.")
    note = fields.Char(help="In the unit's own words.")


class DanvanRegistrationResult(models.Model):
    """What was reached, from–to, in the sender's own terms."""

    _name = "danvan.registration.result"
    _inherit = ["danvan.registration.line"]
    _description = "Result"

    indicator_id = fields.Many2one(
        "danvan.registration.indicator",
        "Planned Indicator",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('registration_id', '=', registration_id)]",
    )
    name = fields.Char(
        "Content", compute="_compute_from_indicator", store=True, readonly=False
    )
    measure = fields.Char(
        "Unit of Measure", compute="_compute_from_indicator", store=True, readonly=False
    )
    role = fields.Selection(
        ROLES_OF_INDICATOR,
        compute="_compute_from_indicator",
        store=True,
        readonly=False,
    )
    value_from = fields.Float("Reached", digits=(16, 2))
    value_to = fields.Float("Up to", digits=(16, 2))
    is_estimated = fields.Boolean("Estimated")
    note = fields.Char(help="In the unit's own words.")

    @api.depends("indicator_id")
    def _compute_from_indicator(self):
        for result in self:
            indicator = result.indicator_id
            result.name = indicator.name or result.name
            result.measure = indicator.measure or result.measure
            result.role = indicator.role or result.role or "result"

    @api.constrains("indicator_id", "registration_id")
    def _check_indicator(self):
        for result in self:
            indicator = result.indicator_id
            if indicator and indicator.registration_id != result.registration_id:
                raise ValidationError(
                    self.env._("This indicator belongs to another registration.")
                )
