"""When a certificate gets its code, and when it loses it."""

from dataclasses import replace

from odoo import api, fields, models
from odoo.tools.translate import LazyTranslate

from ...tools import qr
from ..workflow.transition import Transition

_lt = LazyTranslate(__name__)

WITHDRAW, ISSUE = "withdraw_code", "issue_code"


class DanvanVerifiable(models.AbstractModel):
    """A document that ends in a certificate: it gets a code with its decision.

    A model names it before itself in `_inherit`, so that what is said here comes first,
    and declares `verification_ids`. Whoever withdraws a code is an officer or leader of
    the deciding unit, or an administrator; the trail keeps the reason.
    """

    _name = "danvan.verifiable"
    _inherit = ["danvan.workflow"]
    _description = "Certificate with a Verification Code"

    # States in which the certificate stands for something.
    _certified_states = ()
    # Name of the field of `danvan.verification` that leads here.
    _code_link = None

    code_state = fields.Selection(
        [("in_force", "In Force"), ("withdrawn", "Recalled")],
        "Verification Code",
        compute="_compute_code_state",
        compute_sudo=True,
        help="With the code printed on it, anybody can check the certificate on the "
        "public page.",
    )

    @api.depends("verification_ids.withdrawn_date", "state")
    def _compute_code_state(self):
        """A code falls with what it certifies, as the public page has it."""
        for document in self:
            codes = document.verification_ids
            stands = document.state in document._certified_states
            valid = stands and codes.filtered(lambda code: not code.withdrawn_date)
            document.code_state = codes and ("in_force" if valid else "withdrawn")

    @api.model
    def _transitions(self):
        common = {
            "sources": self._certified_states,
            "target": None,
            "role": "officer",
            "unit": "deciding_unit_id",
            "style": "secondary",
        }
        withdraw = Transition(
            name=WITHDRAW,
            label=_lt("Recall the Verification Code"),
            reason=True,
            condition="_with_code",
            effect="_withdraw_codes",
            **common,
        )
        issue = Transition(
            name=ISSUE,
            label=_lt("Give a Verification Code"),
            is_batch=True,
            condition="_to_be_given_codes",
            effect="_issue_codes",
            **common,
        )
        mine = [withdraw, issue] if self._certified_states else []
        return [*super()._transitions(), *mine]

    def _holding(self, transition):
        """Let the deciding unit's leader and administrators look after codes too."""
        held = super()._holding(transition)
        if transition.name not in (WITHDRAW, ISSUE):
            return held
        held = super()._holding(replace(transition, role="approver")) | held
        nobody = self.env["danvan.assignment"]
        if nobody._is_administrator():
            held = dict.fromkeys(self.ids, nobody) | held
        return held

    def _apply(self, transition, *args, **kwargs):
        """Move the documents; those certified by it get their codes, in one batch."""
        result = super()._apply(transition, *args, **kwargs)
        if transition.target in self._certified_states:
            self._issue_codes()
        return result

    def _code_in_force(self):
        """Return the codes of these documents that were not withdrawn."""
        # sudo: nobody reads codes; what becomes of them is checked by the caller.
        codes = self.sudo().verification_ids
        return codes.filtered(lambda code: not code.withdrawn_date)

    def _with_code(self):
        return self.filtered(lambda document: document._code_in_force())

    def _to_be_given_codes(self):
        """Return those without a code: awarded before there were any, or withdrawn."""
        if not self.env["danvan.verification"]._is_page_on():
            return self.browse()
        return self - self._with_code()

    def _issue_codes(self):
        lacking = (self - self._with_code()).ids
        self.env["danvan.verification"]._issue(self._code_link, lacking)

    def _withdraw_codes(self):
        self._code_in_force()._write_owned({"withdrawn_date": fields.Datetime.now()})

    def _printed_code(self):
        """Return the code that the certificate carries: none where there is no page
        to check it on, or nothing is certified."""
        self.ensure_one()
        self.check_access("read")
        pages = self.env["danvan.verification"]
        # sudo: reading the certificate was checked just before.
        certified = self.sudo().state in self._certified_states
        return self._code_in_force() if certified and pages._is_page_on() else pages

    def _certificate_qr(self):
        """Return the QR of the public page for this certificate as a `data:` address
        of a PNG, empty where it carries none.

        :raise AccessError: for who may not read the certificate
        """
        code = self._printed_code()
        return qr.data_address(code._address()) if code else ""

    def _certificate_code(self):
        """Return the code to print under the QR, for who types it by hand.

        :raise AccessError: for who may not read the certificate
        """
        code = self._printed_code()
        return code._text() if code else ""

    def _certificate_values(self):
        """Add the code as letters to what a certificate prints."""
        return {**super()._certificate_values(), "code": self._certificate_code()}

    def _public_facts(self):
        """Return `[(label, value)]` of what the public page tells: name, form, number
        of decision and register, date; plain Vietnamese texts, nothing else."""
        raise NotImplementedError
