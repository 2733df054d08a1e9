"""Each return of a registration, kept so that its reasons can be counted."""

from odoo import api, fields, models

# Acts by which a registration goes back or is refused.
RETURNING = {
    "return_to_officer": "returned",
    "return_to_unit": "returned",
    "refuse": "refused",
}
# Under which the dialog hands over what was chosen; from a client it is checked.
CHOSEN = "danvan_return_reasons"


class DanvanReturn(models.Model):
    """One return or refusal with its reasons. The transition makes it; nobody writes
    it. It is read by who reads the registration."""

    _name = "danvan.return"
    _inherit = ["danvan.guarded", "danvan.scoped"]
    _description = "Return of a Registration"
    _order = "date desc, id desc"
    _rec_name = "registration_id"
    _narrowed_through = "registration_id"
    _owned_fields = ("registration_id", "outcome", "date", "reason_ids", "text")

    registration_id = fields.Many2one(
        "danvan.registration",
        "Registration",
        required=True,
        index=True,
        ondelete="cascade",
    )
    unit_id = fields.Many2one(
        related="registration_id.unit_id", string="Unit", store=True, index=True
    )
    campaign_id = fields.Many2one(
        related="registration_id.campaign_id",
        string="Campaign",
        store=True,
        index=True,
    )
    outcome = fields.Selection(
        [("returned", "Returned to Complete"), ("refused", "Not Accepted")],
        required=True,
    )
    date = fields.Date(required=True, index=True)
    reason_ids = fields.Many2many("danvan.return.reason", string="Reasons")
    text = fields.Text("In the Words of the Return")

    @api.model
    def _keep(self, registrations, outcome, text):
        """Keep the return of `registrations`; the right was asked for by the act."""
        reasons = self._chosen().ids
        today = self.env["danvan.period"]._today()
        self._create_owned(
            [
                {
                    "registration_id": registration.id,
                    "outcome": outcome,
                    "date": today,
                    "reason_ids": [fields.Command.set(reasons)],
                    "text": text,
                }
                for registration in registrations
            ]
        )

    @api.model
    def _chosen(self):
        """Return the reasons chosen in the dialog; whatever else a client says in
        their place is none."""
        ids = self.env.context.get(CHOSEN)
        listed = ids if isinstance(ids, (list, tuple)) else ()
        known = [i for i in listed if type(i) is int and 0 < i < 2**31]
        return self.env["danvan.return.reason"].browse(known).exists()


class DanvanRegistration(models.Model):
    """Returns are kept beside the trail."""

    _inherit = "danvan.registration"

    return_ids = fields.One2many(
        "danvan.return", "registration_id", "Returns", readonly=True
    )

    def _log(self, act, before, holding, reason=None, paper=None):
        # Every way of returning comes by here, also that to an earlier step.
        res = super()._log(act, before, holding, reason, paper)
        if act in RETURNING:
            self.env["danvan.return"]._keep(self, RETURNING[act], reason)
        return res
