"""The verification code of a certificate, and what the public page finds by it."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import str2bool

from ...tools import verification_code

ON_PARAMETER = "danvan_kheo.verify_page"
PAGE = "/dan-van-kheo/xac-minh"


class DanvanVerification(models.Model):
    """One code of one award or recognition.

    The code is kept as it is, not hashed, because the certificate must be printed again
    with the same one. It opens nothing but what the certificate itself says; still no
    account reads it over any protocol, and nobody searches by it: the model grants no
    access, the field is closed to all but the module's own code. A record of its own,
    so that looking it up touches no award.
    """

    _name = "danvan.verification"
    _inherit = ["danvan.guarded"]
    _description = "Verification Code"
    _order = "id"
    _rec_name = "id"
    _owned_fields = ("code", "award_id", "recognition_id", "withdrawn_date")

    code = fields.Char(
        required=True,
        readonly=True,
        copy=False,
        exportable=False,
        groups=fields.NO_ACCESS,
    )
    award_id = fields.Many2one(
        "danvan.award", "Award", index="btree_not_null", ondelete="restrict"
    )
    recognition_id = fields.Many2one(
        "danvan.recognition", "Recognition", index="btree_not_null", ondelete="restrict"
    )
    withdrawn_date = fields.Datetime("Recalled on", readonly=True, copy=False)

    _code_unique = models.UniqueIndex("(code)", "This code exists already.")
    _of_one = models.Constraint(
        "CHECK (num_nonnulls(award_id, recognition_id) = 1)",
        "A code belongs to one award or to one recognition.",
    )
    _award_unique = models.UniqueIndex(
        "(award_id) WHERE withdrawn_date IS NULL",
        "This certificate has a code already.",
    )
    _recognition_unique = models.UniqueIndex(
        "(recognition_id) WHERE withdrawn_date IS NULL",
        "This certificate has a code already.",
    )

    @api.model
    def _is_page_on(self):
        """Tell whether the public page is switched on; by default it is not."""
        # sudo: whether there is a page is what the page itself shows.
        parameters = self.env["ir.config_parameter"].sudo()
        return str2bool(parameters.get_param(ON_PARAMETER) or "0", default=False)

    @api.model
    def _issue(self, link, ids):
        """Make one fresh code for each certificate; the caller has checked the right.

        :param link: award_id or recognition_id
        :param ids: ids of awards or recognitions without a code in force
        """
        # A withdrawal of this transaction comes first: there is one code in force.
        self.flush_model(["withdrawn_date"])
        self._create_owned(
            [{"code": verification_code.new(), link: id_} for id_ in ids]
        )

    def _address(self):
        """Return the address of the public page for this code, as the QR holds it."""
        self.ensure_one()
        return f"{self.get_base_url()}{PAGE}/{self._text()}"

    def _text(self):
        """Return the code in groups, as it is printed to be typed."""
        # sudo: the caller was allowed to print the certificate that carries it.
        return verification_code.grouped(self.sudo().code)

    @api.model
    def _facts(self, text):
        """Return what the public page tells of a code, None when there is nothing.

        The same one query answers for what is no code at all, for an unknown one, a
        withdrawn one, and for what was awarded once and is no more, so that neither
        the answer nor its time tells them apart.

        :param text: what a stranger typed or followed
        :return: `[(label, value)]`, plain Vietnamese texts
        """
        code = verification_code.read(text)
        # sudo: the page is for everybody; only the facts below leave this method.
        found = self.sudo().search(self._in_force() & Domain("code", "=", code))
        certificate = found.award_id or found.recognition_id
        return certificate._public_facts() if certificate else None

    @api.model
    def _in_force(self):
        """Return the domain of the codes that still stand for something."""
        stands = Domain.OR(
            Domain(link, "any", [("state", "in", self.env[model]._certified_states)])
            for link, model in (
                ("award_id", "danvan.award"),
                ("recognition_id", "danvan.recognition"),
            )
        )
        return Domain("withdrawn_date", "=", False) & stands
