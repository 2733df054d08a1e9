"""Award forms: what may be given, to whom, by whom, with how much money."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ...tools import placeholders
from ..organisation.unit_kind import PAPER_FAMILIES


class DanvanAwardForm(models.Model):
    """A form of commendation, from a word of praise to a certificate of the province.

    Who gives it is told by the kinds and the level of units, as data: in July 2025 a
    whole level of givers ceased.
    """

    _name = "danvan.award.form"
    _inherit = ["danvan.period", "danvan.searchable"]
    _description = "Award Form"
    _order = "sequence, id"
    _search_key_fields = ("name", "code")

    name = fields.Char(required=True)
    code = fields.Char(required=True, help="Short key used in tables and files.")
    short_name = fields.Char(
        "Form as Printed",
        required=True,
        help="What is printed in large letters, without the giver.",
    )
    sequence = fields.Integer(default=10)
    channel = fields.Selection(
        PAPER_FAMILIES,
        required=True,
        default="state",
    )
    level_id = fields.Many2one(
        "danvan.level", "Level", ondelete="restrict", help="Empty: any level."
    )
    deciding_kind_ids = fields.Many2many(
        "danvan.unit.kind",
        string="Given by",
        help="Units of these kinds have the authority to give it.",
    )
    giver_post = fields.Char(
        "Post of the Giver",
        help="Printed before the name of the unit that gives, for example Chủ tịch.",
    )
    citation = fields.Char(
        default="Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” "
        "năm {year}",
        help="What the certificate says; {year} and {model} are filled in.",
    )
    for_collective = fields.Boolean("For Collectives", default=True)
    for_individual = fields.Boolean("For Individuals", default=True)
    for_household = fields.Boolean("For Households", default=True)
    has_money = fields.Boolean("With Prize Money", default=True)
    funding_source = fields.Char(help="From where the prize money is paid.")
    rate_ids = fields.One2many("danvan.award.rate", "form_id", "Rates")

    _code_unique = models.Constraint(
        "UNIQUE (code)", "This form's code exists already."
    )

    def _allows(self, subject_type):
        """Tell whether honourees of that sort may receive this form."""
        self.ensure_one()
        return bool(self[f"for_{subject_type}"])

    def _amount(self, subject_type, date):
        """Return the prize money in force on `date`, in đồng.

        :param subject_type: collective, individual or household
        :param date: date of the decision
        :raise UserError: when no rate or no base salary is in force on that date
        """
        return self._computed_amount(subject_type, date)[0]

    def _computed_amount(self, subject_type, date):
        """Return the amount and how it was computed: `(759000, "0,3 × 2.530.000")`."""
        self.ensure_one()
        if not self.has_money:
            return 0, ""
        rate = self.env["danvan.award.rate"]._for_date(self, subject_type, date)
        salary = self.env["danvan.base.salary"]._for_date(date)
        coefficient = f"{rate.coefficient:g}".replace(".", ",")
        return rate._applied(salary.amount), f"{coefficient} × {salary.display_name}"

    def _check_in_force(self, date):
        """Refuse a form that is not, or no longer, in force on `date`.

        :raise UserError: saying since when
        """
        for form in self - self.filtered_domain(self._in_force(date)):
            raise UserError(
                self.env._(
                    "“%(form)s” is in force %(period)s, not on %(date)s. "
                    "Choose another form.",
                    form=form.name,
                    period=form._period_text(),
                    date=date.strftime("%d/%m/%Y"),
                )
            )

    def _givers(self):
        """Return the domain of the units with the authority to give this form today."""
        self.ensure_one()
        givers = Domain("kind_id", "in", self.deciding_kind_ids.ids)
        if self.level_id:
            givers &= Domain("level_id", "=", self.level_id.id)
        return givers & self.env["danvan.unit"]._in_force()

    def _deciding_unit(self, unit):
        """Return the unit that gives this form to what `unit` proposes.

        It is the nearest unit with the authority at or above the proposing one, or
        the only one with it directly under the nearest unit above; empty where there
        are several, to be chosen.

        :param unit: the proposing `danvan.unit`
        """
        # sudo: which body decides is no secret to who proposes.
        givers = unit.sudo().search(self._givers())
        above = unit.browse(unit.sudo()._chain())
        for superior in above.sudo():
            if superior in givers:
                return unit.browse(superior.id)
            beside = givers.filtered(lambda u, s=superior: u.parent_id == s)
            if beside:
                return unit.browse(beside.id if len(beside) == 1 else [])
        return unit.browse()

    def _giver_name(self, unit):
        """Return who gives it, as papers name the giver: post and unit in full.

        :param unit: the deciding `danvan.unit`
        """
        self.ensure_one()
        lines = (unit.heading_name or unit.name or "").splitlines()
        parts = (self.giver_post, *(line.strip() for line in lines))
        return " ".join(part for part in parts if part)

    @api.constrains("citation")
    def _check_citation(self):
        for form in self:
            unknown = placeholders.found(form.citation) - {"year", "model"}
            if unknown:
                raise ValidationError(
                    self.env._(
                        "The certificate of “%(form)s” asks for {%(unknown)s}; it may "
                        "ask for {year} and {model} only.",
                        form=form.name,
                        unknown="}, {".join(sorted(unknown)),
                    )
                )

    @api.model
    def _stands_above(self, giver, unit):
        """Tell whether `giver`, or what it stands directly under, is above `unit`."""
        chain = unit.sudo()._chain()
        return giver.id in chain or giver.sudo().parent_id.id in chain
