"""What a registration must have, should have, or need not have: as data."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from .registration import KINDS, SUBJECTS

LEVELS = [
    ("block", "Stops the Sending"),
    ("warn", "Reminds Only"),
    ("off", "Not Asked"),
]
# What makes one setting closer to a registration than another, the strongest first.
NARROWING = ("campaign_id", "subject_type", "kind")


class DanvanReadinessCheck(models.Model):
    """A condition (“điều kiện hồ sơ”) of registrations: which one, for what, how
    strictly, and in which words. How it is tested the module knows by its code; nothing
    in a record is evaluated.

    Of the settings of one code the closest holds: a campaign's own before the general
    ones, then one for a subject, then one for a kind.
    """

    _name = "danvan.readiness.check"
    _inherit = ["danvan.guarded"]
    _description = "Readiness Check"
    _order = "sequence, code, campaign_id desc, kind desc, subject_type desc, id"
    _rec_name = "sentence"
    # Whose setting it is; the rule would be asked before the move only.
    _placing_fields = ("campaign_id",)

    sequence = fields.Integer(default=10)
    code = fields.Selection(
        [
            ("name", "Telling name"),
            ("sector", "Sector"),
            ("place", "Place"),
            ("hamlet", "Hamlet or quarter"),
            ("person", "Person in charge with post"),
            ("activity", "Activity with month"),
            ("expected", "Expected result"),
            ("measured", "Indicator with unit, baseline and target"),
            ("task", "Political task"),
            ("need", "Need of the people"),
            ("asked", "How the people were asked"),
            ("scale", "Scale"),
            ("deed", "Deed of the person"),
            ("since", "Since when"),
            ("benefit", "Who benefits"),
            ("evidence", "Evidence"),
        ],
        "Condition",
        required=True,
    )
    sentence = fields.Char(
        "What the Panel Says",
        required=True,
        translate=True,
        help="In plain words: what is missing and what to write.",
    )
    kind = fields.Selection(KINDS, "Only For", help="Empty: for both.")
    subject_type = fields.Selection(
        SUBJECTS, "Only When the Subject Is", help="Empty: for all three."
    )
    campaign_id = fields.Many2one(
        "danvan.campaign",
        "Only in the Campaign",
        index="btree_not_null",
        ondelete="cascade",
        help="A campaign's own setting goes before the general one.",
    )
    level = fields.Selection(LEVELS, "How Strict", required=True, default="block")

    _one_setting = models.UniqueIndex(
        "(code, COALESCE(kind, ''), COALESCE(subject_type, ''), "
        "COALESCE(campaign_id, 0))",
        "There is a setting of this condition for the same case already. Change that "
        "one.",
    )

    @api.onchange("code")
    def _onchange_code(self):
        """Begin with the words of the general setting."""
        general = [("code", "=", self.code), ("campaign_id", "=", False)]
        self.sentence = self.sentence or self.search(general, limit=1).sentence

    @api.constrains("sentence")
    def _check_sentence(self):
        for check in self:
            if not (check.sentence or "").strip():
                raise ValidationError(
                    self.env._("Write what the panel says when this is missing.")
                )

    @api.model
    def _for_campaigns(self, campaigns):
        """Return the checks that may concern registrations of `campaigns`: the general
        ones and theirs, by one query, the closest last.

        :param campaigns: `danvan.campaign` records
        """
        general = Domain("campaign_id", "=", False)
        # sudo: what is asked of a registration is no secret to who fills it in.
        own = Domain("campaign_id", "in", campaigns.ids)
        return self.sudo().search(general | own).sorted(lambda c: c._closeness())

    def _holding_for(self, registration):
        """Return `{code: check}` of those that hold for a registration, in the order
        of the panel: of each code the closest one, unless it is off.

        `self` comes from `_for_campaigns`.
        """
        holding = {}
        for check in self:
            if check._concerns(registration):
                holding[check.code] = check
        kept = [check for check in holding.values() if check.level != "off"]
        return {c.code: c for c in sorted(kept, key=lambda c: c.sequence)}

    def _closeness(self):
        return tuple(bool(self[name]) for name in NARROWING)

    def _concerns(self, registration):
        """Tell whether this setting speaks of a registration like this one."""
        return all(
            not self[name] or self[name] == _plain(registration[name])
            for name in NARROWING
        )


def _plain(value):
    """Return the saved record behind one that a form has in hand."""
    return value._origin if isinstance(value, models.BaseModel) else value
