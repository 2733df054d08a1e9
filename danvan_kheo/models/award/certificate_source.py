"""What a certificate is printed of, who prints it for real, and how often it was."""

from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ...tools.print_job import JOB, PrintJob
from .certificate_sheet import Paper

# Who prints what is handed over, at the unit that decides; others print tests.
PRINTING_ROLES = ("council_secretary", "registrar", "officer", "appraiser")
DRAFT, TEST, CANCELLED = "DỰ THẢO", "BẢN IN THỬ", "ĐÃ HỦY BỎ"
# States of what was certified once and is no more.
ENDED_STATES = ("cancelled", "revoked")


class DanvanCertificateSource(models.AbstractModel):
    """Awards and recognitions: values of the certificate, rights, count of prints."""

    _name = "danvan.certificate.source"
    _description = "Source of Certificates"
    _owned_fields = ("print_count", "last_print_date")

    _certificate_source = None
    # The state from which on the certificate is no draft.
    _certified_state = None

    print_count = fields.Integer(
        "Times Printed", readonly=True, copy=False, aggregator=None
    )
    last_print_date = fields.Datetime("Last Printed on", readonly=True, copy=False)

    def _certificate_forms(self):
        """Return the award forms that layouts may be limited to."""
        return self.env["danvan.award.form"]

    def _certificate_values(self):
        """Return `{value of a field: text}` of one certificate, in Vietnamese."""
        self.ensure_one()
        # Defined where certificates are verified; without it there is no code.
        return {
            "qr": getattr(self, "_certificate_qr", str)(),
            "code": getattr(self, "_certificate_code", str)(),
        }

    def _heading_values(self, unit, date):
        """Return what the heading of the deciding unit gives to the certificate."""
        heading = unit._paper_heading(date)
        style = heading["style"]
        second = style["submotto"]
        return {
            "motto": style["motto"] if second else "",
            "submotto": second or style["motto"],
            "place_date": heading["place_date"],
        }

    def _certificate(self):
        """Return the sheet of one certificate, see `_sheet` of the layout.

        :raise AccessError: for who may not read the record
        :raise UserError: where no layout fits, or a text fits into no field
        """
        self.ensure_one()
        self.check_access("read")
        job = self.env.context.get(JOB)
        if not isinstance(job, PrintJob):
            job = PrintJob()
        layouts = self.env["danvan.certificate.layout"]
        chosen = layouts.browse(job.layout_id) if job.layout_id else None
        layout = chosen or layouts._proposed_for(self)
        layout._check_places_kept()
        # sudo: whoever may read the record may print it: it names unit and honouree.
        values = self.sudo()._certificate_values()
        return layout._sheet(values, Paper(*job.offset), self._marks(job))

    def _marks(self, job):
        """Return the words that say that this is no certificate to be handed over."""
        if self.state in ENDED_STATES:
            return [CANCELLED]
        certified = self.state == self._certified_state
        return [
            *([] if certified else [DRAFT]),
            *([] if not certified or self.id in job.real else [TEST]),
        ]

    def _print_holding(self):
        """Return `{record_id: assignment}` by which this person prints for real."""
        assignments, held = self.env["danvan.assignment"], {}
        # sudo: which unit decides is no secret to who reads the record.
        known = self.sudo()
        for role in reversed(PRINTING_ROLES):
            by_unit = assignments._holding(known.deciding_unit_id, role)
            candidates = {
                record: by_unit[record.deciding_unit_id.id]
                for record in known
                if record.deciding_unit_id.id in by_unit
            }
            held |= self._first_fitting(candidates) if candidates else {}
        return held

    def _check_may_print(self):
        """Check that this person prints all of it for real.

        :return: `{record_id: assignment}`
        :raise AccessError: naming those that he or she does not
        """
        self.check_access("read")
        holding = self._print_holding()
        foreign = self.filtered(lambda record: record.id not in holding)
        if foreign:
            raise AccessError(
                self.env._(
                    "Only the council's secretary, the registrar, an officer or an "
                    "appraiser of the unit that decides prints these for real. Press "
                    "“Print a Test” instead: %s",
                    ", ".join(foreign.mapped("display_name")),
                )
            )
        return holding

    def _check_print_again(self, reason):
        """Lock the certificates, so that two colleagues printing at once count one
        after the other, and ask for a reason where any was printed before.

        :raise UserError: without it
        """
        self.lock_for_update(allow_referencing=True)
        if self.filtered("print_count") and not reason:
            raise UserError(
                self.env._(
                    "Some of these were printed before. Write the reason for printing "
                    "them again; their register numbers stay the same."
                )
            )

    def _count_print(self, holding, reason=None):
        """Note that the certificates were printed; the register number stays.

        :param holding: `{record_id: assignment}`, see `_check_may_print`
        :param reason: why they are printed again
        """
        now = fields.Datetime.now()
        for count, records in self.grouped("print_count").items():
            records._write_owned({"print_count": count + 1, "last_print_date": now})
            act = "reprint_certificate" if count else "print_certificate"
            states = {record.id: record.state for record in records}
            records._log(act, states, holding, reason if count else None)

    def _in_printing_order(self):
        """Return the records in the order of their decision."""
        return self.sorted()

    def action_print_certificate(self):
        """Return the dialog that prints the certificates.

        :raise AccessError: for who may not read them
        """
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Print Certificates"),
            "res_model": "danvan.certificate.print",
            "views": [(False, "form")],
            "target": "new",
            "context": {"danvan_model": self._name, "danvan_ids": self.ids},
        }

    def _certificate_file_name(self):
        """Return the name under which certificates are downloaded."""
        raise NotImplementedError
