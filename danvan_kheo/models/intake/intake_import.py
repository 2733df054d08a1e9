"""Entering: all drafts by one batch, in one transaction, or none."""

from odoo import fields, models
from odoo.exceptions import UserError, ValidationError


class DanvanIntake(models.Model):
    """Turns what was checked into drafts of the unit, with the person's own rights."""

    _inherit = "danvan.intake"

    def action_import_all(self):
        """Enter all rows.

        :return: the dialog, or False where all is entered already
        :raise UserError: while rows are to be corrected or corrections to be checked
        """
        self._check_open()
        if self.bad_count:
            raise UserError(
                self.env._(
                    "%s registrations are to be corrected first. Or enter the good "
                    "rows only.",
                    self.bad_count,
                )
            )
        return self._import(good_only=False)

    def action_import_good(self):
        """Enter the rows without problems only.

        :return: the dialog, or False where all is entered already
        :raise UserError: while corrections are to be checked, or where no row is good
        """
        self._check_open()
        return self._import(good_only=True)

    def _import(self, good_only):
        if self.state != "checked":
            raise UserError(self.env._("Check the rows first."))
        if any(p.is_bad and p.correction for p in self.problem_ids):
            raise UserError(
                self.env._("Something was written instead: check the rows again first.")
            )
        if not self.good_count and not self.known_count:
            raise UserError(self.env._("No row is good yet."))
        self._write_owned({"state": "importing", "takes_good_only": good_only})
        self._begin("import", self.entry_count)
        self._write_owned({"done_count": self.entry_count})
        return self._first_slice()

    def _enter(self):
        """Create everything, or nothing; what stands against it ends the intake in
        words."""
        try:
            with self.env.cr.savepoint():
                count = self._create_drafts()
        except (UserError, ValidationError) as error:
            self._write_owned(
                {"state": "failed", "phase": False, "failure": error.args[0]}
            )
            return
        self._write_owned(
            {
                "state": "done",
                "phase": False,
                "imported_count": count,
                "done_date": fields.Datetime.now(),
            }
        )
        self.env["danvan.intake.part"]._of(self).unlink()

    def _create_drafts(self):
        """Create the drafts of what is not registered meanwhile; return how many."""
        parts, known = (
            self.env["danvan.intake.part"]._of(self)[1:],
            self._registered_keys(),
        )
        vals_list = [
            vals
            for part in parts
            for _row, key, vals in part.prepared
            if vals and key not in known
        ]
        registrations = self.env["danvan.registration"]
        # Drafts of which nobody is to be told; the trail has who made them.
        quiet = {"tracking_disable": True, "mail_create_nosubscribe": True}
        made = registrations.with_context(**quiet).create(vals_list)
        made._write_owned({"intake_id": self.id})
        return len(made)

    def action_registrations(self):
        """Open what this file brought.

        :return: the action of the list
        """
        self._exactly_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "danvan_kheo.danvan_registration_action"
        )
        return {**action, "domain": [("intake_id", "=", self.id)]}


class DanvanRegistration(models.Model):
    """Says from which file it was entered."""

    _inherit = "danvan.registration"
    _owned_fields = ("intake_id",)

    intake_id = fields.Many2one(
        "danvan.intake",
        "Entered from File",
        readonly=True,
        index="btree_not_null",
        copy=False,
        ondelete="set null",
    )
