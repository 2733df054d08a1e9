"""The workbooks that are handed out: the unit's own to fill in, and the marked one."""

import base64

from odoo import api, models
from odoo.exceptions import UserError

from ...tools import workbooks
from ...tools.intake import marked
from ...tools.intake.blank import Blank
from ...tools.intake.opening import Refused
from ...tools.intake.targets import OFFERED
from ...tools.text import search_key
from ..registration.registration_paper import PLACES

# Lists of an own workbook that only propose.
PROPOSED = ("hamlet", "person", "person_post", "territory", "themes")
KINDS = ["Mô hình", "Điển hình"]
SUBJECTS = ["Tập thể", "Cá nhân", "Hộ gia đình"]


class DanvanIntake(models.Model):
    """Files travel in the answer itself: an address would need them kept."""

    _inherit = "danvan.intake"

    @api.model
    def _own_workbook(self, unit, campaign):
        """Return `(name, content)` of the workbook made for a unit.

        :param unit: a `danvan.unit` that the caller may enter for
        :param campaign: the `danvan.campaign` in which it registers
        """
        labels = self.env["danvan.intake.heading"].sudo()._labels()
        blank = Blank(
            unit=unit.name,
            campaign=campaign.name,
            columns=[
                (target, labels[target]) for target in OFFERED if target in labels
            ],
            lists=self._lists(unit, campaign),
            open_lists=PROPOSED,
        )
        name = search_key(unit.name).replace(" ", "-")
        return f"bieu-dang-ky-{campaign.year}-{name}.xlsx", blank.content()

    @api.model
    def _lists(self, unit, campaign):
        """Return `{target: texts}` to choose from in the workbook of a unit."""
        new = self.new({"unit_id": unit.id, "campaign_id": campaign.id})
        near = unit.territory_id.parent_id
        communes = self.env["danvan.territory"].search([("parent_id", "=", near.id)])
        persons = self._persons_of(unit)
        return {
            "kind": KINDS,
            "subject_type": SUBJECTS,
            "sector": self._in_force_names("danvan.sector"),
            "themes": self._in_force_names("danvan.theme"),
            "place_kind": [*PLACES.values()],
            "territory": communes.mapped("name") if near else [],
            "hamlet": new._hamlet_names(),
            "person": list(dict.fromkeys(p.name for p in persons)),
            "person_post": list(dict.fromkeys(p.post for p in persons if p.post)),
        }

    @api.model
    def _in_force_names(self, catalogue):
        found = self.env[catalogue].search(self.env[catalogue]._in_force())
        return found.mapped("name")

    @api.model
    def _persons_of(self, unit):
        """Return the persons that the unit has named, with the reader's own rights."""
        persons = self.env["danvan.registration.person"]
        mine = [("unit_id", "=", unit.id), ("name", "!=", False)]
        return persons.search_fetch(mine, ["name", "post"], limit=1000)

    def action_marked(self):
        """Hand out the own workbook with its problems marked.

        :return: the action that saves it
        :raise UserError: where there is nothing to mark, or it cannot be written again
        """
        self._exactly_one()
        self.check_access("read")
        bad = self.problem_ids.filtered("is_bad")
        content = self.with_context(bin_size=False).file
        if not bad or not content:
            raise UserError(self.env._("There is nothing to be corrected."))
        problems = [(p.row, p.place, p.cell, p._sentence()) for p in bad]
        try:
            made = marked.mark(
                base64.b64decode(content), self.sheet_name, self.heading_row, problems
            )
        except Refused as error:
            raise UserError(self._words_of(error.reason)) from error
        return self._save(f"loi-{self.file_name}", made)

    @api.model
    def _save(self, name, content):
        """Return the action by which the browser saves a workbook."""
        return {
            "type": "ir.actions.client",
            "tag": "danvan_save_file",
            "params": {
                "name": name,
                "content": base64.b64encode(content).decode(),
                "mimetype": workbooks.MIMETYPE,
                "next": False,
            },
        }


class DanvanIntakeProblem(models.Model):
    """A problem in one sentence, for the marked file."""

    _inherit = "danvan.intake.problem"

    def _sentence(self):
        return self.env._(
            "found “%(found)s”; wanted: %(wanted)s",
            found=self.found,
            wanted=self.wanted,
        )
