"""Who signs a paper, and in which capacity."""

from odoo import api, fields, models

CAPACITIES = [
    ("own", "In One's Own Power"),
    ("on_behalf", "On Behalf of"),
    ("by_order", "By Order of"),
    ("authorised", "Authorised by"),
]
SIGNATURE_FIELDS = (
    "capacity",
    "signing_for",
    "deputy_for",
    "signer_post",
    "signer_name",
)


class DanvanSignature(models.AbstractModel):
    """One signature of a paper: whose, and the lines above it.

    A model that inherits this says in `_signing_unit` for which unit one signs, and
    in `_signing_layout` how that unit's papers look.
    """

    _name = "danvan.signature"
    _description = "Signature"

    signer_id = fields.Many2one(
        "danvan.assignment",
        "Signer",
        domain="signer_domain",
        ondelete="set null",
        copy=False,
        help="One of the unit's leaders; name, post and capacity follow.",
    )
    signer_domain = fields.Binary(
        compute="_compute_signer_domain", export_string_translation=False
    )
    capacity = fields.Selection(CAPACITIES, "Signs", required=True, default="own")
    signing_for = fields.Char(
        "On Whose Behalf", help="The body or post after T/M, T/L: BAN THƯỜNG VỤ."
    )
    deputy_for = fields.Char(
        "Deputy for", help="The post after K/T, where a deputy signs: TRƯỞNG BAN."
    )
    signer_post = fields.Char()
    signer_name = fields.Char()

    def _signing_unit(self):
        """Return the unit in whose name this is signed."""
        return self.unit_id

    def _signing_layout(self):
        """Return the layout whose prefixes stand above the signature."""
        return self.layout_id

    @api.depends("unit_id")
    def _compute_signer_domain(self):
        leads = [("role", "=", "approver"), ("is_in_force", "=", True)]
        for record in self:
            unit = record._signing_unit()
            record.signer_domain = [*leads, ("unit_id", "=", unit.id)]

    @api.onchange("signer_id")
    def _onchange_signer_id(self):
        if self.signer_id:
            # A decision of the head in person stays one, whoever of them signs.
            personally = bool(self.signer_post and not self.signing_for)
            signature = self._signing_unit()._signature_of(self.signer_id, personally)
            self.update(signature)

    def _capacities(self, personally=False):
        """Return the lines above the signature, prefixes as the layout has them.

        :param personally: leave out the body on whose behalf it is signed, for what
            its head gives in person: a certificate of the chairman
        """
        self.ensure_one()
        layout = self._signing_layout()
        prefix = {
            "on_behalf": layout.prefix_on_behalf,
            "by_order": layout.prefix_by_order,
            "authorised": layout.prefix_authorised,
        }.get(self.capacity)
        body = None if personally else self.signing_for
        pairs = ((prefix, body), (layout.prefix_deputy, self.deputy_for))
        lines = [f"{before or ''} {line}".strip() for before, line in pairs if line]
        return [*lines, self.signer_post]


class DanvanUnit(models.Model):
    """In which capacity a unit's leaders sign."""

    _inherit = "danvan.unit"

    signs_for = fields.Char(
        "Papers Are Signed on Behalf of",
        help="The collective in whose name the leaders sign, for example BAN THƯỜNG "
        "VỤ or ỦY BAN NHÂN DÂN; empty: as the kind of unit says.",
    )

    def _signature(self, personally=False):
        """Return the signature with which papers of this unit begin: its leader's.

        :param personally: see `_signature_vals`
        """
        self.ensure_one()
        # sudo: who leads a unit, and as what, stands on every paper of it.
        unit = self.sudo()
        return unit._signature_vals(unit.leader_name, unit.leader_post, personally)

    def _signature_of(self, assignment, personally=False):
        """Return the signature of one of this unit's leaders.

        :param assignment: a `danvan.assignment` with the role of approver
        :param personally: see `_signature_vals`
        """
        self.ensure_one()
        # sudo: who leads a unit, and as what, stands on every paper of it.
        unit, held = self.sudo(), assignment.sudo()
        name = held.user_id.name
        post = held.post or (name == unit.leader_name and unit.leader_post)
        return unit._signature_vals(name, post or "", personally)

    def _signature_vals(self, name, post, personally=False):
        """Return the fields of a signature.

        :param personally: not in the name of the collective, though the unit has one:
            what its head decides in his or her own power, as a chairman's award
        """
        collective = not personally and (self.signs_for or self.kind_id.signs_for)
        head = self.leader_post or ""
        is_deputy = post and head and post.casefold() != head.casefold()
        # A committee's deputy signs on its behalf like its head, where the rule of
        # the family has no line for deputies then.
        told = not collective or self._paper_layout().deputy_beside_collective
        return {
            "capacity": "on_behalf" if collective else "own",
            "signing_for": collective or False,
            "deputy_for": head if is_deputy and told else False,
            "signer_post": post,
            "signer_name": name,
        }


class DanvanUnitKind(models.Model):
    """Committees and councils sign in the name of a collective."""

    _inherit = "danvan.unit.kind"

    signs_for = fields.Char(
        "Papers Are Signed on Behalf of",
        help="The collective in whose name the leaders sign; empty: each in his or her "
        "own power.",
    )


class DanvanAssignment(models.Model):
    """The post that is printed under a paper."""

    _inherit = "danvan.assignment"

    post = fields.Char(
        "Post under Papers", help="For example Phó Bí thư; printed above the name."
    )
